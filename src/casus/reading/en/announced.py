"""How PLOVER codes an act that is only announced: help to come is agreement, help withheld a refusal."""

from __future__ import annotations

import msgspec

from casus.reading.clauses import Operator
from casus.reading.lexicon import Predicate
from casus.records.statement import PloverType
from casus.vocabulary.concepts import Concept

_HELPS = frozenset({"AID", "COOPERATE"})
_FRIENDLY = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT"})
_REFUSED = frozenset({"AGREE", "CONCEDE", "CONSULT"})
_YIELDING = frozenset({"AGREE", "AID", "COOPERATE", "CONCEDE", "RETREAT"})
_PROMISES = frozenset({
    "sign", "ratify", "establish_ties", "recognise", "release", "return_property", "ease_sanctions",
    "ease_restrictions", "accede", "access", "exchange_prisoners",
})  # fmt: skip
"""Concepts of other types whose announcement is a promise (CAMEO 030 and 034 to 036)."""
_PENALTIES = frozenset({"SANCTION", "PROTEST", "COERCE"})
_TOLD_APART = frozenset({"threatened", "agreed", "demanded", "requested", "ordered", "denied", "obligation"})
"""What a statement of its own says already (threatened to suspend aid)."""
_THREATENS = frozenset({"warn", "threaten", "vow", "swear", "caution"})
_WILL = frozenset({"will", "would", "shall"})
_MAY = frozenset({"could", "may", "might"})
_OATHS = frozenset({"vow", "oath", "pledge", "promise", "threat"})
"""Nouns of what somebody has sworn to do (a vow to kill voters)."""
_FORCE = frozenset({"use_force", "war", "retaliate", "kill", "execute", "shoot", "shoot_down", "fight"})
_CAN = frozenset({"can", "could", "may", "might"})
_WILLING = frozenset({
    "ready", "prepared", "willing", "eager", "keen", "determined", "prepare", "determine", "readiness", "willingness",
})  # fmt: skip
_PLANS = _WILLING | {
    "plan", "intend", "mean", "propose", "resolve", "decide", "intention", "desire", "offer", "consider", "mull",
    "contemplate", "weigh", "expect", "be",
}  # fmt: skip


def announced(
    row: Predicate, operators: tuple[Operator, ...], *, negative: bool, conditioned: bool, verbal: bool = True
) -> Predicate:
    """Give a row with the type and code its act has where its doer announces it; else the row as it is.

    CAMEO counts the intent to cooperate, help or yield under 03, its refusal under 12, and a penalty that is put
    on a condition under 13. ``conditioned``: has the clause a condition? ``verbal``: has it a verb, and so a doer?
    """
    puts = [op for op in operators if op.effect not in {"none", "claim"}]
    said = {_word(op) for op in puts}
    apart = any(op.effect in _TOLD_APART and not op.weak for op in puts) or (puts and puts[0].effect == "conditional")
    if row.concept.name == "retaliate" and said & _WILL and not (said & _THREATENS or negative or puts[0].negative):
        return _coded(row, "THREATEN", "138")
    if puts and puts[0].effect == "denied" and _word(puts[0]) in _PLANS:
        return _coded(row, "REJECT", "120") if _refuses(row.concept, own=True, will=True) else row
    if apart:
        return row
    negative = negative or (bool(puts) and puts[0].negative)
    word = _word(puts[0]) if puts else ""
    own = bool(puts) and puts[0].effect == "intended"
    will = word in _WILL and (own or (puts[0].effect == "forecast" and not _accounted(operators)))
    if negative and word in _WILL | _CAN | _PLANS:
        own = own or (word in _CAN and _by_itself(operators)) or (will and verbal and row.concept.type in _REFUSED)
        refused = _refuses(row.concept, own=own, will=will)
        return _coded(row, "REJECT", "120") if refused else row
    if negative:
        return row
    if _promises(row.concept, own=own, will=will, words={_word(op) for op in puts[:2]}):
        return _coded(row, "AGREE", "033" if row.concept.type == "AID" else "030")
    will = will or (own and word in _OATHS and row.concept.name in _FORCE)
    if own and _menaces(row.concept, will=will, willing=bool(said & _WILLING), conditioned=conditioned):
        return _coded(row, "THREATEN", "138")
    held_out = word in _MAY or (conditioned and (will or word in _CAN))
    penal = row.concept.type in _PENALTIES and held_out and _by_itself(operators)
    return _coded(row, "THREATEN", "130") if penal else row


def _menaces(concept: Concept, *, will: bool, willing: bool, conditioned: bool) -> bool:
    """Is it force that somebody says he will use, on a condition or at once (said it would kill a hostage an hour)?"""
    if concept.type != "ASSAULT":
        return concept.name == "countermeasures" and will
    return (will and (conditioned or concept.name in _FORCE)) or (willing and concept.name in _FORCE)


def _promises(concept: Concept, *, own: bool, will: bool, words: set[str]) -> bool:
    if words & _WILLING and (concept.type in _FRIENDLY or concept.name == "permit"):
        return True
    promise = concept.type in _HELPS or concept.name in _PROMISES
    yields = (concept.name == "permit" and "will" in words) or (
        own and (concept.name in {"permit", "comply"} or concept.type == "CONSULT")
    )
    return (promise and (will or bool(words & _PLANS))) or (will and yields)


def _refuses(concept: Concept, *, own: bool, will: bool) -> bool:
    if own:
        return concept.type in _YIELDING | {"CONSULT"} or concept.name == "permit"
    return will and (concept.type in _HELPS or concept.name in _PROMISES | {"disarm"})


def _word(operator: Operator) -> str:
    """Give the word of an operator's rule (``en.cue:modal:will`` gives will)."""
    kind, _, word = operator.rule.removeprefix("en.cue:").partition(":")
    return word.partition("/")[0] if kind in {"modal", "verb", "adj", "noun", "passive"} else ""


def _accounted(operators: tuple[Operator, ...]) -> bool:
    """Is it told on somebody's account (according to the envoy), who need not be the doer?"""
    return any(op.rule.startswith("en.cue:according") for op in operators)


def _claimed(operators: tuple[Operator, ...]) -> bool:
    """Does somebody named say so (there can be no dialogue, the governor said)?"""
    return any(op.effect == "claim" and op.voice == "named" for op in operators)


def menaced(row: Predicate, operators: tuple[Operator, ...]) -> Predicate:
    """Give a passive row with the type of a threat, where it is put on a condition (would be shot unless they paid)."""
    puts = [op for op in operators if op.effect not in {"none", "claim"}]
    held_out = len(puts) == 1 and _word(puts[0]) in _WILL | _MAY and not puts[0].negative and _claimed(operators)
    if not held_out or row.concept.type not in _PENALTIES | {"ASSAULT"}:
        return row
    return _coded(row, "THREATEN", "138" if row.concept.type == "ASSAULT" else "130")


def _by_itself(operators: tuple[Operator, ...]) -> bool:
    return any(op.agent or op.effect == "intended" for op in operators)


def _coded(row: Predicate, type_: PloverType, cameo: str) -> Predicate:
    concept = msgspec.structs.replace(row.concept, type=type_, cameo=cameo)
    return msgspec.structs.replace(row, concept=concept)
