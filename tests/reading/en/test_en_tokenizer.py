"""English words: contractions and possessives apart, abbreviations and hyphens together, doubtful tags set right."""

from __future__ import annotations

import pytest

from casus.reading.en.tokenizer import tokens


def words(text: str) -> list[str]:
    """Give the words of a text."""
    return [t.text for t in tokens(text, (0, len(text)))]


def tag(text: str, word: str) -> str:
    """Give the tag of a word in a text."""
    return next(t.tag for t in tokens(text, (0, len(text))) if t.text == word)


def test_contractions_and_possessives_stand_apart() -> None:
    """``won't`` is two words, and so is an owner with its mark, straight or curly."""
    assert words("Mali's men won't go; they’re at Kyiv’s gates.") == [
        "Mali", "'s", "men", "wo", "n't", "go", ";", "they", "’re", "at", "Kyiv", "’s", "gates", ".",
    ]  # fmt: skip


def test_abbreviations_numbers_and_hyphens_stay_together() -> None:
    """``U.S.``, ``1,200`` and ``Su-22`` are one word each."""
    assert words("The U.S. lost 1,200 men and a Su-22 at 10.30.")[1:6] == ["U.S.", "lost", "1,200", "men", "and"]
    assert "Su-22" in words("The U.S. lost a Su-22.")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Jets deployed under the pact were scrambled.", "deployed", "VVN"),
        ("The town occupied by rebels fell.", "occupied", "VVN"),
        ("The ship disappeared near the reef.", "disappeared", "VVD"),
        ("They say that negotiators survived but left.", "survived", "VVD"),
        ("Togo insists that Ghana hand over the men.", "hand", "VVB"),
        ("Moscow stations three thousand men there.", "stations", "VVZ"),
        ("After shelling from the hills they fled.", "shelling", "NN1"),
        ("They began building trenches.", "building", "VVG"),
    ],
)
def test_doubtful_tags_are_set_right_by_their_neighbours(text: str, word: str, expected: str) -> None:
    """Participles, hidden verbs and verbal nouns get the tag the clause needs."""
    assert tag(text, word) == expected


def test_names_with_figures_and_compounds_stay_whole() -> None:
    """``34-year-old``, ``M23`` and ``14-0`` are one word each; a possessive after a name is its own."""
    text = "A 34-year-old M23 rebel lost 14-0 to O'Brien's men."
    words = [w.text for w in tokens(text, (0, len(text)))]
    assert words == ["A", "34-year-old", "M23", "rebel", "lost", "14-0", "to", "O'Brien", "'s", "men", "."]


@pytest.mark.parametrize("text", ["Iran says Doha strikes", "Peru says Doha strikes"])
def test_a_sentence_may_end_in_a_word_that_needs_what_follows(text: str) -> None:
    """A plural or a verb at the very end, without a full stop, is read like any other word."""
    assert words(text) == text.split()
