"""English date words: last Friday, two days later, on 1 December, since early May, overnight, by the end of summer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from casus.reading import dates as d
from casus.reading.dates import Anchor, FoundDate
from casus.reading.en.date_ranges import days, decade, month_number, part_of, turn, years
from casus.reading.en.date_words import AHEAD, CUES, DATELINE, MAY_BE_DATE, NEEDS, PATTERNS
from casus.records import Span
from casus.records.statement import Precision

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_DAYS = (
    {name[:3]: i for i, name in enumerate(_DAYS)}
    | {name: i for i, name in enumerate(_DAYS)}
    | {"tues": 1, "thur": 3, "thurs": 3}
)
_COUNT = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2,
}  # fmt: skip

_PREPOSITIONS = re.compile(r"(?i)^(?:on|in|of|during|from)\s+")
_BY_KIND = dict(PATTERNS)
_UNTIL = {"until", "till", "by", "before"}


_DAY_COUNTS = {"a day": 1, "the day": 1, "two days": 2, "a week": 7, "hours": 0}


def after_dateline(text: str, sentence: Span) -> Span:
    """Give the sentence without a dateline or a clock time before it.

    >>> after_dateline("KABUL, May 3 - Rebels fled.", (0, 27))
    (15, 27)
    """
    match = DATELINE.match(text[slice(*sentence)])
    return (sentence[0] + match.end(), sentence[1]) if match and match.end() < sentence[1] - sentence[0] else sentence


def find(text: str, anchor: Anchor, offset: int = 0) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before."""
    found: list[FoundDate] = []
    start = after_dateline(text, (0, len(text)))[0]
    position, last = start, anchor.last
    hits = _first_hits(text, start)
    while hit := _next(text, position, hits):
        kind, m = hit
        position = m.end()
        a, b = _bounds(text, m)
        if _is_name(text, kind, a, b):
            continue
        interval = _RESOLVE[kind](m, Anchor(anchor.published, last))
        low, high, precision = _shape(kind, m, interval, anchor.published)
        if low and high and low == high and precision == "day":
            last = high
        found.append(FoundDate((offset + a, offset + b), low, high, precision))
    return tuple(found)


def _first_hits(text: str, start: int) -> dict[str, re.Match[str]]:
    """Give the first expression of each kind; kinds whose words the sentence lacks are not looked for."""
    there = {m.lastgroup for m in CUES.finditer(text, start)}
    if not there:
        return {}
    searched = ((kind, pattern.search(text, start)) for kind, pattern in PATTERNS if there >= NEEDS[kind])
    return {kind: m for kind, m in searched if m is not None}


def _next(text: str, position: int, hits: dict[str, re.Match[str]]) -> tuple[str, re.Match[str]] | None:
    """Give the expression that begins first from a position on, of two the longer; ``hits`` is kept up to date."""
    for kind, m in list(hits.items()):
        if m.start() < position:
            later = _BY_KIND[kind].search(text, position)
            if later is None:
                del hits[kind]
            else:
                hits[kind] = later
    return min(hits.items(), key=lambda h: (h[1].start(), -h[1].end()), default=None)


def _bounds(text: str, m: re.Match[str]) -> tuple[int, int]:
    """Leave prepositions outside of the expression; those that open or close an interval stay outside too."""
    a, b = m.span()
    group = m.re.groupindex
    if "open" in group and m.group("open"):
        a = m.end("open")
    trimmed = _PREPOSITIONS.match(text[a:b].lstrip())
    lead = len(text[a:b]) - len(text[a:b].lstrip())
    a += lead
    if trimmed:
        a += trimmed.end()
    if m.re.groupindex.get("w") and m.group("w") in _DAY_COUNTS and "dir" in m.re.groupindex:
        b = m.end("w")
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def _is_name(text: str, kind: str, a: int, b: int) -> bool:
    """Is it no date but part of a name or a verb (the May agreement, may, the 1902 treaty, Monday's)?"""
    words = text[a:b]
    if kind == "month" and words in {"May", "March"}:
        before = text[:a].rstrip()
        if not before or before[-1] in '.;:"“':
            return not re.match(r"\s*(?:\d|,|of\b)", text[b:])
        return not MAY_BE_DATE.search(text[:a]) and words == text[a:b] and len(words) < 6
    return False


def _shape(
    kind: str, m: re.Match[str], interval: tuple[date, date] | None, published: date | None
) -> tuple[date | None, date | None, Precision]:
    precision: Precision = _PRECISION[kind]
    if interval is None:
        return None, None, precision
    low, high = interval
    groups = m.re.groupindex
    opening = m.group("open").lower() if "open" in groups and m.group("open") else ""
    days = (high - low).days
    if kind in {"ago", "relday", "week", "weekday", "relmonth", "dayafter"}:
        precision = "day" if days <= 1 else ("week" if days <= 6 else precision)
    if "about" in groups and m.group("about"):
        precision = "about"
    if opening == "since":
        return low, published if published is not None and published > low else None, "range"
    if opening == "from" and kind == "year":
        return low, None, "range"
    if opening in _UNTIL:
        return None, high, "range"
    if kind == "within":
        return None, high, "range"
    return low, high, precision


