"""The package's law as a whole: every fact has somebody who answers it, every weak part says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from casus.treaties import Law, Outcome, load_law, load_table
from casus.treaties.checking import outcomes
from casus.treaties.evaluation import nodes
from casus.treaties.fact_answers import ENGINE_FACTS
from casus.treaties.place_answers import HOMELAND
from casus.treaties.wording import FROM_MEMORY, PLACE_FROM_MEMORY

TESTS = Path(__file__).parent.parent
ASKED_ONLY = TESTS.parent / "docs" / "asked-only.md"
ROOMS = ("facts", "incidents", "pipeline", "territory", "treaties")
"""Folders of tests in which a fact is answered from a report, a map, or the records of requests and decisions."""


@cache
def law() -> Law:
    """Load the package's law."""
    return load_law()[0]


def used() -> list[str]:
    """List the facts that any text of the law asks about."""
    names = {n for t in law().treaties for p in t.provisions for text in p.text for n in law().names(t, text)}
    return sorted(names & set(law().facts))


@cache
def tests_of_rooms() -> str:
    """Read the tests of the rooms that answer facts."""
    return "".join(f.read_text("utf-8") for room in ROOMS for f in sorted((TESTS / room).glob("*.*")))


@pytest.mark.parametrize("name", used())
def test_every_fact_has_a_rule_that_answers_it_or_is_for_a_person(name: str) -> None:
    """Concepts of statements (each tried in ``tests/facts/test_table``), a tested room, or ``docs/asked-only.md``."""
    fact = law().facts[name]
    if fact.from_ == "asked-only":
        assert f"`{name}`" in ASKED_ONLY.read_text("utf-8")
    elif not (fact.yes_from or fact.no_from):
        rooms = name in ENGINE_FACTS or name == HOMELAND or f'"{name}"' in producing()
        assert rooms, f"nothing answers {name}"
        assert name in tests_of_rooms(), f"no test has {name}"


@cache
def producing() -> str:
    """Read the code of the rooms that derive facts from statements and roles."""
    source = TESTS.parent / "src" / "casus"
    return "".join(
        f.read_text("utf-8") for room in ("facts", "incidents") for f in sorted((source / room).glob("*.py"))
    )


def test_what_only_a_person_can_answer_is_asked_of_a_person() -> None:
    """The page names exactly the facts that are marked so."""
    first = ASKED_ONLY.read_text("utf-8").split("These come from reports only in part")[0]
    listed = {n for n in law().facts if f"| `{n}` |" in first}
    assert listed == {n for n, f in law().facts.items() if f.from_ == "asked-only"}


@cache
def every_outcome() -> list[Outcome]:
    """Run all case tables."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        table, _ = load_table(path.name, path.read_bytes())
        assert table is not None
        found += outcomes(law(), table)
    return found


def test_a_finding_from_memory_says_so() -> None:
    """No finding is surer than its weakest file, and its sentence says which part was not checked."""
    weak = [o.finding for o in every_outcome() if o.finding and o.finding.certainty == "memory"]
    assert weak
    assert all(f.why.endswith((FROM_MEMORY, PLACE_FROM_MEMORY)) for f in weak)
    sure = [o.finding for o in every_outcome() if o.finding and o.finding.certainty != "memory"]
    assert not any(FROM_MEMORY in f.why for f in sure)


def test_every_exception_of_the_law_shows_in_a_proof() -> None:
    """An exception that no case ever shows would be words nobody tried."""
    written = {(t.id, e.name) for t in law().treaties for p in t.provisions for x in p.text for e in x.exception}
    proofs = [(o.finding.treaty, o.finding.because) for o in every_outcome() if o.finding]
    shown = {(treaty, n.name) for treaty, proof in proofs for n in nodes(proof) if n.kind == "exception"}
    assert written <= shown


def test_every_part_has_a_certainty_and_a_source() -> None:
    """Acts carry a source each; every text, term and reading has a certainty of its own or its file's."""
    for treaty in law().treaties:
        assert treaty.certainty
        assert all(a.source for a in treaty.acts), treaty.id
        assert treaty.notes or treaty.certainty == "checked", treaty.id
    assert all(t.certainty for t in law().terms.values())
