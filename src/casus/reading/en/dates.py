"""English date words: last Friday, two days later, on 1 December, since early May, overnight, by the end of summer."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from casus.reading.date_choices import put_in, taken_in, within_calendar
from casus.reading.dates import Anchor, FoundDate, Interval
from casus.reading.en.date_limits import is_point
from casus.reading.en.date_meaning import DAY_COUNTS, RESOLVE
from casus.reading.en.date_ranges import goes_on
from casus.reading.en.date_words import CLOCK, CUES, DATELINE, MAY_BE_DATE, NEEDS, PATTERNS, RARE_CUES
from casus.records import Span
from casus.records.statement import Precision

_PREPOSITIONS = re.compile(r"(?i)^(?:on|in|of|during|from)\s+")
_BY_KIND = dict(PATTERNS)
_UNTIL = {"until", "till", "by", "through", "no later than"}
_NAME_BEFORE = re.compile(r"\b(?:Black|Bloody|Red|White)\s+$")
_DETERMINED = re.compile(r"(?:\b[Tt]he|\b[Aa]n?|[’']s)\s+$")
_NAME_AFTER = re.compile(r"\s+(?!(?:AM|PM|GMT|UTC)\b)[A-Z]")
_OWNER = re.compile(r"[’']s$")


def after_dateline(text: str, sentence: Span) -> Span:
    """Give the sentence without a dateline or a clock time before it.

    >>> after_dateline("KABUL, May 3 - Rebels fled.", (0, 27))
    (15, 27)
    """
    match = DATELINE.match(text[slice(*sentence)])
    return (sentence[0] + match.end(), sentence[1]) if match and match.end() < sentence[1] - sentence[0] else sentence


def find(text: str, anchor: Anchor, offset: int = 0) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before.

    The day of a dateline is found too, apart from those of the sentence.
    """
    found: list[FoundDate] = []
    start = after_dateline(text, (0, len(text)))[0]
    if start:
        found.extend(msgspec.structs.replace(f, apart=True) for f in find(text[:start].rstrip(" -–—"), anchor, offset))
    position = start
    hits = _first_hits(text, start)
    while hit := _next(text, position, hits):
        kind, m = hit
        position = m.end()
        a, b = _bounds(text, m)
        if _is_name(text, kind, a, b):
            continue
        before = found[-1] if found and not found[-1].apart else None
        begun = goes_on(text, (before.span[0] - offset, before.span[1] - offset), a) if before else None
        after = before.from_ if before and begun else None
        day = _found(kind, m, msgspec.structs.replace(anchor, after=after), (offset + a, offset + b))
        opening = msgspec.structs.replace(before, span=(offset + begun[0], 0)) if before and begun else None
        day = put_in(found, opening, day)
        anchor = taken_in(anchor, day)
    return tuple(found) if any(not f.apart for f in found) else (*found, *_clock(text, start, anchor, offset))


def _clock(text: str, start: int, anchor: Anchor, offset: int) -> tuple[FoundDate, ...]:
    """Give a time of day the day that the sentence just before named, else that of publication."""
    m = CLOCK.search(text, start)
    on = anchor.near or anchor.published
    if m is None or on is None:
        return ()
    return (FoundDate((offset + m.start("w"), offset + m.end("w")), on, on, "day"),)


def _found(kind: str, m: re.Match[str], anchor: Anchor, span: Span) -> FoundDate:
    """Work out one expression."""
    groups = m.groupdict()
    if (groups.get("open") or "").lower() == "since":  # what has gone on since then is no longer the story
        anchor = msgspec.structs.replace(anchor, story=None)
    low, high, precision = _shape(kind, m, within_calendar(lambda: RESOLVE[kind](m, anchor)), anchor.published)
    whole = bool(groups.get("y") or groups.get("y2") or groups.get("ry"))
    return FoundDate(span, low, high, precision, whole=whole, apart=kind == "named")


