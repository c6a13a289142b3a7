"""What Japanese date expressions mean: from the words a pattern found to the days they span."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta

from casus.reading import date_choices as c
from casus.reading import dates as d
from casus.reading.date_choices import Unit
from casus.reading.date_parts import Part, part_of
from casus.reading.dates import Anchor, Interval
from casus.reading.ja.date_tense import goes_on, had_happened, tense
from casus.reading.ja.date_words import (
    ERAS,
    LEANING_YEARS,
    PARTS,
    QUARTERS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_YEARS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKS,
)

_LEAN = {
    "同日", "同じ日", "当日", "翌日", "翌々日", "翌朝", "この日", "その日", "次の日", "あくる日", "同夜",
    *(near + "の" + time for near in "こそ" for time in "朝夜晩"),
}  # fmt: skip
_OF_EVENT = re.compile(r"[^\W\d]の(?:わずか|ほんの|ちょうど|約)?$")
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}


def number(text: str) -> int:
    """Read a number in figures of any width or in kanji.

    >>> number("１２"), number("二十三"), number("二〇一五")
    (12, 23, 2015)
    """
    text = unicodedata.normalize("NFKC", text)
    if text.isdecimal():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[c]) for c in text))
    tens, _, ones = text.rpartition("十")
    return _DIGITS.get(tens, 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _tense(m: re.Match[str]) -> c.Tense:
    if m.groupdict().get("since") in {"から", "以来"} and goes_on(m.string, m.end()):
        return "past"
    return tense(m.string, m.end())


def _part(words: str | None) -> Part | None:
    if not words:
        return None
    return PARTS.get(words) or QUARTERS.get(unicodedata.normalize("NFKC", words)[1:2])


def _told(anchor: Anchor) -> Interval | None:
    """Give the time named last that 翌年 and 同月 lean on."""
    on = anchor.last or anchor.published
    return anchor.told or (d.day(on) if on else None)


def _year_of(m: re.Match[str], anchor: Anchor) -> int | None:
    if m.group("y"):
        return number(m.group("y"))
    if m.group("era"):
        count = 1 if m.group("eray") == "元" else number(m.group("eray"))
        return ERAS[m.group("era")] + count
    word = m.group("ry")
    if word in RELATIVE_YEARS:
        return anchor.published.year + RELATIVE_YEARS[word] if anchor.published else None
    told = _told(anchor)
    return told[0].year + LEANING_YEARS[word] if word and told else None


def _has_year(m: re.Match[str]) -> bool:
    return bool(m.group("y") or m.group("era") or m.group("ry"))


def _year_month(m: re.Match[str], anchor: Anchor) -> tuple[int, int] | None:
    """Give year and month where they are said; None where either is left to the reader."""
    if word := m.group("rm"):
        if word in RELATIVE_MONTHS:
            return d.shift_month(anchor.published, RELATIVE_MONTHS[word]) if anchor.published else None
        told = _told(anchor)
        return d.shift_month(told[0], {"翌月": 1, "前月": -1}.get(word, 0)) if told else None
    year = _year_of(m, anchor)
    return (year, number(m.group("m"))) if year else None


def _full(m: re.Match[str], anchor: Anchor) -> Interval | None:
    day = number(m.group("day"))
    if m.group("rm") or _has_year(m):
        pair = _year_month(m, anchor)
        return d.on_day(*pair, day) if pair else None
    return c.calendar_day(anchor, number(m.group("m")), day, _tense(m))


def _days(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``5月3〜7日``, ``3、4両日``: from the first day to the last."""
    last = _full(m, anchor) if m.group("m") or m.group("rm") else _day(m, anchor)
    first = d.on_day(last[0].year, last[0].month, number(m.group("first"))) if last else None
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m.group("rm") or _has_year(m):
        pair = _year_month(m, anchor)
        whole = d.month(*pair) if pair else None
    else:
        whole = c.calendar_day(anchor, number(m.group("m")), None, _tense(m))
    return part_of(whole, _part(m.group("part"))) if whole else None


