"""A ground made ready for looking: its blocks, its bend, and lines of sight from many cells to a point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casus.terrain.crossings import REFRACTION, UNKNOWN, bend_per_cell
from casus.terrain.ground import Ground

Grid = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
NO_LINE_M = -1e9


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """Heights with the greatest height of each block, and how far and how bent the lines of sight are."""

    heights: Grid
    fine: Grid
    coarse: Grid
    bend: float
    reach: float

    @classmethod
    def over(cls, ground: Ground, *, refraction: float = REFRACTION, max_range_m: float | None = None) -> Look:
        """Make a ground ready; compiles or loads the kernels on first use."""
        reach = np.inf if max_range_m is None else max_range_m / ground.cell_m
        return cls.at(ground.heights, bend_per_cell(ground.cell_m, refraction), reach)

    @classmethod
    def at(cls, heights: Grid, bend: float, reach: float) -> Look:
        """Make heights ready."""
        from casus.terrain import kernels

        fine, coarse = kernels.block_max(heights, kernels.FINE), kernels.block_max(heights, kernels.COARSE)
        return cls(heights, fine, coarse, bend, reach)

    def seen(self, cells: Floats, target: Floats) -> Codes:
        """Say of each cell (row, column, eye height) whether it sees a target: HIDDEN, SEEN or UNKNOWN."""
        from casus.terrain import kernels

        out = np.full(len(cells), UNKNOWN, np.uint8)
        if self.holds(target):
            kernels.pairs(self.heights, self.fine, self.coarse, cells, target, self.bend, self.reach, out, -1)
        return out

    def clearance(self, cells: Floats, target: Floats, floor: float = NO_LINE_M) -> float | None:
        """Give the least clearance of the best line of sight that any cell has of a target, in metres."""
        from casus.terrain import kernels

        if not self.holds(target):
            return None
        best = kernels.best(self.heights, self.fine, self.coarse, cells, target, self.bend, self.reach, floor)
        return best if best > floor else None

    def view(self, eye: Floats, target_height_m: float) -> Codes:
        """Say of every node whether it is seen from an eye (row, column, height)."""
        from casus.terrain import kernels

        out = np.full(self.heights.shape, UNKNOWN, np.uint8)
        if not self.holds(eye):
            return out
        cols, guess = np.arange(self.heights.shape[1], dtype=np.float64), -1
        for row, heights in enumerate(self.heights):
            nodes = np.column_stack([np.full(len(cols), float(row)), cols, heights + np.float64(target_height_m)])
            guess = kernels.pairs(
                self.heights, self.fine, self.coarse, nodes, eye, self.bend, self.reach, out[row], guess
            )
        return out

    def holds(self, end: Floats) -> bool:
        """Is an end on the grid, and its height known?"""
        rows, cols = self.heights.shape
        return bool(0 <= end[0] <= rows - 1 and 0 <= end[1] <= cols - 1 and np.isfinite(end[2]))

    def eyes(self, nodes: npt.NDArray[np.intp], height_m: float) -> Floats:
        """Give rows, columns and eye heights of the nodes of an area that the grid has and whose height is known."""
        rows, cols = self.heights.shape
        inside = ((nodes >= 0) & (nodes < (rows, cols))).all(axis=1)
        row, col = nodes[inside].T
        eyes = np.column_stack([row, col, self.heights[row, col].astype(np.float64) + height_m])
        known: Floats = eyes[np.isfinite(eyes[:, 2])]
        return known
