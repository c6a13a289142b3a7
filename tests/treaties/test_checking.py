"""Is the law whole, as ``casus treaties check`` asks."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.treaties.made import DATA, law, treaty

from casus.treaties import check, load_law
from casus.treaties.answering import unanswered
from casus.treaties.expression import Expression
from casus.treaties.law import Term


def test_the_packages_law_loads_without_problems() -> None:
    """No law file of the package is refused."""
    _, problems = load_law()
    assert not problems, "\n".join(p.line() for p in problems)


def test_tables_that_leave_something_out_are_named() -> None:
    """Every obliging provision wants a YES, a NO and an UNKNOWN; look-alikes and mere rights want none."""
    told = [p.line() for p in check(law(), DATA / "tables")]
    assert told == [
        "testfield-2012.toml: par-2: no case with no, unknown",
        "testport-1960.toml: note-1: no case with yes, no, unknown",
        "testville-1990.toml: art-2: no case with yes, no, unknown",
        "testville-1990.toml: art-5: no case with yes, no, unknown",
    ]


def test_an_exception_that_no_case_shows_is_named(tmp_path: Path) -> None:
    """A table without the case of provocation is told so, and so are wrong answers and unknown treaties."""
    text = (DATA / "tables" / "testville-1990.toml").read_text(encoding="utf-8")
    (tmp_path / "testville-1990.toml").write_text(
        text.replace('"victim.fired_first" = "yes"', '"act.fire_opened" = "no"')
    )
    (tmp_path / "nowhere.toml").write_text('treaty = "nowhere-1900"\ncase = []\n')
    told = [p.line() for p in check(law(), tmp_path)]
    assert "testville-1990.toml: art-3: the exception 'own provocation' applies in no case" in told
    assert "nowhere.toml: no law file has the id 'nowhere-1900'" in told


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"provisions": ()}, "no provision: a look-alike needs one too, to say that it does not oblige"),
        ({"acts": ()}, "nobody ever becomes bound (a look-alike takes effect for somebody too)"),
        (
            {"terms": {"idle": Term(says="idle", when=Expression("act.fire_opened"))}},
            "the term 'idle' is used by no provision",
        ),
    ],
)
def test_a_treaty_that_says_too_little_is_named(changes: dict[str, object], what: str) -> None:
    """Without provisions, parties or use of a term a file is not whole."""
    poor = msgspec.structs.replace(treaty(), **changes)
    told = [p.line() for p in check(msgspec.structs.replace(law(), treaties=(poor,)))]
    assert f"treaties/testville-1990.toml: {what}" in told


def repository(folder: Path, *, page: str, test: str) -> Path:
    """Lay out a checkout with a page for persons, one test of the facts room, and the tests' own tables."""
    for part in ("docs", "tests/facts", "tests/treaties"):
        (folder / part).mkdir(parents=True)
    (folder / "docs" / "asked-only.md").write_text(page)
    (folder / "tests" / "facts" / "test_made.py").write_text(test)
    return folder


ONLY_A_PERSON = "| `act.by_regular_forces` | who sent them? | nobody says |"


@pytest.mark.parametrize(
    ("page", "test", "from_", "wanted"),
    [
        (ONLY_A_PERSON, "", "asked-only", []),
        (
            "",
            "",
            "asked-only",
            ["'act.by_regular_forces' is for a person only, but docs/asked-only.md does not ask it"],
        ),
        ("", "# act.by_regular_forces", "facts", []),
        ("", "", "facts", ["'act.by_regular_forces' is answered by no rule with a test"]),
    ],
)
def test_a_fact_nobody_answers_is_named(page: str, test: str, from_: str, wanted: list[str], tmp_path: Path) -> None:
    """A fact the law asks about has a rule and a test, or stands on the page of what only a person can answer."""
    entry = msgspec.structs.replace(load_law()[0].facts["act.by_regular_forces"], from_=from_)
    whole = load_law()[0]
    poor = msgspec.structs.replace(whole, facts={"act.by_regular_forces": entry})
    told = [p.what for p in unanswered(poor, repository(tmp_path, page=page, test=test))]
    assert told == wanted


def test_a_finding_that_hides_its_memory_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason that does not say that its law was never checked is a fault; so is one that says it without need."""
    table = DATA / "tables"
    monkeypatch.setattr("casus.treaties.checking.FROM_MEMORY", "(words no reason ends with)")
    weak = msgspec.structs.replace(treaty(), certainty="memory")
    told = [p.what for p in check(msgspec.structs.replace(law(), treaties=(weak,)), table)]
    assert any(what.startswith("certainty is memory, but the reason says ") for what in told)
