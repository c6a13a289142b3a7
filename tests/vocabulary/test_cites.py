"""Articles as Japanese writes them."""

from __future__ import annotations

import pytest

from casus.vocabulary.cites import cite_words, under_words


@pytest.mark.parametrize(
    ("cite", "ja"),
    [
        ("Article 4", "第4条"),
        ("Article VIII(3)", "第8条第3項"),
        ("Article 4(b)", "第4条(b)"),
        ("Article IV, first paragraph", "第4条第1項"),
        ("Article 2, second paragraph (measures)", "第2条第2項(措置)"),
        ("Articles 52-54", "第52条～第54条"),
        ("Articles 1 to 3", "第1条～第3条"),
        ("Articles 10, 21 and 28", "第10条、第21条、第28条"),
        ("paragraph 6", "第6項"),
        ("points 3 and 4", "第3項、第4項"),
    ],
)
def test_articles_are_written_by_their_pattern(cite: str, ja: str) -> None:
    """Arabic and Roman numbers, paragraphs, ranges and lists of articles need no text of their own."""
    assert cite_words(cite) == {"en": cite, "ja": ja}


def test_what_follows_no_pattern_has_the_words_of_its_file_or_none() -> None:
    """A part that the file names in words is quoted; without words there is no Japanese."""
    assert cite_words("joint statement", "共同声明")["ja"] == "「共同声明」"
    assert cite_words("Article VII (aid)", "第7条(援助)")["ja"] == "第7条(援助)"
    assert cite_words("joint statement") == {"en": "joint statement"}


def test_a_request_under_an_instrument_and_an_article() -> None:
    """The instrument keeps its name, the article is written as Japanese does; other words stay."""
    assert under_words("日米安保条約, Article V")["ja"] == "日米安保条約第5条"
    assert under_words("the pact")["ja"] == "the pact"
