"""Dates as tables write them: to the day, the month or the year, and what period two of them span."""

from __future__ import annotations

import calendar
from datetime import date

import msgspec

from casus.errors import CasusError


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A closed interval of days; an open end is None."""

    start: date | None = None
    end: date | None = None

    def holds(self, on: date | None) -> bool:
        """Say whether the period includes a day; an unknown day is never excluded."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


def period(start: str, end: str, where: str = "-") -> Period:
    """Read two partial dates as the widest period they allow.

    >>> period("2018-05", "2020")
    Period(start=datetime.date(2018, 5, 1), end=datetime.date(2020, 12, 31))
    """
    span = Period(start=first_day(start, where), end=last_day(end, where))
    if span.start and span.end and span.end < span.start:
        raise CasusError(f"{where}: {end} is before {start}")
    return span


def first_day(text: str, where: str = "-") -> date | None:
    """Give the first day a partial date allows; None for an empty one."""
    parts = _parts(text, where)
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return _day(year, month, day, where)


def last_day(text: str, where: str = "-") -> date | None:
    """Give the last day a partial date allows; None for an empty one.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    parts = _parts(text, where)
    if not parts:
        return None
    year, month = (*parts, 12)[:2]
    if not 1 <= month <= 12:
        raise CasusError(f"{where}: {text!r} is not a date")
    day = parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1]
    return _day(year, month, day, where)


def _parts(text: str, where: str) -> tuple[int, ...]:
    pieces = text.split("-") if text else []
    if len(pieces) > 3 or not all(piece.isdecimal() for piece in pieces):
        raise CasusError(f"{where}: {text!r} is not a date (write 2018, 2018-05 or 2018-05-08)")
    return tuple(int(piece) for piece in pieces)


def _day(year: int, month: int, day: int, where: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CasusError(f"{where}: {year}-{month}-{day}: {error}") from error
