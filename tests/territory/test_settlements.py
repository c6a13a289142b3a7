"""Towns of the compiled table."""

from __future__ import annotations

import pytest

from casus.territory.gazetteer import gazetteer
from casus.territory.russian import nominatives
from casus.territory.settlements import Settlements, settlements

ROW = "geonames:{n}\t{state}\t{people}\t1.0\t2.0\t{en}\t\t\t|{keys}|"


def table(*rows: tuple[int, str, int, str]) -> Settlements:
    """Make a table of a few towns of our own."""
    lines = [ROW.format(n=n, state=s, people=p, en=e, keys=e.casefold()) for n, s, p, e in rows]
    return Settlements("\n".join(["# Towns", *lines]) + "\n")


@pytest.mark.parametrize(
    ("name", "state"),
    [("Kharkiv", "UKR"), ("Харьков", "UKR"), ("São Paulo", "BRA"), ("Sao Paulo", "BRA"), ("クンドゥーズ", "AFG")],
)
def test_a_town_is_found_by_its_names(name: str, state: str) -> None:
    """Latin, Cyrillic and Japanese names lead to the town, with or without accents."""
    assert settlements().find(name)[0].within == state


def test_only_the_whole_name_is_found() -> None:
    """A part of a name is no name."""
    assert settlements().find("Kharki") == ()
    assert settlements().find("") == ()
    assert settlements().find("a|b") == ()


def test_the_largest_comes_first() -> None:
    """Of towns of one name the order of the file, by size, is kept."""
    towns = table((1, "GUY", 235000, "Georgetown"), (2, "USA", 63000, "Georgetown"))
    assert [p.id for p in towns.find("georgetown")] == ["geonames:1", "geonames:2"]


def test_a_bare_name_means_a_town_only_where_it_is_clear() -> None:
    """A town is meant where it is the only one of its name, or by far the largest."""
    assert table((1, "GUY", 235000, "Georgetown"), (2, "USA", 63000, "Georgetown")).meant("Georgetown") is None
    alone = table((1, "GUY", 235000, "Georgetown")).meant("Georgetown")
    larger = table((1, "GBR", 8961989, "London"), (2, "CAN", 346765, "London")).meant("London")
    assert alone is not None
    assert larger is not None
    assert (alone.id, larger.id) == ("geonames:1", "geonames:1")


def test_small_towns_are_not_guessed_from_a_text() -> None:
    """A town with the name of an ordinary word is found for a case's place, not for a phrase of a text."""
    assert settlements().find("Most")
    assert gazetteer()[0].find("Most", "en") == ()
    most = gazetteer()[0].about("Most", 50.50, 13.64)
    assert most is not None
    assert most.within == "CZE"


def test_hand_kept_places_go_before_compiled_towns() -> None:
    """Stepanakert is the row kept by hand, not the town GeoNames calls Khankendi."""
    book = gazetteer()[0]
    assert [p.id for p in book.find("Khankendi", "en")] == ["stepanakert"]
    assert book.find("Lyon", "en")[0].id.startswith("geonames:")


def test_compiled_towns_are_not_listed_for_mentions() -> None:
    """What `names` lists is kept by hand: Reading and Nice are words as well as towns."""
    listed = {name for name, _ in gazetteer()[0].names("en")}
    assert not {"Reading", "Nice", "Mobile", "Bath"} & listed


def test_a_name_without_end_has_no_nominatives() -> None:
    """Very many words strung together by blanks or hyphens are no name: its forms would never end."""
    assert nominatives("Комиый " * 30) == ()
    assert nominatives("-".join(["Комиый"] * 30)) == ()
    assert "Йошкар-Ола" in nominatives("Йошкар-Оле")
