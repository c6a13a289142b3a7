"""Party ids read into sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.records.party import ROLES, ground_of, is_state, sides


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("AZE", ["AZE"]),
        ("AZE MIL", ["AZE"]),
        ("SUN GOV", ["SUN"]),
        ("IGO CSTO", ["IGO CSTO"]),
        ("IGO NATO MIL", ["IGO NATO"]),
        ("MDA PMR GOV", ["MDA-PMR"]),
        ("AZE-ARTSAKH MIL", ["AZE-ARTSAKH"]),
        ("XKX CIV SRB", ["XKX"]),
        ("PSE HAMAS REB", ["NSA HAMAS"]),
        ("NSA WAGNER", ["NSA WAGNER"]),
        ("REB", ["NSA REB"]),
        ("USA MIL, GBR MIL, USA GOV", ["USA", "GBR"]),
        ("DIPLOMATS", []),
        ("unknown", []),
        ("CIV", []),
        ("", []),
    ],
)
def test_a_party_id_names_these_sides(written: str, expected: list[str]) -> None:
    """Countries, organisations, entities and groups are sides; words and bare roles are not."""
    assert [side.id for side in sides(written)] == expected


def test_only_those_who_can_use_force_are_armed() -> None:
    """Fishermen and reporters are hit by acts, and never the attackers."""
    assert [sides(p)[0].armed for p in ("CHN CIV", "LBY MED", "CHN", "CHN COP", "CHN GOV", "CHN CIV MIL")] == [
        False,
        False,
        True,
        True,
        True,
        True,
    ]


def test_the_ground_of_an_entity_is_its_sovereigns() -> None:
    """An unrecognised entity stands on the ground of the recognised sovereign; groups on nobody's."""
    assert [ground_of(p) for p in ("ARM", "AZE-ARTSAKH", "NSA REB", "IGO NATO")] == ["ARM", "AZE", None, None]


@given(st.text())
def test_any_text_is_read_without_trouble(written: str) -> None:
    """No id breaks the reading, and no role is ever taken for a state."""
    for side in sides(written):
        assert side.id
        assert not (is_state(side.id) and side.id in ROLES)
