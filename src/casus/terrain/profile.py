"""The profile of a line of sight, in characters for a terminal and as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from casus.records import Sight, SightSample

WIDTH, HEIGHT = 72, 14
SVG_WIDTH, SVG_HEIGHT, PAD = 800, 320, 56
_VERDICTS = {"seen": "is seen from", "hidden": "is hidden from", "unknown": "cannot be told of, from"}


def verdict_line(sight: Sight) -> str:
    """Say the verdict in one sentence."""
    head = f"{sight.end} {_VERDICTS[sight.verdict]} {sight.start}, {sight.distance_m / 1000:.1f} km off"
    if sight.verdict == "unknown":
        missing = f"; missing tiles: {', '.join(sight.missing)}" if sight.missing else ""
        return f"{head}: the elevation between them has gaps{missing}"
    if sight.clearance_m is None or sight.at_m is None:
        return f"{head}: no ground stands between"
    at = f"{sight.at_m / 1000:.1f} km from {sight.start}"
    if sight.verdict == "seen":
        return f"{head}: the line of sight clears the ground by {sight.clearance_m:g} m, least {at}"
    where = f" ({sight.at_lat:.4f},{sight.at_lon:.4f})" if sight.at_lat is not None and sight.at_lon is not None else ""
    return f"{head}: the ground stands {-sight.clearance_m:g} m above the line of sight {at}{where}"


def to_text(sight: Sight, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Draw the ground as columns and the line of sight as dots over or in it.

    >>> way = tuple(SightSample(d, g, 10.0) for d, g in ((0.0, 8.0), (50.0, 12.0), (100.0, 8.0)))
    >>> print(to_text(Sight(start="a", end="b", verdict="hidden", distance_m=100, clearance_m=-2, profile=way,
    ...     observer_height_m=2, target_height_m=2, refraction=0), width=3, height=3))
        12 m  #
             *x*
         8 m ###
             0 to 0.1 km
    """
    samples = [s for s in sight.profile if s.ground_m is not None]
    if not samples:
        return ""
    at = np.linspace(0, sight.distance_m, width)
    distance = [s.distance_m for s in samples]
    ground = np.interp(at, distance, [s.ground_m or 0.0 for s in samples])
    line = np.interp(at, [s.distance_m for s in sight.profile], [s.line_m for s in sight.profile])
    low, high = float(min(ground.min(), line.min())), float(max(ground.max(), line.max()))
    step = max((high - low) / max(height - 1, 1), 1e-6)
    level, eye = np.round((ground - low) / step).astype(int), np.round((line - low) / step).astype(int)
    rows = []
    for row in range(height - 1, -1, -1):
        signs = "".join(_sign(row, int(g), int(e)) for g, e in zip(level, eye, strict=True))
        label = f"{high:.0f} m" if row == height - 1 else f"{low:.0f} m" if row == 0 else ""
        rows.append(f"{label:>8} {signs}".rstrip())
    return "\n".join([*rows, f"{'':9}0 to {sight.distance_m / 1000:.1f} km"])


def _sign(row: int, ground: int, line: int) -> str:
    if row == line:
        return "x" if ground > row else "*"
    return "#" if row <= ground else " "


def to_svg(sight: Sight) -> str:
    """Draw the profile as SVG: ground filled, the line of sight over it, where it is blocked or lowest marked."""
    samples = [s for s in sight.profile if s.ground_m is not None]
    heights = [s.ground_m or 0.0 for s in samples] + [s.line_m for s in sight.profile] or [0.0]
    low, high = min(heights), max(heights)
    draw = _Frame(sight.distance_m or 1.0, low, (high - low) or 1.0)
    ground = [(s.distance_m, s.ground_m or 0.0) for s in samples]
    closed = [(ground[0][0], low), *ground, (ground[-1][0], low)] if ground else []
    colour = {"seen": "#b3261e", "hidden": "#1f4e79"}.get(sight.verdict, "#6b6b6b")
    line = draw.path([(s.distance_m, s.line_m) for s in sight.profile])
    foot = SVG_HEIGHT - PAD
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SVG_WIDTH} {SVG_HEIGHT}" role="img">',
        f"<title>{escape(verdict_line(sight))}</title><style>text{{font:12px sans-serif}}</style>",
        f'<rect width="{SVG_WIDTH}" height="{SVG_HEIGHT}" fill="#fff"/>',
        f'<path d="{draw.path(closed)}Z" fill="#cfc6b4" stroke="#7a6f58"/>' if closed else "",
        f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="2"/>' if sight.profile else "",
        *_marked(sight, draw),
        f'<text x="{PAD}" y="18">{escape(sight.start)}</text>',
        f'<text x="{SVG_WIDTH - PAD}" y="18" text-anchor="end">{escape(sight.end)}</text>',
        f'<text x="4" y="{PAD - 8}">{high:,.0f} m</text><text x="4" y="{foot}">{low:,.0f} m</text>',
        f'<text x="{SVG_WIDTH - PAD}" y="{foot + 18}" text-anchor="end">{sight.distance_m / 1000:.1f} km</text>',
        f'<text x="4" y="{SVG_HEIGHT - 8}">{escape("Elevation: " + _sources(sight))}</text>',
        "</svg>",
    ]
    return "\n".join(line for line in body if line) + "\n"


class _Frame:
    """Turns distances and heights into places on the picture."""

    def __init__(self, length_m: float, low_m: float, rise_m: float) -> None:
        self._length_m, self._low_m, self._rise_m = length_m, low_m, rise_m

    def at(self, distance_m: float, height_m: float) -> tuple[float, float]:
        """Give a place in pixels."""
        x = PAD + distance_m / self._length_m * (SVG_WIDTH - 2 * PAD)
        return x, SVG_HEIGHT - PAD - (height_m - self._low_m) / self._rise_m * (SVG_HEIGHT - 2 * PAD)

    def path(self, points: Sequence[tuple[float, float]]) -> str:
        """Give a path through some points."""
        return "M" + "L".join("{:.1f} {:.1f}".format(*self.at(*p)) for p in points)


def _marked(sight: Sight, draw: _Frame) -> list[str]:
    nearest: SightSample | None = min(
        (s for s in sight.profile if s.ground_m is not None), default=None,
        key=lambda s: abs(s.distance_m - (sight.at_m or 0.0)),
    )  # fmt: skip
    if sight.at_m is None or nearest is None or nearest.ground_m is None or sight.clearance_m is None:
        return []
    x, y = draw.at(nearest.distance_m, nearest.ground_m)
    return [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="none" stroke="#000" stroke-width="2"/>',
        f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">{sight.clearance_m:+g} m</text>',
    ]


def _sources(sight: Sight) -> str:
    return "; ".join(f"{s.name}: {s.attribution}" if s.attribution else s.name for s in sight.sources) or "none"
