"""What English date expressions mean: from the words a pattern found to the days they span."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from casus.reading import date_choices as c
from casus.reading import dates as d
from casus.reading.date_choices import Unit
from casus.reading.date_parts import Part, part_of
from casus.reading.dates import Anchor, Interval
from casus.reading.en.date_limits import is_limit, tense
from casus.reading.en.date_ranges import days, month_number, years
from casus.reading.en.date_words import COUNTS, DECADES, ORDINALS

_WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_NUMBERED = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
DAY_COUNTS = {"a day": 1, "the day": 1, "two days": 2, "a week": 7, "hours": 0}
_LIMITS = {"until", "till", "by", "through", "no later than"}


def _groups(m: re.Match[str]) -> dict[str, str]:
    """Give the words of a match by name, in small letters; those it lacks are empty."""
    return {name: (word or "").lower() for name, word in m.groupdict().items()}


def _tense(m: re.Match[str]) -> c.Tense:
    opening = _groups(m).get("open", "")
    return "past" if opening == "since" else tense(m.string, m.start(), m.end())


def _part(words: str) -> Part | None:
    """Give the part that words name: mid, the end of, the second half of.

    >>> _part("the second half of"), _part("last week of"), _part("beginning of")
    ('half2', 'last_week', 'start')
    """
    known: dict[str, Part] = {
        "early": "early", "mid": "mid", "late": "late", "beginning": "start", "start": "start", "middle": "mid",
        "end": "end", "last week": "last_week", "last half": "half2", "last quarter": "quarter4", "third half": "half2",
    }  # fmt: skip
    name = words.removeprefix("the ").removesuffix(" of")
    if name in known or " " not in name:
        return known.get(name)
    order, unit = name.split()
    numbered: dict[str, Part] = {
        "half1": "half1", "half2": "half2", "quarter1": "quarter1", "quarter2": "quarter2", "quarter3": "quarter3",
        "quarter4": "quarter4", "week1": "week1", "week2": "week2", "week3": "week3", "week4": "week4",
    }  # fmt: skip
    return numbered.get(unit + _NUMBERED.get(order, ""))


def _iso(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    return d.on_day(int(m.group("y")), int(m.group("mm")), int(m.group("dd")))


def _strokes(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    """``25/12/1989``, ``12/25/1989``; nobody can say which is the month in 3/4/1989."""
    first, second, year = int(m.group("dd")), int(m.group("mm")), int(m.group("y"))
    if first != second and first <= 12 and second <= 12:
        return None
    return d.on_day(year, second, first) or d.on_day(year, first, second)


def _full(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    number = ORDINALS[groups["dw"]] if groups.get("dw") else int(groups["d"])
    month = month_number(groups["m"])
    if groups["y"]:
        return d.on_day(int(groups["y"]), month, number)
    return c.calendar_day(anchor, month, number, _tense(m))


def _holiday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    month, number = (12, 25) if groups["w"].startswith("christmas") else (1, 1)
    if groups["w"].endswith("eve"):
        month, number = 12, number - 1 or 31
    if groups["y"]:
        return d.on_day(int(groups["y"]), month, number)
    return c.calendar_day(anchor, month, number, _tense(m))


def _month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    month = month_number(groups["m"])
    if year := groups["y"] or groups["y2"]:
        whole = d.month(int(year), month)
    elif groups["ry"]:
        named = _year_by(groups["ry"], anchor)
        whole = d.month(named[0].year, month) if named else None
    else:
        when: dict[str, c.Tense] = {"last": "past", "next": "future"}
        whole = c.calendar_day(anchor, month, None, when.get(groups["rel"]) or _tense(m))
    return part_of(whole, _part(groups["part"])) if whole else None


def _season(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    name = "autumn" if groups["s"] == "fall" else groups["s"]
    if year := groups["y"] or groups["y2"]:
        whole: Interval | None = d.season(int(year) + (name == "winter" and bool(groups["over"])), name)
    elif groups["ry"]:
        named = _year_by(groups["ry"], anchor)
        whole = d.season(named[0].year, name) if named else None
    else:
        chosen = {"last": c.last_season, "past": c.last_season, "next": c.next_season, "this": c.this_season}
        choose = chosen.get(groups["rel"])
        whole = choose(anchor, name) if choose else c.season(anchor, name, _tense(m))
    return whole


def _year(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    whole = d.year(int(m.group("y")))
    return part_of(whole, _part(_groups(m).get("part", ""))) if whole else None


def _units(m: re.Match[str]) -> tuple[int, Unit]:
    """Give the number and the unit of a length of time."""
    groups = _groups(m)
    count = int(groups["n"]) if groups["n"].isdecimal() else COUNTS.get(groups["n"], 1)
    if groups["unit"] == "fortnight":
        return 2 * count, "week"
    units: dict[str, Unit] = {
        "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute",
    }  # fmt: skip
    return count, units[groups["unit"]]


def _ago(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    count, unit = _units(m)
    base = anchor.published if groups["dir"] == "ago" else (anchor.last or anchor.published)
    if groups["dir"] != "ago" and unit in {"month", "year"} and anchor.told:
        base = anchor.told[0]
    if base is None:
        return None
    signed = count if groups["dir"] in {"later", "after that", "on"} else -count
    if groups["to"] or (groups["sharp"] and unit != "hour"):
        on = c.away(base, signed, unit)
        return d.day(on) if on else None
    return c.step(base, signed, unit)


def _within(m: re.Match[str], anchor: Anchor) -> Interval | None:
    base = anchor.published or anchor.last
    return c.coming(base, *_units(m)) if base else None


def _lastn(m: re.Match[str], anchor: Anchor) -> Interval | None:
    base = anchor.published or anchor.last
    return c.past(base, *_units(m)) if base else None


def _recent(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    return d.day(anchor.published) if anchor.published else None


def _weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    base, groups = anchor.published, _groups(m)
    number = _WEEKDAYS[groups["wd"][:3]]
    if base is None or anchor.after is not None:
        return c.weekday(anchor, number)
    rel, of = groups["rel"], groups["of"]
    if rel in {"the following", "the previous"} and anchor.last:
        away = (number - anchor.last.weekday()) % 7 or 7
        return d.day(anchor.last + timedelta(days=away if rel == "the following" else away - 7 if away < 7 else -7))
    if rel == "next" or of == "next week":
        soon = (number - base.weekday()) % 7 or 7
        return d.day(base + timedelta(days=soon) if rel == "next" else d.week(base, 1)[0] + timedelta(days=number))
    if rel == "last" or of == "last week":
        back = (base.weekday() - number) % 7 or 7
        return d.day(base - timedelta(days=back) if rel == "last" else d.week(base, -1)[0] + timedelta(days=number))
    return c.weekday(anchor, number, "future" if is_limit(m) else _tense(m))


_BACK = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1,
    "the day after tomorrow": 2, "the next day": 1, "the following day": 1, "a day later": 1, "a day earlier": -1,
    "the previous day": -1,
    "the day before": -1, "the night before": -1, "the next morning": 1, "the following morning": 1,
    "the day after": 1,
}  # fmt: skip
_LEAN = {
    "the same day", "that day", "the next day", "the following day", "a day later", "a day earlier",
    "the previous day", "the day before", "the night before", "that night", "the next morning",
    "the following morning", "earlier in the day", "later in the day", "hours earlier", "hours later",
    "minutes earlier", "minutes later", "the day after",
}  # fmt: skip


def _relday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    word = _groups(m)["w"]
    base = (anchor.last or anchor.published) if word in _LEAN else anchor.published
    if base is None:
        return None
    if word == "overnight":
        return base - timedelta(days=1), base
    return d.day(base + timedelta(days=_BACK.get(word, 0)))


def _dayafter(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``a day after the attack``: the day of what comes with it is the one before the clause's own."""
    base = anchor.last or anchor.published
    groups = _groups(m)
    count = DAY_COUNTS[groups["w"]]
    return d.day(base - timedelta(days=count if groups["dir"] == "after" else -count)) if base else None


