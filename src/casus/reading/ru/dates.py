"""Russian date expressions: 12 мая, в ночь на 13 мая, в минувшую пятницу, накануне, летом 1994 года."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from casus.reading.date_choices import Tense, dateline_day, put_in, taken_in, within_calendar
from casus.reading.dates import Anchor, FoundDate, Interval
from casus.reading.ru.date_meaning import number_of_month, resolve
from casus.reading.ru.date_tense import tense
from casus.reading.ru.date_words import CUES, NEEDS, PATTERNS, RARE_CUES
from casus.reading.ru.days import unit_of
from casus.reading.ru.morphology import plain
from casus.records import Span
from casus.records.statement import Precision

_BACK = 400
_NEAR_CHARS = 300
_DATELINE = re.compile(
    r"^[ \t]*[А-ЯЁ][А-ЯЁ -]{2,}(?:\([^)\n]*\))?,\s*(?P<d>\d{1,2})\s+"
    r"(?P<mon>январ|феврал|март|апрел|ма[яй]|июн|июл|август"
    r"|сентябр|октябр|ноябр|декабр)",
    re.MULTILINE,
)
_SINCE = {"с", "со", "начиная с", "с начала"}
_UNTIL = {"до", "к", "по", "не позднее", "не позже"}
_PRECISION: dict[str, Precision] = {
    "night": "range", "eve": "range", "evewd": "range", "span": "range", "years": "range", "decade": "range",
    "month": "month", "season": "season", "year": "year", "baryear": "year", "week": "week", "relmonth": "month",
    "relyear": "year", "soon": "about", "lastn": "range", "own": "about", "months": "range", "weekend": "range",
    "running": "range", "century": "range",
}  # fmt: skip
_THEN = re.compile(
    r"(?<![\w-])(?:тогда(?! как)|в то время(?! как)|в тот период|к тому времени|в это (?:же )?время|в тот же час"
    r"|в этот момент|в ту же ночь|той же ночью)(?![\w-])",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    r"(?<!\w)(?:утром|вечер\w+|ноч\w+|днём|днем|рассвете|утру|утра|полудн\w|полдень|полдн\w|полноч\w)", re.IGNORECASE
)
"""Words that need the day named before."""
_NAMED = (
    "договор", "соглашен", "резолюци", "конвенц", "протокол", "войн", "указ", "закон", "устав", "хартии",
    "пакт",
)  # fmt: skip
"""Words for things that a year tells apart: договор 1961 года."""
_OF_NAME = ("парад", "имени", "улиц", "площад")
_BY_TENSE = frozenset({
    "day", "night", "eve", "span", "month", "months", "season", "nth", "weekday", "relmonth", "relyear", "ago",
    "oneago", "after", "within",
})  # fmt: skip


def find(text: str, anchor: Anchor, offset: int = 0, before: date | None = None) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before.

    ``before`` is the day the sentences just before named, which a bare "к вечеру" belongs to. Two expressions that
    open and close a stretch of time (с понедельника по среду) are one.
    """
    low = plain(text)
    there: set[str | None] = {m.lastgroup for m in CUES.finditer(low)}
    there.update(cue for cue, words in RARE_CUES.items() if any(word in low for word in words))
    if not there:
        return ()
    found: list[FoundDate] = []
    opened: re.Match[str] | None = None
    for kind, match in _matches(low, there):
        if _is_name(text, kind, match):
            continue
        when = _tense(text, kind, match)
        if kind == "within" and when == "past":  # в течение недели шли бои: a length of time
            continue
        begun = found[-1] if found and opened is not None and _closes(low, opened, match) else None
        day = _found(kind, match, _leaning(anchor, kind, found, begun, before), when, offset)
        day = put_in(found, begun, day)
        anchor = taken_in(anchor, day)
        if kind in {"night", "eve", "evewd"} and day.until is not None:
            anchor = msgspec.structs.replace(anchor, here=day.until)
        opened = match
    return tuple(found)


def _leaning(anchor: Anchor, kind: str, found: list[FoundDate], begun: FoundDate | None, before: date | None) -> Anchor:
    """Give what one expression leans on."""
    if kind == "part":
        return msgspec.structs.replace(anchor, here=anchor.here or before)
    rough = bool(found) and found[-1].precision in {"month", "year", "season"}
    if kind == "after" and anchor.here is None and rough:  # в мае, через два дня: nobody can say
        return Anchor(None, told=anchor.told)
    return msgspec.structs.replace(anchor, after=begun.from_) if begun else anchor


