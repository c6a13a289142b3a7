"""How a statement is put: the operator nearest the trigger decides; a claim yields to the denial of it."""

from __future__ import annotations

import msgspec

from casus.reading.clauses import Clause, Operator
from casus.records.statement import OWN_VOICE, Modality, Polarity, StatementKind

_HELP = {"AID", "SUPPORT", "COOPERATE", "CONSULT", "MOBILIZE", "AGREE"}


class Put(msgspec.Struct, frozen=True):
    """The outcome: modality and polarity, the kind of statement, and the operator that decided."""

    modality: Modality
    polarity: Polarity
    kind: StatementKind
    by: Operator | None


def decide(clause: Clause, *, speaker_acts: bool, long_ago: bool, ahead: bool = False) -> Put:
    """Decide how a clause is put; ``speaker_acts``: its own speaker is the one who acts in it."""
    by = _deciding(clause.operators)
    label = _label(clause, by, speaker_acts=speaker_acts, long_ago=long_ago)
    if ahead and label in OWN_VOICE and not clause.past:
        label = "forecast"
    flipped = by is not None and by.flips
    negative = (clause.negative and not flipped) or (by is not None and by.negative) or label == "denied"
    return Put(label, "negative" if negative else "positive", _kind(clause, label), by)


def _deciding(operators: tuple[Operator, ...]) -> Operator | None:
    claim: Operator | None = None
    weak: Operator | None = None
    for op in operators:
        if op.effect == "none":
            continue
        if op.weak:
            weak = weak or op
        elif op.effect == "claim":
            claim = claim or op
        elif claim is None or op.effect == "denied" or op.flips:
            return op
    return weak or claim


def _label(clause: Clause, by: Operator | None, *, speaker_acts: bool, long_ago: bool) -> Modality:
    if by is None:
        return _own_voice(clause, long_ago=long_ago)
    if by.effect == "ought" and not any(op.voice in {"named", "carried", "account"} for op in clause.operators):
        return "opinion"
    if by.effect in {"sought", "ought"}:
        type_ = clause.predicate.concept.type if clause.predicate else None
        return "requested" if type_ in _HELP else "demanded"
    if by.weak or by.effect == "claim":
        if speaker_acts and _announces(clause):
            return "intended"
        if by.effect == "claim" and _foretells(clause):
            return "forecast"
    return by.effect  # type: ignore[return-value]


def _announces(clause: Clause) -> bool:
    """Is it something one says one will do?"""
    concept = clause.predicate.concept if clause.predicate else None
    settled = clause.past or clause.stative or clause.passive or clause.nominal
    if concept is None:  # a deed no table knows: what somebody says they will do to something (期間を延長すると発表)
        return (
            clause.finite and not settled and not clause.negative and any("object" in a.slots for a in clause.arguments)
        )
    return concept.type is not None and clause.finite and not settled and _deed(clause)


def _foretells(clause: Clause) -> bool:
    settled = clause.past or clause.stative or clause.nominal or clause.negative
    return clause.predicate is not None and _deed(clause) and clause.finite and not settled


def _deed(clause: Clause) -> bool:
    """Ask: is it a deed, not a condition that already holds (戦争状態にある)?"""
    concept = clause.predicate.concept if clause.predicate else None
    return concept is not None and concept.type is not None and concept.kind != "state"


def _own_voice(clause: Clause, *, long_ago: bool) -> Modality:
    kind = clause.predicate.concept.kind if clause.predicate else "event"
    by_kind: dict[str, Modality] = {
        "state": "state",
        "obligation": "obligation",
        "opinion": "opinion",
        "legal_claim": "opinion",
        "forecast": "forecast",
        "question": "question",
    }
    if long_ago:
        return "background"
    if clause.speech and (clause.past or clause.stative):
        return "fact"
    if kind == "event" and clause.predicate is None and clause.stative and not (clause.negative and clause.past):
        return "state"
    if kind == "state" and clause.predicate is not None and clause.predicate.concept.type is not None:
        return "fact"
    return by_kind.get(kind, "fact")


def _kind(clause: Clause, label: Modality) -> StatementKind:
    if label == "obligation":
        return "obligation"
    if label == "question":
        return "question"
    if clause.predicate is not None:
        return clause.predicate.concept.kind
    return "state" if clause.stative else "event"
