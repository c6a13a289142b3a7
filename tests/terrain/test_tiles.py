"""Elevation files as people have them: read alike, put together, and refused with a reason where they are not sound."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rasterio")

from tests.terrain.made_files import copernicus_tile, tile_heights, write_hgt, write_tiff

from casus.terrain import Box, open_elevation
from casus.terrain.projection import LocalProjection

NEAR = Box(46.1, 39.4, 46.3, 39.6)
SLOPE = np.add.outer(np.linspace(3000, 1000, 1201), np.linspace(0, 500, 1201)).astype(np.float32)


@pytest.mark.parametrize("packed", ["", ".gz", ".zip"])
def test_an_hgt_tile_is_read_plain_gzipped_and_zipped(tmp_path: Path, packed: str) -> None:
    """Heights stand where the tile's name puts them."""
    write_hgt(tmp_path, "N39E046", SLOPE, packed)
    ground, problems = open_elevation([tmp_path])[0].ground(NEAR)
    assert ground is not None
    assert problems == ()
    at = ground.height_at(ground.nodes(np.array([[46.2, 39.5]])))
    assert at == pytest.approx([3000 - 0.5 * 2000 + 0.2 * 500], abs=1.0)
    assert ground.cell_m == 90.0
    assert [s.vertical for s in ground.sources] == ["EGM96"]
    assert ground.missing == ()


def test_a_geotiff_in_another_system_gives_the_same_heights(tmp_path: Path) -> None:
    """A slope in UTM zone 38 N is the slope that it is in degrees."""
    from rasterio.warp import Resampling, reproject, transform_bounds

    source = write_tiff(tmp_path / "geo" / "slope.tif", SLOPE, 46.0, 40.0, 1 / 1201)
    import rasterio
    from rasterio.transform import Affine

    west, _, _, north = transform_bounds("EPSG:4326", "EPSG:32638", 46.0, 39.0, 47.0, 40.0)
    made = np.full((1300, 1100), np.nan, np.float32)
    with rasterio.open(source) as data:
        reproject(
            data.read(1), made, src_transform=data.transform, src_crs=data.crs, dst_crs="EPSG:32638",
            dst_transform=Affine(90, 0, west, 0, -90, north), resampling=Resampling.bilinear, dst_nodata=np.nan,
        )  # fmt: skip
    write_tiff(tmp_path / "utm" / "slope.tif", made, west, north, 90.0, crs="EPSG:32638")
    one, _ = open_elevation([tmp_path / "geo"])[0].ground(NEAR, cell_m=90.0)
    two, _ = open_elevation([tmp_path / "utm"])[0].ground(NEAR, cell_m=90.0)
    assert one is not None
    assert two is not None
    assert np.nanmax(np.abs(one.heights - two.heights)) < 1.0
    assert np.isfinite(two.heights).all()


def test_two_tiles_leave_no_seam(tmp_path: Path) -> None:
    """Between the last posts of one Copernicus tile and the first of the next heights are known."""
    copernicus_tile(tmp_path, 39, 45, tile_heights(600, seed=1, ridge=False))
    copernicus_tile(tmp_path, 39, 46, tile_heights(600, seed=1, ridge=False))
    ground, problems = open_elevation([tmp_path])[0].ground(Box(45.9, 39.4, 46.1, 39.6))
    assert ground is not None
    assert problems == ()
    assert np.isfinite(ground.heights).all()
    assert ground.missing == ()
    assert ground.sources[0].attribution.startswith("© DLR")


def test_a_missing_tile_is_void_and_named_never_the_sea(tmp_path: Path) -> None:
    """Ground on a tile that nobody gave is unknown, not zero."""
    write_hgt(tmp_path, "N39E046", SLOPE)
    ground, _ = open_elevation([tmp_path])[0].ground(Box(45.9, 39.4, 46.1, 39.6))
    assert ground is not None
    assert ground.missing == ("N39E045",)
    west = ground.height_at(ground.nodes(np.array([[45.95, 39.5]])))
    assert np.isnan(west).all()
    assert not (ground.heights == 0).any()


