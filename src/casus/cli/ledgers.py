"""Ledger files: lines are only ever added, and the hash of the whole is kept beside them, so that a cut end shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casus.cli.brief import Language
from casus.cli.inputs import read_bytes
from casus.cli.telling import stop_in
from casus.records import Forecast, Question, Resolution

if TYPE_CHECKING:
    from casus.outlook import Ledger

BESIDE = ".head"
"""The name of the file that keeps the hash: the ledger's with this behind it."""


def read(name: str, lang: Language) -> Ledger:
    """Read a ledger, an empty one where there is no file; one whose lines were changed or cut off is refused."""
    from casus.outlook import read_ledger

    found, problems = read_ledger(read_bytes(name) if Path(name).exists() else b"", name)
    beside = Path(name + BESIDE)
    if not problems and beside.is_file():
        problems = found.holds(beside.read_text(encoding="utf-8").strip(), name)
    if problems:
        stop_in(problems, lang)
    return found


def add(name: str, noted: Question | Forecast | Resolution, lang: Language) -> Ledger:
    """Write one line at the end, and the new hash beside it; what stands is never touched."""
    from casus.outlook import written

    found, problems = read(name, lang).add(noted, name)
    if problems:
        stop_in(problems, lang)
    with Path(name).open("a", encoding="utf-8", newline="\n") as file:
        file.write(written(found.entries[-1]) + "\n")
    Path(name + BESIDE).write_text(found.head + "\n", encoding="utf-8", newline="\n")
    return found
