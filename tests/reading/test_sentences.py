"""Sentence splitting."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casus.reading.sentences import split


def sentences(text: str) -> list[str]:
    """Give the sentences of a text as words."""
    return [text[a:b] for a, b in split(text, (0, len(text)))]


def test_a_quotation_is_never_split() -> None:
    """Full stops inside of quotation marks or brackets end nothing."""
    text = "首相は「攻撃した。撤退はしない。」と述べた。軍(第1師団。後に解散)は動いた。"
    assert sentences(text) == ["首相は「攻撃した。撤退はしない。」と述べた。", "軍(第1師団。後に解散)は動いた。"]


def test_a_bracket_that_never_closes_does_not_swallow_the_text() -> None:
    """An opening mark without its partner is a character like another."""
    assert sentences("彼は「行くと言った。そして去った。\n終わり。") == [
        "彼は「行くと言った。",
        "そして去った。",
        "終わり。",
    ]


def test_a_new_line_ends_a_sentence() -> None:
    """A headline without a full stop is a sentence of its own."""
    assert sentences("軍が村を占領\n軍は村を占領した。") == ["軍が村を占領", "軍は村を占領した。"]


@given(st.text(alphabet="あ。「」(\n)！ x", max_size=60))
def test_sentences_are_in_order_and_lose_no_letters(text: str) -> None:
    """The sentences of any text do not overlap and hold all that is not white space."""
    spans = split(text, (0, len(text)))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
