"""People's decisions applied to cases."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Literal

import pytest
from tests.incidents.made import OCCUPY, Atlas, one

from casus.incidents import Gathered, apply, gather, objections
from casus.logic import NO, YES
from casus.records import Case, Decision

REPORT, READING = one(OCCUPY)
GATHERED: Gathered = gather([REPORT], [READING], gazetteer=Atlas())[0]
assert GATHERED.incident is not None
CASE = GATHERED.incident.cases[0].id


def decision(
    number: int,
    does: Literal["set-fact", "correct", "undo", "merge"],
    target: str = CASE,
    name: str | None = None,
    value: str | None = None,
) -> Decision:
    """Make a decision, later ones at later minutes."""
    at = datetime(2021, 5, 16, 12, number, tzinfo=UTC)
    return Decision(
        id=f"d{number}", does=does, target=target, name=name, value=value, by="an editor", at=at, why="seen"
    )


def case(*decisions: Decision) -> Case:
    """Give the case with decisions applied."""
    incident = apply(decisions, GATHERED).incident
    assert incident is not None
    return incident.cases[0]


def test_a_fact_set_by_a_person_stands_in_the_case() -> None:
    """The latest of two settings holds, whatever the order given."""
    first = decision(1, "set-fact", name="act.fire_opened", value="no")
    second = decision(2, "set-fact", name="act.fire_opened", value="yes")
    assert case(first).facts == {"act.fire_opened": NO}
    assert case(second, first).facts == {"act.fire_opened": YES}


def test_an_undoing_and_its_undoing() -> None:
    """A decision undone does not hold; an undoing undone leaves it standing."""
    setting = decision(1, "set-fact", name="act.fire_opened", value="no")
    undo, redo = decision(2, "undo", target="d1"), decision(3, "undo", target="d2")
    assert case(setting, undo).facts == {}
    assert case(setting, undo, redo).facts == {"act.fire_opened": NO}


def test_days_and_sides_can_be_corrected() -> None:
    """The case keeps its id, so that what rests on it still finds it."""
    right = case(
        decision(1, "correct", name="on", value="2021-05-11"), decision(2, "correct", name="victim", value="ARM, RUS")
    )
    assert (right.id, right.on, right.victim) == (CASE, date(2021, 5, 11), ("ARM", "RUS"))


def test_what_was_gathered_is_never_edited() -> None:
    """Applying gives a new record; without an incident there is nothing to correct."""
    case(decision(1, "set-fact", name="act.fire_opened", value="no"))
    assert GATHERED.incident is not None
    assert GATHERED.incident.cases[0].facts == {}
    empty = Gathered(events=(), incident=None)
    assert apply([decision(1, "set-fact", name="x", value="no")], empty) == empty


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (decision(1, "set-fact", name="act.fire_opened", value="perhaps"), "'perhaps' is not one of yes, no, unknown"),
        (decision(1, "set-fact", name="act.fire_opened"), "it gives no name or no value"),
        (decision(1, "correct", name="on", value="May"), "'May' is not a day like 2021-05-12"),
        (decision(1, "correct", name="colour", value="red"), "a case has no 'colour' to correct"),
        (decision(1, "set-fact", target="case-0", name="x", value="no"), "there is no case case-0"),
    ],
)
def test_what_cannot_be_applied_is_told(wrong: Decision, what: str) -> None:
    """A decision that does not fit changes nothing and is named with the reason."""
    assert apply([wrong], GATHERED) == GATHERED
    assert [(p.where, p.what) for p in objections([wrong], GATHERED)] == [("decision d1", what)]


def test_decisions_on_other_things_are_left_to_others() -> None:
    """Merging events or correcting statements is no business of the cases."""
    assert objections([decision(1, "merge", target="event-1"), decision(2, "correct", target="s1")], GATHERED) == ()
