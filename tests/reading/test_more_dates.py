"""More dates in sentences of our own, in the form of the tables of ``test_date_truth``; what all languages share."""

from __future__ import annotations

from datetime import date
from functools import reduce
from pathlib import Path

import pytest
from tests.reading import test_date_truth as truth

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.reading.date_choices import joined, next_sentence, taken_in
from casus.reading.dates import Anchor, FoundDate

HERE = Path(__file__).parent
PUBLISHED = date(2010, 6, 10)


def _rows() -> list[truth.Row]:
    """Read the tables of all languages."""
    return [
        truth._row(language, n, line)
        for language in truth.NEEDS
        for n, line in enumerate((HERE / f"date_more_{language}.tsv").read_text(encoding="utf-8").splitlines(), start=1)
        if n > 1
    ]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row.language}-{row.line}")
def test_an_expression_spans_the_days_it_means(row: truth.Row) -> None:
    """The date found at the expression has the right days; where there is no date none is found."""
    truth.test_an_expression_spans_the_days_it_means(row)


def _day(on: date) -> FoundDate:
    return FoundDate((0, 1), on, on, "day")


def test_the_year_of_a_story_goes_on_to_the_next_sentence() -> None:
    """What lies long past is the story's day, unless the text told of something recent."""
    old, new = _day(date(1967, 6, 5)), _day(date(2010, 6, 9))
    assert next_sentence(reduce(taken_in, [old], Anchor(PUBLISHED))).story == date(1967, 6, 5)
    assert next_sentence(reduce(taken_in, [new, old], Anchor(PUBLISHED))).story is None


def test_the_first_day_of_a_stretch_takes_the_year_of_the_last() -> None:
    """27 September – 10 November 2020 begins in 2020; a stretch that ends before it begins is none."""
    first = FoundDate((0, 5), date(2009, 9, 27), date(2009, 9, 27), "day")
    last = FoundDate((8, 20), date(2020, 11, 10), date(2020, 11, 10), "day", whole=True)
    whole = joined(first, last)
    assert whole is not None
    assert (whole.span, whole.from_, whole.until) == ((0, 20), date(2020, 9, 27), date(2020, 11, 10))
    assert joined(last, first) is None


@pytest.mark.parametrize(
    ("sentence", "ident"),
    [
        ("Troops must leave by 2030.", "/2030-12-31"),
        ("The base fell in 2014.", "2014-01-01/2014-12-31"),
        ("After 2014 the base stood empty.", "2015-01-01/"),
        ("The base fell on 3 May 2014.", "2014-05-03"),
    ],
)
def test_a_mention_leaves_out_the_open_end(sentence: str, ident: str) -> None:
    """The id of a date mention is its day, or its first and last day with the open one left out."""
    report, _ = receive(sentence.encode(), published=PUBLISHED, language="en", name="mention")
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces(), mentions=True)
    assert [m.id for m in reading.mentions or () if m.kind == "date"] == [ident]
