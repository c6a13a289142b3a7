"""The territory room over the files that come along: the places and days that reports turn on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import CasePlace, PlaceFact, TerritoryFinding
from casus.territory import open_territory

SEV = CasePlace(name="Sev Lake, Syunik, Armenia", lat=39.6, lon=46.24)
STEPANAKERT = CasePlace(name="Stepanakert")


def fact(name: str, place: CasePlace, day: str, party: str) -> PlaceFact:
    """Ask a fact of a place."""
    return open_territory().place_fact(name, place, date.fromisoformat(day), party=party, area=None)


def stand(place: CasePlace, day: str) -> TerritoryFinding:
    """Ask whose ground a place is."""
    return open_territory().stand(place, date.fromisoformat(day))


def test_nothing_is_wrong_with_the_files() -> None:
    """The files of places and positions that come along have no problem."""
    assert open_territory().problems == ()


@pytest.mark.parametrize(
    ("day", "recognised", "controller"),
    [
        ("1989-06-01", "SUN", "SUN"),
        ("2000-01-01", "AZE", "AZE-ARTSAKH"),
        ("2021-01-01", "AZE", "AZE-ARTSAKH"),
        ("2023-09-19", "AZE", "AZE-ARTSAKH"),
        ("2023-09-20", "AZE", "AZE"),
        ("2024-01-02", "AZE", "AZE"),
    ],
)
def test_stepanakert_through_the_years(day: str, recognised: str, controller: str) -> None:
    """Recognised as Soviet, then Azerbaijan's; held by others until September 2023."""
    found = stand(STEPANAKERT, day)
    assert (found.recognised, found.controller) == (recognised, controller)


@pytest.mark.parametrize(
    ("place", "day", "controller"),
    [
        ("Shusha", "2020-11-07", "AZE-ARTSAKH"),
        ("Shusha", "2020-11-08", "AZE"),
        ("Aghdam", "2020-11-19", "AZE-ARTSAKH"),
        ("Aghdam", "2020-11-20", "AZE"),
        ("Kalbajar", "2020-11-24", "AZE-ARTSAKH"),
        ("Kalbajar", "2020-11-25", "AZE"),
        ("Lachin", "2020-11-30", "AZE-ARTSAKH"),
        ("Lachin", "2020-12-01", "AZE"),
    ],
)
def test_the_days_on_which_districts_changed_hands(place: str, day: str, controller: str) -> None:
    """The day before and the day of each handing over are different answers."""
    assert stand(CasePlace(name=place), day).controller == controller


def test_who_held_karabakh_through_others_is_a_matter_of_reading() -> None:
    """For Armenia, said to hold it through the local authorities, the fact is open; for Turkey it is NO."""
    assert fact("place.held_by_beneficiary", STEPANAKERT, "2000-01-01", "ARM").truth is UNKNOWN
    assert fact("place.held_by_beneficiary", STEPANAKERT, "2000-01-01", "TUR").truth is NO
    assert fact("place.held_by_beneficiary", STEPANAKERT, "2024-01-02", "AZE").truth is YES


def test_karabakh_is_not_armenias_whichever_side_is_right() -> None:
    """In Azerbaijan's view and in that of the entity, Stepanakert in 2020 was not Armenia's ground."""
    found = fact("place.of_beneficiary", STEPANAKERT, "2020-10-01", "ARM")
    assert found.truth is NO
    assert found.positions == {"AZE": NO, "AZE-ARTSAKH": NO}


def test_a_view_of_an_unrecognised_entity_is_no_dispute_between_states() -> None:
    """The entity's claim is shown as a view but does not make the ground disputed between states."""
    assert fact("place.disputed", STEPANAKERT, "2000-01-01", "ARM").truth is NO
    assert [v.position for v in stand(STEPANAKERT, "2000-01-01").views] == ["AZE", "AZE-ARTSAKH"]


