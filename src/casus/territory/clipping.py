"""Cutting rings and lines down to a box, so that a map of a small piece of ground holds no whole continent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from casus.territory.geometry import Floats

Flags = npt.NDArray[np.bool_]

Box = tuple[float, float, float, float]
"""South, west, north, east, degrees."""


def clip_ring(ring: Floats, box: Box) -> Floats:
    """Give the part of a closed ring within a box (Sutherland and Hodgman 1974), closed; empty where none is.

    >>> square = np.array([[0.0, 0], [4, 0], [4, 4], [0, 4], [0, 0]])
    >>> clip_ring(square, (1, 1, 2, 9)).tolist()
    [[4.0, 1.0], [4.0, 2.0], [1.0, 2.0], [1.0, 1.0], [4.0, 1.0]]
    """
    south, west, north, east = box
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = _half(ring, axis, bound, sign)
        if len(ring) < 3:
            return np.empty((0, 2))
    return ring


def _half(ring: Floats, axis: int, bound: float, sign: int) -> Floats:
    inside = (ring[:, axis] - bound) * sign >= 0
    if inside.all():
        return ring
    out: list[Floats] = []
    for n in range(len(ring) - 1):
        if inside[n]:
            out.append(ring[n])
        if inside[n] != inside[n + 1]:
            a, b = ring[n], ring[n + 1]
            out.append(a + (b - a) * ((bound - a[axis]) / (b[axis] - a[axis])))
    return np.array([*out, out[0]]) if out else np.empty((0, 2))


def runs_in(line: Floats, box: Box, wanted: Callable[[Floats], Flags] | None = None) -> Iterator[tuple[bool, Floats]]:
    """Give the pieces of a line in a box, with one point beyond on each side; ``wanted`` marks points and parts them.

    >>> [(flag, len(run)) for flag, run in runs_in(np.array([[0.0, 0], [1, 0], [2, 0], [9, 0]]), (-1, -1, 1, 3))]
    [(False, 4)]
    """
    south, west, north, east = box
    x, y = line[:, 0], line[:, 1]
    near = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    steps = near[:-1] | near[1:]
    middles = (line[:-1] + line[1:]) / 2
    marks = wanted(middles) if wanted else np.zeros(len(steps), np.bool_)
    n = 0
    while n < len(steps):
        if not steps[n]:
            n += 1
            continue
        end = n
        while end < len(steps) and steps[end] and marks[end] == marks[n]:
            end += 1
        yield bool(marks[n]), line[n : end + 1]
        n = end