def _opening(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("open") or groups.get("open2") or ""


def _closes(low: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Does an expression close the stretch that the one before it opens (с … по …)?"""
    between = low[opened.end() : match.start()].strip()
    return not between and _opening(opened) in _SINCE and _opening(match) in {"по", "до"}


def _tense(text: str, kind: str, match: re.Match[str]) -> Tense:
    """Give the tense that chooses among the days of one name; a month since which something lasts is past."""
    if kind not in _BY_TENSE:
        return ""
    opening = _opening(match)
    if opening in _UNTIL:
        return "future" if opening.startswith("не ") else tense(text, match) or "future"
    return tense(text, match) or ("past" if kind in {"month", "season"} and opening in _SINCE else "")


def _found(kind: str, match: re.Match[str], anchor: Anchor, when: Tense, offset: int) -> FoundDate:
    """Work out one expression."""
    if _opening(match) in _SINCE:  # what has gone on since then is no longer the story
        anchor = msgspec.structs.replace(anchor, story=None)
    low, high = _bounded(kind, match, within_calendar(lambda: resolve(kind, match, anchor, when)))
    groups = match.groupdict()
    return FoundDate(
        (offset + match.start(), offset + match.end()),
        low,
        high,
        _precision(kind, match, low, high),
        whole=bool(groups.get("y") or groups.get("ry")),
        apart=_last_word(match).startswith(_NAMED),
    )


def _last_word(match: re.Match[str]) -> str:
    """Give the word before an expression."""
    before = [w for w in match.string[: match.start()].split()[-2:] if not w.isdecimal()]
    return before[-1].lstrip("«(") if before else ""


def _is_name(text: str, kind: str, match: re.Match[str]) -> bool:
    """Is it part of a name (парад 9 мая, имени 1 Мая, «Чёрный сентябрь», Август Колло)?"""
    if kind == "day" and _last_word(match).startswith(_OF_NAME):
        return True
    if kind != "month" or match.group() != match["mon"]:
        return False
    start, end = match.span()
    quoted = text[start - 1 : start] in {"«", "“", '"'} or text[end : end + 1] in {"»", "”"}
    called = text[start].isupper() and re.match(r"\s+[А-ЯЁ]", text[end:]) is not None
    return quoted or called or (start > 0 and text[start].isupper() and text[start - 1] == " ")


def dateline(text: str, position: int, published: date) -> date:
    """Give the day that a text's yesterday leans on: that of the dateline before, else the day of publication.

    >>> dateline("ХАНОЙ, 18 февраля. Вчера шли бои.", 20, date(1979, 2, 19))
    datetime.date(1979, 2, 18)
    """
    return dateline_day(published, _datelines(text), position)


@lru_cache(maxsize=64)
def _datelines(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give where the datelines of a text begin, with the numbers of their months and days."""
    return tuple((m.start(), number_of_month(m["mon"].lower()), int(m["d"])) for m in _DATELINE.finditer(text))


def named_before(text: str, position: int, anchor: Anchor) -> date | None:
    """Give the last single day that the sentences just before a position named."""
    found = find(text[max(0, position - _NEAR_CHARS) : position], anchor)
    days = [f for f in found if f.from_ is not None and f.from_ == f.until and f.precision == "day" and not f.apart]
    return days[-1].from_ if days else None


def find_then(text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
    """Give тогда and в то время the time that was named last before the sentence."""
    match = _THEN.search(text, *sentence)
    if match is None:
        return ()
    start = max(0, sentence[0] - _BACK)
    before = [f for f in find(text[start : sentence[0]], anchor) if not f.apart]
    if not before:
        return ()
    last = next((f for f in reversed(before) if f.from_ is not None), before[-1])
    return (FoundDate(match.span(), last.from_, last.until, last.precision),)


def _matches(low: str, there: set[str | None]) -> list[tuple[str, re.Match[str]]]:
    """Give the expressions that do not overlap: the leftmost, of two the longer."""
    hits: list[tuple[str, re.Match[str]]] = []
    for kind, pattern in PATTERNS:
        if NEEDS[kind] <= there:
            hits.extend((kind, m) for m in pattern.finditer(low))
    hits.sort(key=lambda h: (h[1].start(), -h[1].end()))
    kept: list[tuple[str, re.Match[str]]] = []
    for kind, match in hits:
        if not kept or match.start() >= kept[-1][1].end():
            kept.append((kind, match))
    return kept


def _precision(kind: str, match: re.Match[str], low: date | None, high: date | None) -> Precision:
    groups = match.groupdict()
    if kind == "recent":
        return "about"
    if low is None or high is None:
        return "range"
    part = groups.get("part") or ""
    if part and kind not in {"decade", "century"}:
        return "range" if "квартал" in part or "полугод" in part else "about"
    if groups.get("about"):
        return "about"
    if kind in {"ago", "after", "oneago"}:
        return _sharpness(groups)
    if kind in {"part", "relday"}:
        return "range" if low != high else "day"
    return _PRECISION.get(kind, "day")


def _sharpness(groups: dict[str, str | None]) -> Precision:
    """Say how sharp a distance in time is: to the day, or to its unit."""
    unit = unit_of(groups.get("unit") or "")[1]
    if groups.get("n") in {"несколько", "пару"}:
        return "about"
    by_unit: dict[str, Precision] = {"week": "about", "month": "month", "year": "year"}
    return "day" if groups.get("sharp") else by_unit.get(unit, "day")


def _bounded(kind: str, match: re.Match[str], interval: Interval | None) -> tuple[date | None, date | None]:
    """Open an interval at one end where the words do (с мая, до конца июня)."""
    groups = match.groupdict()
    if interval is None:
        return None, None
    low, high = interval
    opening, part = _opening(match), groups.get("part") or ""
    if kind == "own" and groups["u"] == "недели" and part.startswith("кон") and not opening:
        return high - timedelta(days=2), high
    if kind == "recent":
        return None, high
    if kind == "within":
        return None, high
    if opening == "после" and kind in {"year", "baryear", "month"} and high < date.max:
        return high + timedelta(days=1), None
    if opening in _SINCE or opening == "после":
        return low, None
    if opening in _UNTIL:
        late = part.startswith("кон") or kind in {"day", "weekday"} or opening in {"по", "не позднее", "не позже"}
        return None, (high if late else low)
    return low, high
