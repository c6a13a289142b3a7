"""The Russian tables: rows reach concepts, and examples are read as they say."""

from __future__ import annotations

import pytest

pytest.importorskip("pymorphy3")

from casus.reading.lexicon import check, forms, predicates
from casus.reading.tables import rows


def test_predicates_name_known_concepts() -> None:
    """Every row of the predicate table reaches a concept."""
    listed = sum(len(forms(r["predicate"])) for r in rows("languages", "ru", "predicates.tsv"))
    assert len(predicates("ru")) == listed


def test_there_are_four_hundred_predicates() -> None:
    """The table has more rows than the least it must."""
    assert len(rows("languages", "ru", "predicates.tsv")) >= 400


def test_every_governing_word_puts_its_example_as_it_says() -> None:
    """Each governing word puts the act of its example as the row expects."""
    assert [p.line() for p in check("ru") if "/governors.tsv" in p.where] == []


def test_nine_in_ten_predicate_rows_are_read_as_they_say() -> None:
    """The examples of the predicate rows give the row's concept, actor and recipient, nine times in ten."""
    failing = [p for p in check("ru") if "/predicates.tsv" in p.where]
    assert len(failing) <= 0.1 * len(rows("languages", "ru", "predicates.tsv"))