def test_no_tile_at_all_names_those_that_are_needed(tmp_path: Path) -> None:
    """Where nothing is at hand the tiles are named."""
    ground, problems = open_elevation([tmp_path])[0].ground(Box(45.9, 39.4, 46.1, 39.6))
    assert ground is None
    assert "N39E045, N39E046" in problems[0].what


def test_a_void_stays_void(tmp_path: Path) -> None:
    """A hole in a tile is unknown ground; its tile is there all the same."""
    holed = SLOPE.copy()
    holed[590:610, 235:245] = np.nan
    write_hgt(tmp_path, "N39E046", holed)
    ground, _ = open_elevation([tmp_path])[0].ground(NEAR)
    assert ground is not None
    assert 0 < np.isnan(ground.heights).sum() < 2000
    assert ground.missing == ()


def test_heights_from_different_levels_are_refused(tmp_path: Path) -> None:
    """SRTM and Copernicus tiles are not mixed, and both are named."""
    write_hgt(tmp_path, "N39E046", SLOPE)
    copernicus_tile(tmp_path, 39, 45, tile_heights(600))
    ground, problems = open_elevation([tmp_path])[0].ground(Box(45.9, 39.4, 46.1, 39.6))
    assert ground is None
    assert "EGM2008: Copernicus_DSM" in problems[0].what
    assert "EGM96: N39E046.hgt" in problems[0].what


def broken(folder: Path) -> dict[str, Path]:
    """Make one file of each kind of trouble."""
    whole = write_hgt(folder / "whole", "N39E046", SLOPE).read_bytes()
    tiff = copernicus_tile(folder / "whole", 39, 46, tile_heights(600)).read_bytes()
    files = {
        "short": ("N39E046.hgt", whole[:-100]),
        "cut": ("N39E046.hgt.gz", gzip.compress(whole)[:-4000] + (len(whole)).to_bytes(4, "little")),
        "nameless": ("mountain.hgt", whole),
        "text": ("slope.tif", b"elevation of the lake: 2,600 m\n"),
        "half": ("Copernicus_DSM_COG_10_N39_00_E046_00_DEM.tif", tiff[: len(tiff) // 2]),
    }
    out = {}
    for kind, (name, data) in files.items():
        (folder / kind).mkdir()
        out[kind] = folder / kind / name
        out[kind].write_bytes(data)
    out["unplaced"] = write_tiff(folder / "unplaced.tif", SLOPE, 46.0, 40.0, 1 / 1201, crs=None)
    out["picture"] = folder / "picture.tif"
    import rasterio

    with rasterio.open(
        out["picture"], "w", driver="GTiff", dtype="uint8", count=3, width=4, height=4, crs="EPSG:4326"
    ) as data:
        data.write(np.zeros((3, 4, 4), np.uint8))
    return out


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("short", "cut short"), ("cut", "damaged or cut short"), ("nameless", "does not say where it lies"),
        ("text", "no TIFF"), ("half", "damaged or cut short"), ("unplaced", "which reference system"),
        ("picture", "3 bands"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_broken_file_is_refused_with_what_is_wrong(tmp_path: Path, kind: str, says: str) -> None:
    """Each kind of trouble has its own words, and nothing is read of the file."""
    tiles, problems = open_elevation([broken(tmp_path)[kind]])
    if not problems:
        ground, problems = tiles.ground(NEAR)
        assert ground is None
    assert says in problems[0].what
    assert problems[0].hint


def test_the_projection_is_that_of_proj() -> None:
    """Within a hundred kilometres a millimetre, there and back."""
    from rasterio.warp import transform

    lonlat = np.array([[46.0, 39.0], [46.9, 40.2], [45.1, 38.9]])
    local = LocalProjection(39.6, 46.24)
    text = "+proj=tmerc +lat_0=39.6 +lon_0=46.24 +k=1 +ellps=WGS84 +units=m"
    x, y = transform("EPSG:4326", text, lonlat[:, 0], lonlat[:, 1])
    assert np.abs(local.to_metres(lonlat) - np.column_stack([x, y])).max() < 1e-3
    assert np.abs(local.to_lonlat(local.to_metres(lonlat)) - lonlat).max() < 1e-9
