"""The same viewshed by other programs, to show how far they agree with ours and how fast they are."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt

from casus.terrain.crossings import REFRACTION

CELL_M = 30.0


def beside(
    heights: npt.NDArray[np.float32], ours: npt.NDArray[np.uint8], cell: tuple[int, int], above_m: float
) -> None:
    """Print agreement with the viewsheds of GDAL (an approximation, XDraw) and GRASS (exact, sweep line)."""
    _gdal(heights, ours, cell, above_m)
    _grass(heights, ours, cell, above_m)


def told(
    program: str, ours: npt.NDArray[np.uint8], theirs: npt.NDArray[np.bool_], above_m: float, spent_s: float
) -> None:
    """Print one comparison: cells seen by both over cells seen by either, cells told alike, and speed."""
    seen = ours == 1
    both, either = int((seen & theirs).sum()), int((seen | theirs).sum())
    alike = float((seen == theirs).mean())
    speed = f"{seen.size / spent_s / 1e6:.1f} Mcell/s"
    print(f"  {program} from {above_m:g} m: IoU {both / either:.3f}, {alike:.1%} of the cells alike, {speed}")


def written(heights: npt.NDArray[np.float32], folder: Path) -> Path:
    """Write elevation as a GeoTIFF in a metric projection."""
    import rasterio

    path = folder / "in.tif"
    rows, columns = heights.shape
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "width": columns, "height": rows}
    transform = rasterio.Affine(CELL_M, 0, 0, 0, -CELL_M, rows * CELL_M)
    with rasterio.open(path, "w", crs="EPSG:32638", transform=transform, **profile) as out:
        out.write(heights, 1)
    return path


def at_m(heights: npt.NDArray[np.float32], cell: tuple[int, int]) -> tuple[float, float]:
    """Give where the middle of a cell (row, column) is, east and north in metres."""
    row, column = cell
    return (column + 0.5) * CELL_M, (len(heights) - row - 0.5) * CELL_M


def _gdal(heights: npt.NDArray[np.float32], ours: npt.NDArray[np.uint8], cell: tuple[int, int], above_m: float) -> None:
    """Ask GDAL, called in the library that rasterio brings."""
    import rasterio

    found = sorted(Path(rasterio.__file__).parent.parent.glob("rasterio.libs/libgdal*"))
    if not found:
        print("  GDAL: not brought as a library of its own here")
        return
    gdal = ctypes.CDLL(str(found[0]))
    gdal.GDALVersionInfo.restype = ctypes.c_char_p
    for name in ("GDALOpen", "GDALGetRasterBand", "GDALViewshedGenerate"):
        getattr(gdal, name).restype = ctypes.c_void_p
    with tempfile.TemporaryDirectory() as folder:
        source, made = written(heights, Path(folder)), Path(folder) / "out.tif"
        gdal.GDALAllRegister()
        data = ctypes.c_void_p(gdal.GDALOpen(str(source).encode(), 0))
        band = ctypes.c_void_p(gdal.GDALGetRasterBand(data, 1))
        x, y = at_m(heights, cell)
        numbers = [ctypes.c_double(v) for v in (x, y, above_m, 0, 255, 0, 0, -1, 1 - REFRACTION)]
        start = time.process_time()
        done = gdal.GDALViewshedGenerate(
            band, b"GTiff", str(made).encode(), None, *numbers, 2, ctypes.c_double(0), None, None, 1, None
        )
        spent = time.process_time() - start
        if not done:
            print("  GDAL: no viewshed")
            return
        gdal.GDALClose(ctypes.c_void_p(done))
        with rasterio.open(made) as result:
            theirs = result.read(1) == 255
    version = gdal.GDALVersionInfo(b"RELEASE_NAME").decode()
    told(f"GDAL {version}", ours, theirs, above_m, spent)


def _grass(
    heights: npt.NDArray[np.float32], ours: npt.NDArray[np.uint8], cell: tuple[int, int], above_m: float
) -> None:
    """Ask GRASS, in a location of its own that is gone afterwards; the time is that of r.viewshed with its start."""
    import rasterio

    grass = shutil.which("grass")
    if grass is None:
        print("  GRASS: not installed here")
        return
    with tempfile.TemporaryDirectory() as folder:
        source, made = written(heights, Path(folder)), Path(folder) / "out.tif"
        x, y = at_m(heights, cell)
        viewshed = (
            f"r.viewshed -b -c -r --quiet input=e output=v coordinates={x},{y} observer_elevation={above_m} "
            f"target_elevation=0 max_distance=-1 refraction_coeff={REFRACTION} memory=1000"
        )
        script = Path(folder) / "job.sh"
        script.write_text(
            f"set -e\nr.in.gdal --quiet input={source} output=e\ng.region raster=e\ntimes > {folder}/before\n"
            f"{viewshed}\ntimes > {folder}/after\n"
            f"r.out.gdal -f -c --quiet input=v output={made} format=GTiff type=Byte createopt=COMPRESS=NONE\n"
        )
        done = subprocess.run(  # noqa: S603
            [grass, "--tmp-location", "EPSG:32638", "--exec", "bash", str(script)], check=False, capture_output=True
        )
        if done.returncode or not made.exists():
            print(f"  GRASS: no viewshed ({done.stderr.decode(errors='replace').strip()[-120:]})")
            return
        spent = _children_s(Path(folder) / "after") - _children_s(Path(folder) / "before")
        with rasterio.open(made) as result:
            theirs = result.read(1) == 1
    version = subprocess.run([grass, "--config", "version"], check=False, capture_output=True, text=True)  # noqa: S603
    told(f"GRASS {version.stdout.strip()}", ours, theirs, above_m, spent)


def _children_s(path: Path) -> float:
    """Read the processor time of a shell's children from what ``times`` printed, in seconds."""
    parts = path.read_text().split()[2:]
    minutes = [part.rstrip("s").split("m") for part in parts]
    return sum(60 * float(m) + float(s) for m, s in minutes)
