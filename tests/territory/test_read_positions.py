"""Positions files: what is read, and exactly what is said of a broken one."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from casus.territory.read_positions import positions, read_positions

BAD = Path(__file__).parent.parent / "bad" / "territory"


@pytest.mark.parametrize(
    "path", sorted(p for p in BAD.glob("*.txt") if p.with_suffix(".toml").exists()), ids=lambda p: p.stem
)
def test_a_broken_file_is_told_with_line_and_entry(path: Path) -> None:
    """Every broken file gives exactly the lines written beside it, and no file."""
    source = path.with_suffix(".toml")
    found, problems = read_positions(source.name, source.read_text("utf-8"))
    assert found is None
    assert [p.line() for p in problems] == path.read_text("utf-8").splitlines()


def test_what_is_no_toml_is_told_as_such() -> None:
    """A file that is not TOML is told with the parser's line and column."""
    source = BAD / "not-toml.toml"
    found, problems = read_positions(source.name, source.read_text("utf-8"))
    assert found is None
    assert problems[0].line().startswith("not-toml.toml: not TOML: ")


def test_all_files_that_come_along_are_whole() -> None:
    """No positions file of the installation has a problem, and all are there."""
    found, problems = positions()
    assert problems == ()
    there = [f.name for f in (files("casus") / "data" / "positions").iterdir() if f.name.endswith(".toml")]
    assert sorted(f"{f.id}.toml" for f in found) == sorted(there)


def test_days_of_an_entry_are_closed() -> None:
    """An entry holds on its first and on its last day, not before and not after."""
    text = """
        schema = 1
        id = "strip"
        name = { en = "A strip" }
        from = 1990-01-01
        until = 2020-12-31
        [[part]]
        id = "all"
        name = { en = "all" }
        circles = [[39.6, 46.2, 5.0]]
        [[control]]
        from = 2001-01-01
        until = 2001-12-31
        by = "ARM"
        source = "a map"
    """
    found, problems = read_positions("strip.toml", text)
    assert problems == ()
    assert found is not None
    held = [
        found.control[0].holds(date.fromisoformat(d)) for d in ("2000-12-31", "2001-01-01", "2001-12-31", "2002-01-01")
    ]
    assert held == [False, True, True, False]
    assert found.day_for(date(2020, 12, 31)) == (date(2020, 12, 31), "")
    assert found.day_for(date(2021, 1, 1))[0] == date(2020, 12, 31)
    assert not found.speaks(found.from_ - timedelta(days=1))
