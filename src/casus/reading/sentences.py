"""Sentences of a region, never split inside quotation marks or brackets."""

from __future__ import annotations

import re
from itertools import pairwise

from casus.records import Span

_OPEN = "「『（(【〔［[《〈“«"
_CLOSE = "」』）)】〕］]》〉”»"
_PAIRS = dict(zip(_CLOSE, _OPEN, strict=True))
_STOP = re.compile(r"[。．！？!?]+[」』）)”»]?|(?<=[^\W\d])\.(?=\s|$)|\n+")
_LONGEST_QUOTE = 400


def split(text: str, region: Span) -> tuple[Span, ...]:
    """Give the sentences of ``text[a:b]`` as spans without outer white space."""
    start, end = region
    closed = _bracketed(text, region)
    cuts = [start]
    for match in _STOP.finditer(text, start, end):
        newline = match.group().startswith("\n")
        if newline or not _inside(closed, match.start()):
            cuts.append(match.end())
    cuts.append(end)
    found = (_trim(text, a, b) for a, b in pairwise(cuts))
    return tuple(s for s in found if s[0] < s[1])


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
