"""Whether an English verb has its row's sense here: refugees invade nothing, a war is no article that is triggered."""

from __future__ import annotations

from casus.reading.en.matching import Match, counted, find_noun
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.standing import is_instrument
from casus.reading.places import place_words

_HAPPENS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_CROSSING = {"cross_border", "intrude", "infiltrate", "enter_waters"}


def takes_place(pred: Pred) -> bool:
    """Is it forces that take what has a name of its own (rebels took Goma)?"""
    objects = pred.objects()
    if pred.lemma != "take" or pred.passive or len(objects) != 1 or pred.subject is None:
        return False
    name = objects[0].chunk
    proper = all(w.tag == "NP0" for w in name.words) and not any(f.entry.kind == "person" for f in names_in(name.text))
    forces = names_in(" ".join(w.text for w in pred.subject.words))
    seat = names_in(" ".join(w.text for w in name.words))
    capital = len(seat) == 1 and seat[0].entry.kind == "capital"
    return proper and (capital or any(f.entry.kind == "group" or f.entry.id in {"MIL", "REB"} for f in forces))


def taken_sort(pred: Pred) -> str:
    """Tell whether what is taken or held is ``persons`` or a ``craft``; empty where it may be ground."""
    chunks = [pred.subject] if pred.passive and pred.subject is not None else [t.chunk for t in pred.objects()]
    for chunk in chunks:
        named = names_in(chunk.head.text) or (names_in(chunk.text) if chunk.head.tag == "NP0" else ())
        sort = named[-1].entry.sort if named else ""
        counted_people = chunk.head.tag == "NN2" and chunk.words[0].tag in {"CRD", "DPS"} and len(chunk.words) > 1
        if pred.passive and counted_people and chunk.head.lemma not in place_words("en") and not sort:
            sort = "persons"
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


def leaves(pred: Pred) -> bool:
    """Is it a country or a place that is left (must leave Ecuador), nobody and nothing else?"""
    objects = pred.objects()
    if pred.lemma != "leave" or pred.passive or len(objects) != 1:
        return False
    named = names_in(" ".join(w.text for w in objects[0].chunk.words if w.tag != "AT0"))
    state = len(named) == 1 and named[0].entry.kind in {"state", "capital"} and named[0].entry.sort == "name"
    return state or objects[0].chunk.head.lemma in place_words("en")


_STRONGHOLDS = frozenset({
    "city", "town", "capital", "fortress", "fort", "citadel", "stronghold", "port", "village", "garrison", "outpost",
    "island", "bastion", "enclave",
})  # fmt: skip


def craft(chunk: Chunk) -> bool:
    """Is it a vessel or an aircraft that comes down, no missile or shell?"""
    named = names_in(chunk.head.text)
    known = bool(named) and named[-1].entry.sort in {"vessel", "aircraft", "vehicle"}
    return known or chunk.head.lemma in _CRAFT


_CRAFT = frozenset({
    "plane", "jet", "helicopter", "aircraft", "airliner", "balloon", "airship", "glider", "chopper", "vessel", "ship",
    "boat", "trawler", "freighter", "ferry",
})  # fmt: skip


def another_sense(pred: Pred, match: Match, others: list[Pred]) -> bool:
    """Is the verb used in another sense than its row's (ruled that, aimed at averting, stopped a tanker)?"""
    if match.row.concept.name == "invoke_article":
        return not any(is_instrument(t.chunk) for t in (*pred.objects(), *_subjects(pred)))
    if match.row.concept.name == "aim_weapons":
        return any(p.parent is pred and p.link == "ing" for p in others)
    if match.row.concept.name in _CROSSING and pred.subject is not None and crowd(pred.subject):
        return True
    if _no_forces(pred, match):
        return True
    if (
        pred.lemma == "meet"
        and match.row.concept.type == "CONSULT"
        and (pred.passive or any(happening(t.chunk) for t in pred.objects()))
    ):
        return True
    named = pred.lemma == "call" and not match.row.text.startswith(("call up", "call out"))
    if named and len(pred.objects()) > 1 and match.row.concept.type in _HAPPENS:
        return True
    return match.verb_only and _lone_sense(pred, match)


_SPANS = frozenset({"day", "week", "month", "year", "phase", "round", "hour"})


def _no_forces(pred: Pred, match: Match) -> bool:
    """Is a verb of forces said of a thing or a span of time (entered its third week, rang out, stayed shut)?"""
    name = match.row.concept.name
    if name == "intrude" and any(t.chunk.head.lemma in _SPANS for t in pred.objects()):
        return True
    if name == "encircle" and pred.group.head.text.lower() in {"rang", "rung"}:
        return True
    if name == "arrest" and pred.lemma in {"net", "scoop"} and taken_sort(pred) != "persons":
        return not any(w.tag == "CRD" for t in pred.objects() for w in t.chunk.words)
    if name == "stay" and pred.adjective is not None:
        return True
    poured = name == "invade" and pred.lemma in {"pour", "roll"} and pred.subject is not None
    return poured and pred.subject is not None and not names_in(pred.subject.head.text) and not craft(pred.subject)


