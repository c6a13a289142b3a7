"""Score the reader on a folder of gold reports: prints the scorer's table for readings made in this process."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from casus.intake import receive
from casus.reading import NoPlaces, read


def main(arguments: list[str]) -> int:
    """Read ``SCORER GOLD...`` (the rest goes to the scorer) and print what the scorer says."""
    scorer, *rest = arguments
    gold = [Path(a) for a in rest if a.endswith(".json")]
    options = [a for a in rest if not a.endswith(".json")]
    with tempfile.TemporaryDirectory() as folder:
        for path in gold:
            data = json.loads(path.read_text(encoding="utf-8"))
            report, _ = receive(data["text"].encode(), published=date.fromisoformat(data["published"]))
            if report is not None:
                reading, _ = read(report, gazetteer=NoPlaces())
                (Path(folder) / path.name).write_bytes(msgspec.json.encode(reading))
        command = [sys.executable, scorer, *map(str, gold), "--predictions", folder, *options]
        return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
