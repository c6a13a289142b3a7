"""The table of generic actor nouns."""

from collections import Counter

import pytest

from casus.vocabulary.actors import actor_words, find_actor
from casus.vocabulary.offices import offices
from casus.vocabulary.roles import ROLES
from casus.vocabulary.tables import fold


def test_there_are_enough_words_in_each_language_and_every_role_has_some() -> None:
    """At least a hundred and fifty rows, fifty in each language, every role present in each."""
    counts = Counter(each.language for each in actor_words())
    assert sum(counts.values()) >= 150
    for language in ("en", "ja", "ru"):
        assert counts[language] >= 50
        assert {each.role for each in actor_words(language)} == set(ROLES)


def test_a_word_has_one_row_except_where_it_is_really_two_things() -> None:
    """Words with two rows are listed here, so that a new one is a decision."""
    counts = Counter((each.language, fold(each.word)) for each in actor_words())
    assert {key for key, count in counts.items() if count > 1} <= {("en", "fighter")}


def test_actors_and_offices_agree_on_the_role() -> None:
    """A word that stands in both tables has the same role in both."""
    roles = {(each.language, fold(each.word)): each.role for each in actor_words()}
    for each in offices():
        assert roles.get((each.language, fold(each.word)), each.role) == each.role, each.word


@pytest.mark.parametrize(
    ("word", "language", "role", "kind"),
    [
        ("武装集団", "ja", "REB", "body"),
        ("漁民", "ja", "CIV", "persons"),
        ("監視船", "ja", "GOV", "vessel"),
        ("軍艦", "ja", "MIL", "vessel"),
        ("哨戒機", "ja", "MIL", "aircraft"),
        ("警官隊", "ja", "COP", "body"),
        ("軍事政権", "ja", "MIL", "body"),
        ("巡視船", "ja", "COP", "vessel"),
        ("rebels", "en", "REB", "persons"),
        ("Gunmen", "en", "REB", "persons"),
        ("troops", "en", "MIL", "persons"),
        ("fishing boat", "en", "CIV", "vessel"),
        ("боевики", "ru", "REB", "persons"),
        ("пограничники", "ru", "COP", "persons"),
        ("мирные жители", "ru", "CIV", "persons"),
    ],
)
def test_a_noun_gives_role_and_kind(word: str, language: str, role: str, kind: str) -> None:
    """The role of a noun does not depend on case, its kind says what it is."""
    found = find_actor(word, language)
    assert found is not None
    assert (found.role, found.kind) == (role, kind)


def test_an_unknown_noun_finds_nothing() -> None:
    """A noun that is no actor gives None."""
    assert find_actor("理由", "ja") is None
