"""Places near enough to be one, and days that can be one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.incidents.made import ARMENIA, FAR, ISLET, LAKE, PLACES, SHORE, TURKEY
from tests.incidents.made import Atlas as Names

from casus.incidents.areas import Atlas, distance_km, same_area
from casus.incidents.days import Days, days_of, overlap
from casus.records import DateMention, Place, PlaceMention

SPOTS = st.sampled_from([*PLACES, None])
SOME_DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (LAKE, SHORE, True),
        (LAKE, FAR, False),
        (LAKE, ARMENIA, True),
        (LAKE, TURKEY, False),
        (LAKE, None, True),
        (ISLET, ARMENIA, False),
        (ISLET, ISLET, True),
    ],
)
def test_places_are_one_area_when_near_or_one_in_the_other(one: Place, other: Place | None, expected: bool) -> None:
    """Near points and a place in its state are one area; far points and another state's are not; nothing told fits."""
    assert same_area(one, other) is expected


@given(SPOTS, SPOTS)
def test_being_one_area_goes_both_ways(one: Place | None, other: Place | None) -> None:
    """The order of two places does not matter, and each is of its own area."""
    assert same_area(one, other) == same_area(other, one)
    assert same_area(one, one)


def test_a_degree_of_latitude_is_111_km() -> None:
    """On a sphere of 6371 km."""
    assert distance_km((0, 0), (1, 0)) == pytest.approx(111.19, abs=0.01)
    assert distance_km((90, 0), (-90, 50)) == pytest.approx(20015.09, abs=0.01)


def test_places_are_looked_up_by_the_readers_id() -> None:
    """A mention in other words ("the area") is found by its id, one without an id is not guessed at."""
    atlas = Atlas(Names())
    assert atlas.place(PlaceMention(text="the area", span=(0, 8), id="lake"), "en") == LAKE
    assert atlas.place(PlaceMention(text="Quiet Lake", span=(0, 10)), "en") is None
    assert atlas.place(PlaceMention(text="x", span=(0, 1), id="nowhere"), "en") is None
    assert atlas.place(None, "en") is None


def test_the_day_of_publication_is_no_day_of_an_act() -> None:
    """An assumed date without words is only when the text came out; one carried over from earlier words counts."""
    day = date(2021, 5, 12)
    printed = DateMention(text=None, span=None, from_=day, until=day, precision="day", assumed=True)
    carried = DateMention(text="12日", span=(0, 3), from_=day, until=day, precision="about", assumed=True)
    assert days_of(printed) is None
    assert days_of(carried) == Days(first=day, last=day, overt=False, about=True)
    assert days_of(None) is None


@given(SOME_DAYS, SOME_DAYS)
def test_exact_days_overlap_only_when_equal_and_vague_ones_nearby(a: date, b: date) -> None:
    """Three days either way for "about"; the order does not matter; an open end reaches all days beyond."""
    one, other = Days(first=a, last=a), Days(first=b, last=b)
    assert overlap(one, other) == overlap(other, one) == (a == b)
    vague = Days(first=a, last=a, about=True)
    assert overlap(vague, other) == (abs(a - b) <= timedelta(days=3))
    assert overlap(Days(first=a, last=None), other) == (b >= a)
