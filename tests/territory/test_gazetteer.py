"""Names to places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.records.place import Place
from casus.territory.gazetteer import Gazetteer, gazetteer, read_places

BAD = Path(__file__).parent.parent / "bad" / "territory"


def found(name: str, language: str) -> list[str]:
    """Give the ids of the places of that name."""
    return [p.id for p in gazetteer()[0].find(name, language)]


@pytest.mark.parametrize(
    ("name", "language", "place"),
    [
        ("Sev Lake", "en", "sev-lake"),
        ("セブ湖", "ja", "sev-lake"),
        ("セヴ湖", "ja", "sev-lake"),
        ("Lake Sevan", "en", "lake-sevan"),
        ("セヴァン湖", "ja", "lake-sevan"),
        ("セバン湖", "ja", "lake-sevan"),
        ("ステパナケルト", "ja", "stepanakert"),
        ("Khankendi", "en", "stepanakert"),
        ("Shushi", "en", "shusha"),
        ("シュシャ", "ja", "shusha"),
        ("Georgia", "en", "GEO"),
        ("ジョージア", "ja", "GEO"),
        ("ナゴルノカラバフ", "ja", "nagorno-karabakh"),
    ],
)
def test_a_name_leads_to_its_place_first(name: str, language: str, place: str) -> None:
    """Sev is not Sevan, old and new names of a town are one town, Georgia is the state."""
    assert found(name, language)[0] == place


def test_sev_and_sevan_are_never_one() -> None:
    """No name of one lake finds the other."""
    book = gazetteer()[0]
    for mine, other in (("sev-lake", "lake-sevan"), ("lake-sevan", "sev-lake")):
        for language, names in book.places[mine].names.items():
            for name in names:
                assert other not in found(name, language), name


def test_half_of_a_name_is_no_match() -> None:
    """Only the exact name is found; a likeness is a suggestion."""
    assert found("Seva", "en") == []
    assert "Lake Sevan" in gazetteer()[0].nearest_names("Lake Sewan")


def test_width_and_case_do_not_matter() -> None:
    """Full-width letters and capitals are the same name."""
    assert found("Ｓｅｖ ｌａｋｅ", "en") == ["sev-lake"]
    assert found("SEV LAKE", "en") == ["sev-lake"]


def test_a_case_name_is_read_up_to_its_comma_and_near_its_point() -> None:
    """“Sev Lake, Syunik, Armenia” is Sev Lake, unless the point is far from it."""
    book = gazetteer()[0]
    near = book.about("Sev Lake, Syunik, Armenia", 39.6, 46.24)
    assert near is not None
    assert near.id == "sev-lake"
    far = book.about("Sev Lake", 40.35, 45.35)
    assert far is None


def test_every_row_that_comes_along_is_whole() -> None:
    """No row of the installation's tables of places has a problem."""
    assert gazetteer()[1] == ()


def test_a_row_that_does_not_fit_is_told_and_the_others_are_kept() -> None:
    """Each broken row is a line of its own; the good one is there."""
    source = BAD / "places.tsv"
    places, problems = read_places(source.name, source.read_text("utf-8"))
    assert [p.id for p in places] == ["good"]
    assert [p.line() for p in problems] == source.with_suffix(".txt").read_text("utf-8").splitlines()


def test_a_table_with_other_columns_is_refused() -> None:
    """Without the columns nothing is read."""
    places, problems = read_places("x.tsv", "id\ten\n")
    assert places == ()
    assert problems[0].where == "x.tsv:1"


@given(st.sampled_from(sorted({n for language in ("en", "ja", "ru") for n, _ in gazetteer()[0].names(language)})))
def test_every_listed_name_is_found(name: str) -> None:
    """What `names` lists, `find` finds in some language."""
    assert any(found(name, language) for language in ("en", "ja", "ru"))


def test_the_surest_of_two_comes_first() -> None:
    """Of two places of one name the better checked one comes first, a state before both."""
    places = [
        Place(id="b", kind="settlement", names={"en": ("Twin",)}, certainty="memory"),
        Place(id="a", kind="settlement", names={"en": ("Twin",)}, certainty="checked"),
        Place(id="TWN", kind="state", names={"en": ("Twin",)}, certainty="memory"),
    ]
    assert [p.id for p in Gazetteer(places).find("twin", "en")] == ["TWN", "a", "b"]


@pytest.mark.parametrize(
    ("name", "lat"),
    [("Norfolk, Virginia", 36.8), ("Panaji, Goa", 15.5), ("Cordoba, Argentina", -31.4), ("Nowhere, Virginia", None)],
)
def test_a_second_name_says_which_is_meant(name: str, lat: float | None) -> None:
    """The second name picks the place of the first one that is in its state, and near it."""
    found = gazetteer()[0].seek(name, "en")
    assert [p.lat for p in found[:1]] == ([] if lat is None else [pytest.approx(lat, abs=0.3)])