def test_sev_lake_turns_on_whose_ground_it_is() -> None:
    """Inside the stretch nobody has marked the fact is open for both sides; it is Armenian ground in the main."""
    found = stand(SEV, "2021-05-12")
    assert (found.place, found.recognised, found.undemarcated) == ("sev-lake", "ARM", True)
    assert found.boundary_with == "ARM–AZE"
    assert found.boundary_km is not None
    assert found.boundary_km < 5
    for party, other in (("ARM", "AZE"), ("AZE", "ARM")):
        owned = fact("place.of_beneficiary", SEV, "2021-05-12", party)
        assert owned.truth is UNKNOWN
        assert owned.positions == {party: YES, other: NO}
    assert fact("place.of_obliged", SEV, "2021-05-12", "RUS").truth is NO
    assert fact("place.undemarcated", SEV, "2021-05-12", "ARM").truth is YES
    assert fact("place.disputed", SEV, "2021-05-12", "ARM").truth is YES


def test_sev_lake_was_soviet_ground_before() -> None:
    """Before December 1991 there was no boundary between states there."""
    found = stand(SEV, "1985-01-01")
    assert (found.recognised, found.undemarcated) == ("SUN", False)


def test_sev_lake_without_a_point_is_the_same_place() -> None:
    """The name alone leads to the same answer."""
    named = stand(CasePlace(name="セブ湖"), "2021-05-12")
    assert (named.place, named.recognised, named.undemarcated) == ("sev-lake", "ARM", True)


def test_kapan_is_armenia() -> None:
    """The map shows it across the line; the tables of places know better."""
    found = stand(CasePlace(name="Kapan", lat=39.207, lon=46.406), "2021-05-12")
    assert found.recognised == "ARM"
    assert fact("place.of_beneficiary", CasePlace(name="Kapan"), "2021-05-12", "AZE").truth is NO


def test_within_the_maps_accuracy_the_map_proves_nothing() -> None:
    """A point without a name, near the line between Turkey and Syria, may be either's; it is not Greece's."""
    point = CasePlace(name="a field", lat=36.72, lon=38.80)
    found = stand(point, "2012-10-03")
    assert found.recognised is None
    assert "by the map alone it may be either's" in found.recognised_why
    assert fact("place.of_beneficiary", point, "2012-10-03", "TUR").truth is UNKNOWN
    assert fact("place.of_beneficiary", point, "2012-10-03", "GRC").truth is NO


@pytest.mark.parametrize(
    ("name", "lat", "lon", "day", "recognised"),
    [
        ("Paris", 48.86, 2.37, "2015-11-13", "FRA"),
        ("Lahore", 31.55, 74.34, "1965-09-06", "PAK"),
        ("Budapest", 47.50, 19.04, "1956-11-04", "HUN"),
        ("Kuwait City", 29.37, 47.98, "1990-08-02", "KWT"),
        ("Yerevan", 40.18, 44.51, "1985-01-01", "SUN"),
        ("Pearl Harbor", 21.36, -157.95, "1965-01-01", "USA"),
        ("Kuching", 1.55, 110.36, "1963-09-15", "GBR"),
        ("Kuching", 1.55, 110.36, "1963-09-16", "MYS"),
        ("Algiers", 36.75, 3.06, "1958-01-01", "FRA"),
    ],
)
def test_whose_ground_by_the_map_of_the_day(name: str, lat: float, lon: float, day: str, recognised: str) -> None:
    """Well inside a country the map and the table of successors answer."""
    assert stand(CasePlace(name=name, lat=lat, lon=lon), day).recognised == recognised


def test_the_open_sea_is_nobodys() -> None:
    """Beyond twelve nautical miles no state owns the water; it is not land."""
    tonkin = CasePlace(name="Gulf of Tonkin", lat=19.7, lon=106.77)
    assert stand(tonkin, "1964-08-02").recognised is None
    assert fact("place.of_beneficiary", tonkin, "1964-08-02", "USA").truth is NO
    assert fact("place.of_attacker", tonkin, "1964-08-02", "VDR").truth is NO
    assert fact("place.on_land", tonkin, "1964-08-02", "USA").truth is NO
    assert fact("place.held_by_beneficiary", tonkin, "1964-08-02", "USA").truth is NO


