"""The language of a page and of its parts: what the page says, unless its script says otherwise."""

from __future__ import annotations

import re

from casus.intake.receive import detect_language

_CYRILLIC = frozenset(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk", "uz"))
_OTHER = frozenset((
    "am", "ar", "az", "bn", "el", "fa", "he", "hi", "hy", "ka", "km", "ko", "lo", "my", "ne", "pa", "ps", "si", "ta",
    "te", "th", "ti", "ur", "vi", "yi", "zh",
))  # fmt: skip
_LATIN_TOO = frozenset({"az", "kk", "sr", "uz", "vi"})
_HAN_OR_KANA = re.compile(r"[ぁ-ヿ一-鿿]")
_KANA = re.compile(r"[ぁ-んァ-ヴ]")
_HANGUL = re.compile(r"[가-힣]")
_SHORT = 8
_RUNNING = 40  # so many Han signs without a single kana are no Japanese


def language_of(text: str, declared: str | None) -> str:
    """Give a page's language, ISO 639-1; templates often declare one that their writers do not use.

    >>> language_of("軍が町に入った。", "en"), language_of("Les troupes", "fr"), language_of("Войска вошли", None)
    ('ja', 'fr', 'ru')
    """
    seen = detect_language(text)
    if seen == "und":
        seen = "ko" if _HANGUL.search(text) else "zh" if len(_HAN_OR_KANA.findall(text)) >= _RUNNING else "und"
    if declared is None or seen == declared:
        return seen
    return declared if _fits(declared, seen, text) else seen


def _fits(declared: str, seen: str, text: str) -> bool:
    """Could a text whose script reads as one language be in the declared one?"""
    if seen in {"und", "zh", "ko"}:
        return seen == "und" or (seen == "zh" and declared in {"ja", "yue"})
    if seen == "ja":
        return declared == "zh" and len(_KANA.findall(text)) * 20 < len(_HAN_OR_KANA.findall(text))
    if seen == "ru":
        return declared in _CYRILLIC
    if declared in {"ja", "ru"}:
        return False
    return declared not in (_CYRILLIC | _OTHER) - _LATIN_TOO or _mostly_other(text)


def _mostly_other(text: str) -> bool:
    """Are fewer than half of the letters Latin?"""
    letters = [c for c in text[:20_000] if c.isalpha()]
    return sum(c < "\u0250" for c in letters) * 2 < len(letters)


def part_language(text: str, language: str) -> str:
    """Give the language of a part of a page in a language: the page's own, unless the script is another one's."""
    if len(text) <= _SHORT or (language in {"ja", "zh"} and _HAN_OR_KANA.search(text)):
        return language
    return language_of(text, language)
