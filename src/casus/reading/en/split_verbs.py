"""Verbs torn apart by what stands after their auxiliary (has at no time authorised; were, he said, attacked)."""

from __future__ import annotations

from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import takes_tag

_TIMES = frozenset({"time", "times", "twice", "week", "month", "year", "day"})
_AFTER_HAVE = frozenset({"VVN", "VVD", "VBN"})
_LONGEST = 5
_BETWEEN = frozenset({"prep", "sub", "np", "date", "adv"})


def whole(chunks: list[Chunk]) -> list[Chunk]:
    """Give the phrases with each auxiliary put to its verb; of what stood between only dates and tags are kept."""
    if sum(c.kind == "vg" for c in chunks) < 2:
        return chunks
    for i in range(len(chunks) - 3, 0, -1):
        if chunks[i].kind != "vg" or any(w.pos == "verb" for w in chunks[i].words):
            continue
        end = next((j for j in range(i + 2, min(i + 2 + _LONGEST, len(chunks))) if chunks[j].kind == "vg"), 0)
        if end and _goes_with(chunks[i], chunks[end]) and _adverbial(chunks[i + 1 : end], chunks[i]):
            kept = [c for c in chunks[i + 1 : end] if c.kind == "date"]
            chunks[i : end + 1] = [_joined(chunks[i], chunks[i + 1 : end], chunks[end]), *kept]
            continue
        if end:
            chunks = _tag_moved(chunks, i, end)
    return chunks


def _goes_with(aux: Chunk, verb: Chunk) -> bool:
    """May the auxiliary be that of the verb?"""
    tag = verb.words[0].tag
    if aux.words[0].lemma == "have":
        return tag in _AFTER_HAVE
    if aux.group.modal:
        return tag in {"VVI", "VBI", "VHI", "VVB"}
    return aux.words[0].lemma == "be" and tag == "VVN"


def _adverbial(between: list[Chunk], aux: Chunk) -> bool:
    """Is it a time or manner set between (for years, in recent weeks, at no time, three times; , in effect,)?"""
    kinds = [c.kind for c in between]
    while len(kinds) > 2 and kinds[-1] in {"date", "adv"}:
        kinds.pop()
    if kinds[0] == "comma" and kinds[-1] == "comma" and len(kinds) > 2:
        return kinds[1:-1] in (["prep", "np"], ["prep", "date"], ["date"])
    if not set(kinds) <= _BETWEEN or kinds.count("np") > 1:
        return False
    if kinds == ["np"]:
        return between[0].head.lemma in _TIMES
    if kinds in (["prep", "date"], ["sub", "date"], ["date"]):
        return True
    return kinds == ["prep", "np"] and aux.words[0].lemma != "be" and not between[1].of


def _joined(aux: Chunk, between: list[Chunk], verb: Chunk) -> Chunk:
    made = Chunk("vg", [*aux.words, *verb.words])
    if any(w.text.lower() == "no" for c in between for w in c.words):
        made.group.negative = True
    made.group.words = verb.words
    return made


def _tag_moved(chunks: list[Chunk], i: int, told: int) -> list[Chunk]:
    """Put who says so, set between an auxiliary and its verb, before both (They were, he said, attacked)."""
    part = chunks[i + 1 : told + 3]
    if [c.kind for c in part] != ["comma", "np", "vg", "comma", "vg"] or not takes_tag(chunks[told].group.head.lemma):
        return chunks
    verb = part[-1]
    if chunks[told].group.form != "finite" or not _goes_with(chunks[i], verb):
        return chunks
    return [*chunks[:i], *part[:4], _joined(chunks[i], [], verb), *chunks[told + 3 :]]
