"""Outlines as files give them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.territory.geometry import great_circle_km
from casus.territory.outline import Outline


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(0.5, 50), st.floats(-0.6, 0.6), st.floats(-0.6, 0.6))
def test_a_circle_holds_what_is_nearer_than_its_radius(
    lat: float, lon: float, radius: float, north: float, east: float
) -> None:
    """A circle is the ground within its radius, no more and no less."""
    held = Outline(circles=((lat, lon, radius),)).holds(lat + north, lon + east)
    assert held is (great_circle_km(lat, lon, lat + north, lon + east) <= radius)


def test_a_line_has_its_margin_on_both_sides_and_ends() -> None:
    """A strip runs along its line and is open to nothing beyond its ends but the margin."""
    strip = Outline(line=((39.0, 46.0), (40.0, 46.0)), margin_km=5)
    assert strip.holds(39.5, 45.95)
    assert strip.holds(39.5, 46.05)
    assert not strip.holds(39.5, 46.1)
    assert strip.holds(40.04, 46.0)
    assert not strip.holds(40.06, 46.0)


def test_a_polygon_over_the_date_line_holds_both_sides() -> None:
    """Longitudes that run on beyond -180 meet those on the other side."""
    bering = Outline(polygon=((50.0, -190.0), (60.0, -190.0), (60.0, -160.0), (50.0, -160.0)))
    assert bering.holds(55.0, 175.0)
    assert bering.holds(55.0, -170.0)
    assert not bering.holds(55.0, 165.0)


def test_the_edge_is_as_near_from_within_as_from_without() -> None:
    """The distance to the edge does not depend on the side."""
    circle = Outline(circles=((39.6, 46.2, 10.0),))
    assert circle.edge_km(39.6, 46.2) == pytest.approx(10.0)
    assert Outline().edge_km(0, 0) == math.inf


def test_nothing_given_is_the_largest() -> None:
    """An outline without ground sorts behind every other."""
    assert Outline().area_km2 == math.inf
    assert Outline(circles=((0, 0, 10.0),)).area_km2 == pytest.approx(math.pi * 100)


@given(st.floats(-84, 84), st.floats(-180, 180), st.floats(1, 400), st.floats(0, 360))
def test_a_circle_is_within_its_box(lat: float, lon: float, radius: float, bearing: float) -> None:
    """A point just inside a circle is held, on either side of 180 degrees: its box loses none."""
    away, turn = radius * 0.999 / 6371.0, math.radians(bearing)
    there = math.asin(
        math.sin(math.radians(lat)) * math.cos(away) + math.cos(math.radians(lat)) * math.sin(away) * math.cos(turn)
    )
    east = math.atan2(
        math.sin(turn) * math.sin(away) * math.cos(math.radians(lat)),
        math.cos(away) - math.sin(math.radians(lat)) * math.sin(there),
    )
    at = (lon + math.degrees(east) + 180.0) % 360.0 - 180.0
    assert Outline(circles=((lat, lon, radius),)).holds(math.degrees(there), at)
