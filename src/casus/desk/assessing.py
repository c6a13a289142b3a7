"""Working an incident out: its reports, decisions and law to an assessment, and what that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from typing import Any, cast

import msgspec
from django.db import transaction
from msgspec.structs import replace

from casus.briefing import compose
from casus.desk.auditing import audit, one_at_a_time
from casus.desk.causes import added
from casus.desk.composed import keep_brief, keep_findings, kept_brief, made_from
from casus.desk.knowledge import state, tools_at_hand
from casus.desk.matching import matching
from casus.desk.store.models import (
    FindingChange,
    Membership,
    OutletGrade,
    StoredDecision,
    StoredIncident,
    StoredReport,
)
from casus.desk.watching import queue_tellings
from casus.errors import CasusError
from casus.incidents import gather
from casus.pipeline import Tools, assess
from casus.reading import read
from casus.records import Assessment, Brief, Finding, Incident, Words
from casus.records.decision import standing
from casus.records.grade import Reliability

DESK = "casus"
"""Who is named for what the desk does by itself."""
HELD = (False, False, True)
"""Work is done while others write, and kept if nothing it rests on has changed meanwhile; at the last, they wait."""


def place_report(report_id: str, *, at: datetime) -> StoredIncident | None:
    """Put a report into the incident it tells of, or open one; None where it tells of no armed incident with a day."""
    for held in HELD:
        with _held() if held else nullcontext():
            done, incident = _placed(report_id, at=at)
        if done:
            return incident
    raise CasusError(f"{report_id} cannot be placed: what it is placed by changes under the lock")


def _placed(report_id: str, *, at: datetime) -> tuple[bool, StoredIncident | None]:
    """Try to place a report; not done where what it was worked out from changed before it could be kept."""
    if member := _member(report_id):
        return True, member.incident
    stored = StoredReport.objects.get(id=report_id)
    told = _told(stored)
    if told is None or not told.cases:
        return True, None
    found = matching(told)
    joined = found[0] if found else StoredIncident.objects.filter(id=told.id).first()
    before = _basis(joined.id if joined else told.id)
    reports = sorted([*(reports_of(joined) if joined else ()), stored], key=lambda row: (row.received_at, row.id))
    brief = _composed(reports, joined)
    with _held():
        again = matching(told)
        moved = (again[0].id if again else None) != (found[0].id if found else None)
        if moved or _member(report_id) or _basis(joined.id if joined else told.id) != before:
            return False, None
        incident = joined or _opened(brief.assessment, at)
        _put_in(stored, incident, found[1] if found else "opens the incident", at=at)
        return True, _keep(incident, brief, cause=added(str(stored)), at=at)


def _member(report_id: str) -> Membership | None:
    return Membership.objects.filter(report_id=report_id, active=True).select_related("incident").first()


def _told(stored: StoredReport) -> Incident | None:
    """Give the incident that one report tells of, as far as it is needed to find it on the desk."""
    use = tools_at_hand()
    reading = stored.reading or read(stored.record, gazetteer=use.territory, mentions=True)[0]
    return gather([stored.record], [reading], gazetteer=use.territory, instruments=use.book.names())[0].incident


@contextmanager
def _held() -> Iterator[None]:
    """Let nobody else write while something is kept."""
    with transaction.atomic():
        one_at_a_time()
        yield


def _basis(incident_id: str) -> tuple[object, ...]:
    """Give what an incident is worked out from, to see whether it is still the same when that is to be kept."""
    rows = StoredIncident.objects.filter(id=incident_id).values_list("version", "made_with", "merged_into")
    members = Membership.objects.filter(incident=incident_id, active=True).order_by().values_list("report_id")
    decisions = StoredDecision.objects.filter(incident=incident_id).order_by().values_list("id")
    grades = OutletGrade.objects.order_by().values_list("outlet", "grade")
    return (*rows, frozenset(members), frozenset(decisions), frozenset(grades))


def _put_in(stored: StoredReport, incident: StoredIncident, why: str, *, at: datetime) -> None:
    Membership.objects.create(incident=incident, report=stored, added_at=at, added_by=DESK, why=why)
    audit(DESK, "put a report into an incident", incident.id, at=at, report=stored.id, why=why)


def _opened(alone: Assessment, at: datetime) -> StoredIncident:
    """Give the incident that a report opens; what is known of it is worked out in the same transaction."""
    told = _incident(alone)
    bare = replace(alone, reports=(), readings=(), findings=())
    given = {"assessment": bare, "day": told.cases[0].on, "opened_at": at, "changed_at": at}
    return StoredIncident.objects.get_or_create(id=told.id, defaults=given)[0]


def _incident(assessment: Assessment) -> Incident:
    """Give an assessment's incident; only called where there is one with a case."""
    if assessment.incident is None or not assessment.incident.cases:
        raise CasusError("no incident was found to be kept")
    return assessment.incident


