"""People's decisions: facts set, corrections, merging and splitting; each kept for good, undone by another."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from casus.desk.assessing import work_out
from casus.desk.auditing import audit
from casus.desk.causes import decided
from casus.desk.knowledge import tools_at_hand
from casus.desk.refusing import choices, in_words, refusal
from casus.desk.store.models import Membership, StoredDecision, StoredIncident
from casus.errors import Problem
from casus.incidents.corrections import objection
from casus.incidents.grading import grade_objection
from casus.records import Assessment, Decision, Record, Words
from casus.vocabulary.refusals import told


class Wanted(Record, frozen=True, kw_only=True):
    """What a person wants decided, as a form gives it."""

    does: str
    target: str
    name: str | None = None
    value: str | None = None
    why: str


KINDS = ("set-fact", "correct", "regrade", "undo", "merge", "split")


def decide(
    incident: StoredIncident, wanted: Wanted, *, by: str, at: datetime
) -> tuple[StoredDecision | None, tuple[Problem, ...]]:
    """Keep a decision and work the incident out anew; one without a reason, or of no known kind, is refused.

    The same decision sent twice at one moment is one decision.
    """
    problem = _objection(incident, wanted)
    if problem:
        return None, (problem,)
    record = Decision(
        id=_id(incident, wanted, by, at),
        does=wanted.does,  # type: ignore[arg-type]
        target=wanted.target,
        name=wanted.name,
        value=wanted.value,
        by=by,
        at=at,
        why=wanted.why.strip(),
    )
    with transaction.atomic():
        given = {
            "incident": incident,
            "record": record,
            "does": record.does,
            "target": record.target,
            "by": by,
            "at": at,
            "why": record.why,
        }
        stored, made = StoredDecision.objects.get_or_create(id=record.id, defaults=given)
        if not made:
            return stored, ()
        audit(
            by, f"decided: {record.does}", incident.id, at=at, decision=record.id, target=record.target, why=record.why
        )
        _apply(incident, record, at=at)
        work_out(incident, cause=decided(record), at=at)
    return stored, ()


def _objection(incident: StoredIncident, wanted: Wanted) -> Problem | None:
    where = in_words("at_decision", incident=incident.id)
    if wanted.does not in KINDS:
        return refusal(where, "refused_no_kind", hint="hint_choices", does=wanted.does, choices=choices(KINDS))
    if not wanted.why.strip():
        return refusal(where, "refused_decision_unsaid")
    if wanted.does == "undo" and not incident.decisions.filter(id=wanted.target).exists():
        return refusal(where, "refused_nothing_to_undo", decision=wanted.target)
    if wanted.does == "merge":
        other = StoredIncident.objects.filter(id=wanted.target, merged_into=None).exclude(id=incident.id).first()
        return None if other else refusal(where, "refused_nothing_to_merge", other=wanted.target)
    if wanted.does in {"set-fact", "correct", "regrade"}:
        says = _misapplied(incident, wanted)
        return told(where, says) if says else None
    if wanted.does == "split" and not incident.memberships.filter(report_id=wanted.target, active=True).exists():
        return refusal(where, "refused_not_in_incident", report=wanted.target)
    return None


def _misapplied(incident: StoredIncident, wanted: Wanted) -> Words | None:
    """Say why a decision about a case or an event changes nothing: it is of another incident, or says nothing known."""
    kept: Assessment = incident.assessment
    if wanted.does == "regrade":
        if all(each.event != wanted.target for each in kept.grades):
            return in_words("refused_no_event", event=wanted.target)
        return grade_objection(wanted.name, wanted.value)
    if not any(case.id == wanted.target for case in (kept.incident.cases if kept.incident else ())):
        return in_words("refused_no_case", case=wanted.target)
    if wanted.does == "set-fact" and wanted.name and wanted.name not in tools_at_hand().law.facts:
        return in_words("refused_no_fact", fact=wanted.name)
    return objection(wanted.does, wanted.name, wanted.value)


def _id(incident: StoredIncident, wanted: Wanted, by: str, at: datetime) -> str:
    said = "\n".join(
        (incident.id, wanted.does, wanted.target, wanted.name or "", wanted.value or "", by, at.isoformat())
    )
    return "decision-" + hashlib.sha256(said.encode()).hexdigest()[:16]


def _apply(incident: StoredIncident, decision: Decision, *, at: datetime) -> None:
    """Move reports for decisions that are about which reports belong together, and back for their undoing."""
    if decision.does == "undo":
        undone = incident.decisions.get(id=decision.target).record
        _move(incident, undone, at=at, back=True)
    else:
        _move(incident, decision, at=at, back=False)


def _move(incident: StoredIncident, decision: Decision, *, at: datetime, back: bool) -> None:
    if decision.does == "split":
        incident.memberships.filter(report_id=decision.target).update(active=back)
    elif decision.does == "merge":
        other = StoredIncident.objects.get(id=decision.target)
        for member in other.memberships.filter(active=True):
            why = f"merged from {other.id}: {decision.why}"
            given = {"added_at": at, "added_by": decision.by, "why": why}
            mine, made = Membership.objects.get_or_create(incident=incident, report=member.report, defaults=given)
            if (back and mine.why == why) or not (made or back):
                mine.active = not back
                mine.save(update_fields=["active"])
        other.merged_into = None if back else incident
        other.save(update_fields=["merged_into"])
