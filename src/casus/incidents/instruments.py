"""Names of treaties and numbers of their articles in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ARTICLE = {
    "ja": re.compile(r"第?\s*([0-90-9]+|[一二三四五六七八九十]+)\s*条(?!約)"),
    "en": re.compile(r"\bArt(?:icle|\.)?s?\s*(\d+)", re.IGNORECASE),
    "ru": re.compile(r"\bстать\w*\s+(\d+)|\bст\.\s*(\d+)|(\d+)(?:-\w{1,3})?\s+стать\w*", re.IGNORECASE),
}
_KINDS = "(?:Treaty|Pact|Charter|Agreement|Protocol|Convention)"
_INSTRUMENT = {
    "ja": re.compile(r"(?:[一-龥々ァ-ヶー・]|\d+年)+(?:条約|協定|憲章|議定書|協約)(?!機構|加盟国)"),
    "en": re.compile(
        rf"(?:[A-Z][\w-]*(?:\s+(?:of|on|and|for)(?:\s+the)?)?\s+)+{_KINDS}\b(?!\s+Organi[sz]ation)"
        rf"|\b{_KINDS}\s+(?:of|on)\s+[A-Z][\w-]*(?:(?:,?\s+and\s+|,?\s+)[A-Z][\w-]*)*"
    ),
    "ru": re.compile(
        r"\b(?:[Дд]оговор|[Хх]арти|[Уу]став|[Сс]оглашени|[Пп]ротокол|[Кк]онвенци)\w*(?:\s+(?:об?|ОДКБ|ООН|НАТО)(?:\s+\w+){0,3})?"
    ),
}
_KANJI = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


def named_under(sentence: str, language: str, instruments: Sequence[tuple[str, str]] = ()) -> str | None:
    """Give the instrument and article that a sentence names; either may stand alone; None where it names neither.

    ``instruments`` are pairs of a name and an id of instruments known; a known name goes before what only looks like
    one.

    >>> named_under("集団安全保障条約の第2条に抵触する", "ja")
    '集団安全保障条約, Article 2'
    >>> named_under("under Article 4 of the North Atlantic Treaty", "en"), named_under("asked for help", "en")
    ('North Atlantic Treaty, Article 4', None)
    """
    article = _article(sentence, language)
    name = _known(sentence, instruments, article[0] if article else None) or _likely(sentence, language)
    parts = [p for p in (name, f"Article {article[1]}" if article else None) if p]
    return ", ".join(parts) or None


def _article(sentence: str, language: str) -> tuple[int, int] | None:
    pattern = _ARTICLE.get(language)
    found = pattern.search(sentence) if pattern else None
    if found is None:
        return None
    digits = next(g for g in found.groups() if g)
    return found.start(), _number(digits)


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return (_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones, 0)


def _known(sentence: str, instruments: Sequence[tuple[str, str]], near: int | None) -> str | None:
    """Find the known name nearest the article, the longer first; a name that goes on into an organisation's is none."""
    folded = sentence.casefold()
    found: list[tuple[int, int, str]] = []
    for name, _ in instruments:
        at = folded.find(name.casefold())
        while at >= 0:
            end = at + len(name)
            if not folded.startswith(("機構", "加盟国", " organi"), end) and _whole(folded, at, end):
                found.append((abs(at - near) if near is not None else 0, -len(name), sentence[at:end]))
            at = folded.find(name.casefold(), at + 1)
    return min(found)[2] if found else None


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether the name stands by itself, where words are spaced."""
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = "a" <= text[start] <= "z"
    return not latin or not (before.isalnum() or after.isalnum())


def _likely(sentence: str, language: str) -> str | None:
    pattern = _INSTRUMENT.get(language)
    found = pattern.search(sentence) if pattern else None
    return found.group(0).strip() if found else None
