"""Triage before a full read: does a text hold words of an armed act and the name of a state or group?"""

from __future__ import annotations

import itertools
import re
from functools import cache

from casus.reading.lexicon import predicates
from casus.vocabulary.states import states

ACTS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "RETREAT", "PROTEST", "SANCTION", "ACCUSE"})
"""PLOVER types whose words make a text worth a full read."""
NEEDED = 2
"""How many different words of acts a text must hold: one alone stands in any text."""
BEGINNING = 5
"""How many letters of a word are looked at, so that its endings do not matter; of Japanese, any two characters."""
_KANJI = re.compile(r"[一-鿿々ァ-ヿー]{2,}")
_WORD = re.compile(r"[^\W\d_]{4,}")


def worth_reading(text: str, language: str) -> bool:
    """Tell whether a text may tell of an armed act between parties; what has no table of words is always read.

    Meant to miss next to nothing and to be quick: what it passes over holds no name of a state, or hardly a word of an
    act.

    >>> worth_reading("Turkish jets bombed positions near the Syrian border.", "en")
    True
    >>> worth_reading("Mix the flour with two eggs and let it rest.", "en")
    False
    """
    acts = _acts(language)
    if not acts:
        return True
    if language == "ja":
        found = acts.intersection(map("".join, itertools.pairwise(text)))
        return len(found) >= NEEDED and any(name in text for name in _names(language))
    held = {word[:BEGINNING] for word in _WORD.findall(text.casefold())}
    return len(acts & held) >= NEEDED and not held.isdisjoint(_names(language))


@cache
def _acts(language: str) -> frozenset[str]:
    """Give beginnings of the words of acts."""
    return frozenset(s for p in predicates(language) if p.concept.type in ACTS for s in _beginning(p.text, language))


def _beginning(form: str, language: str) -> tuple[str, ...]:
    """Give how a form begins: with its first two characters of weight, or the first letters of its first word."""
    if language == "ja":
        return tuple(run[:2] for run in _KANJI.findall(form)[:1])
    return tuple(word[:BEGINNING] for word in _WORD.findall(form.casefold())[:1])


@cache
def _names(language: str) -> frozenset[str]:
    """Give the names of states and their people: beginnings of their words, in Japanese whole."""
    names = [name for name, _ in states().names(language) if len(name) > 1]
    if language == "ja":
        return frozenset(names)
    return frozenset(word[:BEGINNING] for name in names for word in _WORD.findall(name.casefold())[:1])
