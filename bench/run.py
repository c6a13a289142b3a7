"""How fast casus is, each figure beside the limit it is held to; prints, never asserts."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import row

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples" / "sevlake-wire.ja.txt"
CASUS = Path(sys.executable).with_name("casus")
RUNS = 7


def seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median wall time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def cold(*words: str) -> Callable[[], object]:
    """Give a run of the command in a process of its own."""
    return lambda: subprocess.run([CASUS, *words], capture_output=True, check=False)  # noqa: S603


def main() -> None:
    """Measure and print."""
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    row("casus --help, cold", seconds(cold("--help")), 0.3, "s")
    row(f"casus brief {report.name}, cold", seconds(cold("brief", str(report), "--published", "2021-05-15")), 3.0, "s")
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("  its peak memory", peak_mb, 600.0, "MB")

    import casus

    text = report.read_text(encoding="utf-8")
    casus.brief(text, published="2021-05-15")
    row("casus.brief, warm, in-process", seconds(lambda: casus.brief(text, published="2021-05-15")) * 1000, 100.0, "ms")
    casus.read(text, published="2021-05-15")
    row("casus.read, warm, in-process", seconds(lambda: casus.read(text, published="2021-05-15")) * 1000, 50.0, "ms")

    sys.stdout.flush()
    for name in ("law", "terrain", "territory", "outlook", "reading"):
        subprocess.run([sys.executable, "-m", f"bench.{name}"], check=True, cwd=ROOT)  # noqa: S603


if __name__ == "__main__":
    main()
