"""Boundaries as points of a fine grid, for telling at once which of many points are near one."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from casus.territory.boundaries import Boundaries
from casus.territory.geometry import EARTH_RADIUS_KM, Floats

SPACING_KM = 1.0
"""So far apart the points of a line are; it makes a distance of 5 km wrong by 25 metres at most."""
CELL_DEG = 0.1
ROW = 4000
"""More cells than there are in a row of the grid."""
KM_PER_DEG = math.pi * EARTH_RADIUS_KM / 180

Ints = npt.NDArray[np.int64]


class BoundaryCells:
    """All lines between ground of different owners, as points sorted by cell."""

    def __init__(self, chart: Boundaries, owner: Callable[[str], str]) -> None:
        pieces = [dense(line) for line in chart.dividing(owner)]
        points = np.concatenate(pieces) if pieces else np.empty((0, 2))
        points[:, 0] = (points[:, 0] + 180) % 360 - 180
        cells = cell_of(points[:, 1], points[:, 0])
        order = np.argsort(cells, kind="stable")
        self._points = points[order]
        self._cells = cells[order]
        self._marked = np.unique(cells)

    def near(self, lat: Floats, lon: Floats, km: float) -> npt.NDArray[np.bool_]:
        """Tell which points are within a distance of a line, 10 km at most."""
        found = np.zeros(len(lat), np.bool_)
        rows = np.floor((lat + 90) / CELL_DEG).astype(np.int64)
        reach = km / KM_PER_DEG / np.maximum(np.cos(np.radians(lat)), 0.02)
        for step in (-1, 0, 1):
            west = (rows + step) * ROW + np.floor((lon - reach + 180) / CELL_DEG).astype(np.int64)
            east = (rows + step) * ROW + np.floor((lon + reach + 180) / CELL_DEG).astype(np.int64)
            first = np.searchsorted(self._cells, west, side="left")
            last = np.searchsorted(self._cells, east, side="right")
            for n in np.flatnonzero((last > first) & ~found):
                line = self._points[first[n] : last[n]]
                north = (line[:, 1] - lat[n]) * KM_PER_DEG
                aside = (line[:, 0] - lon[n]) * KM_PER_DEG * math.cos(math.radians(lat[n]))
                found[n] = bool((north * north + aside * aside).min() <= km * km)
        return found


def cell_of(lat: Floats, lon: Floats) -> Ints:
    """Give the number of each point's cell."""
    row = np.floor((lat + 90) / CELL_DEG).astype(np.int64)
    return row * ROW + np.floor((lon + 180) / CELL_DEG).astype(np.int64)


def dense(line: Floats, spacing_km: float = SPACING_KM) -> Floats:
    """Give a line's points and enough between them."""
    step = np.diff(line, axis=0)
    scale = np.cos(np.radians(line[:-1, 1]))
    length = np.hypot(step[:, 0] * scale, step[:, 1]) * KM_PER_DEG
    count = np.maximum(1, np.ceil(length / spacing_km)).astype(np.int64)
    which = np.repeat(np.arange(len(count)), count)
    along = (np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)) / np.repeat(count, count)
    return np.vstack([line[:-1][which] + step[which] * along[:, None], line[-1:]])
