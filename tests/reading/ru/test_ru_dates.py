"""Russian date words: days, nights, weeks and what leans on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from casus.reading.dates import Anchor
from casus.reading.ru.dates import dateline, find, named_before

PUBLISHED = date(2001, 3, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("12 мая 1994 года", "1994-05-12", "1994-05-12", "day"),
        ("в ночь на 13 марта", "2001-03-12", "2001-03-13", "range"),
        ("в ночь с 12 на 13 марта", "2001-03-12", "2001-03-13", "range"),
        ("с 10 по 12 марта", "2001-03-10", "2001-03-12", "range"),
        ("Второго марта", "2001-03-02", "2001-03-02", "day"),
        ("накануне", "2001-03-13", "2001-03-13", "day"),
        ("вчера вечером", "2001-03-13", "2001-03-13", "day"),
        ("в минувшую пятницу", "2001-03-09", "2001-03-09", "day"),
        ("в следующий вторник", "2001-03-20", "2001-03-20", "day"),
        ("на прошлой неделе", "2001-03-05", "2001-03-11", "week"),
        ("в середине февраля", "2001-02-11", "2001-02-20", "about"),
        ("в 1994 году", "1994-01-01", "1994-12-31", "year"),
        ("летом 1994 года", "1994-06-01", "1994-08-31", "season"),
        ("три дня назад", "2001-03-11", "2001-03-11", "day"),
        ("в прошлом месяце", "2001-02-01", "2001-02-28", "month"),
        ("в 1990-х годах", "1990-01-01", "1999-12-31", "range"),
        ("на рассвете во вторник", "2001-03-13", "2001-03-13", "day"),
        ("во вторник под утро", "2001-03-13", "2001-03-13", "day"),
        ("в ночь с пятницы на субботу", "2001-03-09", "2001-03-10", "range"),
        ("в ночь с 31 января на 1 февраля", "2001-01-31", "2001-02-01", "range"),
        ("сегодня ночью", "2001-03-13", "2001-03-14", "range"),
        ("два-три дня назад", "2001-03-11", "2001-03-12", "day"),
        ("через две-три недели", "2001-03-28", "2001-04-04", "about"),
        ("в первых числах апреля", "2000-04-01", "2000-04-10", "about"),
        ("в мае–июне 1998 года", "1998-05-01", "1998-06-30", "range"),
        ("осенью прошлого года", "2000-09-01", "2000-11-30", "season"),
        ("в минувшие выходные", "2001-03-10", "2001-03-11", "range"),
        ("13-го числа", "2001-03-13", "2001-03-13", "day"),
        ("в 80-е годы", "1980-01-01", "1989-12-31", "range"),
        ("полгода назад", "2000-09-01", "2000-09-30", "month"),
        ("третьи сутки", "2001-03-12", "2001-03-14", "range"),
        ("к вечеру", "2001-03-14", "2001-03-14", "day"),
    ],
)
def test_a_date_expression_gives_its_days(words: str, first: str, last: str, precision: str) -> None:
    """Each expression gives the days it spans and how sharp it is."""
    found = find(words + " войска ушли", Anchor(PUBLISHED))
    assert [(str(f.from_), str(f.until), f.precision) for f in found] == [(first, last, precision)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("с мая 2000 года", date(2000, 5, 1), None), ("до 15 июня 2000 года", None, date(2000, 6, 15))],
)
def test_a_date_may_be_open_at_one_end(words: str, first: date | None, last: date | None) -> None:
    """Since and until leave the other end open."""
    (found,) = find(words, Anchor(PUBLISHED))
    assert (found.from_, found.until) == (first, last)


def test_a_later_day_leans_on_the_one_named_before() -> None:
    """Six days later counts from the day the sentence named."""
    found = find("6 мая 1998 года началась стрельба, шесть дней спустя город был занят", Anchor(PUBLISHED))
    assert found[-1].from_ == date(1998, 5, 12)


@pytest.mark.parametrize("words", ["парад 9 мая отменён", "улица 1 Мая", "весна пришла", "среди солдат"])
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    """Names of parades and streets and other words are no dates."""
    assert find(words, Anchor(PUBLISHED)) == ()


def test_the_year_of_a_treaty_stands_apart() -> None:
    """The year that names a thing is found, but is not when its clause happens."""
    (found,) = find("договор 1961 года", Anchor(PUBLISHED))
    assert (found.apart, found.from_) == (True, date(1961, 1, 1))


def test_without_a_day_of_publication_relative_words_stay_open() -> None:
    """Yesterday of an undated text is no day."""
    (found,) = find("вчера", Anchor(None))
    assert found.from_ is None


def test_a_day_of_the_week_is_the_next_one_where_the_verb_tells_of_what_is_to_come() -> None:
    """On Tuesday the council will meet: the Tuesday after publication."""
    (found,) = find("во вторник соберётся совет", Anchor(PUBLISHED))
    assert found.from_ == date(2001, 3, 20)


def test_days_count_from_the_dateline() -> None:
    """Yesterday under a dateline is the day before the dateline."""
    text = "ХАНОЙ, 12 марта. Вчера шли бои."
    assert dateline(text, text.index("Вчера"), PUBLISHED) == date(2001, 3, 12)


def test_a_part_of_the_day_belongs_to_the_day_named_just_before() -> None:
    """By the evening, after a sentence about Monday, is Monday evening."""
    text = "В понедельник горцы напали на заставу. К вечеру резерв выбил их."
    start = text.index("К вечеру")
    before = named_before(text, start, Anchor(PUBLISHED))
    (found,) = find(text[start:], Anchor(PUBLISHED), start, before)
    assert found.from_ == date(2001, 3, 12)
