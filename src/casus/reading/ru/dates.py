"""Russian date expressions: 12 мая, в ночь на 13 мая, в минувшую пятницу, накануне, летом 1994 года."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from casus.reading import dates as d
from casus.reading.dates import Anchor, FoundDate
from casus.reading.ru.date_words import CUES, MONTHS, NEEDS, ORDINALS, PATTERNS, SEASONS
from casus.reading.ru.days import NOTHING, Interval, ahead_of, relative, unit_of
from casus.reading.ru.morphology import forms, plain
from casus.records import Span
from casus.records.statement import Precision

_BACK = 400
_NEAR_CHARS = 300
_FRESH_DAYS = 10
_DATELINE = re.compile(
    r"^[ \t]*[А-ЯЁ][А-ЯЁ -]{2,}(?:\([^)\n]*\))?,\s*(?P<d>\d{1,2})\s+"
    r"(?P<mon>январ|феврал|март|апрел|ма[яй]|июн|июл|август"
    r"|сентябр|октябр|ноябр|декабр)",
    re.MULTILINE,
)
_FROM = {"с", "со", "начиная с", "после", "от", "с начала"}
_UNTIL = {"до", "к", "по", "не позднее"}
_PRECISION: dict[str, Precision] = {
    "night": "range", "eve": "range", "evewd": "range", "span": "range", "years": "range", "decade": "range",
    "month": "month", "season": "season", "year": "year", "baryear": "year", "week": "week", "relmonth": "month",
    "relyear": "year", "soon": "about", "lastn": "range", "ownweek": "range", "months": "range", "weekend": "range",
    "running": "range",
}  # fmt: skip
_THEN = re.compile(
    r"(?<![\w-])(?:тогда(?! как)|в то время(?! как)|в тот период|к тому времени|в это (?:же )?время|в тот же час"
    r"|в этот момент|в ту же ночь|той же ночью)(?![\w-])",
    re.IGNORECASE,
)
_CLAUSE_MARKS = (",", ";", ":", "—", "«")
_LETTERS = re.compile(r"[А-Яа-яЁё-]+")
PART_OF_DAY = re.compile(
    r"(?<!\w)(?:утром|вечер\w+|ноч\w+|днём|днем|рассвете|утру|полдень|полдн\w|полноч\w)", re.IGNORECASE
)
"""Words that need the day named before."""
_NAMED = (
    "парад", "договор", "соглашен", "резолюци", "конвенц", "протокол", "войн", "указ", "закон", "устав", "хартии",
    "пакт",
)  # fmt: skip


def find(text: str, anchor: Anchor, offset: int = 0, before: date | None = None) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before.

    ``before`` is the day the sentences just before named, which a bare "к вечеру" belongs to.
    """
    low = plain(text)
    there = {m.lastgroup for m in CUES.finditer(low)}
    if not there:
        return ()
    found: list[FoundDate] = []
    last = anchor.last
    here: date | None = None
    for kind, match in _matches(low, there):
        vague = kind == "after" and here is None and bool(found) and found[-1].precision in {"month", "year", "season"}
        told = here or (before if kind == "part" else None)
        leans_on = Anchor(None if vague else anchor.published, None if vague else last, told)
        if kind == "weekday" and anchor.published is not None and _ahead(text, match):
            resolved = ahead_of(match, anchor.published)
        else:
            resolved = _resolve(kind, match, leans_on)
        low_day, high_day = _bounded(kind, match, resolved)
        precision = _precision(kind, match, low_day, high_day)
        if precision == "day" and low_day is not None and low_day == high_day:
            last = here = low_day
        elif kind in {"night", "eve", "evewd"} and high_day is not None:
            here = high_day
        found.append(FoundDate((offset + match.start(), offset + match.end()), low_day, high_day, precision))
    return tuple(found)


def _ahead(text: str, match: re.Match[str]) -> bool:
    """Is a day of the week in a clause that tells of what is to come (во вторник соберётся совет)?"""
    if match["rel"] or match["open2"]:
        return False
    start = max(text.rfind(mark, 0, match.start()) for mark in _CLAUSE_MARKS) + 1
    end = min((i for mark in _CLAUSE_MARKS if (i := text.find(mark, match.end())) >= 0), default=len(text))
    tenses = {f.tense for word in _LETTERS.findall(text[start:end]) for f in forms(word)[:1] if f.pos == "VERB"}
    return "futr" in tenses and "past" not in tenses


def dateline(text: str, position: int, published: date) -> date:
    """Give the day that a text's yesterday leans on: that of the dateline before, else the day of publication.

    >>> dateline("ХАНОЙ, 18 февраля. Вчера шли бои.", 20, date(1979, 2, 19))
    datetime.date(1979, 2, 18)
    """
    found = published
    for start, day, number in _datelines(text):
        near = d.nearest_year(published, number, day)
        if start < position and near is not None and abs((published - near[0]).days) <= _FRESH_DAYS:
            found = near[0]
    return found


