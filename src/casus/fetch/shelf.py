"""What is installed in the folder of data: each set with where it came from, when, and its checksum."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from casus.errors import Problem
from casus.records.base import Record


class Installed(Record, frozen=True, kw_only=True):
    """A data set that is installed."""

    name: str
    file: str
    """Where it is, below the folder of data."""
    address: str
    on: date
    bytes: int
    """Size of the file as it came."""
    sha256: str
    rows: int
    licence: str
    attribution: str


def places_folder(folder: Path) -> Path:
    """Give the folder of installed places, which the territory room reads."""
    return folder / "places"


def installed(folder: Path) -> tuple[tuple[Installed, ...], tuple[Problem, ...]]:
    """List what is installed, by name; a note that cannot be read is a problem."""
    found: list[Installed] = []
    problems: list[Problem] = []
    for path in sorted((folder / "installed").glob("*.json")):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Installed))
        except (OSError, msgspec.DecodeError) as trouble:
            hint = "remove the file, and install the set again"
            problems.append(Problem(where=str(path), what=f"cannot be read: {trouble}", hint=hint))
    return tuple(found), tuple(problems)


def note_path(folder: Path, slug: str) -> Path:
    """Give where the note of a set is."""
    return folder / "installed" / f"{slug}.json"


def put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    try:
        half.write_bytes(data)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def remove(folder: Path, name: str) -> Problem | None:
    """Remove an installed set, its file first; a problem where there is none of that name."""
    found, _ = installed(folder)
    for entry in found:
        if entry.name.casefold() == name.strip().casefold():
            try:
                (folder / entry.file).unlink(missing_ok=True)
                note_path(folder, entry.name.replace(":", "-")).unlink(missing_ok=True)
            except OSError as error:
                return Problem(where=str(folder / entry.file), what=f"cannot be removed: {error.strerror or error}")
            return None
    names = ", ".join(entry.name for entry in found) or "nothing"
    return Problem(where=name, what="no such data set is installed", hint=f"installed: {names}")
