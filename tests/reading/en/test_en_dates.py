"""English date words: each expression spans the days it means, from the day of publication or the last day named."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.dates import Anchor
from casus.reading.en.dates import after_dateline, find

WEDNESDAY = date(2024, 5, 15)
LAST = date(2024, 5, 6)
# text, words of the expression, first day, last day, precision
TABLE: tuple[tuple[str, str, str | None, str | None, str], ...] = (
    ("It happened on 3 May 2021.", "3 May 2021", "2021-05-03", "2021-05-03", "day"),
    ("It happened on May 3, 2021.", "May 3, 2021", "2021-05-03", "2021-05-03", "day"),
    ("It happened on the 3rd of May.", "3rd of May", "2024-05-03", "2024-05-03", "day"),
    ("It happened on 1 December.", "1 December", "2023-12-01", "2023-12-01", "day"),
    ("It happened around 10 May.", "around 10 May", "2024-05-10", "2024-05-10", "about"),
    ("Since Jan 26 nobody has come.", "Jan 26", "2024-01-26", "2024-05-15", "range"),
    ("It happened on Sunday.", "Sunday", "2024-05-12", "2024-05-12", "day"),
    ("It happened last Friday.", "last Friday", "2024-05-10", "2024-05-10", "day"),
    ("It happened on Wednesday.", "Wednesday", "2024-05-15", "2024-05-15", "day"),
    ("They are due to meet on Friday.", "Friday", "2024-05-17", "2024-05-17", "day"),
    ("They will meet next Monday.", "next Monday", "2024-05-20", "2024-05-20", "day"),
    ("It happened yesterday.", "yesterday", "2024-05-14", "2024-05-14", "day"),
    ("It happened this morning.", "this morning", "2024-05-15", "2024-05-15", "day"),
    ("It happened overnight.", "overnight", "2024-05-14", "2024-05-15", "day"),
    ("Two days later it happened.", "Two days later", "2024-05-08", "2024-05-08", "day"),
    ("It happened three days ago.", "three days ago", "2024-05-12", "2024-05-12", "day"),
    ("The next day it happened.", "The next day", "2024-05-07", "2024-05-07", "day"),
    ("It happened last week.", "last week", "2024-05-06", "2024-05-12", "week"),
    ("It happened last month.", "last month", "2024-04-01", "2024-04-30", "month"),
    ("It happened in early March.", "early March", "2024-03-01", "2024-03-10", "month"),
    ("Since early December they hold it.", "early December", "2023-12-01", "2024-05-15", "range"),
    ("In June jets came.", "June", "2023-06-01", "2023-06-30", "month"),
    ("It happened in 1974.", "1974", "1974-01-01", "1974-12-31", "year"),
    ("By 2030 it will be done.", "2030", None, "2030-12-31", "range"),
    ("It happened in the summer of 2008.", "summer of 2008", "2008-06-01", "2008-08-31", "season"),
    ("It will happen within two weeks.", "within two weeks", None, "2024-05-29", "range"),
    ("It happened last year.", "last year", "2023-01-01", "2023-12-31", "year"),
    ("It happened between 9 and 12 April.", "9 and 12 April", "2024-04-09", "2024-04-12", "range"),
    ("They met on April 9-12.", "April 9-12", "2024-04-09", "2024-04-12", "range"),
    ("The war of 1980-88 was long.", "1980-88", "1980-01-01", "1988-12-31", "range"),
    ("It happened in the early hours of Tuesday.", "the early hours of Tuesday", "2024-05-14", "2024-05-14", "day"),
    ("The October 7 attack went on.", "October 7", "2023-10-07", "2023-10-07", "day"),
    ("Votes are due on 12 December.", "12 December", "2024-12-12", "2024-12-12", "day"),
    ("They could act as early as Monday.", "Monday", "2024-05-20", "2024-05-20", "day"),
    ("It happened in the past 48 hours.", "the past 48 hours", "2024-05-13", "2024-05-15", "range"),
    ("It happened a fortnight ago.", "a fortnight ago", "2024-04-29", "2024-05-05", "week"),
    ("It happened in the early 1990s.", "the early 1990s", "1990-01-01", "1993-12-31", "range"),
    ("Since the start of the year it has gone on.", "the start of the year", "2024-01-01", "2024-05-15", "range"),
    ("It expires at the end of next year.", "the end of next year", "2025-12-01", "2025-12-31", "range"),
    ("They left on the 14th.", "the 14th", "2024-05-14", "2024-05-14", "day"),
    ("They left on the 20th.", "the 20th", "2024-04-20", "2024-04-20", "day"),
    ("It happened on 2024-02-29.", "2024-02-29", "2024-02-29", "2024-02-29", "day"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "precision"), TABLE, ids=[t[0] for t in TABLE])
def test_an_expression_spans_the_days_it_means(text: str, words: str, low: str, high: str, precision: str) -> None:
    """The words give the interval and the precision of the table."""
    hits = find(text, Anchor(WEDNESDAY, LAST))
    assert len(hits) == 1
    assert words in text[slice(*hits[0].span)] or text[slice(*hits[0].span)] in words
    assert hits[0].from_ == (date.fromisoformat(low) if low else None)
    assert hits[0].until == (date.fromisoformat(high) if high else None)
    assert hits[0].precision == precision


@pytest.mark.parametrize(
    "text",
    ["Troops may march on the town.", "The 1899 men left.", "About 2000 soldiers came.", "It is 30 km away."],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Modals and numbers of men are no dates."""
    assert find(text, Anchor(WEDNESDAY, LAST)) == ()


def test_the_year_of_a_treaty_stands_apart() -> None:
    """The year that names a thing is found, but is not when its clause happens."""
    (found,) = find("The 1899 award was void.", Anchor(WEDNESDAY, LAST))
    assert (found.apart, found.from_) == (True, date(1899, 1, 1))


def test_relative_words_stay_open_without_a_publication_day() -> None:
    """Nothing is made up where neither a day of publication nor another day is known."""
    for text in (
        "It happened yesterday.",
        "It happened on Sunday.",
        "It happened last week.",
        "Two days later it was over.",
    ):
        assert [(f.from_, f.until) for f in find(text, Anchor(None))] == [(None, None)]


def test_the_date_of_a_dateline_is_no_date_of_an_event() -> None:
    """A dateline is left out of the sentence."""
    text = "LIMA, Feb 14 - Troops fled on Monday."
    assert text[slice(*after_dateline(text, (0, len(text))))] == "Troops fled on Monday."
    assert [(text[slice(*f.span)], f.apart) for f in find(text, Anchor(WEDNESDAY))] == [
        ("Feb 14", True),
        ("Monday", False),
    ]
