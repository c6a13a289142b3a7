"""The map's answer: land, coast, sea, and what its error leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from casus.records.place import Place, PlaceKind
from casus.territory.boundaries import boundaries
from casus.territory.ground import Ground, Spot
from casus.territory.on_map import on_map


def ask(lat: float, lon: float, day: str = "2000-01-01", place: Place | None = None) -> Ground:
    """Ask the map alone."""
    return on_map(Spot(name="here", lat=lat, lon=lon, place=place), date.fromisoformat(day), boundaries())


def known(kind: PlaceKind, within: str) -> Place:
    """Make a place of a kind that the tables show in a state."""
    return Place(id="here", kind=kind, names={"en": ("Here",)}, within=within, certainty="partly", source="a list")


@pytest.mark.parametrize(
    ("km_off", "day", "recognised", "standing"),
    [
        (9, "2000-01-01", "PRT", "map"),  # well within 12 miles
        (22, "2000-01-01", None, "map"),  # about 12 miles: the map cannot tell
        (40, "2000-01-01", None, "sea"),
        (4, "1960-01-01", "PRT", "map"),
        (9, "1960-01-01", None, "map"),  # the breadth was disputed then
    ],
)
def test_off_a_lonely_coast(km_off: float, day: str, recognised: str | None, standing: str) -> None:
    """Off the west coast of Portugal the distance and the law of the day decide."""
    found = ask(38.95, -9.42 - km_off / 86.5, day)
    assert (found.recognised, found.standing) == (recognised, standing)


def test_between_two_coasts_the_map_does_not_tell() -> None:
    """In the middle of the Strait of Dover both owners are possible, and nobody else."""
    found = ask(51.0, 1.50)
    assert found.recognised is None
    assert found.doubt == ("FRA", "GBR")


def test_near_a_boundary_a_town_of_the_tables_is_where_they_show_it() -> None:
    """For a town the tables of places decide near a boundary; for a lake they do not."""
    town, lake = ask(36.72, 38.80, place=known("settlement", "TUR")), ask(36.72, 38.80, place=known("lake", "TUR"))
    assert town.recognised == "TUR"
    assert lake.recognised is None
    assert lake.doubt == ("SYR", "TUR")


def test_an_islet_the_map_does_not_have_is_not_open_sea() -> None:
    """Of an islet too small for the map, the map says nothing."""
    islet = ask(-30.0, -100.0, place=known("reef", "CHL"))
    assert islet.standing == "unknown"
    assert ask(-30.0, -100.0).standing == "sea"


def test_a_boundary_of_today_was_none_within_one_state() -> None:
    """In 1985 the nearest boundary of Yerevan was that with Turkey; the one with Georgia was none."""
    found = ask(41.10, 44.30, "1985-01-01")
    assert found.owners == ("SUN", "TUR")
    assert ask(41.10, 44.30, "2000-01-01").owners == ("ARM", "GEO")


def test_near_a_rough_line_of_the_past_both_are_possible() -> None:
    """At the zonal boundary of Germany in 1960 the file's outline is too rough to tell."""
    found = ask(52.22, 11.0, "1960-01-01")
    assert found.recognised is None
    assert found.doubt == ("DDR", "DEU")


def test_near_a_de_facto_line_inside_a_state_the_holder_is_open() -> None:
    """In the middle of Nicosia the map knows the sovereign, and not which side of the line it is."""
    middle, clear = ask(35.175, 33.364), ask(35.33, 33.32)
    assert (middle.recognised, middle.controller) == ("CYP", None)
    assert "from the line between CYP and CYP-TRNC" in middle.controller_why
    assert (clear.recognised, clear.controller) == ("CYP", "CYP-TRNC")
    assert ask(35.175, 33.364, "1970-01-01").controller == "CYP"


def test_an_island_of_the_tables_is_land_where_the_map_shows_sea() -> None:
    """An island too small for the map belongs to the state of the tables, not to the nearest coast."""
    greek = ask(36.15, 29.58, place=known("island", "GRC"))
    assert (greek.recognised, greek.controller) == ("GRC", "GRC")
    assert "too small for the map" in greek.recognised_why
