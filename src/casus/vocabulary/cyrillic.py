"""Telling the languages written in Cyrillic apart by their letters."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[Ѐ-ӿ]")
_FOREIGN = (
    ("uk", re.compile(r"[їєґЇЄҐ]")),
    ("be", re.compile(r"[ўЎ]")),
    ("sr", re.compile(r"[ђћЂЋ]")),
    ("mk", re.compile(r"[ѓќѕЃЌЅ]")),
    ("kk", re.compile(r"[әғқңұһӘҒҚҢҰҺ]")),
)
_RUSSIAN_ONLY = re.compile(r"[ыэёЫЭЁ]")
_WITHOUT_THEM = frozenset({"uk", "sr", "mk"})
_HARD = re.compile(r"[ъЪ]")
_ENOUGH = 120
CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
"""The languages that are told apart."""


def cyrillic_language(text: str) -> str:
    """Give the language of a Cyrillic text: Russian, unless its letters say another one.

    A text with letters that Russian lacks is the language they belong to, a long one without ы, э and ё and with many
    ъ is Bulgarian; names and short quotations do not outweigh the rest.

    >>> cyrillic_language("Войска вышли из города"), cyrillic_language("Війська вийшли з міста, їх зустріли")
    ('ru', 'uk')
    """
    letters = len(_LETTER.findall(text))
    counts = [(len(pattern.findall(text)), name) for name, pattern in _FOREIGN]
    most, name = max(counts)
    russian = len(_RUSSIAN_ONLY.findall(text)) if name in _WITHOUT_THEM else 0
    if most * 100 > letters and most > russian:
        return name
    if letters >= _ENOUGH and not _RUSSIAN_ONLY.search(text) and len(_HARD.findall(text)) * 150 > letters:
        return "bg"
    return "ru"
