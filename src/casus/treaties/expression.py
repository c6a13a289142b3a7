"""The little language of ``when``: names, ``and``, ``or``, ``not`` and parentheses, parsed once into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Name:
    """A fact or a term, and where in the expression it stands (0-based)."""

    name: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Negation:
    """``not`` of one part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Conjunction:
    """Parts joined by ``and``."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Disjunction:
    """Parts joined by ``or``."""

    parts: tuple[Node, ...]


Node = Name | Negation | Conjunction | Disjunction

_TOKEN = re.compile(r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_.-]*)|(?P<mark>[()])|(?P<stray>\S))")
_WORDS = frozenset({"and", "or", "not"})


class ExpressionError(ValueError):
    """An expression that cannot be parsed; ``at`` is the 0-based offset of the trouble."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.what = what
        self.at = at


class Expression:
    """A parsed expression: its text and its tree; equal texts are equal."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = _Parser(text).parse()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names, left to right, repeated ones too."""
        return tuple(_names(self.root))


def _names(node: Node) -> Iterator[Name]:
    """Walk a tree for its names."""
    match node:
        case Name():
            yield node
        case Negation(part):
            yield from _names(part)
        case Conjunction(parts) | Disjunction(parts):
            for part in parts:
                yield from _names(part)


class _Parser:
    """Recursive descent over the tokens: ``or`` binds weakest, then ``and``, then ``not``."""

    def __init__(self, text: str) -> None:
        self.end = len(text)
        self.tokens: list[tuple[str, int]] = []
        for match in _TOKEN.finditer(text):
            token = match.group().strip()
            if not token:
                continue
            if match["stray"]:
                raise ExpressionError(
                    f"'{token}' is not part of the language (and, or, not, parentheses, names)", match.start("stray")
                )
            self.tokens.append((token, match.end() - len(token)))
        self.next = 0

    def parse(self) -> Node:
        node = self.disjunction()
        if self.next < len(self.tokens):
            word, at = self.tokens[self.next]
            raise ExpressionError(f"'{word}' follows where 'and' or 'or' is expected", at)
        return node

    def take(self, word: str) -> bool:
        found = self.next < len(self.tokens) and self.tokens[self.next][0] == word
        self.next += found
        return found

    def disjunction(self) -> Node:
        parts = [self.conjunction()]
        while self.take("or"):
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else Disjunction(tuple(parts))

    def conjunction(self) -> Node:
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Conjunction(tuple(parts))

    def negation(self) -> Node:
        if self.take("not"):
            return Negation(self.negation())
        return self.atom()

    def atom(self) -> Node:
        if self.next >= len(self.tokens):
            raise ExpressionError("the expression ends where a name or '(' is expected", self.end)
        word, at = self.tokens[self.next]
        self.next += 1
        if word == "(":
            node = self.disjunction()
            if not self.take(")"):
                raise ExpressionError("this '(' is not closed", at)
            return node
        if word == ")" or word in _WORDS:
            raise ExpressionError(f"'{word}' stands where a name or '(' is expected", at)
        return Name(word, at)
