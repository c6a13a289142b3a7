"""A case with hand-picked statements, as the incidents room would hand it to facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.incidents.made import Said, one

from casus.facts import observe
from casus.facts.subjects import ABOUT_VICTIM, DECLARATIONS
from casus.logic import Truth
from casus.records import Case, CasePlace, Fact, Incident, Reading, Record, Report, StatementRef
from casus.vocabulary.concepts import concepts

CASE = Case(
    id="case-1",
    on=date(2021, 5, 12),
    attacker=("AZE",),
    victim=("ARM",),
    place=CasePlace(name="Quiet Lake"),
    told_by="agreed",
)


class Refs(Record, frozen=True, kw_only=True):
    """Statements of one case."""

    case: str
    acts: tuple[StatementRef, ...]
    context: tuple[StatementRef, ...]


class Told(Record, frozen=True, kw_only=True):
    """An incident with the statements of its cases."""

    incident: Incident | None
    case_statements: tuple[Refs, ...]


def told(*says: Said, case: Case = CASE, acts: Sequence[Said] | None = None) -> tuple[Told, Report, Reading]:
    """Make a case of statements; by default those of arms and forces are of its acts and the others stand beside."""
    report, reading = one(*says)
    refs = [StatementRef(report=report.id, statement=s.id) for s in reading.statements]
    of_act = [_armed(s) if acts is None else s in acts for s in says]
    named = Refs(
        case=case.id,
        acts=tuple(r for r, a in zip(refs, of_act, strict=True) if a),
        context=tuple(r for r, a in zip(refs, of_act, strict=True) if not a),
    )
    incident = Incident(id="incident-1", cases=(case,))
    return Told(incident=incident, case_statements=(named,)), report, reading


def observed(*says: Said, case: Case = CASE, acts: Sequence[Said] | None = None) -> tuple[Fact, ...]:
    """Observe the facts of such a case."""
    gathered, report, reading = told(*says, case=case, acts=acts)
    return observe(gathered, [report], [reading])


def told_facts(*says: Said, case: Case = CASE) -> dict[tuple[str, str], Truth]:
    """Give the facts of such a case by name and position."""
    return {(f.name, f.position): f.truth for f in observed(*says, case=case)}


def _armed(said: Said) -> bool:
    concept = concepts()[said.concept]
    beside = {"withdraw", "retreat", "support_rebels", *DECLARATIONS, *ABOUT_VICTIM}
    return concept.type in {"ASSAULT", "COERCE", "MOBILIZE"} | {None} and said.concept not in beside
