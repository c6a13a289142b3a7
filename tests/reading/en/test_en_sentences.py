"""English sentences: a full stop after a shortened word ends none."""

from __future__ import annotations

import pytest

from casus.reading.sentences import split


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Secretary of State arrived. He left for the U.S. The army fired.", 3),
        ("Maj. Gen. Igor Petrov spoke on Feb. 3 to Mr. Hart.", 1),
        ("It began at 3 p.m. Troops left at once.", 2),
        ("The camp is 5 km. No one fired.", 2),
        ("George W. Bush met him in St. Petersburg. They talked.", 2),
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str, count: int) -> None:
    """Titles, months, initials and abbreviations go on unless a new sentence plainly begins."""
    assert len(split(text, (0, len(text)))) == count
