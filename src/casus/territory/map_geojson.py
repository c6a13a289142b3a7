"""A map as GeoJSON (RFC 7946): the place, disputed ground and boundaries, each with its precision and validity."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

import msgspec

from casus.records.finding import TerritoryFinding
from casus.territory.boundaries import ACCURACY_KM
from casus.territory.sketch import Disputed, Line, Sketch

Pairs = tuple[tuple[float, float], ...]


class Geometry(msgspec.Struct, frozen=True, omit_defaults=False):
    """A point, a line, or polygons."""

    type: Literal["Point", "LineString", "MultiPolygon"]
    coordinates: tuple[float, float] | Pairs | tuple[tuple[Pairs, ...], ...]


class View(msgspec.Struct, frozen=True):
    """Whose it is in one party's view."""

    position: str
    holder: str
    source: str


class Properties(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is said of a feature; a day left out is open."""

    role: Literal["place", "disputed", "boundary"]
    on: date
    name: str | None = None
    recognised: str | None = None
    controller: str | None = None
    holders: tuple[str, ...] = ()
    views: tuple[View, ...] = ()
    dashed: bool | None = None
    precision_km: float | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    certainty: str | None = None
    sources: tuple[str, ...] = ()


class Feature(msgspec.Struct, frozen=True, tag="Feature"):
    """One thing on the map."""

    geometry: Geometry
    properties: Properties
    id: str | None = None


class Collection(msgspec.Struct, frozen=True, tag="FeatureCollection"):
    """The map."""

    features: tuple[Feature, ...]
    bbox: tuple[float, float, float, float]


def to_geojson(
    map_: Sketch, found: TerritoryFinding, *, precision_km: float, valid: tuple[date | None, date | None]
) -> bytes:
    """Write a map as GeoJSON; ``precision_km`` is of the place's point, ``valid`` the days its standing lasts."""
    views = tuple(View(v.position, v.holder, v.source) for v in found.views)
    place = Properties(
        "place", map_.on, map_.title, found.recognised, found.controller, views=views,
        precision_km=max(precision_km, map_.coarse_km), valid_from=valid[0], valid_until=valid[1],
        certainty=found.certainty, sources=found.sources,
    )  # fmt: skip
    features = (
        Feature(Geometry("Point", (map_.lon, map_.lat)), place, found.place),
        *(_disputed(area, map_.on) for area in map_.disputed),
        *(_line(line, map_.on) for line in map_.lines),
    )
    south, west, north, east = (round(edge, 4) for edge in map_.box)
    return msgspec.json.encode(Collection(features, (west, south, east, north)))


def _disputed(area: Disputed, on: date) -> Feature:
    said = Properties(
        "disputed", on, area.name, area.recognised, area.controller, area.holders, precision_km=area.precision_km,
        valid_from=area.since, valid_until=area.until, sources=(area.source,),
    )  # fmt: skip
    rings = tuple((_against_the_clock(ring),) for ring in area.rings)
    return Feature(Geometry("MultiPolygon", rings), said, area.id)


def _line(line: Line, on: date) -> Feature:
    said = Properties("boundary", on, dashed=line.dashed, precision_km=ACCURACY_KM, sources=("Natural Earth 1:10m",))
    return Feature(Geometry("LineString", line.points), said)


def _against_the_clock(ring: Pairs) -> Pairs:
    """Give a ring in the direction that RFC 7946 asks of an outline."""
    turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if turn >= 0 else ring[::-1]
