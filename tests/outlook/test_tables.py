"""The small tables of this room name only states and concepts that exist."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from casus.outlook.capabilities import COLUMNS
from casus.outlook.drafting import contraries
from casus.outlook.features import NUCLEAR, has_nuclear_weapons
from casus.vocabulary.concepts import concepts
from casus.vocabulary.states import states
from casus.vocabulary.tables import read_table


def test_every_state_is_known_and_no_abbreviation_is_two_states_at_once() -> None:
    """Years of one abbreviation do not overlap."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in read_table("cow-states.tsv", COLUMNS):
        assert states().by_code(row["state"]) is not None, row
        spans.setdefault(row["stateabb"], []).append((int(row["from"] or 0), int(row["until"] or 9999)))
    for name, years in spans.items():
        ordered = sorted(years)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(ordered)), name


@pytest.mark.parametrize(
    ("state", "on", "has"),
    [
        ("SUN", "1990-01-01", True),
        ("RUS", "2021-05-12", True),
        ("ARM", "2021-05-12", False),
        ("ZAF", "1995-01-01", False),
    ],
)
def test_who_had_nuclear_weapons_on_a_day(state: str, on: str, has: bool) -> None:
    """By the table's days."""
    assert has_nuclear_weapons(state, date.fromisoformat(on)) is has
    assert all(states().by_code(row["state"]) for row in read_table("nuclear.tsv", NUCLEAR))


def test_contraries_are_concepts() -> None:
    """Each once, and none its own contrary."""
    named = [c for pair in contraries() for c in pair]
    assert set(named) <= set(concepts())
    assert len(set(named)) == len(named)
