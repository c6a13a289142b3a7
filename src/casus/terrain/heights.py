"""How high the ground is: at the place itself, over the area, and over the massif about it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from casus.records import AreaHeights
from casus.terrain.areas import Area
from casus.terrain.ground import Ground

Floats = npt.NDArray[np.float64]
MASSIF_KM = 10.0
"""What stands within ten kilometres of the area's middle counts as its massif."""


def heights_about(ground: Ground, area: Area) -> tuple[AreaHeights, ...]:
    """Give the heights of the area's middle, of the area and of the massif about it, as far as they are known."""
    nodes = area.nodes(ground)
    middle = ground.nodes(area.corners[:, :2])
    centre = (middle.min(axis=0) + middle.max(axis=0)) / 2
    at_centre = ground.height_at(centre[None])
    rows, cols = ground.heights.shape
    reach = MASSIF_KM * 1000 / ground.cell_m
    row, col = np.ogrid[0:rows, 0:cols]
    massif = ground.heights[(row - centre[0]) ** 2 + (col - centre[1]) ** 2 <= reach * reach].astype(np.float64)
    wanted = np.pi * reach * reach
    parts = (
        _heights("middle", at_centre, 1),
        _heights("area", ground.height_at(nodes.astype(np.float64)), len(nodes)),
        _heights("massif", massif, max(len(massif), int(wanted))),
    )
    return tuple(p for p in parts if p is not None)


def heights(ground: Ground, area: Area, name: str | None = None) -> AreaHeights | None:
    """Give the lowest, median and highest ground of an area, in metres; None where nothing is known of it."""
    nodes = area.nodes(ground)
    return _heights(name or area.name, ground.height_at(nodes.astype(np.float64)), len(nodes))


def _heights(name: str, found: Floats, wanted: int) -> AreaHeights | None:
    known = found[np.isfinite(found)]
    if not len(known):
        return None
    return AreaHeights(
        name=name, lowest_m=round(float(known.min()), 1), median_m=round(float(np.median(known)), 1),
        highest_m=round(float(known.max()), 1), part_known=round(min(1.0, len(known) / wanted), 3),
    )  # fmt: skip
