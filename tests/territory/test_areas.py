"""Treaty areas, on both sides of their lines and days."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import CasePlace
from casus.territory import open_territory
from casus.territory.areas import area_book


def in_area(area: str, lat: float, lon: float, day: str, name: str = "a point") -> Truth:
    """Ask whether a point is in an area."""
    place = CasePlace(name=name, lat=lat, lon=lon)
    return open_territory().place_fact("place.in_area", place, date.fromisoformat(day), party="USA", area=area).truth


@pytest.mark.parametrize(
    ("what", "lat", "lon", "day", "expected"),
    [
        ("New York", 40.71, -74.01, "2001-09-11", YES),
        ("Hawaii", 21.36, -157.95, "1965-01-01", NO),
        ("Alaska", 61.20, -149.90, "1965-01-01", YES),
        ("Florida", 25.80, -80.20, "1965-01-01", YES),
        ("Puerto Rico, south of the Tropic of Cancer", 18.40, -66.10, "1990-01-01", NO),
        ("the Falklands", -51.70, -57.86, "1982-04-02", NO),
        ("Greenland", 64.18, -51.70, "1990-01-01", YES),
        ("the Azores", 37.75, -25.60, "1960-01-01", YES),
        ("the Canaries before Spain joined", 28.30, -16.50, "1980-01-01", NO),
        ("the Canaries after Spain joined", 28.30, -16.50, "1982-05-30", YES),
        ("Bermuda", 32.30, -64.78, "1990-01-01", YES),
        ("Svalbard", 78.20, 15.60, "1990-01-01", YES),
        ("French Guiana", 4.90, -52.30, "1990-01-01", NO),
        ("Guadeloupe", 16.20, -61.50, "1990-01-01", NO),
        ("Algiers under France", 36.75, 3.06, "1962-07-02", YES),
        ("Algiers on the day independence was recognised", 36.75, 3.06, "1962-07-03", NO),
        ("Ankara before Turkey joined", 39.93, 32.85, "1952-02-14", NO),
        ("Ankara after Turkey joined", 39.93, 32.85, "1952-02-18", YES),
        ("Ceuta", 35.89, -5.31, "2020-01-01", UNKNOWN),
        ("Bavaria under the occupation regime, for forces of a party", 48.14, 11.58, "1955-05-05", YES),
        ("Leipzig in the Soviet zone", 51.34, 12.37, "1950-01-01", NO),
        ("West Berlin, for forces of a party", 52.49, 13.30, "1961-08-13", YES),
        ("East Berlin", 52.52, 13.45, "1961-08-13", NO),
        ("Graz under occupation", 47.07, 15.44, "1955-10-25", YES),
        ("Graz after the State Treaty", 47.07, 15.44, "1955-10-26", NO),
        ("Vienna under the four powers", 48.21, 16.37, "1954-01-01", UNKNOWN),
        ("Trieste, zone A", 45.65, 13.77, "1953-10-08", YES),
        ("Ankara the day before Turkey joined", 39.93, 32.85, "1952-02-17", NO),
        ("the Ionian Sea before the protocol took effect", 38.00, 18.00, "1952-02-17", NO),
        ("Bavaria after the Federal Republic joined", 48.14, 11.58, "1955-05-06", YES),
        ("Leipzig in the German Democratic Republic", 51.34, 12.37, "1985-01-01", NO),
        ("Leipzig since 1990", 51.34, 12.37, "1990-10-03", YES),
        ("Warsaw before Poland joined", 52.23, 21.01, "1999-03-11", NO),
        ("Warsaw after Poland joined", 52.23, 21.01, "1999-03-12", YES),
        ("Vilnius", 54.69, 25.28, "2005-01-01", YES),
        ("Kaliningrad", 54.70, 20.50, "2005-01-01", NO),
        ("Vienna", 48.21, 16.37, "2005-01-01", NO),
        ("the Ionian Sea", 38.00, 18.00, "1960-01-01", YES),
        ("the middle of the North Atlantic", 45.00, -35.00, "1990-01-01", YES),
        ("the South Atlantic", -30.00, -20.00, "1990-01-01", NO),
        ("the Black Sea", 43.00, 34.00, "1990-01-01", UNKNOWN),
        ("the Caucasus", 39.82, 46.75, "2020-10-01", NO),
    ],
)
def test_the_area_of_the_north_atlantic_treaty(what: str, lat: float, lon: float, day: str, expected: Truth) -> None:
    """Article 6 is Europe, North America and the islands north of the Tropic, of members on that day."""
    assert in_area("nat-art-6", lat, lon, day) is expected, what


@pytest.mark.parametrize(
    ("area", "what", "lat", "lon", "day", "expected"),
    [
        ("rio-art-4", "New York", 40.71, -74.01, "2001-09-11", YES),
        ("rio-art-4", "the Falklands", -51.70, -57.86, "1982-05-01", YES),
        ("rio-art-4", "Greenland", 70.00, -40.00, "1960-01-01", YES),
        ("rio-art-4", "the Aleutians", 52.00, 175.00, "1960-01-01", YES),
        ("rio-art-4", "Hawaii", 21.36, -157.95, "1960-01-01", NO),
        ("rio-art-4", "Iceland", 64.15, -21.90, "1960-01-01", NO),
        ("rio-art-4", "Dakar", 14.70, -17.40, "1960-01-01", NO),
        ("anzus", "New York", 40.71, -74.01, "2001-09-11", YES),
        ("anzus", "Hawaii", 21.36, -157.95, "1965-01-01", YES),
        ("anzus", "Guam", 13.45, 144.78, "1965-01-01", YES),
        ("anzus", "Sydney", -33.87, 151.20, "1965-01-01", YES),
        ("anzus", "the Gulf of Tonkin", 19.70, 106.77, "1964-08-02", UNKNOWN),
        ("anzus", "the mid-Pacific", 20.00, -170.00, "1965-01-01", YES),
        ("anzus", "Paris", 48.86, 2.37, "1965-01-01", NO),
        ("seato", "Lahore", 31.55, 74.34, "1965-09-06", YES),
        ("seato", "Lahore after Pakistan left", 31.55, 74.34, "1973-11-08", NO),
        ("seato", "Dhaka in Pakistan", 23.80, 90.40, "1965-09-06", YES),
        ("seato", "Bangkok", 13.75, 100.50, "1965-09-06", YES),
        ("seato", "Hong Kong, north of 21°30'", 22.30, 114.20, "1965-09-06", NO),
        ("seato", "Delhi", 28.61, 77.21, "1965-09-06", NO),
        ("europe", "Paris", 48.86, 2.37, "2015-11-13", YES),
        ("europe", "the Falklands", -51.70, -57.86, "1982-04-02", NO),
        ("europe", "Ceuta", 35.89, -5.31, "2020-01-01", NO),
        ("europe", "Ankara", 39.93, 32.85, "2020-01-01", NO),
        ("japan-administered", "Tokyo", 35.68, 139.70, "1990-01-01", YES),
        ("japan-administered", "Okinawa under the United States", 26.30, 127.80, "1972-05-14", NO),
        ("japan-administered", "Okinawa since its return", 26.30, 127.80, "1972-05-15", YES),
        ("japan-administered", "Seoul", 37.57, 126.98, "1990-01-01", NO),
        ("japan-administered", "the open sea", 30.00, 160.00, "1990-01-01", NO),
        ("korea-treaty-area", "Seoul", 37.57, 126.98, "1990-01-01", YES),
        ("korea-treaty-area", "Hawaii", 21.36, -157.95, "1990-01-01", YES),
        ("korea-treaty-area", "New York", 40.71, -74.01, "2001-09-11", NO),
        ("philippines-treaty-area", "Manila", 14.60, 121.00, "1990-01-01", YES),
        ("philippines-treaty-area", "New York", 40.71, -74.01, "2001-09-11", YES),
        ("taiwan-treaty-area", "Taipei", 25.03, 121.50, "1958-08-23", YES),
        ("taiwan-treaty-area", "Quemoy", 24.44, 118.35, "1958-08-23", NO),
        ("amda", "Kuching before Malaysia, British in the Far East", 1.55, 110.35, "1963-09-15", YES),
        ("amda", "Kuching in Malaysia", 1.55, 110.35, "1963-09-16", YES),
        ("nagorno-karabakh-area", "Stepanakert", 39.82, 46.75, "2021-01-01", YES),
        ("nagorno-karabakh-area", "Goris", 39.51, 46.34, "2021-01-01", NO),
        ("nagorno-karabakh-area", "Baku", 40.38, 49.85, "2021-01-01", NO),
        ("amda", "London", 51.50, -0.12, "1963-09-16", NO),
    ],
)
def test_other_areas(area: str, what: str, lat: float, lon: float, day: str, expected: Truth) -> None:
    """Each area answers on both sides of its lines and days."""
    assert in_area(area, lat, lon, day) is expected, what


def test_an_area_that_is_not_on_file_is_named_with_the_nearest() -> None:
    """A misspelt id gives UNKNOWN and says which was perhaps meant."""
    place = CasePlace(name="Paris", lat=48.86, lon=2.37)
    fact = open_territory().place_fact("place.in_area", place, date(2015, 11, 13), party="FRA", area="nat-art6")
    assert fact.truth is UNKNOWN
    assert "did you mean 'nat-art-6'?" in fact.reason


def test_every_area_that_a_law_file_names_is_on_file() -> None:
    """No law file asks for an area that nobody has drawn."""
    ids = {i for a in area_book().area for i in (a.id, *a.also)}
    asked = re.compile(r'^\s*area = "([^"]+)"', re.MULTILINE)
    for law in (files("casus") / "data" / "treaties").iterdir():
        named = set(asked.findall(law.read_text("utf-8"))) if law.name.endswith(".toml") else set()
        assert named <= ids, law.name


def test_ids_are_unique() -> None:
    """No id or other id of an area is there twice."""
    ids = [i for a in area_book().area for i in (a.id, *a.also)]
    assert len(ids) == len(set(ids))


def test_the_nato_area_can_be_asked_by_its_other_ids() -> None:
    """The ids of the dated texts mean the same area, which goes by the day itself."""
    assert in_area("nat-article-6-1949", 36.75, 3.06, "1950-01-01") is YES
    assert in_area("nat-article-6", 36.75, 3.06, "1970-01-01") is NO
