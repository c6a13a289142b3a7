"""Rows that give way to another by what a verb is done to: a place that falls, persons seized, an ally defended."""

from __future__ import annotations

from casus.reading.en.matching import Match
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.senses import craft, crowd, falls, leaves, taken_sort, takes_place
from casus.reading.en.words import index
from casus.reading.lexicon import Predicate
from casus.reading.places import place_words

_IN_THE_WAY = frozenset({"block", "blockade", "cut_supply", "close_border", "restrict"})
"""What a crowd that stands in the way does is protest (lorry drivers sealed off the pass)."""


def of_places(pred: Pred, match: Match | None) -> Predicate | None:
    """Give the row of what happens to a place, by what falls, is taken or left (Goma fell; must leave Ecuador)."""
    told = match is None or match.verb_only or match.row.concept.name in {"visit", "leave_scene"}
    if told and _help_arrives(pred):
        return next(row for rest, row in index().verbs["feed"] if row.concept.name == "humanitarian_aid")
    moves = _forces_move(pred) if told else ""
    if moves:
        return next(row for rest, row in index().verbs[moves] if row.concept.name in {"invade", "move_forces"})
    if leaves(pred) or (told and _forces_leave(pred)):
        return next(row for rest, row in index().verbs["leave"] if row.concept.name == "withdraw")
    if (match is None or match.row.concept.type is None) and _in_protest(pred):
        return next(row for rest, row in index().verbs["demonstrate"] if not rest)
    if match is not None:
        return None
    if _receives(pred):
        return next(row for rest, row in index().verbs["host"] if not rest)
    if falls(pred):
        return next(row for rest, row in index().verbs["fall"] if row.concept.name == "capture")
    return next(row for rest, row in index().verbs["capture"] if not rest) if takes_place(pred) else None


_MOVES_ON = frozenset({"advance", "invade", "mass", "patrol", "stay"})
_RUNS_WILD = frozenset({"set_fire", "storm", "loot", "encircle"})
"""What a crowd without arms that does so does in a riot (students stormed the embassy)."""


def _in_protest(pred: Pred) -> bool:
    """Is it done in protest (cut their hair in protest at a death)?"""
    return any(t.mark.rpartition(" ")[2] == "in" and t.chunk.head.lemma == "protest" for t in pred.taken)


def _forces_arrive(pred: Pred, match: Match) -> bool:
    """Are they forces that come, no visitor (peacekeepers arrived in the port)?"""
    comes = pred.lemma == "arrive" or (pred.lemma == "fly" and pred.passive)
    if match.row.concept.name != "visit" or not comes or pred.subject is None:
        return False
    named = names_in(" ".join(w.text for w in (*pred.subject.words, *(w for c in pred.subject.of for w in c.words))))
    return any(f.entry.sort in {"persons", "vessel", "aircraft"} and f.entry.id in {"MIL", "COP"} for f in named)


_GO = frozenset({"sail", "fly", "depart", "embark", "leave", "ship", "head", "start"})
_ROLLS = frozenset({
    "roll", "rumble", "thunder", "roar", "stream", "head", "move", "march", "steam", "sail", "drive", "push", "race",
    "converge", "speed", "travel", "trundle", "fly", "pour",
})  # fmt: skip
_FOR_HOME = frozenset({"from", "out of", "home", "for home"})


def _forces_leave(pred: Pred) -> bool:
    """Are they forces that go from a place (the last battalion sailed from Luanda; marines flew home)?"""
    goes = pred.lemma in _GO and not pred.passive and pred.group.form == "finite"
    if not goes or pred.subject is None or not _armed(pred.subject):
        return False
    return any(t.mark in _FOR_HOME or t.chunk.text.lower() == "home" for t in pred.taken)


def _forces_move(pred: Pred) -> str:
    """Give what forces do that move on a place: ``move`` towards it, ``invade`` a city or a country (rolled into)."""
    if pred.lemma not in _ROLLS or pred.passive or pred.subject is None or not _armed(pred.subject):
        return ""
    for mark, chunk in ((t.mark.rpartition(" ")[2], t.chunk) for t in pred.taken):
        if mark in {"towards", "toward"} or (mark == "on" and pred.lemma == "converge"):
            return "move"
        if mark == "into" and chunk.head.pos == "propn":
            return "invade"
    return ""


