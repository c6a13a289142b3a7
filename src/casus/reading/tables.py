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
    text = data_text(*parts)
    return tuple(_rows(text)) if text else ()


def _rows(text: str) -> Iterator[dict[str, str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(header, [c.strip() for c in cells] + [""] * (len(header) - len(cells)), strict=False))
