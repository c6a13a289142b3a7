"""Names judged together: which place of a name a text means."""

from __future__ import annotations

import pytest

from casus.records.place import NameInText
from casus.territory import open_territory


def settled(names: list[str], states: tuple[str, ...] = (), language: str = "en", apart: int = 9) -> list[str | None]:
    """Give the states (and kinds) of the places that names in a row mean."""
    found: list[NameInText] = []
    for name in names:
        start = found[-1].span[1] + apart if found else 0
        found.append(NameInText(name, (start, start + len(name)), True))
    places = open_territory().settle(found, language, states)
    return [f"{p.within}" + (" region" if p.kind == "region" else "") if p else None for p in places]


@pytest.mark.parametrize(
    ("names", "states", "language", "wanted"),
    [
        (["Cordoba", "Rosario"], ("ARG",), "en", "ARG"),
        (["Cordoba"], ("ESP",), "en", "ESP"),
        (["Tripoli", "Misrata"], (), "en", "LBY"),
        (["Tripoli", "Beirut"], (), "en", "LBN"),
        (["Триполи", "Бейрут"], (), "ru", "LBN"),
        (["Alexandria"], ("EGY",), "en", "EGY"),
        (["Alexandria"], ("USA",), "en", "USA"),
        (["Victoria"], ("SYC",), "en", "SYC"),
        (["Victoria", "Melbourne"], ("AUS",), "en", "AUS region"),
        (["San José"], ("CRI",), "en", "CRI"),
        (["San Jose"], ("USA",), "en", "USA"),
        (["Santiago"], ("CUB",), "en", "CUB"),
        (["Cambridge"], ("USA",), "en", "USA"),
        (["Cambridge", "London"], ("GBR",), "en", "GBR"),
        (["Georgia", "Tbilisi"], (), "en", "GEO"),
        (["Georgia"], ("USA", "RUS"), "en", "GEO"),
        (["Georgia", "Atlanta"], ("USA",), "en", "USA region"),
        (["ジョージア"], ("USA", "RUS"), "ja", "GEO"),
        (["ジョージア", "アトランタ"], ("USA",), "ja", "USA region"),
    ],
)
def test_a_name_is_told_by_what_else_the_text_names(
    names: list[str], states: tuple[str, ...], language: str, wanted: str
) -> None:
    """Parties and other places decide between places of one name."""
    assert settled(names, states, language)[0] == wanted


def test_a_name_behind_a_comma_says_within_what() -> None:
    """Paris, Texas and Atlanta, Georgia are told by the division behind the comma, and the division by the town."""
    assert settled(["Paris", "Texas"], apart=2) == ["USA", "USA region"]
    assert settled(["Atlanta", "Georgia"], apart=2) == ["USA", "USA region"]


def test_sevan_and_sev_are_two_lakes() -> None:
    """A name is never the beginning of another."""
    room = open_territory()
    assert room.find("Sev", "en") == ()
    assert {room.find(n, lang)[0].id for n, lang in (("Sev Lake", "en"), ("セブ湖", "ja"))} == {"sev-lake"}
    assert {room.find(n, lang)[0].id for n, lang in (("Lake Sevan", "en"), ("セバン湖", "ja"))} == {"lake-sevan"}


def test_a_little_known_town_needs_a_reason() -> None:
    """A small town is meant only where the words mark a place and the text speaks of its state."""
    room = open_territory()
    name = "Khndzoresk"
    for marked, states, found in ((True, ("ARM",), True), (True, ("BRA",), False), (False, ("ARM",), False)):
        (place,) = room.settle([NameInText(name, (0, 10), marked)], "en", states)
        assert (place is not None) is found


def test_a_state_is_given_with_its_middle() -> None:
    """A mention of a state can be shown on a map; the state itself has no point for whose ground it is."""
    (place,) = open_territory().settle([NameInText("Armenia", (0, 7))], "en", ())
    assert place is not None
    assert (place.id, round(place.lat or 0), round(place.lon or 0)) == ("ARM", 40, 45)
    assert open_territory().find("Armenia", "en")[0].lat is None


def test_ambiguity_lists_all() -> None:
    """Candidates of a name are all places of it, each place once though several tables have it."""
    ids = [c.place.id for c in open_territory().candidates("Tripoli", "en")]
    assert {"tripoli", "tripoli-lebanon"} <= set(ids)
    assert len(ids) == len(set(ids))
