"""Names and nouns for parties: states, capitals, organisations, groups, offices, actors; the longest match wins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from casus.reading.tables import rows
from casus.records import Span
from casus.vocabulary.actors import actor_words
from casus.vocabulary.groups import groups
from casus.vocabulary.holders import holder_names
from casus.vocabulary.offices import offices
from casus.vocabulary.organisations import organisations
from casus.vocabulary.states import states


class Entry(msgspec.Struct, frozen=True):
    """What a name stands for."""

    kind: str
    """``state``, ``capital``, ``org``, ``group``, ``role``, ``person`` or ``short`` (one character, 米)."""
    id: str
    """A state's code, a party id, a role, or a person's name."""
    sort: str = ""
    """For roles: person, persons, body, vessel, aircraft, vehicle."""
    country: str | None = None


class Found(msgspec.Struct, frozen=True):
    """A name in a text."""

    span: Span
    entry: Entry


_NO_PAIR = frozenset({"中米", "土台", "朝日", "西日", "台中", "西独", "英蘭"})
"""Words, places and papers written like two states."""


class NameTable:
    """All names of a language, ready for scanning."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.entries: dict[str, Entry] = {}
        for name, entry in _all(language):
            self.entries.setdefault(name, entry)
        self.lengths: dict[str, tuple[int, ...]] = {}
        by_first: dict[str, set[int]] = {}
        for name in self.entries:
            by_first.setdefault(name[0], set()).add(len(name))
        self.lengths = {c: tuple(sorted(n, reverse=True)) for c, n in by_first.items()}

    def scan(self, text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
        """Find all names, left to right, not overlapping."""
        end = len(text) if end is None else end
        found: list[Found] = []
        i = start
        while i < end:
            hit = self._at(text, i, end) if text[i] in self.lengths else None
            if hit is None:
                i += 1
                continue
            found.append(hit)
            i = hit.span[1]
        return tuple(found)

    def _at(self, text: str, i: int, end: int) -> Found | None:
        for n in self.lengths.get(text[i], ()):
            if i + n > end:
                continue
            name = text[i : i + n]
            entry = self.entries.get(name)
            if entry is not None and self._bounded(text, i, i + n, entry):
                return Found((i, i + n), entry)
        return None

    def _bounded(self, text: str, a: int, b: int, entry: Entry) -> bool:
        before = text[a - 1] if a else ""
        after = text[b] if b < len(text) else ""
        if b - a == 1 and entry.kind == "role" and _kanji(text[a]) and _kanji(after):
            return False
        if entry.kind == "short":
            first, last = self._run(text, a, b)
            if last - first > 1:
                return self._pair_or_more(text, first, last)
            opens = after == "、" and before in {"", "\n", " ", "　", "】"}  # 米、イランを非難
            return (opens or self._short(text, b)) and not _kanji(before)
        if text[a].isascii() and text[a].isalpha():
            return not (before.isascii() and before.isalpha()) and not (after.isascii() and after.isalpha())
        if _katakana(text[a]) and _katakana(before) and before != "・":
            return False
        return not (_katakana(text[b - 1]) and _katakana(after) and after != "・")

    def _run(self, text: str, a: int, b: int) -> Span:
        """Give where a run of one-character state names begins and ends (日米韓)."""
        while a and self._is_short(text[a - 1]):
            a -= 1
        while b < len(text) and self._is_short(text[b]):
            b += 1
        return a, b

    def _is_short(self, char: str) -> bool:
        entry = self.entries.get(char)
        return entry is not None and entry.kind == "short"

    def _pair_or_more(self, text: str, a: int, b: int) -> bool:
        """Ask: do one-character state names that stand together name states (比中の船), not a region (北中米, 中米)?"""
        before, after = text[a - 1 : a], text[b : b + 1]
        if _kanji(before) or text[a:b] in _NO_PAIR:
            return False
        numbered = b - a > 2 and (after.isdigit() or after in "三四各")
        return numbered or after in "の両間首外国関軍がはをにも、" or self._short(text, b)

    def _short(self, text: str, b: int) -> bool:
        """Ask: does a one-character state name stand before a role (米国務省)?"""
        after = text[b : b + 1]
        for n in self.lengths.get(after, ()) if after else ():
            entry = self.entries.get(text[b : b + n])
            if entry is not None and entry.kind == "role" and n > 1:
                return True
        return after == "軍"


@cache
def name_table(language: str) -> NameTable:
    """Give the name table of a language."""
    return NameTable(language)


def _all(language: str) -> Iterator[tuple[str, Entry]]:
    yield from _states(language)
    yield from ((name, Entry("org", o.id)) for o in organisations() for name in o.names.get(language, ()))
    yield from ((name, Entry("group", g.id)) for g in groups() for name in g.names.get(language, ()))
    for office in offices(language):
        yield office.word, Entry("role", office.role, office.kind, office.country)
    for actor in actor_words(language):
        yield actor.word, Entry("role", actor.role, actor.kind)
    for row in rows("languages", language, "pointers.tsv"):
        if row["kind"] == "body":
            yield row["word"], Entry("role", row["id"], "body")
    for state in states().rows:
        yield from ((name, Entry("capital", state.alpha3)) for name in state.capitals.get(language, ()))
    yield from ((name, Entry("person", name)) for name, _ in holder_names(language) if len(name) > 1)


def _states(language: str) -> Iterator[tuple[str, Entry]]:
    for state in states().rows:
        yield from ((name, Entry("state", state.alpha3)) for name in state.names.get(language, ()))
        if language == "ja":
            yield from ((short, Entry("short", state.alpha3)) for short in state.short_ja)


@cache
def _party_endings(language: str) -> tuple[str, ...]:
    return tuple(r["word"] for r in rows("languages", language, "pointers.tsv") if r["kind"] == "party_ending")


@cache
def is_party(text: str, language: str) -> bool:
    """May the words name a party?"""
    return bool(name_table(language).scan(text)) or text.endswith(_party_endings(language))


def within(found: tuple[Found, ...], span: Span) -> tuple[Found, ...]:
    """Give the names inside a span."""
    low = bisect_left(found, span[0], key=lambda f: f.span[0])
    high = bisect_left(found, span[1], key=lambda f: f.span[0])
    return tuple(f for f in found[low:high] if f.span[1] <= span[1])


def _katakana(char: str) -> bool:
    return "ァ" <= char <= "ヿ" if char else False


def _kanji(char: str) -> bool:
    return "一" <= char <= "鿿" if char else False
