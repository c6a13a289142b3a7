"""English dates with two ends: 9 to 12 August, between 1996 and 1999, from April to June 1982."""

from __future__ import annotations

import re

from casus.reading import dates as d
from casus.reading.date_choices import calendar_day
from casus.reading.dates import Anchor, Interval
from casus.reading.en.date_limits import tense

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_SHORT = {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9} | {m: i for i, m in enumerate(_MONTHS, 1)}
_TO = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*(?:(?:on|in|the)\s+)*")
_AND = re.compile(r"\s+and\s+(?:(?:on|in|the)\s+)*")
_OPENED = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


def days(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``25 to 26 February 1992``, ``August 9-12``: from the first day to the last."""
    first, last = m.group("m"), m.group("m2")
    low_month, high_month = month_number(first or last), month_number(last or first)
    number = int(m.group("d2"))
    if m.group("y"):
        high = d.on_day(int(m.group("y")), high_month, number)
    else:
        high = calendar_day(anchor, high_month, number, tense(m.string, m.start(), m.end()))
    if high is None:
        return None
    low = d.on_day(high[0].year - (low_month > high_month), low_month, int(m.group("d")))
    return (low[0], high[1]) if low and low[0] <= high[1] else None


def is_month(name: str) -> bool:
    """Is it the name of a month, or its short form?"""
    return name.lower().rstrip(".") in _SHORT


def month_number(name: str) -> int:
    """Give a month's number from its name or its short form."""
    return _SHORT[name.lower().rstrip(".")]


def years(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    """``1980-88``, ``between 1996 and 1999``."""
    first, last = m.group("y"), m.group("y2")
    low, high = d.year(int(first)), d.year(int(first[: 4 - len(last)] + last))
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def goes_on(text: str, first: tuple[int, int], start: int) -> tuple[int, int] | None:
    """Give where a stretch of time begins whose last day begins at ``start``; none where no stretch is named."""
    between = text[first[1] : start]
    opened = _OPENED.search(text, 0, first[0])
    if _TO.fullmatch(between) or (opened and opened.group().lower().startswith("between") and _AND.fullmatch(between)):
        return (opened.start() if opened else first[0], first[1])
    return None
