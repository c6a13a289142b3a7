"""Finds where one reader's comment ends and the next begins in a region of comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from casus.reading.comment_cues import CueTable, normal
from casus.records import Span

ANCHOR = re.compile(r"(?:>>|≫)\s*(\d{1,5})")
MARKED = re.compile(r">|≫|↑|↳|\^|@\w|re:\s")
_ONLY_MARK = re.compile(r"(?:(?:>>|≫)\s*\d{1,5}|[↑^]+|@\w[\w.\-]*[:,]?)(?:さん|氏)?")
_ONE_WORD = re.compile(r"\w{3,20}\s*(?:\(\d+\))?:?")
_BULLET = re.compile(r"[・•*]")
_ITEMS = (
    re.compile(r"(?P<number>\d{1,4})\s?[.:)]\s*(?!\d)(?P<name>)"),
    re.compile(r"[-–—•]\s*(?=\S)(?P<number>)(?P<name>)"),
    re.compile(
        r"(?P<name>(?:\w\.|[^\s:@>.!?、。]{1,20})(?: (?:\w\.|[^\s:@>.!?、。]{1,15}))?)"
        r"\s?(?:\([\d.,:/\s-]+\))?:\s(?P<number>)"
    ),
)
_LISTED = 0.6  # so many of the lines must be items before the lines are read as a list of comments
_PARAGRAPH_LINES = 4  # longer ones on the average are no single comments


class Line(msgspec.Struct, frozen=True):
    """One line without the blanks round it."""

    span: Span
    words: str
    """Its words made alike."""
    gap: bool
    """Does a blank line precede?"""
    small: bool
    """Does it open with a small letter?"""


class Block(msgspec.Struct, frozen=True):
    """The lines of one comment, with the number and name that stand at its head."""

    lines: tuple[Line, ...]
    number: int | None = None
    name: str | None = None
    prefix: int = 0
    """How many characters of the first line's words are the number, dash or name of a list."""

    @property
    def span(self) -> Span:
        """From the first line's first to the last line's last character."""
        return self.lines[0].span[0], self.lines[-1].span[1]


def split_comments(text: str, region: Span, table: CueTable, *, apart: bool = False) -> tuple[Block, ...]:
    """Cut a region into comments; offsets count in the whole text.

    Where a page's markup told them ``apart``, empty lines alone part them: no word is taken for a heading or a name.
    """
    lines = _content(_lines(text, region), table, headed=not apart)
    if apart:
        return _grouped(lines, [line.gap for line in lines])
    if any(table.match("header", line.words) for line in lines[:2]):
        return _by_headers(lines, table)
    item = _item(lines)
    if item:
        return _by_items(lines, item)
    gaps = sum(line.gap for line in lines[1:])
    if gaps and len(lines) <= _PARAGRAPH_LINES * (gaps + 1):
        return _grouped(lines, [line.gap for line in lines])
    return _grouped(lines, _starts(lines, table))


def _lines(text: str, region: Span) -> list[Line]:
    found: list[Line] = []
    at, gap = region[0], False
    for raw in text[slice(*region)].split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words)
            found.append(Line((start, start + len(words)), normal(words), gap, words[0].islower()))
        gap = not words
        at += len(raw) + 1
    return found


def _content(lines: list[Line], table: CueTable, *, headed: bool) -> list[Line]:
    """Leave out headings at the top and the page's own words anywhere."""
    start = next((i for i, line in enumerate(lines) if not headed or not _heads(line.words, table)), len(lines))
    kept: list[Line] = []
    gap = False
    for line in lines[start:]:
        gap = gap or line.gap
        if not table.match("furniture", line.words):
            kept.append(msgspec.structs.replace(line, gap=gap))
            gap = False
    return kept


def _heads(words: str, table: CueTable) -> bool:
    if "heading" in table.by_kind:
        return table.match("heading", words) is not None
    return _ONE_WORD.fullmatch(words) is not None  # a language without cues: a single word is taken for the heading


def _by_headers(lines: list[Line], table: CueTable) -> tuple[Block, ...]:
    blocks: list[Block] = []
    held: list[Line] = []
    number: int | None = None
    name: str | None = None
    for line in lines:
        head = table.match("header", line.words)
        if not head:
            held.append(line)
            continue
        if held:
            blocks.append(Block(tuple(held), number, name))
        held = []
        given = head.groupdict()
        number = int(given["number"]) if given.get("number") else None
        name = (given.get("name") or "").strip() or None
    if held:
        blocks.append(Block(tuple(held), number, name))
    return tuple(blocks)


def _item(lines: list[Line]) -> re.Pattern[str] | None:
    """Give the form of list items, if most lines, the first among them, are items of one form."""
    for item in _ITEMS:
        hits = sum(bool(item.match(line.words)) for line in lines)
        if hits >= 2 and item.match(lines[0].words) and hits >= _LISTED * len(lines):
            return item
    return None


def _by_items(lines: list[Line], item: re.Pattern[str]) -> tuple[Block, ...]:
    blocks = []
    for block in _grouped(lines, [bool(item.match(line.words)) or line.gap for line in lines]):
        m = item.match(block.lines[0].words)
        number = int(m["number"]) if m and m["number"] else None
        blocks.append(Block(block.lines, number, (m["name"] or None) if m else None, m.end() if m else 0))
    return tuple(blocks)


def _starts(lines: list[Line], table: CueTable) -> list[bool]:
    """Say of each line whether it begins a comment, where nothing but its words can tell."""
    found = [True] * len(lines)
    for i, (before, line) in enumerate(pairwise(lines), 1):
        found[i] = line.gap or not _goes_on(before.words, line, table)
    return found


def _goes_on(before: str, line: Line, table: CueTable) -> bool:
    quoting = before.startswith(">") and not ANCHOR.match(before)
    if MARKED.match(line.words):
        return quoting and line.words.startswith(">") and not ANCHOR.match(line.words)
    if quoting or _ONLY_MARK.fullmatch(before) or _BULLET.match(line.words):
        return True
    if table.match("join", line.words) or table.match("open", before) or before.count("(") > before.count(")"):
        return True
    return line.small and before[-1].isalnum()


def _grouped(lines: Iterable[Line], starts: Iterable[bool]) -> tuple[Block, ...]:
    groups: list[list[Line]] = []
    for line, start in zip(lines, starts, strict=True):
        if start or not groups:
            groups.append([])
        groups[-1].append(line)
    return tuple(Block(tuple(group)) for group in groups)