_GOODS = frozenset({
    "aid", "relief", "food", "blanket", "tent", "medicine", "biscuit", "wheat", "rice", "flour", "grain", "maize",
    "supply", "supplies", "shipment", "shipload", "planeload", "convoy", "airlift", "consignment", "cargo", "truckload",
})  # fmt: skip
"""What comes to those in need."""


def _help_arrives(pred: Pred) -> bool:
    """Is it relief that comes (blankets and tents reached the city; a shipload of wheat for Ethiopia docked)?"""
    if pred.lemma not in {"arrive", "reach", "dock", "land", "get", "come"} or pred.passive or pred.subject is None:
        return False
    chunks = [c for c in (pred.subject, *pred.subject.members, *pred.subject.of) if c.kind == "np"]
    heads = {c.head.lemma.removesuffix("s") for c in chunks} | {c.head.lemma for c in chunks}
    named = heads & {"aid", "relief", "food", "blanket", "tent", "medicine", "wheat", "rice", "flour", "grain", "maize"}
    return bool(named) or (bool(heads & _GOODS) and any(w.lemma in _GOODS for c in chunks for w in c.words[:-1]))


_FORCES = frozenset({"persons", "body", "vehicle", "vessel", "aircraft"})


def _armed(chunk: Chunk) -> bool:
    """Are they troops?"""
    named = [f for c in (chunk, *chunk.of) if c.kind == "np" for f in names_in(c.head.text)]
    return any(f.entry.sort in _FORCES and f.entry.id in {"MIL", "COP", "REB"} for f in named)


def _works(pred: Pred) -> bool:
    return pred.subject is not None and not pred.passive and crowd(pred.subject)


def _runs_wild(pred: Pred, match: Match) -> bool:
    return match.row.concept.name in _RUNS_WILD and pred.lemma != "rush"


def _doers(pred: Pred) -> list[Chunk]:
    """Give who acts: the subject, of a passive who stands after by."""
    if pred.passive:
        return [t.chunk for t in pred.taken if t.mark == "by"]
    return [pred.subject] if pred.subject is not None else []


def _receives(pred: Pred) -> bool:
    """Is it an office-holder whom somebody with an office receives (the king received a premier), no patient?"""
    objects = pred.objects()
    if pred.lemma != "receive" or pred.passive or len(objects) != 1 or pred.subject is None:
        return False
    return all(_holds_office(c) for c in (pred.subject, objects[0].chunk))


def _holds_office(chunk: Chunk) -> bool:
    named = names_in(" ".join(w.text for w in chunk.words))
    return any(f.entry.sort == "person" and f.entry.id in {"GOV", "LEG", "REL", "MIL"} for f in named)


def _of_two_states(pred: Pred) -> bool:
    """Are they forces of two states (the Indian and Omani navies)?"""
    subject = pred.subject
    if subject is None or pred.passive:
        return False
    words = " ".join(w.text for c in (subject, *subject.members) for w in c.words)
    return len({f.entry.id for f in names_in(words) if f.entry.kind in {"state", "capital"}}) > 1


def _in_the_way(pred: Pred, match: Match) -> bool:
    name = match.row.concept.name
    return name in _IN_THE_WAY or (name in _MOVES_ON and pred.lemma in {"march", "pour", "mass", "parade", "barricade"})


