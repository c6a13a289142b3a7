"""Looking up English predicates and cues: dictionaries built once from the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from casus.reading import governors as governors_of
from casus.reading.lexicon import Predicate, predicates

DETERMINERS = frozenset({"a", "an", "the"})
PARTICLES = frozenset({
    "up", "down", "off", "out", "back", "away", "over", "on", "in", "apart", "aside", "together", "ashore",
    "through", "forward",
})  # fmt: skip
GAP = "~"
PLACE = "<place>"
"""In a row, any noun of place (leave the shoal)."""
QUANTITIES = frozenset({
    "hundred", "thousand", "dozen", "score", "million", "serie", "series", "number", "wave", "spate", "string",
    "barrage",
    "volley", "salvo", "pair", "couple", "lot", "group", "handful", "batch", "consignment", "shipment", "load", "ton",
    "tonne", "type", "kind", "round", "piece", "set", "array", "flurry", "succession", "hail", "stream", "majority",
    "hour", "day", "week", "month", "night", "spell", "bout",
})  # fmt: skip
"""Nouns that only count what stands after ``of``."""


@dataclass(slots=True)
class PredicateIndex:
    """Predicate rows by the way they are found."""

    verbs: dict[str, list[tuple[tuple[str, ...], Predicate]]] = field(default_factory=dict)
    """By the verb's dictionary form: the words after it, the row; longest first."""
    nouns: dict[str, list[tuple[tuple[str, ...], Predicate]]] = field(default_factory=dict)
    """By the last word: the words before it, the row; longest first."""
    adjectives: dict[str, list[tuple[tuple[str, ...], Predicate]]] = field(default_factory=dict)
    """By the first word: the words after it, the row."""


@cache
def index() -> PredicateIndex:
    """Build the index of the English predicate table."""
    found = PredicateIndex()
    for row in predicates("en"):
        words = tuple(w for w in row.text.lower().replace("’", "'").split() if w not in DETERMINERS)
        if not words:
            continue
        if row.pos == "n":
            found.nouns.setdefault(words[-1], []).append((words[:-1], row))
        elif row.pos == "adj":
            found.adjectives.setdefault(words[0], []).append((words[1:], row))
        elif words[0] == "cannot":
            found.verbs.setdefault("not " + words[1], []).append((words[2:], row))
        elif words[0] in {"not", "could", "neither"}:
            rest = tuple(w for w in words if w not in {"not", "could", "never", "neither"})
            found.verbs.setdefault("not " + rest[0], []).append((rest[1:], row))
        else:
            found.verbs.setdefault(words[0], []).append((words[1:], row))
    for table in (found.verbs, found.nouns, found.adjectives):
        for entries in table.values():
            entries.sort(key=lambda e: -len(e[0]))
    return found


_MORE_VERBS = frozenset({
    "say", "report", "tell", "add", "note", "write", "claim", "state", "hand", "return", "go", "come", "take",
    "give", "hold",
})  # fmt: skip


@cache
def is_verb(word: str) -> bool:
    """Is it the dictionary form of a verb of the tables?"""
    return word in index().verbs or word in _MORE_VERBS or word in _governing()


@cache
def _governing() -> frozenset[str]:
    return frozenset(word for word, _ in governors())


class Governor(governors_of.Governor):
    """A row of the table of this language."""

    __slots__ = ()
    language = "en"


@cache
def governors() -> governors_of.Rows[Governor]:
    """Give the governing words by (word, kind)."""
    return governors_of.read_governors(Governor)


def governor(word: str, kind: str, content: str) -> Governor | None:
    """Give the row for a word with that content, else the one for any content."""
    entries = _by_content().get((word, kind))
    if entries is None:
        return None
    return entries.get(content) or entries.get("")


@cache
def _by_content() -> dict[tuple[str, str], dict[str, Governor]]:
    return governors_of.by_content(governors())


@cache
def listed(kind: str) -> frozenset[str]:
    """Give all words of a kind of governing word."""
    return frozenset(word for word, k in governors() if k == kind)
