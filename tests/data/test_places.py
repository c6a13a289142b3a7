"""The hand-kept places of conflict and the files of positions that refer to them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest

from casus.records.incident import CasePlace
from casus.records.place import Place
from casus.territory.gazetteer import gazetteer
from casus.territory.position_file import PositionFile
from casus.territory.read_positions import positions
from casus.territory.territory import open_territory

AMBIGUOUS: set[tuple[str, str]] = set()
"""Names (language, name) that are known to stand for two places of the table, so that a new one is a decision."""


def _places() -> list[Place]:
    book, problems = gazetteer()
    assert problems == ()
    return [place for place in book.places.values() if place.kind != "state"]


def _files() -> tuple[PositionFile, ...]:
    files, problems = positions()
    assert problems == ()
    return files


def test_there_are_enough_places_with_names_in_three_languages() -> None:
    """At least a hundred and twenty places, each named in English, Japanese and Russian, with a source."""
    places = _places()
    assert len(places) >= 120
    for place in places:
        assert {"en", "ja", "ru"} <= set(place.names), place.id
        assert place.source, place.id


def test_coordinates_are_on_the_globe_and_come_in_pairs() -> None:
    """Latitude and longitude are both there and in range; a radius is not negative."""
    for place in _places():
        assert (place.lat is None) == (place.lon is None), place.id
        if place.lat is not None and place.lon is not None:
            assert -90 <= place.lat <= 90, place.id
            assert -180 <= place.lon <= 180, place.id
        assert 0 <= place.radius_km <= 1500, place.id


def test_a_name_is_one_place_of_the_table() -> None:
    """No name of a language stands for two places, but for those listed as ambiguous."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for place in _places():
        for language in ("en", "ja", "ru"):
            for name in place.names[language]:
                found[language, name.casefold()].add(place.id)
    assert {key for key, ids in found.items() if len(ids) > 1} == AMBIGUOUS


def test_no_name_is_written_twice_in_a_row() -> None:
    """A name stands once in its cell."""
    for place in _places():
        for names in place.names.values():
            assert len(set(names)) == len(names), place.id


@pytest.mark.parametrize(
    ("name", "language", "place_id"),
    [
        ("セブ湖", "ja", "sev-lake"),
        ("セヴ湖", "ja", "sev-lake"),
        ("Севлич", "ru", "sev-lake"),
        ("Lake Sevan", "en", "lake-sevan"),
        ("シュニク地方", "ja", "syunik"),
        ("ステパナケルト", "ja", "stepanakert"),
        ("Khankendi", "en", "stepanakert"),
        ("Shushi", "en", "shusha"),
        ("Scarborough Shoal", "en", "scarborough-shoal"),
        ("黄岩島", "ja", "scarborough-shoal"),
        ("独島", "ja", "takeshima"),
        ("Унгар-Тоо", "ru", "ungar-too"),
        ("Essequibo", "en", "essequibo"),
        ("バニスカ村", "ja", "banjska"),
    ],
)
def test_a_name_as_reports_write_it_finds_its_place(name: str, language: str, place_id: str) -> None:
    """Spellings of the press in three languages lead to the place."""
    found = gazetteer()[0].find(name, language)
    assert place_id in {place.id for place in found}


def test_sev_lake_is_not_lake_sevan() -> None:
    """The two lakes are a hundred kilometres apart and never mixed up by name."""
    book = gazetteer()[0]
    small, large = book.places["sev-lake"], book.places["lake-sevan"]
    assert small.elevation_m == 2666
    assert not {n for names in small.names.values() for n in names} & {
        n for names in large.names.values() for n in names
    }


def test_positions_refer_to_places_that_exist() -> None:
    """Every place a positions file names stands in the tables of places."""
    known = gazetteer()[0].places
    for file in _files():
        named = {p for part in file.part for p in part.places} | {p for u in file.undemarcated for p in u.places}
        assert named <= set(known), file.id


def test_a_place_of_a_part_lies_in_or_near_its_outline() -> None:
    """The places of a part lie in its outline, or no farther off than their own extent and its accuracy."""
    known = gazetteer()[0].places
    for file in _files():
        for part in file.part:
            for place in (known[p] for p in part.places):
                if place.lat is None or place.lon is None or not (part.polygon or part.circles):
                    continue
                off = 0.0 if part.outline.holds(place.lat, place.lon) else part.outline.edge_km(place.lat, place.lon)
                assert off <= max(part.accuracy_km, place.radius_km), (file.id, part.id, place.id)


