"""Shares of coverage by conflict over time, before and after a marked day."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace
from tests.briefing.made import assessment

from casus.errors import Problem
from casus.outlook import Conflict, attention, count_readings, count_reports, parse_conflict, read_counts, read_readings
from casus.outlook.attention_showing import attention_svg, attention_text

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


def test_readings_are_counted_by_their_parties_and_places() -> None:
    """As casus read and casus bulk write them; the report's text is not needed, what was passed over is left out."""
    made = assessment().readings[0]
    dated = replace(made, report=replace(made.report, published=date(2021, 5, 15)))
    whole = msgspec.json.encode(dated)
    lines = b'{"id":"a",' + whole[1:] + b'\n{"id":"b","passed_over":true}\n{"id":"c","error":"nothing to read"}\nno\n'
    for data in (whole, b"[" + whole + b"]", lines):
        found, problems = read_readings(data, "r.jsonl")
        assert [r.report.id for r in found] == [made.report.id]
    assert [p.where for p in problems] == ["r.jsonl:3", "r.jsonl:4"]
    states = frozenset(p.id for s in made.statements for p in (s.actor, s.recipient) if p and len(p.id) == 3)
    wanted = [Conflict(name="k", states=states), Conflict(name="x", states=frozenset({"FJI"}))]
    counts, _ = count_readings(found, wanted)
    assert counts == {("k", date(2021, 5, 15)): 1}
    undated = replace(made, report=replace(made.report, published=msgspec.UNSET))
    assert "no day of publication" in count_readings([undated], wanted)[1][0].what
