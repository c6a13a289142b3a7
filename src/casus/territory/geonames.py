"""The form of GeoNames' own files: their rows made into the lines that the tables of places are searched by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casus.errors import Problem
from casus.records.place import PlaceKind
from casus.vocabulary.states import key, states

COLUMNS = 19
"""Columns of a row (readme of the export: geonameid, name, asciiname, alternatenames, latitude, longitude, …)."""
KINDS: dict[str, PlaceKind] = {
    "PPLC": "capital", "LK": "lake", "LKS": "lake", "RSV": "lake", "STM": "river", "STRT": "strait", "GULF": "sea",
    "BAY": "sea", "SEA": "sea", "MT": "mountain", "MTS": "mountain", "PK": "mountain", "PASS": "pass", "ISL": "island",
    "ISLS": "island", "RF": "reef", "SHOL": "reef", "AIRP": "airfield", "AIRF": "airfield", "AIRB": "airfield",
    "MILB": "base", "ADM1": "region", "ADM2": "region", "ADM3": "region", "CSTM": "border-post",
}  # fmt: skip
"""What a feature code is here; populated places (class P) are settlements, all other rows are left out."""
FAULTS_SHOWN = 3
_ENDED = frozenset({"PPLH", "PPLQ", "PPLW"})


class Compiled(NamedTuple):
    """What a file's rows come to."""

    lines: tuple[str, ...]
    rows: int
    unfit: int
    """Rows that have not the form."""
    problems: tuple[Problem, ...]
    """The first few of them."""


def compiled(name: str, rows: Iterable[str]) -> Compiled:
    """Make the sorted lines of a table from the rows of a file; rows that do not fit are left out."""
    lines: list[str] = []
    faults: list[Problem] = []
    number = unfit = 0
    for number, row in enumerate(rows, 1):
        try:
            lines.extend(_lines(row.rstrip("\n")))
        except ValueError as trouble:
            unfit += 1
            if unfit <= FAULTS_SHOWN:
                faults.append(Problem(where=f"{name}:{number}", what=str(trouble)))
    if unfit > FAULTS_SHOWN:
        faults.append(Problem(where=name, what=f"{unfit - FAULTS_SHOWN} more rows do not fit"))
    lines.sort(key=lambda line: line.partition("\t")[0])
    return Compiled(tuple(lines), number, unfit, tuple(faults))


def _lines(row: str) -> Iterator[str]:
    """Give a line for each name of a row that is kept: key, number, state, people, point, names, kind."""
    cells = row.split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} cells, there must be {COLUMNS}")
    number, name, _, others, lat, lon, sort, code, country = cells[:9]
    if not number.isdecimal() or not (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180):
        raise ValueError("no number of GeoNames, or a point that is not on the earth")
    kind = KINDS.get(code) or ("settlement" if sort == "P" and code not in _ENDED else None)
    if kind is None or not name:
        return
    state = states().by_code(country)
    names = [name, *filter(None, others.split(","))]
    ja = next((n for n in names if any("ァ" <= c <= "ヺ" for c in n)), "")
    ru = next((n for n in names if any("а" <= c <= "я" for c in n)), "")
    rest = (
        number, state.alpha3 if state else "", cells[14] if cells[14].isdecimal() else "0",
        lat, lon, name, ja, ru, kind,
    )  # fmt: skip
    for found in dict.fromkeys(key(n) for n in names):
        if found and len(found) > 1:
            yield "\t".join((found, *rest))
