"""Parts of a month, a year, a decade or a century: early, the second half, the third quarter, the first week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from casus.reading.dates import Interval, months

Part = Literal[
    "start", "early", "mid", "late", "end", "half1", "half2", "quarter1", "quarter2", "quarter3", "quarter4",
    "week1", "week2", "week3", "week4", "last_week",
]  # fmt: skip
_THIRDS: dict[str, int] = {"start": 0, "early": 0, "mid": 1, "late": 2, "end": 2}
_MONTHS: dict[str, tuple[int, int]] = {
    "start": (1, 1), "early": (1, 3), "mid": (5, 8), "late": (10, 12), "end": (12, 12), "half1": (1, 6),
    "half2": (7, 12), "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
}  # fmt: skip
_YEARS_OF_DECADE: dict[str, tuple[int, int]] = {
    "start": (0, 3), "early": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (7, 9), "half1": (0, 4), "half2": (5, 9),
}  # fmt: skip
_YEARS_OF_CENTURY: dict[str, tuple[int, int]] = {
    "start": (0, 32), "early": (0, 32), "mid": (33, 65), "late": (66, 99), "end": (66, 99), "half1": (0, 49),
    "half2": (50, 99), "quarter1": (0, 24), "quarter2": (25, 49), "quarter3": (50, 74), "quarter4": (75, 99),
}  # fmt: skip


def part_of(whole: Interval, part: Part | None) -> Interval:
    """Give the part of a month, a year, a decade or a century that a word names; else the whole of it.

    >>> part_of((date(2022, 2, 1), date(2022, 2, 28)), "late")
    (datetime.date(2022, 2, 21), datetime.date(2022, 2, 28))
    >>> part_of((date(2021, 1, 1), date(2021, 12, 31)), "quarter3")
    (datetime.date(2021, 7, 1), datetime.date(2021, 9, 30))
    """
    if part is None:
        return whole
    low, high = whole
    days = (high - low).days + 1
    if days <= 31:
        return _of_month(low, high, part)
    if days <= 366:
        return (months(low.year, *_MONTHS[part]) if part in _MONTHS else None) or whole
    table = _YEARS_OF_DECADE if days <= 3653 else _YEARS_OF_CENTURY
    first, last = table.get(part, (0, high.year - low.year))
    return date(low.year + first, 1, 1), date(low.year + last, 12, 31)


def _of_month(low: date, high: date, part: Part) -> Interval:
    if part in _THIRDS:
        third = _THIRDS[part]
        first = low + timedelta(days=10 * third)
        return first, high if third == 2 else first + timedelta(days=9)
    if part == "half1":
        return low, low + timedelta(days=14)
    if part == "half2":
        return low + timedelta(days=15), high
    if part == "last_week":
        return high - timedelta(days=6), high
    if part.startswith("week"):
        first = low + timedelta(days=7 * (int(part[-1]) - 1))
        return first, first + timedelta(days=6)
    return low, high
