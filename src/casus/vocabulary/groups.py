"""Armed groups and de facto authorities by name and day, with the party ids they act under."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from casus.records.finding import Certainty
from casus.vocabulary.periods import Period, period
from casus.vocabulary.tables import certainty_of, fold, index, names_by_language, read_table

FILE = "vocabulary/groups.tsv"
COLUMNS = ("id", "en", "ja", "ru", "country", "from", "until", "source", "certainty")


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """An armed group (``LBN REB HEZBOLLAH``) or a de facto authority (``MDA PMR GOV``) and its country, if any."""

    id: str
    names: dict[str, tuple[str, ...]]
    country: str | None
    period: Period
    source: str
    certainty: Certainty

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one."""
        return (self.names.get(language) or self.names["en"])[0]


@cache
def groups() -> tuple[Group, ...]:
    """Read the table of armed groups and de facto authorities."""
    return tuple(
        Group(
            id=row["id"],
            names=names_by_language(row),
            country=row["country"] or None,
            period=period(row["from"], row["until"], f"{FILE}: {row['id']}"),
            source=row["source"],
            certainty=certainty_of(row["certainty"], f"{FILE}: {row['id']}"),
        )
        for row in read_table(FILE, COLUMNS)
    )


def find_group(name: str, language: str, *, on: date | None = None) -> Group | None:
    """Find the group of a name; with a day, one that existed then goes before one that did not.

    >>> find_group("タリバン", "ja", on=date(2022, 1, 1)).id
    'AFG TALIBAN GOV'
    """
    found = _by_name().get((fold(name), language), ())
    return next((each for each in found if each.period.holds(on)), found[0] if found else None)


def group_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return tuple((name, each.id) for each in groups() for name in each.names.get(language, ()))


@cache
def _by_name() -> dict[tuple[str, str], tuple[Group, ...]]:
    return index((name, code, each) for each in groups() for code, names in each.names.items() for name in names)
