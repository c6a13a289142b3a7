"""Persons who hold or held office, by name and day, so that a name alone gives a party (パシニャン is ARM GOV)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import msgspec

from casus.records.finding import Certainty
from casus.vocabulary.periods import Period, period
from casus.vocabulary.tables import certainty_of, fold, index, names_by_language, read_table

FILE = "vocabulary/holders.tsv"
COLUMNS = ("person", "en", "ja", "ru", "party", "office", "from", "until", "source", "certainty")


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """One term of one person in one office, and the party they speak for in it; an open end means none is known."""

    person: str
    names: dict[str, tuple[str, ...]]
    party: str
    office: str
    period: Period
    source: str
    certainty: Certainty


@cache
def holders() -> tuple[Holder, ...]:
    """Read the table of office holders, one row a term."""
    return tuple(
        Holder(
            person=row["person"],
            names=names_by_language(row),
            party=row["party"],
            office=row["office"],
            period=period(row["from"], row["until"], f"{FILE}: {row['person']}"),
            source=row["source"],
            certainty=certainty_of(row["certainty"], f"{FILE}: {row['person']}"),
        )
        for row in read_table(FILE, COLUMNS)
    )


def find_holder(name: str, language: str, *, on: date | None = None) -> Holder | None:
    """Find who is meant by a name: whoever was in office on the day, else whoever was nearest to it.

    Without a day the term that began last counts.

    >>> find_holder("パシニャン", "ja", on=date(2021, 5, 14)).party
    'ARM GOV'
    >>> find_holder("アリエフ", "ja", on=date(1994, 5, 12)).person
    'Heydar Aliyev'
    """
    found = _by_name().get((fold(name), language), ())
    if on is None:
        return max(found, key=lambda each: each.period.start or date.min, default=None)
    return min(found, key=lambda each: _distance(each.period, on), default=None)


def holder_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, person) of a language, in the order of the table, each pair once."""
    pairs = ((name, each.person) for each in holders() for name in each.names.get(language, ()))
    return tuple(dict.fromkeys(pairs))


def _distance(term: Period, on: date) -> timedelta:
    if term.start and on < term.start:
        return term.start - on
    if term.end and on > term.end:
        return on - term.end
    return timedelta(0)


@cache
def _by_name() -> dict[tuple[str, str], tuple[Holder, ...]]:
    return index((name, code, each) for each in holders() for code, names in each.names.items() for name in names)
