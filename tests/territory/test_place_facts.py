"""Place facts from grounds made by hand."""

from __future__ import annotations

import pytest

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records.finding import HolderView
from casus.territory.ground import Ground
from casus.territory.place_facts import disputed, held_by, owned_by


def view(by: str, holder: str) -> HolderView:
    """Make a view."""
    return HolderView(position=by, holder=holder, source="a speech")


OWN, THEIRS = view("ARM", "ARM"), view("AZE", "AZE")


@pytest.mark.parametrize(
    ("ground", "party", "truth", "positions"),
    [
        (Ground(standing="map", recognised="ARM", recognised_why="the map"), "ARM", YES, {}),
        (Ground(standing="map", recognised="ARM", recognised_why="the map"), "AZE", NO, {}),
        (Ground(standing="map", recognised_why="near", doubt=("ARM", "AZE")), "ARM", UNKNOWN, {}),
        (Ground(standing="map", recognised_why="near", doubt=("ARM", "AZE")), "RUS", NO, {}),
        (Ground(standing="sea", recognised_why="sea"), "ARM", NO, {}),
        (Ground(standing="unknown", recognised_why="out of range"), "ARM", UNKNOWN, {}),
        (
            Ground(standing="positions", recognised="ARM", recognised_why="by all", views=(OWN, THEIRS)),
            "AZE",
            NO,
            {"ARM": NO, "AZE": YES},
        ),
        (
            Ground(standing="positions", recognised_why="none", views=(OWN, THEIRS)),
            "ARM",
            UNKNOWN,
            {"ARM": YES, "AZE": NO},
        ),
        (Ground(standing="positions", recognised_why="none", views=(OWN, THEIRS)), "RUS", NO, {"ARM": NO, "AZE": NO}),
        (
            Ground(
                standing="positions",
                recognised="ARM",
                recognised_why="in the main",
                views=(OWN, THEIRS),
                doubt=("ARM", "AZE"),
                undemarcated=("ARM", "AZE"),
            ),
            "ARM",
            UNKNOWN,
            {"ARM": YES, "AZE": NO},
        ),
    ],
)
def test_whose_it_is_recognised_as(ground: Ground, party: str, truth: Truth, positions: dict[str, Truth]) -> None:
    """Recognised, doubtful, claimed and unmarked ground each give their answer, and each position its own."""
    fact = owned_by("place.of_beneficiary", ground, party)
    assert (fact.truth, fact.positions) == (truth, positions)
    assert fact.reason == ground.recognised_why


def test_who_holds_it() -> None:
    """The one that holds it does, others do not, and who backs the holder is a matter of reading."""
    ground = Ground(
        standing="positions",
        recognised="AZE",
        recognised_why="by all",
        controller="AZE-ARTSAKH",
        controller_why="by arms",
        backed_by=("ARM",),
    )
    answers = [held_by("place.held_by_beneficiary", ground, p).truth for p in ("AZE-ARTSAKH", "AZE", "ARM")]
    assert answers == [YES, NO, UNKNOWN]


def test_divided_control_is_open_for_the_rivals_only() -> None:
    """Where control is divided it is open for those whose ground it may be, and NO for others."""
    ground = Ground(standing="positions", recognised_why="none", views=(OWN, THEIRS))
    answers = [held_by("place.held_by_beneficiary", ground, p).truth for p in ("ARM", "AZE", "RUS")]
    assert answers == [UNKNOWN, UNKNOWN, NO]


@pytest.mark.parametrize(
    ("views", "truth"),
    [
        ((), NO),
        ((THEIRS,), NO),
        ((OWN, THEIRS), YES),
        ((THEIRS, view("AZE-ARTSAKH", "AZE-ARTSAKH")), NO),
        ((view("ARM", "ARM"),), YES),
    ],
)
def test_what_counts_as_a_dispute_between_states(views: tuple[HolderView, ...], truth: Truth) -> None:
    """Two states, or a state against the recognised sovereign, dispute it; an unrecognised entity does not."""
    ground = Ground(standing="positions", recognised="AZE", recognised_why="by all", views=views)
    assert disputed("place.disputed", ground).truth is truth


def test_a_former_code_is_the_state_that_goes_on() -> None:
    """Ground that Rhodesia held in 1975 was held by the state whose code is Zimbabwe's today."""
    ground = Ground(standing="map", recognised="GBR", recognised_why="a list", controller="RHO")
    assert held_by("place.held_by_beneficiary", ground, "ZWE").truth is YES
    assert held_by("place.held_by_beneficiary", ground, "GBR").truth is NO
