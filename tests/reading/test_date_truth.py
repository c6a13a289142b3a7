"""Dates as careful annotators find them: three tables of sentences, one a language, against the reader.

A table's columns: the sentence, the day of publication (``-``: unknown), the expression, its first and last day, how
sharp it is, a note. ``null`` is an open end, ``*`` an end left to the reader, ``-`` an expression that is no date.
Where more than one answer is right the alternatives stand apart by ``|``, first days in the order of last days.
``date_truth_known.tsv`` lists the rows that are not read rightly yet, by language and line number in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec
import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import DateMention, Mention
from casus.records.statement import Precision

HERE = Path(__file__).parent
NEEDS = {"en": None, "ja": "sudachipy", "ru": "pymorphy3"}
NO_DATE, OPEN, ANY, NOBODY_SAYS = "-", "null", "*", "?"


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    language: str
    line: int
    sentence: str
    published: date | None
    expression: str
    days: tuple[tuple[str, str], ...]
    precisions: frozenset[str]

    @property
    def span(self) -> tuple[int, int]:
        """Where the expression stands."""
        start = self.sentence.index(self.expression)
        return start, start + len(self.expression)

    @property
    def is_date(self) -> bool:
        """Is the expression a date?"""
        return self.days != ((NO_DATE, NO_DATE),)

    def accepts(self, found: tuple[str, str]) -> bool:
        """Are these first and last days right? Ends nobody says fit where an open end is expected."""
        if found == (NOBODY_SAYS, NOBODY_SAYS):
            return any(OPEN in days or days == (ANY, ANY) for days in self.days)
        return any(all(w in {ANY, f} for w, f in zip(days, found, strict=True)) for days in self.days)


def _row(language: str, line: int, text: str) -> Row:
    """Read one line of a table."""
    sentence, published, expression, firsts, lasts, precision, _ = text.split("\t")
    return Row(
        language=language,
        line=line,
        sentence=sentence,
        published=None if published == NO_DATE else date.fromisoformat(published),
        expression=expression,
        days=tuple(zip(firsts.split("|"), lasts.split("|"), strict=True)),
        precisions=frozenset(precision.split("|")),
    )


def _table(language: str) -> tuple[Row, ...]:
    """Read the table of one language."""
    lines = (HERE / f"date_truth_{language}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_row(language, n, line) for n, line in enumerate(lines, start=1) if n > 1)


def _known() -> frozenset[tuple[str, int]]:
    """Give language and line of the rows that are known not to be read rightly."""
    lines = (HERE / "date_truth_known.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset((language, int(line)) for language, line in (text.split("\t") for text in lines))


ROWS = tuple(row for language in NEEDS for row in _table(language))
KNOWN = _known()


def _params() -> list[object]:
    """Give the rows as parameters, the known ones as expected to fail."""
    reason = "in date_truth_known.tsv: strike the line out there once it passes"
    mark = pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)
    return [
        pytest.param(r, id=f"{r.language}-{r.line}", marks=[mark] if (r.language, r.line) in KNOWN else [])
        for r in ROWS
    ]


@cache
def _dates(language: str, sentence: str, published: date | None) -> tuple[tuple[Mention, DateMention | None], ...]:
    """Give the date mentions of a text, each with the date of a statement that stands at the same place, if any."""
    report, _ = receive(sentence.encode(), published=published, language=language, name="truth")
    assert report is not None
    reading, _ = read(report, gazetteer=NoPlaces(), mentions=True)
    assert not isinstance(reading.mentions, msgspec.UnsetType)
    dated = {s.date.span: s.date for s in reading.statements if s.date is not None and not s.date.assumed}
    return tuple((m, dated.get(m.span)) for m in reading.mentions if m.kind == "date")


def _days(mention: Mention, dated: DateMention | None) -> tuple[str, str]:
    """Give first and last day as the statement at the mention has them, or as the mention's id has them."""
    if dated is not None:
        return (str(dated.from_ or OPEN), str(dated.until or OPEN))
    if mention.id is None:
        return (NOBODY_SAYS, NOBODY_SAYS)
    first, stroke, last = mention.id.partition("/")
    return (first or OPEN, last or OPEN) if stroke else (first, first)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Count the characters two spans share."""
    return min(one[1], other[1]) - max(one[0], other[0])


@pytest.mark.parametrize("row", _params())
def test_an_expression_spans_the_days_it_means(row: Row) -> None:
    """The date found at the expression has the right days and sharpness; where there is no date none is found."""
    module = NEEDS[row.language]
    if module is not None:
        pytest.importorskip(module)
    found = [
        (mention, dated)
        for mention, dated in _dates(row.language, row.sentence, row.published)
        if _overlap(mention.span, row.span) > 0
    ]
    if not row.is_date:
        assert not found, f"{row.expression!r} is no date, read as {[m.text for m, _ in found]}"
        return
    assert found, f"no date is found at {row.expression!r}"
    mention, dated = max(found, key=lambda pair: _overlap(pair[0].span, row.span))
    days = _days(mention, dated)
    assert row.accepts(days), f"{mention.text!r} is read as {days}, not one of {row.days}"
    if dated is not None:
        assert dated.precision in row.precisions, f"{mention.text!r} is {dated.precision}, not {set(row.precisions)}"


@pytest.mark.parametrize("language", NEEDS)
def test_a_table_is_well_formed(language: Literal["en", "ja", "ru"]) -> None:
    """Each expression stands once in its sentence, first days come before last days, precisions are words we know."""
    rows = _table(language)
    assert len(rows) >= 160
    assert len({(r.sentence, r.expression) for r in rows}) == len(rows)
    for row in rows:
        assert row.sentence.count(row.expression) == 1, row
        assert row.precisions <= ({*get_args(Precision)} if row.is_date else {NO_DATE}), row
        for days in row.days:
            ends = [date.fromisoformat(day) for day in days if day not in {NO_DATE, OPEN, ANY}]
            assert ends == sorted(ends), row


def test_the_known_rows_exist() -> None:
    """The list of rows not read rightly names only lines of the tables."""
    assert {(r.language, r.line) for r in ROWS} >= KNOWN
