"""Which of the days of one name is meant: by the tense of the clause, by the story told, and by the publication day."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from casus.reading import dates as d
from casus.reading.dates import Anchor, FoundDate, Interval

Tense = Literal["past", "future", ""]
Unit = Literal["minute", "hour", "day", "week", "month", "year"]
_SOON = timedelta(days=61)
"""Where no tense tells, a day this near ahead is meant rather than that of the year before."""
_WEEK = timedelta(days=7)
_LATE = timedelta(days=30)
"""What is said to come may have come already when it is read, by so much."""
_LATE_PRINT = timedelta(days=10)
"""A dateline is no older than so many days when it is printed."""
_JUST_NOW = timedelta(days=5)
"""A number of a day so near behind is not that of a month ahead."""
_EARLY = timedelta(days=1)
"""What is told may bear the date of the day after publication: the date line runs in between."""
LONG_PAST = timedelta(days=366)
"""A story this far before publication has a year of its own."""


def within_calendar(work_out: Callable[[], Interval | None]) -> Interval | None:
    """Give the days that are worked out; none where they lie beyond the first or the last year of the calendar."""
    try:
        return work_out()
    except (OverflowError, ValueError):
        return None


def calendar_day(anchor: Anchor, month: int, day: int | None, tense: Tense = "") -> Interval | None:
    """Give a month, or a day of one, whose year is not said.

    >>> calendar_day(Anchor(date(2022, 9, 14)), 11, None, "past")
    (datetime.date(2021, 11, 1), datetime.date(2021, 11, 30))
    >>> calendar_day(Anchor(date(2010, 6, 10), story=date(1967, 6, 5)), 6, 7, "past")
    (datetime.date(1967, 6, 7), datetime.date(1967, 6, 7))
    """

    def of(year: int) -> Interval | None:
        return d.on_day(year, month, day) if day else d.month(year, month)

    return _yearly(anchor, of, tense)


def season(anchor: Anchor, name: str, tense: Tense = "") -> Interval | None:
    """Give a season whose year is not said."""
    return _yearly(anchor, lambda year: d.season(year, name), tense)


def this_season(anchor: Anchor, name: str) -> Interval | None:
    """Give this summer: that of the year; this winter is the nearest one.

    >>> this_season(Anchor(date(2022, 9, 14)), "winter")
    (datetime.date(2022, 12, 1), datetime.date(2023, 3, 31))
    """
    base = anchor.published or anchor.last
    if base is None:
        return None
    if name != "winter":
        return d.season(base.year, name)
    return min((d.season(base.year + n, name) for n in (0, 1)), key=lambda s: _distance(base, s))


def last_season(anchor: Anchor, name: str) -> Interval | None:
    """Give last summer: the latest that is over."""
    base = anchor.published or anchor.last
    if base is None:
        return None
    return next(s for n in (0, -1, -2) if (s := d.season(base.year + n, name))[1] < base)


def next_season(anchor: Anchor, name: str) -> Interval | None:
    """Give next summer: the first that has not begun."""
    base = anchor.published or anchor.last
    if base is None:
        return None
    return next(s for n in (0, 1, 2) if (s := d.season(base.year + n, name))[0] > base)


def weekday(anchor: Anchor, number: int, tense: Tense = "") -> Interval | None:
    """Give a day of the week (Monday: 0): the last one, or the next where the clause speaks of what is to come.

    >>> weekday(Anchor(date(2024, 1, 18)), 4, "future")
    (datetime.date(2024, 1, 19), datetime.date(2024, 1, 19))
    """
    if anchor.after is not None:
        return d.day(anchor.after + timedelta(days=(number - anchor.after.weekday()) % 7))
    base = anchor.published
    if base is None:
        return None
    away = (number - base.weekday()) % 7 if tense == "future" else -((base.weekday() - number) % 7)
    return d.day(base + timedelta(days=away))


def numbered_day(anchor: Anchor, number: int, tense: Tense = "") -> Interval | None:
    """Give the day of a number (11日, the 11th): the last one, or the next where the clause speaks of what is to come.

    >>> numbered_day(Anchor(date(2012, 4, 2)), 30)
    (datetime.date(2012, 3, 30), datetime.date(2012, 3, 30))
    """
    begun = anchor.after or (anchor.story if tense == "past" else None)
    if begun is not None:
        return _in_months(begun, number, (0, 1, 2), lambda on: on >= begun)
    base = anchor.published or anchor.last
    if base is None:
        return None
    if tense == "future":
        return _in_months(base, number, (0, 1, 2), lambda on: base - on <= _JUST_NOW)
    ahead = _EARLY if tense == "past" else _WEEK
    return _in_months(base, number, (0, -1, -2), lambda on: on - base <= ahead)


def _in_months(base: date, number: int, steps: Iterable[int], fits: Callable[[date], bool]) -> Interval | None:
    for step in steps:
        found = d.on_day(*d.shift_month(base, step), number)
        if found and fits(found[0]):
            return found
    return None


def _yearly(anchor: Anchor, of: Callable[[int], Interval | None], tense: Tense) -> Interval | None:
    """Choose among the years what comes back every year."""
    if anchor.after is not None:
        begun = anchor.after
        return next((f for n in range(9) if (f := of(begun.year + n)) and f[1] >= begun), None)
    story = anchor.story
    if story is not None and tense == "past":
        around = [f for n in (1, 0, -1) if (f := of(story.year + n))]
        return min(around, key=lambda f: _distance(story, f), default=None)
    base = anchor.published or anchor.last
    if base is None:
        return None
    if tense == "future":
        return next((f for n in range(-1, 9) if (f := of(base.year + n)) and base - f[1] <= _LATE), None)
    ahead = _EARLY if tense == "past" else _SOON
    return next((f for n in range(1, -9, -1) if (f := of(base.year + n)) and f[0] - base <= ahead), None)


def _distance(on: date, span: Interval) -> int:
    return max((span[0] - on).days, (on - span[1]).days, 0)


def dateline_day(published: date, datelines: Iterable[tuple[int, int, int]], position: int) -> date:
    """Give the day a text's yesterday leans on: that of the last dateline before, else the day of publication.

    ``datelines``: where each begins, with the numbers of its month and its day.
    """
    found = published
    for start, month, day in datelines:
        near = calendar_day(Anchor(published), month, day)
        if start < position and near is not None and abs(published - near[0]) <= _LATE_PRINT:
            found = near[0]
    return found


def away(base: date, count: int, unit: Unit) -> date | None:
    """Give the day some units of time after a day, or before it; None beyond the calendar.

    >>> away(date(2024, 3, 31), -1, "month"), away(date(2024, 1, 18), 36, "hour")
    (datetime.date(2024, 2, 29), datetime.date(2024, 1, 19))
    """
    try:
        if unit in {"month", "year"}:
            y, m = d.shift_month(base, count * (12 if unit == "year" else 1))
            return date(y, m, min(base.day, calendar.monthrange(y, m)[1]))
        if unit in {"hour", "minute"}:
            return base + (timedelta(hours=count) if unit == "hour" else timedelta(minutes=count))
        return base + timedelta(days=count * (7 if unit == "week" else 1))
    except (OverflowError, ValueError):
        return None


def step(base: date, count: int, unit: Unit) -> Interval | None:
    """Give the day, week, month or year that lies some units away from a day."""
    on = away(base, count, unit)
    if on is None:
        return None
    if unit == "week":
        return d.week(on)
    if unit == "month":
        return d.month(on.year, on.month)
    return d.year(on.year) if unit == "year" else d.day(on)


def past(base: date, count: int, unit: Unit) -> Interval | None:
    """Give the stretch of some units up to a day (the past six months)."""
    low = away(base, -_whole_days(count, unit), "day" if unit in {"hour", "minute"} else unit)
    return (low, base) if low is not None else None


def coming(base: date, count: int, unit: Unit) -> Interval | None:
    """Give the stretch of some units from a day on (within a week)."""
    high = away(base, _whole_days(count, unit), "day" if unit in {"hour", "minute"} else unit)
    return (base, high) if high is not None else None


def _whole_days(count: int, unit: Unit) -> int:
    """Count hours as days begun; other units as they are."""
    return {"hour": -(-count // 24), "minute": 0}.get(unit, count)


def joined(first: FoundDate, last: FoundDate) -> FoundDate | None:
    """Join two times that open and close a stretch; None where the second does not come after the first.

    A first day whose year is not said takes that of the last one (27 September – 10 November 2020).
    """
    low, high = first.from_, last.until
    if low is None or high is None:
        return None
    if last.whole and not first.whole and first.precision in {"day", "about", "month"}:
        years = (high.year, high.year - 1)
        shifted = (away(low, 12 * (y - low.year), "month") for y in years)
        low = next((on for on in shifted if on is not None and on <= high), low)
    if low > high:
        return None
    return FoundDate((first.span[0], last.span[1]), low, high, "range", whole=last.whole or first.whole)


def put_in(found: list[FoundDate], begun: FoundDate | None, day: FoundDate) -> FoundDate:
    """Put a time in after the others; where it closes the stretch that one begins, put that for the last."""
    stretch = joined(begun, day) if begun else None
    if stretch is None:
        found.append(day)
        return day
    found[-1] = stretch
    return stretch


def taken_in(anchor: Anchor, found: FoundDate) -> Anchor:
    """Give what the words after an expression lean on."""
    low, high = found.from_, found.until
    if low is None or high is None or found.apart or found.precision == "range":
        return anchor
    last = high if found.precision in {"day", "about"} and (high - low).days <= 1 else None
    recent = anchor.published is not None and anchor.published - high <= LONG_PAST
    told_of = found.precision in {"day", "about", "month"}
    return Anchor(
        published=anchor.published,
        last=last or anchor.last,
        here=last or anchor.here,
        told=(low, high),
        near=anchor.near,
        story=None if recent else high if told_of else anchor.story,
        fresh=anchor.fresh or (recent and found.precision != "year"),
    )


def next_sentence(anchor: Anchor) -> Anchor:
    """Give what the sentence after leans on: the year of a story goes on where the text told of nothing recent."""
    story = None if anchor.fresh else anchor.story
    return msgspec.structs.replace(anchor, here=None, near=anchor.here, story=story)
