"""Where statements happen, by no name of the tables: things, sides, distances, adverbs, what is carried over."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from casus.intake import receive
from casus.pipeline import tools
from casus.reading import read

_TABLE = Path(__file__).with_name("place_truth.tsv")


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["sentence"][:40])
def test_a_statement_happens_where_its_sentence_says(row: dict[str, str]) -> None:
    """The place of the statement with the trigger has the words of the row in it."""
    pytest.importorskip("sudachipy" if row["language"] == "ja" else "pymorphy3" if row["language"] == "ru" else "casus")
    report, _ = receive(row["sentence"].encode())
    assert report is not None
    reading, _ = read(report, gazetteer=tools().territory)
    found = [s for s in reading.statements if row["trigger"] in s.trigger.text]
    assert found, [s.trigger.text for s in reading.statements]
    place = found[0].place
    assert place is not None
    assert row["place"] in (place.text or "")


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Canberra complained through diplomatic channels.", "complained"),
        ("There was fighting between the two armies on Sunday.", "fighting"),
        ("Боевики пошли на переговоры под угрозой санкций.", "переговоры"),
    ],
)
def test_what_is_no_ground_is_no_place(sentence: str, trigger: str) -> None:
    """Channels, an empty there and a threat are no places."""
    report, _ = receive(sentence.encode())
    assert report is not None
    reading, _ = read(report, gazetteer=tools().territory)
    assert all(s.place is None for s in reading.statements if trigger in s.trigger.text)
