"""Read the tab-separated tables of ``data/``: header checked, notes skipped, every row as text cells by column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast, get_args

from casus.errors import CasusError
from casus.records.finding import Certainty

LANGUAGES = ("en", "ja", "ru")
"""The languages every table of names has a column for."""

Row = Mapping[str, str]
T = TypeVar("T")


@cache
def read_table(path: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Read ``data/<path>``; its header must be exactly the columns.

    Lines that begin with ``#`` and empty lines are notes. Raises `CasusError` with file and line where a row
    does not fit.
    """
    text = files("casus").joinpath("data", *path.split("/")).read_text(encoding="utf-8")
    return parse_table(text, path, columns)


def parse_table(text: str, where: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    r"""Parse a table's text; ``where`` names it in errors.

    >>> parse_table("word\trole\n大統領\tGOV\n", "offices.tsv", ("word", "role"))
    ({'word': '大統領', 'role': 'GOV'},)
    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines or tuple(lines[0][1].split("\t")) != columns:
        raise CasusError(f"{where}: the first line must be the columns {', '.join(columns)}, parted by tabs")
    return tuple(_row(line, where, number, columns) for number, line in lines[1:])


def _row(line: str, where: str, number: int, columns: tuple[str, ...]) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(columns):
        raise CasusError(f"{where}:{number}: {len(cells)} cells where {len(columns)} columns stand in the header")
    return dict(zip(columns, cells, strict=True))


def alternatives(cell: str) -> tuple[str, ...]:
    """Split a cell of names parted by bars.

    >>> alternatives("Shusha|Shushi")
    ('Shusha', 'Shushi')
    """
    return tuple(name for name in (part.strip() for part in cell.split("|")) if name)


def names_by_language(row: Row) -> dict[str, tuple[str, ...]]:
    """Collect a row's names from its language columns, empty ones left out."""
    return {code: alternatives(row[code]) for code in LANGUAGES if row[code]}


def certainty_of(cell: str, where: str) -> Certainty:
    """Check a certainty cell."""
    if cell not in get_args(Certainty):
        raise CasusError(f"{where}: certainty {cell!r} is none of {', '.join(get_args(Certainty))}")
    return cast("Certainty", cell)


def fold(name: str) -> str:
    """Fold a name for looking up: case, ё for е, and the shape of apostrophes do not matter.

    >>> fold("Вооружённые силы") == fold("вооруженные силы")
    True
    """
    return " ".join(name.casefold().replace("ё", "е").replace("’", "'").replace("‐", "-").split())


def index(entries: Iterable[tuple[str, str, T]]) -> dict[tuple[str, str], tuple[T, ...]]:
    """Index (name, language, thing) by (folded name, language), things in the order of the table."""
    found: dict[tuple[str, str], tuple[T, ...]] = {}
    for name, language, thing in entries:
        key = (fold(name), language)
        if thing not in found.get(key, ()):
            found[key] = (*found.get(key, ()), thing)
    return found
