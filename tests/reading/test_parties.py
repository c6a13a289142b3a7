"""Party ids of noun phrases, with and without what stands before."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.clauses import Phrase
from casus.reading.parties import Resolver

ALONE = (
    ("フィリピン海軍の哨戒機", "PHL MIL"),
    ("インド外務省", "IND GOV"),
    ("パキスタン軍の報道担当者", "PAK MIL"),
    ("中国漁船8隻", "CHN CIV"),
    ("在マニラ中国大使館", "CHN GOV"),
    ("マリとブルキナファソの軍事政権", "MLI MIL, BFA MIL"),
    ("米国務省", "USA GOV"),
    ("北大西洋条約機構", "IGO NATO"),
    ("武装集団", "REB"),
    ("覆面の男たち", "REB"),
    ("イスラマバード", "PAK GOV"),
    ("シアチェン氷河のインド軍", "IND MIL"),
    ("青い空", "unknown"),
)


def party(text: str, words: str, on: date | None = None) -> str:
    """Resolve the last occurrence of some words in a text."""
    start = text.rindex(words)
    span = (start, start + len(words))
    return Resolver(text, "ja", on).party(Phrase(span, span))


@pytest.mark.parametrize(("words", "expected"), ALONE)
def test_a_phrase_gives_its_party(words: str, expected: str) -> None:
    """State, organisation and role come from the words of the phrase."""
    assert party(words, words) == expected


def test_pointing_words_lean_on_what_was_named() -> None:
    """同国 is the last state, 両国 the two of the sentence, bare 海軍 the last navy."""
    text = "インド政府とパキスタン政府は対立した。両国は譲らない。"
    assert party(text, "両国") == "IND, PAK"
    assert party("フィリピン海軍が出港した。海軍は戻った。", "海軍") == "PHL MIL"
    assert party("ケニア政府は声明を出した。同国軍は動かない。", "同国軍") == "KEN MIL"


def test_a_person_gives_the_party_of_the_office_held_that_day() -> None:
    """A name alone is resolved by who held office on the day of the report."""
    assert party("パシニャン首相", "パシニャン首相", date(2021, 5, 15)) == "ARM GOV"


def test_our_troops_are_the_speakers() -> None:
    """In a speech わが軍 belongs to whoever speaks."""
    text = "わが軍"
    resolver = Resolver(text, "ja")
    assert resolver.party(Phrase((0, 3), (0, 3)), speaker="UKR GOV") == "UKR MIL"
