"""Facts put into their case for the law, and people's corrections put into the facts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from casus.logic import UNKNOWN, Truth
from casus.records import Case, Decision, Fact, Incident
from casus.records.decision import standing
from casus.records.voice import REPORTED

AGREED = "agreed"
DECIDED = "decided"
"""The position of a fact that a person set."""


def merge(facts: Sequence[Fact], incident: Incident) -> Incident:
    """Give the incident with the facts of all its cases filled for the law."""
    return msgspec.structs.replace(incident, cases=tuple(fill(facts, case) for case in incident.cases))


def fill(facts: Sequence[Fact], case: Case) -> Case:
    """Give the case with its facts filled for the law.

    For an agreed case count what is reported and what attacker and victim both say; for one told by a party what is
    reported and, before it, what that party says. What the case states itself, or a person decided, goes before all.
    """
    own = [f for f in facts if f.case == case.id and f.truth is not UNKNOWN]
    filled = _of(own, REPORTED)
    if case.told_by == AGREED:
        filled = {**_both(own, case), **filled}
    else:
        filled.update(_of(own, case.told_by))
    unsettled = {f.name for f in facts if f.case == case.id and f.truth is UNKNOWN and f.position == REPORTED}
    kept = {name: truth for name, truth in filled.items() if name not in unsettled or name in _of(own, case.told_by)}
    decided = {f.name: f.truth for f in facts if f.case == case.id and f.position == DECIDED}
    return msgspec.structs.replace(case, facts=dict(sorted({**kept, **case.facts, **decided}.items())))


def apply(decisions: Sequence[Decision], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give the facts with those that people set added; what statements say stays beside them."""
    known = {t.value for t in Truth}
    decided: dict[tuple[str, str], Fact] = {}
    for decision in standing(decisions):
        if decision.does == "set-fact" and decision.name and decision.value in known:
            decided[decision.target, decision.name] = Fact(
                case=decision.target,
                name=decision.name,
                truth=Truth(decision.value),
                position=DECIDED,
                reason=f"set by {decision.by}: {decision.why}",
            )
    kept = [f for f in facts if f.position != DECIDED or (f.case, f.name) not in decided]
    return (*kept, *(decided[key] for key in sorted(decided)))


def _of(facts: Sequence[Fact], position: str) -> dict[str, Truth]:
    return {f.name: f.truth for f in facts if f.position == position}


def _both(facts: Sequence[Fact], case: Case) -> dict[str, Truth]:
    attacker, victim = (
        {name: truth for p in sorted(side) for name, truth in _of(facts, p).items()}
        for side in (case.attacker, case.victim)
    )
    return {name: truth for name, truth in attacker.items() if victim.get(name) is truth}
