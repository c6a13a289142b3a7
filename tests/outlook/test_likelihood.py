"""Words come from numbers in both languages; confidence and likelihood do not stand in one sentence."""

from __future__ import annotations

import pytest

from casus.outlook import band_of, bands, likelihood, mixed_sentences


def test_the_bands_are_those_of_the_directive() -> None:
    """Seven, each beginning where the one before ends, from 1 to 99 per cent (ICD 203, 2015)."""
    edges = [0.01, 0.05, 0.20, 0.45, 0.55, 0.80, 0.95, 0.99]
    assert [b.low for b in bands()] == edges[:-1]
    assert [b.high for b in bands()] == edges[1:]
    assert all(b.en and b.ja for b in bands())


@pytest.mark.parametrize(
    ("p", "en", "ja"),
    [
        (0.22, "unlikely (22 %)", "可能性が低い(22%)"),
        (0.97, "almost certain (97 %)", "ほぼ確実(97%)"),
        (0.0, "under 1 %", "1%未満"),
        (1.0, "over 99 %", "99%超"),
    ],
)
def test_a_number_gives_the_words(p: float, en: str, ja: str) -> None:
    """With the number beside them; outside the bands the number alone."""
    assert likelihood(p) == {"en": en, "ja": ja}


def test_no_probability_no_words() -> None:
    """What is out of range is refused."""
    with pytest.raises(ValueError, match="no probability"):
        likelihood(1.2)
    assert band_of(0.995) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We judge with high confidence that a withdrawal is very likely.", 1),
        ("A withdrawal is likely. Our confidence level is low.", 0),
        ("We have moderate confidence that there is a 30 % chance of war.", 1),
        ("We have high confidence in this source.", 0),
        ("撤退の可能性が高いとの確信度は高い。", 1),
        ("撤退の可能性が高い。確信度は中程度である。", 0),
    ],
)
def test_a_sentence_that_mixes_them_is_found(text: str, count: int) -> None:
    """And two sentences that part them are not."""
    assert len(mixed_sentences(text)) == count