def _first_hits(text: str, start: int) -> dict[str, re.Match[str]]:
    """Give the first expression of each kind; kinds whose words the sentence lacks are not looked for."""
    cues = list(CUES.finditer(text, start))
    there = {m.lastgroup for m in cues}
    there.update(cue for cue, words in RARE_CUES.items() if any(word in text for word in words))
    if not there:
        return {}
    if any(m.lastgroup == "number" and m.end() - m.start() == len("1999") for m in cues):
        there.add("four")
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
    if m.re.groupindex.get("w") and m.group("w") in DAY_COUNTS and "dir" in m.re.groupindex:
        b = m.end("w")
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def _is_name(text: str, kind: str, a: int, b: int) -> bool:
    """Is it no date but part of a name or a verb (the Friday Mosque, Black September, may, Jan Smuts)?"""
    words = text[a:b]
    if kind == "season":
        return words.lower().split()[-1] == "fall" and not re.match(
            r"(?i)last|this|next|past|(?:the )?(?:early|late)", words
        )
    if kind == "spelt":
        return _NAME_AFTER.match(text, b) is not None
    if kind not in {"month", "weekday"} or " " in words:
        return False
    named = _NAME_AFTER.match(text, b) is not None
    if _NAME_BEFORE.search(text, 0, a) or (named and (_DETERMINED.search(text, 0, a) or len(words) == 3)):
        return True
    if kind == "month" and named and not MAY_BE_DATE.search(text[:a]):
        return True
    if words in {"May", "March"}:
        before = text[:a].rstrip()
        if not before or before[-1] in '.;:"“':
            return not re.match(r"\s*(?:\d|,|of\b)", text[b:])
        return not MAY_BE_DATE.search(text[:a])
    return False


def _shape(
    kind: str, m: re.Match[str], interval: Interval | None, published: date | None
) -> tuple[date | None, date | None, Precision]:
    """Open an interval at an end where the words do (since, by), and say how sharp it is."""
    groups = m.groupdict()
    opening = "" if _OWNER.search(m.group()) else (groups.get("open") or "").lower()  # before next year's vote
    if kind == "recent":
        ahead = re.match(r"coming|next", groups["w"] or "", re.IGNORECASE) is not None
        on = interval[0] if interval else None
        return (on, None, "about") if ahead else (None, on, "about")
    precision = _precision(kind, groups, interval)
    if interval is None:
        return None, None, precision
    low, high = interval
    if opening == "since":
        return low, published if published is not None and published > low else None, "range"
    if opening == "from" and kind == "year":
        return low, None, "range"
    if opening == "after" and high < date.max:
        return high + timedelta(days=1), None, "range"
    if opening == "before" and low > date.min:
        return None, low - timedelta(days=1), "range"
    if (opening in _UNTIL and not is_point(m)) or kind == "within":
        return None, high, "range"
    return low, high, precision


_BY_LENGTH = {"ago", "relday", "week", "weekday", "relmonth", "dayafter"}
_PRECISION: dict[str, Precision] = {
    "iso": "day", "strokes": "day", "full": "day", "spelt": "day", "us": "day", "nth": "day", "holiday": "day",
    "relday": "day", "dayafter": "day", "weekday": "day", "ago": "day", "week": "week", "month": "month",
    "relmonth": "month", "season": "season", "year": "year", "paren": "year", "named": "year", "yearabout": "about",
    "relyear": "year",
}  # fmt: skip


def _precision(kind: str, groups: dict[str, str | None], interval: Interval | None) -> Precision:
    if (groups.get("about") and not groups.get("sharp")) or (groups.get("n") or "").lower() in {"a few", "several"}:
        return "about"
    sharp: Precision = _PRECISION.get(kind, "range")
    if interval is None:
        return sharp
    days = (interval[1] - interval[0]).days
    part = (groups.get("part") or "").lower()
    if kind in _BY_LENGTH and days <= 6:
        return "day" if days <= 1 else "week"
    if kind == "ago":
        return "month" if days <= 31 else "year"
    if part.endswith("of") or (part in {"early", "late"} and kind in {"year", "yearpart", "relyear"}):
        return "month" if kind == "month" and days <= 10 and "week" not in part else "range"
    return sharp
