"""Elevation in GeoTIFF, cloud-optimised or not, in any reference system; needs the extra ``terrain``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from casus.errors import needs
from casus.records import ElevationSource
from casus.terrain.ground import Box
from casus.terrain.sheets import Posts, Raster, Sheet, Unreadable, source_named

Floats = npt.NDArray[np.float64]
MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_VERTICAL = (("EGM2008", r"EGM ?2008"), ("EGM96", r"EGM ?(?:19)?96"), ("ellipsoid", r"ellipsoid"))
_ABOUT = np.array([-2, 3])
"""So many posts more are read before and after a box."""
_VERTICAL_PART = re.compile(r"(?:VERT_CS|VERTCRS|VERT_DATUM|VDATUM)\s*\[.*", re.DOTALL)


def is_tiff(path: Path) -> bool:
    """Is the file named as one of this form?"""
    return path.suffix.lower() in {".tif", ".tiff"}


def look(path: Path) -> Sheet:
    """Read the header: where it lies, how fine it is, what its heights are counted from; raises Unreadable."""
    with path.open("rb") as file:
        if file.read(4) not in MAGIC:
            raise Unreadable("it is no TIFF, whatever its name says", "give an elevation raster")
    with _opened(path) as data:
        if data.crs is None:
            raise Unreadable(
                "it does not say which reference system it is in", "set one, as with gdal_edit.py -a_srs EPSG:…"
            )
        if data.count != 1:
            raise Unreadable(f"it has {data.count} bands; elevation has one", "give an elevation raster, not a picture")
        if data.transform.b or data.transform.d:
            raise Unreadable("its grid is turned against its reference system", "warp it upright, as with gdalwarp")
        from rasterio.warp import transform_bounds

        west, south, east, north = transform_bounds(data.crs, "EPSG:4326", *data.bounds)
        return Sheet(path, Box(west, south, east, north), "tiff", _source(path, data))


def _source(path: Path, data: Any) -> ElevationSource:
    known = source_named(path.name)
    if known is not None:
        return known
    part = _VERTICAL_PART.search(data.crs.to_wkt())
    vertical = next((name for name, words in _VERTICAL if part and re.search(words, part[0], re.IGNORECASE)), None)
    metres = abs(data.transform.a) * (111_320.0 if data.crs.is_geographic else data.crs.linear_units_factor[1])
    return ElevationSource(name=path.name, resolution_m=round(metres, 1), vertical=vertical)


def read(sheet: Sheet, box: Box) -> Raster:
    """Read what lies in a box, with two posts about it; raises Unreadable where the file is cut short."""
    with _opened(sheet.path) as data:
        from rasterio.warp import transform_bounds
        from rasterio.windows import Window

        west, south, east, north = transform_bounds("EPSG:4326", data.crs, box.west, box.south, box.east, box.north)
        grid = data.transform
        cols = np.clip(np.floor((np.array([west, east]) - grid.c) / grid.a) + _ABOUT, 0, data.width)
        rows = np.clip(np.floor((np.array([north, south]) - grid.f) / grid.e) + _ABOUT, 0, data.height)
        window = Window.from_slices((rows.min(), rows.max()), (cols.min(), cols.max()))
        heights = data.read(1, window=window, masked=True).astype(np.float32).filled(np.nan)
        heights = heights * np.float32(data.scales[0]) + np.float32(data.offsets[0])
        posts = Posts(grid.c + (cols.min() + 0.5) * grid.a, grid.f + (rows.min() + 0.5) * grid.e, grid.a, grid.e)
        plain = data.crs.is_geographic and data.crs.to_epsg() in {4326, 4979}
        return Raster(heights, posts, None if plain else data.crs.to_wkt())


def to_crs(crs: str, lonlat: Floats) -> Floats:
    """Turn longitudes and latitudes on WGS 84 into coordinates of another reference system."""
    with needs("terrain", "reading elevation in another reference system"):
        from rasterio.warp import transform
    x, y = transform("EPSG:4326", crs, lonlat[:, 0], lonlat[:, 1])[:2]
    return np.column_stack([x, y])


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with needs("terrain", "reading GeoTIFF"):
        import rasterio
        from rasterio.errors import RasterioError, RasterioIOError
    try:
        with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"), rasterio.open(path, driver="GTiff") as data:
            yield data
    except RasterioIOError as trouble:
        raise Unreadable("the TIFF is damaged or cut short", "fetch it again") from trouble
    except RasterioError as trouble:
        raise Unreadable(f"the TIFF cannot be read ({trouble})", "check it with gdalinfo") from trouble
