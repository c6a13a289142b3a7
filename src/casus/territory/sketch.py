"""What a map of a place on a day shows: ground, boundaries, what is disputed with who sees it how, places, sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
import numpy as np

from casus.records.finding import TerritoryFinding
from casus.records.place import Place
from casus.territory.boundaries import NOBODY, Boundaries
from casus.territory.clipping import Box, Flags, clip_ring, runs_in
from casus.territory.describe import party_name
from casus.territory.geometry import Floats, closed_ring, great_circle_km
from casus.territory.grounds import holder_of
from casus.territory.outline import Outline
from casus.territory.position_file import PositionFile

KM_PER_DEG = 111.195
LEAST_KM = 45.0
NEIGHBOURS = 9
CIRCLE_POINTS = 64


class Ground(msgspec.Struct, frozen=True):
    """Ground of one state in the map."""

    code: str
    ring: tuple[tuple[float, float], ...]
    """Longitude and latitude, as everywhere here."""
    hole: bool = False


class Disputed(msgspec.Struct, frozen=True):
    """Ground that somebody sees as another's, or that is held by another than its recognised sovereign."""

    id: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    recognised: str | None
    controller: str | None
    holders: tuple[str, ...]
    """All whose it is in somebody's view, the recognised sovereign first."""
    precision_km: float
    since: date | None
    until: date | None
    source: str


class Line(msgspec.Struct, frozen=True):
    """A boundary, or a piece of one; dashed where it is disputed, not marked, or only held to in fact."""

    points: tuple[tuple[float, float], ...]
    dashed: bool


class Mark(msgspec.Struct, frozen=True):
    """A place named on the map."""

    names: tuple[str, ...]
    lat: float
    lon: float
    main: bool = False
    kind: str = "settlement"


