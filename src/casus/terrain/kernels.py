"""The compiled lines of sight: exact R3, early endings, blocks of ground skipped that lie wholly under the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np
import numpy.typing as npt

from casus.errors import needs
from casus.terrain.compiled_cache import cache_kept_in_user_folder

F = TypeVar("F", bound=Callable[..., object])
Grid = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Axes = tuple[int, int, int, int]
"""Strides of the flat heights along and across the line's longer axis, and the last index on each."""
Line = tuple[float, float, float, float, float, float, float, float, float]
"""Start along, across and up; rise along, across and up; bend of the earth; 1/rise along, 1/rise across."""

FINE, COARSE = 3, 6
"""Blocks are 2**3 and 2**6 nodes wide."""
MARGIN_M = 1e-3
"""A block is skipped only where the line clears it by a millimetre more than needed: rounding never decides."""

with needs("terrain", "working out lines of sight"):
    from numba import njit


def _compiled(function: F) -> F:
    with cache_kept_in_user_folder():
        try:
            return cast("F", njit(cache=True)(function))
        except RuntimeError:  # no folder can be written to: compiled anew in each run
            return cast("F", njit(function))


@_compiled
def block_max(heights: Grid, shift: int) -> Grid:
    """Give the greatest height of each block of 2**shift nodes, two nodes more included; infinite where one is void."""
    rows, cols = heights.shape
    out = np.empty((((rows - 1) >> shift) + 1, ((cols - 1) >> shift) + 1), np.float32)
    for block_row in range(out.shape[0]):
        for block_col in range(out.shape[1]):
            top = np.float32(-np.inf)
            for i in range(block_row << shift, min(((block_row + 1) << shift) + 2, rows)):
                for j in range(block_col << shift, min(((block_col + 1) << shift) + 2, cols)):
                    if heights[i, j] > top:
                        top = heights[i, j]
                    elif np.isnan(heights[i, j]):
                        top = np.float32(np.inf)
            out[block_row, block_col] = top
    return out


@_compiled
def _ground(flat: Grid, base: int, step: int, x: float, top: int) -> float:
    """Height between two neighbouring nodes; at a node, that node's alone."""
    j = min(max(int(np.floor(x)), 0), top)
    part = x - j
    here = np.float64(flat[base + j * step])
    if part <= 0.0 or j == top:
        return here
    return here + part * (np.float64(flat[base + (j + 1) * step]) - here)


@_compiled
def _height(line: Line, t: float) -> float:
    """Height of the line of sight at the part ``t`` of its way: the earth's bend takes it down in the middle."""
    return line[2] + t * line[5] - t * (1.0 - t) * line[6]


@_compiled
def _along(flat: Grid, axes: Axes, line: Line, i: int) -> float:
    """Clearance where the line crosses grid line ``i`` of its first axis."""
    t = (i - line[0]) * line[7]
    return _height(line, t) - _ground(flat, i * axes[0], axes[1], line[1] + t * line[4], axes[3])


@_compiled
def _clear(tops: Grid, along_rows: bool, axes: Axes, line: Line, strip: int, shift: int) -> float:
    """Give a clearance that the line has at least in a strip of blocks across its longer axis.

    The line's height is convex: over a part dt of its way it hangs at most bend·dt²/4 under its chord.
    """
    t0 = min(max(((strip << shift) - line[0]) * line[7], 0.0), 1.0)
    t1 = min(max((((strip + 1) << shift) - line[0]) * line[7], 0.0), 1.0)
    low = min(_height(line, t0), _height(line, t1)) - (t1 - t0) * (t1 - t0) * line[6] * 0.25 - MARGIN_M
    one = min(max(int(np.floor(line[1] + t0 * line[4])), 0), axes[3]) >> shift
    two = min(max(int(np.floor(line[1] + t1 * line[4])), 0), axes[3]) >> shift
    if along_rows:
        return low - np.float64(max(tops[strip, one], tops[strip, two]))
    return low - np.float64(max(tops[one, strip], tops[two, strip]))


@_compiled
def _in_strip(flat: Grid, axes: Axes, line: Line, strip: int, low: float) -> tuple[float, bool, int]:
    """Give the least clearance of ``low`` and the crossings in a strip of 2**FINE, and near which index it is."""
    void, at = False, -1
    start, end = line[0], line[0] + line[3]
    for i in range(max(strip << FINE, int(np.floor(start)) + 1), min((strip + 1) << FINE, int(np.ceil(end)))):
        gap = _along(flat, axes, line, i)
        if gap < low:
            low, at = gap, i
        elif np.isnan(gap):
            void = True
    t0 = min(max(((strip << FINE) - start) * line[7], 0.0), 1.0)
    t1 = min(max((((strip + 1) << FINE) - start) * line[7], 0.0), 1.0)
    one, two = line[1] + t0 * line[4], line[1] + t1 * line[4]
    side, other = line[1], line[1] + line[4]
    first = max(int(np.floor(min(one, two))), int(np.floor(min(side, other))) + 1)
    axes = (axes[1], axes[0], axes[3], axes[2])
    turned = (side, start, line[2], line[4], line[3], line[5], line[6], line[8], line[7])
    for j in range(first, min(int(np.ceil(max(one, two))) + 1, int(np.ceil(max(side, other))))):
        gap = _along(flat, axes, turned, j)
        if gap < low:
            low, at = gap, int(start + (j - side) * line[8] * line[3])
        elif np.isnan(gap):
            void = True
    return low, void, at


