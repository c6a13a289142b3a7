"""Guessing the encoding of bytes that name none: each candidate decodes strictly, then its letters are weighed."""

from __future__ import annotations

import re

from casus.intake.decode import looks_binary

# The signs that running text of a language cannot do without, each about the most frequent forty to sixty.
_SIMPLIFIED = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动军")
_TRADITIONAL = frozenset("的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會主發年動軍")
_KANA = re.compile(r"[ぁ-んァ-ヴー、。「」]")
_HANGUL = re.compile(r"[가-힣]")
_RUSSIAN = re.compile(r"[а-яё]")
_WESTERN = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”–—…€«»¡¿°§©®\u00a0·•™£]")
_HAN = re.compile(r"[一-鿿]")

_CANDIDATES = ("utf-8", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "cp1251", "koi8-r", "cp1252")


def guess(data: bytes) -> tuple[str, str] | None:
    """Give text and encoding of the best strict decoding; None where none reads like a language.

    >>> guess("войска вошли в город".encode("koi8-r"))[1], guess("軍が町に入った。".encode("euc_jp"))[1]
    ('koi8-r', 'euc_jp')
    """
    if b"\x1b$" in data or b"\x1b(" in data:
        text = strict(data, "iso2022_jp")
        return (text, "iso2022_jp") if text is not None else None
    best: tuple[float, str, str] | None = None
    for codec in _CANDIDATES:
        text = strict(data, codec)
        if text is None or looks_binary(text):
            continue
        if codec == "utf-8":
            return text, codec
        score = _likeness(text, codec)
        if score > 0.5 and (best is None or score > best[0]):
            best = score, text, codec
    return (best[1], best[2]) if best else None


def strict(data: bytes, codec: str) -> str | None:
    """Decode all of it or nothing."""
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _likeness(text: str, codec: str) -> float:
    """Say from 0 to 1 how much the letters beyond ASCII look like running text of the codec's language."""
    foreign = [c for c in text if not c.isascii()]
    if not foreign:
        return 0.0
    all_of = len(foreign)
    joined = "".join(foreign)
    if codec in {"cp932", "euc_jp"}:
        kana = len(_KANA.findall(joined))
        return 0.0 if kana * 10 < all_of else (kana + len(_HAN.findall(joined))) / all_of
    if codec in {"gb18030", "big5hkscs"}:
        frequent = _SIMPLIFIED if codec == "gb18030" else _TRADITIONAL
        return min(1.0, 5 * sum(c in frequent for c in foreign) / all_of)
    pattern = {"cp949": _HANGUL, "cp1251": _RUSSIAN, "koi8-r": _RUSSIAN, "cp1252": _WESTERN}[codec]
    share = len(pattern.findall(joined)) / all_of
    # Western pages are mostly ASCII; a page of nothing but accented letters is some other encoding.
    return share * 0.9 if codec == "cp1252" and all_of * 3 < len(text) else 0.0 if codec == "cp1252" else share
