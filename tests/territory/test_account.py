"""Labelled lines, spans of years, and the nearest places."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.records import CasePlace
from casus.territory import open_territory

ROOM = open_territory()


def test_the_account_has_every_part() -> None:
    """Recognised, held, boundary, certainty and a source are always there, each under its label."""
    found = ROOM.stand(ROOM.find("Kapan", "en")[0], date(2021, 5, 12))
    labels = [label for label, _ in ROOM.account(found)]
    assert labels[:3] == ["point", "recognised", "held by"]
    assert {"boundary", "certainty", "source"} <= set(labels)


def test_within_the_accuracy_of_the_map_it_says_that_the_map_proves_nothing() -> None:
    """The boundary line of a place on the boundary says what that means."""
    told = dict(ROOM.account(ROOM.stand(ROOM.find("Sev Lake", "en")[0], date(2021, 5, 12))))
    assert "so that the map alone proves nothing here" in told["boundary"]
    assert "unmarked" in told


@settings(deadline=None, max_examples=20)
@given(year=st.integers(1946, 2020), more=st.integers(0, 5))
def test_spans_leave_no_day_out_and_stand_as_asked_day_by_day(year: int, more: int) -> None:
    """Spans follow on each other without a gap, and each tells what is so on its first and last day."""
    place = ROOM.find("Sevastopol", "en")[0]
    first, last = date(year, 1, 1), date(year + more, 12, 31)
    spans = ROOM.spans(place, first, last)
    assert (spans[0].first, spans[-1].last) == (first, last)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(spans))
    for span in spans:
        ends = [ROOM.stand(place, day) for day in (span.first, span.last)]
        assert all((e.recognised, e.controller) == (span.finding.recognised, span.finding.controller) for e in ends)


def test_asking_again_gives_the_same_object_of_ground() -> None:
    """A ground once worked out is remembered for the place and the day."""
    point = CasePlace(name="somewhere", lat=45.0, lon=12.0)
    assert ROOM.stand(point, date(1990, 1, 1)) == ROOM.stand(point, date(1990, 1, 1))
    assert ROOM._examine(point, date(1990, 1, 1))[1] is ROOM._examine(point, date(1990, 1, 1))[1]


@pytest.mark.parametrize(
    ("lat", "lon", "name"), [(39.60, 46.24, "Sev Lake"), (48.58, 7.75, "Strasbourg"), (-18.14, 178.44, "Suva")]
)
def test_the_nearest_place_of_a_point(lat: float, lon: float, name: str) -> None:
    """Of the hand-kept places and the towns the nearest is given, also near the date line."""
    found = ROOM.near(lat, lon)
    assert found is not None
    assert found[0].name() == name
    assert found[1] < 3


def test_an_island_that_the_map_leaves_out_is_no_waters_of_the_nearest_coast() -> None:
    """A bare point on Kastellorizo, two kilometres off the Turkish coast, is Greek."""
    found = ROOM.stand(CasePlace(name="36.149,29.591", lat=36.149, lon=29.591), date(2000, 1, 1))
    assert (found.recognised, found.controller) == ("GRC", "GRC")


@pytest.mark.parametrize(
    ("name", "language", "within"),
    [
        ("Saigon", "en", "VNM"),
        ("Wroclaw", "en", "POL"),
        ("Port Vila", "en", "VUT"),
        ("ブラチスラバ", "ja", "SVK"),
        ("Грозный", "ru", "RUS"),
        ("Iğdır", "en", "TUR"),
    ],
)
def test_who_asks_for_a_town_finds_it(name: str, language: str, within: str) -> None:
    """Former names, names without their diacritics, small capitals and other spellings are found for who asks."""
    assert ROOM.seek(name, language)[0].within == within


def test_towns_of_one_name_are_all_offered() -> None:
    """Beside the first place of a name the large towns of that name elsewhere are given, not the same town twice."""
    assert [p.within for p in ROOM.seek("Tripoli", "en")][:2] == ["LBY", "LBN"]
    assert len({p.id for p in ROOM.seek("Donetsk", "en")}) == len(ROOM.seek("Donetsk", "en"))
