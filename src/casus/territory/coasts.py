"""Coasts as points of a fine grid, for telling at once whose territorial sea many points may lie in."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from casus.territory.boundaries import NOBODY, Boundaries
from casus.territory.geometry import Floats
from casus.territory.lines import CELL_DEG, KM_PER_DEG, ROW, Ints, cell_of, dense

SPACING_KM = 3.0
"""So far apart the points of a coast are; it makes a distance of 17 km wrong by 66 metres at most."""


class CoastCells:
    """The coasts of all states, as points sorted by cell, with the map unit of each."""

    def __init__(self, chart: Boundaries) -> None:
        self.units = chart.units
        pieces = [(chart.units.index(unit), dense(line, SPACING_KM)) for unit, line in chart.coasts() if unit != NOBODY]
        points = np.concatenate([line for _, line in pieces])
        unit = np.repeat([number for number, _ in pieces], [len(line) for _, line in pieces])
        points[:, 0] = (points[:, 0] + 180) % 360 - 180
        cells = cell_of(points[:, 1], points[:, 0])
        order = np.argsort(cells, kind="stable")
        self._points, self._unit, self._cells = points[order], unit[order], cells[order]

    def near(self, lat: Floats, lon: Floats, km: float) -> Iterator[tuple[int, list[tuple[float, str]]]]:
        """Give for each point with a coast so near its number, and the nearest distance to each unit, nearest first."""
        rows = np.floor((lat + 90) / CELL_DEG).astype(np.int64)
        reach = km / KM_PER_DEG / np.maximum(np.cos(np.radians(lat)), 0.02)
        steps = range(-math.ceil(km / KM_PER_DEG / CELL_DEG), math.ceil(km / KM_PER_DEG / CELL_DEG) + 1)
        first, last = (np.stack([self._side(rows + step, lon, reach * sign) for step in steps]) for sign in (-1, 1))
        for n in np.flatnonzero((last > first).any(axis=0)):
            which = np.concatenate([np.arange(a, b) for a, b in zip(first[:, n], last[:, n], strict=True)])
            north = (self._points[which, 1] - lat[n]) * KM_PER_DEG
            aside = (self._points[which, 0] - lon[n]) * KM_PER_DEG * math.cos(math.radians(lat[n]))
            away = np.hypot(north, aside)
            units = self._unit[which]
            found = sorted((float(away[units == unit].min()), self.units[unit]) for unit in np.unique(units))
            if found[0][0] <= km:
                yield int(n), found

    def _side(self, rows: Ints, lon: Floats, reach: Floats) -> Ints:
        """Give where the points of a row of cells end that are west of a longitude, by the side of the reach."""
        column = np.floor((lon + reach + 180) / CELL_DEG).astype(np.int64)
        side = "left" if reach[0] < 0 else "right"
        return np.searchsorted(self._cells, rows * ROW + column, side=side)  # type: ignore[call-overload,no-any-return]
