"""Today's boundaries: which map unit a point lies in, and how far the nearest boundary and coast are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from casus.territory.geometry import Floats, in_ring, local_km, path_km

ACCURACY_KM = 5.0
"""How far a line of Natural Earth 1:10m may be off: half a millimetre on a map of that scale.

Measured against 69 472 places of GeoNames, a place 3 to 5 km from a boundary lies on the wrong side of it in 1 of 140
cases, nearer than 1 km in 1 of 3; beyond 5 km only de facto lines differ (Crimea, Golan, Western Sahara, settlements).
"""
NOBODY = "-"
"""The unit of ground the map gives to no state."""
NEAR_KM = 500.0
"""Beyond this no boundary or coast is looked for."""

Ints = npt.NDArray[np.int64]


class Nearest(NamedTuple):
    """The nearest boundary or coast: how far, and whose."""

    km: float
    units: tuple[str, ...]


class Boundaries:
    """The compiled map (``data/boundaries``): polygons of map units, built of arcs that neighbours share."""

    def __init__(self, packed: dict[str, npt.NDArray[np.generic]]) -> None:
        self.units: tuple[str, ...] = tuple(str(u) for u in packed["units"])
        self._polygon_unit = packed["polygon_unit"].astype(np.int64)
        self._polygon_rings = packed["polygon_rings"].astype(np.int64)
        self._ring_arcs = packed["ring_arcs"].astype(np.int64)
        self._arc_refs = packed["arc_refs"].astype(np.int64)
        self._arc_starts = packed["arc_points"].astype(np.int64)
        self._points = _undelta(packed["deltas"].astype(np.int64), self._arc_starts, packed["transform"])
        self._arc_boxes = _boxes(self._points, self._arc_starts)
        self._arc_owners = self._owners()
        self._polygon_boxes = self._outlines()

    def units_at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Give the codes of the map units a point lies in: one, none at sea, more only where the map overlaps."""
        west, south, east, north = self._polygon_boxes.T
        hits = set()
        for turn in (lon, lon + 360, lon - 360):
            inside = (west <= turn) & (turn <= east) & (south <= lat) & (lat <= north)
            hits |= {self._polygon_unit[p] for p in np.flatnonzero(inside) if self._contains(int(p), lat, turn)}
        return tuple(sorted(self.units[unit] for unit in hits))

    def nearest_boundary(self, lat: float, lon: float, owner: Callable[[str], str]) -> Nearest | None:
        """Find the nearest line between ground of different owners; ``owner`` says whose a map unit is."""

        def divides(units: tuple[str, ...]) -> bool:
            return len({owner(u) for u in units}) > 1

        return self._nearest(lat, lon, divides)

    def nearest_coast(self, lat: float, lon: float, owner: Callable[[str], str] | None = None) -> Nearest | None:
        """Find the nearest coast; with ``owner``, of ground it names with a word that is not empty."""

        def is_coast(units: tuple[str, ...]) -> bool:
            return len(units) == 1 and (owner is None or bool(owner(units[0])))

        return self._nearest(lat, lon, is_coast)

    def dividing(self, owner: Callable[[str], str]) -> Iterator[Floats]:
        """Give the lines between ground of different owners, as longitude and latitude."""
        for arc, units in enumerate(self._arc_owners):
            if len({owner(u) for u in units}) > 1:
                yield self._arc(arc)

    def coasts(self) -> Iterator[tuple[str, Floats]]:
        """Give the lines between ground and sea, as the unit ashore and longitude and latitude."""
        for arc, units in enumerate(self._arc_owners):
            if len(units) == 1:
                yield units[0], self._arc(arc)

    def pieces_in(
        self, south: float, west: float, north: float, east: float
    ) -> Iterator[tuple[str, tuple[Floats, ...]]]:
        """Give the polygons that may reach into a box, each as its unit and its rings, outline first."""
        low, left, high, right = self._polygon_boxes[:, 1], self._polygon_boxes[:, 0], *self._polygon_boxes.T[[3, 2]]
        for turn in (0.0, 360.0, -360.0):
            reach = (low <= north) & (high >= south) & (left + turn <= east) & (right + turn >= west)
            for polygon in np.flatnonzero(reach):
                rings = range(int(self._polygon_rings[polygon]), int(self._polygon_rings[polygon + 1]))
                shift = np.array([turn, 0.0])
                yield self.units[self._polygon_unit[polygon]], tuple(self._ring(r) + shift for r in rings)

    def lines_in(
        self, south: float, west: float, north: float, east: float
    ) -> Iterator[tuple[tuple[str, ...], Floats]]:
        """Give the arcs that may reach into a box, each with the units on its sides."""
        for turn in (0.0, 360.0, -360.0):
            left, low, right, high = (self._arc_boxes + np.array([turn, 0.0, turn, 0.0])).T
            for arc in np.flatnonzero((low <= north) & (high >= south) & (left <= east) & (right >= west)):
                yield self._arc_owners[arc], self._arc(int(arc)) + np.array([turn, 0.0])

    def sided_edges(self) -> tuple[Floats, Floats, Ints, npt.NDArray[np.float64]]:
        """Give all edges (start, end), the unit that lies east of each, -1 for none, and how far east its ring goes.

        Polygons over the date line come twice, once on each side of the map.
        """
        points, first, sizes = self._all_rings()
        west, far = np.minimum.reduceat(points[:, 0], first), np.maximum.reduceat(points[:, 0], first)
        outlines = np.isin(np.arange(len(first)), self._polygon_rings[:-1])
        inside_left = (_turns(points, first, sizes) > 0) == outlines
        ring = np.repeat(np.arange(len(first)), sizes - 1)
        at = np.arange(len(ring)) + ring
        a, b = points[at], points[at + 1]
        unit = np.repeat(self._polygon_unit, np.diff(self._polygon_rings))[ring]
        east = np.where((b[:, 1] > a[:, 1]) != inside_left[ring], unit, -1)
        copies = [(np.full(len(a), True), 0.0), (far[ring] > 180, -360.0), (west[ring] < -180, 360.0)]
        return (
            np.concatenate([a[of] + np.array([turn, 0.0]) for of, turn in copies]),
            np.concatenate([b[of] + np.array([turn, 0.0]) for of, turn in copies]),
            np.concatenate([east[of] for of, _ in copies]),
            np.concatenate([far[ring][of] + turn for of, turn in copies]),
        )

    def _nearest(self, lat: float, lon: float, wanted: Callable[[tuple[str, ...]], bool]) -> Nearest | None:
        best = Nearest(NEAR_KM, ())
        for turn in (lon, lon + 360, lon - 360):
            lower = _box_km(lat, turn, self._arc_boxes)
            near = np.flatnonzero(lower < best.km)
            for arc in near[np.argsort(lower[near], kind="stable")]:
                if lower[arc] >= best.km:
                    break
                units = self._arc_owners[arc]
                if wanted(units):
                    km = path_km(lat, turn, self._arc(int(arc)))
                    best = Nearest(km, units) if km < best.km else best
        return best if best.units else None

    def _arc(self, arc: int) -> Floats:
        return self._points[self._arc_starts[arc] : self._arc_starts[arc + 1]]

    def _contains(self, polygon: int, lat: float, lon: float) -> bool:
        rings = range(int(self._polygon_rings[polygon]), int(self._polygon_rings[polygon + 1]))
        # Even–odd over outline and holes together: a point in a hole lies in both.
        return sum(in_ring(lat, lon, self._ring(r)) for r in rings) % 2 == 1

    def _ring(self, ring: int) -> Floats:
        refs = self._arc_refs[self._ring_arcs[ring] : self._ring_arcs[ring + 1]]
        points = np.concatenate([self._arc(int(r)) if r >= 0 else self._arc(int(~r))[::-1] for r in refs])
        return _over_date_line(points)

    def _all_rings(self) -> tuple[Floats, Ints, Ints]:
        """Give the points of all rings in a row, where each ring begins, and how many points it has."""
        arc = np.where(self._arc_refs >= 0, self._arc_refs, ~self._arc_refs)
        begin, length = self._arc_starts[arc], np.diff(self._arc_starts)[arc]
        along = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
        backward = np.repeat(self._arc_refs < 0, length)
        at = np.repeat(begin, length) + np.where(backward, np.repeat(length, length) - 1 - along, along)
        points = self._points[at]
        ends = np.append(0, np.cumsum(length))[self._ring_arcs]
        jumps = np.flatnonzero(np.abs(np.diff(points[:, 0])) > 180) + 1
        for ring in np.unique(np.searchsorted(ends, jumps, side="right") - 1):
            points[ends[ring] : ends[ring + 1]] = _over_date_line(points[ends[ring] : ends[ring + 1]])
        return points, ends[:-1], np.diff(ends)

    def _owners(self) -> list[tuple[str, ...]]:
        owners: list[set[str]] = [set() for _ in range(len(self._arc_starts) - 1)]
        for polygon, unit in enumerate(self._polygon_unit):
            first = self._ring_arcs[self._polygon_rings[polygon]]
            last = self._ring_arcs[self._polygon_rings[polygon + 1]]
            for ref in self._arc_refs[first:last]:
                owners[int(ref) if ref >= 0 else int(~ref)].add(self.units[unit])
        return [tuple(sorted(o)) for o in owners]

    def _outlines(self) -> Floats:
        # The first ring of a polygon is its outline; arcs on both sides of the date line need the ring itself.
        arcs = self._arc_boxes[np.where(self._arc_refs >= 0, self._arc_refs, ~self._arc_refs)]
        low = np.minimum.reduceat(arcs[:, :2], self._ring_arcs[:-1])[self._polygon_rings[:-1]]
        high = np.maximum.reduceat(arcs[:, 2:], self._ring_arcs[:-1])[self._polygon_rings[:-1]]
        boxes = np.hstack([low, high])
        for polygon in np.flatnonzero(high[:, 0] - low[:, 0] > 180):
            points = self._ring(int(self._polygon_rings[polygon]))
            boxes[polygon] = [*points.min(axis=0), *points.max(axis=0)]
        return boxes


