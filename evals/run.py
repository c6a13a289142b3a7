"""Run the development sets in the folder that CASUS_SHARED names, with the scorers beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CASUS = Path(sys.executable).with_name("casus")
SETS = (
    ("score_reading.py", "reading-dev", f"{CASUS} read --format json -"),
    ("score_incidents.py", "incidents-dev", f"{CASUS} weigh --format json {{file}}"),
)


def main() -> int:
    """Score each set; say so where there is none."""
    shared = os.environ.get("CASUS_SHARED")
    folder = Path(shared) / "evals" if shared else None
    if folder is None or not folder.is_dir():
        print("CASUS_SHARED does not name a folder with development sets: nothing to score")
        return 0
    worst = 0
    for scorer, name, command in SETS:
        print(f"== {name}", flush=True)
        done = subprocess.run(  # noqa: S603
            [sys.executable, folder / scorer, folder / name, "--predict", command, *sys.argv[1:]], check=False
        )
        worst = max(worst, done.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
