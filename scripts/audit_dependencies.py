"""Looks up known faults of the pinned dependencies with pip-audit; without a network it says so and fails nothing."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

VERSION = "2.10.1"
PLACE = Path(".pip-audit")
FAULTS_FOUND = "known vulnerabilit"


def main() -> int:
    """Give 1 where a fault is known, 0 where none is or where nobody could be asked."""
    tool = PLACE / "bin" / "pip-audit"
    try:
        if not tool.exists():
            venv.create(PLACE, with_pip=True)
            python = str(PLACE / "bin" / "python")
            subprocess.run([python, "-m", "pip", "install", "--quiet", f"pip-audit=={VERSION}"], check=True)  # noqa: S603
        options = ("--requirement", "constraints.txt", "--no-deps", "--disable-pip", "--progress-spinner", "off")
        done = subprocess.run([str(tool), *options], check=False, capture_output=True, text=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as trouble:
        print(f"not audited: {trouble}", file=sys.stderr)
        return 0
    print(done.stdout, end="")
    if FAULTS_FOUND in done.stderr and not done.stderr.startswith("No known"):
        print(done.stderr, file=sys.stderr)
        return 1
    if done.returncode:
        print(f"not audited: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
