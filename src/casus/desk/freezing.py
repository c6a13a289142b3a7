"""What programs are given of a published version: made once with the page, under the same safeguards, kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from casus.desk.pages.telling import timeline
from casus.desk.redacting import placed, without_persons
from casus.desk.store.models import Publication, PublishedFinding, StoredIncident
from casus.records import Assessment, Case, Finding, Record

FOUND_BY = ("question", "treaty", "provision", "answer", "certainty")


class Frozen(Record, frozen=True, kw_only=True):
    """The part of a version that programs read."""

    record: dict[str, Any]
    """JSON: ``row`` (what lists give), ``incident`` (``casus.incident/1``), ``timeline``."""
    findings: tuple[dict[str, Any], ...]
    """JSON: the rows of its findings."""


def frozen(incident: StoredIncident, assessment: Assessment, *, coarse: bool) -> Frozen:
    """Freeze an incident for programs; ``assessment`` is what may stand in public of it."""
    told = assessment.incident
    cases = tuple(placed(case, coarse=coarse) for case in told.cases) if told else ()
    first = cases[0] if cases else None
    kept = msgspec.structs.replace(told, cases=cases) if told else None
    events = [m for m in timeline(incident, assessment) if m.kind == "event"]
    said = {
        "row": _row(incident, first, coarse=coarse),
        "incident": msgspec.to_builtins(kept),
        "timeline": msgspec.to_builtins(events),
    }
    return Frozen(
        record=without_persons(said), findings=tuple(without_persons(finding_row(f)) for f in assessment.findings)
    )


def _row(incident: StoredIncident, first: Case | None, *, coarse: bool) -> dict[str, Any]:
    known = first is not None and first.place.lat is not None
    return {
        "attacker": incident.attacker,
        "victim": incident.victim,
        "place": incident.place,
        "lat": first.place.lat if first else None,
        "lon": first.place.lon if first else None,
        "coarsened": coarse and known,
        "day": incident.day.isoformat(),
        "made_with": incident.made_with,
        "opened_at": incident.opened_at.isoformat(),
    }


def finding_row(finding: Finding) -> dict[str, Any]:
    """Give a finding as lists of findings give it."""
    return {
        "question": finding.question_id,
        "treaty": finding.treaty,
        "provision": finding.provision,
        "answer": finding.answer.value,
        "certainty": finding.certainty,
        "cite": finding.cite,
        "obliged": list(finding.obliged),
        "beneficiary": list(finding.beneficiary),
        "why": finding.why,
    }


def findings_of(publication: Publication, rows: Sequence[dict[str, Any]]) -> list[PublishedFinding]:
    """Give the rows by which a version's findings are found."""
    of = {"incident": publication.incident_id}
    return [PublishedFinding(publication=publication, record=row | of, **{n: row[n] for n in FOUND_BY}) for row in rows]


def latest_day(assessment: Assessment, otherwise: date) -> date:
    """Give the day of the latest case: while that one is fresh, so is the incident."""
    return max((case.on for case in assessment.incident.cases), default=otherwise) if assessment.incident else otherwise
