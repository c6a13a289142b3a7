"""Whether an English verb has its row's sense here: refugees invade nothing, a war is no article that is triggered."""

from __future__ import annotations

from casus.reading.en.matching import Match, counted
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.standing import is_instrument
from casus.reading.places import place_words

_CROSSING = {"cross_border", "intrude", "infiltrate", "enter_waters"}


def takes_place(pred: Pred) -> bool:
    """Is it forces that take what has a name of its own (rebels took Goma)?"""
    objects = pred.objects()
    if pred.lemma != "take" or pred.passive or len(objects) != 1 or pred.subject is None:
        return False
    name = objects[0].chunk
    proper = all(w.tag == "NP0" for w in name.words) and not any(f.entry.kind == "person" for f in names_in(name.text))
    forces = names_in(" ".join(w.text for w in pred.subject.words))
    return proper and any(f.entry.kind == "group" or f.entry.id in {"MIL", "REB"} for f in forces)


def taken_sort(pred: Pred) -> str:
    """Tell whether what is taken or held is ``persons`` or a ``craft``; empty where it may be ground."""
    chunks = [pred.subject] if pred.passive and pred.subject is not None else [t.chunk for t in pred.objects()]
    for chunk in chunks:
        named = names_in(chunk.head.text)
        sort = named[-1].entry.sort if named else ""
        if sort in {"person", "persons"}:
            return "persons"
        if sort in {"vessel", "aircraft", "vehicle"}:
            return "craft"
    return ""


def falls(pred: Pred) -> bool:
    """Is it a place that falls, to whomever (Mariupol fell in May; the fortress has fallen)?"""
    if pred.lemma != "fall" or pred.passive or pred.objects() or pred.subject is None:
        return False
    if any(t.mark in {"in", "on", "into", "near", "from", "by", "at"} for t in pred.taken):
        return False
    words = pred.subject.words
    named = all(w.text[0].isupper() and w.tag in {"NP0", "NN1", "AJ0"} for w in words)
    return (named and not names_in(pred.subject.text)) or (
        words[0].text.lower() in {"the", "its", "their"} and pred.subject.head.lemma in _STRONGHOLDS
    )


_STRONGHOLDS = frozenset({
    "city", "town", "capital", "fortress", "fort", "citadel", "stronghold", "port", "village", "garrison", "outpost",
    "island", "bastion", "enclave",
})  # fmt: skip


def craft(chunk: Chunk) -> bool:
    """Is it a vessel or an aircraft that comes down, no missile or shell?"""
    named = names_in(chunk.head.text)
    known = bool(named) and named[-1].entry.sort in {"vessel", "aircraft", "vehicle"}
    return known or chunk.head.lemma in _CRAFT


_CRAFT = frozenset({"plane", "jet", "helicopter", "aircraft", "airliner", "balloon", "airship", "glider", "chopper"})


def another_sense(pred: Pred, match: Match, others: list[Pred]) -> bool:
    """Is the verb used in another sense than its row's (ruled that, aimed at averting, stopped a tanker)?"""
    if match.row.concept.name == "invoke_article":
        return not any(is_instrument(t.chunk) for t in (*pred.objects(), *_subjects(pred)))
    if match.row.concept.name == "aim_weapons":
        return any(p.parent is pred and p.link == "ing" for p in others)
    if match.row.concept.name in _CROSSING and pred.subject is not None and _civilians(pred.subject):
        return True
    if not match.verb_only:
        return False
    if match.row.concept.name == "claim_sovereignty":
        return not any(_ground(t.chunk) for t in (*pred.objects(), *_subjects(pred)))
    if pred.lemma == "rule" or (match.row.concept.name == "criticise" and not pred.passive):
        return not pred.objects() and pred.group.form == "finite"
    if pred.lemma == "stop":
        return any(_somebody(t.chunk) for t in pred.objects())
    return pred.lemma in {"consider", "deem", "regard"} and pred.passive


def _civilians(chunk: Chunk) -> bool:
    """Are they people who bear no arms (refugees crossed into Chad)?"""
    names = names_in(" ".join(w.text for w in (*chunk.words, *counted(chunk).words)))
    roles = [f.entry.id for f in names if f.entry.sort in {"person", "persons"} or f.entry.id != "CIV"]
    return "CIV" in roles and not {"MIL", "REB", "COP"} & set(roles)


def _ground(chunk: Chunk) -> bool:
    """May the words be ground: a name, a noun of place, a pronoun?"""
    return chunk.head.pos in {"propn", "pron"} or chunk.head.lemma in place_words("en") or bool(chunk.of)


def _subjects(pred: Pred) -> list[Taken]:
    return [Taken("subject", pred.subject)] if pred.subject is not None and pred.passive else []


def _somebody(chunk: Chunk) -> bool:
    """Is it a vessel, an aircraft, a vehicle or persons?"""
    sorts = {"vessel", "aircraft", "vehicle", "person", "persons"}
    return any(f.entry.kind == "role" and f.entry.sort in sorts for f in names_in(chunk.head.text))
