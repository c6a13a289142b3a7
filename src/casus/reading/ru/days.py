"""Russian days that lean on the day of publication or on the last day named: вчера, два дня назад."""

from __future__ import annotations

import re
from datetime import date, timedelta

from casus.reading import dates as d
from casus.reading.dates import Anchor
from casus.reading.ru.date_words import NUMBERS, UNITS, WEEKDAYS

Interval = tuple[date | None, date | None]
NOTHING: Interval = (None, None)


def unit_of(word: str) -> int:
    """Give the length of a unit of time in days; 0 for hours and minutes."""
    return next((n for stem, n in UNITS.items() if word.startswith(stem)), 1)


_FRESH_DAYS = 2
_RUNNING = {"втор": 1, "трет": 2, "четв": 3, "пят": 4, "шест": 5, "седьм": 6}


def _shift(groups: dict[str, str | None]) -> int:
    count = groups.get("n")
    number = 1 if not count else int(count) if count.isdecimal() else NUMBERS[count]
    return number * unit_of(groups.get("unit") or "")


def relative(kind: str, m: re.Match[str], anchor: Anchor) -> Interval:
    """Work out what leans on the publication day, or on the last day named."""
    on = anchor.published
    last = anchor.here or anchor.last or on
    groups = m.groupdict()
    if kind in {"ago", "oneago", "after"}:
        return _moved(groups, on, last, anchor.here)
    if kind in {"sameday", "nextday"}:
        return NOTHING if last is None else d.day(last + timedelta(days=kind == "nextday"))
    if on is None:
        return NOTHING
    if kind == "relday" and groups.get("of"):
        before = anchor.here or anchor.last
        return d.day(before - timedelta(days=1)) if before is not None else NOTHING
    if kind == "relday" and m["w"] == "сегодня" and "ноч" in m.group():
        return on - timedelta(days=1), on
    if kind in {"relday", "part"}:
        return _named_day(m["w"], on, anchor.here)
    if kind in {"weekday", "evewd"}:
        return _weekday(kind, groups, on)
    return _around(kind, groups, on)


def _moved(groups: dict[str, str | None], on: date | None, last: date | None, here: date | None) -> Interval:
    way = groups["dir"] or ""
    days = _shift(groups)
    rough = timedelta(days=days - _shift({**groups, "n": groups["n1"]})) if groups.get("n1") else timedelta()
    unit = unit_of(groups.get("unit") or "")
    try:
        if way in {"назад", "тому назад"}:
            if unit == 365:
                return NOTHING if on is None else (d.year(on.year - days // 365) or NOTHING)
            return NOTHING if on is None else (on - timedelta(days=days), on - timedelta(days=days) + rough)
        if groups.get("before") and not groups.get("this") and last == on:
            return NOTHING  # за неделю до выборов: nobody says when they are
        if last is None:
            return NOTHING
        back = way in {"ранее", "раньше"} or (way == "за" and groups.get("before"))
        if way == "за" and not groups.get("before"):
            told = here is not None and unit == 1 and days > 0
            return (here, here + timedelta(days=days - 1)) if told and here is not None else NOTHING
        if way == "через" and here is None and on is not None and (on - last).days <= _FRESH_DAYS:
            last = on
        if back:
            return last - timedelta(days=days), last - timedelta(days=days) + rough
        return last + timedelta(days=days) - rough, last + timedelta(days=days)
    except OverflowError:
        return NOTHING


def _named_day(word: str, on: date, here: date | None) -> Interval:
    shifts = {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2, "накануне": -1}
    if word in shifts:
        return d.day(on + timedelta(days=shifts[word]))
    day = here or on
    return (day - timedelta(days=1), day) if "ноч" in word else d.day(day)


def ahead_of(m: re.Match[str], on: date) -> Interval:
    """Give the next day of that name, the day of publication among them."""
    number = next(n for stem, n in WEEKDAYS.items() if m["wd"].startswith(stem))
    return d.day(on + timedelta(days=(number - on.weekday()) % 7))


def _weekday(kind: str, groups: dict[str, str | None], on: date) -> Interval:
    number = next(n for stem, n in WEEKDAYS.items() if (groups["wd"] or "").startswith(stem))
    rel = groups.get("rel") or ""
    ahead = rel.startswith(("след", "буд", "ближ"))
    away = (number - on.weekday()) % 7 or 7
    back = (on.weekday() - number) % 7
    if rel.startswith(("прош", "минув")) and not back:
        back = 7
    if (groups.get("open2") in {"до", "к"}) and not rel:
        return d.day(on + timedelta(days=(number - on.weekday()) % 7))
    day = on + timedelta(days=away) if ahead else on - timedelta(days=back)
    return (day - timedelta(days=1), day) if kind == "evewd" else d.day(day)


def _around(kind: str, groups: dict[str, str | None], on: date) -> Interval:
    rel = groups.get("rel") or ""
    shift = -1 if rel.startswith(("прош", "мин")) else 1 if rel.startswith(("след", "буд", "ближ")) else 0
    if rel.startswith("поза"):
        shift = -2
    if kind == "week":
        return d.week(on, shift)
    if kind == "relmonth":
        return d.month(*d.shift_month(on, shift)) or NOTHING
    if kind == "relyear":
        return d.year(on.year + shift) or NOTHING
    if kind == "weekend":
        past = (not rel and on.weekday() < 5) or rel.startswith(("прош", "мин"))
        return d.weekend(on, -1 if past else shift)
    if kind == "running":
        count = next(n for stem, n in _RUNNING.items() if (groups["ord"] or "").startswith(stem))
        return on - timedelta(days=count * unit_of(groups["unit"] or "")), on
    if kind == "ownweek":
        whole = {"недели": d.week(on), "месяца": d.month(on.year, on.month), "года": d.year(on.year)}[groups["u"] or ""]
        return whole or NOTHING
    if kind == "lastn":
        return on - timedelta(days=max(1, _shift(groups))), on
    return on, on + timedelta(days=7)
