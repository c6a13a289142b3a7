"""Distances and areas near enough for boundaries."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.territory.geometry import closed_ring, great_circle_km, in_ring, path_km, ring_area_km2


def test_a_degree_of_latitude_is_111_km() -> None:
    """A degree of the mean sphere is 111.2 km."""
    assert great_circle_km(39, 46, 40, 46) == pytest.approx(111.195, abs=0.01)


@given(st.floats(-60, 60), st.floats(-179, 179), st.floats(0.001, 0.4), st.floats(0, 360))
def test_distance_to_a_short_path_agrees_with_the_great_circle(lat: float, lon: float, off: float, turn: float) -> None:
    """Near the point the flat projection differs from the sphere by less than a hundredth."""
    other = (lat + off * np.sin(np.radians(turn)), lon + off * np.cos(np.radians(turn)))
    flat = path_km(lat, lon, np.array([[other[1], other[0]], [other[1], other[0]]]))
    assert flat == pytest.approx(great_circle_km(lat, lon, *other), rel=0.01, abs=0.01)


def test_longitudes_run_on_over_the_date_line() -> None:
    """A path that runs on beyond 180 degrees is near a point on the other side, given as it runs."""
    assert path_km(-17, 179.99, np.array([[180.01, -17.0], [180.1, -17.0]])) < 3


@given(st.floats(-9.9, 9.9), st.floats(-9.9, 9.9))
def test_a_point_is_in_the_square_that_bounds_it(lat: float, lon: float) -> None:
    """Whatever lies between the sides of a square is in it, and not in its neighbour."""
    square = closed_ring(((-10, -10), (-10, 10), (10, 10), (10, -10)))
    beside = square + np.array([20.0, 0.0])
    assert in_ring(lat, lon, square)
    assert not in_ring(lat, lon, beside)


def test_a_ring_is_closed_once() -> None:
    """A ring that a file closes itself is not closed again."""
    assert len(closed_ring(((0, 0), (0, 1), (1, 1)))) == 4
    assert len(closed_ring(((0, 0), (0, 1), (1, 1), (0, 0)))) == 4


def test_area_of_a_square_degree_at_the_equator() -> None:
    """A square degree at the equator has some 12 364 square kilometres."""
    assert ring_area_km2(closed_ring(((-0.5, 0), (-0.5, 1), (0.5, 1), (0.5, 0)))) == pytest.approx(12364, rel=0.01)
