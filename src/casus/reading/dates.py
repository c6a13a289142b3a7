"""Days that words speak of: intervals with a precision, relative ones worked out from the publication date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from casus.records import Span
from casus.records.statement import Precision

Interval = tuple[date, date]


class FoundDate(msgspec.Struct, frozen=True):
    """A date expression: where it stands, the days it spans (None where open or unknown), how sharp it is."""

    span: Span
    from_: date | None
    until: date | None
    precision: Precision
    whole: bool = False
    """Do its words give the year?"""
    apart: bool = False
    """Is it the year of a thing (the 1951 treaty), which says nothing about when its clause happens?"""


class Anchor(msgspec.Struct, frozen=True):
    """What relative words lean on: the publication day, and the days the text named."""

    published: date | None
    last: date | None = None
    here: date | None = None
    """The last day the same sentence named: "the day before" leans on it."""
    told: Interval | None = None
    """The last time named, be it a day, a month or a year: "the following year" leans on it."""
    story: date | None = None
    """The last day or month that the sentences just before told of, where it is long past: its year goes on."""
    near: date | None = None
    """The last day the sentence just before named."""
    fresh: bool = False
    """Has the text told of a time near publication? What lies long past is then an aside."""
    after: date | None = None
    """The first day of a stretch whose last day is being read (from 5 May to 3 June)."""


def day(on: date) -> tuple[date, date]:
    """One day as an interval."""
    return on, on


def month(year: int, number: int) -> tuple[date, date] | None:
    """Give a month as an interval; None for a number that is no month."""
    if not (1 <= number <= 12 and 1 <= year <= 9999):
        return None
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def year(number: int) -> tuple[date, date] | None:
    """Give a year as an interval."""
    return (date(number, 1, 1), date(number, 12, 31)) if 1 <= number <= 9999 else None


def on_day(y: int, m: int, d: int) -> tuple[date, date] | None:
    """Give a day by its numbers; None where there is no such day."""
    try:
        return day(date(y, m, d))
    except ValueError:
        return None


def shift_month(on: date, months: int) -> tuple[int, int]:
    """Year and month some months away from a day.

    >>> shift_month(date(2021, 1, 5), -1)
    (2020, 12)
    """
    index = on.year * 12 + on.month - 1 + months
    return index // 12, index % 12 + 1


def week(on: date, weeks: int = 0) -> tuple[date, date]:
    """Give the week (Monday to Sunday) some weeks away from a day's.

    >>> week(date(1999, 6, 15), -1)
    (datetime.date(1999, 6, 7), datetime.date(1999, 6, 13))
    """
    monday = on - timedelta(days=on.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def weekend(on: date, weeks: int = 0) -> tuple[date, date]:
    """Saturday and Sunday of a week."""
    monday, sunday = week(on, weeks)
    return monday + timedelta(days=5), sunday


def season(y: int, name: str) -> tuple[date, date]:
    """Give a northern season as whole months: winter runs from December of the year before to March."""
    spans = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
    if name == "winter":
        return date(y - 1, 12, 1), date(y, 3, 31)
    first, last = spans[name]
    return date(y, first, 1), date(y, last, calendar.monthrange(y, last)[1])


def decade(first: int) -> Interval | None:
    """Give ten years from a first one on."""
    return (date(first, 1, 1), date(first + 9, 12, 31)) if 1 <= first <= 9990 else None


def century(number: int) -> Interval | None:
    """Give a century by its number.

    >>> century(19)
    (datetime.date(1801, 1, 1), datetime.date(1900, 12, 31))
    """
    return (date(100 * number - 99, 1, 1), date(100 * number, 12, 31)) if 1 <= number <= 99 else None


def months(y: int, first: int, last: int) -> Interval | None:
    """Give the months of a year from one to another."""
    low, high = month(y, first), month(y, last)
    return (low[0], high[1]) if low and high else None
