"""The table of states: codes, names, capitals, days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import CasusError
from casus.vocabulary.states import COLUMNS, key, read_states, states


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("米国", "ja", "USA"),
        ("アメリカ", "ja", "USA"),
        ("北朝鮮", "ja", "PRK"),
        ("韓国", "ja", "KOR"),
        ("ジョージア", "ja", "GEO"),
        ("グルジア", "ja", "GEO"),
        ("キルギス", "ja", "KGZ"),
        ("ソ連", "ja", "SUN"),
        ("イギリス", "ja", "GBR"),
        ("トルコ", "ja", "TUR"),
        ("Georgia", "en", "GEO"),
        ("Ivory Coast", "en", "CIV"),
        ("Côte d’Ivoire", "en", "CIV"),
        ("Burma", "en", "MMR"),
        ("DPRK", "en", "PRK"),
        ("North Vietnam", "en", "VDR"),
        ("КНДР", "ru", "PRK"),
        ("Киргизия", "ru", "KGZ"),
        ("СССР", "ru", "SUN"),
        ("Соединённые Штаты", "ru", "USA"),
        ("Соединенные Штаты", "ru", "USA"),
    ],
)
def test_the_names_of_the_press_lead_to_codes(name: str, language: str, code: str) -> None:
    """Usual short names, old ones too, lead to the alpha-3 code."""
    assert states().by_name(name, language) == code


def test_us_the_pronoun_is_no_state() -> None:
    """Short names in capitals keep their case, so that a pronoun is not a country."""
    assert states().by_name("US", "en") == "USA"
    assert states().by_name("us", "en") is None


def test_a_name_is_of_its_language() -> None:
    """A Japanese name is not found among the English ones."""
    assert states().by_name("米国", "en") is None


def test_a_capital_leads_to_the_state_of_the_day() -> None:
    """Moscow is Russia's today and was the Soviet Union's in 1962."""
    assert states().by_capital("モスクワ", "ja") == "RUS"
    assert states().by_capital("モスクワ", "ja", date(1962, 10, 22)) == "SUN"


def test_all_members_of_the_united_nations_are_there() -> None:
    """193 members, and Kosovo, Taiwan, Palestine and the Holy See, exist today."""
    today = [s for s in states().rows if s.until is None]
    assert len(today) == 197
    assert {"XKX", "TWN", "PSE", "VAT"} <= {s.alpha3 for s in today}


def test_former_states_have_their_days() -> None:
    """The Soviet Union ended the day before Armenia's days under the table begin."""
    soviet, armenia = states().by_code("SUN"), states().by_code("ARM")
    assert soviet is not None
    assert armenia is not None
    assert soviet.existed(date(1991, 12, 25))
    assert not soviet.existed(date(1991, 12, 26))
    assert not armenia.existed(date(1991, 12, 25))
    assert armenia.existed(date(1991, 12, 26))


def test_a_renamed_state_says_what_it_is_now() -> None:
    """Zaire goes on as the Democratic Republic of the Congo; the Soviet Union does not go on under another code."""
    zaire, soviet = states().by_code("ZAR"), states().by_code("SUN")
    assert zaire is not None
    assert soviet is not None
    assert (zaire.now, soviet.now) == ("COD", None)


def test_every_state_has_a_name_in_every_language_and_a_capital() -> None:
    """No row is without the names that readers in three languages need."""
    for state in states().rows:
        assert all(state.names[language] for language in ("en", "ja", "ru")), state.alpha3
        assert all(state.capitals[language] for language in ("en", "ja", "ru")), state.alpha3


def test_no_two_states_share_a_name() -> None:
    """A name in one language leads to one state only."""
    for language in ("en", "ja", "ru"):
        seen: dict[str, str] = {}
        for name, code in states().names(language):
            assert seen.setdefault(key(name), code) == code, name


def test_japanese_short_forms_are_known() -> None:
    """The single characters of compounds such as 米露 belong to their states."""
    shorts = {short: s.alpha3 for s in states().rows for short in s.short_ja}
    assert [shorts[c] for c in "日米中露韓朝英仏独印比越伊豪加"] == [
        "JPN", "USA", "CHN", "RUS", "KOR", "PRK", "GBR", "FRA", "DEU", "IND", "PHL", "VNM", "ITA", "AUS", "CAN",
    ]  # fmt: skip


def test_demonyms_give_adjective_and_people() -> None:
    """English rows part the adjective from the plural noun, Russian ones have the adjective."""
    armenia = states().by_code("ARM")
    assert armenia is not None
    assert (armenia.adjectives["en"], armenia.nationals_en) == (("Armenian",), ("Armenians",))
    assert armenia.adjectives["ru"] == ("армянский",)


def test_a_row_of_the_wrong_length_is_refused_with_its_line() -> None:
    """A broken table names the line."""
    text = "\t".join(COLUMNS) + "\nARM\tAM\n"
    with pytest.raises(CasusError, match=r"states\.tsv, line 2: 2 cells, there must be 16"):
        read_states(text)


@given(st.sampled_from([name for language in ("en", "ja", "ru") for name, _ in states().names(language)]))
def test_folding_a_name_twice_changes_nothing(name: str) -> None:
    """The key of a key is the key."""
    assert key(key(name)) == key(name)
