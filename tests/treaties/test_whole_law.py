"""The package's law as a whole: every fact has somebody who answers it, every weak part says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from casus.treaties import Law, check, load_law

TESTS = Path(__file__).parent.parent
ASKED_ONLY = TESTS.parent / "docs" / "asked-only.md"


@cache
def law() -> Law:
    """Load the package's law."""
    return load_law()[0]


def test_the_law_is_whole() -> None:
    """What ``casus treaties check`` asks of law, cases, boundary days, exceptions, memory and facts is all so."""
    told = [p.line() for p in check(law(), repository=TESTS.parent)]
    assert told == []


def test_what_only_a_person_can_answer_is_asked_of_a_person() -> None:
    """The page names exactly the facts that are marked so."""
    first = ASKED_ONLY.read_text("utf-8").split("These come from reports only in part")[0]
    listed = {n for n in law().facts if f"| `{n}` |" in first}
    assert listed == {n for n, f in law().facts.items() if f.from_ == "asked-only"}


def test_every_part_has_a_certainty_and_a_source() -> None:
    """Acts carry a source each; every text, term and reading has a certainty of its own or its file's."""
    for treaty in law().treaties:
        assert treaty.certainty
        assert all(a.source for a in treaty.acts), treaty.id
        assert treaty.notes or treaty.certainty == "checked", treaty.id
    assert all(t.certainty for t in law().terms.values())
