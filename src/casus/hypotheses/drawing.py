"""A matrix as a drawing, hypotheses in rows, its ratings in words; no score is drawn as a probability."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from casus.hypotheses.showing import LABEL, padded
from casus.records import MatrixSheet, Weighed
from casus.vocabulary.phrases import in_language, say

ROW_PX, CELL_PX, HEAD_PX, LEFT_PX, RIGHT_PX = 26, 34, 60, 360, 120
FILL = {"CC": "#c7e3cc", "C": "#e4f2e6", "N": "#f2f2f2", "I": "#f6dcc9", "II": "#e9b08c", "NA": "#ffffff"}
"""Colours only repeat what the letters say."""


def to_svg(sheet: MatrixSheet, weighed: Weighed, language: str = "en") -> str:
    """Draw a matrix, one column an item, and the count behind each row."""
    width = LEFT_PX + CELL_PX * len(sheet.items) + RIGHT_PX
    height = HEAD_PX + ROW_PX * (len(sheet.hypotheses) + 1)
    title = escape(in_language(sheet.question, language))
    note = escape(say("weighed_note")[language])
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'role="img" aria-labelledby="matrix-title matrix-desc" xml:lang="{language}" '
            'style="font:12px system-ui,sans-serif">'
        ),
        f'<title id="matrix-title">{title}</title>',
        f'<desc id="matrix-desc">{note} {_described(weighed, language)}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="8" y="20" style="font-weight:600">{title}</text><text x="8" y="38">{note}</text>',
        *(_item_head(n, item.id, in_language(item.label, language)) for n, item in enumerate(sheet.items)),
        *(part for n in range(len(sheet.hypotheses)) for part in _cells(sheet, weighed, n, language)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _described(weighed: Weighed, language: str) -> str:
    return escape("; ".join(f"{in_language(h.label, language)}: {h.inconsistency:g}" for h in weighed.hypotheses))


def _item_head(column: int, name: str, label: str) -> str:
    x = LEFT_PX + CELL_PX * column + CELL_PX // 2
    told = escape(f"{name}: {label}")
    return f'<text x="{x}" y="{HEAD_PX - 6}" text-anchor="middle">{column + 1}<title>{told}</title></text>'


def _cells(sheet: MatrixSheet, weighed: Weighed, row: int, language: str) -> Iterator[str]:
    hypothesis = sheet.hypotheses[row]
    y = HEAD_PX + ROW_PX * row
    label = padded(in_language(hypothesis.label, language) or hypothesis.id, LABEL).rstrip()
    yield f'<text x="8" y="{y + 17}">{escape(label)}</text>'
    # the latest of a rater for a cell stands
    said = {(r.item, r.rater): r.rating for r in sheet.ratings if r.hypothesis == hypothesis.id}
    for column, item in enumerate(sheet.items):
        ratings = sorted({rating for (name, _), rating in said.items() if name == item.id and rating})
        x = LEFT_PX + CELL_PX * column
        fill = FILL[ratings[0]] if len(ratings) == 1 else "#ffffff"
        yield f'<rect x="{x}" y="{y}" width="{CELL_PX}" height="{ROW_PX}" fill="{fill}" stroke="#888888"/>'
        yield f'<text x="{x + CELL_PX // 2}" y="{y + 17}" text-anchor="middle">{"/".join(ratings)}</text>'
    against = escape(say("weighed_against", count=f"{weighed.hypotheses[row].inconsistency:g}")[language])
    yield f'<text x="{LEFT_PX + CELL_PX * len(sheet.items) + 12}" y="{y + 17}">{against}</text>'
