"""How fast lines of sight are, each figure beside the limit it is held to; ``python -m bench.terrain`` prints them.

GDAL, which the extra ``terrain`` brings, and GRASS where it is installed are asked for the same viewshed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.figures import row
from bench.peers import beside

from casus.terrain import Area, Ground, Looking, Target, overlooked
from casus.terrain.crossings import bend_per_cell
from casus.terrain.looking import Look

ROOT = Path(__file__).resolve().parent.parent
SIDE, CELLS, TARGETS = 500, 14_000, 400
RUNS = 3
FIRST = """
import time
began = time.process_time()
import numpy as np
from casus.terrain import Ground, Target, viewshed
ground = Ground.of(np.zeros((64, 64), np.float32), lat=39.6, lon=46.2)
from casus.terrain import Area, Looking, overlooked
overlooked(ground, Area.circle("a", 39.6, 46.2, 0.1), [Target.point("b", 39.6, 46.205)], Looking(draws=1))
viewshed(ground, Target.point("c", 39.6, 46.2))
print(time.process_time() - began)
"""


def fractal(side: int, *, seed: int = 1, roughness: float = 1.8, relief_m: float = 1500.0) -> npt.NDArray[np.float32]:
    """Make fractal ground by spectral synthesis."""
    draw = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None, :])
    frequency[0, 0] = 1.0
    made = np.fft.ifft2(np.fft.fft2(draw.standard_normal((side, side))) * frequency**-roughness).real
    made -= made.min()
    scaled: npt.NDArray[np.float32] = (made / made.max() * relief_m).astype(np.float32)
    return scaled


def cpu(act: Callable[[], object]) -> float:
    """Give the least processor time of some runs after a first one, in seconds."""
    act()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    _first()
    heights = fractal(SIDE)
    ground = Ground.of(heights, lat=39.6, lon=46.24)
    look = Look.over(ground)
    inner = heights[80:-80, 80:-80]
    top = np.array(np.unravel_index(int(np.argmax(inner)), inner.shape)) + 80
    half = int(CELLS**0.5 / 2)
    row_, col = np.mgrid[top[0] - half : top[0] + half, top[1] - half : top[1] + half]
    eyes = look.eyes(np.column_stack([row_.ravel(), col.ravel()]), 2.0)
    draw = np.random.default_rng(3)
    at = draw.integers(0, SIDE, (TARGETS, 2))
    targets = np.column_stack([at, heights[at[:, 0], at[:, 1]] + 2.0])
    none = np.empty((0, 0), np.float32)
    blind = Look(heights, none, none, look.bend, look.reach)
    count = len(eyes) * TARGETS / 1e6
    spent = cpu(lambda: [look.seen(eyes, t) for t in targets])
    row(f"{len(eyes):,} cells × {TARGETS} targets, with the skip", spent, 1.3, "s")
    row("  pairs a second", count / spent, 8.0, "M/s", more_is_better=True)
    row("  pairs a second, plain", count / cpu(lambda: [blind.seen(eyes, t) for t in targets]), 5.0, "M/s",
        more_is_better=True)  # fmt: skip
    named = [Target.point(str(k), *ground.lonlat(p[None].astype(float))[0][::-1]) for k, p in enumerate(at)]
    lon, lat = ground.lonlat(top[None].astype(float))[0].tolist()
    area = Area.circle("a", lat, lon, half * 0.03 * 1.128)
    row(
        "  overlook with clearances, no redraws",
        cpu(lambda: overlooked(ground, area, named, Looking(draws=0))),
        2.0,
        "s",
    )
    _viewsheds(heights, look)


def _first() -> None:
    """Measure the first call ever and the first of a later process, in processes of their own."""
    with tempfile.TemporaryDirectory() as folder:
        for what, limit in (("first call ever: load, compile, look", 5.0), ("first call of a later process", 1.0)):
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-c", FIRST], env={"XDG_CACHE_HOME": folder, "PATH": ""}, check=True,
                capture_output=True, text=True,
            )  # fmt: skip
            row(what, float(done.stdout), limit, "s")


def _viewsheds(heights: npt.NDArray[np.float32], look: Look) -> None:
    middle = SIDE // 2
    for above, limit in ((2.0, 2.5), (50.0, 1.2), (300.0, 1.2), (1000.0, 1.2)):
        eye = np.array([middle, middle, float(heights[middle, middle]) + above])
        spent = cpu(lambda eye=eye: look.view(eye, 0.0))  # type: ignore[misc]
        row(f"exact viewshed from {above:g} m", heights.size / spent / 1e6, limit, "Mcell/s", more_is_better=True)
    tracemalloc.start()
    again = Look.at(heights, bend_per_cell(30.0), np.inf)
    again.view(eye, 0.0)
    row("  memory beyond the elevation", tracemalloc.get_traced_memory()[1] / heights.size, 8.0, "B/cell")
    tracemalloc.stop()
    row_, col = np.unravel_index(int(np.argmax(heights)), heights.shape)
    summit = int(row_), int(col)
    for above in (2.0, 50.0):
        eye = np.array([*summit, float(heights[summit]) + above])
        beside(heights, look.view(eye, 0.0), summit, above)


if __name__ == "__main__":
    main()
