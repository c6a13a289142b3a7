"""Precedents are recalled by name, or where words name states on both sides and are no long list."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests.briefing.made import assessment

from casus.outlook import precedents, recalled
from casus.records import Comment


def brought_up(words: str, sides: frozenset[str] = frozenset()) -> set[str]:
    """Give what a comment brings up, below a made report of 2024."""
    made = assessment()
    report = replace(made.reports[0], text=words, language="en", published=date(2024, 1, 1))
    comment = Comment(
        id="c", span=(0, len(words)), replies_to=None, topic="context", hypothesis=None, stance="asserts", about=None
    )
    reading = replace(made.readings[0], statements=(), comments=(comment,))
    found = recalled([report], [reading], precedents(), sides=sides)
    assert all(r.by_reader for r in found)
    return {r.precedent for r in found}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Remember the Gulf War?", {"kuwait-1990"}),
        ("Did Kyrgyzstan and Tajikistan not fight too?", {"kyrgyz-tajik-2022"}),
        ("Russia, Armenia, Belarus, Kazakhstan, Kyrgyzstan and Tajikistan are members.", set()),
        ("Nothing like it.", set()),
        ("Russia would have to cross Georgia.", set()),
    ],
)
def test_recalled(words: str, expected: set[str]) -> None:
    """By name one, by two states the latest between them, by a list of members none."""
    if "kyrgyz-tajik-2022" not in {p.id for p in precedents()}:
        expected = {"kyrgyz-tajik-2021" if e == "kyrgyz-tajik-2022" else e for e in expected}
    assert brought_up(words) == expected


def test_the_incident_s_own_sides_recall_nothing() -> None:
    """Naming the two who fight now is no precedent; naming others beside them is."""
    own = frozenset({"KGZ", "TJK"})
    assert brought_up("Kyrgyzstan and Tajikistan again.", own) == set()
