"""Looking up Japanese predicates and cues: dictionaries built once from the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import msgspec

from casus.reading.ja.chunks import Chunk, chunks
from casus.reading.ja.particles import fold
from casus.reading.ja.tokenizer import tokens
from casus.reading.lexicon import Cue, Predicate, cues, predicates
from casus.reading.tokens import Token


@dataclass(slots=True)
class PredicateIndex:
    """Predicate rows by the way they are found."""

    single: dict[str, Predicate] = field(default_factory=dict)
    """By the written or dictionary form of one word."""
    phrases: dict[str, list[tuple[str, str, Predicate]]] = field(default_factory=dict)
    """By the last word's dictionary form: noun before it, its particle, row; longest noun first."""
    negatives: dict[str, Predicate] = field(default_factory=dict)
    """Rows written with a negation (認めない), by the form without it."""

    def by_concept(self, name: str) -> Predicate | None:
        """Give a plain row of a concept."""
        return next((row for row in self.single.values() if row.concept.name == name), None)

    def nominal(self, content: list[Token]) -> tuple[Predicate, int] | None:
        """Find the longest row that ends a noun compound: the row and the index of its first word."""
        if len(content) > 1 and content[-1].text in {"そのもの", "自体"}:
            content = content[:-1]  # 戦闘そのものを認めず
        for i in range(max(0, len(content) - 4), len(content)):
            text = "".join(t.text for t in content[i:])
            row = self.single.get(text)
            if row is not None and row.pos in {"vn", "n"}:
                return row, i
        return None

    def phrase(self, last: str, nouns: dict[str, str]) -> tuple[Predicate, str] | None:
        """Find the row whose noun stands with its particle among the arguments: the row and the particle."""
        for noun, particle, row in self.phrases.get(last, ()):
            if noun and particle in nouns and nouns[particle].endswith(noun):
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
    row = msgspec.structs.replace(row, roles=tuple((fold(mark), role) for mark, role in row.roles))
    if row.pos in {"vn", "n"}:
        found.single.setdefault(row.text, row)
        return
    words = tokens(row.text, (0, len(row.text)))
    parts = [c for c in chunks(words, ()) if c.content]
    last = parts[-1]
    if last.last.pos not in {"verb", "helper", "adj"} and last.function and last.function[0].lemma in {"だ", "です"}:
        found.phrases.setdefault("だ", []).append((row.text.removesuffix("です").removesuffix("だ"), "", row))
        return
    key, negated = _head(last)
    if len(parts) > 1 and parts[-2].verbal and parts[-2].tail != "に":
        found.single.setdefault("".join(c.text + c.tail for c in parts[:-1]) + key, row)
    elif len(parts) > 1 and parts[-2].function:
        noun = "".join(c.text + c.tail for c in parts[:-2]) + parts[-2].text
        found.phrases.setdefault(key + "ない" * negated, []).append((noun, parts[-2].tail, row))
    elif negated and key not in _EMPTY_VERBS:
        able = any(t.lemma == "できる" for t in last.function)
        found.negatives.setdefault(key + "できる" * able, row)
    else:
        found.single.setdefault(row.text, row)
        makes = last.last.pos == "verb" and any(t.lemma == "せる" for t in last.function)
        if not makes and all(t.lemma in _PLAIN_ENDINGS for t in last.function):
            found.single.setdefault(key, row)


_EMPTY_VERBS = frozenset({"する", "ある", "なる", "いる"})
_PLAIN_ENDINGS = frozenset({"する", "れる", "られる", "せる", "させる"})


def _head(chunk: Chunk) -> tuple[str, bool]:
    """Give the dictionary form of a row's last phrase, and whether the row says it with a negation."""
    written, negated = "", chunk.last.lemma in {"ない", "無い"} and len(chunk.content) == 1
    for token in chunk.function:
        negated = negated or token.lemma in {"ない", "ず", "ぬ"}
        if token.lemma in {"れる", "られる"} and not negated:
            written = chunk.text + "".join(t.text for t in chunk.function[: chunk.function.index(token)]) + token.lemma
    if chunk.last.pos in {"verb", "helper", "adj"}:
        plain = "".join(t.text for t in chunk.content[:-1]) + chunk.last.lemma
    else:
        plain = chunk.text
    if negated and chunk.last.pos == "adj":
        return plain, False
    passive = any(t.lemma in {"れる", "られる"} for t in chunk.function)
    return (written if passive and written and not negated else plain), negated


@cache
def cue_index(kind: str) -> dict[tuple[str, str], Cue]:
    """Give the cues of a kind by word and content mark."""
    return {(word, c.content): c for c in cues("ja") if c.kind == kind for word in c.cue.split("|")}


@cache
def content_words(kind: str) -> frozenset[str]:
    """Give all words of a kind of cue."""
    return frozenset(word for word, _ in cue_index(kind))


@cache
def governing() -> dict[tuple[str, str], Cue]:
    """Give the cues of what governs a content, by word and mark; a deed to it goes before the telling of it."""
    return cue_index("report") | cue_index("operator")


@cache
def occasions() -> tuple[str, ...]:
    """Give the words for what is said or written down (会見, 声明), as endings of longer words."""
    return tuple(sorted(content_words("occasion")))
