"""Shares of coverage as text for a screen and as a drawing, the incident's day marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape

from casus.records import Attention, Coverage
from casus.vocabulary.phrases import say

COLOURS = ("#1b4f72", "#b9770e", "#4d5656", "#7d3c98", "#1e8449", "#943126")
WIDTH_PX, HEIGHT_PX, LEFT_PX, BOTTOM_PX, TOP_PX = 760, 280, 48, 56, 24
PLOT_PX = HEIGHT_PX - BOTTOM_PX - TOP_PX
LEGEND_PX = 140


def attention_text(told: Attention, language: str = "en") -> str:
    """Write shares by span, and before and after the marked day."""
    lines = [say("attention_head", days=str(told.days), source=told.source)[language]]
    for start, spans in _by_start(told.spans):
        mark = say("attention_mark")[language] if start == told.marked else ""
        lines.append(f"  {start}  {_shares(spans, language)}{mark}")
    if told.marked:
        window = str(told.window)
        before = _shares(told.before, language)
        lines.append(say("attention_before", window=window, day=str(told.marked), shares=before)[language])
        lines.append(
            say("attention_from", window=window, day=str(told.marked), shares=_shares(told.after, language))[language]
        )
    return "\n".join(lines)


def _shares(spans: Iterable[Coverage], language: str) -> str:
    return ", ".join(_share(part, language) for part in spans)


def _share(part: Coverage, language: str) -> str:
    share = say("attention_nothing") if part.share is None else f"{100 * part.share:.0f} %"
    words = say("attention_share", conflict=part.conflict, share=share, count=str(part.count), total=str(part.total))
    return words[language]


def _by_start(spans: Sequence[Coverage]) -> list[tuple[date, list[Coverage]]]:
    found: dict[date, list[Coverage]] = {}
    for part in spans:
        found.setdefault(part.start, []).append(part)
    return list(found.items())


def attention_svg(told: Attention, language: str = "en") -> str:
    """Draw the shares as stacked bars, a line at the incident; colours only repeat what the texts say."""
    names = sorted({c.conflict for c in told.spans})
    desc = escape(attention_text(told, language).replace("\n", "; "))
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH_PX} {HEIGHT_PX}" width="{WIDTH_PX}" '
            f'height="{HEIGHT_PX}" role="img" aria-labelledby="attention-title attention-desc" xml:lang="{language}" '
            'style="font:12px system-ui,sans-serif">'
        ),
        f'<title id="attention-title">{escape(say("attention_title")[language])}</title>',
        f'<desc id="attention-desc">{desc}</desc>',
        f'<rect width="{WIDTH_PX}" height="{HEIGHT_PX}" fill="#ffffff"/>',
        *_bars(told, names, language),
        *_legend(names),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _bars(told: Attention, names: Sequence[str], language: str) -> Iterator[str]:
    groups = _by_start(told.spans)
    step = (WIDTH_PX - LEFT_PX - 16) / max(1, len(groups))
    for number, (start, spans) in enumerate(groups):
        x = LEFT_PX + number * step
        yield from _bar(x, step, spans, names, language)
        if start == told.marked:
            says = escape(say("attention_incident", day=str(told.marked))[language])
            yield f'<path d="M{x:.1f} 16V{TOP_PX + PLOT_PX}" stroke="#000000" stroke-dasharray="4 3"/>'
            yield f'<text x="{x + 3:.1f}" y="14">{says}</text>'


def _bar(x: float, step: float, spans: Sequence[Coverage], names: Sequence[str], language: str) -> Iterator[str]:
    top = float(TOP_PX + PLOT_PX)
    for part in spans:
        high = PLOT_PX * (part.share or 0.0)
        top -= high
        colour = COLOURS[names.index(part.conflict) % len(COLOURS)]
        label = escape(f"{part.start}: {_share(part, language)}")
        yield (
            f'<rect x="{x + 1:.1f}" y="{top:.1f}" width="{max(1.0, step - 2):.1f}" height="{high:.1f}" '
            f'fill="{colour}"><title>{label}</title></rect>'
        )
    yield f'<text x="{x + 2:.1f}" y="{TOP_PX + PLOT_PX + 14}">{spans[0].start:%m-%d}</text>'


def _legend(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        x = LEFT_PX + number * LEGEND_PX
        yield f'<rect x="{x}" y="{HEIGHT_PX - 20}" width="12" height="12" fill="{COLOURS[number % len(COLOURS)]}"/>'
        yield f'<text x="{x + 18}" y="{HEIGHT_PX - 10}">{escape(name)}</text>'
