"""The Japanese predicate lexicon: every row is well formed and its example shows what it says."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from casus.vocabulary.concepts import concepts

COLUMNS = ("predicate", "concept", "pos", "roles", "example", "trigger", "actor", "recipient", "source")
POS = {"vn", "v", "n", "adj", "phrase"}
ROLES = {"actor", "recipient", "place", "none"}
PARTICLES = {"が", "は", "を", "に", "へ", "で", "と", "から", "まで", "の", "も", "への", "との", "からの", "に対し",
             "に対して", "に対する", "に向けて", "には", "の前に"}  # fmt: skip

Row = dict[str, str]


def _lines() -> list[str]:
    table = files("casus") / "data" / "languages" / "ja" / "predicates.tsv"
    return table.read_text(encoding="utf-8").splitlines()


ROWS: list[Row] = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in _lines()[1:]]
by_predicate = pytest.mark.parametrize("row", ROWS, ids=[row["predicate"] for row in ROWS])


def test_the_lexicon_is_wide() -> None:
    """It has at least 400 rows over at least 150 concepts."""
    assert tuple(_lines()[0].split("\t")) == COLUMNS
    assert len(ROWS) >= 400
    assert len({row["concept"] for row in ROWS}) >= 150


def test_a_form_stands_once() -> None:
    """No form, alternates included, belongs to two rows."""
    forms = Counter(form for row in ROWS for form in row["predicate"].split("|"))
    assert [form for form, count in forms.items() if count > 1] == []


def test_every_concept_can_be_said_in_japanese() -> None:
    """Each concept of the shared table has a row."""
    assert set(concepts()) - {row["concept"] for row in ROWS} == set()


def test_examples_are_varied() -> None:
    """No example serves two rows, and negative, passive and attempted acts are among them."""
    repeated = [example for example, count in Counter(row["example"] for row in ROWS).items() if count > 1]
    assert repeated == []
    triggers = " ".join(row["trigger"] for row in ROWS)
    assert all(ending in triggers for ending in ("ない", "された", "ようとし", "ている", "だろう"))


@by_predicate
def test_a_row_is_well_formed(row: Row) -> None:
    """Concept, part of speech, particles and roles are known, nothing is empty that must not be."""
    assert row["concept"] in concepts()
    assert row["pos"] in POS
    for pair in filter(None, row["roles"].split(",")):
        particle, _, role = pair.partition("=")
        assert particle in PARTICLES
        assert role in ROLES
    assert row["source"] == "own"
    assert all(cell == cell.strip() for cell in row.values())


@by_predicate
def test_the_example_shows_trigger_and_parties(row: Row) -> None:
    """Trigger, actor and recipient are substrings of the example, which is one whole sentence."""
    example = row["example"]
    assert example.endswith("。")
    assert example.count("。") == 1
    assert row["trigger"] in example
    assert row["trigger"]
    assert row["actor"] == "-" or row["actor"] in example
    assert row["recipient"] == "-" or row["recipient"] in example


@by_predicate
def test_the_example_uses_a_form_of_the_row(row: Row) -> None:
    """The invariant head of one alternate stands in the example."""
    assert any(_heads_in(form, row["example"]) for form in row["predicate"].split("|"))


@by_predicate
def test_the_form_fits_its_part_of_speech(row: Row) -> None:
    """Verbal nouns stand without する, and a verb ends as verbs do."""
    for form in row["predicate"].split("|"):
        if row["pos"] == "vn":
            assert not form.endswith(("する", "だ"))
        if row["pos"] == "v":
            assert form[-1] in "うくぐすつぬぶむる"


def _heads_in(form: str, example: str) -> bool:
    """Is the part of a form that inflection leaves alone in the example, bit by bit where words may come between?"""
    head = form.removesuffix("する").removesuffix("ない").removesuffix("だ")
    head = head[:-1] if head == form and form[-1] in "うくぐすつぬぶむる" and len(form) > 1 else head
    return all(bit in example for bit in head.replace("が", " ").replace("を", " ").replace("に", " ").split())
