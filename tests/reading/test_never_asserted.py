"""The examples of the lexicon, put under denials, claims, conditions and guesses, are never read as done."""

from __future__ import annotations

from datetime import date

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.reading.tables import rows
from casus.records import Statement

pytest.importorskip("sudachipy")

FRAMES = (
    ("", "との報道を外務省は否定した。"),
    ("", "可能性がある。"),
    ("", "とみられる。"),
    ("外務省は13日、", "と主張した。"),
    ("もし", "のなら、制裁を科す。"),
    ("", "かどうかは不明だ。"),
    ("報道によると、", "。"),
    ("外務省は、", "ことを否定した。"),
    ("外務省は、", "との見方を示した。"),
)
EVERY = 6
"""Every sixth example is tried in every frame."""


def examples() -> list[str]:
    """Give some examples that are one sentence in the past, without the full stop."""
    texts = [r["example"] for r in rows("languages", "ja", "predicates.tsv")]
    fit = [t[:-1] for t in texts if t.endswith("た。") and t.count("。") == 1]
    return fit[::EVERY]


def statements_in(frame: tuple[str, str], core: str) -> list[Statement]:
    """Read an example in a frame; give the statements of the example."""
    before, after = frame
    report, _ = receive((before + core + after).encode(), published=date(2024, 5, 20))
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces())
    return [s for s in reading.statements if len(before) <= s.trigger.span[0] < len(before) + len(core)]


@pytest.mark.parametrize("frame", FRAMES)
def test_an_example_in_a_frame_is_not_the_text_s_own_word(frame: tuple[str, str]) -> None:
    """At most one example in a hundred leaves its main verb to the text's own voice."""
    mains = [found[-1] for core in examples() if (found := statements_in(frame, core))]
    asserted = [s for s in mains if s.own_voice and s.modality in {"fact", "state", "background"}]
    assert len(mains) > 100
    assert len(asserted) <= 0.01 * len(mains), [s.trigger.text for s in asserted]
