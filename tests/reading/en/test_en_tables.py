"""The English tables: rows are read as they say, and nine in ten examples give their concept, actor and recipient."""

from __future__ import annotations

from casus.reading.en.words import governors
from casus.reading.lexicon import check, forms, predicates
from casus.reading.tables import rows
from casus.records.statement import Modality


def test_each_row_is_read_as_it_says() -> None:
    """The example of every predicate and governing row gives the row's concept, parties and modality."""
    assert [f"{p.where}: {p.what}" for p in check("en")] == []


def test_predicates_name_known_concepts() -> None:
    """Every row of the predicate table reaches a concept."""
    assert len(predicates("en")) == sum(len(forms(r["predicate"])) for r in rows("languages", "en", "predicates.tsv"))


def test_what_governs_gives_a_known_modality() -> None:
    """A governing word's effect is a label of the reading format, or none."""
    labels = set(Modality.__args__) | {"none", ""}  # type: ignore[attr-defined]
    assert {g.effect for many in governors().values() for g in many} <= labels


def test_every_governing_row_has_an_example_with_one_of_its_words() -> None:
    """Rows that put content have an example of our own."""
    assert all(r["example"] for r in rows("languages", "en", "governors.tsv"))
