"""A report's text with the quoted words marked: spans may overlap, every character is written once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape

from casus.records import Brief, Line, Quote, Report, Span

Anchors = dict[tuple[str, Span], str]
"""Report id and span to the id of the words on the page."""


def anchors(brief: Brief) -> Anchors:
    """Give every span quoted in a brief an id, in the order of the reports and their text."""
    order = {r.id: n for n, r in enumerate(brief.assessment.reports)}
    quoted = {(q.report, q.span) for s in brief.sections for line in s.lines for q in _quotes(line)}
    ranked = sorted(quoted, key=lambda key: (order[key[0]], key[1]))
    return {key: f"w{n}" for n, key in enumerate(ranked, 1)}


def _quotes(line: Line) -> Iterator[Quote]:
    yield from line.quotes
    for more in line.more:
        yield from _quotes(more)


def marked_report(report: Report, found: Anchors) -> str:
    """Write a report's text as HTML, cut at every end of a quoted span.

    Each piece names the spans it lies in (``data-in``); the first piece of a span carries its id and can be focused.
    """
    spans = sorted((span, name) for (owner, span), name in found.items() if owner == report.id)
    cuts = sorted({0, len(report.text), *(edge for span, _ in spans for edge in span)})
    return "".join(_piece(report.text, a, b, spans) for a, b in itertools.pairwise(cuts))


def _piece(text: str, start: int, end: int, spans: list[tuple[Span, str]]) -> str:
    words = escape(text[start:end])
    inside = [(span, name) for span, name in spans if span[0] <= start and end <= span[1]]
    if not inside:
        return words
    begins = [name for span, name in inside if span[0] == start]
    first, others = (begins[:1], begins[1:])
    marks = "".join(f'<span id="{name}" tabindex="-1"></span>' for name in others)
    own = f' id="{first[0]}" tabindex="-1"' if first else ""
    names = " ".join(name for _, name in inside)
    return f'{marks}<span class="said"{own} data-in="{names}">{words}</span>'
