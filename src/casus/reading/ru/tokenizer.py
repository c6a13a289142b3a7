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
    mark: str = ""
    forms: tuple[Form, ...] = field(default=())

    @property
    def best(self) -> Form | None:
        """The likeliest analysis."""
        return self.forms[0] if self.forms else None

    def has(self, *pos: str) -> Form | None:
        """Give the likeliest analysis with one of the parts of speech."""
        return next((f for f in self.forms if f.pos in pos), None)

    @property
    def capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[:1].isupper()

    @property
    def number(self) -> bool:
        """Is it written in digits?"""
        return self.text[:1].isdecimal()


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
        analysed = () if mark or word[0].isdecimal() or not word[0].isalpha() else forms(word)
        found.append(Word(word, match.start(), match.end(), plain(word), mark, analysed))
    return found
