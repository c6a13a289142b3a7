"""Search in three languages: two characters are enough, endings do not matter, every term must be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.made import BAKU, BATKEN, YEREVAN, take_in

from casus.desk import searching
from casus.desk.terms import asked, terms


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("陣地", {YEREVAN}),
        ("国境 要請", {YEREVAN}),
        ("snow", {BAKU}),
        ("demarcating", {BAKU}),
        ("キルギス", {BATKEN}),
        ("占領 snow", set()),
        ("、。", set()),
    ],
)
def test_reports_are_found_by_their_words(query: str, found: set[str]) -> None:
    """Japanese by any two characters in a row, others by word or beginning."""
    for name in (YEREVAN, BAKU, BATKEN):
        take_in(name)
    assert {row.record.name for row in searching.reports(query)} >= found
    assert not found - {row.record.name for row in searching.reports(query)}
    assert bool(searching.reports(query)) == bool(found)


@pytest.mark.django_db
def test_statements_are_found_with_their_report() -> None:
    """A statement is found by the sentence it stands in."""
    take_in(YEREVAN)
    hits = list(searching.statements("陣地"))
    assert hits
    assert all("陣地" in hit.words for hit in hits)
    assert hits[0].report.record.name == YEREVAN


def test_russian_words_are_found_by_their_beginning() -> None:
    """Endings differ, the beginning is kept."""
    assert set(asked("обстрел")) <= set(terms("Военные обстреляли посёлок."))


@given(st.text(max_size=40))
def test_a_text_is_found_by_itself(text: str) -> None:
    """Whatever a text's terms are, asking for the text asks for no others."""
    assert set(asked(text)) <= set(terms(text))
