"""Working an incident out: its reports, decisions and law to an assessment, and what that changed."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import datetime
from threading import Lock
from typing import Any

import msgspec
from django.db import transaction
from msgspec.structs import replace

from casus.briefing import compose
from casus.desk.auditing import audit, one_at_a_time
from casus.desk.knowledge import state
from casus.desk.matching import matching
from casus.desk.store.models import FindingChange, Membership, StoredFinding, StoredIncident, StoredReport
from casus.desk.watching import queue_tellings
from casus.errors import CasusError
from casus.pipeline import assess, tools
from casus.records import Assessment, Brief, Case, Finding, Incident
from casus.records.decision import standing

DESK = "casus"
"""Who is named for what the desk does by itself."""
MOST_BRIEFS = 64
"""How many briefs a process keeps composed, some hundred kilobytes each."""
_BRIEFS: OrderedDict[tuple[str, ...], Brief] = OrderedDict()
_BRIEFS_LOCK = Lock()


def place_report(report_id: str, *, at: datetime) -> StoredIncident | None:
    """Put a report into the incident it tells of, or open one; None where it tells of no armed incident with a day."""
    with transaction.atomic():
        one_at_a_time()
        member = Membership.objects.filter(report_id=report_id, active=True).select_related("incident").first()
        if member is not None:
            return member.incident
        stored = StoredReport.objects.get(id=report_id)
        alone = _assessed([stored], None)
        if alone.incident is None or not alone.incident.cases:
            return None
        cause = f"report {stored} was added"
        found = matching(alone.incident)
        incident, why = found or (_opened(alone, at), "opens the incident")
        _put_in(stored, incident, why, at=at)
        single = incident.memberships.count() == 1 and not incident.decisions.exists()
        return work_out(incident, cause=cause, at=at, fresh=alone if single else None)


def _put_in(stored: StoredReport, incident: StoredIncident, why: str, *, at: datetime) -> None:
    Membership.objects.create(incident=incident, report=stored, added_at=at, added_by=DESK, why=why)
    audit(DESK, "put a report into an incident", incident.id, at=at, report=stored.id, why=why)


def _opened(alone: Assessment, at: datetime) -> StoredIncident:
    incident, case = _incident(alone), _incident(alone).cases[0]
    existing = StoredIncident.objects.filter(id=incident.id).first()
    return existing or StoredIncident.objects.create(id=incident.id, opened_at=at, **_columns(alone, case, at))


def _incident(assessment: Assessment) -> Incident:
    """Give an assessment's incident; only called where there is one with a case."""
    if assessment.incident is None or not assessment.incident.cases:
        raise CasusError("no incident was found to be kept")
    return assessment.incident


def work_out(incident: StoredIncident, *, cause: str, at: datetime, fresh: Assessment | None = None) -> StoredIncident:
    """Assess an incident anew from its reports and decisions; keep what changed in its answers, and why.

    ``fresh`` is the assessment of these very reports and decisions where it is at hand.
    """
    with transaction.atomic():
        one_at_a_time()
        fresh = fresh or _assessed(reports_of(incident), incident)
        told = fresh.incident is not None and bool(fresh.incident.cases)
        columns = _columns(fresh, _incident(fresh).cases[0], at) if told else {}
        if columns.get("version") == incident.version and incident.findings.exists():
            if incident.made_with != columns["made_with"]:
                incident.made_with = str(columns["made_with"])
                incident.save(update_fields=["made_with"])
            return incident
        for name, value in columns.items():
            setattr(incident, name, value)
        incident.save()
        changes = list(_changes(incident, fresh.findings, cause=cause, at=at))
        FindingChange.objects.bulk_create(changes)
        queue_tellings(incident, changes, at=at)
        _store_findings(incident, fresh.findings)
        audit(DESK, "worked out an incident", incident.id, at=at, cause=cause, changed=len(changes))
    return incident


def reports_of(incident: StoredIncident) -> list[StoredReport]:
    """Give the reports of an incident, in the order in which the desk learned of them."""
    members = Membership.objects.filter(incident=incident, active=True).select_related("report")
    return [m.report for m in members.order_by("report__received_at", "report_id")]


def whole(incident: StoredIncident) -> Assessment:
    """Give an incident's assessment with its reports and readings put back."""
    stored = {row.id: row for row in reports_of(incident)}
    kept: Assessment = incident.assessment
    reports = [row for row in stored.values() if any(row.id in group for group in kept.origins)] or list(
        stored.values()
    )
    return replace(
        kept,
        reports=tuple(row.record for row in reports),
        readings=tuple(row.reading for row in reports if row.reading is not None),
    )


def brief_of(incident: StoredIncident) -> Brief:
    """Give an incident's brief; the last ones asked for are kept, each under the version it was composed from."""
    members = Membership.objects.filter(incident=incident, active=True).order_by("report_id")
    key = (incident.id, incident.version, incident.made_with, *members.values_list("report_id", flat=True))
    with _BRIEFS_LOCK:
        if key in _BRIEFS:
            _BRIEFS.move_to_end(key)
            return _BRIEFS[key]
    composed = compose(whole(incident), law=tools().book)
    with _BRIEFS_LOCK:
        _BRIEFS[key] = composed
        while len(_BRIEFS) > MOST_BRIEFS:
            _BRIEFS.popitem(last=False)
    return composed


def _assessed(stored: Sequence[StoredReport], incident: StoredIncident | None) -> Assessment:
    decisions = standing([row.record for row in incident.decisions.all()]) if incident else ()
    readings = {row.id: row.reading for row in stored if row.reading is not None}
    assessment, _ = assess([row.record for row in stored], decisions, readings=readings)
    return assessment


def _columns(fresh: Assessment, case: Case, at: datetime) -> dict[str, Any]:
    """Give the columns of an incident's row."""
    kept = replace(fresh, reports=(), readings=())
    return {
        "assessment": kept,
        "version": "sha256:" + hashlib.sha256(msgspec.json.encode(kept)).hexdigest(),
        "headline": compose(fresh, law=tools().book).headline,
        "sides": sorted(
            {p for c in (fresh.incident.cases if fresh.incident else ()) for p in (*c.attacker, *c.victim)}
        ),
        "attacker": ", ".join(case.attacker),
        "victim": ", ".join(case.victim),
        "place": case.place.name,
        "lat": case.place.lat,
        "lon": case.place.lon,
        "day": case.on,
        "changed_at": at,
        "made_with": state(),
    }


def _changes(
    incident: StoredIncident, findings: Sequence[Finding], *, cause: str, at: datetime
) -> Iterator[FindingChange]:
    """Tell which questions are new, are answered otherwise, or are asked no longer."""
    before = {row.question: row for row in incident.findings.all()}
    after = {f.question_id: f for f in findings}
    for question in sorted(before.keys() | after.keys()):
        old, new = before.get(question), after.get(question)
        was, now = old.answer if old else "", new.answer.value if new else ""
        if was != now and before:
            yield FindingChange(
                incident=incident,
                question=question,
                treaty=new.treaty if new else old.treaty if old else "",
                provision=new.provision if new else old.provision if old else "",
                before=was,
                after=now,
                why=new.why if new else "",
                cause=cause,
                at=at,
            )


def _store_findings(incident: StoredIncident, findings: Sequence[Finding]) -> None:
    incident.findings.all().delete()
    StoredFinding.objects.bulk_create(
        StoredFinding(
            incident=incident,
            question=f.question_id,
            record=f,
            treaty=f.treaty,
            provision=f.provision,
            answer=f.answer.value,
            certainty=f.certainty,
        )
        for f in findings
    )
