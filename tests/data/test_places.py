"""The hand-kept places of conflict and the files of positions that refer to them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from importlib.resources import files

import pytest

from casus.records.incident import CasePlace
from casus.records.place import Place
from casus.territory.gazetteer import gazetteer
from casus.territory.position_file import PositionFile
from casus.territory.read_positions import positions
from casus.territory.territory import open_territory

AMBIGUOUS = {("en", "tripoli"), ("ja", "トリポリ"), ("ru", "триполи")}
"""Names (language, name) that are known to stand for two places of the table, so that a new one is a decision."""


def _places() -> list[Place]:
    book, problems = gazetteer()
    assert problems == ()
    return [place for place in book.places.values() if place.kind != "state"]


def _files() -> tuple[PositionFile, ...]:
    files, problems = positions()
    assert problems == ()
    return files


def test_there_are_enough_disputes_and_every_file_loads() -> None:
    """At least eighty-five disputes are on file, and no file of the folder is left out."""
    names = [f.name for f in (files("casus") / "data" / "positions").iterdir() if f.name.endswith(".toml")]
    assert sorted(f"{file.id}.toml" for file in _files()) == sorted(names)
    assert len(names) >= 85


def test_there_are_enough_places_with_names_in_three_languages() -> None:
    """At least four hundred and twenty places, each named in English, Japanese and Russian, with a source."""
    places = _places()
    assert len(places) >= 420
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


def test_days_of_entries_are_in_order_and_within_their_file() -> None:
    """No entry ends before it begins, or lies wholly outside the days its file speaks for."""
    for file in _files():
        for entry in (*file.recognised, *file.control, *file.claim, *file.undemarcated):
            first, last = entry.from_ or file.from_, entry.until or file.until
            assert first <= last, (file.id, entry)
            assert first <= file.until, (file.id, entry)
            assert last >= file.from_, (file.id, entry)


def test_every_entry_and_every_file_says_where_it_is_from() -> None:
    """A file names its sources and has notes in English and Japanese; each of its entries names a source."""
    for file in _files():
        assert file.sources, file.id
        assert {"en", "ja"} <= set(file.name), file.id
        assert {"en", "ja"} <= set(file.notes), file.id
        assert all({"en", "ja"} <= set(part.name) for part in file.part), file.id
        for entry in (*file.recognised, *file.control, *file.claim, *file.undemarcated):
            assert entry.source, (file.id, entry)


def test_every_dispute_has_somebody_who_claims_it() -> None:
    """Each part has a claim on some day; ground that nobody claims is named here."""
    unclaimed = {
        ("bir-tawil", "quadrilateral"),
        ("berlin", "checkpoint"),
        ("pacific-trust-territory", "marshall"),
        ("pacific-trust-territory", "micronesia"),
    }
    found = {
        (file.id, part.id)
        for file in _files()
        for part in file.part
        if not any(claim.speaks_of(part.id) for claim in file.claim)
    }
    assert found == unclaimed


@pytest.mark.parametrize("on", [date(1974, 6, 1), date(2000, 6, 1), date(2013, 6, 1), date(2024, 6, 1)])
def test_every_part_answers_on_typical_days(on: date) -> None:
    """On four days of the last fifty years each part that its file speaks for has a reason for both answers."""
    for file in _files():
        for part in file.part:
            if not file.from_ <= on <= file.until:
                continue
            for entries in (file.recognised, file.control):
                assert any(e.speaks_of(part.id) and e.holds(on) for e in entries), (file.id, part.id, on)


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
        ("west-bank", date(1960, 1, 1), None, "JOR"),
        ("west-bank", date(1974, 1, 1), None, "ISR"),
        ("west-bank", date(2024, 1, 1), "PSE", "ISR"),
        ("east-jerusalem", date(1967, 6, 6), None, "JOR"),
        ("east-jerusalem", date(1967, 6, 7), None, "ISR"),
        ("gaza", date(1966, 1, 1), None, "EGY"),
        ("gaza", date(2013, 1, 1), "PSE", "NSA HAMAS"),
        ("sinai", date(1982, 4, 24), "EGY", "ISR"),
        ("sinai", date(1982, 4, 25), "EGY", "EGY"),
        ("taba", date(1989, 3, 14), "EGY", "ISR"),
        ("taba", date(1989, 3, 15), "EGY", "EGY"),
        ("bint-jbeil", date(1999, 1, 1), "LBN", "ISR"),
        ("bint-jbeil", date(2013, 1, 1), "LBN", "LBN"),
        ("metula", date(2024, 1, 1), "ISR", "ISR"),
        ("shebaa-farms", date(2006, 7, 12), "SYR", "ISR"),
        ("kuwait-city", date(1990, 8, 1), "KWT", "KWT"),
        ("kuwait-city", date(1990, 8, 2), "KWT", "IRQ"),
        ("khorramshahr", date(1982, 5, 23), "IRN", "IRQ"),
        ("khorramshahr", date(1982, 5, 24), "IRN", "IRN"),
        ("erbil", date(2013, 1, 1), "IRQ", "IRQ-KRG"),
        ("kirkuk", date(2016, 1, 1), "IRQ", "IRQ-KRG"),
        ("mosul", date(2015, 1, 1), "IRQ", "NSA ISIL"),
        ("afrin", date(2018, 3, 18), "SYR", "TUR"),
        ("qamishli", date(2024, 6, 1), "SYR", "NSA SDF"),
        ("akrotiri", date(2000, 1, 1), "GBR", "GBR"),
        ("goa", date(1961, 12, 18), "PRT", "PRT"),
        ("goa", date(1961, 12, 19), "IND", "IND"),
        ("sikkim", date(1975, 5, 15), None, "IND"),
        ("sikkim", date(1975, 5, 16), "IND", "IND"),
        ("tawang", date(2013, 1, 1), None, "IND"),
        ("hong-kong", date(1997, 6, 30), "GBR", "GBR"),
        ("hong-kong", date(1997, 7, 1), "CHN", "CHN"),
        ("macau", date(1999, 12, 19), "CHN", "PRT"),
        ("tarabarov", date(2008, 10, 13), "CHN", "RUS"),
        ("tarabarov", date(2008, 10, 14), "CHN", "CHN"),
        ("dili", date(1974, 1, 1), "PRT", "PRT"),
        ("dili", date(1991, 11, 12), None, "IDN"),
        ("dili", date(2000, 1, 1), None, "IGO UN"),
        ("dili", date(2002, 5, 20), "TLS", "TLS"),
        ("west-papua", date(1962, 10, 1), None, "IGO UN"),
        ("sabah", date(2013, 2, 11), "MYS", "MYS"),
        ("ligitan-sipadan", date(2002, 12, 17), "MYS", "MYS"),
        ("pedra-branca", date(2008, 5, 23), "SGP", "SGP"),
        ("preah-vihear", date(2011, 4, 22), "KHM", "KHM"),
        ("diego-garcia", date(2024, 1, 1), "MUS", "GBR"),
        ("aouzou", date(1987, 1, 1), "TCD", "LBY"),
        ("aouzou", date(2000, 1, 1), "TCD", "TCD"),
        ("bakassi", date(2000, 1, 1), "CMR", "NGA"),
        ("bakassi", date(2013, 1, 1), "CMR", "CMR"),
        ("caprivi", date(1990, 3, 20), None, "ZAF"),
        ("walvis-bay", date(1994, 3, 1), "NAM", "NAM"),
        ("hargeisa", date(2013, 1, 1), "SOM", "SOM-SOMALILAND"),
        ("las-anod", date(2013, 1, 1), "SOM", "SOM-SOMALILAND"),
        ("djibouti-city", date(1977, 6, 26), "FRA", "FRA"),
        ("grozny", date(1998, 1, 1), "RUS", "RUS-CHECHNYA"),
        ("snake-island", date(2022, 4, 13), "UKR", "RUS"),
        ("snake-island", date(2022, 6, 30), "UKR", "UKR"),
        ("melitopol", date(2024, 1, 1), "UKR", "RUS"),
        ("izium", date(2022, 6, 1), "UKR", "RUS"),
        ("sudzha", date(2024, 9, 1), "RUS", "UKR"),
        ("vukovar", date(1997, 1, 1), "HRV", "IGO UN"),
        ("knin", date(1993, 1, 1), "HRV", "HRV-KRAJINA"),
        ("trieste", date(1950, 1, 1), None, None),
        ("saarbrucken", date(1956, 12, 31), None, "FRA"),
        ("saarbrucken", date(1957, 1, 1), "DEU", "DEU"),
        ("gdr", date(1974, 1, 1), "DDR", "DDR"),
        ("gdr", date(1990, 10, 3), "DEU", "DEU"),
        ("west-berlin", date(1974, 1, 1), None, None),
        ("east-berlin", date(1974, 1, 1), None, "DDR"),
        ("guantanamo", date(2000, 1, 1), "CUB", "USA"),
        ("canal-zone", date(1979, 9, 30), "PAN", "USA"),
        ("canal-zone", date(1979, 10, 1), "PAN", "PAN"),
        ("picton-lennox-nueva", date(1978, 12, 22), None, "CHL"),
        ("picton-lennox-nueva", date(1985, 5, 2), "CHL", "CHL"),
        ("tiwinza", date(1995, 2, 1), None, None),
        ("tiwinza", date(2000, 1, 1), "PER", "PER"),
        ("grytviken", date(1982, 4, 24), None, "ARG"),
        ("svalbard", date(2024, 1, 1), "NOR", "NOR"),
        ("fuzuli", date(2000, 1, 1), "AZE", "AZE-ARTSAKH"),
        ("abyei", date(2000, 1, 1), "SDN", "SDN"),
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
        ("Basra", 30.51, 47.78, "IRQ"),
        ("Gaziantep", 37.07, 37.38, "TUR"),
        ("Ashkelon", 31.67, 34.57, "ISR"),
        ("Tel Aviv", 32.08, 34.78, "ISR"),
        ("Calabar", 4.96, 8.32, "NGA"),
        ("Bosaso", 11.28, 49.18, "SOM"),
        ("Peshawar", 34.01, 71.58, "PAK"),
        ("Jalalabad", 34.43, 70.45, "AFG"),
        ("Tezpur", 26.63, 92.80, "IND"),
        ("Khabarovsk", 48.48, 135.08, "RUS"),
        ("Kupang", -10.17, 123.60, "IDN"),
        ("Zhuhai", 22.27, 113.57, "CHN"),
        ("Bandar Seri Begawan", 4.90, 114.94, "BRN"),
        ("Belize City", 17.50, -88.20, "BLZ"),
        ("Puerto Barrios", 15.73, -88.60, "GTM"),
        ("Vladikavkaz", 43.02, 44.68, "RUS"),
        ("Osijek", 45.55, 18.69, "HRV"),
        ("Ushuaia", -54.80, -68.30, "ARG"),
    ],
)
def test_outlines_leave_the_neighbours_alone(name: str, lat: float, lon: float, holder: str) -> None:
    """Towns near a dispute but outside it are recognised as before, and nobody else is shown to claim them."""
    ground = open_territory().stand(CasePlace(name=name, lat=lat, lon=lon), date(2023, 1, 1))
    assert (ground.recognised, ground.controller) == (holder, holder)
    assert all(view.holder == holder for view in ground.views)


@pytest.mark.parametrize(
    ("name", "lat", "lon", "on", "holder"),
    [
        ("Hamburg", 53.55, 9.99, date(1974, 6, 1), "DEU"),
        ("Goettingen", 51.53, 9.93, date(1974, 6, 1), "DEU"),
        ("Frankfurt (Oder)", 52.34, 14.55, date(1974, 6, 1), "DDR"),
        ("Zgorzelec", 51.15, 15.01, date(1974, 6, 1), "POL"),
        ("Darjeeling", 27.04, 88.26, date(1974, 6, 1), "IND"),
        ("Belgaum", 15.85, 74.50, date(1960, 1, 1), "IND"),
        ("Panama City", 8.98, -79.52, date(1974, 6, 1), "PAN"),
        ("Metz", 49.12, 6.18, date(1950, 1, 1), "FRA"),
        ("Dire Dawa", 9.59, 41.87, date(1978, 1, 1), "ETH"),
    ],
)
def test_outlines_of_the_past_leave_the_neighbours_alone(
    name: str, lat: float, lon: float, on: date, holder: str
) -> None:
    """Towns beside ground that once had another holder are their own state's on that day too."""
    ground = open_territory().stand(CasePlace(name=name, lat=lat, lon=lon), on)
    assert (ground.recognised, ground.controller) == (holder, holder)


