"""Where a Russian predicate happens beyond its own phrases: adverbs, places it is lent, places that stand together."""

from __future__ import annotations

from casus.reading.clauses import Argument, Phrase
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Pred
from casus.reading.ru.standpoints import SPATIAL, is_where

_NEAR = frozenset({
    "у", "близ", "возле", "около", "вблизи", "неподалеку от", "недалеко от", "рядом с", "поблизости от", "неподалеку",
    "к северу от", "к югу от", "к востоку от", "к западу от", "к северо-востоку от", "к северо-западу от",
    "к юго-востоку от", "к юго-западу от", "севернее", "южнее", "восточнее", "западнее", "напротив", "на подступах к",
    "в окрестностях",
})  # fmt: skip
"""Prepositions of a phrase that says of a place before it where that is (в море близ острова)."""
_MEASURES = frozenset({"километр", "миля", "метр", "верста"})
_LONGEST = 60


def adverbs_of_place(pred: Pred) -> list[Argument]:
    """Give the adverbs that say where (там разместили, вернулся домой)."""
    return [Argument("place", (), a.phrase()) for a in pred.adverbs if is_where(a.head)]


def lent_places(pred: Pred) -> list[Argument]:
    """Give where an infinitive is done by what stands before it, or where there is no more than what rules it.

    попросил у берегов не летать; солдату на острове приказано стоять
    """
    over = pred.parent
    if pred.link != "inf" or over is None or over.absorbed:
        return []
    alone = over.kind == "short" or over.row is None
    places = [t for t in over.taken if t.chunk.prep in SPATIAL and t.chunk.prep != "по"]
    near = [t for t in places if alone or over.position < t.chunk.start < pred.position]
    return [Argument("place", (), t.chunk.phrase(), own=False) for t in near]


def joined_places(pred: Pred, places: list[Argument]) -> list[Argument]:
    """Give the first place together with the one that says where it is (на севере страны, близ города)."""
    if not places:
        return []
    taken = [t.chunk for t in pred.taken]
    first = next((c for c in taken if c.phrase() == places[0].phrase), None)
    after = next((c for c in taken if first is not None and c is not first and _right_after(first, c)), None)
    if first is None or after is None or not _broad(first) or after.end - first.start > _LONGEST:
        return []
    own = first.phrase()
    return [Argument("place", (), Phrase((own.span[0], after.end), own.head, own.parts), own=places[0].own)]


def _broad(chunk: Chunk) -> bool:
    return is_place_word(chunk.head.text) and chunk.lemma not in _MEASURES


def _right_after(first: Chunk, chunk: Chunk) -> bool:
    """Does a phrase of nearness stand right after another (its preposition, a comma and blanks between)?"""
    far = chunk.words[0].start - first.end
    said = chunk.prep in _NEAR or (chunk.prep in {"в", "за"} and " от " in chunk.low)
    named = chunk.head.capital or is_place_word(chunk.head.text)
    return said and named and 0 < far <= len(chunk.prep) + 4


def label_places(chunks: list[Chunk], pred: Pred) -> list[Argument]:
    """Give the places of a label without a verb before the first colon (Дроны над морем: сбили или упали?)."""
    colon = next((n for n, c in enumerate(chunks) if c.kind == "colon"), None)
    if colon is None or pred.position < chunks[colon].start or any(c.kind != "np" for c in chunks[:colon]):
        return []
    return [Argument("place", (), c.phrase(), own=False) for c in chunks[:colon] if c.prep in SPATIAL]


def place_before(chunks: list[Chunk], pred: Pred) -> list[Argument]:
    """Give the noun that a clause with где, куда or откуда is about (сел в Минске, откуда его отпустили)."""
    if pred.link != "rel" or pred.mark not in {"где", "куда", "откуда"}:
        return []
    marks = [n for n, c in enumerate(chunks) if c.kind == "sub" and c.low == pred.mark and c.start < pred.position]
    before = next((c for c in reversed(chunks[: marks[-1]]) if c.kind != "comma"), None) if marks else None
    return [Argument("place", (), before.phrase(), own=False)] if before is not None and before.kind == "np" else []
