"""The map of a view: shaded relief, the area, targets and roads as seen or not, scale, north and source."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

import numpy as np
import numpy.typing as npt

from casus.records import GroundView
from casus.terrain.areas import Area
from casus.terrain.ground import Ground
from casus.terrain.hillshade import hillshade, png
from casus.terrain.targets import Target

Floats = npt.NDArray[np.float64]

WIDTH_PX = 800
FOOT_PX = 92
_MARKS = {
    "overlooked": ("overlooked", "#b3261e", "", 5.0),
    "marginal": ("marginal: within the elevation's error", "#c77700", "6 4", 4.0),
    "hidden": ("hidden", "#1f4e79", "", 2.5),
    "unknown": ("unknown", "#6b6b6b", "1 5", 3.0),
}
_HATCH = (
    '<pattern id="v" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 8L8 0" stroke="#999"/></pattern>'
)
_STYLE = (
    "text{font:13px sans-serif;fill:#1a1a1a}.l{paint-order:stroke;stroke:#fff;stroke-width:3px}"
    ".a{fill:#fff;fill-opacity:.18;stroke:#000;stroke-width:2;stroke-dasharray:2 3}"
)


def to_svg(ground: Ground, area: Area, targets: Sequence[Target], view: GroundView) -> str:
    """Draw a view as SVG that needs nothing beside it."""
    rows, cols = ground.heights.shape
    scale = WIDTH_PX / max(cols - 1, 1)
    height = round((rows - 1) * scale)
    title = f"What {view.area} overlooks"
    size = f"0 0 {WIDTH_PX} {height + FOOT_PX}"
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title><desc>{escape(_described(view))}</desc><style>{_STYLE}</style>",
        _HATCH,
        f'<rect width="{WIDTH_PX}" height="{height + FOOT_PX}" fill="#fff"/>',
        f'<rect width="{WIDTH_PX}" height="{height}" fill="url(#v)"/>',
        _relief(ground, height),
        *(f'<path class="a" d="{_path(ground.nodes(ring) * scale)}Z"/>' for ring in area.rings),
        *_targets(ground, targets, view, scale),
        *_foot(ground, view, scale, height),
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _described(view: GroundView) -> str:
    return "; ".join(f"{o.target}: {o.verdict}" for o in view.overlooks)


def _relief(ground: Ground, height: int) -> str:
    step = max(1, round(max(ground.heights.shape) / WIDTH_PX))
    thin = ground.heights[::step, ::step]
    picture = b64encode(png(hillshade(thin, ground.cell_m * step), np.isfinite(thin))).decode("ascii")
    return (
        f'<image width="{WIDTH_PX}" height="{height}" preserveAspectRatio="none" opacity="0.8" '
        f'href="data:image/png;base64,{picture}"/>'
    )


def _path(at: Floats) -> str:
    return "M" + "L".join(f"{col:.1f} {row:.1f}" for row, col in at)


def _targets(ground: Ground, targets: Sequence[Target], view: GroundView, scale: float) -> Iterator[str]:
    for target, told in zip(targets, view.overlooks, strict=True):
        nodes = target.samples(ground)
        if target.is_line:
            for verdict, run in _runs(target, ground, told.points_seen):
                _, colour, dashes, width = _MARKS[verdict]
                yield (
                    f'<path d="{_path(run * scale)}" fill="none" stroke="{colour}" stroke-width="{width}" '
                    f'stroke-dasharray="{dashes}" stroke-linecap="round"/>'
                )
        else:
            _, colour, dashes, _ = _MARKS[told.verdict]
            fill = colour if told.verdict == "overlooked" else "#fff"
            yield from (
                f'<circle cx="{col * scale:.1f}" cy="{row * scale:.1f}" r="6" fill="{fill}" stroke="{colour}" '
                f'stroke-width="2.5" stroke-dasharray="{dashes}"/>'
                for row, col in nodes
            )
        row, col = nodes[len(nodes) // 2] * scale
        yield f'<text class="l" x="{col + 9:.1f}" y="{row - 7:.1f}">{escape(told.target)}</text>'


def _runs(target: Target, ground: Ground, verdicts: Sequence[str]) -> Iterator[tuple[str, Floats]]:
    """Give stretches of a line with one verdict, each drawn on to where the next begins."""
    at = 0
    for part in target.parts:
        if len(part) < 2:
            continue
        nodes = Target(target.name, (part,)).samples(ground, target.step_m(ground))
        told = verdicts[at : at + len(nodes)]
        at += len(nodes)
        ends = ground.nodes(part)[[0, -1]]
        between = np.vstack([ends[:1], (nodes[:-1] + nodes[1:]) / 2, ends[1:]])
        for k, verdict in enumerate(told):
            yield verdict, np.vstack([between[k], nodes[k], between[k + 1]])


def _foot(ground: Ground, view: GroundView, scale: float, height: int) -> Iterator[str]:
    """Give north, scale, the signs used and the source."""
    yield f'<path d="M{WIDTH_PX - 24} 14l8 24l-8 -6l-8 6z" fill="#000"/><text x="{WIDTH_PX - 29}" y="54">N</text>'
    length_m = _round_length(WIDTH_PX / 4 / scale * ground.cell_m)
    bar = length_m / ground.cell_m * scale
    yield f'<path d="M12 {height + 22}v6h{bar:.1f}v-6" fill="none" stroke="#000" stroke-width="2"/>'
    yield f'<text x="{bar + 20:.1f}" y="{height + 28}">{length_m / 1000:g} km</text>'
    x = 12
    for name, colour, dashes, width in _MARKS.values():
        yield (
            f'<path d="M{x} {height + 50}h26" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'
            f'<text x="{x + 32}" y="{height + 54}">{escape(name)}</text>'
        )
        x += 60 + 7 * len(name)
    sources = "; ".join(f"{s.name}: {s.attribution}" if s.attribution else s.name for s in view.sources)
    missing = f" Hatched: no elevation; missing tiles: {', '.join(view.missing)}." if view.missing else ""
    yield f'<text x="12" y="{height + 78}" style="font-size:10px">{escape(f"Elevation: {sources}.{missing}")}</text>'


def _round_length(length_m: float) -> float:
    """Round down to 1, 2 or 5 times a power of ten.

    >>> _round_length(2700.0), _round_length(999.0)
    (2000.0, 500.0)
    """
    ten = 10.0 ** np.floor(np.log10(length_m))
    return float(max(n * ten for n in (1, 2, 5) if n * ten <= length_m))
