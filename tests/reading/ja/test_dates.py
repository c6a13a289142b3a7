"""Japanese date words, against the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.dates import Anchor
from casus.reading.ja.dates import find

TABLE = (
    ("今月12日頃に", "2021-05-15", "今月12日頃", "2021-05-12", "2021-05-12", "about"),
    ("先月26日、", "1999-06-15", "先月26日", "1999-05-26", "1999-05-26", "day"),
    ("先週公表した", "1999-06-15", "先週", "1999-06-07", "1999-06-13", "week"),
    ("冬の間に", "1999-06-15", "冬の間", "1998-12-01", "1999-03-31", "season"),
    ("夏の終わりまでに", "1999-06-15", "夏の終わりまでに", None, "1999-08-31", "range"),
    ("11日、", "2012-04-12", "11日", "2012-04-11", "2012-04-11", "day"),
    ("30日、", "2012-04-02", "30日", "2012-03-30", "2012-03-30", "day"),
    ("前日、", "2012-04-12", "前日", "2012-04-11", "2012-04-11", "day"),
    ("2日前、", "2024-01-18", "2日前", "2024-01-16", "2024-01-16", "day"),
    ("週内にも", "2024-01-18", "週内", "2024-01-18", "2024-01-21", "week"),
    ("1週間以内に", "2023-07-30", "1週間以内", None, "2023-08-06", "range"),
    ("先週末、", "2023-08-08", "先週末", "2023-08-05", "2023-08-06", "week"),
    ("昨年11月、", "2021-01-18", "昨年11月", "2020-11-01", "2020-11-30", "month"),
    ("1972年の協定", "1999-06-15", "1972年", "1972-01-01", "1972-12-31", "year"),
    ("昭和16年12月8日、", "2021-05-15", "昭和16年12月8日", "1941-12-08", "1941-12-08", "day"),
    ("令和元年5月1日", "2021-05-15", "令和元年5月1日", "2019-05-01", "2019-05-01", "day"),
    ("きょう未明、", "2023-09-24", "きょう未明", "2023-09-24", "2023-09-24", "day"),
    ("２０２１年５月１２日", "2021-05-15", "２０２１年５月１２日", "2021-05-12", "2021-05-12", "day"),
    ("来月上旬に", "2021-12-15", "来月上旬", "2022-01-01", "2022-01-10", "month"),
    ("2022年2月以降、", "2024-05-11", "2022年2月以降", "2022-02-01", None, "range"),
    ("29日夜から30日未明にかけて", "2020-08-31", "29日夜から30日未明", "2020-08-29", "2020-08-30", "range"),
    ("5月3日から7日まで", "2021-05-15", "5月3日から7日まで", "2021-05-03", "2021-05-07", "range"),
    ("1980年代後半に", "2021-05-15", "1980年代後半", "1985-01-01", "1989-12-31", "range"),
    ("昨秋、", "2021-05-15", "昨秋", "2020-09-01", "2020-11-30", "season"),
    ("年内に", "2021-05-15", "年内", "2021-05-15", "2021-12-31", "range"),
    ("2023/05/06に", "2023-05-15", "2023/05/06", "2023-05-06", "2023-05-06", "day"),
    ("12月31日、", "2021-01-05", "12月31日", "2020-12-31", "2020-12-31", "day"),
)


def day(text: str | None) -> date | None:
    """Read an ISO date, or none."""
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "published", "words", "low", "high", "precision"), TABLE)
def test_a_date_word_gives_its_days(
    text: str, published: str, words: str, low: str | None, high: str | None, precision: str
) -> None:
    """A date word resolves to an interval with a precision, from the day of publication."""
    (found,) = find(text, Anchor(day(published)))
    assert text[slice(*found.span)] == words
    assert (found.from_, found.until, found.precision) == (day(low), day(high), precision)


def test_a_date_leans_on_the_one_before() -> None:
    """同日, 翌28日 and 2日後 count from the last day named."""
    text = "7月26日に拘束し、2日後に宣言した。翌29日と同30日、同日夜も"
    found = find(text, Anchor(date(2023, 8, 8)))
    assert [f.from_ for f in found] == [date(2023, 7, d) for d in (26, 28, 29, 30, 30)]


def test_the_day_before_leans_on_a_day_of_its_own_sentence() -> None:
    """前日 is the day before the one the sentence named, else before publication."""
    named = find("国防省は13日、部隊が前日に進入したと発表した", Anchor(date(2021, 5, 15)))
    alone = find("両国は前日、", Anchor(date(2021, 5, 15), date(2021, 5, 2)))
    assert [f.from_ for f in (*named, *alone)] == [date(2021, 5, d) for d in (13, 12, 14)]


@pytest.mark.parametrize("text", ["今月12日頃", "先週", "2日前", "11日", "昨年", "きょう", "夏の終わりまでに"])
def test_without_a_publication_date_relative_words_stay_open(text: str) -> None:
    """A relative date without an anchor keeps its words and has no days."""
    (found,) = find(text, Anchor(None))
    assert (found.from_, found.until) == (None, None)


def test_a_full_date_needs_no_publication_date() -> None:
    """A date with its year stands by itself."""
    (found,) = find("2014年3月18日", Anchor(None))
    assert found.from_ == date(2014, 3, 18)


@pytest.mark.parametrize(
    "text", ["99月99日", "2021年13月40日", "2月30日", "9999年12月31日", "数日前", "3日間", "第3条"]
)
def test_impossible_dates_do_not_crash(text: str) -> None:
    """What is no day of the calendar gives no day."""
    for found in find(text, Anchor(date(2021, 5, 15))):
        assert found.from_ is None or found.from_.year == 9999
