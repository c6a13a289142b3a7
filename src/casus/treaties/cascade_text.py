"""A cascade printed as a plain tree."""

from __future__ import annotations

import textwrap

from casus.records import Cascade
from casus.treaties.outline import HEAD, Row, outline

WIDTH = 100


def to_text(cascade: Cascade, *, full: bool = False, width: int = WIDTH) -> str:
    """Print a cascade as a tree, wrapped to a width in characters; ends with a line break."""
    lines = [f"{cascade.incident}: {HEAD}", ""]
    rows = outline(cascade, full=full)
    for number, row in enumerate(rows):
        if row.kind == "stage" and number:
            lines.append(_rails(row.depth))
        lines += _printed(row, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rails(depth: int) -> str:
    return "│  " * depth


def _printed(row: Row, width: int) -> list[str]:
    """Print one row: a stage hangs on its parent's rail, what is said of it stands under it."""
    if row.kind == "stage":
        lead = "│  " * (row.depth - 1) + "├─ " if row.depth else ""
        return _wrapped(row.text, lead, _rails(row.depth), width)
    rail = _rails(row.depth) + "   "
    lines = _wrapped(row.text, rail, rail + "  ", width)
    for words in row.below:
        lines += _wrapped(words, rail + "    ", rail + "      ", width)
    return lines


def _wrapped(words: str, lead: str, hang: str, width: int) -> list[str]:
    room = max(width, len(hang) + 40)
    return textwrap.wrap(words, room, initial_indent=lead, subsequent_indent=hang, break_long_words=False) or [lead]
