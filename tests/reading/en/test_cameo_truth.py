"""Ordinary wire sentences over the whole of CAMEO: each is read with its PLOVER type, by who acts and on whom."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from casus.reading.lexicon_check import statements_of
from casus.records import Party
from casus.records.statement import PloverType

ANY = "-"


def _rows() -> list[tuple[str, ...]]:
    """Give the rows of the table: sentence, types that are right, words of the actor, words of the recipient."""
    lines = Path(__file__).with_name("cameo_truth.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


TRUTH = _rows()


def _overlap(expected: str, party: Party | None) -> bool:
    """Ask whether a party's words hold the expected ones, or are held by them."""
    if expected == ANY:
        return True
    text = party.text if party is not None else None
    return bool(text) and (expected in str(text) or str(text) in expected)


@pytest.mark.parametrize(("text", "types", "actor", "recipient"), TRUTH, ids=[row[0][:50] for row in TRUTH])
def test_a_wire_sentence_gets_its_type(text: str, types: str, actor: str, recipient: str) -> None:
    """Some statement of the sentence has a type that is right, and its parties are those of the sentence."""
    read = statements_of(text, "en")
    right = [s for s in read if s.event.type in types.split("|")]
    assert right, [(s.trigger.text, s.event.type) for s in read]
    parties = [(s.actor and s.actor.text, s.recipient and s.recipient.text) for s in right]
    assert any(_overlap(actor, s.actor) and _overlap(recipient, s.recipient) for s in right), parties


def test_the_table_covers_every_type() -> None:
    """At least four hundred sentences, none twice, and at least fifteen for each PLOVER type."""
    assert len({row[0] for row in TRUTH}) == len(TRUTH) >= 400
    counts = Counter(type_ for row in TRUTH for type_ in row[1].split("|"))
    assert set(counts) == set(get_args(PloverType))
    assert min(counts.values()) >= 15
