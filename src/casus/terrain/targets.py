"""Named targets: points, and lines such as roads that are sampled along their length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from casus.terrain.ground import Ground

Floats = npt.NDArray[np.float64]
STEP_M = 100.0
"""Roads are looked at every hundred metres."""
MOST_SAMPLES = 400
"""A longer line is looked at in steps so wide that there are no more."""


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """What is looked at: one point, or the parts of a line, each of longitudes and latitudes, shape (n, 2)."""

    name: str
    parts: tuple[Floats, ...]

    @classmethod
    def point(cls, name: str, lat: float, lon: float) -> Target:
        """Make a target of a point."""
        return cls(name, (np.array([[lon, lat]], np.float64),))

    @property
    def is_line(self) -> bool:
        """Has it any length?"""
        return any(len(part) > 1 for part in self.parts)

    @property
    def corners(self) -> Floats:
        """All its points, as longitude and latitude."""
        return np.vstack(self.parts)

    def step_m(self, ground: Ground) -> float:
        """Give how far apart points along it are looked at, in metres."""
        return max(STEP_M, sum(_lengths(self.parts, ground)) / MOST_SAMPLES)

    def samples(self, ground: Ground, step_m: float | None = None) -> Floats:
        """Give rows and columns that stand for equal lengths of it, shape (n, 2); of a point, itself."""
        paths = [ground.nodes(part) for part in self.parts]
        if not self.is_line:
            return np.vstack(paths)
        step = step_m or self.step_m(ground)
        lengths = _lengths(self.parts, ground)
        return np.vstack([_along(p, n, step) for p, n in zip(paths, lengths, strict=True) if len(p) > 1])


def _lengths(parts: Sequence[Floats], ground: Ground) -> list[float]:
    """Measure paths, in metres."""
    return [float(np.hypot(*np.diff(ground.nodes(part), axis=0).T).sum()) * ground.cell_m for part in parts]


def _along(path: Floats, length_m: float, step_m: float) -> Floats:
    """Give points at the middle of equal pieces of a path, none longer than a step."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    pieces = max(1, int(np.ceil(length_m / step_m)))
    at = (np.arange(pieces) + 0.5) / pieces * gone[-1]
    return np.column_stack([np.interp(at, gone, path[:, 0]), np.interp(at, gone, path[:, 1])])


def merged(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Put together targets of one name, as the many pieces that a road is mapped in."""
    by_name: dict[str, list[Floats]] = {}
    for target in targets:
        by_name.setdefault(target.name, []).extend(target.parts)
    return tuple(Target(name, tuple(parts)) for name, parts in by_name.items())