_PRECISION: dict[str, Precision] = {
    "days": "range", "usdays": "range", "years": "range",
    "iso": "day", "full": "day", "us": "day", "month": "month", "season": "season", "year": "year", "paren": "year",
    "ago": "day", "within": "range", "lastn": "range", "relday": "day", "dayafter": "day", "week": "week",
    "weekday": "day", "relmonth": "month", "relyear": "year",
    "turn": "range", "decade": "range", "nth": "day",
}  # fmt: skip


def _iso(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    return d.on_day(int(m.group("y")), int(m.group("mm")), int(m.group("dd")))


def _month_number(m: re.Match[str], name: str = "m") -> int:
    return month_number(m.group(name))


def _full(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    number, month = int(m.group("d")), _month_number(m)
    if m.group("y"):
        return d.on_day(int(m.group("y")), month, number)
    base = anchor.published or anchor.last
    return _nearest(m, base, month, number) if base else None


_SOON = timedelta(days=60)


def _nearest(m: re.Match[str], base: date, month: int, number: int | None) -> tuple[date, date] | None:
    """Give a month and day without a year: the last one, or the next where the clause speaks of what is to come."""
    found = d.nearest_year(base, month, number)
    opening = (m.group("open") or "").lower() if "open" in m.re.groupindex else ""
    if found is None or opening == "since":
        return found
    ahead = opening in _UNTIL or bool(AHEAD.search(m.string))
    if ahead and found[1] < base - _SOON and _looks_ahead(m.string, m.start()):
        return d.on_day(base.year + (found[0].year == base.year), month, number) if number else found
    if not ahead and found[0] > base + _SOON:
        return d.on_day(found[0].year - 1, month, number) if number else d.month(found[0].year - 1, month)
    return found


def _month(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    month = _month_number(m)
    base = anchor.published or anchor.last
    if m.group("y"):
        whole = d.month(int(m.group("y")), month)
    elif m.group("ry") and anchor.published:
        whole = d.month(
            anchor.published.year + {"last": -1, "this": 0, "next": 1}[m.group("ry").split()[0].lower()], month
        )
    else:
        whole = _nearest(m, base, month, None) if base else None
    return part_of(whole, m.group("part")) if whole else None


def _season(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.published or anchor.last
    year = int(m.group("y") or m.group("y2") or 0) or (base.year if base else 0)
    if not year:
        return None
    rel = (m.group("rel") or "").lower()
    found = d.season(year, m.group("s").lower())
    if not (m.group("y") or m.group("y2")) and base:
        if rel in {"last", "past"} and found[0] > base:
            found = d.season(year - 1, m.group("s").lower())
        if rel == "next" and found[1] < base:
            found = d.season(year + 1, m.group("s").lower())
    return found


def _year(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    year = int(m.group("y"))
    part = (m.group("part") or "").lower() if "part" in m.re.groupindex else ""
    months = {
        "early": (1, 3),
        "mid": (5, 8),
        "late": (10, 12),
        "the end of": (12, 12),
        "the beginning of": (1, 1),
        "the start of": (1, 1),
        "the middle of": (5, 8),
    }.get(part)
    if months:
        low, high = d.month(year, months[0]), d.month(year, months[1])
        return (low[0], high[1]) if low and high else None
    return d.year(year)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _COUNT.get(text.lower(), 0)


def _step(base: date, count: int, unit: str) -> tuple[date, date] | None:
    try:
        if unit == "day":
            return d.day(base + timedelta(days=count))
        if unit == "week":
            return d.week(base, count)
        if unit == "fortnight":
            return d.week(base, 2 * count)
        if unit == "year":
            return d.year(base.year + count)
        if unit in {"hour", "minute"}:
            return d.day(base + (timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)))
    except OverflowError:
        return None
    return d.month(*d.shift_month(base, count))


def _ago(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    way = m.group("dir").lower()
    base = anchor.published if way == "ago" else (anchor.last or anchor.published)
    if base is None:
        return None
    sign = 1 if way in {"later", "after that", "on"} else -1
    return _step(base, sign * _number(m.group("n")), m.group("unit").lower())


def _within(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.published or anchor.last
    if base is None:
        return None
    days = {"day": 1, "week": 7, "hour": 0, "year": 365}.get(m.group("unit").lower(), 30) * _number(m.group("n"))
    if m.group("unit").lower() == "hour":
        days = -(-_number(m.group("n")) // 24)
    return base, base + timedelta(days=min(days, 36500))


def _lastn(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.published or anchor.last
    if base is None:
        return None
    days = {"day": 1, "week": 7, "minute": 0, "year": 365, "fortnight": 14}.get(m.group("unit").lower(), 30) * _number(
        m.group("n")
    )
    if m.group("unit").lower() == "hour":
        days = -(-_number(m.group("n")) // 24)
    return base - timedelta(days=min(days, 36500)), base


def _weekday(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.published
    if base is None:
        return None
    number = _SHORT_DAYS[m.group("wd").lower()[:3]]
    rel, of = (m.group("rel") or "").lower(), (m.group("of") or "").lower()
    back = (base.weekday() - number) % 7
    if rel in {"the following", "the previous"} and anchor.last:
        step = (number - anchor.last.weekday()) % 7 or 7
        return d.day(anchor.last + timedelta(days=step if rel == "the following" else step - 7 if step < 7 else -7))
    if rel == "next" or of == "next week":
        return d.day(base + timedelta(days=((number - base.weekday()) % 7) or 7))
    if rel == "last" or of == "last week":
        low, _ = d.week(base, -1)
        return d.day(base - timedelta(days=back or 7)) if rel == "last" else d.day(low + timedelta(days=number))
    ahead = (number - base.weekday()) % 7
    if _looks_ahead(m.string, m.start()) and ahead:
        return d.day(base + timedelta(days=ahead))
    return d.day(base - timedelta(days=back))


def _looks_ahead(text: str, position: int) -> bool:
    """Does the clause before a weekday speak of what is to come?"""
    clause = re.split(r"[;:.]|, (?:and|but|while)\b", text[:position])[-1]
    return bool(AHEAD.search(clause))


_BACK = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2,
    "the next day": 1, "the following day": 1, "a day later": 1, "a day earlier": -1, "the previous day": -1,
    "the day before": -1, "the night before": -1, "the next morning": 1, "the following morning": 1,
}  # fmt: skip
_LEAN = {
    "the same day", "that day", "the next day", "the following day", "a day later", "a day earlier",
    "the previous day", "the day before", "the night before", "that night", "the next morning",
    "the following morning", "earlier in the day", "later in the day",
}  # fmt: skip


def _relday(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w").lower()
    base = (anchor.last or anchor.published) if word in _LEAN else anchor.published
    if base is None:
        return None
    if word == "overnight":
        return base - timedelta(days=1), base
    return d.day(base + timedelta(days=_BACK.get(word, 0)))


def _dayafter(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    """``a day after the attack``: the day of what comes with it is the one before the clause's own."""
    base = anchor.last or anchor.published
    count = _DAY_COUNTS[m.group("w").lower()]
    if base is None:
        return None
    return d.day(base - timedelta(days=count if m.group("dir").lower() == "after" else -count))


_WEEK = {
    "last week": -1, "this week": 0, "next week": 1, "the previous week": -1, "the following week": 1,
    "the week before": -1, "last weekend": -1, "this weekend": 0, "next weekend": 1, "the weekend": -1,
}  # fmt: skip


def _week(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w").lower()
    base = anchor.published
    if base is None:
        return None
    if word in {"the previous week", "the following week", "the week before"}:
        base = anchor.last or base
    if "weekend" in word:
        weeks = 0 if word == "the weekend" and base.weekday() >= 5 else _WEEK[word]
        return d.weekend(base, weeks)
    return d.week(base, _WEEK[word])


def _relmonth(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w").lower()
    base = anchor.published if word.startswith(("last", "this", "next")) else (anchor.last or anchor.published)
    step = {"last": -1, "next": 1, "previous": -1, "following": 1}
    count = next((v for k, v in step.items() if k in word.split()), 0)
    whole = d.month(*d.shift_month(base, count)) if base else None
    return (
        part_of(whole, m.group("part") if (m.group("part") or "").lower() in {"early", "late"} else None)
        if whole
        else None
    )


def _relyear(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w").lower()
    base = anchor.published if word.startswith(("last", "this", "next")) else (anchor.last or anchor.published)
    step = {"last": -1, "next": 1, "previous": -1, "following": 1}
    count = next((v for k, v in step.items() if k in word.split()), 0)
    return d.year(base.year + count) if base else None


def _nth(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    """``on the 14th``: of this month, else of the last, or of the next where the clause looks ahead."""
    base, number = anchor.published, int(m.group("d"))
    if base is None:
        return None
    ahead = _looks_ahead(m.string, m.start())
    step = 1 if ahead and number < base.day else -1 if not ahead and number > base.day else 0
    year, month = d.shift_month(base, step)
    return d.on_day(year, month, number)


_RESOLVE: dict[str, Callable[[re.Match[str], Anchor], tuple[date, date] | None]] = {
    "days": days, "usdays": days, "years": years,
    "iso": _iso, "full": _full, "us": _full, "month": _month, "season": _season, "year": _year, "paren": _year,
    "ago": _ago, "within": _within, "lastn": _lastn, "relday": _relday, "dayafter": _dayafter, "week": _week,
    "weekday": _weekday, "relmonth": _relmonth, "relyear": _relyear,
    "turn": turn, "decade": decade, "nth": _nth,
}  # fmt: skip