@pytest.mark.parametrize(
    ("place_id", "on", "position", "holder"),
    [
        ("goa", date(1970, 1, 1), "PRT", "PRT"),
        ("sabah", date(2013, 2, 11), "PHL", "PHL"),
        ("las-anod", date(2026, 1, 1), "ISR", "SOM-SOMALILAND"),
        ("sapodilla", date(2024, 1, 1), "HND", "HND"),
        ("dili", date(1990, 1, 1), "AUS", "IDN"),
        ("doklam", date(2017, 7, 1), "IND", "BTN"),
        ("shebaa-farms", date(2024, 1, 1), "SYR", "LBN"),
        ("shaksgam", date(2024, 1, 1), "PAK", "CHN"),
        ("erbil", date(2024, 1, 1), "IRQ", "IRQ"),
    ],
)
def test_a_view_of_a_party_is_on_file(place_id: str, on: date, position: str, holder: str) -> None:
    """Whose the ground is in the eyes of one party, on a day."""
    territory = open_territory()
    place = territory.place(place_id)
    assert place is not None
    assert {v.position: v.holder for v in territory.stand(place, on).views}.get(position) == holder


def test_a_claim_that_was_given_up_has_ended() -> None:
    """After a judgment or treaty the loser's claim is no longer shown."""
    territory = open_territory()
    for place_id, on, party in (
        ("ligitan-sipadan", date(2013, 1, 1), "IDN"),
        ("aouzou", date(2013, 1, 1), "LBY"),
        ("tiwinza", date(2013, 1, 1), "ECU"),
        ("goa", date(1980, 1, 1), "PRT"),
        ("ogaden", date(2000, 1, 1), "SOM"),
        ("trieste", date(2000, 1, 1), "YUG"),
    ):
        place = territory.place(place_id)
        assert place is not None
        assert party not in {v.position for v in territory.stand(place, on).views}, place_id
