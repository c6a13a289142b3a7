"""Parties by name: states, organisations, unrecognised entities and groups."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from casus.vocabulary.party_names import coded, coded_list, entities, known_party
from casus.vocabulary.states import states


@pytest.mark.parametrize("party", ["ARM", "AZE-ARTSAKH", "IGO CSTO", "NSA HAMAS"])
def test_a_party_has_a_name_in_both_languages(party: str) -> None:
    """Names are words, never codes."""
    name = known_party(party)
    assert name is not None
    assert set(name) == {"en", "ja"}
    assert party not in name.values()


def test_reasons_write_codes_in_english_and_names_in_japanese() -> None:
    """The English of a reason keeps the code, which others spell out; an unknown party is its code in both."""
    assert coded("ARM") == {"en": "ARM", "ja": "アルメニア"}
    assert coded("XYZ")["ja"] == "XYZ"
    assert coded_list(["ARM", "RUS"])["ja"] == "アルメニア、ロシア"


def test_every_party_of_the_positions_has_a_name() -> None:
    """Whoever holds, claims or is recognised in a file of positions can be named."""
    found = set()
    for file in (files("casus") / "data" / "positions").iterdir():
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        for key, fields in (("control", ("by",)), ("claim", ("by", "holder")), ("recognised", ("state",))):
            found |= {row[f] for row in tables.get(key, []) for f in fields if f in row}
    assert sorted(p for p in found if known_party(p) is None) == []


def test_entities_are_no_states() -> None:
    """The table of entities names nothing that the table of states has."""
    assert [e for e in entities() if states().by_code(e)] == []