class Sketch(msgspec.Struct, frozen=True):
    """A map before it is drawn."""

    title: str
    on: date
    lat: float
    lon: float
    box: Box
    ground: tuple[Ground, ...]
    disputed: tuple[Disputed, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    coarse_km: float = 0.0
    """How far the point has been made coarse; 0 for as it is."""


def reach_km(place: Place | None) -> float:
    """Give half the width of a map of a place."""
    return LEAST_KM if place is None else max(LEAST_KM, min(1200.0, 1.6 * place.radius_km))


def sketch(
    found: TerritoryFinding, place: Place | None, chart: Boundaries, files: Iterable[PositionFile],
    near: Iterable[Place], coarse_km: float = 0.0,
) -> Sketch | None:  # fmt: skip
    """Gather a map of a finding's place; None where it has no point. With ``coarse_km`` the point is put on a grid."""
    if not isinstance(found.lat, float | int) or not isinstance(found.lon, float | int):
        return None
    lat, lon = coarsened(found.lat, found.lon, coarse_km) if coarse_km else (float(found.lat), float(found.lon))
    box = _box(lat, lon, reach_km(place))
    files = tuple(files)
    areas = tuple(_disputed(files, box, found.on))
    stretches = [u for f in files if f.speaks(found.on) for u in f.undemarcated if u.holds(f.day_for(found.on)[0])]
    unsettled = [Outline(polygon=tuple((y, x) for x, y in ring)) for a in areas if not a.recognised for ring in a.rings]
    return Sketch(
        title=found.name.get("en", found.place),
        on=found.on,
        lat=lat,
        lon=lon,
        box=box,
        ground=tuple(_ground(chart, box, found.on)),
        disputed=areas,
        lines=tuple(_lines(chart, box, found.on, [*(u.outline for u in stretches), *unsettled], files)),
        marks=(_main(found, place, lat, lon), *_neighbours(near, place, box, lat, lon)),
        sources=tuple(dict.fromkeys(("Natural Earth 1:10m", *found.sources, *(a.source for a in areas)))),
        coarse_km=coarse_km,
    )


def coarsened(lat: float, lon: float, km: float) -> tuple[float, float]:
    """Put a point in the middle of a cell of so many kilometres, so that it tells no position of a person or a post.

    >>> coarsened(39.598, 46.231, 5.0), coarsened(39.61, 46.25, 5.0)
    ((39.5926, 46.2442), (39.5926, 46.2442))
    """
    tall = km / KM_PER_DEG
    row = math.floor(lat / tall)
    wide = tall / max(0.05, math.cos(math.radians((row + 0.5) * tall)))
    return round((row + 0.5) * tall, 4), round((math.floor(lon / wide) + 0.5) * wide, 4)


def _box(lat: float, lon: float, km: float) -> Box:
    high = km / KM_PER_DEG
    wide = min(170.0, high / max(0.05, math.cos(math.radians(lat))) * 4 / 3)
    return max(-89.9, lat - high), lon - wide, min(89.9, lat + high), lon + wide


def _ground(chart: Boundaries, box: Box, on: date) -> Iterator[Ground]:
    for unit, rings in chart.pieces_in(*box):
        for number, ring in enumerate(rings):
            cut = clip_ring(ring, box)
            if len(cut):
                yield Ground(unit if unit == NOBODY else holder_of(unit, on), _pairs(cut), number > 0)


def _lines(
    chart: Boundaries, box: Box, on: date, stretches: list[Outline], files: Iterable[PositionFile]
) -> Iterator[Line]:
    def unmarked(middles: Floats) -> Flags:
        marks = np.zeros(len(middles), np.bool_)
        for stretch in stretches:
            marks |= stretch.holds_all(middles[:, 1], middles[:, 0])
        return marks

    for units, arc in chart.lines_in(*box):
        if len(units) < 2:
            continue
        same = len({holder_of(u, on) for u in units}) == 1
        for dashed, run in runs_in(arc, box, unmarked):
            if not same or units[0][:3] != units[1][:3] or "-" in "".join(units):
                yield Line(_pairs(run), dashed or same)
    for file in files:
        for stretch in file.undemarcated if file.speaks(on) else ():
            if stretch.line and stretch.holds(file.day_for(on)[0]):
                line = closed_ring(stretch.line)[: len(stretch.line)]
                yield from (Line(_pairs(run), True) for _, run in runs_in(line, box))


def _disputed(files: Iterable[PositionFile], box: Box, on: date) -> Iterator[Disputed]:
    """Give the parts of positions files in the box that more than one see as theirs, or that another holds."""
    for file in files:
        if not file.speaks(on):
            continue
        day, _ = file.day_for(on)
        for part in file.part:
            rings = tuple(_pairs(cut) for r in _rings(part.outline) if len(cut := clip_ring(r, box)))
            recognised = [r for r in file.recognised if r.speaks_of(part.id) and r.holds(day)]
            control = [c for c in file.control if c.speaks_of(part.id) and c.holds(day)]
            sovereign = recognised[-1].state if recognised else None
            holder = control[-1].by if control else None
            views = {c.by: c.holder for c in file.claim if c.speaks_of(part.id) and c.holds(day)}
            holders = tuple(dict.fromkeys(h for h in (sovereign, *(views[by] for by in sorted(views))) if h))
            if rings and (len(holders) > 1 or (holder and holder != sovereign)):
                last = control[-1] if control else recognised[-1] if recognised else None
                yield Disputed(
                    f"{file.id}/{part.id}", part.name.get("en", part.id), rings, sovereign, holder, holders,
                    part.accuracy_km, last.from_ if last else None, last.until if last else None,
                    last.source if last else "; ".join(file.sources),
                )  # fmt: skip


def _rings(outline: Outline) -> Iterator[Floats]:
    if outline.polygon:
        yield closed_ring(outline.polygon)
    for lat, lon, km in outline.circles:
        turn = np.linspace(0, 2 * math.pi, CIRCLE_POINTS + 1)
        wide = km / KM_PER_DEG / max(0.05, math.cos(math.radians(lat)))
        yield np.column_stack([lon + wide * np.cos(turn), lat + km / KM_PER_DEG * np.sin(turn)])


def _main(found: TerritoryFinding, place: Place | None, lat: float, lon: float) -> Mark:
    names = _names(place) if place else (found.name.get("en", found.place),)
    return Mark(names, lat, lon, True, place.kind if place else "point")


def _names(place: Place) -> tuple[str, ...]:
    """Give the name to print and what else the place is called by its sides: Shusha, Shushi, Sev Lake, Qaragöl."""
    english = place.names.get("en", ())[:2]
    local = [n[0] for lang, n in sorted(place.names.items()) if lang not in {"en", "ja", "ru"} and n]
    return tuple(dict.fromkeys((*english, *local[:2])))[:3] or (place.name(),)


def _neighbours(near: Iterable[Place], place: Place | None, box: Box, lat: float, lon: float) -> Iterator[Mark]:
    """Give the places nearest the middle that do not stand on one another."""
    south, west, north, east = box
    least = 0.09 * (north - south) * KM_PER_DEG
    spots = [(lat, lon)]
    inside = [
        (great_circle_km(lat, lon, p.lat, p.lon), p.id, p)
        for p in near
        if p.lat is not None and p.lon is not None and south < p.lat < north and west < p.lon < east
    ]
    for _, _, other in sorted(inside, key=lambda i: i[:2]):
        at = (other.lat or 0.0, other.lon or 0.0)
        if len(spots) > NEIGHBOURS or (place and other.id == place.id):
            continue
        if all(great_circle_km(*at, *spot) > least for spot in spots):
            spots.append(at)
            yield Mark(_names(other)[:2], *at, False, other.kind)


def _pairs(points: Floats) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in points)


def whose(area: Disputed) -> str:
    """Say whose a disputed area is, in few words: recognised, held, seen."""
    recognised = party_name(area.recognised, "en") if area.recognised else "nobody settled"
    held = party_name(area.controller, "en") if area.controller else "no one holder on file"
    return f"recognised: {recognised}; held by: {held}"
