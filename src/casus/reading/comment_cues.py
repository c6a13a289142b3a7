"""The cues that readers' comments are read by: rows of ``data/languages/<code>/comments*.tsv``, compiled."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec

from casus.errors import CasusError

KINDS = frozenset(
    {
        "topic", "stance", "hypothesis", "joke", "reply", "counter", "negation", "softener", "domain", "heading",
        "header", "furniture", "join", "open",
    }
)  # fmt: skip
"""What a cue is of.

topic, stance, hypothesis, joke: what the comment says; reply: an opening that answers the comment before it;
counter: denies when it answers, asserts when it stands alone; negation: turns a hypothesis of its sentence round;
softener: makes a denial a doubt; domain: shows that a comment is about the matter at all; heading, header (of one
post), furniture: lines that are no comment; join, open: a line that goes on with the one before, or is not finished.
"""
COLUMNS = ("cue", "kind", "value", "weight", "example", "source")
_UNSPACED = frozenset({"ja", "zh", "th"})


class CueRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row as written, and where."""

    cue: str
    kind: str
    value: str
    weight: float
    example: str
    source: str
    where: str


class Cue(msgspec.Struct, frozen=True):
    """One row made ready: what to look for in normalised words, what it shows and how strongly."""

    pattern: re.Pattern[str]
    value: str
    weight: float


class CueTable(msgspec.Struct, frozen=True):
    """All cues of a language."""

    language: str
    by_kind: dict[str, tuple[Cue, ...]]

    def matches(self, kind: str, words: str) -> Iterator[tuple[Cue, re.Match[str]]]:
        """Give the cues of a kind that occur in normalised words, with the first place of each."""
        return ((c, m) for c in self.by_kind.get(kind, ()) if (m := c.pattern.search(words)))

    def first(self, kind: str, words: str) -> Cue | None:
        """Give the first of them."""
        return next((c for c, _ in self.matches(kind, words)), None)

    def match(self, kind: str, words: str) -> re.Match[str] | None:
        """Give the first place of the first of them."""
        return next((m for _, m in self.matches(kind, words)), None)


def normal(words: str) -> str:
    """Make width, case and compatibility forms alike; positions are not kept.

    >>> normal("(笑)ＮＡＴＯ？")
    '(笑)nato?'
    """
    return unicodedata.normalize("NFKC", words).casefold()


@cache
def cue_rows(language: str) -> tuple[CueRow, ...]:
    """Read the rows of a language, in the order of file name and line; none where it has no table.

    Raises:
        CasusError: naming file, line and what is wrong there.
    """
    folder = files("casus") / "data" / "languages" / language
    if not language.isalpha() or not folder.is_dir():
        return ()
    names = sorted(f.name for f in folder.iterdir() if f.name.startswith("comments") and f.name.endswith(".tsv"))
    return tuple(
        row for name in names for row in read_rows(f"{language}/{name}", (folder / name).read_text(encoding="utf-8"))
    )


def read_rows(name: str, text: str) -> Iterator[CueRow]:
    """Read one table; lines that open with ``#`` are remarks."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    reader = csv.reader((line for _, line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), cells in zip(lines, reader, strict=True):
        where = f"{name}:{number}"
        if number == lines[0][0]:
            if tuple(cells) != COLUMNS:
                raise CasusError(f"{where}: the columns are {', '.join(cells)}; they should be {', '.join(COLUMNS)}")
            continue
        yield _row(where, cells)


def _row(where: str, cells: list[str]) -> CueRow:
    if len(cells) != len(COLUMNS):
        raise CasusError(f"{where}: {len(cells)} cells; a row has {len(COLUMNS)}, parted by tabs")
    cue, kind, value, weight, example, source = (c.strip() for c in cells)
    if kind not in KINDS:
        raise CasusError(f"{where}: the kind {kind!r} is not known; it is one of {', '.join(sorted(KINDS))}")
    try:
        re.compile(cue)
        strength = float(weight)
    except (re.error, ValueError) as trouble:
        raise CasusError(f"{where}: {trouble}") from trouble
    return CueRow(cue=cue, kind=kind, value=value, weight=strength, example=example, source=source, where=where)


@cache
def cue_table(language: str) -> CueTable:
    """Give the compiled cues of a language; an empty table where it has none."""
    return compile_rows(language, cue_rows(language))


def compile_rows(language: str, rows: Iterable[CueRow]) -> CueTable:
    """Compile rows; where words are parted by spaces, a cue that opens with a letter opens a word."""
    by_kind: dict[str, list[Cue]] = {}
    for row in rows:
        starts_word = language not in _UNSPACED and (row.cue[0].isalnum() or row.cue[0] == "(")
        pattern = rf"\b(?:{row.cue})" if starts_word else row.cue
        flags = re.IGNORECASE | re.MULTILINE
        by_kind.setdefault(row.kind, []).append(Cue(re.compile(pattern, flags), row.value, row.weight))
    return CueTable(language, {kind: tuple(cues) for kind, cues in by_kind.items()})
