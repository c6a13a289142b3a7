"""Finds which earlier comment a comment answers: by number, name, quoted words, arrow, or an answering opening."""

from __future__ import annotations

import re

import msgspec

from casus.reading.comment_cues import CueTable, normal
from casus.reading.comment_parties import parties_in
from casus.reading.comment_split import ANCHOR, Block

_UP = re.compile(r"(?P<arrows>[↑^↳]+)\s*(?P<count>\d{1,2})?(?=\D|$)|re:\s*")
_ECHO = re.compile(r"(?P<echo>[^.,?!。、\n]{2,30})[?]\s*(?=\w)")
_NAME = re.compile(r"@(?P<name>[\w.\-]+(?: \w\.)?)[:,]?\s*")
_FIRST = frozenset({"first", "op", "1"})
_LEAST_QUOTE = 3  # a shorter one occurs anywhere
_LONG = 7  # letters; the fifth one of a shorter word may be its ending
_WORD = re.compile(r"[a-z]{5,}|[а-яё]{5,}|[一-鿿々]{2,}|[ァ-ヶー]{3,}")


class Spoken(msgspec.Struct, frozen=True):
    """A comment's own words, normalised, apart from what they quote and whom they address."""

    body: str
    quotes: tuple[str, ...] = ()
    number: int | None = None
    name: str | None = None
    up: int = 0
    """So many comments up."""


class Link(msgspec.Struct, frozen=True):
    """The comment answered, by index, and what the opening makes of it: denies, agrees, follows or nothing."""

    target: int
    opening: str | None = None
    marked: bool = False
    """Does a number, a name, quoted words or an arrow say whom it answers?"""


def spoken(block: Block) -> Spoken:
    """Part a comment's own words from quotations and addresses."""
    body: list[str] = []
    quotes: list[str] = []
    number: int | None = None
    name: str | None = None
    up = 0
    for i, line in enumerate(block.lines):
        words = line.words[block.prefix :] if i == 0 else line.words
        if m := ANCHOR.match(words):
            number, words = number or int(m[1]), words[m.end() :]
        elif words.startswith(">"):
            quotes.append(words.lstrip("> "))
            continue
        if not body and (m := _UP.match(words)):
            up, words = int(m["count"] or len(m["arrows"] or "^")), words[m.end() :]
        if not body and (m := _NAME.match(words)):
            name, words = m["name"], words[m.end() :]
        if words.strip():
            body.append(words.strip(" 　、,:"))
    return Spoken("\n".join(body), tuple(quotes), number, name, up)


def link(said: Spoken, before: list[tuple[Block, Spoken]], table: CueTable) -> Link | None:
    """Give the comment among those before that this one answers; None where it answers none."""
    if not before:
        return None
    opening = table.first("reply", said.body)
    target = _target(said, before)
    marked = target is not None
    if target is None and (echo := _ECHO.match(said.body)) and echoes(echo["echo"], before[-1][1].body, table.language):
        return Link(len(before) - 1, "denies")
    if target is None and opening and said.number is None and not said.quotes:
        target = len(before) - 1
    return None if target is None else Link(target, opening.value if opening else None, marked)


def echoes(body: str, earlier: str, language: str) -> bool:
    """Does a comment take up a word of an earlier one? A party's name does not count: every comment has it.

    >>> echoes("you don't probe with two brigades", "a probe of the alliance", "en")
    True
    >>> echoes("armenia is far away", "armenia asked in vain", "en")
    False
    """
    stems = {_stem(w) for w in _WORD.findall(earlier)}
    return any(_stem(w) in stems and parties_in(w.capitalize(), language) is None for w in _WORD.findall(body))


def _stem(word: str) -> str:
    """Give the letters that tell a word from others, whatever its ending.

    >>> _stem("баржу") == _stem("баржа")
    True
    """
    return word[: 4 if len(word) < _LONG else 5]


def _target(said: Spoken, before: list[tuple[Block, Spoken]]) -> int | None:
    if said.number is not None:
        return _numbered(said.number, before)
    if said.quotes:
        return _quoted(said.quotes, before)
    if said.name:
        return _named(said.name, before)
    return max(len(before) - said.up, 0) if said.up else None


def _numbered(number: int, before: list[tuple[Block, Spoken]]) -> int | None:
    known = {b.number: i for i, (b, _) in enumerate(before) if b.number is not None}
    if known:
        return known.get(number)
    return number - 1 if 1 <= number <= len(before) else None


def _quoted(quotes: tuple[str, ...], before: list[tuple[Block, Spoken]]) -> int | None:
    """Give the last comment that has the quoted words; a quotation from the article answers no comment."""
    wanted = [q for q in (_bare(q) for q in quotes) if len(q) >= _LEAST_QUOTE]
    hits = (i for i in range(len(before) - 1, -1, -1) if any(q in _bare(before[i][1].body) for q in wanted))
    return next(hits, None)


def _bare(words: str) -> str:
    """Leave letters and digits only: people quote loosely.

    >>> _bare("「本物なの?」 …")
    '本物なの'
    """
    return "".join(c for c in normal(words) if c.isalnum())


def _named(name: str, before: list[tuple[Block, Spoken]]) -> int:
    """Give the last comment by that name; where names are not shown, the first one or the one just before."""
    for i in range(len(before) - 1, -1, -1):
        shown = before[i][0].name
        if shown and _bare(shown).startswith(_bare(name)):
            return i
    return 0 if name in _FIRST else len(before) - 1
