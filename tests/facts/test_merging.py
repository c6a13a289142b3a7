"""Facts put into cases, and people's corrections into facts."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.told import CASE

from casus.facts import DECIDED, apply, fill, merge
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Decision, Fact, Incident

FIRE = "act.fire_opened"


def fact(truth: Truth, position: str, *, name: str = FIRE, case: str = CASE.id) -> Fact:
    """Make a fact."""
    return Fact(case=case, name=name, truth=truth, position=position)


def setting(value: str | None = "no", *, number: int = 1, target: str = CASE.id) -> Decision:
    """Make a decision that sets whether fire was opened."""
    at = datetime(2021, 5, 16, 12, number, tzinfo=UTC)
    return Decision(
        id=f"d{number}", does="set-fact", target=target, name=FIRE, value=value, by="an editor", at=at, why="two videos"
    )


@pytest.mark.parametrize(
    ("facts", "agreed", "told_by_victim"),
    [
        ([fact(YES, "reported")], YES, YES),
        ([fact(YES, "ARM")], UNKNOWN, YES),
        ([fact(NO, "AZE")], UNKNOWN, UNKNOWN),
        ([fact(YES, "ARM"), fact(YES, "AZE")], YES, YES),
        ([fact(YES, "ARM"), fact(NO, "AZE")], UNKNOWN, YES),
        ([fact(YES, "reported"), fact(NO, "ARM")], YES, NO),
        ([fact(UNKNOWN, "reported"), fact(YES, "ARM")], UNKNOWN, YES),
        ([fact(UNKNOWN, "reported"), fact(YES, "ARM"), fact(YES, "AZE")], UNKNOWN, YES),
        ([fact(YES, "reported", case="another")], UNKNOWN, UNKNOWN),
        ([], UNKNOWN, UNKNOWN),
    ],
)
def test_what_counts_for_a_case(facts: list[Fact], agreed: Truth, told_by_victim: Truth) -> None:
    """Agreed: what is reported or said by both sides. Told by a party: its own word before what is reported."""
    assert fill(facts, CASE).fact(FIRE) is agreed
    assert fill(facts, msgspec.structs.replace(CASE, told_by="ARM")).fact(FIRE) is told_by_victim


def test_every_case_of_an_incident_is_filled() -> None:
    """Each takes its own facts."""
    other = msgspec.structs.replace(CASE, id="case-2")
    incident = Incident(id="incident-1", cases=(CASE, other))
    filled = merge([fact(YES, "reported"), fact(NO, "reported", case="case-2")], incident)
    assert [c.fact(FIRE) for c in filled.cases] == [YES, NO]


def test_a_person_and_the_case_itself_go_before_statements() -> None:
    """A fact decided, or given with the case, is not overruled by what a text says."""
    facts = apply([setting("no")], [fact(YES, "reported")])
    assert [(f.position, f.truth) for f in facts] == [("reported", YES), (DECIDED, NO)]
    assert fill(facts, CASE).fact(FIRE) is NO
    stated = msgspec.structs.replace(CASE, facts={FIRE: UNKNOWN})
    assert fill([fact(YES, "reported")], stated).fact(FIRE) is UNKNOWN


def test_the_latest_decision_that_holds_counts() -> None:
    """Undone decisions and values that are none set nothing; the reason says who and why."""
    later = setting("yes", number=2)
    undo = Decision(
        id="d3", does="undo", target="d2", by="an editor", at=datetime(2021, 5, 17, tzinfo=UTC), why="a mistake"
    )
    (decided,) = apply([later, setting("no")], [])
    assert (decided.truth, decided.reason) == (YES, "set by an editor: two videos")
    assert [f.truth for f in apply([later, setting("no"), undo], [])] == [NO]
    assert apply([setting("perhaps"), setting(None)], []) == ()


def test_applying_twice_changes_nothing_more() -> None:
    """Decisions are applied to facts, not to their earlier application."""
    once = apply([setting("no")], [fact(YES, "reported")])
    assert apply([setting("no")], once) == once


TRUTHS = st.sampled_from(list(Truth))
FACTS = st.builds(
    fact, TRUTHS, st.sampled_from(["reported", "ARM", "AZE", "FRA"]), name=st.sampled_from([FIRE, "act.ground_held"])
)


@given(st.lists(FACTS, max_size=8, unique_by=lambda f: (f.name, f.position)))
def test_only_what_somebody_says_gets_into_a_case(facts: list[Fact]) -> None:
    """A case's fact is YES or NO only where reported or said so by a side; the order of facts does not matter."""
    case = fill(facts, CASE)
    assert case == fill(list(reversed(facts)), CASE)
    for name, truth in case.facts.items():
        assert truth in {f.truth for f in facts if f.name == name and f.position in {"reported", "ARM", "AZE"}}
