"""Instruments and articles in the words of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.incidents.instruments import named_under

KNOWN = (
    ("Collective Security Treaty", "cst-1992"),
    ("集団安全保障条約", "cst-1992"),
    ("Washington Treaty", "nato-1949"),
)


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("侵略は集団安全保障条約の第2条に抵触する", "ja", "集団安全保障条約, Article 2"),
        ("北大西洋条約第五条の適用を求めた", "ja", "北大西洋条約, Article 5"),
        ("同条約第42条に基づき", "ja", "同条約, Article 42"),
        ("集団安全保障条約機構の加盟国に要請した", "ja", None),
        ("第十四条", "ja", "Article 14"),
        ("invoked Article 4 of the North Atlantic Treaty", "en", "North Atlantic Treaty, Article 4"),
        ("under Art. 51 of the Charter", "en", "Article 51"),
        ("cited the Treaty of Friendship and asked for help", "en", "Treaty of Friendship"),
        (
            "сослался на статью 4 Договора о коллективной безопасности",
            "ru",
            "Договора о коллективной безопасности, Article 4",
        ),
        ("asked its ally for help", "en", None),
        ("", "en", None),
        ("bir madde", "tr", None),
    ],
)
def test_the_instrument_and_the_article_are_found(sentence: str, language: str, expected: str | None) -> None:
    """Either may stand alone; an organisation's name is no treaty's; languages not known give nothing."""
    assert named_under(sentence, language) == expected


def test_known_names_go_first_and_the_nearest_to_the_article() -> None:
    """Of two names known, the one beside the article counts; a name inside an organisation's does not."""
    said = "citing the Washington Treaty in passing, it invoked the Collective Security Treaty, Article 4"
    assert named_under(said, "en", KNOWN) == "Collective Security Treaty, Article 4"
    assert named_under("集団安全保障条約機構に", "ja", KNOWN) is None
    assert named_under("asked the Collective Security Treaty Organisation", "en", KNOWN) is None


@given(st.text(), st.sampled_from(["ja", "en", "ru", "und"]))
def test_any_sentence_is_looked_through(sentence: str, language: str) -> None:
    """No sentence breaks the search, and what is found is words or nothing."""
    assert named_under(sentence, language, KNOWN) != ""
