"""All case tables of this folder, run against the law; and the form of the tables themselves."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.treaties.made import DATA
from tests.treaties.made import law as own_law

from casus.treaties import CaseTable, Law, load_law, load_table, run

TABLES = sorted(Path(__file__).parent.glob("*.toml"))


@cache
def law() -> Law:
    """Load the package's law."""
    return load_law()[0]


def table(path: Path) -> CaseTable:
    """Read a table, which has no problems."""
    found, problems = load_table(path.name, path.read_bytes())
    assert not problems, "\n".join(p.line() for p in problems)
    assert found is not None
    return found


def every_case() -> list[object]:
    """List all cases of all tables by file and number; a file that cannot be read stands for itself."""
    found: list[object] = []
    for path in TABLES:
        read, _ = load_table(path.name, path.read_bytes())
        cases = read.case if read else ()
        found += [pytest.param(path.stem, i, id=f"{path.stem}: {c.provision}: {c.name}") for i, c in enumerate(cases)]
        found += [] if cases else [pytest.param(path.stem, 0, id=path.stem)]
    return found


@pytest.mark.parametrize(("stem", "number"), every_case())
def test_the_law_answers_as_the_table_expects(stem: str, number: int) -> None:
    """Each case of each table gives the expected answer."""
    cases = table(Path(__file__).parent / f"{stem}.toml")
    assert cases.case, f"{stem}.toml: no case can be read"
    assert law().treaty(cases.treaty), f"{stem}.toml: no law file has the id '{cases.treaty}'"
    case = cases.case[number]
    outcome = run(law(), cases.treaty, case)
    told = "\n  ".join(outcome.trouble)
    assert not outcome.trouble, f"{stem}.toml, case '{case.name}' ({case.provision}, {case.why}):\n  {told}"


@pytest.mark.parametrize("number", range(4))
def test_the_tests_own_table_holds(number: int) -> None:
    """The table of the tests' own law gives the expected answers, positions too."""
    cases = table(DATA / "tables" / "testville-1990.toml")
    assert len(cases.case) == 4
    assert run(own_law(), cases.treaty, cases.case[number]).trouble == ()


def test_a_wrong_expectation_is_told_in_words() -> None:
    """The trouble names what was expected, what came, and why."""
    text = (DATA / "tables" / "testville-1990.toml").read_text(encoding="utf-8")
    changed = text.replace('expect = "no"', 'expect = "yes"').replace('MAR = "no", PRT = "yes" }', 'MAR = "yes" }', 1)
    cases, _ = load_table("changed.toml", changed.encode())
    assert cases is not None
    trouble = [t for c in cases.case for t in run(own_law(), cases.treaty, c).trouble]
    assert trouble == [
        "as MAR sees it expected yes, got no",
        "expected yes, got no: the exception 'own provocation' applies (the victim fired first; they did not stay)",
    ]


def test_a_broken_table_is_refused_with_its_place() -> None:
    """Unknown keys and values are named with line and column."""
    text = (DATA / "tables" / "testville-1990.toml").read_text(encoding="utf-8")
    broken = text.replace('expect = "yes"', 'expect = "yse"').replace("treaty =", "traety =")
    cases, problems = load_table("broken.toml", broken.encode())
    assert cases is None
    assert [p.line() for p in problems] == [
        "broken.toml:1:10: unknown table 'traety'",
        "broken.toml:1:1: 'treaty' is missing: the id of the treaty the cases are about",
        "broken.toml:12:10: unknown value 'yse' (did you mean 'yes'?)",
    ]


def test_a_slip_does_not_pass_for_a_no() -> None:
    """A provision or a state the treaty does not know is named, though nothing listed means NO."""
    text = (DATA / "tables" / "testville-1990.toml").read_text(encoding="utf-8")
    slips = (
        text.replace('"art-3"', '"art-33"')
        .replace('obliged = "FRA"', 'obliged = "DEU"')
        .replace('"not listed"', '"no"')
    )
    cases, _ = load_table("slips.toml", slips.encode())
    assert cases is not None
    trouble = [run(own_law(), cases.treaty, c).trouble[:2] for c in cases.case[2:]]
    assert trouble == [
        ("the treaty has no provision 'art-33'", "the treaty never concerned 'DEU'"),
        ("the treaty has no provision 'art-33'",),
    ]
