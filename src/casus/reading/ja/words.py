"""Looking up Japanese predicates and cues: dictionaries built once from the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from casus.reading.ja.tokenizer import tokens
from casus.reading.lexicon import Cue, Predicate, cues, predicates
from casus.reading.tokens import Token

_PARTICLES = {"を", "が", "に", "へ", "と", "で", "から", "は", "も", "まで", "の"}


@dataclass(slots=True)
class PredicateIndex:
    """Predicate rows by the way they are found."""

    single: dict[str, Predicate] = field(default_factory=dict)
    """By the written or dictionary form of one word."""
    phrases: dict[str, list[tuple[str, str, Predicate]]] = field(default_factory=dict)
    """By the last word's dictionary form: noun before it, its particle, row; longest noun first."""
    negatives: dict[str, Predicate] = field(default_factory=dict)
    """Rows written with a negation (認めない), by the form without it."""

    def nominal(self, content: list[Token]) -> tuple[Predicate, int] | None:
        """Find the longest row that ends a noun compound: the row and the index of its first word."""
        for i in range(max(0, len(content) - 4), len(content)):
            text = "".join(t.text for t in content[i:])
            row = self.single.get(text)
            if row is not None and row.pos in {"vn", "n"}:
                return row, i
        return None

    def phrase(self, last: str, nouns: dict[str, str]) -> tuple[Predicate, str] | None:
        """Find the row whose noun stands with its particle among the arguments: the row and the particle."""
        for noun, particle, row in self.phrases.get(last, ()):
            text = nouns.get(particle, "")
            if text.endswith(noun):
                return row, particle
        return None


@cache
def index() -> PredicateIndex:
    """Build the index of the Japanese predicate table."""
    found = PredicateIndex()
    for row in predicates("ja"):
        _enter(found, row)
    for entries in found.phrases.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found


def _enter(found: PredicateIndex, row: Predicate) -> None:
    if row.pos in {"vn", "n"}:
        found.single.setdefault(row.text, row)
        return
    words = tokens(row.text, (0, len(row.text)))
    cut = next((i for i in range(len(words) - 1, 0, -1) if words[i - 1].text in _PARTICLES), 0)
    head = _key(words[cut:])
    negated = len(words) - cut > 1 and words[-1].lemma in {"ない", "ず", "ぬ"} and words[-1].pos == "aux"
    if negated and not cut:
        found.negatives.setdefault(head, row)
    elif cut:
        noun = "".join(t.text for t in words[: cut - 1])
        found.phrases.setdefault(head + "ない" * negated, []).append((noun, words[cut - 1].text, row))
    elif words[-1].pos == "aux" and words[-1].lemma in {"だ", "である"}:
        found.phrases.setdefault("だ", []).append(("".join(t.text for t in words[:-1]), "", row))
    else:
        found.single.setdefault(row.text, row)
        found.single.setdefault(head, row)


def _key(words: list[Token]) -> str:
    """The dictionary form of a predicate written in full: 引く, 負う, 失われる."""
    if len(words) > 1 and words[-1].pos == "aux" and words[-1].lemma in {"ない", "ず", "ぬ"}:
        words = words[:-1]
    if len(words) > 1 and words[-1].pos == "aux" and words[-1].lemma in {"せる", "させる"}:
        words = words[:-1]
    if len(words) > 1 and words[-1].lemma == "する" and words[-2].pos == "vn":
        words = words[:-1]
    return "".join(t.text for t in words[:-1]) + (words[-1].lemma if words else "")


@cache
def cue_index(kind: str) -> dict[tuple[str, str], Cue]:
    """Give the cues of a kind by word and content mark."""
    return {(word, c.content): c for c in cues("ja") if c.kind == kind for word in c.cue.split("|")}


@cache
def content_words(kind: str) -> frozenset[str]:
    """Give all words of a kind of cue."""
    return frozenset(word for word, _ in cue_index(kind))
