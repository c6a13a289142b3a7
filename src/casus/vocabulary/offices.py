"""Offices, ministries and services (外相, defence ministry, ФСБ) with their role, and the country a word implies."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast, get_args

import msgspec

from casus.errors import CasusError
from casus.vocabulary.roles import ROLES
from casus.vocabulary.tables import Row, fold, index, read_table

FILE = "vocabulary/offices.tsv"
COLUMNS = ("word", "language", "role", "kind", "country", "source")
OfficeKind = Literal["person", "body"]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office or body; a ``country`` is what the word implies when no state is named beside it."""

    word: str
    language: str
    role: str
    kind: OfficeKind
    country: str | None
    source: str


@cache
def offices(language: str | None = None) -> tuple[Office, ...]:
    """Read the table of offices, of one language or all."""
    words = tuple(_office(number, row) for number, row in enumerate(read_table(FILE, COLUMNS), 2))
    return words if language is None else tuple(word for word in words if word.language == language)


def find_office(word: str, language: str) -> Office | None:
    """Find an office by its word; Russian words stand in the nominative.

    >>> find_office("外相", "ja").role, find_office("Kremlin", "en").country
    ('GOV', 'RUS')
    """
    return next(iter(_by_word().get((fold(word), language), ())), None)


@cache
def _by_word() -> dict[tuple[str, str], tuple[Office, ...]]:
    return index((each.word, each.language, each) for each in offices())


def _office(number: int, row: Row) -> Office:
    if row["role"] not in ROLES or row["kind"] not in get_args(OfficeKind):
        raise CasusError(f"{FILE}:{number}: unknown role or kind for {row['word']!r}")
    return Office(
        word=row["word"],
        language=row["language"],
        role=row["role"],
        kind=cast("OfficeKind", row["kind"]),
        country=row["country"] or None,
        source=row["source"],
    )
