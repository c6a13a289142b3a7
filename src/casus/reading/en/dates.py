"""English date words: last Friday, two days later, on 1 December, since early May, overnight, by the end of summer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from casus.reading import dates as d
from casus.reading.dates import Anchor, FoundDate
from casus.records import Span
from casus.records.statement import Precision

_MONTHS = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
_SHORT = {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9} | {m: i for i, m in enumerate(_MONTHS, 1)}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_DAYS = {name[:3]: i for i, name in enumerate(_DAYS)} | {name: i for i, name in enumerate(_DAYS)} | {"tues": 1, "thur": 3, "thurs": 3}
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2}  # fmt: skip

_MONTH = r"(?P<m>(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
_WEEKDAY = r"(?P<wd>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of)"
_UNIT = r"(?P<unit>day|week|month|year|hour|minute)s?"
_PART = r"(?:(?P<part>early|mid|late|the beginning of|the start of|the middle of|the end of)[ -])?"
_OPEN = r"(?:(?P<open>since|until|till|by|before|from)\s+(?:about |around |as early as )?)?"
_ABOUT = r"(?:(?P<about>around|about|circa)\s+)?"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE if kind not in {"full", "us", "month", "year", "season"} else 0))
    for kind, pattern in (
        ("iso", r"\b(?P<y>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)\b"),
        ("full", rf"(?i:{_OPEN}{_ABOUT})\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
        ("us", rf"(?i:{_OPEN}{_ABOUT})\b{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?(?![\w:.]*\d)"),
        ("month", rf"(?i:{_OPEN}{_PART})\b{_MONTH}(?:\s+(?:of\s+)?{_YEAR}|\s+(?P<ry>last year|this year|next year))?(?![\w'’-])"),
        ("season", rf"(?i:{_OPEN}{_PART})\b(?:the\s+)?(?:(?P<rel>last|this|next|past)\s+)?(?P<s>spring|summer|autumn|winter)(?:\s+of\s+{_YEAR}|\s+(?P<y2>1[5-9]\d\d|20\d\d))?\b(?=[\s,.;:]|$)"),
        ("ago", rf"\b(?:(?P<about>about|around|some|nearly|almost)\s+)?{_N}\s+{_UNIT}\s+(?P<dir>ago|earlier|later|before|after that|on)\b(?!\s+(?:the|a)\b)"),
        ("within", rf"\b(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?{_N}\s+(?P<unit>day|week|month|year|hour)s?\b(?!\s+(?:of|since))"),
        ("lastn", rf"\b(?:over|in|during|for)?\s*the\s+(?:last|past)\s+{_N}\s+{_UNIT}\b"),
        ("weekday", rf"(?:(?P<open>since|until|till|by|before)\s+)?(?:\b(?P<part>late|early)\s+)?(?:on\s+(?=[A-Z]))?\b(?:(?P<rel>last|this|next|the following|the previous|the same)\s+)?{_WEEKDAY}\b(?:\s+(?P<of>last week|next week|morning|afternoon|evening|night))?"),
        ("relday", r"(?:(?P<open>since|until|till|by|before)\s+)?\b(?P<w>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|overnight|last night|this morning|this afternoon|this evening|earlier in the day|later in the day|earlier today|later today|the same day|that day|the next day|the following day|a day later|a day earlier|the previous day|the day before|the night before|that night|the next morning|the following morning)\b"),
        ("dayafter", r"\b(?P<w>a day|the day|two days|a week|hours)\s+(?P<dir>after|before)\b(?=\s+(?:a|an|the|his|her|its|their|[A-Z]))"),
        ("week", r"(?:(?P<open>since|until|till|by|before)\s+)?\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<w>last week|this week|next week|the previous week|the following week|the week before|last weekend|this weekend|next weekend|the weekend)\b"),
        ("relmonth", r"(?:(?P<open>since|until|till|by|before)\s+)?\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<w>last month|this month|next month|the previous month|the following month)\b"),
        ("relyear", r"(?:(?P<open>since|until|till|by|before)\s+)?\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<w>last year|this year|next year|the previous year|the following year|that year|the same year)\b(?!['’]s)"),
        ("year", rf"(?i:(?P<open>since|until|till|by|before|from|in|of|during)\s+)(?i:{_PART})\b{_YEAR}\b(?!\s*(?:[-–]\d|metres|meters|km|troops|soldiers|men|people))"),
        ("paren", rf"(?<=\(){_YEAR}(?=\))"),
    )
)  # fmt: skip
_DATELINE = re.compile(r"^\s*(?:[A-Z][A-Z’'/ .-]{2,40}(?:,\s*[A-Z][a-z]+)?(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2})?\s*(?:\([A-Za-z ]+\)\s*)?[-–—]{1,2}\s+|\d{1,2}[:.]\d{2}\s+(?:[A-Z]{2,4}\s+)?(?:[-–—:]\s*)?)")
_PREPOSITIONS = re.compile(r"(?i)^(?:on|in|of|during|from)\s+")
_UNTIL = {"until", "till", "by", "before"}


_DAY_COUNTS = {"a day": 1, "the day": 1, "two days": 2, "a week": 7, "hours": 0}


def after_dateline(text: str, sentence: Span) -> Span:
    """Give the sentence without a dateline or a clock time before it.

    >>> after_dateline("KABUL, May 3 - Rebels fled.", (0, 27))
    (15, 27)
    """
    match = _DATELINE.match(text[slice(*sentence)])
    return (sentence[0] + match.end(), sentence[1]) if match and match.end() < sentence[1] - sentence[0] else sentence


def find(text: str, anchor: Anchor, offset: int = 0) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before."""
    found: list[FoundDate] = []
    start = after_dateline(text, (0, len(text)))[0]
    position, last = start, anchor.last
    while hit := _next(text, position):
        kind, m = hit
        position = m.end()
        a, b = _bounds(text, m)
        if _is_name(text, kind, a, b):
            continue
        interval = _RESOLVE[kind](m, Anchor(anchor.published, last))
        low, high, precision = _shape(kind, m, interval)
        if low and high and low == high and precision == "day":
            last = high
        found.append(FoundDate((offset + a, offset + b), low, high, precision))
    return tuple(found)


