"""The ground about an area: heights on a square metric grid, and what of it is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.records import ElevationSource
from casus.terrain.projection import LocalProjection

Grid = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of longitudes and latitudes, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def tiles(self) -> tuple[str, ...]:
        """Name the one-degree tiles it lies on, by their south-western corners.

        >>> Box(45.9, 39.4, 46.3, 39.7).tiles()
        ('N39E045', 'N39E046')
        """
        lats = range(int(np.floor(self.south)), int(np.ceil(self.north)))
        lons = range(int(np.floor(self.west)), int(np.ceil(self.east)))
        return tuple(tile_name(lat, lon) for lat in lats for lon in lons)

    def touches(self, other: Box) -> bool:
        """Have the two boxes any ground in common?"""
        over = self.west < other.east and other.west < self.east
        return over and self.south < other.north and other.south < self.north


def tile_name(lat: int, lon: int) -> str:
    """Name a one-degree tile by its south-western corner, as SRTM does.

    >>> tile_name(39, 45), tile_name(-4, -71)
    ('N39E045', 'S04W071')
    """
    lon = (lon + 180) % 360 - 180
    return f"{'N' if lat >= 0 else 'S'}{abs(lat):02d}{'E' if lon >= 0 else 'W'}{abs(lon):03d}"


def box_about(lonlat: Floats, margin_km: float = 0.0) -> Box:
    """Give the box about some points, with a margin; points to both sides of the date line are not put together."""
    (west, south), (east, north) = lonlat.min(axis=0), lonlat.max(axis=0)
    up = margin_km / 110.5
    side = up / max(0.05, float(np.cos(np.radians(max(abs(south), abs(north))))))
    return Box(float(west - side), float(max(south - up, -90)), float(east + side), float(min(north + up, 90)))


class Elevation(Protocol):
    """What this room needs of elevation data: the ground of a box, or why there is none."""

    def ground(self, box: Box, *, cell_m: float | None = None) -> tuple[Ground | None, tuple[Problem, ...]]:
        """Give the heights of a box."""


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """Heights in metres on nodes ``cell_m`` apart, row 0 in the north; nan where none is known."""

    heights: Grid
    cell_m: float
    projection: LocalProjection
    west_m: float
    north_m: float
    """Where node (0, 0) is, in metres east and north of the projection's point."""
    sources: tuple[ElevationSource, ...] = ()
    missing: tuple[str, ...] = ()
    """One-degree tiles that the box needs and no file has."""

    @classmethod
    def of(cls, heights: Grid, *, lat: float, lon: float, cell_m: float = 30.0) -> Ground:
        """Set heights down with their middle at a point."""
        rows, cols = heights.shape
        west_m, north_m = -(cols - 1) / 2 * cell_m, (rows - 1) / 2 * cell_m
        return cls(np.ascontiguousarray(heights, np.float32), cell_m, LocalProjection(lat, lon), west_m, north_m)

    def ground(self, box: Box, *, cell_m: float | None = None) -> tuple[Ground | None, tuple[Problem, ...]]:  # noqa: ARG002
        """Give itself: what lies outside is unknown."""
        return self, ()

    def nodes(self, lonlat: Floats) -> Floats:
        """Turn longitudes and latitudes into rows and columns, which may lie outside."""
        metres = self.projection.to_metres(lonlat)
        return np.column_stack([self.north_m - metres[:, 1], metres[:, 0] - self.west_m]) / self.cell_m

    def lonlat(self, nodes: Floats) -> Floats:
        """Turn rows and columns into longitudes and latitudes."""
        return self.projection.to_lonlat(
            np.column_stack([nodes[:, 1] * self.cell_m + self.west_m, self.north_m - nodes[:, 0] * self.cell_m])
        )

    def height_at(self, nodes: Floats) -> Floats:
        """Interpolate heights in metres between four nodes; nan outside and at a void."""
        rows, cols = self.heights.shape
        inside = np.all((nodes >= 0) & (nodes <= (rows - 1, cols - 1)), axis=1)
        at = np.where(inside[:, None], nodes, 0)
        return np.where(inside, bilinear(self.heights, at), np.nan)


def bilinear(grid: Grid, at: Floats) -> Floats:
    """Interpolate a grid at rows and columns within it; a node that weighs nothing does not count, void or not.

    >>> bilinear(np.array([[0, 10], [20, np.nan]], np.float32), np.array([[0.0, 0.5], [0.5, 0.0], [0.5, 0.5]])).tolist()
    [5.0, 10.0, nan]
    """
    top, left = np.floor(at).astype(np.intp).T
    down, right = np.minimum(top + 1, grid.shape[0] - 1), np.minimum(left + 1, grid.shape[1] - 1)
    south, east = at[:, 0] - top, at[:, 1] - left
    total = np.zeros(len(at))
    for row, col, weight in (
        (top, left, (1 - south) * (1 - east)), (top, right, (1 - south) * east),
        (down, left, south * (1 - east)), (down, right, south * east),
    ):  # fmt: skip
        total += np.where(weight > 0, weight * grid[row, col], 0)
    return total
