"""Outlines that files give: polygons, circles and lines with a margin, as one test for points."""

from __future__ import annotations

import math
from functools import cached_property

import numpy as np
import numpy.typing as npt

from casus.records.base import Record
from casus.territory.geometry import Floats, closed_ring, great_circle_km, in_ring, in_ring_all, path_km, ring_area_km2

LatLon = tuple[float, float]
Circle = tuple[float, float, float]
"""Latitude, longitude, radius in kilometres."""


class Outline(Record, frozen=True, kw_only=True, dict=True):
    """Ground within a polygon, within any of some circles, or within a margin of a line; ``[latitude, longitude]``.

    >>> strip = Outline(line=((39.0, 46.0), (40.0, 46.0)), margin_km=5)
    >>> strip.holds(39.5, 46.05), strip.holds(39.5, 46.1), Outline(circles=((39.6, 46.2, 3),)).holds(39.61, 46.2)
    (True, False, True)
    """

    polygon: tuple[LatLon, ...] = ()
    circles: tuple[Circle, ...] = ()
    line: tuple[LatLon, ...] = ()
    margin_km: float = 0.0

    @cached_property
    def _ring(self) -> Floats:
        return closed_ring(self.polygon)

    @cached_property
    def _path(self) -> Floats:
        return closed_ring(self.line)[: len(self.line)]

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether the point is within; a polygon over the date line runs on beyond 180 degrees west."""
        if not self._near(lat, lon):
            return False
        if self.polygon and (in_ring(lat, lon, self._ring) or in_ring(lat, lon - 360, self._ring)):
            return True
        if any(great_circle_km(lat, lon, c_lat, c_lon) <= radius for c_lat, c_lon, radius in self.circles):
            return True
        return bool(self.line) and path_km(lat, lon, self._path) <= self.margin_km

    def _near(self, lat: float, lon: float) -> bool:
        """Tell whether the point is in the box around all of it: what most outlines are told apart by, at once."""
        if self.box is None:
            return False
        south, west, north, east = self.box
        return south <= lat <= north and any(west <= turn <= east for turn in (lon, lon - 360, lon + 360))

    def holds_all(self, lat: Floats, lon: Floats) -> npt.NDArray[np.bool_]:
        """Tell of many points which are within, as ``holds`` does of one."""
        found = np.zeros(len(lat), np.bool_)
        if self.polygon:
            found = in_ring_all(lat, lon, self._ring) | in_ring_all(lat, lon - 360, self._ring)
        for n in np.flatnonzero(~found) if self.circles or self.line else ():
            found[n] = self.holds(float(lat[n]), float(lon[n]))
        return found

    @cached_property
    def box(self) -> tuple[float, float, float, float] | None:
        """Give south, west, north, east of all of it, roughly; None where nothing is given."""
        spots = [(lat, lon, 0.0) for lat, lon in self.polygon]
        spots += [*self.circles, *((lat, lon, self.margin_km) for lat, lon in self.line)]
        if not spots:
            return None
        around = [(lat, lon, km / 110.0, _wide(lat, km / 110.0)) for lat, lon, km in spots]
        return (
            min(lat - up for lat, _, up, _ in around),
            min(lon - wide for _, lon, _, wide in around),
            max(lat + up for lat, _, up, _ in around),
            max(lon + wide for _, lon, _, wide in around),
        )

    def edge_km(self, lat: float, lon: float) -> float:
        """Distance to the nearest edge of the polygon or the circles, from within or without; infinite for none."""
        edges = [abs(great_circle_km(lat, lon, c_lat, c_lon) - radius) for c_lat, c_lon, radius in self.circles]
        if self.polygon:
            edges.extend(path_km(lat, turn, self._ring) for turn in (lon, lon - 360))
        return min(edges, default=math.inf)

    @cached_property
    def area_km2(self) -> float:
        """Area, overlaps counted twice; infinite where nothing is given, so that it is the largest."""
        total = sum(math.pi * radius**2 for _, _, radius in self.circles)
        total += ring_area_km2(self._ring) if self.polygon else 0.0
        return total or math.inf


def _wide(lat: float, up: float) -> float:
    """Give how many degrees of longitude some degrees of latitude are, where the meridians are nearest."""
    return up / max(0.02, math.cos(math.radians(min(abs(lat) + up, 90.0))))
