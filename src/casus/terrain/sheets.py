"""One file of elevation: where it lies, what it is of, and how its heights are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from casus.records import ElevationSource
from casus.terrain.ground import Box

Grid = npt.NDArray[np.float32]

TILE_NAME = re.compile(r"(?<![A-Za-z])([NS])(\d{2})(?:_00)?_?([EW])(\d{3})", re.IGNORECASE)

GLO_30 = ElevationSource(
    name="Copernicus GLO-30", resolution_m=30.0, vertical="EGM2008", surface=True,
    attribution="© DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH 2014-2018, provided under COPERNICUS by the "
    "European Union and ESA; all rights reserved",
)  # fmt: skip
GLO_90 = ElevationSource(
    name="Copernicus GLO-90", resolution_m=90.0, vertical="EGM2008", surface=True, attribution=GLO_30.attribution
)
SRTM = ElevationSource(
    name="SRTM-form tile", resolution_m=30.0, vertical="EGM96", surface=True,
    attribution="elevation of the .hgt form, from SRTM where not said otherwise: NASA / USGS",
)  # fmt: skip
_COPERNICUS = {"10": GLO_30, "30": GLO_90}
_COPERNICUS_NAME = re.compile(r"Copernicus_DSM_(?:COG_)?(10|30)_", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818
    """A file of elevation cannot be read; says what is wrong and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


class Posts(NamedTuple):
    """Where the heights of a raster stand, in the units of its reference system: node (0, 0) and the steps."""

    x0: float
    y0: float
    dx: float
    dy: float


@dataclass(frozen=True, eq=False, slots=True)
class Raster:
    """Heights read from a file: nan where void."""

    heights: Grid
    posts: Posts
    crs: str | None
    """None for longitudes and latitudes, else as PROJ reads it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of elevation, as known from its name and header."""

    path: Path
    box: Box
    form: str
    """``hgt`` or ``tiff``."""
    source: ElevationSource


def corner_named(name: str) -> tuple[int, int] | None:
    """Read the south-western corner, latitude and longitude, that a file's name gives.

    >>> corner_named("Copernicus_DSM_COG_10_N39_00_E045_00_DEM.tif"), corner_named("s04w071.hgt.gz")
    ((39, 45), (-4, -71))
    """
    found = TILE_NAME.search(name)
    if not found:
        return None
    lat, lon = int(found[2]), int(found[4])
    return (-lat if found[1].upper() == "S" else lat), (-lon if found[3].upper() == "W" else lon)


def source_named(name: str) -> ElevationSource | None:
    """Know a source by the way it names its files; None where the name is nobody's in particular."""
    found = _COPERNICUS_NAME.search(name)
    return _COPERNICUS[found[1]] if found else None
