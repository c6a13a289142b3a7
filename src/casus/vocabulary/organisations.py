"""International organisations, their organs and missions, and well-known non-governmental bodies, by name and day."""

from __future__ import annotations

from datetime import date
from functools import cache

from casus.vocabulary.bodies import Body, by_name, existing, names_of
from casus.vocabulary.periods import period
from casus.vocabulary.tables import certainty_of, fold, names_by_language, read_table

FILE = "vocabulary/organisations.tsv"
COLUMNS = ("key", "id", "en", "ja", "ru", "founded", "ended", "source", "certainty")


class Organisation(Body, frozen=True, kw_only=True):
    """An organisation, organ or mission; ``id`` is the party id it acts under (KFOR acts under IGO NATO)."""

    key: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """Read the table of organisations."""
    return tuple(
        Organisation(
            key=row["key"],
            id=row["id"],
            names=names_by_language(row),
            period=period(row["founded"], row["ended"], f"{FILE}: {row['key']}"),
            source=row["source"],
            certainty=certainty_of(row["certainty"], f"{FILE}: {row['key']}"),
        )
        for row in read_table(FILE, COLUMNS)
    )


def find_organisation(name: str, language: str, *, on: date | None = None) -> Organisation | None:
    """Find the organisation of a name; with a day, one that existed then goes before one that did not.

    >>> find_organisation("集団安全保障条約機構", "ja").id
    'IGO CSTO'
    """
    return existing(_by_name().get((fold(name), language), ()), on)


def organisation_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return names_of(organisations(), language)


@cache
def organisations_by_id() -> dict[str, Organisation]:
    """Map each party id to its first row, the organisation itself rather than its organs."""
    return {each.id: each for each in reversed(organisations())}


@cache
def _by_name() -> dict[tuple[str, str], tuple[Organisation, ...]]:
    return by_name(organisations())
