"""Search in three languages: two characters are enough, endings do not matter, every term must be there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.made import BAKU, BATKEN, NOW, YEREVAN, take_in

from casus.desk import searching
from casus.desk.store.models import StoredReport, StoredStatement
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


@pytest.mark.django_db
@pytest.mark.parametrize("often", [(1, 200), (1000, 1000)])
def test_frequent_terms_and_rare_ones_are_found_alike(often: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a database goes back from the last row or looks terms up, the same rows are found, the last first."""
    for model in (StoredReport, StoredStatement):
        monkeypatch.setattr(model._meta.get_field("terms"), "often", often)
    for number, name in enumerate((YEREVAN, BATKEN, BAKU)):
        take_in(name, at=NOW + timedelta(hours=number))
    assert [row.record.name for row in searching.reports("国境 要請")] == [BATKEN, YEREVAN]
    assert [row.record.name for row in searching.reports("アルメニア")] == [YEREVAN]
    assert not searching.reports("アルメニア キルギス")
    numbers = [row.id for row in searching.statements("国境")]
    assert numbers == sorted(numbers, reverse=True)
    assert len({row.report_id for row in searching.statements("国境")}) == 2


@pytest.mark.django_db
def test_a_search_shows_its_pages_in_order(analyst: Client) -> None:
    """Twenty rows a page, the last first, each once."""
    take_in(YEREVAN)
    report = StoredReport.objects.get()
    kept = {name: getattr(report, name) for name in ("snapshot", "record", "language", "terms")}
    StoredReport.objects.bulk_create(
        StoredReport(id=f"copy-{n}", title=f"copy {n}.", received_at=NOW + timedelta(hours=n), **kept)
        for n in range(1, 31)
    )
    pages = [analyst.get("/search/", {"q": "陣地", "page": str(n)}).content.decode() for n in (1, 2)]
    told = [re.findall(r"copy (\d+)\.", page) for page in pages]
    assert told == [[str(n) for n in range(30, 10, -1)], [str(n) for n in range(10, 0, -1)]]


def test_russian_words_are_found_by_their_beginning() -> None:
    """Endings differ, the beginning is kept."""
    assert set(asked("обстрел")) <= set(terms("Военные обстреляли посёлок."))


@given(st.text(max_size=40))
def test_a_text_is_found_by_itself(text: str) -> None:
    """Whatever a text's terms are, asking for the text asks for no others."""
    assert set(asked(text)) <= set(terms(text))
