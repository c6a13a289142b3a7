"""Whose recognised ground many points are on a day, at once: the same files and map as for one point, over arrays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from casus.territory.boundaries import ACCURACY_KM, NOBODY, Boundaries
from casus.territory.coasts import CoastCells
from casus.territory.geometry import Floats
from casus.territory.grounds import ground_parts, holder_of, holding, successions
from casus.territory.lines import BoundaryCells
from casus.territory.on_map import RIVAL_KM, sea_km
from casus.territory.outline import Outline
from casus.territory.position_file import PositionFile

BAND_DEG = 0.05
CHUNK = 4096
TIE_DEG = 1e-9
NONE = ""
"""No sovereign is told: open sea, ground whose sovereign is not settled, or too near a line to say by the map."""

Codes = npt.NDArray[np.str_]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


class Bands:
    """All edges of the map by bands of latitude, with the unit that lies east of each."""

    def __init__(self, chart: Boundaries) -> None:
        self.units = chart.units
        starts, ends, east, reach = chart.sided_edges()
        low, high = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
        first, last = _band(low), _band(high)
        times = last - first + 1
        edge = np.repeat(np.arange(len(starts)), times)
        band = np.repeat(first, times) + (np.arange(len(edge)) - np.repeat(np.cumsum(times) - times, times))
        order = np.argsort(band, kind="stable")
        self._edge = edge[order]
        self._first = np.searchsorted(band[order], np.arange(_band(np.array([90.0]))[0] + 2))
        self._starts, self._ends, self._east, self._reach = starts, ends, east, reach

    def units_at(self, lat: Floats, lon: Floats) -> Ints:
        """Give the number of the unit each point lies in, -1 at sea."""
        found = np.full(len(lat), -1, np.int64)
        bands = _band(lat)
        order = np.argsort(bands, kind="stable")
        cuts = np.flatnonzero(np.diff(bands[order])) + 1
        for group in np.split(order, cuts):
            for at in range(0, len(group), CHUNK):
                part = group[at : at + CHUNK]
                found[part] = self._in_band(int(bands[part[0]]), lat[part], lon[part])
        return found

    def _in_band(self, band: int, lat: Floats, lon: Floats) -> Ints:
        """Find the nearest edge west of each point at its latitude: what lies east of that edge is there."""
        edges = self._edge[self._first[band] : self._first[band + 1]]
        if not len(edges):
            return np.full(len(lat), -1, np.int64)
        x0, y0 = self._starts[edges].T
        x1, y1 = self._ends[edges].T
        spans = (y0 <= lat[:, None]) != (y1 <= lat[:, None])
        rise = np.where(y1 == y0, 1.0, y1 - y0)
        x = x0 + (lat[:, None] - y0) * ((x1 - x0) / rise)
        # Of a shared edge, drawn by both neighbours, the one with ground east of it counts.
        x = np.where(spans & (x <= lon[:, None]), x + TIE_DEG * (self._east[edges] >= 0), -np.inf)
        nearest = x.argmax(axis=1)
        # Rings too small for the map's grid may run either way: none has ground beyond its own easternmost point.
        sees = np.isfinite(x[np.arange(len(lat)), nearest]) & (lon <= self._reach[edges[nearest]])
        return np.where(sees, self._east[edges[nearest]], -1)


def _band(lat: Floats) -> Ints:
    return np.floor((lat + 90.0) / BAND_DEG).astype(np.int64)


class Bulk:
    """The territory room for arrays of points."""

    def __init__(self, chart: Boundaries, files: Sequence[PositionFile]) -> None:
        self._chart = chart
        self._files = tuple(files)

    @cached_property
    def _bands(self) -> Bands:
        return Bands(self._chart)

    @cached_property
    def _coasts(self) -> CoastCells:
        return CoastCells(self._chart)

    @lru_cache(maxsize=4)  # noqa: B019 - one Bulk lives as long as its room
    def _lines(self, on: date) -> BoundaryCells:
        return BoundaryCells(self._chart, lambda unit: holder_of(unit, on))

    def recognised(self, lat: Floats, lon: Floats, on: date, *, sea: bool = False) -> Codes:
        """Give each point's recognised sovereign by code, in the territorial sea too if asked; empty where untold."""
        units = self._bands.units_at(lat, lon)
        told = np.array([self._of_unit(unit, on) for unit in self._bands.units] + [NONE], dtype="<U12")
        found = told[units]
        self._of_parts(found, units, lat, lon, on)
        near = self._lines(on).near(lat, lon, ACCURACY_KM)
        found[near & (units >= 0)] = NONE
        if sea:
            self._of_sea(found, np.flatnonzero(units < 0), lat, lon, on)
        self._of_files(found, lat, lon, on)
        return found

    def _of_sea(self, found: Codes, at_sea: Ints, lat: Floats, lon: Floats, on: date) -> None:
        """Answer for points off a coast, where no other coast is about as near and the sea's limit is not near."""
        sure_km = sea_km(on) - ACCURACY_KM
        for n, coasts in self._coasts.near(lat[at_sea], lon[at_sea], sure_km + RIVAL_KM):
            point = at_sea[n]
            km, unit = coasts[0]
            owner = holder_of(unit, on)
            rival = any(away - km <= RIVAL_KM and holder_of(other, on) != owner for away, other in coasts)
            if km <= sure_km and not rival:
                told = holding(unit, on, (float(lat[point]), float(lon[point])))
                found[point] = NONE if told.rough else told.recognised or NONE

    def _of_unit(self, unit: str, on: date) -> str:
        return NONE if unit == NOBODY else holding(unit, on).recognised or NONE

    def _of_parts(self, found: Codes, units: Ints, lat: Floats, lon: Floats, on: date) -> None:
        """Answer for parts of units with a history of their own, where that makes a difference on the day."""
        for (unit, part), ground in sorted(ground_parts().items(), key=lambda p: -p[1].outline.area_km2):
            if unit not in self._bands.units or not any(r.part == part and r.holds(on) for r in successions()[unit]):
                continue
            of_unit = units == self._bands.units.index(unit)
            for n in _boxed(ground.outline, lat, lon, ground.accuracy_km):
                if of_unit[n]:
                    told = holding(unit, on, (float(lat[n]), float(lon[n])))
                    found[n] = NONE if told.rough else told.recognised or NONE

    def _of_files(self, found: Codes, lat: Floats, lon: Floats, on: date) -> None:
        """Answer from the positions files, the smallest part last so that it stands."""
        parts = [
            (part.outline, file.recognised_in(part.id, on))
            for file in self._files
            for part in file.part
            if file.speaks(on)
        ]
        for outline, holder in sorted(parts, key=lambda p: -p[0].area_km2):
            found[_inside(outline, lat, lon)] = holder or NONE
        for file in self._files:
            for stretch in file.undemarcated:
                if file.speaks(on) and stretch.holds(file.day_for(on)[0]):
                    found[_inside(stretch.outline, lat, lon)] = stretch.in_the_main or NONE


def _boxed(outline: Outline, lat: Floats, lon: Floats, margin_km: float = 0.0) -> Ints:
    """Give the numbers of the points about an outline, and a margin."""
    if outline.box is None:
        return np.empty(0, np.int64)
    south, west, north, east = outline.box
    high, wide = margin_km / 110, margin_km / 110 / max(0.02, math.cos(math.radians(max(abs(south), abs(north)))))
    tall = np.flatnonzero((lat >= south - high) & (lat <= north + high))
    beside = lon[tall]
    near = (beside >= west - wide) & (beside <= east + wide)
    return tall[near | (beside + 360 <= east + wide) | (beside - 360 >= west - wide)]


def _inside(outline: Outline, lat: Floats, lon: Floats) -> Ints:
    """Give the numbers of the points within an outline."""
    near = _boxed(outline, lat, lon)
    return near[outline.holds_all(lat[near], lon[near])] if len(near) else near
