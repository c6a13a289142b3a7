"""The compiled map of today's boundaries."""

from __future__ import annotations

import pytest

from casus.territory.boundaries import boundaries


@pytest.mark.parametrize(
    ("lat", "lon", "unit"),
    [
        (40.18, 44.51, "ARM"),
        (40.38, 49.85, "AZE"),
        (39.20, 45.41, "AZE"),  # Nakhchivan, apart from the rest
        (64.50, -45.0, "GRL"),
        (-29.6, 28.2, "LSO"),  # a hole in South Africa
        (-30.5, 25.0, "ZAF"),
        (65.0, 179.0, "RUS"),
        (66.0, -172.0, "RUS"),  # beyond the date line
        (67.86, 20.23, "SWE"),  # west of all that runs over the date line
        (66.50, 25.73, "FIN"),
        (-16.55, 179.30, "FJI"),
        (-16.85, -179.97, "FJI"),
        (-4.3, 15.3, "COD"),
        (-8.8, 125.9, "TLS"),
    ],
)
def test_a_point_lies_in_its_country(lat: float, lon: float, unit: str) -> None:
    """Exclaves, holes and the date line do not mislead the map."""
    assert boundaries().units_at(lat, lon) == (unit,)


def test_the_open_sea_lies_in_no_country() -> None:
    """The Gulf of Tonkin is nobody's land."""
    assert boundaries().units_at(19.7, 106.77) == ()


def test_the_nearest_boundary_tells_whose_it_is() -> None:
    """From Goris the nearest line is the one between Armenia and Azerbaijan, within ten kilometres."""
    nearest = boundaries().nearest_boundary(39.51, 46.34, lambda unit: unit)
    assert nearest is not None
    assert nearest.units == ("ARM", "AZE")
    assert nearest.km < 12


def test_lines_within_one_owner_are_no_boundaries() -> None:
    """When Armenia and Azerbaijan were in one state, the line between them was no international boundary."""
    soviet = {"ARM", "AZE", "GEO", "RUS"}
    nearest = boundaries().nearest_boundary(39.51, 46.34, lambda unit: "SUN" if unit in soviet else unit)
    assert nearest is not None
    assert "IRN" in nearest.units


def test_an_island_has_a_coast_and_no_boundary() -> None:
    """Around Hawaii no boundary is near."""
    assert boundaries().nearest_boundary(21.36, -157.95, lambda unit: unit) is None
    coast = boundaries().nearest_coast(21.36, -157.95)
    assert coast is not None
    assert coast.units == ("USA",)
    assert coast.km < 2


def test_a_coast_beyond_the_date_line_is_near() -> None:
    """From just east of the line the Russian coast west of it is near, and from Norway no coast of Chukotka is."""
    strait = boundaries().nearest_coast(64.0, -179.5)
    assert strait is not None
    assert strait.units == ("RUS",)
    narvik = boundaries().nearest_coast(68.438, 17.427)
    assert narvik is not None
    assert narvik.units == ("NOR",)


def test_a_coast_can_be_asked_of_some_owners_only() -> None:
    """From Calais the nearest coast that is not France's is England's."""
    coast = boundaries().nearest_coast(50.96, 1.85, lambda unit: "" if unit == "FRA" else unit)
    assert coast is not None
    assert coast.units == ("GBR",)
    assert 30 < coast.km < 50