def _turns(points: Floats, first: Ints, sizes: Ints) -> Floats:
    """Twice the signed area of each closed ring among the points of all: positive where it runs against the clock."""
    x, y = (points - np.repeat(points[first], sizes, axis=0)).T
    crossed = np.append(x[:-1] * y[1:] - x[1:] * y[:-1], 0.0)
    crossed[first + sizes - 1] = 0.0
    return np.asarray(np.add.reduceat(crossed, first), np.float64)


def _undelta(deltas: Ints, starts: Ints, transform: npt.NDArray[np.generic]) -> Floats:
    """Turn each arc's steps into degrees."""
    total = np.cumsum(deltas, axis=0)
    before = np.vstack([np.zeros((1, 2), np.int64), total])[starts[:-1]]
    steps = total - np.repeat(before, np.diff(starts), axis=0)
    scale = transform.astype(np.float64)
    points = np.asarray(steps * scale[:2] + scale[2:], np.float64)
    jumps = np.flatnonzero(np.abs(np.diff(points[:, 0])) > 180) + 1
    for arc in np.unique(np.searchsorted(starts, jumps, side="right") - 1):
        first, last = starts[arc], starts[arc + 1]
        points[first:last] = _over_date_line(points[first:last])
    return points


def _over_date_line(points: Floats) -> Floats:
    """Let longitudes run on where a path crosses the date line, which the map does not cut."""
    if not (np.abs(np.diff(points[:, 0])) > 180).any():
        return points
    return np.column_stack([np.unwrap(points[:, 0], period=360), points[:, 1]])


def _boxes(points: Floats, starts: Ints) -> Floats:
    """Bounding boxes (west, south, east, north) of all arcs."""
    return np.hstack([np.minimum.reduceat(points, starts[:-1]), np.maximum.reduceat(points, starts[:-1])])


def _box_km(lat: float, lon: float, boxes: Floats) -> Floats:
    """Lower bound of the distance to each box in kilometres, on the projection that ``path_km`` uses."""
    inside = (boxes[:, 0] <= lon) & (lon <= boxes[:, 2])
    west, east = (np.abs(local_km(lat, lon, boxes[:, i : i + 2])[:, 0]) for i in (0, 2))
    aside = np.where(inside, 0.0, np.minimum(west, east))
    low, high = (local_km(lat, lon, boxes[:, i : i + 2])[:, 1] for i in (0, 2))
    above = np.maximum(0.0, np.maximum(low, -high))
    return np.asarray(np.hypot(aside, above), np.float64)


@cache
def boundaries() -> Boundaries:
    """Load the map that comes with casus."""
    source = files("casus") / "data" / "boundaries" / "countries-10m.npz"
    with as_file(source) as path, np.load(path) as packed:
        return Boundaries({name: packed[name] for name in packed.files})
