"""English dates with two ends: 9 to 12 August, between 1996 and 1999."""

from __future__ import annotations

import re
from datetime import date

from casus.reading import dates as d
from casus.reading.dates import Anchor

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_SHORT = {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9} | {m: i for i, m in enumerate(_MONTHS, 1)}


def days(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    """``25 to 26 February 1992``, ``August 9-12``: from the first day to the last."""
    first, last = m.group("m"), m.group("m2")
    low_month, high_month = month_number(first or last), month_number(last or first)
    base = anchor.published or anchor.last
    year = int(m.group("y")) if m.group("y") else None
    if year is None:
        nearest = d.nearest_year(base, high_month, int(m.group("d2"))) if base else None
        if nearest is None:
            return None
        year = nearest[0].year
    low, high = d.on_day(year, low_month, int(m.group("d"))), d.on_day(year, high_month, int(m.group("d2")))
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def month_number(name: str) -> int:
    """Give a month's number from its name or its short form."""
    return _SHORT[name.lower().rstrip(".")]


def years(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    """``1980-88``, ``between 1996 and 1999``."""
    first, last = m.group("y"), m.group("y2")
    low, high = d.year(int(first)), d.year(int(first[: 4 - len(last)] + last))
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def part_of(whole: tuple[date, date], part: str | None) -> tuple[date, date]:
    """Give a third of a month (early, mid, late), else the whole of it."""
    low, high = whole
    word = (part or "").lower()
    if word in {"early", "the beginning of", "the start of"}:
        return low, low.replace(day=10)
    if word in {"mid", "the middle of"}:
        return low.replace(day=11), low.replace(day=20)
    if word in {"late", "the end of"}:
        return low.replace(day=21), high
    return whole


def turn(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    """``the end of next year``, ``since the start of the month``."""
    word = m.group("w").lower()
    base = anchor.published
    if base is None:
        return None
    count = {"last": -1, "next": 1}.get(word.split()[0], 0)
    part = m.group("part").lower()
    if word.endswith("month"):
        whole = d.month(*d.shift_month(base, count))
        return part_of(whole, part) if whole else None
    first, last = {"the middle of": (5, 8), "the end of": (12, 12)}.get(part, (1, 1))
    return _months(base.year + count, first, last)


def _months(year: int, first: int, last: int) -> tuple[date, date] | None:
    low, high = d.month(year, first), d.month(year, last)
    return (low[0], high[1]) if low and high else None


def decade(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    """``the early 1990s``."""
    year = int(m.group("y"))
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((m.group("part") or "").lower(), (0, 9))
    low, high = d.year(year + first), d.year(year + last)
    return (low[0], high[1]) if low and high else None
