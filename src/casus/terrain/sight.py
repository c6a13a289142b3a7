"""One line of sight with its profile, and viewsheds from one eye or from many."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.records import Sight, SightSample
from casus.terrain.crossings import HIDDEN, REFRACTION, SEEN, UNKNOWN, Crossings, bend_per_cell, crossings
from casus.terrain.ground import Elevation, Ground, box_about
from casus.terrain.looking import Look
from casus.terrain.targets import Target

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.uint32]

_VERDICTS = {HIDDEN: "hidden", SEEN: "seen", UNKNOWN: "unknown"}
PROFILE_POINTS = 200


def line_of_sight(
    elevation: Elevation, start: Target, end: Target, *, observer_height_m: float = 2.0, target_height_m: float = 2.0,
    refraction: float = REFRACTION,
) -> tuple[Sight | None, tuple[Problem, ...]]:  # fmt: skip
    """Say whether one point sees another, with the profile between them and where the ground stands in the way."""
    ends = np.vstack([start.corners[:1], end.corners[:1]])
    ground, problems = elevation.ground(box_about(ends, 0.5))
    if ground is None:
        return None, problems
    nodes, heights = ground.nodes(ends), ground.height_at(ground.nodes(ends))
    eye = (*nodes[0].tolist(), float(heights[0]) + observer_height_m)
    target = (*nodes[1].tolist(), float(heights[1]) + target_height_m)
    length_m = float(np.hypot(*(nodes[1] - nodes[0]))) * ground.cell_m
    blank = Sight(
        start=start.name, end=end.name, verdict="unknown", distance_m=round(length_m, 1), clearance_m=None,
        observer_height_m=observer_height_m, target_height_m=target_height_m, refraction=refraction,
        sources=ground.sources, missing=ground.missing,
    )  # fmt: skip
    if not np.isfinite(heights).all():
        return blank, problems
    found = crossings(ground.heights, eye, target, bend_per_cell(ground.cell_m, refraction))
    return _told(blank, found, ground, nodes, (float(heights[0]), float(heights[1]))), problems


def _told(blank: Sight, found: Crossings, ground: Ground, nodes: Floats, ends_m: tuple[float, float]) -> Sight:
    import msgspec

    if not len(found.part):
        return msgspec.structs.replace(blank, verdict="seen")
    gap = found.clearance_m
    lowest = int(np.nanargmin(gap)) if np.isfinite(gap).any() else None
    blocked = np.flatnonzero(gap < 0)
    at = None if lowest is None else ground.lonlat((nodes[0] + found.part[lowest] * (nodes[1] - nodes[0]))[None])[0]
    return msgspec.structs.replace(
        blank,
        verdict=_VERDICTS[found.verdict],
        clearance_m=None if lowest is None else round(float(gap[lowest]), 1),
        at_m=None if lowest is None else round(float(found.part[lowest]) * blank.distance_m, 1),
        at_lat=None if at is None else round(float(at[1]), 5),
        at_lon=None if at is None else round(float(at[0]), 5),
        first_blocked_m=round(float(found.part[blocked[0]]) * blank.distance_m, 1) if len(blocked) else None,
        profile=_profile(blank, found, ends_m),
    )


def _profile(blank: Sight, found: Crossings, ends_m: tuple[float, float]) -> tuple[SightSample, ...]:
    """Thin the crossings to a profile that keeps its lowest clearance and every step's highest ground."""
    steps = np.array_split(np.arange(len(found.part)), min(PROFILE_POINTS, len(found.part)))
    keep = [int(s[np.argmin(np.where(np.isnan(found.clearance_m[s]), np.inf, found.clearance_m[s]))]) for s in steps]
    inner = [
        SightSample(
            round(float(found.part[k]) * blank.distance_m, 1),
            round(float(found.ground_m[k]), 1) if np.isfinite(found.ground_m[k]) else None,
            round(float(found.line_m[k]), 1),
        )
        for k in keep
    ]
    first = SightSample(0.0, round(ends_m[0], 1), round(ends_m[0] + blank.observer_height_m, 1))
    last = SightSample(blank.distance_m, round(ends_m[1], 1), round(ends_m[1] + blank.target_height_m, 1))
    return (first, *inner, last)


def viewshed(
    ground: Ground, observer: Target, *, observer_height_m: float = 2.0, target_height_m: float = 0.0,
    refraction: float = REFRACTION, max_range_m: float | None = None,
) -> Codes:  # fmt: skip
    """Say of every node of a ground whether it is seen from a point: 0 hidden or out of range, 1 seen, 2 unknown."""
    look = Look.over(ground, refraction=refraction, max_range_m=max_range_m)
    node = ground.nodes(observer.corners[:1])
    return look.view(np.append(node[0], ground.height_at(node)[0] + observer_height_m), target_height_m)


def cumulative(
    ground: Ground, observers: Iterable[Target], *, observer_height_m: float = 2.0, target_height_m: float = 0.0,
    refraction: float = REFRACTION, max_range_m: float | None = None,
) -> Counts:  # fmt: skip
    """Count for every node of a ground how many of some points see it."""
    look = Look.over(ground, refraction=refraction, max_range_m=max_range_m)
    total = np.zeros(ground.heights.shape, np.uint32)
    for observer in observers:
        node = ground.nodes(observer.corners[:1])
        total += look.view(np.append(node[0], ground.height_at(node)[0] + observer_height_m), target_height_m) == SEEN
    return total