def _leaning(words: str, anchor: Anchor) -> tuple[Interval | None, int]:
    """Give the time that last, this, next, the following or the same lean on, and how many units away it points."""
    steps = {"last": -1, "next": 1, "previous": -1, "following": 1, "before": -1}
    count = next((n for word, n in steps.items() if word in words.split()), 0)
    on = d.day(anchor.published) if anchor.published else None
    if words.startswith(("last", "this", "next")) or words in {"month", "year", "the weekend"}:
        return on, count
    return anchor.told or (d.day(anchor.last) if anchor.last else on), count


def _week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    word = groups["w"]
    lean, count = _leaning(word, anchor)
    if anchor.published is None or lean is None:
        return None
    if "weekend" in word:
        weeks = -1 if word == "the weekend" and not (lean[0].weekday() >= 5 or is_limit(m)) else count
        return d.weekend(lean[0], weeks)
    return d.week(lean[0], count)


def _month_by(words: str, anchor: Anchor) -> Interval | None:
    lean, count = _leaning(words, anchor)
    return d.month(*d.shift_month(lean[0], count)) if lean else None


def _relmonth(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    whole = _month_by(groups["w"], anchor)
    return part_of(whole, _part(groups["part"])) if whole else None


def _year_by(words: str, anchor: Anchor) -> Interval | None:
    lean, count = _leaning(words, anchor)
    return d.year(lean[0].year + count) if lean else None


def _relyear(m: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = _groups(m)
    whole = _year_by(groups["w"], anchor)
    return part_of(whole, _part(groups["part"])) if whole else None


def _part_of_week(week: Interval, part: Part | None) -> Interval:
    """Give the first, middle or last days of a week; the end of one comes with its Sunday."""
    first, last = {"start": (0, 1), "early": (0, 1), "mid": (2, 3), "late": (3, 6), "end": (3, 6)}.get(
        part or "", (0, 6)
    )
    return week[0] + timedelta(days=first), week[0] + timedelta(days=last)


def _turn(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``the end of next year``, ``since the start of the month``."""
    groups = _groups(m)
    if groups["w"].endswith("week"):
        lean, count = _leaning(groups["w"], anchor)
        return _part_of_week(d.week(lean[0], count), _part(groups["part"])) if lean else None
    by = _month_by if groups["w"].endswith("month") else _year_by
    whole = by(groups["w"], anchor)
    return part_of(whole, _part(groups["part"])) if whole else None


def _decade(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    """``the early 1990s``, ``the '80s``, ``the eighties``."""
    groups = _groups(m)
    if groups.get("yw"):
        first = DECADES[groups["yw"]]
    else:
        first = int(groups["y"]) if groups.get("y") else 1900 + int(groups["y2"])
    whole = d.decade(first)
    return part_of(whole, _part(groups["part"])) if whole else None


def _century(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    groups = _groups(m)
    whole = d.century(ORDINALS[groups["cw"]] if groups["cw"] else int(groups["c"]))
    return part_of(whole, _part(groups["part"])) if whole else None


def _nth(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``on the 14th``: of this month, else of the last, or of the next where the clause looks ahead."""
    return c.numbered_day(anchor, int(m.group("d")), _tense(m) or "past")


RESOLVE: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
    "days": days, "usdays": days, "years": years, "iso": _iso, "strokes": _strokes, "full": _full, "spelt": _full,
    "us": _full, "month": _month, "season": _season, "year": _year, "yearpart": _year, "yearabout": _year,
    "named": _year, "paren": _year, "ago": _ago, "within": _within, "lastn": _lastn, "recent": _recent,
    "relday": _relday, "dayafter": _dayafter, "week": _week, "weekday": _weekday, "relmonth": _relmonth,
    "relyear": _relyear, "turn": _turn, "decade": _decade, "shortdecade": _decade, "century": _century, "nth": _nth,
    "holiday": _holiday,
}  # fmt: skip
