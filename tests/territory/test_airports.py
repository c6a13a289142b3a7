"""Airports by name, code or town."""

from __future__ import annotations

import pytest

from casus.territory import open_territory
from casus.territory.airports import Airports, without_words

TABLE = Airports(
    "AAAA\tAAA\tSYR\t35.000\t36.000\t10\tMarj International Airport\tMarj\n"
    "AAAB\t\tSYR\t35.010\t36.000\t\tMarj Airfield\tMarj\n"
    "AAAC\t\tSYR\t36.000\t37.000\t-3\tHill Airport\t\n"
)


@pytest.mark.parametrize(
    ("name", "language", "icao"),
    [
        ("Baghdad International Airport", "en", "ORBI"),
        ("Baghdad airport", "en", "ORBI"),
        ("バグダッド国際空港", "ja", "ORBI"),
        ("аэропорт Багдада", "ru", "ORBI"),
        ("международный аэропорт Хартума", "ru", "HSSK"),
        ("Ben Gurion airport", "en", "LLBG"),
        ("Zvartnots airport", "en", "UDYZ"),
        ("ゴマ空港", "ja", "FZNA"),
        ("UDYZ", "en", "UDYZ"),
    ],
)
def test_an_airport_is_found_by_its_name_its_town_or_its_code(name: str, language: str, icao: str) -> None:
    """A name with a word for an airport is never taken for the town."""
    assert [p.id for p in open_territory().seek(name, language)][:1] == [f"icao:{icao}"]


def test_a_hand_kept_airfield_goes_first() -> None:
    """Sisian is not in the list of airports; Donetsk's own entry says more than a list's."""
    room = open_territory()
    assert [room.seek(n, "en")[0].id for n in ("Sisian airfield", "Donetsk airport")] == [
        "sisian-airfield",
        "donetsk-airport",
    ]


def test_a_text_may_mean_an_airport() -> None:
    """Among what a name in a text may mean is the airport, not the town."""
    found = open_territory().candidates("Khartoum airport", "en")
    assert [c.place.kind for c in found] == ["airfield"]


def test_a_bare_word_or_an_unknown_town_is_no_airport() -> None:
    """The word alone names nothing, and a town without an airport near it has none."""
    room = open_territory()
    assert room.seek("空港", "ja") == ()
    assert room.seek("Qwertyville airport", "en") == ()


def test_one_with_flights_comes_before_an_airfield() -> None:
    """Of two of a name the one with an IATA code is first."""
    assert [p.id for p in TABLE.called("Marj airport")] == ["icao:AAAA", "icao:AAAB"]
    assert TABLE.called("Marj") == ()


def test_a_code_is_four_capitals() -> None:
    """Codes in small letters are words."""
    found = TABLE.coded("AAAC")
    assert found is not None
    assert (found.name(), found.elevation_m, found.certainty) == ("Hill Airport", -3.0, "partly")
    assert TABLE.coded("aaac") is None
    assert TABLE.coded("ZZZZ") is None


def test_words_for_an_airport_are_left_out() -> None:
    """A name that is only the word leaves nothing."""
    assert without_words("Camp Bastion Air Base") == "Camp Bastion"
    assert without_words("airport") is None
    assert without_words("Portland") is None
