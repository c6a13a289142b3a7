"""How sure a verdict is: the same lines of sight over grounds redrawn within the elevation's error."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casus.terrain.ground import Ground, bilinear
from casus.terrain.looking import Look

Floats = npt.NDArray[np.float64]

SURE = 3.2
"""A verdict is sure where the redrawn clearances stand this many standard deviations from zero, on its side."""
FAR_OFF = 10.0
"""Clearances of more than ten times the error are not redrawn: no redraw has been seen to turn them."""
_THIN = 1000
"""Shares of the area are redrawn from so many of its cells."""


@dataclass(frozen=True, eq=False, slots=True)
class Ends:
    """Both ends of the lines of sight: nodes of the area (n, 2), points looked at (m, 2), heights over the ground."""

    cells: npt.NDArray[np.intp]
    points: Floats
    observer_height_m: float
    target_height_m: float

    def eyes(self, look: Look) -> Floats:
        """Give the eyes over a ground."""
        return look.eyes(self.cells, self.observer_height_m)

    def targets(self, look: Look) -> Floats:
        """Give the points looked at over a ground: row, column, height; nan where nothing is known."""
        last = np.array(look.heights.shape) - 1
        inside = ((self.points >= 0) & (self.points <= last)).all(axis=1)
        heights = bilinear(look.heights, np.clip(self.points, 0, last)) + self.target_height_m
        return np.column_stack([self.points, np.where(inside, heights, np.nan)])


@dataclass(frozen=True, eq=False, slots=True)
class Redrawn:
    """What redraws gave for each point: whether its verdict is marginal, its clearances, the area's shares."""

    marginal: npt.NDArray[np.bool_]
    low_m: Floats
    high_m: Floats
    shares: tuple[npt.NDArray[np.bool_], ...]
    """For each draw, from thinned cells: which cell sees which point, shape (points, cells); the true ground first."""


def best_clearances(look: Look, eyes: Floats, targets: Floats, among: npt.NDArray[np.intp] | None = None) -> Floats:
    """Give the best clearance that any eye has of each target, in metres; nan where no line of sight is known.

    A first look from few eyes gives a floor under which the others are passed over.
    """
    out = np.full(len(targets), np.nan)
    few = eyes[::37]
    for k in range(len(targets)) if among is None else among:
        floor = look.clearance(few, targets[k])
        best = look.clearance(eyes, targets[k]) if floor is None else look.clearance(eyes, targets[k], floor)
        found = floor if best is None else best
        out[k] = np.nan if found is None else found
    return out


def redraw(ground: Ground, look: Look, ends: Ends, clearances_m: Floats, *, error_m: float, draws: int) -> Redrawn:
    """Redraw the ground and hold each point's clearance against what it was.

    The error is taken as normal and independent from node to node, which is what moves lines of sight most. From few
    draws the mean and the spread of a clearance are taken, wide of the mark as few draws are; marginal is what may turn
    by them, and what turned in one.
    """
    unsure = np.flatnonzero(np.abs(clearances_m) <= FAR_OFF * error_m)
    thin = Ends(thinned(ends.cells, _THIN), ends.points, ends.observer_height_m, ends.target_height_m)
    shares = [_seen(look, thin)]
    drawn = np.full((draws, len(clearances_m)), np.nan)
    for n, again in enumerate(_grounds(ground, look, error_m, draws)):
        drawn[n] = best_clearances(again, ends.eyes(again), ends.targets(again), unsure)
        shares.append(_seen(again, thin))
    marginal, low, high = np.zeros(len(clearances_m), bool), clearances_m.copy(), clearances_m.copy()
    if draws and len(unsure):
        mean = drawn[:, unsure].mean(axis=0)
        spread = drawn[:, unsure].std(axis=0, ddof=1) if draws > 1 else np.full(len(unsure), error_m)
        side = np.where(clearances_m[unsure] < 0, -1.0, 1.0)
        marginal[unsure] = (mean * side < SURE * spread) | ((drawn[:, unsure] < 0) != (side < 0)).any(axis=0)
        low[unsure] = np.fmin(clearances_m[unsure], mean - 2 * spread)
        high[unsure] = np.fmax(clearances_m[unsure], mean + 2 * spread)
    return Redrawn(marginal, low, high, tuple(shares))


def _grounds(ground: Ground, look: Look, error_m: float, draws: int) -> Iterator[Look]:
    """Draw grounds, seeded by the heights themselves."""
    draw = np.random.default_rng(zlib.crc32(np.ascontiguousarray(ground.heights).data))
    for _ in range(draws):
        noisy = draw.standard_normal(ground.heights.shape, np.float32)
        noisy *= np.float32(error_m)
        noisy += ground.heights
        yield Look.at(noisy, look.bend, look.reach)


def thinned(cells: npt.NDArray[np.intp], most: int) -> npt.NDArray[np.intp]:
    """Take so many cells at most, evenly through their order."""
    thin: npt.NDArray[np.intp] = cells[np.linspace(0, len(cells) - 1, min(len(cells), most)).round().astype(int)]
    return thin


def _seen(look: Look, ends: Ends) -> npt.NDArray[np.bool_]:
    eyes = ends.eyes(look)
    return np.array([look.seen(eyes, target) == 1 for target in ends.targets(look)])
