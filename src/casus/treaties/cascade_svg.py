"""A cascade drawn as a tree: one self-contained SVG with a title and a description, readable without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from casus.records import Cascade
from casus.treaties.outline import HEAD, Row, outline

WIDTH_PX, INDENT_PX, LINE_PX, PAD_PX = 1000, 28, 18, 16
CHAR_PX = 6.9
"""Width of a character of the sans-serif face at 13 px, generously, so that lines fit whatever face is installed."""
_COLOURS = {"stage": "#1a1a1a", "called up": "#8a1f11", "open": "#7a5200", "shut": "#3d5a40", "said": "#444444"}
_ROLE = 'role="img" aria-labelledby="cascade-title cascade-desc" xml:lang="en"'
_STYLE = "font:13px system-ui,sans-serif"


@dataclass(frozen=True, slots=True)
class _Line:
    x: int
    y: int
    words: str
    row: Row
    first: bool


def to_svg(cascade: Cascade, *, full: bool = False) -> str:
    """Draw a cascade: 1000 px wide, as high as it needs; colours only repeat what the words say."""
    lines = list(_lines(outline(cascade, full=full)))
    height = (lines[-1].y if lines else 0) + PAD_PX
    stages = [line.row.text for line in lines if line.row.kind == "stage" and line.first]
    desc = f"{len(stages)} stages: {'; '.join(stages)}"
    size = f'viewBox="0 0 {WIDTH_PX} {height}" width="{WIDTH_PX}" height="{height}"'
    title = escape(f"{cascade.incident}: {HEAD}")
    title_at = f'x="{PAD_PX}" y="{PAD_PX + LINE_PX // 2}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_ROLE}>',
        f'<title id="cascade-title">{title}</title>',
        f'<desc id="cascade-desc">{escape(desc)}</desc>',
        f'<rect width="{WIDTH_PX}" height="{height}" fill="#ffffff"/>',
        f'<text {title_at} style="{_STYLE};font-weight:600">{title}</text>',
        *_branches(lines),
        *(_text(line) for line in lines),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lines(rows: tuple[Row, ...]) -> Iterator[_Line]:
    """Lay rows out, one under the other, wrapped to the width left at their depth."""
    y = PAD_PX + 2 * LINE_PX
    for row in rows:
        x = PAD_PX + row.depth * INDENT_PX + (0 if row.kind == "stage" else 14)
        y += LINE_PX // 2 if row.kind == "stage" else 0
        texts = [(x, row.text), *((x + 14, words) for words in row.below)]
        first = True
        for at, words in texts:
            room = int((WIDTH_PX - PAD_PX - at) / CHAR_PX)
            for line in textwrap.wrap(words, room) or [""]:
                yield _Line(at, y, line, row, first)
                first = False
                y += LINE_PX


def _branches(lines: list[_Line]) -> Iterator[str]:
    """Draw a branch from each stage's parent to it."""
    last: dict[int, int] = {}
    for line in lines:
        if line.row.kind != "stage" or not line.first:
            continue
        depth = line.row.depth
        if depth:
            x = PAD_PX + (depth - 1) * INDENT_PX + 4
            y = line.y - LINE_PX // 4
            yield (
                f'<path d="M{x} {last.get(depth - 1, y) + 6}V{y}H{line.x - 4}" fill="none" stroke="#888888" '
                'aria-hidden="true"/>'
            )
        last[depth] = line.y


def _text(line: _Line) -> str:
    weight = ";font-weight:600" if line.row.kind == "stage" else ""
    colour = _COLOURS[line.row.kind]
    return f'<text x="{line.x}" y="{line.y}" fill="{colour}" style="{_STYLE}{weight}">{escape(line.words)}</text>'
