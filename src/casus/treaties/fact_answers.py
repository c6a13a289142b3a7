"""Every fact an expression may use, answered as a leaf of a proof."""

from __future__ import annotations

import re
from collections.abc import Callable

from casus.logic import NO, UNKNOWN, YES, any_of, from_bool
from casus.records import Proof
from casus.treaties.place_answers import HOMELAND, PLACE_FACTS, place_answer
from casus.treaties.request_answers import REQUEST_ANSWERS
from casus.treaties.situation import INCIDENT, Leaf, Situation

_STATE = re.compile(r"[A-Z]{3}")
NOBODY = "who attacked is not known"


def answer(it: Situation, name: str, position: str | None = None) -> Proof:
    """Answer a fact, in a position's view where one is given."""
    given = it.docket.case.fact(name)
    if name.startswith("place.") or (name == HOMELAND and given is UNKNOWN):
        truth, says, source = place_answer(it, name, position)
    elif name in _ANSWERS:
        truth, says, source = _ANSWERS[name](it)
    else:
        truth, says, source = given, it.phrase(name, given), INCIDENT
    return Proof(kind="fact", name=name, truth=truth, says=says, source=source or None)


def _member(states: tuple[str, ...], group: tuple[str, ...], what: str) -> Leaf:
    """Are states (alike by construction) in a group of the case; open where the group is not known."""
    names = ", ".join(states)
    if not group:
        return UNKNOWN, f"whether {names} was {what} is not known", ""
    inside = states[0] in group
    verb = ("was" if len(states) == 1 else "were") + ("" if inside else " not")
    return from_bool(inside), f"{names} {verb} {what} in this case", INCIDENT


def _bound(it: Situation, states: tuple[str, ...]) -> Leaf:
    """Is any of these states bound that day?"""
    found = [it.docket.status(it.treaty, s) for s in states]
    truth = any_of(s.truth for s in found) if found else UNKNOWN
    telling = [s for s in found if s.truth is truth]
    return truth, "; ".join(s.says for s in telling) or NOBODY, "; ".join(s.source for s in telling if s.source)


def _is_state(it: Situation) -> Leaf:
    """Is an attacker a state?"""
    attackers = it.docket.case.attacker
    states = [a for a in attackers if _STATE.fullmatch(a)]
    if states:
        return YES, f"{', '.join(states)}: a state", INCIDENT
    return (NO, f"{', '.join(attackers)}: not a state", INCIDENT) if attackers else (UNKNOWN, NOBODY, "")


def _named(it: Situation) -> Leaf:
    """Is an attacker one of the adversaries the text answers to?"""
    attackers = it.docket.case.attacker
    named = [a for a in attackers if a in it.text.adversaries]
    if named:
        return YES, f"{', '.join(named)} is an adversary the text names", it.treaty.file
    if not attackers:
        return UNKNOWN, NOBODY, ""
    says = f"{', '.join(attackers)} is not among the adversaries the text names ({', '.join(it.text.adversaries)})"
    return NO, says, it.treaty.file


_ANSWERS: dict[str, Callable[[Situation], Leaf]] = {
    "beneficiary.attacked": lambda it: _member((it.beneficiary,), it.docket.case.victim, "attacked"),
    "beneficiary.attacks": lambda it: _member((it.beneficiary,), it.docket.case.attacker, "the attacker"),
    "beneficiary.bound": lambda it: _bound(it, (it.beneficiary,)),
    "obliged.attacked": lambda it: _member(it.obliged, it.docket.case.victim, "attacked"),
    "obliged.attacks": lambda it: _member(it.obliged, it.docket.case.attacker, "the attacker"),
    "attacker.bound": lambda it: _bound(it, it.docket.case.attacker),
    "victim.bound": lambda it: _bound(it, it.docket.case.victim),
    "attacker.is_state": _is_state,
    "attacker.named": _named,
    **REQUEST_ANSWERS,
}

ENGINE_FACTS = frozenset(_ANSWERS) | PLACE_FACTS
"""Facts answered here; all others are observables of the act (``act.*``, ``victim.*``) given with the case."""

OF_TREATY = (frozenset(_ANSWERS) | {"place.of_obliged", "place.in_area"}) - {
    "beneficiary.attacked",
    "beneficiary.attacks",
    "attacker.is_state",
}
"""Facts whose answer turns on the instrument, the text or the obliged, not on the case and beneficiary alone."""

OF_OBLIGED = frozenset({"obliged.attacked", "obliged.attacks", "place.of_obliged"})
"""Facts whose answer may differ from one obliged state to the next."""
