"""National capabilities from a file that a user has: columns of the Correlates of War set, or plain ones."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from io import StringIO

from casus.errors import Problem
from casus.records import Capabilities
from casus.vocabulary.states import states
from casus.vocabulary.tables import read_table

COLUMNS = ("stateabb", "state", "from", "until", "certainty")
FORMS: dict[str, dict[str, tuple[str, float]]] = {
    "stateabb": {
        "personnel": ("milper", 1000.0), "spending": ("milex", 1000.0), "population": ("tpop", 1000.0),
        "index": ("cinc", 1.0),
    },
    "state": {
        "personnel": ("personnel", 1.0), "spending": ("spending", 1.0), "population": ("population", 1.0),
        "index": ("index", 1.0),
    },
}  # fmt: skip
"""By the column that names the state: each figure's column, and the unit its numbers are in."""
MISSING = -9.0


class CapabilityTable:
    """Figures by state and year."""

    def __init__(self, rows: Iterable[Capabilities], source: str) -> None:
        self.source = source
        self._rows: dict[str, dict[int, Capabilities]] = {}
        for row in rows:
            self._rows.setdefault(row.state, {})[row.year] = row

    def latest(self, state: str, year: int) -> Capabilities | None:
        """Give the figures of a year, else of the latest year before it; None where there are none."""
        years = [y for y in self._rows.get(state, {}) if y <= year]
        return self._rows[state][max(years)] if years else None

    def __len__(self) -> int:
        return sum(len(years) for years in self._rows.values())


def read_capabilities(data: bytes, name: str) -> tuple[CapabilityTable | None, tuple[Problem, ...]]:
    """Read a CSV file of national capabilities.

    Either the columns of the Correlates of War set (``stateabb, year, milex, milper, tpop, cinc``; in thousands, -9 for
    missing) or ``state, year, personnel, spending, population, index`` with alpha-3 codes and single units.
    A row that cannot be read is a problem beside the others; a file without a known header is refused.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        return None, (Problem(where=name, what=f"not UTF-8: {trouble.reason}"),)
    reader = csv.DictReader(StringIO(text))
    header = tuple(reader.fieldnames or ())
    key = next((k for k in FORMS if k in header), None)
    if key is None or "year" not in header:
        hint = "columns are stateabb, year, milex, milper, tpop, cinc; or state, year, personnel, spending, population"
        return None, (Problem(where=name, what="no header of national capabilities", hint=hint),)
    rows: list[Capabilities] = []
    problems: list[Problem] = []
    for number, cells in enumerate(reader, 2):
        found = _row(cells, key, f"{name}:{number}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            rows.append(found)
    return CapabilityTable(rows, name), tuple(problems)


def _row(cells: Mapping[str, str | None], key: str, where: str) -> Capabilities | Problem:
    try:
        year = int(cells.get("year") or "")
        figures = {name: _figure(cells.get(column), unit) for name, (column, unit) in FORMS[key].items()}
    except ValueError as trouble:
        return Problem(where=where, what=f"not a number: {trouble}")
    given = (cells.get(key) or "").strip()
    state = _state(given, year) if key == "stateabb" else given
    if state is None or states().by_code(state) is None:
        return Problem(where=where, what=f"no state is known by {given!r} in {year}")
    return Capabilities(state=state, year=year, **figures)


def _figure(cell: str | None, unit: float) -> float | None:
    if cell is None or not cell.strip():
        return None
    value = float(cell)
    if value == MISSING:
        return None
    if not 0 <= value < float("inf"):
        raise ValueError(cell)
    return value * unit


def _state(abbreviation: str, year: int) -> str | None:
    """Give this project's code for an abbreviation of the Correlates of War in a year."""
    for row in _abbreviations().get(abbreviation, ()):
        if int(row["from"] or 0) <= year <= int(row["until"] or 9999):
            return row["state"]
    return None


@cache
def _abbreviations() -> dict[str, tuple[Mapping[str, str], ...]]:
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in read_table("cow-states.tsv", COLUMNS):
        found[row["stateabb"]] = (*found.get(row["stateabb"], ()), row)
    return found
