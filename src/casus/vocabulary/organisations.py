"""International organisations, their organs and missions, and well-known non-governmental bodies, by name and day."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from casus.records.finding import Certainty
from casus.vocabulary.periods import Period, period
from casus.vocabulary.tables import certainty_of, fold, index, names_by_language, read_table

FILE = "vocabulary/organisations.tsv"
COLUMNS = ("key", "id", "en", "ja", "ru", "founded", "ended", "source", "certainty")


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation, organ or mission; ``id`` is the party id it acts under (KFOR acts under IGO NATO)."""

    key: str
    id: str
    names: dict[str, tuple[str, ...]]
    period: Period
    source: str
    certainty: Certainty

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one."""
        return (self.names.get(language) or self.names["en"])[0]


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
    found = _by_name().get((fold(name), language), ())
    return next((each for each in found if each.period.holds(on)), found[0] if found else None)


def organisation_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return tuple((name, each.id) for each in organisations() for name in each.names.get(language, ()))


@cache
def organisations_by_id() -> dict[str, Organisation]:
    """Map each party id to its first row, the organisation itself rather than its organs."""
    return {each.id: each for each in reversed(organisations())}


@cache
def _by_name() -> dict[tuple[str, str], tuple[Organisation, ...]]:
    return index((name, code, each) for each in organisations() for code, names in each.names.items() for name in names)