@pytest.mark.parametrize(
    ("name", "lat", "lon", "party", "day", "expected"),
    [
        ("Paris", 48.86, 2.37, "FRA", "2015-11-13", YES),
        ("Saint-Denis, Réunion", -21.10, 55.50, "FRA", "2015-11-13", NO),
        ("Algiers", 36.75, 3.06, "FRA", "1958-01-01", NO),
        ("New York", 40.71, -74.01, "USA", "2001-09-11", YES),
        ("Honolulu", 21.31, -157.86, "USA", "1959-08-20", NO),
        ("Honolulu", 21.31, -157.86, "USA", "1959-08-21", YES),
        ("Nuuk", 64.18, -51.70, "DNK", "1990-01-01", NO),
        ("Yerevan", 40.18, 44.51, "SUN", "1985-01-01", YES),
        ("Berlin", 52.52, 13.45, "FRA", "2000-01-01", NO),
    ],
)
def test_home_and_overseas(name: str, lat: float, lon: float, party: str, day: str, expected: Truth) -> None:
    """Metropolitan ground is a party's own ground at home."""
    assert fact("place.metropolitan", CasePlace(name=name, lat=lat, lon=lon), day, party).truth is expected


def test_far_from_every_boundary_no_stretch_is_unmarked() -> None:
    """Paris is in no unmarked stretch; near an ordinary boundary whether it is marked is not on file."""
    assert fact("place.undemarcated", CasePlace(name="Paris", lat=48.86, lon=2.37), "2015-11-13", "FRA").truth is NO
    near = CasePlace(name="a field", lat=14.43, lon=-89.15)
    assert fact("place.undemarcated", near, "1969-07-14", "HND").truth is UNKNOWN


def test_land_is_land_and_a_lake_within_it_too() -> None:
    """Sev Lake and New York are land, the sea off Brittany is not."""
    assert fact("place.on_land", SEV, "2021-05-12", "ARM").truth is YES
    assert fact("place.on_land", CasePlace(name="New York", lat=40.71, lon=-74.01), "2001-09-11", "USA").truth is YES
    assert fact("place.on_land", CasePlace(name="at sea", lat=47.5, lon=-7.0), "2001-09-11", "FRA").truth is NO


def test_a_name_nobody_knows_is_open_with_a_suggestion() -> None:
    """Without coordinates and without a row the fact is UNKNOWN, and like names are offered."""
    found = fact("place.of_beneficiary", CasePlace(name="Stepanakerd"), "2000-01-01", "AZE")
    assert found.truth is UNKNOWN
    assert "has no coordinates and is not in the tables of places" in found.reason
    assert "did you mean Stepanakert" in found.reason


def test_a_fact_that_is_none_of_places_is_open() -> None:
    """A name that is not a place fact gives UNKNOWN, not an answer to another question."""
    assert fact("place.beautiful", SEV, "2021-05-12", "ARM").truth is UNKNOWN


def test_before_the_table_begins_nothing_is_said() -> None:
    """In 1939 the map of today proves nothing."""
    found = stand(CasePlace(name="Wieluń", lat=51.22, lon=18.57), "1939-09-01")
    assert found.recognised is None
    assert "1945-10-24" in found.recognised_why


def test_a_state_named_without_a_point_is_its_own_ground() -> None:
    """“Armenia” with no coordinates is Armenia's ground, of its day."""
    assert stand(CasePlace(name="Armenia"), "2021-05-12").recognised == "ARM"
    assert stand(CasePlace(name="Armenia"), "1985-01-01").recognised == "SUN"


@settings(deadline=None)
@given(st.floats(-89, 89), st.floats(-180, 180), st.dates(date(1930, 1, 1), date(2030, 1, 1)))
def test_any_point_on_any_day_has_an_answer_with_a_reason(lat: float, lon: float, on: date) -> None:
    """No point and no day makes the room fail, and what it says has a reason; equal questions have equal answers."""
    place = CasePlace(name="a point", lat=lat, lon=lon)
    found = open_territory().stand(place, on)
    assert found.recognised_why
    assert found == open_territory().stand(place, on)
    owned = open_territory().place_fact("place.of_beneficiary", place, on, party="ARM", area=None)
    assert owned.truth is (YES if found.recognised == "ARM" and not found.undemarcated else owned.truth)
    if found.recognised not in {None, "ARM"} and not found.undemarcated:
        assert owned.truth is NO
