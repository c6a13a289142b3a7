"""Days that words speak of: intervals with a precision, relative ones worked out from the publication date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from casus.records import Span
from casus.records.statement import Precision


class FoundDate(msgspec.Struct, frozen=True):
    """A date expression: where it stands, the days it spans (None where open or unknown), how sharp it is."""

    span: Span
    from_: date | None
    until: date | None
    precision: Precision


class Anchor(msgspec.Struct, frozen=True):
    """What relative words lean on: the publication day, and the last day the text named."""

    published: date | None
    last: date | None = None
    here: date | None = None
    """The last day the same sentence named: "the day before" leans on it."""


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


def last_named_day(anchor: date, number: int, *, future: bool = False) -> tuple[date, date] | None:
    """Give the day of that number nearest before an anchor (or on it), as a report's bare "11日" means.

    >>> last_named_day(date(2012, 4, 2), 30)
    (datetime.date(2012, 3, 30), datetime.date(2012, 3, 30))
    """
    steps = (0, 1) if future else (0, -1, -2)
    for months in steps:
        y, m = shift_month(anchor, months)
        found = on_day(y, m, number)
        if found and (found[0] >= anchor if future else found[0] <= anchor + timedelta(days=7)):
            return found
    return None


def nearest_year(anchor: date, m: int, d: int | None) -> tuple[date, date] | None:
    """Give a month and day without a year: the latest that does not lie more than half a year ahead of the anchor."""
    for y in (anchor.year + 1, anchor.year, anchor.year - 1):
        found = on_day(y, m, d) if d else month(y, m)
        if found and found[0] <= anchor + timedelta(days=183):
            return found
    return None


def season(y: int, name: str) -> tuple[date, date]:
    """Give a northern season as whole months: winter runs from December of the year before to March."""
    spans = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
    if name == "winter":
        return date(y - 1, 12, 1), date(y, 3, 31)
    first, last = spans[name]
    return date(y, first, 1), date(y, last, calendar.monthrange(y, last)[1])
