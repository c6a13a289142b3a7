"""The tables of offices and of those who hold them."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.vocabulary.holders import find_holder, holder_names, holders
from casus.vocabulary.offices import find_office, offices
from casus.vocabulary.roles import ROLES
from casus.vocabulary.tables import fold


def test_there_are_enough_offices_in_each_language() -> None:
    """At least a hundred and twenty rows, and forty in each language."""
    counts = Counter(each.language for each in offices())
    assert sum(counts.values()) >= 120
    assert set(counts) == {"en", "ja", "ru"}
    assert min(counts.values()) >= 40


def test_an_office_word_stands_once() -> None:
    """No word of a language has two rows, so that its role is not in doubt."""
    counts = Counter((each.language, fold(each.word)) for each in offices())
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("word", "language", "role", "kind", "country"),
    [
        ("大統領", "ja", "GOV", "person", None),
        ("外相", "ja", "GOV", "person", None),
        ("参謀本部", "ja", "MIL", "body", None),
        ("国境警備隊", "ja", "COP", "body", None),
        ("革命防衛隊", "ja", "MIL", "body", "IRN"),
        ("foreign ministry", "en", "GOV", "body", None),
        ("Pentagon", "en", "MIL", "body", "USA"),
        ("Kremlin", "en", "GOV", "body", "RUS"),
        ("МИД", "ru", "GOV", "body", None),
        ("ФСБ", "ru", "SPY", "body", "RUS"),
        ("пограничная служба", "ru", "COP", "body", None),
        ("парламент", "ru", "LEG", "body", None),
    ],
)
def test_an_office_gives_role_kind_and_country(
    word: str, language: str, role: str, kind: str, country: str | None
) -> None:
    """The role is the office's, and a country stands only where the word itself implies one."""
    found = find_office(word, language)
    assert found is not None
    assert (found.role, found.kind, found.country) == (role, kind, country)


def test_there_are_enough_terms_with_known_roles() -> None:
    """At least two hundred terms; each party ends in a role or is an organisation."""
    assert len(holders()) >= 200
    for each in holders():
        parts = each.party.split()
        assert parts[0] == "IGO" or parts[-1] in ROLES, each.person
        assert set(each.names) == {"en", "ja", "ru"}, each.person
        assert each.period.start, each.person


def test_terms_of_one_person_in_one_office_do_not_overlap() -> None:
    """Nobody holds the same office twice on one day."""
    for each in holders():
        for other in holders():
            same = each.person == other.person and each.office == other.office and each.party == other.party
            if same and each.period.start and other.period.start and each.period.start < other.period.start:
                assert each.period.end, each.person
                assert each.period.end < other.period.start, each.person


@pytest.mark.parametrize(
    ("name", "language", "on", "person", "party"),
    [
        ("パシニャン", "ja", date(2021, 5, 14), "Nikol Pashinyan", "ARM GOV"),
        ("アリエフ", "ja", date(1994, 5, 12), "Heydar Aliyev", "AZE GOV"),
        ("アリエフ", "ja", date(2021, 5, 14), "Ilham Aliyev", "AZE GOV"),
        ("バジパイ", "ja", date(1999, 6, 15), "Atal Bihari Vajpayee", "IND GOV"),
        ("Fujimori", "en", date(1995, 2, 14), "Alberto Fujimori", "PER GOV"),
        ("George Bush", "en", date(1991, 1, 17), "George H. W. Bush", "USA GOV"),
        ("George Bush", "en", date(2003, 3, 20), "George W. Bush", "USA GOV"),
        ("Пашинян", "ru", date(2022, 9, 13), "Nikol Pashinyan", "ARM GOV"),
        ("Герасимов", "ru", date(2022, 2, 24), "Valery Gerasimov", "RUS MIL"),
        ("Borrell", "en", date(2023, 9, 24), "Josep Borrell", "IGO EU"),
    ],
)
def test_a_name_alone_gives_person_and_party(name: str, language: str, on: date, person: str, party: str) -> None:
    """Of several of one name the one in office on the day is meant."""
    found = find_holder(name, language, on=on)
    assert found is not None
    assert (found.person, found.party) == (person, party)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(holder_names("ja")))
def test_a_known_name_always_finds_somebody_of_that_name(on: date, pair: tuple[str, str]) -> None:
    """Out of office the nearest term counts, so that a former minister is still known."""
    found = find_holder(pair[0], "ja", on=on)
    assert found is not None
    assert pair[0] in found.names["ja"]
