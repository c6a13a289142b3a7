"""The law as a book: instruments by the names reports use."""

from __future__ import annotations

from datetime import date

import pytest

from casus.logic import NO, UNKNOWN, YES
from casus.treaties import load_law
from casus.treaties.book import LawBook

BOOK = LawBook(load_law()[0])
DAY = date(2021, 5, 12)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("集団安全保障条約の第2条に抵触する", "cst-1992"),
        ("NATO加盟国同士で戦うようなものだ", "nat-1949"),
        ("Article 5 of the North Atlantic Treaty", "nat-1949"),
        ("国連憲章第51条の自衛権", "un-charter-1945"),
        ("the Rio Treaty was invoked", "rio-1947"),
    ],
)
def test_instruments_are_found_by_name(words: str, found: str) -> None:
    """A name in a sentence names its instrument, in Japanese also without spaces around it."""
    assert found in BOOK.instruments_in(words)


@pytest.mark.parametrize("words", ["The SEATOWN council met", "Natoma has a road", "an ordinary sentence", ""])
def test_a_name_within_a_word_is_none(words: str) -> None:
    """Part of a longer word names no instrument."""
    assert BOOK.instruments_in(words) == ()


def test_order_of_mention() -> None:
    """Instruments come in the order in which they are named."""
    found = BOOK.instruments_in("the UN Charter, then the North Atlantic Treaty")
    assert found.index("un-charter-1945") < found.index("nat-1949")


def test_bound_says_why() -> None:
    """Who is bound, who is not and since when; an instrument without a file is not known."""
    assert BOOK.bound("cst-1992", "ARM", DAY)[0] is YES
    truth, why = BOOK.bound("cst-1992", "AZE", DAY)
    assert truth is NO
    assert "1999-04-21" in why["en"]
    assert "1999年4月21日" in why["ja"]
    assert BOOK.bound("no-such-1900", "ARM", DAY)[0] is UNKNOWN


def test_text_of_the_day() -> None:
    """Paraphrase and procedure are those of the text in force that day."""
    old, new = (BOOK.procedure("cst-1992", "art-4", day) for day in (date(2010, 6, 11), DAY))
    assert "request" in new["en"]
    assert "要請" in new["ja"]
    assert old != new
    words = BOOK.paraphrase("cst-1992", "art-4", DAY)
    assert words is not None
    assert set(words) >= {"en", "ja"}
    assert BOOK.paraphrase("cst-1992", "art-4", date(1990, 1, 1)) is None


def test_organisations_lead_to_their_instruments() -> None:
    """An organisation's id gives the instruments it acts under."""
    assert "cst-1992" in BOOK.instruments_of("IGO CSTO")
    assert BOOK.instruments_of("IGO NOBODY") == ()