def by_state(pred: Pred, match: Match) -> Predicate:
    """Give the match's row; of a state that protests the row of an official protest, not that of a crowd's."""
    crashes = match.row.concept.name == "impact" and pred.lemma != "hit" and not pred.passive
    if crashes and pred.subject is not None and craft(pred.subject):
        return next(row for rest, row in index().verbs["crash"] if not rest)
    if _in_the_way(pred, match) and pred.subject is not None and not pred.passive and crowd(pred.subject):
        return next(row for rest, row in index().verbs["demonstrate"] if not rest)
    if _forces_arrive(pred, match):
        return next(row for rest, row in index().verbs["deploy"] if not rest)
    if pred.lemma == "strike" and match.verb_only and not pred.objects() and _works(pred):
        return next(row for rest, row in index().verbs["walk"] if row.concept.name == "strike_work")
    if _runs_wild(pred, match) and any(crowd(c) for c in _doers(pred)):
        return next(row for rest, row in index().verbs["riot"] if not rest)
    if match.row.concept.name in {"exercise", "patrol"} and _of_two_states(pred):
        return next(row for rest, row in index().verbs["exercise"] if rest == ("with",))
    if match.row.concept.name != "demonstrate" or pred.lemma != "protest" or pred.subject is None:
        return match.row
    names = names_in(" ".join(w.text for w in pred.subject.words))
    state = names and all(
        f.entry.kind in {"state", "capital", "org"} or f.entry.id == "GOV" for f in names if f.entry.sort != "adjective"
    )
    official = (row for rest, row in index().verbs["protest"] if not rest and row.concept.name == "protest")
    return next(official, match.row) if state and names[-1].entry.sort != "persons" else match.row


def of_workers(event: Pred, row: Predicate) -> Predicate:
    """Give an event's row; of a strike by those who bear no arms that of a stoppage (a strike by bus drivers)."""
    by = [t.chunk for t in event.taken if t.mark in {"by", "subject", "of"}]
    if row.concept.name in _RUNS_WILD and any(t.mark in {"by", "subject"} and crowd(t.chunk) for t in event.taken):
        return next(found for rest, found in index().verbs["riot"] if not rest)
    if event.lemma != "strike" or row.concept.name != "attack" or not any(crowd(c) for c in by):
        return row
    return next(found for before, found in index().nouns["strike"] if found.concept.name == "strike_work")


def _speaks_for(pred: Pred) -> bool:
    """Is it somebody or something that is defended in words (defended its ally, its decision), no ground?"""
    objects = [t.chunk for t in pred.objects()]
    if pred.lemma != "defend" or len(objects) != 1 or any(t.mark in {"against", "from"} for t in pred.taken):
        return False
    head = objects[0].head
    return (
        head.pos == "noun" and objects[0].words[0].tag in {"DPS", "AT0", "NP0"} and head.lemma not in place_words("en")
    )


def _from_body(pred: Pred) -> bool:
    """Is it an organisation that is left (withdrew from OPEC), no ground?"""
    left = [t.chunk for t in pred.taken if t.mark.rpartition(" ")[2] in {"from", "of"}]
    return any(f.entry.kind == "org" for c in left for f in names_in(" ".join(w.text for w in c.words)))


def _of_embassy(pred: Pred) -> bool:
    """Is it a diplomat to whom it is done?"""
    done_to = [t.chunk for t in pred.objects()] or ([pred.subject] if pred.passive and pred.subject else [])
    return any(c.head.lemma.removesuffix("s") in _DIPLOMATS for c in done_to)


_STRANGERS = frozenset({"reporter", "journalist", "correspondent", "missionary", "foreigner", "migrant", "worker"})
_DIPLOMATS = frozenset({"diplomat", "attache", "attaché", "envoy", "ambassador", "consul", "secretary"})


def by_object(pred: Pred, row: Predicate) -> Predicate:
    """Give the row of taking persons, or a craft, where no place is taken (grabbed sailors, seized a tanker)."""
    if row.concept.name == "hand_over" and taken_sort(pred) == "persons":
        return next(found for rest, found in index().verbs["extradite"] if not rest)
    if row.concept.name == "deport" and _of_embassy(pred):
        return next(found for rest, found in index().verbs["expel"] if found.concept.name == "expel_diplomat")
    strangers = any(t.chunk.head.lemma.removesuffix("s") in _STRANGERS for t in pred.objects())
    if row.concept.name == "expel_diplomat" and strangers and not _of_embassy(pred):
        return next(found for rest, found in index().verbs["deport"] if not rest)
    if row.concept.name == "withdraw" and _from_body(pred):
        return next(found for rest, found in index().verbs["leave"] if found.concept.name == "leave_organisation")
    taken = taken_sort(pred) if row.concept.name in {"capture", "hold"} and pred.lemma != "defend" else ""
    verb = {"persons": "detain", "craft": "impound"}.get(taken, "back" if _speaks_for(pred) else "")
    return next((found for rest, found in index().verbs.get(verb, ()) if not rest), row)
