"""Reading the tab-separated tables of the data folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def data_text(*parts: str) -> str | None:
    """Give a data file's text, or None where there is no such file."""
    path = files("casus").joinpath("data", *parts)
    return path.read_text(encoding="utf-8") if path.is_file() else None


@cache
def rows(*parts: str) -> tuple[dict[str, str], ...]:
    """Give a table's rows by column name; empty lines and lines that open with ``#`` are skipped."""
    return tuple(row for _, row in numbered(*parts))


def numbered(*parts: str) -> tuple[tuple[int, dict[str, str]], ...]:
    """Give a table's rows with the line of the file each stands on, counted from 1."""
    text = data_text(*parts)
    return tuple(_rows(text)) if text else ()


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        return
    header = lines[0][1].split("\t")
    for number, line in lines[1:]:
        cells = line.split("\t")
        filled = [c.strip() for c in cells] + [""] * (len(header) - len(cells))
        yield number, dict(zip(header, filled, strict=False))
