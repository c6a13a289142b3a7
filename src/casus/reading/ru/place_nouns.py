"""Russian nouns for kinds of places (гора, посёлок, застава)."""

from __future__ import annotations

from functools import cache, lru_cache

from casus.reading.ru.morphology import lemmas, plain
from casus.reading.tables import rows


@cache
def _places() -> frozenset[str]:
    return frozenset(plain(r["word"]) for r in rows("languages", "ru", "place_words.tsv"))


@lru_cache(maxsize=50_000)
def is_place_word(word: str) -> bool:
    """Is it a noun for a kind of place (гора, посёлок, застава)?"""
    return bool(lemmas(word) & _places())