def _next(text: str, position: int) -> tuple[str, re.Match[str]] | None:
    best: tuple[str, re.Match[str]] | None = None
    for kind, pattern in _PATTERNS:
        m = pattern.search(text, position)
        if m and m.group().strip():
            key = (m.start(), -m.end())
            if best is None or key < (best[1].start(), -best[1].end()):
                best = kind, m
    return best


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
        if not before or before[-1] in ".;:\"“":
            return not re.match(r"\s*(?:\d|,|of\b)", text[b:])
        return not re.search(r"(?i)\b(?:in|since|until|till|by|of|last|this|next|early|late|mid|from|before|during|and|to|on|end of)[ -]*$", text[:a]) and words == text[a:b] and len(words) < 6
    return False


def _shape(kind: str, m: re.Match[str], interval: tuple[date, date] | None) -> tuple[date | None, date | None, Precision]:
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
    if opening == "since" or (opening == "from" and kind == "year"):
        return low, None, "range"
    if opening in _UNTIL:
        return None, high, "range"
    if kind == "within":
        return None, high, "range"
    return low, high, precision


_PRECISION: dict[str, Precision] = {
    "iso": "day", "full": "day", "us": "day", "month": "month", "season": "season", "year": "year", "paren": "year", "ago": "day", "within": "range",
    "lastn": "range", "relday": "day", "dayafter": "day", "week": "week", "weekday": "day", "relmonth": "month", "relyear": "year",
}  # fmt: skip


