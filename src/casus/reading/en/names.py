"""English names and nouns for parties: states, their adjectives and peoples, capitals, bodies, offices, persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from casus.reading.names import Entry, Found
from casus.reading.tables import rows
from casus.records import Span
from casus.vocabulary.actors import actor_words
from casus.vocabulary.groups import groups
from casus.vocabulary.holders import holder_names
from casus.vocabulary.offices import offices
from casus.vocabulary.organisations import organisations
from casus.vocabulary.states import states

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-‐][^\W_]+)*(?:[’'](?!s\b)[^\W_]+)*|[’']s\b")
_GIVEN = frozenset({"Sofia", "Victoria", "Santiago", "Jordan", "Chad", "Georgia", "Paris", "Israel", "Kingston"})
_FIGHTERS = frozenset({"fighter", "fighters"})
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d+[A-Z]*|[Jj]et|Rafale|Typhoon|Gripen|Mirage|Sukhoi|MiG|stealth")
_LOWER_SORTS = {"person", "persons", "body", "vessel", "aircraft", "vehicle"}


class EnglishNames:
    """All English names, found word by word; roles in any case, names as they are written."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, ...], Entry] = {}
        for name, entry in _all():
            for form in _forms(name, entry):
                key = tuple(_words(form))
                if key:
                    self.entries.setdefault(key, entry)
        self.longest: dict[str, int] = {}
        for key in self.entries:
            self.longest[key[0]] = max(len(key), self.longest.get(key[0], 0))

    def scan(self, text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
        """Find all names in ``text[start:end]``, left to right, the longest first, not overlapping."""
        places = [m.span() for m in _WORD.finditer(text, start, len(text) if end is None else end)]
        words = [text[a:b].replace("’", "'") for a, b in places]
        found: list[Found] = []
        i = 0
        while i < len(words):
            hit = self._at(words, i)
            if hit is None or self._given(words, i):
                i += 1
                continue
            entry, n = hit
            if words[i] in _FIGHTERS and i and _DESIGNATION.fullmatch(words[i - 1]):
                entry = self.entries[("warplane",)]
            found.append(Found((places[i][0], places[i + n - 1][1]), entry))
            i += n
        return tuple(found)

    def _given(self, words: list[str], i: int) -> bool:
        """Is a capital's or state's name somebody's given name here (Sofia Marin)?"""
        after = words[i + 1] if i + 1 < len(words) else ""
        return (
            words[i] in _GIVEN
            and after[:1].isupper()
            and after not in self.longest
            and after.lower() not in self.longest
        )

    def _at(self, words: list[str], i: int) -> tuple[Entry, int] | None:
        word = words[i]
        longest = max(self.longest.get(word, 0), self.longest.get(word.lower(), 0))
        for n in range(min(longest, len(words) - i), 0, -1):
            key = tuple(words[i : i + n])
            entry = self.entries.get(key)
            if entry is None:
                low = self.entries.get(tuple(w.lower() for w in key))
                entry = low if low is not None and low.kind == "role" else None
            if entry is not None:
                return entry, n
        return None


@cache
def english_names() -> EnglishNames:
    """Give the table of English names."""
    return EnglishNames()


@lru_cache(maxsize=20_000)
def names_in(words: str) -> tuple[Found, ...]:
    """Give the names in a phrase; phrases come again, so what was found is kept."""
    return english_names().scan(words)


def _words(name: str) -> list[str]:
    return [m.group().replace("’", "'") for m in _WORD.finditer(name)]


def _all() -> Iterator[tuple[str, Entry]]:
    for state in states().rows:
        yield from ((name, Entry("state", state.alpha3, "name")) for name in state.names.get("en", ()))
    for row in rows("languages", "en", "pointers.tsv"):
        if row["kind"] == "state":
            yield row["word"], Entry("state", row["id"], "name")
    yield from ((name, Entry("org", o.id, "body")) for o in organisations() for name in o.names.get("en", ()))
    yield from ((name, Entry("group", g.id, "body")) for g in groups() for name in g.names.get("en", ()))
    yield from ((office.word, Entry("role", office.role, office.kind, office.country)) for office in offices("en"))
    yield from (
        (actor.word, Entry("role", actor.role, "persons" if actor.plural else actor.kind))
        for actor in actor_words("en")
    )
    for row in rows("languages", "en", "pointers.tsv"):
        if row["kind"] in {"body", "person", "persons"}:
            yield row["word"], Entry("role", row["id"], row["kind"])
    for state in states().rows:
        yield from ((name, Entry("state", state.alpha3, "adjective")) for name in state.adjectives.get("en", ()))
        yield from ((name, Entry("state", state.alpha3, "persons")) for name in state.nationals_en)
        yield from ((name, Entry("capital", state.alpha3, "name")) for name in state.capitals.get("en", ()))
    yield from ((name, Entry("person", name, "person")) for name, _ in holder_names("en") if len(name) > 2)


def _forms(name: str, entry: Entry) -> Iterator[str]:
    """A name as written; for a role also its plural, for a body of a state ``-ed`` spellings are left alone."""
    yield name
    if entry.kind != "role" or entry.country or entry.sort == "persons":
        return
    yield _plural(name)


def _plural(word: str) -> str:
    """Give a noun's regular plural, of its last word.

    >>> _plural("foreign ministry"), _plural("warship"), _plural("serviceman"), _plural("minister of state")
    ('foreign ministries', 'warships', 'servicemen', 'ministers of state')
    """
    head, sep, rest = word.partition(" of ")
    if head.endswith("man") and not head.endswith("human"):
        made = head[:-3] + "men"
    elif head.endswith("y") and head[-2:-1] not in set("aeiou"):
        made = head[:-1] + "ies"
    elif head.endswith(("s", "x", "ch", "sh")):
        made = head + "es"
    else:
        made = head + "s"
    return made + sep + rest


def people_of(text: str, span: Span) -> tuple[Found, ...]:
    """Give the names in a stretch of text."""
    return english_names().scan(text, *span)