def _lone_sense(pred: Pred, match: Match) -> bool:
    """Is a lone verb used in another sense (oil production has stopped; ruled that)?"""
    if match.row.concept.name == "cease" and pred.subject is not None and not pred.passive and not pred.objects():
        return not happening(pred.subject) and not names_in(" ".join(w.text for w in pred.subject.words))
    if match.row.concept.name == "claim_sovereignty":
        return not any(_ground(t.chunk) for t in (*pred.objects(), *_subjects(pred)))
    if match.row.concept.name == "be_lost" and pred.lemma == "lose":
        return bool(pred.objects()) and not any(_to_lose(t.chunk) for t in pred.objects())
    if match.row.concept.name == "release":
        let_go = [t.chunk for t in (*pred.objects(), *_subjects(pred))]
        return any(c.head.tag == "NN1" and not _somewhose(c) and not craft(c) and not _owned(c) for c in let_go)
    if pred.lemma == "rule" or (match.row.concept.name == "criticise" and not pred.passive):
        return not pred.objects() and pred.group.form == "finite" and pred.lemma not in {"condemn", "denounce"}
    if pred.lemma == "stop":
        return any(_somebody(t.chunk) for t in pred.objects())
    return pred.lemma in {"consider", "deem", "regard"} and pred.passive


def happening(chunk: Chunk) -> bool:
    """Is it an event, no party (the shelling killed six)?"""
    chunk = counted(chunk)
    found = find_noun(chunk.words)
    return found is not None and found[0].concept.type in _HAPPENS and not names_in(chunk.head.text)


_WALKS_OF_LIFE = frozenset({
    "miner", "trucker", "railwayman", "pensioner", "docker", "teacher", "peasant", "shopkeeper", "striker", "mourner",
    "commuter", "nurse", "youth", "trader", "parent", "mother", "nationalist",
})  # fmt: skip
"""Those who march and stand in the way that the vocabulary has no role for."""


def crowd(chunk: Chunk) -> bool:
    """Are they people who bear no arms (refugees crossed into Chad; farmers blocked the road)?"""
    names = names_in(" ".join(w.text for w in (*chunk.words, *counted(chunk).words)))
    roles = [f.entry.id for f in names if f.entry.sort in {"person", "persons"} or f.entry.id != "CIV"]
    return ("CIV" in roles or chunk.head.lemma in _WALKS_OF_LIFE) and not {"MIL", "REB", "COP"} & set(roles)


_OF_SOMEBODY = frozenset({
    "thumb", "finger", "hand", "arm", "leg", "foot", "eye", "limb", "life", "son", "daughter", "child",
})  # fmt: skip
"""What a person loses by violence: a limb, a life, a child."""


def _to_lose(chunk: Chunk) -> bool:
    """Is it what can be lost in war: ground, persons, craft, numbers (lost two jets), no thing?"""
    words = " ".join(w.text for w in (*chunk.words, *(w for c in chunk.of for w in c.words)))
    number = any(w.tag == "CRD" for w in chunk.words) or chunk.head.tag == "CRD"
    number = number or chunk.head.lemma in _OF_SOMEBODY
    return number or _ground(chunk) or bool(names_in(words)) or craft(chunk) or chunk.head.tag == "NN2"


def _owned(chunk: Chunk) -> bool:
    """Is it somebody by whose he is (freed their leader)?"""
    return any(w.tag in {"DPS", "POS"} for w in chunk.words)


def _somewhose(chunk: Chunk) -> bool:
    """Is it somebody known, or of a nation (freed a French soundman)?"""
    return bool(names_in(chunk.text)) or bool(names_in(" ".join(w.text for w in chunk.words)))


def _ground(chunk: Chunk) -> bool:
    """May the words be ground: a name, a noun of place, a pronoun?"""
    return chunk.head.pos in {"propn", "pron"} or chunk.head.lemma in place_words("en") or bool(chunk.of)


def _subjects(pred: Pred) -> list[Taken]:
    return [Taken("subject", pred.subject)] if pred.subject is not None and pred.passive else []


def _somebody(chunk: Chunk) -> bool:
    """Is it a vessel, an aircraft, a vehicle or persons?"""
    sorts = {"vessel", "aircraft", "vehicle", "person", "persons"}
    return any(f.entry.kind == "role" and f.entry.sort in sorts for f in names_in(chunk.head.text))
