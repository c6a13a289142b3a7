"""Elevation and extracts in the forms that sources give them, generated for tests."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from tests.terrain.fractals import Grid, fractal


def tile_heights(side: int, *, seed: int = 3, ridge: bool = True) -> Grid:
    """Make the heights of one degree: a highland, with a massif in its middle."""
    row, col = np.mgrid[0:side, 0:side] / (side - 1)
    massif = 1500 * np.exp(-(((row - 0.4) / 0.03) ** 2 + ((col - 0.24) / 0.03) ** 2)) if ridge else 0.0
    return (1500 + massif + fractal(side, side, seed=seed, relief_m=300)).astype(np.float32)


def write_hgt(folder: Path, name: str, heights: Grid, packed: str = "") -> Path:
    """Write a tile as ``.hgt``, or as that with ``.gz`` or ``.zip``."""
    data = np.round(np.nan_to_num(heights, nan=-32768)).astype(">i2").tobytes()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.hgt{packed}"
    if packed == ".gz":
        path.write_bytes(gzip.compress(data, 1, mtime=0))
    elif packed == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box:
            box.writestr(f"{name}.hgt", data)
    else:
        path.write_bytes(data)
    return path


def write_tiff(
    path: Path, heights: Grid, west: float, north: float, step: float, *, crs: str | None = "EPSG:4326",
    **options: Any,
) -> Path:  # fmt: skip
    """Write a GeoTIFF whose first post's outer corner is at (west, north)."""
    import rasterio
    from rasterio.transform import Affine

    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "nodata": -9999.0, **options}
    transform = Affine(step, 0, west, 0, -step, north)
    rows, cols = heights.shape
    with rasterio.open(path, "w", width=cols, height=rows, crs=crs, transform=transform, **profile) as out:
        out.write(np.nan_to_num(heights, nan=-9999.0).astype(np.float32), 1)
    return path


def copernicus_tile(folder: Path, lat: int, lon: int, heights: Grid) -> Path:
    """Write a tile as Copernicus GLO-30 does: tiled, deflated with a predictor, posts on the degree's north-west."""
    name = f"Copernicus_DSM_COG_10_N{lat:02d}_00_E{lon:03d}_00_DEM.tif"
    step = 1 / heights.shape[0]
    options: dict[str, Any] = {
        "tiled": True,
        "blockxsize": 256,
        "blockysize": 256,
        "compress": "deflate",
        "predictor": 3,
    }
    return write_tiff(folder / name, heights, lon - step / 2, lat + 1 + step / 2, step, **options)


def osm_extract(path: Path, road: list[tuple[float, float]], ref: str = "M-2") -> Path:
    """Write an extract of OpenStreetMap with one trunk road in two pieces, an airfield and a field track."""
    nodes = "".join(f'<node id="{n}" lat="{lat}" lon="{lon}"/>' for n, (lat, lon) in enumerate(road, 1))
    half = len(road) // 2
    ways = "".join(
        f'<way id="{w}">{"".join(f"""<nd ref="{n}"/>""" for n in refs)}'
        f'<tag k="highway" v="trunk"/><tag k="ref" v="{ref}"/><tag k="name" v="Trunk road"/></way>'
        for w, refs in ((1, range(1, half + 2)), (2, range(half + 1, len(road) + 1)))
    )
    track = '<way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="track"/><tag k="name" v="Field track"/></way>'
    field = '<node id="900" lat="39.55" lon="46.0"><tag k="aeroway" v="aerodrome"/><tag k="name" v="Airfield"/></node>'
    path.write_text(f'<osm version="0.6">{nodes}{field}{ways}{track}</osm>', encoding="utf-8")
    return path
