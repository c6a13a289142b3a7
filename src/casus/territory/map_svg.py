"""A map drawn as SVG: ground, disputed areas with both names and dashed lines, scale, north, sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from casus.territory.boundaries import ACCURACY_KM, NOBODY
from casus.territory.describe import party_name
from casus.territory.sketch import KM_PER_DEG, Disputed, Ground, Line, Mark, Sketch, whose

WIDTH = 800
HEADING = 52
FOOT = 74
TINTS = ("#f3ead6", "#e6efdc", "#f4e1dc", "#e4e3f1", "#f7f0cf", "#dfeeee", "#efe0ee", "#e9e4d8")
"""Ground of neighbouring states, light enough that names and lines stand out."""
STYLE = """
.land{stroke:none}.line{fill:none;stroke:#4a4a4a;stroke-width:1.6}.dashed{stroke:#a3201c;stroke-width:2;
stroke-dasharray:7 5}.area{fill:url(#hatch);stroke:#a3201c;stroke-width:1.6;stroke-dasharray:7 5}
text{font-family:"Noto Sans","DejaVu Sans","Noto Sans CJK JP",sans-serif;fill:#222}
.halo{paint-order:stroke;stroke:#fff;stroke-width:3.2px;stroke-linejoin:round}.state{font-size:15px;fill:#6b6256;
letter-spacing:2px}.disputed{font-size:12px;fill:#8a1512}.name{font-size:12px}.main{font-size:15px;font-weight:700}
.small{font-size:11px;fill:#444}.title{font-size:18px;font-weight:700}
"""


def to_svg(map_: Sketch, summary: str) -> str:
    """Draw a map as an SVG document; ``summary`` stands under its title and is what a screen reader is given."""
    page = _Page(map_)
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {page.height:.0f}" width="100%"',
        ' role="img" aria-labelledby="title desc">',
        f'<title id="title">{escape(map_.title)}, {map_.on}</title><desc id="desc">{escape(summary)}</desc>',
        f"<style>{STYLE}</style>{_HATCH}",
        f'<clipPath id="frame"><rect x="0" y="{HEADING}" width="{WIDTH}" height="{page.drawn:.0f}"/></clipPath>',
        f'<rect width="{WIDTH}" height="{page.height:.0f}" fill="#fff"/>',
        f'<text class="title" x="12" y="23">{escape(map_.title)}, {map_.on}</text>',
        f'<text class="small" x="12" y="42">{escape(_short(summary, 118))}</text>',
        f'<g clip-path="url(#frame)"><rect y="{HEADING}" width="{WIDTH}" height="{page.drawn:.0f}" fill="#d9e8f0"/>',
        *page.drawing(),
        "</g>",
        *page.furniture(),
        "</svg>",
    ]
    return "\n".join(body) + "\n"


_HATCH = (
    '<defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="9" height="9" fill="#c0392b" fill-opacity=".08"/>'
    '<line x1="0" y1="0" x2="0" y2="9" stroke="#a3201c" stroke-opacity=".45" stroke-width="2"/></pattern></defs>'
)


class _Page:
    """The paper: where a point falls on it, and what has been written where."""

    def __init__(self, map_: Sketch) -> None:
        self.map = map_
        south, west, north, east = map_.box
        self._squeeze = math.cos(math.radians((south + north) / 2))
        self._scale = WIDTH / ((east - west) * self._squeeze)
        self.drawn = (north - south) * self._scale
        self.height = HEADING + self.drawn + FOOT
        self._written: list[tuple[float, float, float, float]] = []

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Give where a point is on the paper."""
        _, west, north, _ = self.map.box
        return (lon - west) * self._squeeze * self._scale, HEADING + (north - lat) * self._scale

    def drawing(self) -> Iterator[str]:
        """Draw from the ground up; names last of all."""
        tints = {code: TINTS[n % len(TINTS)] for n, code in enumerate(sorted({g.code for g in self.map.ground}))}
        yield from (self._land(g, tints) for g in self.map.ground)
        yield from (self._area(a) for a in self.map.disputed)
        yield from (self._line(line) for line in self.map.lines)
        yield from self._point()
        for mark in self.map.marks:
            yield from self._mark(mark)
        for area in self.map.disputed:
            yield from self._area_name(area)
        yield from self._state_names()

    def _path(self, points: Iterable[tuple[float, float]]) -> str:
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (self.at(*p) for p in points))

    def _land(self, ground: Ground, tints: dict[str, str]) -> str:
        fill = "#d9e8f0" if ground.hole and ground.code == NOBODY else tints[ground.code]
        return "" if ground.hole else f'<path class="land" fill="{fill}" d="{self._path(ground.ring)}Z"/>'

    def _area(self, area: Disputed) -> str:
        d = "".join(f"{self._path(ring)}Z" for ring in area.rings)
        return f'<path class="area" d="{d}"><title>{escape(f"{area.name}: {whose(area)}")}</title></path>'

    def _line(self, line: Line) -> str:
        kind = "line dashed" if line.dashed else "line"
        return f'<path class="{kind}" d="{self._path(line.points)}"/>'

    def _point(self) -> Iterator[str]:
        x, y = self.at(self.map.lon, self.map.lat)
        if self.map.coarse_km:
            r = self.map.coarse_km / KM_PER_DEG * self._scale
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="#1d4e89" fill-opacity=".25" stroke="#1d4e89"/>'
            return
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#1d4e89" stroke="#fff" stroke-width="2"/>'

    def _mark(self, mark: Mark) -> Iterator[str]:
        x, y = self.at(mark.lon, mark.lat)
        words = " / ".join(mark.names)
        kind, size = ("main", 15) if mark.main else ("name", 12)
        if not mark.main:
            words = _short(words, 34)
        width = _width(words, size)
        places = ((x + 9, y + 4), (x - 9 - width, y + 4), (x - width / 2, y - 11), (x - width / 2, y + 20))
        spot = next((p for p in places if self._free(p[0], p[1], width, size)), None)
        if spot is None and not mark.main:
            return
        if not mark.main:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#333" stroke="#fff"/>'
        yield self._write(*(spot or places[0]), words, f"{kind} halo", size)

    def _area_name(self, area: Disputed) -> Iterator[str]:
        """Write an area's name and below it who is recognised and who holds it, where there is room."""
        x, y = self.at(*_middle(max(area.rings, key=len)))
        rows = (area.name, whose(area))
        wide = max(_width(r, 12) for r in rows)
        left = min(max(4.0, x - wide / 2), WIDTH - wide - 4)
        for step in (0, 40, -40, 80, -80, 120, -120, 160, -160):
            if self._free(left, y + step, wide, 30):
                yield self._write(left, y + step, rows[0], "disputed halo", 12)
                yield self._write(left, y + step + 15, rows[1], "disputed halo", 12)
                return

    def _state_names(self) -> Iterator[str]:
        largest: dict[str, Ground] = {}
        for ground in self.map.ground:
            if not ground.hole and ground.code != NOBODY:
                best = largest.get(ground.code)
                if best is None or _area_of(ground.ring) > _area_of(best.ring):
                    largest[ground.code] = ground
        for code, ground in sorted(largest.items()):
            words = party_name(code, "en").upper()
            wide = _width(words, 17)
            x, y = self.at(*_middle(ground.ring))
            x = min(max(4.0, x - wide / 2), WIDTH - wide - 4)
            for step in (0, 36, -36, 72, -72, 120, -120):
                if self._free(x, y + step, wide, 16):
                    yield self._write(x, y + step, words, "state halo", 15)
                    break

    def _free(self, x: float, y: float, width: float, size: float) -> bool:
        box = (x, y - size, x + width, y + 4 if size < 20 else y + size - 8)
        if box[0] < 2 or box[2] > WIDTH - 2 or box[1] < HEADING or box[3] > HEADING + self.drawn:
            return False
        return not any(b[0] < box[2] and box[0] < b[2] and b[1] < box[3] and box[1] < b[3] for b in self._written)

    def _write(self, x: float, y: float, words: str, kind: str, size: float) -> str:
        self._written.append((x, y - size, x + _width(words, size), y + 4))
        return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'

    def furniture(self) -> Iterator[str]:
        """Draw scale, north, legend and sources."""
        base = HEADING + self.drawn
        km = _round_km(0.25 * WIDTH / self._scale * KM_PER_DEG)
        bar = km / KM_PER_DEG * self._scale
        yield f'<path d="M12 {base + 14:.0f}v6h{bar:.1f}v-6" fill="none" stroke="#222" stroke-width="1.5"/>'
        yield f'<text class="small" x="{18 + bar:.0f}" y="{base + 21:.0f}">{km:g} km</text>'
        yield f'<path d="M{WIDTH - 24} {HEADING + 42}v-28m-6 9l6-9 6 9" fill="none" stroke="#222" stroke-width="2"/>'
        yield f'<text class="small" x="{WIDTH - 28}" y="{HEADING + 56}">N</text>'
        key = base + 17
        yield f'<path class="line" d="M{WIDTH - 470} {key}h34"/>'
        yield f'<text class="small" x="{WIDTH - 430}" y="{key + 4}">boundary (±{ACCURACY_KM:g} km)</text>'
        yield f'<path class="line dashed" d="M{WIDTH - 280} {key}h34"/>'
        yield f'<text class="small" x="{WIDTH - 240}" y="{key + 4}">disputed, not marked, or held to in fact</text>'
        for n, row in enumerate(_rows("Sources: " + "; ".join(self.map.sources), 128, 2)):
            yield f'<text class="small" x="12" y="{base + 44 + 15 * n:.0f}">{escape(row)}</text>'


def _middle(ring: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """Give the middle of a ring's ground (centroid), or of its points where it has none."""
    area = lon = lat = 0.0
    x0, y0 = ring[0]
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        area += cross
        lon += (ax + bx - 2 * x0) * cross
        lat += (ay + by - 2 * y0) * cross
    if abs(area) < 1e-9:
        return x0, y0
    return x0 + lon / (3 * area), y0 + lat / (3 * area)


def _area_of(ring: tuple[tuple[float, float], ...]) -> float:
    """Give a measure of a ring's size, for telling the larger of two."""
    return math.fabs(math.fsum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))


def _round_km(km: float) -> float:
    """Give the largest round length not over one.

    >>> _round_km(37.0), _round_km(260.0)
    (20.0, 200.0)
    """
    size: float = 10.0 ** math.floor(math.log10(km))
    return next(n * size for n in (5, 2, 1) if n * size <= km)


def _width(words: str, size: float) -> float:
    """Guess how wide words are written: letters of Han and kana are as wide as they are high."""
    return sum(1.0 if c >= "\u3000" else 0.6 for c in words) * size


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _rows(words: str, most: int, count: int) -> list[str]:
    """Break words into rows; what does not fit ends in an ellipsis."""
    rows = [""]
    for word in words.split():
        if len(rows[-1]) + len(word) + 1 > most:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows if len(rows) <= count else [*rows[: count - 1], _short(" ".join(rows[count - 1 :]), most)]
