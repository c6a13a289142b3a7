"""Who Russian phrases are: names and offices in any case, pronouns, both sides, persons named before."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.clauses import Phrase

pytest.importorskip("pymorphy3")

from casus.reading.ru.names import russian_names
from casus.reading.ru.parties import RussianResolver


def party(text: str, words: str, occurrence: int = 0) -> str:
    """Resolve the words in the light of the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    span = (start, start + len(words))
    return RussianResolver(text, date(2021, 5, 14)).party(Phrase(span, span))


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("азербайджанские военные", "AZE MIL"),
        ("азербайджанскими военными", "AZE MIL"),
        ("Министерству иностранных дел Киргизии", "KGZ GOV"),
        ("пограничной службой Киргизии", "KGZ COP"),
        ("послу Узбекистана", "UZB GOV"),
        ("сотрудники милиции Узбекистана", "UZB COP"),
        ("ВСУ", "UKR MIL"),
        ("ВС РФ", "RUS MIL"),
        ("Пентагоном", "USA MIL"),
        ("ОДКБ", "IGO CSTO"),
        ("Баку", "AZE GOV"),
        ("Ереваном", "ARM GOV"),
        ("повстанцев", "REB"),
        ("посол России в Грузии", "RUS GOV"),
        ("американские и британские корабли", "USA MIL, GBR MIL"),
        ("посредники из США и Руанды", "USA, RWA"),
        ("Совет Безопасности", "IGO UNSC"),
    ],
)
def test_a_phrase_is_who_its_words_name(words: str, ident: str) -> None:
    """Names, adjectives of states and offices give a party id in any case."""
    assert party(words, words) == ident


def test_both_sides_are_the_two_states_of_the_sentence_before() -> None:
    """Обе стороны are the two named before."""
    assert party("Иран и Пакистан ведут переговоры. Обе стороны довольны.", "Обе стороны") == "IRN, PAK"


def test_a_pronoun_is_the_last_party_of_its_gender() -> None:
    """Она after Молдавия is Moldova, not the parliament."""
    assert party("Молдавия ждёт парламент. Она готова.", "Она") == "MDA"


def test_a_person_named_with_an_office_is_known_by_name_later() -> None:
    """A surname alone leans on the office it came with."""
    text = "Официальный представитель МИД России Кривцов ответил. Кривцов добавил детали."
    assert party(text, "Кривцов", 1) == "RUS GOV"


def test_names_of_two_states_in_one_adjective() -> None:
    """Армяно-азербайджанская граница names both."""
    found = russian_names().scan("армяно-азербайджанская граница")
    assert [f.entry.id for f in found] == ["ARM", "AZE"]


@pytest.mark.parametrize("word", ["Эта", "Это", "Иду", "Тот", "Тем", "Тому", "Той", "Мала", "Погибли", "Задержали"])
def test_a_common_word_that_opens_a_sentence_is_no_name(word: str) -> None:
    """Эта is no ЭТА, тот no Того, погибли no noun for the dead."""
    assert russian_names().scan(word) == ()


@pytest.mark.parametrize(
    ("word", "known"),
    [("ЭТА", "ESP REB ETA"), ("Того", "TGO"), ("Мали", "MLI"), ("Нато", "IGO NATO"), ("Рады", "LEG"), ("США", "USA")],
)
def test_a_name_that_looks_like_a_common_word_is_known(word: str, known: str) -> None:
    """The name itself, in its own spelling, is still found."""
    assert [f.entry.id for f in russian_names().scan(word)] == [known]
