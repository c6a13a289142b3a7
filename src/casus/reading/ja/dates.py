"""Japanese date words: 今月12日頃, 先週, 2日前, 同日未明, 昭和16年12月, 夏の終わりまでに."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from casus.reading.date_choices import put_in, taken_in, within_calendar
from casus.reading.dates import Anchor, FoundDate, Interval
from casus.reading.ja.date_meaning import RESOLVE
from casus.reading.ja.date_tense import goes_on
from casus.reading.ja.date_words import CLOCK, HINT, NEEDS, PATTERNS, SEASONS
from casus.records.statement import Precision

_BETWEEN = frozenset({"から", "〜", "～", "-", "―", "より"})
_ELSEWHERE = re.compile(r"[（(](?:日本|現地|協定世界)時間?$")
"""What opens the same time as others count it: 20日夜（日本時間21日未明）."""
_LASTS = ("にかけて", "まで", "の間")


def find(text: str, anchor: Anchor, offset: int = 0) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before.

    Two that open and close a stretch of time (29日夜から30日未明にかけて) are one.
    """
    found: list[FoundDate] = []
    if not HINT.search(text):
        return _clock(text, anchor, offset)
    position = 0
    ahead = _Ahead(text)
    while match := ahead.next(position):
        kind, m = match
        position = m.end()
        span = (offset + m.start(), offset + _end(m))
        if _is_name(text, m):
            continue
        begun = found[-1] if found and _closes(text, found[-1].span[1] - offset, m) else None
        day = _found(kind, m, msgspec.structs.replace(anchor, after=begun.from_ if begun else None), span)
        day = put_in(found, begun, day)
        anchor = taken_in(anchor, day)
    return tuple(found) or _clock(text, anchor, offset)


def _clock(text: str, anchor: Anchor, offset: int) -> tuple[FoundDate, ...]:
    """Give a time of day the day that the sentence just before named, else that of publication."""
    m = CLOCK.search(text)
    on = anchor.near or anchor.published
    return (FoundDate((offset + m.start(), offset + m.end()), on, on, "day"),) if m and on else ()


def _closes(text: str, end: int, m: re.Match[str]) -> bool:
    """Does an expression close a stretch that the one before it opens?"""
    lasts = m.groupdict().get("until") or text.startswith(_LASTS, m.end())
    return bool(lasts or m.start() == end + 1) and text[end : m.start()] in _BETWEEN


def _found(kind: str, m: re.Match[str], anchor: Anchor, span: tuple[int, int]) -> FoundDate:
    """Work out one expression."""
    groups = m.groupdict()
    if groups.get("since"):  # what has gone on since then is no longer the story
        anchor = msgspec.structs.replace(anchor, story=None)
    low, high, precision = _shape(kind, m, within_calendar(lambda: RESOLVE[kind](m, anchor)))
    whole = any(groups.get(name) for name in ("y", "era", "ry", "rm"))
    elsewhere = _ELSEWHERE.search(m.string, max(0, m.start() - len("（日本時間")), m.start()) is not None
    return FoundDate(span, low, high, precision, whole=whole, apart=elsewhere)


class _Ahead:
    """The next expression of each kind in a text; a kind is searched again only when its last hit is behind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.hits: dict[str, re.Match[str] | None] = {
            kind: p.search(text) if any(word in text for word in NEEDS.get(kind, ("",))) else None
            for kind, p in PATTERNS
        }

    def next(self, position: int) -> tuple[str, re.Match[str]] | None:
        best: tuple[str, re.Match[str]] | None = None
        for kind, pattern in PATTERNS:
            m = self.hits[kind]
            if m is not None and m.start() < position:
                m = self.hits[kind] = pattern.search(self.text, position)
            if m and m.group() and _apart(self.text, m):
                key = (m.start(), -m.end())
                if best is None or key < (best[1].start(), -best[1].end()):
                    best = kind, m
        return best


def _apart(text: str, m: re.Match[str]) -> bool:
    """Is the number not the tail of a longer one or of another word?"""
    before = text[m.start() - 1] if m.start() else ""
    return not (before.isdecimal() or (before and before in "第約計.,・" and m.group()[0] in "0123456789"))


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Is it the whole or the end of a name in quotation marks (「黒い九月」), or of what only looks like a date?"""
    opened = text.rfind("「", 0, m.start())
    return text.startswith("」", m.end()) and opened >= 0 and m.start() - opened <= 4 and not m.group()[0].isdecimal()


def _end(m: re.Match[str]) -> int:
    for name in ("until", "since"):
        if name in m.re.groupindex and m.group(name):
            return m.start(name) if m.group(name) == "から" else m.end(name)
    return m.end()


def _shape(kind: str, m: re.Match[str], interval: Interval | None) -> tuple[date | None, date | None, Precision]:
    """Open an interval at an end where the words do (以降, までに), and say how sharp it is."""
    groups = m.groupdict()
    if kind == "lastn" and groups["n"] == "数":
        return None, interval[1] if interval else None, "about"
    precision = _precision(kind, groups, interval)
    if interval is None:
        return None, None, precision
    low, high = interval
    until, since = groups.get("until"), groups.get("since")
    if until == "より前" and low > date.min:
        return None, low - timedelta(days=1), "range"
    if until or kind == "within":
        return None, high, "range"
    if since and (since != "から" or goes_on(m.string, m.end())):
        return low, None, "range"
    return low, high, precision


_PRECISION: dict[str, Precision] = {
    "full": "day", "month": "month", "season": "season", "year": "year", "day": "day", "ago": "day", "iso": "day",
    "term": "season", "next": "month", "relday": "day", "week": "week", "weekday": "day", "now": "month",
}  # fmt: skip


def _precision(kind: str, groups: dict[str, str | None], interval: Interval | None) -> Precision:
    if groups.get("about"):
        return "about"
    sharp: Precision = "range" if groups.get("w") == "年内" else _PRECISION.get(kind, "range")
    if interval is None:
        return sharp
    days = (interval[1] - interval[0]).days
    part = groups.get("part")
    if kind == "week" and days == 0:
        return "day"
    if kind in {"ago", "relday", "week"} and days > 1:
        return "week" if days <= 6 else "about"
    if kind == "year" and part:
        return "season" if part in SEASONS else "range"
    return sharp