def _months(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """``2022年1〜3月期``: from the first month to the last."""
    high = number(m.group("m"))
    year = _year_of(m, anchor) if _has_year(m) else None
    last = d.month(year, high) if year else c.calendar_day(anchor, high, None, _tense(m))
    low = number(m.group("first"))
    first = d.month(last[0].year - (low > high), low) if last else None
    return (first[0], last[1]) if first and last else None


def _years(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    """``1992〜95年``, ``1939年から40年にかけての冬``."""
    first, last = number(m.group("y")), number(m.group("y2"))
    last += first - first % 100 if last < 100 else 0
    if m.group("s"):
        return d.season(last, "winter")
    low, high = d.year(first), d.year(last)
    return (low[0], high[1]) if low and high and first <= last else None


def _decade(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    first = number(m.group("y"))
    whole = d.decade(first if first >= 100 else 1900 + first)
    return part_of(whole, _part(m.group("part"))) if whole else None


def _century(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    whole = d.century(number(m.group("c")))
    return part_of(whole, _part(m.group("part"))) if whole else None


def _iso(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    return d.on_day(int(m.group("y")), int(m.group("m")), int(m.group("day")))


def _term(m: re.Match[str], anchor: Anchor) -> Interval | None:
    base, word = anchor.published or anchor.last, m.group("w")
    if base is None:
        return None
    if word[1] in SEASONS:
        return d.season(base.year + {"昨": -1, "今": 0, "来": 1}[word[0]], SEASONS[word[1]])
    if word == "年内":
        return base, base.replace(month=12, day=31)
    turned = word == "年明け" and base.month > 2 and _tense(m) == "future"
    whole = d.month(base.year, base.month) if word[0] == "月" else d.year(base.year + turned)
    return part_of(whole, "end" if word.endswith("末") else "early" if word[0] == "月" else "start") if whole else None


def _next(m: re.Match[str], anchor: Anchor) -> Interval | None:
    told = _told(anchor)
    if told is None:
        return None
    month = number(m.group("m"))
    whole = d.month(told[0].year + (m.group("w") == "翌" and month < told[0].month), month)
    return part_of(whole, _part(m.group("part"))) if whole else None


def _season(m: re.Match[str], anchor: Anchor) -> Interval | None:
    name = SEASONS[m.group("s")]
    if _has_year(m):
        year = _year_of(m, anchor)
        return d.season(year, name) if year else None
    return c.this_season(anchor, name) if m.group("rel") else c.season(anchor, name, _tense(m))


def _year(m: re.Match[str], anchor: Anchor) -> Interval | None:
    year = _year_of(m, anchor)
    part = m.group("part")
    if year is None or part in SEASONS:
        return d.season(year, SEASONS[part]) if year else None
    whole = d.year(year)
    return part_of(whole, _part(part)) if whole else None


def _half(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = d.year(anchor.published.year) if anchor.published else None
    return part_of(whole, _part(m.group("part"))) if whole else None


def _day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    day, word = number(m.group("day")), m.groupdict().get("rd")
    last = anchor.last or anchor.published
    if word == "同":
        return d.on_day(last.year, last.month, day) if last else None
    if word and last:
        return c.numbered_day(Anchor(last), day, "future" if word == "翌" else "past")
    return c.numbered_day(anchor, day, _tense(m))


def _units(m: re.Match[str]) -> tuple[int, Unit] | None:
    """Give the number and the unit of a length of time; None where nobody says how many."""
    if m.groupdict().get("half"):
        return 6, "month"
    return (number(m.group("n")), UNITS.get(m.group("unit"), "month")) if m.group("n") != "数" else None


def _ago(m: re.Match[str], anchor: Anchor) -> Interval | None:
    units = _units(m)
    if units is None:
        return None
    count, unit = units
    back = m.group("dir") != "後"
    long = unit in {"month", "year"} and anchor.told is not None
    base = anchor.told[0] if long and anchor.told else anchor.last or anchor.published
    if back:
        of_event = _OF_EVENT.search(m.string, 0, m.start()) is not None  # 事件のわずか2日前
        leans = of_event or had_happened(m.string, m.end())
        before = (anchor.told[0] if long and anchor.told else anchor.here or anchor.near) if leans else None
        base = before or (anchor.last if of_event else None) or anchor.published
    return c.step(base, -count if back else count, unit) if base else None


def _lastn(m: re.Match[str], anchor: Anchor) -> Interval | None:
    units = _units(m)
    base = anchor.published
    if base is None:
        return None
    return c.past(base, *units) if units else d.day(base)


def _within(m: re.Match[str], anchor: Anchor) -> Interval | None:
    base, units = anchor.last or anchor.published, _units(m)
    return c.coming(base, *units) if base and units else None


def _relday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    word = m.group("w")
    base = anchor.published
    if word in {"前日", "前夜", "前の日"}:
        base = anchor.here or (anchor.near if had_happened(m.string, m.end()) else None) or base
    if word in _LEAN:
        base = anchor.last or anchor.published
    return d.day(base + timedelta(days=RELATIVE_DAYS.get(word, 0))) if base else None


def _week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    word = m.group("w")
    if word == "週明け":
        return d.day(d.week(anchor.published, 0 if _tense(m) == "past" else 1)[0])
    low, high = d.week(anchor.published, WEEKS[word])
    if m.group("wd"):
        return d.day(low + timedelta(days=WEEKDAYS.index(m.group("wd"))))
    if m.group("part") == "末":
        return d.weekend(anchor.published, WEEKS[word])
    return (anchor.published, high) if word == "週内" else (low, high)


def _weekend(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    over = m.group("w") == "週末" and anchor.published.weekday() < 5 and tense(m.string, m.end()) == "past"
    return d.weekend(anchor.published, {"先週末": -1, "来週末": 1}.get(m.group("w"), -over))


def _weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return c.weekday(anchor, WEEKDAYS.index(m.group("wd")), _tense(m))


def _now(m: re.Match[str], anchor: Anchor) -> Interval | None:  # noqa: ARG001
    return d.month(anchor.published.year, anchor.published.month) if anchor.published else None


RESOLVE: dict[str, Callable[[re.Match[str], Anchor], Interval | None]] = {
    "full": _full, "days": _days, "month": _month, "months": _months, "season": _season, "year": _year,
    "years": _years, "half": _half, "day": _day, "ago": _ago, "lastn": _lastn, "within": _within, "decade": _decade,
    "century": _century, "iso": _iso, "term": _term, "next": _next, "relday": _relday, "week": _week,
    "weekend": _weekend, "weekday": _weekday, "now": _now,
}  # fmt: skip