def _iso(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    return d.on_day(int(m.group("y")), int(m.group("mm")), int(m.group("dd")))


def _month_number(m: re.Match[str], name: str = "m") -> int:
    return _SHORT[m.group(name).lower().rstrip(".")]


def _full(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    number, month = int(m.group("d")), _month_number(m)
    if m.group("y"):
        return d.on_day(int(m.group("y")), month, number)
    base = anchor.published or anchor.last
    return d.nearest_year(base, month, number) if base else None


def _month(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    month = _month_number(m)
    base = anchor.published or anchor.last
    if m.group("y"):
        whole = d.month(int(m.group("y")), month)
    elif m.group("ry") and anchor.published:
        whole = d.month(anchor.published.year + {"last": -1, "this": 0, "next": 1}[m.group("ry").split()[0].lower()], month)
    else:
        whole = d.nearest_year(base, month, None) if base else None
    return _part(whole, m.group("part")) if whole else None


def _part(whole: tuple[date, date], part: str | None) -> tuple[date, date]:
    low, high = whole
    word = (part or "").lower()
    if word in {"early", "the beginning of", "the start of"}:
        return low, low.replace(day=10)
    if word in {"mid", "the middle of"}:
        return low.replace(day=11), low.replace(day=20)
    if word in {"late", "the end of"}:
        return low.replace(day=21), high
    return whole


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
    months = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "the end of": (12, 12), "the beginning of": (1, 1), "the start of": (1, 1), "the middle of": (5, 8)}.get(part)
    if months:
        low, high = d.month(year, months[0]), d.month(year, months[1])
        return (low[0], high[1]) if low and high else None
    return d.year(year)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _COUNT.get(text.lower(), 0)


def _step(base: date, count: int, unit: str) -> tuple[date, date] | None:
    try:
        if unit == "day":
            return d.day(base + timedelta(days=count))
        if unit == "week":
            return d.week(base, count)
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
    days = {"day": 1, "week": 7, "hour": 0, "minute": 0, "year": 365}.get(m.group("unit").lower(), 30) * _number(m.group("n"))
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


_AHEAD = re.compile(r"(?i)\b(?:will|would|shall|is due|are due|due to|scheduled|is expected|are expected|is to|are to|plans? to|planned for|set for|going to)\b")


def _looks_ahead(text: str, position: int) -> bool:
    """Does the clause before a weekday speak of what is to come?"""
    clause = re.split(r"[;:.]|, (?:and|but|while)\b", text[:position])[-1]
    return bool(_AHEAD.search(clause))


_BACK = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2, "the next day": 1, "the following day": 1,
    "a day later": 1, "a day earlier": -1, "the previous day": -1, "the day before": -1, "the night before": -1, "the next morning": 1, "the following morning": 1,
}  # fmt: skip
_LEAN = {"the same day", "that day", "the next day", "the following day", "a day later", "a day earlier", "the previous day", "the day before", "the night before", "that night", "the next morning", "the following morning", "earlier in the day", "later in the day"}  # fmt: skip


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


_WEEK = {"last week": -1, "this week": 0, "next week": 1, "the previous week": -1, "the following week": 1, "the week before": -1, "last weekend": -1, "this weekend": 0, "next weekend": 1, "the weekend": -1}  # fmt: skip


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
    return _part(whole, m.group("part") if (m.group("part") or "").lower() in {"early", "late"} else None) if whole else None


def _relyear(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w").lower()
    base = anchor.published if word.startswith(("last", "this", "next")) else (anchor.last or anchor.published)
    step = {"last": -1, "next": 1, "previous": -1, "following": 1}
    count = next((v for k, v in step.items() if k in word.split()), 0)
    return d.year(base.year + count) if base else None


_RESOLVE: dict[str, Callable[[re.Match[str], Anchor], tuple[date, date] | None]] = {
    "iso": _iso, "full": _full, "us": _full, "month": _month, "season": _season, "year": _year, "paren": _year, "ago": _ago, "within": _within, "lastn": _lastn,
    "relday": _relday, "dayafter": _dayafter, "week": _week, "weekday": _weekday, "relmonth": _relmonth, "relyear": _relyear,
}  # fmt: skip
