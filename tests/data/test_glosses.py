"""The words a brief says a concept with: complete, distinct and fit to stand after the name of an actor."""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files

import pytest

from casus.vocabulary.concepts import Concept, concepts

NOT_A_VERB = {"a", "an", "the", "something", "nobody", "no", "to", "in", "of", "on", "with", "by", "why", "there", "it"}
HELPERS = {"is", "has", "cannot", "does"}


def _rows() -> list[dict[str, str]]:
    table = files("casus") / "data" / "languages" / "ja" / "glosses.tsv"
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


ROWS = _rows()
by_gloss = pytest.mark.parametrize("row", ROWS, ids=[row["concept"] for row in ROWS])
by_concept = pytest.mark.parametrize("concept", concepts().values(), ids=list(concepts()))


def _first(concept: Concept) -> str:
    return re.split(r"[;,]", concept.gloss)[0]


def test_every_concept_has_one_japanese_gloss() -> None:
    """The glosses are those of the concept table, in its order, none twice."""
    assert [row["concept"] for row in ROWS] == list(concepts())


def test_no_two_concepts_sound_the_same() -> None:
    """A reader can tell two concepts apart by their words, in Japanese and in English."""
    for words in ([row["gloss"] for row in ROWS], [_first(c) for c in concepts().values()]):
        assert [gloss for gloss, count in Counter(words).items() if count > 1] == []


@by_gloss
def test_a_japanese_gloss_is_a_short_phrase_in_dictionary_form(row: dict[str, str]) -> None:
    """It ends as a plain present does, has no stop or bracket, and is short enough for a line of a brief."""
    assert row["source"] == "own"
    assert row["gloss"] == row["gloss"].strip()
    assert 2 <= len(row["gloss"]) <= 20
    assert row["gloss"][-1] in "うくぐすつぬぶむるい"
    assert not re.search(r"[、。・()A-Za-z\s]", row["gloss"])


@by_concept
def test_an_english_gloss_opens_with_a_verb_that_can_stand_alone(concept: Concept) -> None:
    """Its first part, before a semicolon, has no comma, starts with a third-person verb and ends in no loose word."""
    head = concept.gloss.partition(";")[0]
    assert head == head.strip()
    assert "," not in head
    words = head.split()
    assert words[0] in HELPERS or (words[0].endswith("s") and words[0] not in NOT_A_VERB)
    assert words[-1] not in {"at", "of", "to", "with", "that", "from", "for", "or", "and"}
