"""How fast the territory room is: loading, names and points in bulk, and how large its compiled data are."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
from bench.figures import row

from casus.territory import open_territory

DATA = Path(__file__).resolve().parent.parent / "src" / "casus" / "data"
POINTS = 200_000
ON = date(2020, 1, 1)


def main() -> int:
    """Measure and print; names and points are in thousands a second, for which the limit is a least."""
    room = open_territory()
    start = time.perf_counter()
    room.stand(room.find("Shusha", "en")[0], ON)
    row("territory, load all and answer one place", time.perf_counter() - start, 0.3, "s")
    start = time.perf_counter()
    room.recognised_all(np.array([39.76]), np.array([46.75]), ON)
    row("  then the tables for points in bulk", time.perf_counter() - start, 0.3, "s")
    names = [name for language in ("en", "ja", "ru") for name, _ in room.names(language)] * 20
    start = time.perf_counter()
    for name in names:
        room.find(name, "en")
    row(
        "territory, names found (at least)",
        len(names) / (time.perf_counter() - start) / 1000,
        50.0,
        "k/s",
        more_is_better=True,
    )
    draw = np.random.default_rng(1)
    lat, lon = np.degrees(np.arcsin(draw.uniform(-1, 1, POINTS))), draw.uniform(-180, 180, POINTS)
    start = time.perf_counter()
    room.recognised_all(lat, lon, ON)
    row(
        "territory, points told (at least)",
        POINTS / (time.perf_counter() - start) / 1000,
        200.0,
        "k/s",
        more_is_better=True,
    )
    size = sum(f.stat().st_size for name in ("places", "boundaries", "positions") for f in (DATA / name).iterdir())
    row("territory, its data", size / 1e6, 30.0, "MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
