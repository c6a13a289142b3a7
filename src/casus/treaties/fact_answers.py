"""Every fact an expression may use, answered as a leaf of a proof."""

from __future__ import annotations

import re
from collections.abc import Callable

from casus.logic import NO, UNKNOWN, YES, any_of, from_bool
from casus.records import Proof
from casus.treaties.authorising import UN_AUTHORISED
from casus.treaties.law import Authorisation
from casus.treaties.place_answers import HOMELAND, PLACE_FACTS, place_answer
from casus.treaties.request_answers import REQUEST_ANSWERS
from casus.treaties.situation import INCIDENT, Leaf, Situation
from casus.vocabulary.party_names import coded_list
from casus.vocabulary.phrases import in_language, joined, say

_STATE = re.compile(r"[A-Z]{3}")
NOBODY = "nobody_known"


def answer(it: Situation, name: str, position: str | None = None) -> Proof:
    """Answer a fact, in a position's view where one is given."""
    given = it.docket.case.fact(name)
    if name.startswith("place.") or (name == HOMELAND and given is UNKNOWN):
        truth, says, source = place_answer(it, name, position)
    elif name in _ANSWERS:
        truth, says, source = _ANSWERS[name](it)
    elif name == UN_AUTHORISED and given is UNKNOWN and it.docket.authorised_by:
        return _authorised(it, it.docket.authorised_by)
    else:
        truth, says, source = given, it.phrase(name, given), INCIDENT
    return Proof(
        kind="fact", name=name, truth=truth, says=says["en"], says_ja=in_language(says, "ja"), source=source or None
    )


def _authorised(it: Situation, by: Authorisation) -> Proof:
    """Assume, and say so, that an act a resolution covers was within it; open where it is disputed, or with strict."""
    name = {"number": str(by.resolution), "year": str(by.adopted.year)}
    truth = UNKNOWN if by.disputed or it.docket.strict else YES
    key, detail = ("authorised_open", by.disputed or by.says) if truth is UNKNOWN else ("authorised", by.says)
    says = say(key, **name, detail={"en": detail})
    return Proof(
        kind="declared",
        name=UN_AUTHORISED,
        truth=truth,
        says=says["en"],
        says_ja=in_language(says, "ja"),
        source=by.source,
    )


def _member(states: tuple[str, ...], group: tuple[str, ...], what: str) -> Leaf:
    """Are states (alike by construction) in a group of the case; open where the group is not known."""
    names = coded_list(states)
    if not group:
        return UNKNOWN, say(f"{what}_unknown", states=names), ""
    truth = from_bool(states[0] in group)
    verb = "was" if len(states) == 1 else "were"
    return truth, say(f"{what}_{truth.value}", states=names, verb=verb), INCIDENT


def _bound(it: Situation, states: tuple[str, ...]) -> Leaf:
    """Is any of these states bound that day?"""
    found = [it.docket.status(it.treaty, s) for s in states]
    truth = any_of(s.truth for s in found) if found else UNKNOWN
    telling = [s for s in found if s.truth is truth]
    says = joined([{"en": s.says, "ja": s.says_ja} for s in telling], apart="; ") if telling else say(NOBODY)
    return truth, says, "; ".join(s.source for s in telling if s.source)


def _is_state(it: Situation) -> Leaf:
    """Is an attacker a state?"""
    attackers = it.docket.case.attacker
    states = [a for a in attackers if _STATE.fullmatch(a)]
    if states:
        return YES, say("is_a_state", states=coded_list(states)), INCIDENT
    if not attackers:
        return UNKNOWN, say(NOBODY), ""
    return NO, say("is_no_state", states=coded_list(attackers)), INCIDENT


def _named(it: Situation) -> Leaf:
    """Is an attacker one of the adversaries the text answers to?"""
    attackers = it.docket.case.attacker
    named = [a for a in attackers if a in it.text.adversaries]
    if named:
        return YES, say("named_adversary", states=coded_list(named)), it.treaty.file
    if not attackers:
        return UNKNOWN, say(NOBODY), ""
    those = coded_list(it.text.adversaries)
    return NO, say("no_named_adversary", states=coded_list(attackers), those=those), it.treaty.file


_ANSWERS: dict[str, Callable[[Situation], Leaf]] = {
    "beneficiary.attacked": lambda it: _member((it.beneficiary,), it.docket.case.victim, "attacked"),
    "beneficiary.attacks": lambda it: _member((it.beneficiary,), it.docket.case.attacker, "attacker"),
    "beneficiary.bound": lambda it: _bound(it, (it.beneficiary,)),
    "obliged.attacked": lambda it: _member(it.obliged, it.docket.case.victim, "attacked"),
    "obliged.attacks": lambda it: _member(it.obliged, it.docket.case.attacker, "attacker"),
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