def work_out(incident: StoredIncident, *, cause: Words, at: datetime) -> StoredIncident:
    """Assess an incident anew from its reports and decisions; keep what changed in its answers, and why."""
    for held in HELD:
        with _held() if held else nullcontext():
            before = _basis(incident.id)
            brief = _composed(reports_of(incident), incident)
            with _held():
                if _basis(incident.id) == before:
                    return _keep(incident, brief, cause=cause, at=at)
    raise CasusError(f"{incident.id} cannot be worked out: what it is made from changes under the lock")


def _keep(incident: StoredIncident, brief: Brief, *, cause: Words, at: datetime) -> StoredIncident:
    """Keep what was worked out, in the transaction of who calls."""
    fresh = brief.assessment
    told = fresh.incident is not None and bool(fresh.incident.cases)
    columns = _columns(brief, at) if told else {}
    if told and columns["version"] == incident.version and incident.findings.exists():
        if incident.made_with != columns["made_with"]:
            incident.made_with = str(columns["made_with"])
            incident.save(update_fields=["made_with"])
        keep_brief(incident, brief)
        return incident
    for name, value in columns.items():
        setattr(incident, name, value)
    incident.save()
    changes = list(_changes(incident, fresh.findings, cause=cause, at=at))
    FindingChange.objects.bulk_create(changes)
    queue_tellings(incident, changes, at=at)
    keep_findings(incident, fresh.findings)
    if told:
        keep_brief(incident, brief)
    audit(DESK, "worked out an incident", incident.id, at=at, cause=cause["en"], changed=len(changes))
    return incident


def reports_of(incident: StoredIncident, *, without: Sequence[str] = ()) -> list[StoredReport]:
    """Give the reports of an incident, in the order in which the desk learned of them; some columns left unread."""
    members = Membership.objects.filter(incident=incident, active=True).select_related("report")
    ordered = members.order_by("report__received_at", "report_id")
    return [m.report for m in ordered.defer(*(f"report__{name}" for name in without))]


def whole(incident: StoredIncident) -> Assessment:
    """Give an incident's assessment with its reports and readings put back."""
    return _with_reports(incident, incident.assessment)


def _with_reports(incident: StoredIncident, kept: Assessment) -> Assessment:
    stored = {row.id: row for row in reports_of(incident)}
    reports = [row for row in stored.values() if any(row.id in group for group in kept.origins)] or list(
        stored.values()
    )
    return replace(
        kept,
        reports=tuple(row.record for row in reports),
        readings=tuple(row.reading for row in reports if row.reading is not None),
    )


def outline(incident: StoredIncident) -> Assessment:
    """Give an incident's assessment without reports; where its brief is kept without proofs, at little cost."""
    kept = kept_brief(incident, made_from(incident))
    bare: Assessment = kept.assessment if kept else incident.assessment
    return bare


def brief_of(incident: StoredIncident) -> Brief:
    """Give an incident's brief as it is kept; its findings are without their proofs, which :func:`whole` gives."""
    kept = kept_brief(incident, made_from(incident))
    if kept is None:
        return compose(whole(incident), law=tools_at_hand().book)
    return replace(kept, assessment=_with_reports(incident, kept.assessment))


def _composed(stored: Sequence[StoredReport], incident: StoredIncident | None) -> Brief:
    """Assess reports with the decisions of an incident, and put that into a brief."""
    decisions = standing([row.record for row in incident.decisions.all()]) if incident else ()
    readings = {row.id: row.reading for row in stored if row.reading is not None}
    assessment, _ = assess([row.record for row in stored], decisions, readings=readings, with_tools=judged_tools())
    return compose(assessment, law=tools_at_hand().book)


def judged_tools() -> Tools:
    """Give the tools at hand with the desk's own grades of outlets."""
    judged = cast("dict[str, Reliability]", dict(OutletGrade.objects.values_list("outlet", "grade")))
    return replace(tools_at_hand(), outlet_grades=judged)


def _columns(brief: Brief, at: datetime) -> dict[str, Any]:
    """Give the columns of an incident's row."""
    kept = replace(brief.assessment, reports=(), readings=())
    cases = _incident(kept).cases
    case = cases[0]
    return {
        "assessment": kept,
        "version": "sha256:" + hashlib.sha256(msgspec.json.encode(kept)).hexdigest(),
        "headline": brief.headline,
        "sides": sorted({p for c in cases for p in (*c.attacker, *c.victim)}),
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
    incident: StoredIncident, findings: Sequence[Finding], *, cause: Words, at: datetime
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
                why_ja=new.why_ja if new else "",
                cause=cause["en"],
                cause_ja=cause["ja"],
                at=at,
            )
