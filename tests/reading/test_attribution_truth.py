"""Who vouches for what is said, how it is put and whether it is affirmed, in sentences of the press."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

pytest.importorskip("sudachipy")
pytest.importorskip("pymorphy3")

HERE = Path(__file__).parent
HEADLINES = {"en": "Notes from the region", "ja": "各地の動き", "ru": "Обстановка в регионе"}
"""A neutral headline, so that the sentence stands in the body."""
LEAST_ROWS, LEAST_PLAIN = 120, 20
UNNAMED = "UNNAMED"
"""In the source column: somebody other than the text, whom nothing in the sentence names."""
_LITTLE_WORDS = frozenset({"a", "an", "the", "of", "in", "on", "to", "for", "by", "at", "в", "на", "с", "из", "у"})
_WORD = re.compile(r"\w+")


class Row(msgspec.Struct, frozen=True):
    """One sentence, the word that carries the content, and what may rightly be read of it."""

    language: str
    number: int
    sentence: str
    content: str
    sources: tuple[str, ...]
    modalities: tuple[str, ...]
    polarities: tuple[str, ...]

    @property
    def name(self) -> str:
        """Give the name of the row among the tests."""
        return f"{self.language}-{self.number}-{self.content}"


def _lines(name: str) -> list[list[str]]:
    """Give the cells of a table's rows, without its head and its remarks."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    return [line.split("\t") for line in lines[1:]]


def _rows(language: str) -> list[Row]:
    """Give the rows of one language, numbered from 1."""
    return [
        Row(language, number, sentence, content, *(tuple(c.split("|")) for c in (sources, modalities, polarities)))
        for number, (sentence, content, sources, modalities, polarities) in enumerate(
            _lines(f"attribution_truth_{language}.tsv"), start=1
        )
    ]


ROWS = [row for language in HEADLINES for row in _rows(language)]
KNOWN = {(language, int(number)): what for language, number, what in _lines("attribution_truth_known.tsv")}
"""What fails today, by language and row number; a row that comes right has to leave the table."""


def statement_of(row: Row) -> tuple[Statement | None, int]:
    """Read a row's sentence in the body of a short report; give the statement at the content word, and the offset."""
    text = f"{HEADLINES[row.language]}\n\n{row.sentence}\n"
    report, problems = receive(text.encode(), published=date(2024, 5, 15), language=row.language)
    assert report is not None, problems
    reading, problems = read(report, gazetteer=NoPlaces())
    assert problems == ()
    offset = text.index(row.sentence)
    start = offset + row.sentence.index(row.content)

    def shared(statement: Statement) -> int:
        """Count the characters that a trigger shares with the content word."""
        return min(statement.trigger.span[1], start + len(row.content)) - max(statement.trigger.span[0], start)

    hits = [s for s in reading.statements if shared(s) > 0]
    return max(hits, key=shared, default=None), offset


def names(statement: Statement, row: Row, offset: int) -> bool:
    """Is the source one of those expected: the text itself, nobody named, or a span with a weighty word in common?"""
    source = statement.source
    if statement.own_voice:
        return "AUTHOR" in row.sources
    if source.span is None:
        return UNNAMED in row.sources
    start, end = source.span[0] - offset, source.span[1] - offset
    trigger = statement.trigger.span[0] - offset
    if start <= trigger < end:
        return False
    words = [
        (match.start(), match.end())
        for expected in row.sources
        for place in re.finditer(re.escape(expected), row.sentence)
        for match in _WORD.finditer(row.sentence, place.start(), place.end())
        if match.group().lower() not in _LITTLE_WORDS
    ]
    return any(start < b and a < end for a, b in words)


def faults(row: Row) -> list[str]:
    """Name what is read wrongly: ``found``, or any of ``source``, ``modality`` and ``polarity``."""
    statement, offset = statement_of(row)
    if statement is None:
        return ["found"]
    right = {
        "source": names(statement, row, offset),
        "modality": statement.modality in row.modalities,
        "polarity": statement.polarity in row.polarities,
    }
    return [what for what, is_right in right.items() if not is_right]


def _param(row: Row) -> object:
    """Give a row as a test, marked where it fails today."""
    known = KNOWN.get((row.language, row.number))
    marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
    return pytest.param(row, marks=marks, id=row.name)


@pytest.mark.parametrize("row", [_param(row) for row in ROWS])
def test_what_is_said_is_given_to_who_says_it(row: Row) -> None:
    """The content is found, with the source that vouches for it, as it is put, affirmed or negated."""
    assert faults(row) == [], row.sentence


@pytest.mark.parametrize("language", HEADLINES)
def test_the_table_is_large_enough(language: str) -> None:
    """A language has enough sentences, plain assertions in the text's own voice among them."""
    rows = [row for row in ROWS if row.language == language]
    assert len(rows) >= LEAST_ROWS
    assert sum(row.sources == ("AUTHOR",) and "fact" in row.modalities for row in rows) >= LEAST_PLAIN


def test_what_is_known_to_fail_stands_in_the_tables() -> None:
    """Each known failure is a row of a table and says what fails."""
    assert set(KNOWN) <= {(row.language, row.number) for row in ROWS}
    parts = {part for what in KNOWN.values() for part in what.split("+")}
    assert parts <= {"found", "source", "modality", "polarity"}
