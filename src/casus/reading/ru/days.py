"""Russian days that lean on the day of publication or on the last day named: вчера, два дня назад."""

from __future__ import annotations

import re
from datetime import date, timedelta

from casus.reading import date_choices as c
from casus.reading import dates as d
from casus.reading.date_choices import Tense, Unit
from casus.reading.dates import Anchor, Interval
from casus.reading.ru.date_words import NUMBERS, UNITS, WEEKDAYS

_FRESH_DAYS = 2
_RUNNING = {"втор": 1, "трет": 2, "четв": 3, "пят": 4, "шест": 5, "седьм": 6}


def unit_of(word: str) -> tuple[int, Unit]:
    """Give a unit of time by its name, and how many of them the name stands for (полгода: six months)."""
    return next((unit for stem, unit in UNITS.items() if word.startswith(stem)), (1, "day"))


def _length(groups: dict[str, str | None], name: str = "n") -> tuple[int, Unit]:
    """Give the number and the unit of a length of time."""
    count = groups.get(name)
    number = 1 if not count else int(count) if count.isdecimal() else NUMBERS[count]
    times, unit = unit_of(groups.get("unit") or "")
    return number * times, unit


def leaning(word: str, anchor: Anchor, tense: Tense) -> tuple[Interval | None, int]:
    """Give the time that прошлый, этот, следующий or тот же leans on, and how many units away it points."""
    on = d.day(anchor.published) if anchor.published else None
    if word.startswith("поза"):
        return on, -2
    if word.startswith(("прош", "мин")):
        return on, -1
    if word.startswith("т"):
        return ((anchor.told or on), 0) if "же" in word else (on, 0)
    if word.startswith(("след", "другой")) and tense == "past" and anchor.told:
        return anchor.told, 1
    if word.startswith("пред"):
        return anchor.told or on, -1
    return on, 1 if word.startswith(("след", "буд", "ближ", "другой")) else 0


def relative(kind: str, m: re.Match[str], anchor: Anchor, tense: Tense) -> Interval | None:
    """Work out what leans on the publication day, or on the last day named."""
    groups = m.groupdict()
    if kind in {"ago", "oneago", "after"}:
        return _moved(groups, anchor, tense)
    if kind in {"sameday", "nextday"}:
        last = anchor.here or anchor.last or anchor.published
        return d.day(last + timedelta(days=kind == "nextday")) if last else None
    if kind in {"weekday", "evewd"}:
        return _weekday(kind, groups, anchor, tense)
    if kind in {"relmonth", "relyear"}:
        lean, shift = leaning(groups.get("rel") or groups.get("rel2") or "", anchor, tense)
        if lean is None:
            return None
        return d.month(*d.shift_month(lean[0], shift)) if kind == "relmonth" else d.year(lean[0].year + shift)
    if anchor.published is None:
        return None
    return _near(m, anchor, anchor.published) if kind in {"relday", "part"} else _around(kind, groups, anchor.published)


def _near(m: re.Match[str], anchor: Anchor, on: date) -> Interval | None:
    """Give сегодня, вчера, накануне высадки, к вечеру."""
    if m.groupdict().get("of"):
        before = anchor.here or anchor.last
        return d.day(before - timedelta(days=1)) if before is not None else None
    if m["w"] == "сегодня" and "ноч" in m.group():
        return on - timedelta(days=1), on
    return _named_day(m["w"], on, anchor.here)


def _moved(groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    """Give what lies some time before or after the day that a text leans on (неделю назад, через год)."""
    way = groups["dir"] or ""
    on, here = anchor.published, anchor.here
    last = here or anchor.last or on
    count, unit = _length(groups)
    least = _length(groups, "n1")[0] if groups.get("n1") else count
    if way in {"назад", "тому назад"}:
        return _stretch(on, -count, -least, unit, sharp=bool(groups.get("sharp")))
    if groups.get("before") and not groups.get("this") and last == on:
        return None  # за неделю до выборов: nobody says when they are
    if way == "за" and not groups.get("before"):
        return (here, here + timedelta(days=count - 1)) if here and unit == "day" and count > 0 else None
    if unit in {"month", "year"} and anchor.told and tense == "past":
        last = anchor.told[0]
    elif way == "через" and here is None and on and last and (on - last).days <= _FRESH_DAYS:
        last = on
    if way in {"ранее", "раньше", "за"}:
        count, least = -count, -least
    return _stretch(last, count, least, unit, sharp=False)


def _stretch(base: date | None, count: int, least: int, unit: Unit, *, sharp: bool) -> Interval | None:
    """Give the days from one distance to the other; a month or a year away is the whole of it."""
    if base is None:
        return None
    if unit in {"month", "year"} and not sharp:
        whole = [s for n in (count, least) if (s := c.step(base, n, unit))]
        return (min(s[0] for s in whole), max(s[1] for s in whole)) if whole else None
    unit = "day" if unit in {"hour", "minute"} else unit
    days = [on for n in (count, least) if (on := c.away(base, n, unit))]
    return (min(days), max(days)) if days else None


def _named_day(word: str, on: date, here: date | None) -> Interval:
    shifts = {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2, "накануне": -1}
    if word in shifts:
        return d.day(on + timedelta(days=shifts[word]))
    day = here or on
    return (day - timedelta(days=1), day) if "ноч" in word else d.day(day)


def _weekday(kind: str, groups: dict[str, str | None], anchor: Anchor, tense: Tense) -> Interval | None:
    number = next(n for stem, n in WEEKDAYS.items() if (groups["wd"] or "").startswith(stem))
    on, rel = anchor.published, groups.get("rel") or ""
    if on is None or anchor.after is not None:
        return c.weekday(anchor, number)
    if week := groups.get("wk"):
        return d.day(d.week(on, leaning(week, anchor, "")[1])[0] + timedelta(days=number))
    back = (on.weekday() - number) % 7
    if rel.startswith(("след", "буд", "ближ")):
        day = on + timedelta(days=(number - on.weekday()) % 7 or 7)
    elif rel.startswith(("прош", "минув")) and not back:
        day = on - timedelta(days=7)
    elif not rel and tense == "future":
        day = on + timedelta(days=(number - on.weekday()) % 7)
    else:
        day = on - timedelta(days=back)
    return (day - timedelta(days=1), day) if kind == "evewd" else d.day(day)


def _around(kind: str, groups: dict[str, str | None], on: date) -> Interval | None:
    rel = groups.get("rel") or ""
    shift = leaning(rel, Anchor(on), "")[1]
    if kind == "week":
        return d.week(on, shift)
    if kind == "weekend":
        past = (not rel and on.weekday() < 5) or rel.startswith(("прош", "мин"))
        return d.weekend(on, -1 if past else shift)
    if kind == "running":
        times, unit = unit_of(groups["unit"] or "")
        count = next(n for stem, n in _RUNNING.items() if (groups["ord"] or "").startswith(stem))
        return c.past(on, times * count, unit)
    if kind == "own":
        named = d.month(*d.shift_month(on, shift)) if groups["u"] == "месяца" else d.year(on.year + shift)
        return named if groups["u"] != "недели" else d.week(on, shift)
    if kind == "lastn":
        count, unit = _length(groups)
        return c.past(on, max(1, count), "day" if unit in {"hour", "minute"} and count < 24 else unit)
    if kind == "within":
        return c.coming(on, *_length(groups))
    return d.day(on) if kind == "recent" else (on, on + timedelta(days=7))