@lru_cache(maxsize=64)
def _datelines(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give where the datelines of a text begin, with the numbers of their days and months."""
    return tuple((m.start(), int(m["d"]), _number_of_month(m["mon"].lower())) for m in _DATELINE.finditer(text))


def named_before(text: str, position: int, anchor: Anchor) -> date | None:
    """Give the last single day that the sentences just before a position named."""
    found = find(text[max(0, position - _NEAR_CHARS) : position], anchor)
    days = [f for f in found if f.from_ is not None and f.from_ == f.until and f.precision == "day"]
    return days[-1].from_ if days else None


def find_then(text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
    """Give тогда and в то время the time that was named last before the sentence."""
    match = _THEN.search(text, *sentence)
    if match is None:
        return ()
    start = max(0, sentence[0] - _BACK)
    before = find(text[start : sentence[0]], anchor)
    if not before:
        return ()
    last = next((d for d in reversed(before) if d.from_ is not None), before[-1])
    return (FoundDate(match.span(), last.from_, last.until, last.precision),)


def _matches(low: str, there: set[str | None]) -> list[tuple[str, re.Match[str]]]:
    """Give the expressions that do not overlap: the leftmost, of two the longer."""
    hits: list[tuple[str, re.Match[str]]] = []
    for kind, pattern in PATTERNS:
        if NEEDS[kind] <= there:
            hits.extend((kind, m) for m in pattern.finditer(low) if not _other_thing(low, m))
    hits.sort(key=lambda h: (h[1].start(), -h[1].end()))
    kept: list[tuple[str, re.Match[str]]] = []
    for kind, match in hits:
        if not kept or match.start() >= kept[-1][1].end():
            kept.append((kind, match))
    return kept


def _other_thing(low: str, match: re.Match[str]) -> bool:
    """Is it part of a name (парад 9 мая, договор 1961 года) or a length of time (в течение двух дней)?"""
    before = [w for w in low[: match.start()].split()[-2:] if not w.isdecimal()][-1:]
    return bool(before) and before[0].startswith(_NAMED)


def _precision(kind: str, match: re.Match[str], low: date | None, high: date | None) -> Precision:
    groups = match.groupdict()
    if groups.get("part") and kind != "decade":
        return "about"
    if kind in {"ago", "after", "oneago"}:
        unit = unit_of(groups.get("unit") or "")
        vague = groups.get("about") or groups.get("n") in {"несколько", "пару"}
        return "about" if vague or unit > 1 else "day"
    if kind in {"part", "relday"}:
        return "range" if low != high else "day"
    if low is None or high is None:
        return "range"
    return _PRECISION.get(kind, "day")


def _bounded(kind: str, match: re.Match[str], interval: Interval) -> Interval:
    """Cut an interval to a part of it, and open it at one end (с мая, до конца июня)."""
    groups = match.groupdict()
    low, high = interval
    if low is not None and high is not None and groups.get("part"):
        low, high = _part(low, high, groups["part"])
    opened = groups.get("open") or groups.get("open2")
    if kind == "ownweek" and opened not in _FROM | _UNTIL:
        return (high - timedelta(days=2), high) if low and high and groups["edge"].startswith("кон") else (low, high)
    if opened in _FROM and kind != "ownweek":
        return low, None
    if opened in _UNTIL:
        late = (groups.get("part") or groups.get("edge") or "").startswith("кон")
        return None, (high if late or kind == "day" else low)
    return low, high


def _part(low: date, high: date, words: str) -> tuple[date, date]:
    length = (high - low).days + 1
    if words.endswith("числах"):
        return (low, low + timedelta(days=9)) if words.startswith("перв") else (high - timedelta(days=7), high)
    if length <= 31:
        if words.startswith("нач"):
            return low, low + timedelta(days=9)
        if words.startswith("сер"):
            return low + timedelta(days=10), low + timedelta(days=19)
        if words.startswith("кон"):
            return low + timedelta(days=20), high
    third = timedelta(days=length // 3)
    half = timedelta(days=length // 2)
    if words.startswith("перв"):
        return low, low + half - timedelta(days=1)
    if words.startswith("втор"):
        return low + half, high
    if words.startswith("нач"):
        return low, low + third
    return (low + third, high - third) if words.startswith("сер") else (high - third, high)


def _resolve(kind: str, m: re.Match[str], anchor: Anchor) -> Interval:
    groups = m.groupdict()
    if kind in {"iso", "dots"}:
        return d.on_day(int(m["y"]), int(m["mm"]), int(m["dd"])) or NOTHING
    if kind in {"year", "baryear", "years", "decade"}:
        return _years(kind, groups)
    if kind in {"day", "night", "eve", "span"}:
        return _days(kind, groups, anchor)
    if kind == "nth":
        return _nth(int(groups.get("d") or groups.get("d2") or 0), anchor)
    by_month = {"months": _month_row, "month": _month, "season": _season}
    return by_month[kind](groups, anchor) if kind in by_month else relative(kind, m, anchor)


def _years(kind: str, groups: dict[str, str | None]) -> Interval:
    """Give a year, the years from one to another, or a decade (80-е годы: of the twentieth century)."""
    if kind == "decade":
        first = int(groups.get("y") or 1900 + int(groups.get("y2") or 0))
        low, high = date(first, 1, 1), date(first + 9, 12, 31)
        return _part(low, high, groups["part"] or "") if groups.get("part") else (low, high)
    last = d.year(int(groups["y"] or 0))
    begun = d.year(int(groups["y0"] or 0)) if kind == "years" else last
    return (begun[0], last[1]) if begun and last else NOTHING


def _number_of_month(word: str) -> int:
    return next(n for stem, n in sorted(MONTHS.items(), key=lambda s: -len(s[0])) if word.startswith(stem))


def _day_number(word: str) -> int:
    """Read 12 or двадцать третьего."""
    if word.isdecimal():
        return int(word)
    *tens, last = word.split()
    return {"двадцать": 20, "тридцать": 30}.get(tens[0] if tens else "", 0) + ORDINALS[last]


def _days(kind: str, groups: dict[str, str | None], anchor: Anchor) -> Interval:
    number = _number_of_month(groups["mon"] or "")
    found = _dated(groups.get("y"), groups.get("ry"), number, _day_number(groups["d"] or "0"), anchor)
    if found is None:
        return NOTHING
    last = found[0]
    if kind == "eve":
        return last - timedelta(days=1), last
    if (kind == "night" and not groups.get("mon0")) or (kind == "span" and not groups.get("mon0")):
        first = d.on_day(last.year, last.month, int(groups["d0"] or 0))
        return (first[0], last) if first and first[0] <= last else (last - timedelta(days=1), last)
    if kind in {"span", "night"}:
        first = d.on_day(last.year, _number_of_month(groups["mon0"] or ""), int(groups["d0"] or 0))
        return (first[0], last) if first and first[0] <= last else (last, last)
    return found


def _dated(y: str | None, ry: str | None, number: int, day: int, anchor: Anchor) -> tuple[date, date] | None:
    if y:
        return d.on_day(int(y), number, day)
    if anchor.published is None:
        return None
    if ry:
        shift = -1 if ry.startswith("прош") else 0
        return d.on_day(anchor.published.year + shift, number, day)
    return d.nearest_year(anchor.published, number, day)


def _month(groups: dict[str, str | None], anchor: Anchor) -> Interval:
    number = _number_of_month(groups["mon"] or "")
    if groups.get("y"):
        return d.month(int(groups["y"] or 0), number) or NOTHING
    if anchor.published is None:
        return NOTHING
    if ry := groups.get("ry"):
        shift = -1 if ry.startswith("прош") else 1 if ry.startswith("след") else 0
        return d.month(anchor.published.year + shift, number) or NOTHING
    return d.nearest_year(anchor.published, number, None) or NOTHING


def _nth(day: int, anchor: Anchor) -> Interval:
    """Give the last day with a number (13-го числа)."""
    on = anchor.here or anchor.last or anchor.published
    if on is None:
        return NOTHING
    here = d.on_day(on.year, on.month, day)
    if here is not None and here[0] <= on:
        return here
    year, month = d.shift_month(on, -1)
    return d.on_day(year, month, day) or here or NOTHING


def _month_row(groups: dict[str, str | None], anchor: Anchor) -> Interval:
    """Give the months from one to another (в мае–июне 1998 года)."""
    low, high = _month(groups, anchor)
    if low is None or high is None:
        return NOTHING
    first = _number_of_month(groups["mon0"] or "")
    return date(low.year - (first > low.month), first, 1), high


def _season(groups: dict[str, str | None], anchor: Anchor) -> Interval:
    name = next(s for stem, s in SEASONS.items() if (groups["s"] or "").startswith(stem))
    if groups.get("y"):
        return _months(int(groups["y"] or 0), name)
    on = anchor.published
    if on is None:
        return NOTHING
    if ry := groups.get("ry"):
        shift = -1 if ry.startswith("прош") else 1 if ry.startswith("след") else 0
        return _months(on.year + shift, name)
    rel = groups.get("rel") or ""
    spans = [_months(y, name) for y in (on.year + 1, on.year, on.year - 1)]
    if rel.startswith(("прош", "минув")):
        return next(s for s in spans if s[1] < on)
    if rel.startswith("след"):
        return next(s for s in reversed(spans) if s[0] > on)
    return next((s for s in spans if s[0] <= on + timedelta(days=183)), spans[-1])


def _months(year: int, name: str) -> tuple[date, date]:
    """Give a season as its calendar months; winter is December to February."""
    if name != "winter":
        return d.season(year, name)
    return date(year - 1, 12, 1), date(year, 3, 1) - timedelta(days=1)
