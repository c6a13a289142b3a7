"""Wrapping text to terminal columns, where a Japanese character takes two."""

from __future__ import annotations

import re
import unicodedata

_UNITS = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+|\s+")
NO_START = frozenset("、。，．」』）)]}!?！？…ー")


def columns(text: str) -> int:
    """Count the terminal columns of a text.

    >>> columns("abc"), columns("占領")
    (3, 4)
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int, indent: str = "  ") -> list[str]:
    """Break a text into lines of at most ``width`` columns; later lines are indented.

    Words stay whole unless one alone is wider than a line; Japanese breaks between characters, but not before
    closing marks.

    >>> wrap("one two three", 8)
    ['one two', '  three']
    >>> wrap("部隊を派遣して占領した。", 10)
    ['部隊を派遣', '  して占領', '  した。']
    """
    lines: list[str] = []
    line = ""
    for unit in _UNITS.findall(text):
        room = width - columns(line)
        if columns(unit) <= room or unit in NO_START or not line.strip():
            line += "" if unit.isspace() and not line.strip() else unit
            continue
        lines.append(line.rstrip())
        line = indent + ("" if unit.isspace() else unit)
    return [*lines, line.rstrip()] if line.strip() else lines or [""]
