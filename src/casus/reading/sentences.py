"""Sentences of a region, never split inside quotation marks or brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from casus.records import Span

_OPEN = "「『（(【〔［[《〈“«"
_CLOSE = "」』）)】〕］]》〉”»"
_PAIRS = dict(zip(_CLOSE, _OPEN, strict=True))
_STOP = re.compile(
    r"[。．！？!?]+[」』）)”»]?|(?<=[a-z])\.[”\"](?=\s+(?!So s)[“\"]?[A-Z])|"
    r"(?<=[^\W\d])\.(?=\s|$)|(?<=[»”\")\]%\d])\.(?=\s+[«А-ЯЁ])|(?<=[”\")\]%\d])\.(?=\s+[“\"]?[A-Z])|\n+"
)
_LONGEST_QUOTE = 400
_LONGEST_SENTENCE = 2000
"""Nobody writes a longer one: it is a table, a list of names or a text without full stops."""
_SHORTENED = re.compile(
    r"(?:^|[^\w.])(?:(?P<before_name>Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Brig|Sen|Rep|Gov|Rev|Hon|St|"
    r"Mt|Ft|No|Nos|vs|approx|ca)|(?P<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?P<initials>(?:[A-Za-z]\.)*[A-Za-z]))$"
)
_SHORTENED_RUSSIAN = re.compile(
    r"(?:^|(?P<digit>\d)\s?|[^\w.])(?:(?P<before_name>г|ул|им|пос|пл|оз|св|ген|полк|проф)|(?P<initial>[А-ЯЁ])"
    r"|тыс|млн|млрд|трлн|руб|км|гг|вв?|ч|мин|см|кв|куб|т|стр|ст|обл|др|е|д|п"
    r"|янв|февр?|апр|авг|сент?|окт|нояб?|дек)$"
)
_NUMBERED = re.compile(r"(?:(?:^|\n)\s*|\b(?:No|Nos|Art|Para|p|pp)\.? )\d{1,3}\Z")
"""The number of a point or an article, whose full stop ends no sentence (2. Withdrawal of troops)."""
_OPENS_SENTENCE = re.compile(
    r"\s+(?:The|An?|In|On|At|It|Its|He|She|They|We|But|And|However|Both|Neither|This|That|These|Those|There|After|As|If|"
    r"When|While|Earlier|Later|Meanwhile|Since|No|Two|Three)\s"
)
_AFTER_SHORTENED = re.compile(r"\s+(?:[a-z\d(]|(?:GMT|UTC|[A-Z][SD]T|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)")
"""What goes on with a sentence after ``6 p.m.``."""


def split(text: str, region: Span) -> tuple[Span, ...]:
    """Give the sentences of ``text[a:b]`` as spans without outer white space."""
    start, end = region
    closed = _bracketed(text, region)
    cuts = [start]
    for match in _STOP.finditer(text, start, end):
        newline = match.group().startswith("\n")
        if match.group() == "." and (_shortens(text, match.start(), end) or _is_numbered(text, match.start())):
            continue
        mark = match.end() - 1 if match.group() in {".”", '."'} else match.start()
        if newline or not _inside(closed, mark):
            cuts.append(match.end())
    cuts.append(end)
    pieces = (piece for a, b in pairwise(cuts) for piece in _short(text, a, b))
    found = (_trim(text, a, b) for a, b in pieces)
    return tuple(s for s in found if s[0] < s[1])


def _short(text: str, a: int, b: int) -> Iterator[Span]:
    """Break what is too long for a sentence after its last comma or blank that still fits."""
    while b - a > _LONGEST_SENTENCE:
        breaks = (text.rfind(mark, a + 1, a + _LONGEST_SENTENCE) for mark in ("、", ", ", "; ", " "))
        cut = next((found + 1 for found in breaks if found > 0), a + _LONGEST_SENTENCE)
        yield a, cut
        a = cut
    yield a, b


def _shortens(text: str, stop: int, end: int) -> bool:
    """Is a full stop part of a shortened word (Gen. Hart, Feb. 3, the U.S. envoy) with the sentence going on?"""
    found = _SHORTENED.search(text, max(0, stop - 12), stop)
    if found is None:
        return _shortens_russian(text, stop, end)
    if found["month"]:
        return bool(re.match(r"\s+\d", text[stop + 1 : min(end, stop + 4)]))
    if found["before_name"]:
        return bool(re.match(r"\s+[A-Z\d]", text[stop + 1 : min(end, stop + 4)]))
    after = text[stop + 1 : min(end, stop + 40)]
    if _OPENS_SENTENCE.match(after):
        return False
    if found["initials"].isupper():
        return bool(re.match(r"\s+[A-Za-z\d]", after))
    return "." in found["initials"] and bool(_AFTER_SHORTENED.match(after))


def _is_numbered(text: str, stop: int) -> bool:
    """Is a full stop that of a numbered point (2. Withdrawal of troops)?"""
    return text[stop - 1 : stop].isdigit() and _NUMBERED.search(text, max(0, stop - 10), stop) is not None


def _shortens_russian(text: str, stop: int, end: int) -> bool:
    """Is a full stop part of a shortened Russian word (г. Шуша, 40 тыс. солдат, А. Руденко)?"""
    found = _SHORTENED_RUSSIAN.search(text, max(0, stop - 8), stop)
    if found is None:
        return False
    after = text[stop + 1 : min(end, stop + 4)].lstrip()
    name = found["initial"] or (found["before_name"] and not found["digit"])
    return bool(re.match(r"[а-яё\d]", after) or (name and re.match(r"[«А-ЯЁ]", after)))


def _bracketed(text: str, region: Span) -> list[Span]:
    """Give the outermost bracket pairs of a region; a bracket that is never closed, or on another line, is no pair."""
    pairs: list[Span] = []
    stack: list[tuple[str, int]] = []
    for i in range(*region):
        char = text[i]
        if char == "\n":
            stack.clear()
        elif char in _OPEN:
            stack.append((char, i))
        elif char in _CLOSE and stack and stack[-1][0] == _PAIRS[char]:
            _, a = stack.pop()
            if i - a <= _LONGEST_QUOTE:
                while pairs and pairs[-1][0] > a:
                    pairs.pop()
                pairs.append((a, i + 1))
    return pairs


def _inside(pairs: list[Span], position: int) -> bool:
    low, high = 0, len(pairs)
    while low < high:
        middle = (low + high) // 2
        if pairs[middle][1] <= position:
            low = middle + 1
        else:
            high = middle
    return low < len(pairs) and pairs[low][0] < position < pairs[low][1] - 1


def _trim(text: str, a: int, b: int) -> Span:
    while a < b and text[a].isspace():
        a += 1
    while a < b and text[b - 1].isspace():
        b -= 1
    return a, b
