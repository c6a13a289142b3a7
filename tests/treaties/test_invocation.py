"""Which instrument a request means, and whose organ decided."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from tests.treaties.made import asks, law, treaty

from casus.records import OrganDecision
from casus.treaties.invocation import arabic, articles, decides_for, instruments, plain, same_article


def friendship(id_: str, signed: date, *states: str) -> object:
    """Make a treaty of a name that many share."""
    act = msgspec.structs.replace(treaty().acts[1], states=states)
    return msgspec.structs.replace(
        treaty(),
        id=id_,
        title={"en": "Treaty of Friendship, Cooperation and Mutual Assistance"},
        names=(),
        organisations=(),
        signed=signed,
        acts=(act,),
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Collective Treaty, Art. 2", (("2",),)),
        ("Security Treaty of 1951, Art. IV", (("4",),)),
        ("Articles III and V", (("3",), ("5",))),
        ("Treaty on Union, Art. 42(7)", (("42", "7"),)),
        ("条約第二条", (("2",),)),
        ("条約第42条", (("42",),)),
        ("Договор, ст. 4", (("4",),)),
        ("статья 5 договора", (("5",),)),
        ("Treaty of Testville", ()),
        ("the parties of 1997", ()),
    ],
)
def test_articles_in_many_hands(words: str, found: object) -> None:
    """Article numbers are read in Arabic, Roman and Japanese numerals, with paragraphs."""
    assert articles(words) == found


def test_numerals() -> None:
    """Roman and Japanese numerals become Arabic."""
    assert [arabic(n) for n in ("IX", "xiv", "十", "十二", "五十一", "7")] == ["9", "14", "10", "12", "51", "7"]


def test_a_paragraph_counts_only_where_both_give_one() -> None:
    """Article 4 covers 4(1), but 4(1) is not 4(2)."""
    assert same_article("Article IV(1)", articles("Art. 4"))
    assert same_article("Article 4", articles("Art. IV(2)"))
    assert not same_article("Article IV(1)", articles("Art. IV(2)"))
    assert not same_article("Article 14", articles("Art. 4"))
    assert not same_article("Article 4", ())


def test_plain_words() -> None:
    """Case, accents and punctuation do not count, Japanese stays."""
    assert plain("Traité de l'Atlantique Nord") == "traite de l atlantique nord"
    assert plain("テストビル条約") == "テストビル条約"


@pytest.mark.parametrize(
    "under",
    [
        "Treaty of Testville, Art. 3",
        "the Testville Pact",
        "Testville Pact of 1990",
        "Testville Pact of 1 March 1990",
        "Testville Pact of March 1, 1990",
        "テストビル条約第3条",
    ],
)
def test_a_named_instrument_is_found(under: str) -> None:
    """Any of an instrument's names will do, in any language."""
    assert list(instruments(asks("PRT", "IGO TTO", under), law().treaties)) == ["testville-1990"]


def test_another_year_is_another_treaty() -> None:
    """A year that is not that of signature rules an instrument out."""
    assert instruments(asks("PRT", "IGO TTO", "Treaty of Testville of 1955"), law().treaties) == {}


def test_the_day_of_signature_does_not_hide_a_loose_name() -> None:
    """The exchange of notes of 19 June 1961 is the one of that year, whatever the day."""
    known = (friendship("a-1997", date(1997, 8, 29), "RUS", "ARM"),)
    for under in ("Treaty of Friendship of 29 August 1997", "Friendship Treaty of August 1997"):
        assert instruments(asks("ARM", "RUS", under), known) == {"a-1997": ()}  # type: ignore[arg-type]


def test_nothing_named_means_the_organisations_instrument() -> None:
    """Without a name the organisation addressed decides; an article alone is that instrument's."""
    assert instruments(asks("PRT", "IGO TTO"), law().treaties) == {"testville-1990": ()}
    assert instruments(asks("PRT", "IGO TTO", "Art. 3"), law().treaties) == {"testville-1990": (("3",),)}
    assert instruments(asks("PRT", "FRA"), law().treaties) == {}


def test_of_many_treaties_of_one_name_year_and_parties_decide() -> None:
    """'Treaty of Friendship … of 1997' means the one of that year between asker and addressee."""
    known = (
        friendship("a-1997", date(1997, 8, 29), "RUS", "ARM"),
        friendship("b-1997", date(1997, 8, 29), "RUS", "KGZ"),
        friendship("c-1992", date(1992, 5, 25), "RUS", "ARM"),
    )
    under = "Treaty of Friendship, Cooperation and Mutual Assistance of 1997, Art. 2"
    assert instruments(asks("ARM", "RUS", under), known) == {"a-1997": (("2",),)}  # type: ignore[arg-type]
    assert instruments(asks("ARM", "RUS", "Treaty of 1992"), known) == {"c-1992": ()}  # type: ignore[arg-type]


def test_a_stranger_cannot_invoke() -> None:
    """Who is not of the instrument does not ask under it."""
    assert instruments(asks("MAR", "FRA", "Treaty of Testville"), law().treaties) == {}


@pytest.mark.parametrize(
    ("organ", "ours"),
    [
        ("TTO Council of Ministers", True),
        ("tto council of ministers, extraordinary session", True),
        ("Council of Ministers", True),
        ("ABC Council of Ministers", False),
        ("UN Security Council", False),
        ("Council", False),
    ],
)
def test_organs_are_matched_by_their_words(organ: str, *, ours: bool) -> None:
    """An organ's name may stand among others, or without its organisation, but not for another's."""
    assert decides_for(OrganDecision(organ=organ, decided="consult"), treaty()) is ours
