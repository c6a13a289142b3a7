"""Sentence splitting."""

from __future__ import annotations

from itertools import pairwise

import pytest
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


@pytest.mark.parametrize(
    ("piece", "mark"), [("兵士が村で", ""), ("部隊が、", "、"), ("troops, ", ","), ("войска ", " ")]
)
def test_what_is_too_long_for_a_sentence_is_broken(piece: str, mark: str) -> None:
    """A text without full stops comes in pieces of 2,000 characters at most, which leave nothing out."""
    text = piece * (9000 // len(piece))
    found = split(text, (0, len(text)))
    assert max(b - a for a, b in found) <= 2000
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[b - 1] == mark or text[b] == mark for _, b in found[:-1] if mark)
