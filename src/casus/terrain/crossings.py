"""Lines of sight in plain NumPy, every crossing of the grid worked out: the measure of the compiled ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Grid = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
End = tuple[float, float, float]
"""Row, column and height in metres of one end of a line of sight; rows and columns may lie between the nodes."""

HIDDEN, SEEN, UNKNOWN = 0, 1, 2
EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth (IUGG)."""
REFRACTION = 1 / 7
"""By how much of the earth's curvature light is bent down, as surveyors and GDAL take it."""


@dataclass(frozen=True, eq=False, slots=True)
class Crossings:
    """Where a line of sight crosses the grid, in order from its first end: parts of the way, and heights in metres."""

    part: Floats
    line_m: Floats
    ground_m: Floats

    @property
    def clearance_m(self) -> Floats:
        """Height of the line over the ground at each crossing; nan over a void."""
        return self.line_m - self.ground_m

    @property
    def least_m(self) -> float:
        """The least clearance that is known; infinite where nothing is crossed."""
        return float(np.nanmin(self.clearance_m, initial=np.inf))

    @property
    def verdict(self) -> int:
        """Give HIDDEN where known ground stands above the line, else UNKNOWN where a void is crossed, else SEEN."""
        if self.least_m < 0:
            return HIDDEN
        return UNKNOWN if bool(np.isnan(self.ground_m).any()) else SEEN


def bend_per_cell(cell_m: float, refraction: float = REFRACTION) -> float:
    """Give the earth's bend over one cell squared, in metres, less what refraction takes off.

    A line of d cells hangs at its middle by a quarter of ``bend · d²`` under the straight one.

    >>> round(bend_per_cell(1.0) * 20_000**2, 1), round(bend_per_cell(1.0) * 40_000**2)
    (26.9, 108)
    """
    return (1 - refraction) * cell_m * cell_m / (2 * EARTH_RADIUS_M)


def crossings(heights: Grid, a: End, b: End, bend: float) -> Crossings:
    """Find every crossing of the line from ``a`` to ``b`` with a row or a column of the grid, its ends left out.

    Heights between two nodes are interpolated along the grid line that joins them: R3 of Franklin and Ray,
    "Higher isn't necessarily better: visibility algorithms and experiments" (1994). The ends are put in one order
    first, the lower index on the longer axis, so that exchanging them changes nothing.
    """
    along = 0 if abs(b[0] - a[0]) >= abs(b[1] - a[1]) else 1
    swapped = a[along] > b[along]
    if swapped:
        a, b = b, a
    grid = heights if along == 0 else heights.T
    (m, n), (dm, dn), dz = (a[along], a[1 - along]), (b[along] - a[along], b[1 - along] - a[1 - along]), b[2] - a[2]
    if dm <= 0:
        return Crossings(np.empty(0), np.empty(0), np.empty(0))
    i = np.arange(np.floor(m) + 1, np.ceil(b[along]))
    t_along = (i - m) * (1 / dm)
    on_rows = _between(grid, i.astype(np.intp), n + t_along * dn)
    j = np.arange(np.floor(min(n, n + dn)) + 1, np.ceil(max(n, n + dn))) if dn else np.empty(0)
    t_across = (j - n) * (1 / dn) if dn else np.empty(0)
    on_cols = _between(grid.T, j.astype(np.intp), m + t_across * dm)
    t, ground = np.concatenate([t_along, t_across]), np.concatenate([on_rows, on_cols])
    line = a[2] + t * dz - t * (1 - t) * (bend * (dm * dm + dn * dn))
    order = np.argsort(t, kind="stable")
    t, line, ground = t[order], line[order], ground[order]
    return Crossings(1 - t[::-1], line[::-1], ground[::-1]) if swapped else Crossings(t, line, ground)


def _between(grid: Grid, at: npt.NDArray[np.intp], x: Floats) -> Floats:
    """Interpolate along rows ``at`` of the grid at positions ``x``; at a node its height alone counts."""
    top = grid.shape[1] - 1
    j = np.clip(np.floor(x).astype(np.intp), 0, top)
    part = x - j
    here = grid[at, j].astype(np.float64)
    there = grid[at, np.minimum(j + 1, top)].astype(np.float64)
    alone = (part <= 0) | (j == top)
    return np.where(alone, here, here + np.where(alone, 0, part) * (there - here))


def least_clearance(heights: Grid, a: End, b: End, bend: float) -> float:
    """Give the least known clearance between two ends, in metres."""
    return crossings(heights, a, b, bend).least_m


def pair(heights: Grid, a: End, b: End, bend: float, reach: float = np.inf) -> int:
    """Say of one pair of ends what ``kernels.pairs`` says of many."""
    row, col = a[0] - b[0], a[1] - b[1]
    if row * row + col * col > reach * reach:
        return HIDDEN
    return UNKNOWN if np.isnan(a[2]) or np.isnan(b[2]) else crossings(heights, a, b, bend).verdict
