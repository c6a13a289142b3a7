"""A view in words: a table for the terminal, what is missing, and the page of HTML about its map."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from casus.records import GroundView, Overlook


def to_text(view: GroundView) -> str:
    """Tell a view: the heights, each target with its verdict and figures, then what was reckoned with."""
    lines = [f"What {view.area} overlooks, from {view.cells:,} of its {view.cells_in_area:,} cells"]
    lines += [
        f"  {h.name}: {h.lowest_m:,.0f} to {h.highest_m:,.0f} m, median {h.median_m:,.0f} m"
        + (f" ({h.part_known:.0%} of it known)" if h.part_known < 0.995 else "")
        for h in view.heights
    ]
    lines += [f"  {row.target}: {row.verdict}{_figures(row)}" for row in view.overlooks]
    lines.append(
        f"  eyes {view.observer_height_m:g} m and targets {view.target_height_m:g} m over the ground, error of the "
        f"elevation {view.elevation_error_m:g} m in {view.draws} redraws"
    )
    lines += [f"  elevation: {told}" for told in credits_of(view)]
    lines += [f"  missing tiles: {', '.join(view.missing)}"] if view.missing else []
    return "\n".join(lines)


def _figures(row: Overlook) -> str:
    if row.verdict == "unknown":
        return f": {row.reason}" if row.reason else ""
    parts = []
    if row.share_of_area:
        parts.append(f"from {_share(row.share_of_area, row.share_low, row.share_high)} of the area")
    if row.share_of_line is not None:
        parts.append(f"{_share(row.share_of_line, row.line_low, row.line_high)} of its length")
    if row.nearest_m is not None and row.median_m is not None:
        parts.append(f"{row.nearest_m / 1000:.1f} km off at the nearest, {row.median_m / 1000:.1f} km at the median")
    if row.clearance_m is not None:
        over = f"the best line clears the ground by {row.clearance_m:g} m"
        under = f"the best line runs {-row.clearance_m:g} m under the ground"
        span = f" ({row.clearance_low_m:g} to {row.clearance_high_m:g} m)" if row.clearance_low_m is not None else ""
        parts.append((over if row.clearance_m >= 0 else under) + span)
    return ": " + "; ".join(parts) if parts else ""


def _share(share: float, low: float | None, high: float | None) -> str:
    """Give a share with its interval.

    >>> _share(0.214, 0.19, 0.24), _share(0.0004, None, None)
    ('21 % (19 to 24)', '0.04 %')
    """
    told = f"{100 * share:.0f} %" if share >= 0.01 else f"{100 * share:.2g} %"
    if low is None or high is None or round(100 * low) == round(100 * high):
        return told
    return f"{told} ({100 * low:.0f} to {100 * high:.0f})"


def credits_of(view: GroundView) -> tuple[str, ...]:
    """Name each source with its resolution, level, caveat and attribution."""
    return tuple(
        f"{s.name}, {s.resolution_m:g} m, heights over {s.vertical or 'a level that it does not state'}"
        + ("; trees and roofs count as ground" if s.surface else "")
        + (f"; {s.attribution}" if s.attribution else "")
        for s in view.sources
    )


def to_page(view: GroundView, svg: str, notes: Sequence[str] = ()) -> str:
    """Put a map and a table of the same into one page of HTML that needs nothing beside it."""
    title = escape(f"What {view.area} overlooks")
    rows = "".join(
        f"<tr><th scope=row>{escape(r.target)}</th><td>{r.verdict}</td>"
        f"<td>{escape(_figures(r).removeprefix(': '))}</td></tr>"
        for r in view.overlooks
    )
    told = "".join(f"<p>{escape(line)}</p>" for line in (*credits_of(view), *notes))
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>{title}</title><style>body{{font:16px sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}}"
        f"svg{{width:100%}}td,th{{padding:.2rem .6rem;text-align:left;vertical-align:top}}</style><h1>{title}</h1>"
        f"{svg}<table><caption>Targets</caption>{rows}</table>{told}</html>\n"
    )
