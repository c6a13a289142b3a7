"""Looks up known faults of the pinned dependencies with pip-audit; without a network it says so and fails nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

VERSION = "2.10.1"
PLACE = Path(".pip-audit")


def main() -> int:
    """Give 1 where a fault is known, 0 where none is or where nobody could be asked."""
    tool = PLACE / "bin" / "pip-audit"
    try:
        if not tool.exists():
            venv.create(PLACE, with_pip=True)
            python = str(PLACE / "bin" / "python")
            install = [python, "-m", "pip", "install", "--quiet", f"pip-audit=={VERSION}"]
            subprocess.run(install, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
        options = ("--requirement", "constraints.txt", "--no-deps", "--disable-pip", "--progress-spinner", "off")
        command = [str(tool), *options, "--format", "json"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        told = json.loads(done.stdout)
    except (OSError, subprocess.CalledProcessError, json.JSONDecodeError) as trouble:
        print(f"not audited: {trouble}", file=sys.stderr)
        return 0
    faults = [f"{d['name']} {d['version']}: {v['id']}" for d in told["dependencies"] for v in d.get("vulns", ())]
    skipped = [d["name"] for d in told["dependencies"] if "skip_reason" in d]
    print("\n".join(faults) or "no fault is known of those that could be asked about")
    print(f"asked about {len(told['dependencies']) - len(skipped)} of {len(told['dependencies'])} dependencies")
    if skipped:
        print(f"not audited, for the registry tells nothing of them: {', '.join(skipped)}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
