"""The reader of tab-separated tables and of partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import CasusError
from casus.vocabulary.periods import Period, first_day, last_day, period
from casus.vocabulary.tables import alternatives, certainty_of, fold, index, parse_table


def test_notes_and_empty_lines_are_skipped() -> None:
    """A line that begins with # and an empty line are no rows."""
    rows = parse_table("# head\na\tb\n\n# note\n1\t2\n", "t.tsv", ("a", "b"))
    assert rows == ({"a": "1", "b": "2"},)


def test_a_wrong_header_is_refused_by_name() -> None:
    """A table whose header is not the columns names the file and the columns it should have."""
    with pytest.raises(CasusError, match=r"t\.tsv: the first line must be the columns a, b"):
        parse_table("a\tc\n", "t.tsv", ("a", "b"))


def test_a_short_row_is_refused_with_its_line() -> None:
    """A row with a missing cell names file and line."""
    with pytest.raises(CasusError, match=r"t\.tsv:3: 1 cells where 2 columns"):
        parse_table("a\tb\n1\t2\n3\n", "t.tsv", ("a", "b"))


def test_an_unknown_certainty_is_refused() -> None:
    """Only checked, partly and memory are certainties."""
    assert certainty_of("partly", "t") == "partly"
    with pytest.raises(CasusError, match="'sure' is none of checked, partly, memory"):
        certainty_of("sure", "t")


def test_alternatives_drop_empty_parts() -> None:
    """A bar too many gives no empty name."""
    assert alternatives("a| b ||") == ("a", "b")


def test_an_index_keeps_the_order_of_the_table_and_no_doubles() -> None:
    """Two rows of one name stand in the order of the table; the same row twice stands once."""
    assert index([("Х", "ru", 1), ("х", "ru", 2), ("Х", "ru", 1)]) == {("х", "ru"): (1, 2)}


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    """Folding is idempotent, so that stored and asked names meet."""
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-05-08", date(2018, 5, 8), date(2018, 5, 8)),
        ("", None, None),
    ],
)
def test_a_partial_date_is_the_widest_it_allows(text: str, first: date | None, last: date | None) -> None:
    """A year or month begins on its first and ends on its last day."""
    assert first_day(text) == first
    assert last_day(text) == last


@pytest.mark.parametrize("text", ["May 2018", "2018-13", "2018-02-30", "2018-01-01-01"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """A cell that is no date is an error that shows it or its reason."""
    with pytest.raises(CasusError, match=r"row: "):
        last_day(text, "row")


def test_a_period_that_runs_backwards_is_refused() -> None:
    """The end may not lie before the start."""
    with pytest.raises(CasusError, match="2017 is before 2018"):
        period("2018", "2017")


def test_a_period_holds_its_ends_and_any_unknown_day() -> None:
    """Intervals are closed; where the day is not known nothing is excluded."""
    span = Period(start=date(2018, 5, 8), end=date(2018, 5, 9))
    assert span.holds(date(2018, 5, 8))
    assert span.holds(date(2018, 5, 9))
    assert not span.holds(date(2018, 5, 10))
    assert span.holds(None)
