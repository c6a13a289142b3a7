"""Views for the claims of reports: each area with the targets that are claimed to be watched from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casus.errors import Problem
from casus.records import GroundClaim, GroundView, Place
from casus.terrain.areas import Area
from casus.terrain.ground import Elevation
from casus.terrain.overlook import Looking, needed, overlooked
from casus.terrain.targets import Target

QUICK = Looking(draws=8, redrawn_from=1_500)
"""A brief does not make its reader wait."""
AREA_KM = 3.0
"""A place with no width of its own is taken with the ground about it, as "the area of" says."""
ROADS_KM = 30.0
"""Roads farther from the area are not what a report means."""


def views_of(
    claims: Sequence[GroundClaim],
    find: Callable[[str], Place | None],
    elevation: Elevation | None,
    roads: Sequence[Target] = (),
    how: Looking | None = None,
) -> tuple[tuple[GroundView, ...], tuple[Problem, ...]]:
    """Give a view of each area claimed for; without elevation one that names the tiles needed and answers nothing."""
    how = how or QUICK
    views: list[GroundView] = []
    problems: list[Problem] = []
    for area_id in dict.fromkeys(c.area for c in claims):
        place = find(area_id)
        if place is None or place.lat is None or place.lon is None:
            continue
        about = [c for c in claims if c.area == area_id]
        area = Area.circle(area_id, place.lat, place.lon, max(place.radius_km, AREA_KM))
        targets = _targets(about, find) + (_near(area, roads) if any(c.road for c in about) else [])
        box = needed(area, targets, how)
        ground, found = elevation.ground(box) if elevation else (None, ())
        problems += found
        views.append(overlooked(ground, area, targets, how) if ground else _blank(area, box.tiles(), how))
    return tuple(views), tuple(problems)


def _targets(claims: Sequence[GroundClaim], find: Callable[[str], Place | None]) -> list[Target]:
    found = [find(t) for t in dict.fromkeys(c.target for c in claims if c.target)]
    return [Target.point(p.id, p.lat, p.lon) for p in found if p and p.lat is not None and p.lon is not None]


def _near(area: Area, roads: Sequence[Target]) -> list[Target]:
    """Give the roads, and of them the parts, that come near the area."""
    box = area.box(ROADS_KM)
    near = []
    for road in roads:
        parts = tuple(
            p for p in road.parts
            if len(p) > 1 and ((p >= (box.west, box.south)) & (p <= (box.east, box.north))).all(axis=1).any()
        )  # fmt: skip
        near += [Target(road.name, parts)] if parts else []
    return near


def _blank(area: Area, tiles: tuple[str, ...], how: Looking) -> GroundView:
    return GroundView(
        area=area.name, overlooks=(), cells=0, cells_in_area=0, observer_height_m=how.observer_height_m,
        target_height_m=how.target_height_m, refraction=how.refraction, elevation_error_m=how.elevation_error_m,
        draws=0, missing=tiles,
    )  # fmt: skip