def test_every_part_has_a_holder_or_a_reason_on_every_day_of_its_file() -> None:
    """For recognised and control there is an entry for each part on each day, sampled by month."""
    for file in _files():
        for part in file.part:
            for name, entries in (("recognised", file.recognised), ("control", file.control)):
                day, gaps = file.from_, []
                while day <= file.until:
                    if not any(e.speaks_of(part.id) and e.holds(day) for e in entries):
                        gaps.append(day)
                    day += timedelta(days=28)
                assert not gaps, (file.id, part.id, name, gaps[:1])


@pytest.mark.parametrize(
    ("place_id", "on", "recognised", "control"),
    [
        ("simferopol", date(2014, 2, 26), "UKR", "UKR"),
        ("simferopol", date(2014, 2, 27), "UKR", "RUS"),
        ("donetsk", date(2021, 1, 1), "UKR", "UKR-DNR"),
        ("donetsk", date(2023, 1, 1), "UKR", "RUS"),
        ("kherson", date(2022, 11, 10), "UKR", "RUS"),
        ("kherson", date(2022, 11, 11), "UKR", "UKR"),
        ("tskhinvali", date(2007, 1, 1), "GEO", "GEO-SOUTH-OSSETIA"),
        ("sukhumi", date(2010, 1, 1), "GEO", "GEO-ABKHAZIA"),
        ("tiraspol", date(2022, 4, 26), "MDA", "MDA-PMR"),
        ("northern-cyprus", date(1990, 1, 1), "CYP", "CYP-TRNC"),
        ("pristina", date(2007, 1, 1), "SRB", "IGO UN"),
        ("banjska", date(2023, 9, 24), None, "XKX"),
        ("majdal-shams", date(2024, 7, 27), "SYR", "ISR"),
        ("mount-hermon", date(2024, 7, 27), "SYR", "SYR"),
        ("mount-hermon", date(2025, 1, 1), "SYR", "ISR"),
        ("guerguerat", date(2021, 1, 1), None, "MAR"),
        ("kargil", date(1998, 1, 1), None, "IND"),
        ("stanley", date(1982, 4, 1), None, "GBR"),
        ("stanley", date(1982, 4, 2), None, "ARG"),
        ("senkaku", date(2012, 9, 11), None, "JPN"),
        ("takeshima", date(2012, 8, 10), None, "KOR"),
        ("scarborough-shoal", date(2012, 4, 10), None, None),
        ("scarborough-shoal", date(2013, 1, 1), None, "CHN"),
        ("essequibo", date(2023, 12, 1), "GUY", "GUY"),
        ("badme", date(1998, 5, 6), None, "ETH"),
        ("badme", date(2003, 1, 1), "ERI", "ETH"),
        ("perejil", date(2002, 7, 11), None, "MAR"),
        ("artsvashen", date(2020, 1, 1), "ARM", "AZE"),
        ("kinmen", date(1958, 8, 23), None, "TWN"),
        ("baengnyeong", date(2010, 3, 26), "KOR", "KOR"),
    ],
)
def test_who_is_recognised_and_who_controls_on_a_day(
    place_id: str, on: date, recognised: str | None, control: str | None
) -> None:
    """Well-known turning points come out of the files on the right day."""
    territory = open_territory()
    place = territory.place(place_id)
    assert place is not None
    ground = territory.stand(CasePlace(name=place.name(), lat=place.lat, lon=place.lon), on)
    assert (ground.recognised, ground.controller) == (recognised, control)


@pytest.mark.parametrize(
    ("name", "lat", "lon", "holder"),
    [
        ("Gori", 41.98, 44.11, "GEO"),
        ("Zugdidi", 42.51, 41.87, "GEO"),
        ("Adler", 43.43, 39.93, "RUS"),
        ("Taman", 45.21, 36.72, "RUS"),
        ("Rostov-on-Don", 47.23, 39.70, "RUS"),
        ("Kharkiv", 49.99, 36.23, "UKR"),
        ("Mykolaiv", 46.97, 32.00, "UKR"),
        ("Chisinau", 47.01, 28.86, "MDA"),
        ("Larnaca", 34.92, 33.63, "CYP"),
        ("Lahore", 31.55, 74.34, "PAK"),
        ("Amritsar", 31.63, 74.87, "IND"),
        ("Damascus", 33.51, 36.30, "SYR"),
        ("Georgetown", 6.80, -58.16, "GUY"),
        ("Ciudad Guayana", 8.35, -62.65, "VEN"),
        ("Tindouf", 27.67, -8.15, "DZA"),
    ],
)
def test_outlines_leave_the_neighbours_alone(name: str, lat: float, lon: float, holder: str) -> None:
    """Towns near a dispute but outside it are recognised as before, and nobody is shown to claim them."""
    ground = open_territory().stand(CasePlace(name=name, lat=lat, lon=lon), date(2023, 1, 1))
    assert (ground.recognised, ground.controller) == (holder, holder)
    assert ground.views == ()
