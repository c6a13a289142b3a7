"""What Russian dates of the calendar mean: days, months, seasons, years, decades, centuries and parts of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from casus.reading import date_choices as c
from casus.reading import dates as d
from casus.reading.date_choices import Tense
from casus.reading.date_parts import Part, part_of
from casus.reading.dates import Anchor, Interval
from casus.reading.ru.date_words import DECADES, MONTHS, ORDINALS, SEASONS
from casus.reading.ru.days import leaning, relative

_ROMAN = {"i": 1, "v": 5, "x": 10}
_ORDER = {"перв": "1", "втор": "2", "трет": "3", "четв": "4", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_NUMBERED: dict[str, Part] = {
    "по1": "half1", "по2": "half2", "кв1": "quarter1", "кв2": "quarter2", "кв3": "quarter3", "кв4": "quarter4",
    "не1": "week1", "не2": "week2", "не3": "week3", "не4": "week4", "чи1": "week1",
}  # fmt: skip


def part_named(words: str | None) -> Part | None:
    """Give the part that words name.

    >>> part_named("второй половине"), part_named("iii квартале"), part_named("конца")
    ('half2', 'quarter3', 'late')
    """
    if not words:
        return None
    simple: dict[str, Part] = {"нач": "early", "сер": "mid", "кон": "late"}
    if words[:3] in simple:
        return simple[words[:3]]
    order, _, unit = words.partition(" ")
    if order.startswith("последн"):
        return "last_week"
    if words == "первых числах":
        return "early"
    number = _ORDER.get(order[:4]) or _ORDER.get(order.split("-")[0]) or order[:1]
    return _NUMBERED.get(unit[:2] + number)


def resolve(kind: str, m: re.Match[str], anchor: Anchor, tense: Tense) -> Interval | None:
    """Give the days an expression spans, from its first to its last."""
    groups = m.groupdict()
    if kind in {"iso", "dots"}:
        return d.on_day(int(m["y"]), int(m["mm"]), int(m["dd"]))
    if kind in {"year", "baryear", "years", "decade", "century"}:
        return _part(_years(kind, groups), groups)
    if kind in {"day", "night", "eve", "span"}:
        return _days(kind, groups, anchor, tense)
    if kind == "nth":
        return _nth(int(groups.get("d") or groups.get("d2") or 0), groups, anchor, tense)
    if kind == "months":
        return _month_row(groups, anchor, tense)
    if kind == "month":
        return _part(_month(groups, anchor, tense), groups)
    if kind == "season":
        return _part(_season(groups, anchor, tense), groups)
    return _part(relative(kind, m, anchor, tense), groups)


def _part(whole: Interval | None, groups: dict[str, str | None]) -> Interval | None:
    return part_of(whole, part_named(groups.get("part"))) if whole else None


def _years(kind: str, groups: dict[str, str | None]) -> Interval | None:
    """Give a year, the years from one to another, a decade (80-е годы: of the twentieth century) or a century."""
    if kind == "century":
        return d.century(_century_number(groups["c"] or ""))
    if kind == "decade":
        word = groups.get("yw") or ""
        named = next((first for stem, first in DECADES.items() if word.startswith(stem)), 0) if word else 0
        return d.decade(named or int(groups.get("y") or 1900 + int(groups.get("y2") or 0)))
    last = d.year(int(groups["y"] or 0))
    begun = d.year(int(groups["y0"] or 0)) if kind == "years" else last
    return (begun[0], last[1]) if begun and last and begun[0] < last[1] else None


def _century_number(words: str) -> int:
    """Read 19, xix or девятнадцатом; the Russian х counts as the Roman one."""
    if not set(words) <= {*_ROMAN, "х"}:
        return _day_number(words.removesuffix("ом") + "ого" if words.endswith("ом") else words)
    digits = [_ROMAN[letter] for letter in words.replace("х", "x")]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def number_of_month(word: str) -> int:
    """Give a month's number from its name or its short form."""
    return MONTHS[word[:2] if word.startswith("ма") and not word.startswith("мар") else word[:3]]


def _day_number(word: str) -> int:
    """Read 12 or двадцать третьего."""
    if word.isdecimal():
        return int(word)
    *tens, last = word.split()
    return {"двадцать": 20, "тридцать": 30}.get(tens[0] if tens else "", 0) + ORDINALS[last]


def _days(kind: str, groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    number = number_of_month(groups["mon"] or "")
    day = _day_number(groups["d"] or "0")
    year = _year_of(groups, anchor)
    if year is None and _says_year(groups):
        return None
    found = d.on_day(year, number, day) if year else c.calendar_day(anchor, number, day, tense)
    if found is None or kind == "day":
        return found
    last = found[0]
    if kind == "eve":
        return last - timedelta(days=1), last
    before = number_of_month(groups["mon0"] or "") if groups.get("mon0") else last.month
    first = d.on_day(last.year - (before > last.month), before, int(groups["d0"] or 0))
    if first and first[0] <= last:
        return first[0], last
    return (last - timedelta(days=1) if not groups.get("mon0") else last), last


def _says_year(groups: dict[str, str | None]) -> bool:
    return bool(groups.get("y") or groups.get("ry"))


def _year_of(groups: dict[str, str | None], anchor: Anchor) -> int | None:
    """Give the year where it is said or pointed at."""
    if groups.get("y"):
        return int(groups["y"] or 0)
    if ry := groups.get("ry"):
        lean, shift = leaning(ry, anchor, "")
        return lean[0].year + shift if lean else None
    return None


def _month(groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    number = number_of_month(groups["mon"] or "")
    if _says_year(groups):
        year = _year_of(groups, anchor)
        return d.month(year, number) if year else None
    return c.calendar_day(anchor, number, None, tense)


def _nth(day: int, groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    """Give the last day with a number (13-го числа), or that of the month it names."""
    if rm := groups.get("rm"):
        lean, shift = leaning(rm, anchor, "")
        return d.on_day(*d.shift_month(lean[0], shift), day) if lean else None
    on = anchor.here or anchor.last
    when = tense or "past"
    return c.numbered_day(Anchor(on) if on and not (anchor.story and when == "past") else anchor, day, when)


def _month_row(groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    """Give the months from one to another (в мае–июне 1998 года)."""
    last = _month(groups, anchor, tense)
    first = number_of_month(groups["mon0"] or "")
    return (date(last[0].year - (first > last[0].month), first, 1), last[1]) if last else None


def _season(groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    name = next(s for stem, s in SEASONS.items() if (groups["s"] or "").startswith(stem))
    rel = groups.get("rel") or ""
    found: Interval | None
    if _says_year(groups):
        year = _year_of(groups, anchor)
        found = d.season(year + bool(groups.get("over") and name == "winter"), name) if year else None
    elif rel.startswith(("прош", "минув")):
        found = c.last_season(anchor, name)
    elif rel.startswith("след"):
        found = c.next_season(anchor, name)
    else:
        found = c.this_season(anchor, name) if rel else c.season(anchor, name, tense)
    if found is None or name != "winter":
        return found
    return found[0], date(found[1].year, 3, 1) - timedelta(days=1)  # December to February
