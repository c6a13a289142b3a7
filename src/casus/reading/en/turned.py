"""Rows that give way to another by what a verb is done to: a place that falls, persons seized, an ally defended."""

from __future__ import annotations

from casus.reading.en.matching import Match
from casus.reading.en.names import names_in
from casus.reading.en.preds import Pred
from casus.reading.en.senses import craft, crowd, falls, leaves, taken_sort, takes_place
from casus.reading.en.words import index
from casus.reading.lexicon import Predicate
from casus.reading.places import place_words

_IN_THE_WAY = frozenset({"block", "blockade", "cut_supply", "close_border", "restrict"})
"""What a crowd that stands in the way does is protest (lorry drivers sealed off the pass)."""


def of_places(pred: Pred, match: Match | None) -> Predicate | None:
    """Give the row of what happens to a place, by what falls, is taken or left (Goma fell; must leave Ecuador)."""
    if leaves(pred):
        return next(row for rest, row in index().verbs["leave"] if row.concept.name == "withdraw")
    if match is not None:
        return None
    if falls(pred):
        return next(row for rest, row in index().verbs["fall"] if row.concept.name == "capture")
    return next(row for rest, row in index().verbs["capture"] if not rest) if takes_place(pred) else None


def _in_the_way(pred: Pred, match: Match) -> bool:
    return match.row.concept.name in _IN_THE_WAY or (match.row.concept.name == "advance" and pred.lemma == "march")


def by_state(pred: Pred, match: Match) -> Predicate:
    """Give the match's row; of a state that protests the row of an official protest, not that of a crowd's."""
    crashes = match.row.concept.name == "impact" and pred.lemma != "hit" and not pred.passive
    if crashes and pred.subject is not None and craft(pred.subject):
        return next(row for rest, row in index().verbs["crash"] if not rest)
    if _in_the_way(pred, match) and pred.subject is not None and not pred.passive and crowd(pred.subject):
        return next(row for rest, row in index().verbs["demonstrate"] if not rest)
    if match.row.concept.name != "demonstrate" or pred.lemma != "protest" or pred.subject is None:
        return match.row
    names = names_in(" ".join(w.text for w in pred.subject.words))
    state = names and all(
        f.entry.kind in {"state", "capital", "org"} or f.entry.id == "GOV" for f in names if f.entry.sort != "adjective"
    )
    official = (row for rest, row in index().verbs["protest"] if not rest and row.concept.name == "protest")
    return next(official, match.row) if state and names[-1].entry.sort != "persons" else match.row


def _speaks_for(pred: Pred) -> bool:
    """Is it somebody or something that is defended in words (defended its ally, its decision), no ground?"""
    objects = [t.chunk for t in pred.objects()]
    if pred.lemma != "defend" or len(objects) != 1 or any(t.mark in {"against", "from"} for t in pred.taken):
        return False
    head = objects[0].head
    return (
        head.pos == "noun" and objects[0].words[0].tag in {"DPS", "AT0", "NP0"} and head.lemma not in place_words("en")
    )


def by_object(pred: Pred, row: Predicate) -> Predicate:
    """Give the row of taking persons, or a craft, where no place is taken (grabbed sailors, seized a tanker)."""
    taken = taken_sort(pred) if row.concept.name in {"capture", "hold"} and pred.lemma != "defend" else ""
    verb = {"persons": "detain", "craft": "impound"}.get(taken, "back" if _speaks_for(pred) else "")
    return next((found for rest, found in index().verbs.get(verb, ()) if not rest), row)
