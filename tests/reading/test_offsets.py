"""Offsets: every span gives the words beside it, whatever the text is."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Reading

pytest.importorskip("sudachipy")

SEED = (
    "エチオピア軍がスーダン領に侵入　現地で緊張\n"
    "スーダン外務省は13日、「エチオピア軍が国境を越えて村を砲撃した」と非難したが、エチオピア政府はこれを否定した。\n"
    "𠮷田氏によると、部隊は（約３０人）撤収しなければ反撃すると警告したという。\r\n"
    "参考: Sudan accuses neighbour of incursion\n\n"
    "コメント\n>本当なのか?\nどうせまた戦争だろ"
)
PIECES = st.sampled_from(
    [
        "。",
        "「",
        "」",
        "\n",
        "、",
        "と述べた",
        "が",
        "は",
        "軍",
        "\ufeff",
        "　",
        "①",
        "𠮷",
        "e\u0301",
        "２０２１年",
        "を否定",
        "\r\n",
    ]
)


def reading_of(text: str) -> Reading | None:
    """Read a text as Japanese and check all its spans."""
    report, _ = receive(text.encode("utf-8", "surrogatepass"), published=date(2021, 1, 18))
    if report is None:
        return None
    reading, _ = read(msgspec.structs.replace(report, language="ja"), gazetteer=NoPlaces(), mentions=True)
    assert_spans(reading, report.text)
    return reading


def assert_spans(reading: Reading, text: str) -> None:
    """Hold every span of a reading against the text."""
    for s in reading.statements:
        chain = s.source.chain or ()
        for part in (s.trigger, s.actor, s.recipient, s.place, s.date, s.source, *chain):
            if part is not None and part.span is not None:
                assert part.text == text[slice(*part.span)]
            elif part is not None:
                assert part.text is None
        assert s.sentence[0] <= s.trigger.span[0] < s.trigger.span[1] <= s.sentence[1]
    for mention in reading.mentions or ():
        assert mention.text == text[slice(*mention.span)]
    ends = [r.span for r in reading.regions]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


def test_the_seed_text_is_read_with_exact_spans() -> None:
    """Full-width figures, characters beyond the basic plane and both newlines keep their offsets."""
    reading = reading_of(SEED)
    assert reading is not None
    assert {"砲撃した", "否定した", "反撃する"} <= {s.trigger.text for s in reading.statements}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 6), PIECES), max_size=6))
def test_spans_stay_exact_on_mutated_text(edits: list[tuple[int, int, str]]) -> None:
    """Cutting and inserting anywhere never breaks a span or the reader."""
    text = SEED
    for position, length, piece in edits:
        text = text[:position] + piece + text[position + length :]
    reading_of(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    """Random text gives a reading or a problem, never an exception."""
    reading_of(text)
