"""Japanese trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

pytest.importorskip("sudachipy")

ANY = "*"
OWN_VOICE = {"fact", "state", "background"}
PUBLISHED = date(2023, 5, 15)


def _rows() -> list[tuple[str, ...]]:
    """Give the rows of the table: sentence, trigger, modalities, polarity, actor, source."""
    lines = Path(__file__).with_name("traps.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


ROWS = _rows()


def statements_of(sentence: str) -> tuple[Statement, ...]:
    """Read one sentence as a report of its own."""
    report, problems = receive(sentence.encode(), published=PUBLISHED)
    assert report is not None, problems
    reading, problems = read(report, gazetteer=NoPlaces())
    assert problems == ()
    return reading.statements


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]}-{i}" for i, row in enumerate(ROWS, 1)])
def test_a_trap_is_read_as_it_is_meant(row: tuple[str, ...]) -> None:
    """The trigger has the modality, polarity, actor and source that the sentence gives it."""
    sentence, trigger, modalities, polarity, actor, source = row
    found = next((s for s in statements_of(sentence) if trigger in s.trigger.text), None)
    assert found is not None, f"{sentence}: nothing is stated of {trigger}"
    assert found.modality in modalities.split(), sentence
    assert polarity in {found.polarity, ANY}, sentence
    assert actor == ANY or (found.actor is not None and found.actor.text is not None and actor in found.actor.text)
    assert source == ANY or source in (found.source.text or found.source.id)


def test_there_are_enough_traps_and_plain_assertions() -> None:
    """The table holds at least a hundred sentences, a quarter of them plain assertions."""
    sentences = {row[0] for row in ROWS}
    plain = {row[0] for row in ROWS if OWN_VOICE & set(row[2].split()) and row[3] == "positive"}
    assert len(sentences) >= 100
    assert len(plain) >= 25
