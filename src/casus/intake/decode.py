"""Bytes to text: byte-order marks, UTF-8, then the Japanese encodings, each tried strictly."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("iso2022_jp", "shift_jis", "cp932", "euc_jp", "cp1251", "koi8_r")
_JAPANESE = re.compile(r"[ぁ-んァ-ヴー一-龥、。「」]")
_RUSSIAN = re.compile(r"[а-яё]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_PLAUSIBLE = 0.5


def decode(data: bytes) -> tuple[str, str] | None:
    """Give the text and its encoding, or None where the bytes are no text; newlines are kept as they are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data, encoding)
            return (text, encoding.removesuffix("-sig")) if text is not None and not looks_binary(text) else None
    wide = _without_mark(data)
    if wide is not None:
        return wide
    if b"\x00" in data:
        return None
    text = _strict(data, "iso2022_jp") if b"\x1b$" in data else _strict(data, "utf-8")
    if text is not None:
        return (text, "iso2022_jp" if b"\x1b$" in data else "utf-8") if not looks_binary(text) else None
    return _legacy(data)


def looks_binary(text: str) -> bool:
    """Ask: are there NUL bytes, or more than one control or unassigned character in a hundred?"""
    if "\x00" in text:
        return True
    unassigned = sum(unicodedata.category(c) in {"Cn", "Co", "Cs"} for c in text[:10_000])
    return len(_CONTROL.findall(text)) * 100 > len(text) or unassigned * 100 > len(text[:10_000])


def _without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte-order mark: it shows in the NULs of its newlines and letters."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    for encoding, low in (("utf-16-le", 1), ("utf-16-be", 0)):
        share = data[low::2].count(0) / max(1, len(data) // 2)
        text = _strict(data, encoding) if share > 0.02 else None
        if text is not None and not looks_binary(text) and _share(text) > _PLAUSIBLE:
            return text, encoding
    return None


def _share(text: str) -> float:
    plain = sum(c.isascii() and (c.isprintable() or c.isspace()) for c in text)
    return (plain + len(_JAPANESE.findall(text)) + len(_RUSSIAN.findall(text))) / max(1, len(text))


def _legacy(data: bytes) -> tuple[str, str] | None:
    """Give the strictly decoding encoding whose text holds most letters of its language; None where none does."""
    best: tuple[float, str, str] | None = None
    for encoding in _LEGACY[1:]:
        text = _strict(data, encoding)
        if text is None or looks_binary(text):
            continue
        pattern = _RUSSIAN if encoding in {"cp1251", "koi8_r"} else _JAPANESE
        foreign = [c for c in text if not c.isascii()]
        score = sum(bool(pattern.match(c)) for c in foreign) / max(1, len(foreign))
        if score > _PLAUSIBLE and (best is None or score > best[0]):
            best = score, text, encoding
    return (best[1], best[2]) if best else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None
