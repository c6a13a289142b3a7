"""The tables of a language: every row's example is read as the row says."""

from __future__ import annotations

import pytest

from casus.reading.lexicon import check, cues, predicates
from casus.reading.tables import rows

pytest.importorskip("sudachipy")


def test_every_cue_with_an_example_is_read_as_it_expects() -> None:
    """No cue row of the Japanese tables contradicts its example."""
    assert [p.line() for p in check("ja") if "/cues.tsv" in p.where] == []


def test_nearly_every_predicate_row_is_read_as_it_says() -> None:
    """The examples of the predicate rows give the row's concept, actor and recipient, ninety-six times in a hundred."""
    failing = [p for p in check("ja") if "/predicates.tsv" in p.where]
    assert len(failing) <= 0.04 * len(rows("languages", "ja", "predicates.tsv"))


def test_every_kind_of_cue_has_an_example() -> None:
    """Each kind of cue that decides a modality is shown at work."""
    shown = {c.kind for c in cues("ja") if c.example}
    assert {"report", "operator", "noun", "ending", "light", "subordinator"} <= shown


def test_predicates_name_known_concepts() -> None:
    """Every row of the predicate table reaches a concept."""
    listed = sum(len(r["predicate"].split("|")) for r in rows("languages", "ja", "predicates.tsv"))
    assert len(predicates("ja")) == listed
