"""Areas of ground: polygons or circles, and the nodes of the grid that lie in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.terrain.ground import Box, Ground, box_about
from casus.terrain.projection import LocalProjection

Floats = npt.NDArray[np.float64]
_CIRCLE_SIDES = 72
_MOST_CORNERS = 4000
"""Rings are tried for crossings of each side with each: beyond this many corners that is left out."""


@dataclass(frozen=True, eq=False, slots=True)
class Area:
    """A named area: closed rings of longitude and latitude; what lies in an odd number of them is in it."""

    name: str
    rings: tuple[Floats, ...]

    @classmethod
    def circle(cls, name: str, lat: float, lon: float, radius_km: float) -> Area:
        """Make a round area about a point."""
        turn = np.linspace(0, 2 * np.pi, _CIRCLE_SIDES + 1)
        metres = 1000 * radius_km * np.column_stack([np.sin(turn), np.cos(turn)])
        ring = LocalProjection(lat, lon).to_lonlat(metres)
        ring[-1] = ring[0]
        return cls(name, (ring,))

    @classmethod
    def of_rings(cls, name: str, rings: Sequence[Floats]) -> Area | Problem:
        """Make an area of rings; one that has no ground in it, or crosses itself, is a problem."""
        closed = tuple(r if len(r) and np.array_equal(r[0], r[-1]) else np.vstack([r, r[:1]]) for r in rings if len(r))
        for ring in closed:
            if len(np.unique(ring, axis=0)) < 3:
                return Problem(where=name, what="a polygon of fewer than three corners has no ground in it")
            if not np.isfinite(ring).all() or np.abs(ring[:, 1]).max() > 90 or np.abs(ring[:, 0]).max() > 180:
                return Problem(
                    where=name, what="a corner is no longitude and latitude",
                    hint="GeoJSON gives longitude first, in degrees on WGS 84",
                )  # fmt: skip
            at = first_crossing(ring)
            if at is not None:
                what = f"the polygon crosses itself near {at[1]:.4f},{at[0]:.4f}"
                return Problem(where=name, what=what, hint="draw its outline once round, without crossing it")
        return cls(name, closed) if closed else Problem(where=name, what="no polygon is in it")

    @property
    def corners(self) -> Floats:
        """All corners of all rings, as longitude and latitude."""
        return np.vstack(self.rings)

    def box(self, margin_km: float = 0.0) -> Box:
        """Give the box about it."""
        return box_about(self.corners, margin_km)

    def nodes(self, ground: Ground) -> npt.NDArray[np.intp]:
        """Give rows and columns of the nodes in it, shape (n, 2), north to south; at least that nearest its middle.

        Nodes beyond the grid's edge are given too: nothing is known of them.
        """
        rings = [ground.nodes(ring) for ring in self.rings]
        every = np.vstack(rings)
        low, high = np.floor(every.min(axis=0)).astype(int), np.ceil(every.max(axis=0)).astype(int)
        row, col = np.mgrid[low[0] : high[0] + 1, low[1] : high[1] + 1]
        inside = np.zeros(row.shape, bool)
        for ring in rings:
            inside ^= _in_ring(row[:, 0], col[0], ring)
        if not inside.any():
            middle: npt.NDArray[np.intp] = np.round((every.min(axis=0) + every.max(axis=0)) / 2).astype(np.intp)
            return middle[None]
        return np.column_stack([row[inside], col[inside]]).astype(np.intp)


def _in_ring(rows: npt.NDArray[np.intp], cols: npt.NDArray[np.intp], ring: Floats) -> npt.NDArray[np.bool_]:
    """Say of each node of a grid whether a ring goes round it: one row at a time, by where its sides cross the row."""
    out = np.zeros((len(rows), len(cols)), bool)
    (r0, c0), (r1, c1) = ring[:-1].T, ring[1:].T
    for k, row in enumerate(rows):
        hit = (r0 > row) != (r1 > row)
        at = c0[hit] + (row - r0[hit]) / (r1[hit] - r0[hit]) * (c1[hit] - c0[hit])
        out[k] = (at[None, :] > cols[:, None]).sum(axis=1) % 2 == 1
    return out


def first_crossing(ring: Floats) -> tuple[float, float] | None:
    """Give a point at which a closed ring crosses itself; None where it does not.

    >>> first_crossing(np.array([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]], float))
    (1.0, 1.0)
    >>> first_crossing(np.array([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]], float))
    """
    if len(ring) > _MOST_CORNERS:
        return None
    start, step = ring[:-1], np.diff(ring, axis=0)
    count = len(start)
    for i in range(count - 2):
        last = count - 1 if i == 0 else count
        p, d = start[i + 2 : last], step[i + 2 : last]
        cross = step[i, 0] * d[:, 1] - step[i, 1] * d[:, 0]
        off = p - start[i]
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (off[:, 0] * d[:, 1] - off[:, 1] * d[:, 0]) / cross
            u = (off[:, 0] * step[i, 1] - off[:, 1] * step[i, 0]) / cross
        hit = np.flatnonzero((cross != 0) & (t > 0) & (t < 1) & (u > 0) & (u < 1))
        if len(hit):
            lon, lat = start[i] + t[hit[0]] * step[i]
            return float(lon), float(lat)
    return None
