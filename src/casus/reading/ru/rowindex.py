"""The Russian predicate table by key word: what must stand beside a verb or noun for a row to hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from casus.reading.lexicon import Predicate, predicates
from casus.reading.ru.aspects import OTHER_ASPECT
from casus.reading.ru.morphology import forms, lemmas, plain
from casus.reading.ru.words import PREPOSITIONS

_VERB = frozenset({"INFN", "VERB", "PRED"})


@dataclass(slots=True)
class Pattern:
    """One alternate of a row: what must stand beside its key word."""

    row: Predicate
    words: tuple[tuple[str, frozenset[str], bool], ...]
    """Each further word: the preposition before it, its dictionary forms, whether it stands before the key word."""
    preposition: str
    """The preposition the row ends in."""
    negative: bool
    own_forms: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How much of the sentence it explains."""
        return 2 * len(self.words) + (self.preposition != "") + 2 * self.negative


@dataclass(slots=True)
class Index:
    """The table by key word."""

    verbs: dict[str, list[Pattern]] = field(default_factory=dict)
    adjectives: dict[str, list[Pattern]] = field(default_factory=dict)
    nouns: dict[str, list[Pattern]] = field(default_factory=dict)


@cache
def index() -> Index:
    """Build the index of the Russian predicate table."""
    found = Index()
    for row in predicates("ru"):
        tokens = [t for t in row.text.replace("~", " ").split() if t]
        table = {"n": found.nouns, "adj": found.adjectives}.get(row.pos, found.verbs)
        _enter(table, row, tokens)
    _other_aspects(found.verbs)
    for table in (found.verbs, found.adjectives, found.nouns):
        for patterns in table.values():
            patterns.sort(key=lambda p: -p.weight)
    return found


def _other_aspects(verbs: dict[str, list[Pattern]]) -> None:
    """Enter the rows of a verb under that of the other aspect too, which has none with the same words."""
    borrowed: dict[str, list[Pattern]] = {}
    for lemma, other in OTHER_ASPECT.items():
        own = {(p.words, p.preposition, p.negative) for p in verbs.get(other, ())}
        borrowed[other] = [p for p in verbs.get(lemma, ()) if (p.words, p.preposition, p.negative) not in own]
    for other, patterns in borrowed.items():
        verbs.setdefault(other, []).extend(patterns)


def _enter(table: dict[str, list[Pattern]], row: Predicate, tokens: list[str]) -> None:
    negative = bool(tokens) and plain(tokens[0]) in {"не", "никто"} and len(tokens) > 1
    tokens = [t for t in tokens if plain(t) != "не"]
    key = _key(row.pos, tokens)
    words: list[tuple[str, frozenset[str], bool]] = []
    preposition = ""
    for i, token in enumerate(tokens):
        if i == key:
            continue
        if plain(token) in PREPOSITIONS or plain(token) == "со":
            preposition = plain(token)
            continue
        words.append((preposition, lemmas(token), i < key))
        preposition = ""
    pattern = Pattern(row, tuple(words), preposition, negative)
    for lemma in _keys(row.pos, tokens[key]):
        table.setdefault(lemma, []).append(pattern)


def _key(pos: str, tokens: list[str]) -> int:
    """Which word the row is found by: the verb, or the head noun."""
    if pos in {"v", "phrase"}:
        return next((i for i, t in enumerate(tokens) if any(f.pos in _VERB for f in forms(t)[:1])), 0)
    if pos == "n":
        return next((i for i, t in enumerate(tokens) if any(f.pos in {"NOUN", "UNKN"} for f in forms(t)[:1])), 0)
    return 0


def _keys(pos: str, token: str) -> frozenset[str]:
    kinds = {"n": {"NOUN", "UNKN", "ADJF"}, "adj": {"ADJF", "ADJS", "PRTF", "PRTS", "ADVB", "PRED", "INFN"}}
    wanted = kinds.get(pos, {"INFN", "VERB", "PRED", "ADVB"})
    found = frozenset(f.lemma for f in forms(token) if f.pos in wanted)
    return (found or lemmas(token)) | ({plain(token)} if pos != "n" else frozenset())
