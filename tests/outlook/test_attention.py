"""Shares of coverage by conflict over time, before and after a marked day."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests.briefing.made import assessment

from casus.errors import Problem
from casus.outlook import Conflict, attention, count_reports, parse_conflict, read_counts
from casus.outlook.showing import attention_svg, attention_text

COUNTS = b"day,conflict,count\n2021-05-04,gaza,10\n2021-05-04,karabakh,10\n2021-05-12,gaza,90\n2021-05-13,karabakh,10\n"


def test_the_share_before_and_after_is_told() -> None:
    """Half before, nine tenths from the day on."""
    counts, problems = read_counts(COUNTS, "counts.csv")
    assert problems == ()
    told = attention(counts, marked=date(2021, 5, 11))
    assert {c.conflict: c.share for c in told.before} == {"gaza": 0.5, "karabakh": 0.5}
    assert {c.conflict: c.share for c in told.after} == {"gaza": 0.9, "karabakh": 0.1}
    assert "<- incident" in attention_text(told)
    drawn = attention_svg(told)
    assert "incident 2021-05-11" in drawn
    assert drawn.startswith("<svg")


def test_a_span_without_reports_has_no_share() -> None:
    """Nothing counted is not nought per cent."""
    told = attention({("a", date(2021, 1, 1)): 1}, marked=date(2021, 6, 1))
    assert [c.share for c in told.before] == [None]
    assert attention({}).spans == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"day,count\n", "no header of counts"),
        (b"day,conflict,count\nsoon,gaza,1\n", "counts.csv:2"),
        (b"day,conflict,count\n2021-05-04,gaza,-1\n", "below nought"),
    ],
)
def test_what_cannot_be_counted_is_named(data: bytes, words: str) -> None:
    """With its line."""
    assert words in read_counts(data, "counts.csv")[1][0].line()


def test_a_report_counts_where_it_names_two_states_or_a_word() -> None:
    """One without a day is left out and named."""
    made = assessment().reports[0]
    conflicts = [Conflict(name="k", states=frozenset({"ARM", "AZE"})), Conflict(name="g", words=("Gaza",))]
    day = date(2021, 5, 12)
    both = replace(made, text="Armenia and Azerbaijan.", language="en", published=day)
    one = replace(made, text="Armenia votes.", language="en", published=day)
    word = replace(made, text="In Gaza.", language="en", published=day)
    counts, problems = count_reports([both, one, word, replace(both, published=None)], conflicts)
    assert counts == {("k", day): 1, ("g", day): 1}
    assert len(problems) == 1
    assert isinstance(parse_conflict("gaza"), Problem)
