"""Russian words with exact offsets, each with the analyses of its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casus.reading.ru.morphology import Form, forms, plain
from casus.records import Span

_WORD = re.compile(
    r"""
      [А-ЯЁ]\.(?=\s?[А-ЯЁ])                                   # initials
    | (?:\d{1,3}(?:[   ]\d{3})+|\d+)(?:[.,:]\d+)*(?:-?(?:го|му|ми|мя|ти|й|я|е|ю|х|м)\b)?
    | [A-Za-zА-Яа-яЁё]+\d*(?:[-‐'’/][\wА-Яа-яЁё]+)*               # Су-25, Ала-Бука
    | --+ | \.\.\.+
    | \S
    """,
    re.VERBOSE,
)
_MARKS = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "[": "open", "]": "close",
    "—": "dash", "–": "dash", "--": "dash", "-": "dash",
    "«": "quote", "»": "unquote", "„": "quote", "“": "quote", "”": "unquote", '"': "quote",
    ".": "stop", "!": "stop", "?": "stop", "…": "stop", "...": "stop",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Word:
    """One word or mark; ``mark`` names the punctuation and is empty for words."""

    text: str
    start: int
    end: int
    low: str
    capital: bool
    """Does it begin with a capital letter?"""
    number: bool
    """Is it written in digits?"""
    mark: str = ""
    forms: tuple[Form, ...] = field(default=())

    @property
    def best(self) -> Form | None:
        """The likeliest analysis."""
        return self.forms[0] if self.forms else None

    def has(self, *pos: str) -> Form | None:
        """Give the likeliest analysis with one of the parts of speech."""
        for form in self.forms:
            if form.pos in pos:
                return form
        return None


def words_of(text: str, span: Span) -> list[Word]:
    """Give the words of ``text[a:b]`` with offsets into ``text``."""
    found: list[Word] = []
    inside = False
    for match in _WORD.finditer(text, *span):
        word = match.group()
        mark = _MARKS.get(word, "")
        if word == '"' or (word == "“" and inside):
            mark = "unquote" if inside else "quote"
        if mark in {"quote", "unquote"}:
            inside = mark == "quote"
        first = word[0]
        digits = first.isdecimal()
        analysed = () if mark or digits or not first.isalpha() else forms(word)
        found.append(Word(word, match.start(), match.end(), plain(word), first.isupper(), digits, mark, analysed))
    return found
