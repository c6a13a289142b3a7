"""The table of organisations."""

from datetime import date

import pytest

from casus.vocabulary.organisations import (
    find_organisation,
    organisation_names,
    organisations,
    organisations_by_id,
)


def test_there_are_enough_rows_and_keys_are_unique() -> None:
    """The table covers at least sixty bodies, each with a key of its own."""
    keys = [each.key for each in organisations()]
    assert len(keys) >= 60
    assert len(set(keys)) == len(keys)


def test_every_row_has_names_in_three_languages_a_party_id_and_a_source() -> None:
    """Names, an id that begins with IGO or NGO, and a source stand in every row."""
    for each in organisations():
        assert set(each.names) == {"en", "ja", "ru"}, each.key
        assert each.id.split()[0] in {"IGO", "NGO"}, each.key
        assert len(each.id.split()) == 2, each.key
        assert each.source, each.key


def test_no_name_stands_for_two_party_ids() -> None:
    """A name is one organisation in its language."""
    for language in ("en", "ja", "ru"):
        ids: dict[str, set[str]] = {}
        for name, party in organisation_names(language):
            ids.setdefault(name, set()).add(party)
        assert {name: found for name, found in ids.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("name", "language", "party"),
    [
        ("集団安全保障条約機構", "ja", "IGO CSTO"),
        ("北大西洋条約機構", "ja", "IGO NATO"),
        ("西アフリカ諸国経済共同体", "ja", "IGO ECOWAS"),
        ("安保理", "ja", "IGO UNSC"),
        ("UN Security Council", "en", "IGO UNSC"),
        ("KFOR", "en", "IGO NATO"),
        ("ОДКБ", "ru", "IGO CSTO"),
        ("ЛАГ", "ru", "IGO LAS"),
        ("ICRC", "en", "NGO ICRC"),
        ("OSCE Minsk Group", "en", "IGO OSCE"),
    ],
)
def test_a_press_name_finds_its_party(name: str, language: str, party: str) -> None:
    """Full names, abbreviations and the press's forms give the same id."""
    found = find_organisation(name, language)
    assert found is not None
    assert found.id == party


def test_an_unknown_name_finds_nothing() -> None:
    """A name that is not in the table gives None, not the nearest."""
    assert find_organisation("Holy Alliance", "en") is None


def test_the_organisation_itself_prints_for_its_id() -> None:
    """An id prints as the organisation, not as one of its organs or missions."""
    assert organisations_by_id()["IGO NATO"].key == "nato"
    assert organisations_by_id()["IGO EU"].name("ja") == "欧州連合"
    assert organisations_by_id()["IGO UN"].name() == "United Nations"


def test_the_day_decides_where_it_can() -> None:
    """The organisation of the treaty of 1992 became another by the charter of 2002."""
    csto = organisations_by_id()["IGO CSTO"]
    assert not csto.period.holds(date(2003, 9, 17))
    assert csto.period.holds(date(2003, 9, 18))
