"""Boundary days: a case moved to the eve and the day of each act and text."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest
from tests.treaties.made import DATA, law, treaty

from casus.treaties import Law, TableCase, load_law, load_table
from casus.treaties.boundaries import _days, faults

TABLES = sorted(Path(__file__).parent.glob("*.toml"))


def own_cases() -> tuple[TableCase, ...]:
    """Read the tests' own table."""
    table, _ = load_table("own.toml", (DATA / "tables" / "testville-1990.toml").read_bytes())
    assert table is not None
    return table.case


@cache
def package() -> Law:
    """Load the package's law."""
    return load_law()[0]


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_no_duty_reaches_beyond_its_days(path: Path) -> None:
    """Of every instrument the YES cases hold on the boundary days of its acts and texts, and not beyond."""
    table, _ = load_table(path.name, path.read_bytes())
    assert table is not None
    known = package().treaty(table.treaty)
    assert known is not None
    assert [p.line() for p in faults(package(), known, table.case, path.stem)] == []


def test_the_eve_and_the_day_of_acts_and_texts_are_tried() -> None:
    """Entry into force and the new text, each with its eve; a suspension towards another does not count."""
    yes = next(c for c in own_cases() if c.expect == "yes")
    assert _days(treaty(), treaty().provisions[1], yes) == (
        date(1990, 12, 31),
        date(1991, 1, 1),
        date(2000, 12, 31),
        date(2001, 1, 1),
    )


def test_a_duty_that_does_reach_beyond_is_named() -> None:
    """Against acts that say otherwise the same answers are faults, and so is a text of other words."""
    assert list(faults(law(), treaty(), own_cases(), "own")) == []
    late = msgspec.structs.replace(treaty().acts[1], on=date(1992, 1, 1))
    acts = (treaty().acts[0], late, *treaty().acts[2:])
    told = [p.line() for p in faults(law(), msgspec.structs.replace(treaty(), acts=acts), own_cases(), "own")]
    assert any("art-3 on 1991-12-31: called up though FRA is not bound" in line for line in told)
    article = treaty().provisions[1]
    other = msgspec.structs.replace(article, text=tuple(msgspec.structs.replace(t, duty="pray") for t in article.text))
    changed = msgspec.structs.replace(treaty(), provisions=(treaty().provisions[0], other))
    told = [p.line() for p in faults(law(), changed, own_cases(), "own")]
    assert any("told by a text of another day" in line for line in told)
