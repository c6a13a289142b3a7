"""Elevation in the ``.hgt`` form of SRTM, plain, gzipped or zipped: 16-bit heights of the degree that the name says."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import msgspec
import numpy as np

from casus.terrain.ground import Box
from casus.terrain.sheets import SRTM, Posts, Raster, Sheet, Unreadable, corner_named

VOID = -32768
SIDES = {1201: 90.0, 3601: 30.0, 1801: 60.0, 7201: 15.0}
"""Posts on a side, and how far apart they are, in metres."""
_ENDINGS = (".hgt", ".hgt.gz", ".hgt.zip")
_MOST = 2 * 7201 * 7201


def is_hgt(path: Path) -> bool:
    """Is the file named as one of this form?"""
    return path.name.lower().endswith(_ENDINGS) or (path.suffix.lower() == ".zip" and bool(corner_named(path.name)))


def look(path: Path) -> Sheet:
    """Know a file by its name and, where it is not packed, its size; raises Unreadable."""
    corner = corner_named(path.name)
    if corner is None:
        raise Unreadable("its name does not say where it lies", "name it by its south-western corner, as N39E046.hgt")
    spacing = SIDES[_side(_size(path))]
    lat, lon = corner
    source = msgspec.structs.replace(SRTM, resolution_m=spacing)
    return Sheet(path, Box(lon, lat, lon + 1, lat + 1), "hgt", source)


def read(sheet: Sheet) -> Raster:
    """Read the heights; raises Unreadable where the file is cut short or of no size that the form has."""
    data = _unpacked(sheet.path)
    side = _side(len(data))
    heights = np.frombuffer(data, ">i2").reshape(side, side).astype(np.float32)
    heights[heights == VOID] = np.nan
    step = 1 / (side - 1)
    return Raster(heights, Posts(sheet.box.west, sheet.box.north, step, -step), None)


def _side(size: int) -> int:
    side = next((n for n in SIDES if 2 * n * n == size), None)
    if side is None:
        raise Unreadable(
            f"cut short or something else: an .hgt tile has 25,934,402 or 2,884,802 bytes, not {size:,}",
            "fetch it again",
        )
    return side


def _size(path: Path) -> int:
    """Give the size of the heights as the file's own header tells it."""
    if path.suffix.lower() == ".gz":
        with path.open("rb") as file:
            file.seek(-4, io.SEEK_END)
            return int.from_bytes(file.read(4), "little")
    return len(_unpacked(path)) if path.suffix.lower() == ".zip" else path.stat().st_size


def _unpacked(path: Path) -> bytes:
    try:
        if path.suffix.lower() == ".gz":
            with gzip.open(path) as file:
                return file.read(_MOST + 1)
        if path.suffix.lower() == ".zip":
            return _from_zip(path)
        return path.read_bytes()
    except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as trouble:
        raise Unreadable(
            f"the packed file is damaged or cut short ({trouble or type(trouble).__name__})", "fetch it again"
        ) from trouble


def _from_zip(path: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as box:
        inside = [entry for entry in box.infolist() if entry.filename.lower().endswith(".hgt")]
        if len(inside) != 1:
            raise Unreadable(f"{len(inside)} .hgt files are inside, one is expected", "unpack it and give the tiles")
        with box.open(inside[0]) as file:
            return file.read(_MOST + 1)
