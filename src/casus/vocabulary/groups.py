"""Armed groups and de facto authorities by name and day, with the party ids they act under."""

from __future__ import annotations

from datetime import date
from functools import cache

from casus.vocabulary.bodies import Body, by_name, existing, names_of
from casus.vocabulary.periods import period
from casus.vocabulary.tables import certainty_of, fold, names_by_language, read_table

FILE = "vocabulary/groups.tsv"
COLUMNS = ("id", "en", "ja", "ru", "country", "from", "until", "source", "certainty")


class Group(Body, frozen=True, kw_only=True):
    """An armed group (``LBN REB HEZBOLLAH``) or a de facto authority (``MDA PMR GOV``) and its country, if any."""

    country: str | None


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
    return existing(_by_name().get((fold(name), language), ()), on)


def group_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return names_of(groups(), language)


@cache
def _by_name() -> dict[tuple[str, str], tuple[Group, ...]]:
    return by_name(groups())