@_compiled
def _least(
    heights: Grid, fine: Grid, coarse: Grid, a: Floats, b: Floats, bend: float, stop: float, exact: bool, guess: int
) -> tuple[float, bool, int]:
    """Give the least clearance between two ends (row, column, height), whether a void was crossed, and where it is.

    Ends at the first strip with less than ``stop``. Where not ``exact``, what is above ``stop`` is passed over. The
    ends are put in one order first, so that exchanging them gives the same to the last bit. ``guess`` is where to look
    first.
    """
    flat, rows, cols = heights.ravel(), heights.shape[0], heights.shape[1]
    along_rows = abs(b[0] - a[0]) >= abs(b[1] - a[1])
    m, n = (0, 1) if along_rows else (1, 0)
    axes = (cols, 1, rows - 1, cols - 1) if along_rows else (1, cols, cols - 1, rows - 1)
    if a[m] > b[m]:
        a, b = b, a
    dm, dn = b[m] - a[m], b[n] - a[n]
    if dm <= 0.0:
        return np.inf, False, -1
    arc = bend * (dm * dm + dn * dn)
    line = (a[m], a[n], a[2], dm, dn, b[2] - a[2], arc, 1.0 / dm, 1.0 / dn if dn != 0.0 else 0.0)
    if a[m] < guess < b[m]:
        gap = _along(flat, axes, line, guess)
        if gap < stop:
            return gap, False, guess
    return _march(flat, fine, coarse, along_rows, axes, line, stop, exact)


@_compiled
def _march(
    flat: Grid, fine: Grid, coarse: Grid, along_rows: bool, axes: Axes, line: Line, stop: float, exact: bool
) -> tuple[float, bool, int]:
    """Go along the line strip by strip from its lower end, where ground is most often in the way."""
    first, last = int(np.floor(line[0])) >> FINE, (int(np.ceil(line[0] + line[3])) - 1) >> FINE
    up = line[5] >= 0.0
    low, void, at, k = np.inf, False, -1, 0
    wide = COARSE - FINE
    while k <= last - first:
        strip = first + k if up else last - k
        k += 1
        cap = low if exact else stop
        if fine.size and _clear(fine, along_rows, axes, line, strip, FINE) > cap:
            edge = 0 if up else (1 << wide) - 1
            if (
                strip & ((1 << wide) - 1) == edge
                and _clear(coarse, along_rows, axes, line, strip >> wide, COARSE) > cap
            ):
                k += (1 << wide) - 1
            continue
        lower, hole, here = _in_strip(flat, axes, line, strip, low)
        void = void or hole
        if lower < low:
            low, at = lower, here
            if low < stop:
                break
    return low, void, at


@_compiled
def pairs(
    heights: Grid, fine: Grid, coarse: Grid, cells: Floats, target: Floats, bend: float, reach: float, out: Codes,
    guess: int,
) -> int:  # fmt: skip
    """Say of each cell (row, column, eye height) whether it sees the target: 0 hidden, 1 seen, 2 unknown.

    ``reach`` is the greatest range in cells; what is farther off counts as not seen. ``guess`` is where to look first,
    and the next guess is given back. Without blocks (empty arrays) nothing is passed over.
    """
    for n in range(cells.shape[0]):
        row, col = cells[n, 0] - target[0], cells[n, 1] - target[1]
        if row * row + col * col > reach * reach:
            out[n] = 0
        elif np.isnan(cells[n, 2]) or np.isnan(target[2]):
            out[n] = 2
        else:
            low, void, at = _least(heights, fine, coarse, cells[n], target, bend, 0.0, False, guess)
            out[n] = 0 if low < 0.0 else (2 if void else 1)
            if low < 0.0:
                guess = at
    return guess


@_compiled
def best(
    heights: Grid, fine: Grid, coarse: Grid, cells: Floats, target: Floats, bend: float, reach: float, floor: float
) -> float:
    """Give the greatest least clearance that any cell has of the target, if it is over ``floor``.

    Lines over a void, and those with no ground between their ends, are passed by.
    """
    top, guess = floor, -1
    for n in range(cells.shape[0]):
        row, col = cells[n, 0] - target[0], cells[n, 1] - target[1]
        if row * row + col * col > reach * reach or np.isnan(cells[n, 2]) or np.isnan(target[2]):
            continue
        low, void, at = _least(heights, fine, coarse, cells[n], target, bend, top, True, guess)
        if top < low < np.inf and not void:
            top = low
        elif at >= 0:
            guess = at
    return top
