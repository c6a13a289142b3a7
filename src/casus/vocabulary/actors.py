"""Generic nouns for those who act or suffer (武装集団, troops, рыбаки) with the role each stands for."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast, get_args

import msgspec

from casus.errors import CasusError
from casus.vocabulary.roles import ROLES
from casus.vocabulary.tables import Row, fold, index, read_table

FILE = "vocabulary/actors.tsv"
COLUMNS = ("word", "language", "role", "kind", "plural", "source")
ActorKind = Literal["person", "persons", "body", "vessel", "aircraft", "vehicle"]


class ActorWord(msgspec.Struct, frozen=True, kw_only=True):
    """A noun for an actor, its role, and whether it is a person, several, a body or a machine."""

    word: str
    language: str
    role: str
    kind: ActorKind
    plural: bool
    source: str


@cache
def actor_words(language: str | None = None) -> tuple[ActorWord, ...]:
    """Read the table of actor nouns, of one language or all."""
    words = tuple(_word(number, row) for number, row in enumerate(read_table(FILE, COLUMNS), 2))
    return words if language is None else tuple(word for word in words if word.language == language)


def find_actor(word: str, language: str) -> ActorWord | None:
    """Find an actor noun; Russian words stand in the nominative.

    >>> find_actor("武装集団", "ja").role
    'REB'
    """
    return next(iter(_by_word().get((fold(word), language), ())), None)


@cache
def _by_word() -> dict[tuple[str, str], tuple[ActorWord, ...]]:
    return index((each.word, each.language, each) for each in actor_words())


def _word(number: int, row: Row) -> ActorWord:
    if row["role"] not in ROLES or row["kind"] not in get_args(ActorKind) or row["plural"] not in {"yes", "no"}:
        raise CasusError(f"{FILE}:{number}: unknown role, kind or plural for {row['word']!r}")
    return ActorWord(
        word=row["word"],
        language=row["language"],
        role=row["role"],
        kind=cast("ActorKind", row["kind"]),
        plural=row["plural"] == "yes",
        source=row["source"],
    )
