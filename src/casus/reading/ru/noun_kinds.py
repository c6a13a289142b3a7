"""What kind of word a noun is, for what may stand beside it: a state's name, a union, a noun of an event."""

from __future__ import annotations

from functools import lru_cache

from casus.reading.names import name_table
from casus.reading.ru.names import russian_names
from casus.reading.ru.rowindex import index
from casus.reading.ru.tokenizer import Word


def never_genitive(word: Word) -> bool:
    """Is it the name of a state or town, in no genitive (отдавать офицеров Франция не намерена)?"""
    geo = word.capital and word.best is not None and word.best.kind == "geo" and word.best.known
    return geo and not any(f.case == "gen" and f.kind == "geo" for f in word.forms)


def only_by_name(head: Word) -> bool:
    """Is it a state or capital in the nominative, which the dictionary takes for something else (Претория)?"""
    if not head.capital or any(f.case == "nom" for f in head.forms):
        return False
    entry = name_table("ru").entries.get(head.text)
    return entry is not None and entry.kind in {"state", "capital"}


@lru_cache(maxsize=10_000)
def acted_on(noun: str) -> bool:
    """Does a noun of an event take whom it befalls in the genitive (захват, гибель), and no name of its own?"""
    return any(("gen", "recipient") in p.row.roles and not p.words for p in index().nouns.get(noun, ()))


@lru_cache(maxsize=10_000)
def is_union(word: str) -> bool:
    """Is an abbreviation an organisation or a state, which nothing in small letters belongs to?"""
    return any(f.entry.kind in {"org", "state", "capital"} and not f.entry.sort for f in russian_names().scan(word))
