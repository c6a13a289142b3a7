"""A page's bytes to text: what is declared is held against the bytes, and nothing is decoded by halves unsaid."""

from __future__ import annotations

import codecs
import re

from casus.errors import Problem
from casus.intake.decode import looks_binary
from casus.intake.html_guessing import guess, strict
from casus.intake.html_labels import codec_of, declared_in, is_single_byte

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_PIECES = re.compile(rb"[^\n\r<>]+")
_SURE = 8  # so many well-formed sequences of UTF-8 in one piece are no accident
_FEW = (
    20  # so many broken places at most, and no more than one in a thousand bytes, are shown as broken and passed over
)
_HINT = "save the page again as UTF-8, or give its text"


def decode_page(
    data: bytes, *, where: str, charset: str | None = None
) -> tuple[str, str, tuple[Problem, ...]] | Problem:
    """Give text, encoding and notes; a problem alone where the bytes cannot be read without guessing wrong.

    ``charset`` is what the server said; a byte-order mark outranks it (WHATWG Encoding Standard, § 6), and bytes that
    are UTF-8 throughout are read as UTF-8 whatever is declared.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _as_declared(data[len(mark) :], marked, where, len(mark))
    wide = _without_mark(data)
    if wide:
        return wide
    label = charset or declared_in(data)
    codec = codec_of(label) or codec_of(declared_in(data))
    if b"\x1b$" in data and strict(data, "iso2022_jp") is not None:
        return data.decode("iso2022_jp"), "iso2022_jp", ()
    if _is_utf8(data, codec):
        notes = () if codec in {None, "utf-8"} else (_mislabelled(where, label, "utf-8"),)
        return data.decode("utf-8"), "utf-8", notes
    if (at := mixed_at(data)) is not None:
        what = f"the page mixes encodings: UTF-8, and from byte {at:,} on something else"
        return Problem(where=where, what=what, hint=_HINT)
    return _as_declared(data, codec, where, 0) if codec else _guessed(data, where, label)


def _is_utf8(data: bytes, codec: str | None) -> bool:
    """Is it UTF-8, either because it says so or because so much of it cannot be anything else?"""
    if strict(data, "utf-8") is None:
        return False
    return codec in {None, "utf-8"} or is_single_byte(codec or "") or len(_MULTIBYTE.findall(data)) >= _SURE


def mixed_at(data: bytes) -> int | None:
    """Give the first byte that is not UTF-8, where other pieces of the page surely are UTF-8 and many are not."""
    good, bad = 0, []
    for piece in _PIECES.finditer(data):
        words = piece.group()
        if words.isascii():
            continue
        try:
            words.decode("utf-8")
        except UnicodeDecodeError as error:
            bad.append(piece.start() + error.start)
        else:
            good += len(_MULTIBYTE.findall(words)) >= _SURE
    return bad[0] if good and len(bad) > _allowed(data) else None


def _allowed(data: bytes) -> int:
    return min(_FEW, 1 + len(data) // 1000)


def _as_declared(data: bytes, codec: str, where: str, offset: int) -> tuple[str, str, tuple[Problem, ...]] | Problem:
    """Decode as declared; a few broken places are shown as U+FFFD and said, many are a problem."""
    text = strict(data, codec)
    if text is not None:
        return (text, codec, ()) if not looks_binary(text) else _no_text(where)
    first, count = _broken(data, codec)
    if count > _allowed(data):
        other = guess(data)
        if other:
            return other[0], other[1], (_mislabelled(where, codec, other[1]),)
        what = (
            f"the page says it is {codec}, but byte 0x{data[first]:02x} at offset {first + offset:,} is not, nor is it"
        )
        return Problem(where=where, what=f"{what} any other encoding that is known here", hint=_HINT)
    places = "1 place is" if count == 1 else f"{count} places are"
    what = f"{places} broken, the first at byte {first + offset:,} (not {codec}); shown as U+FFFD"
    return data.decode(codec, "replace"), codec, (Problem(where=where, what=what, hint="compare with the page"),)


def _broken(data: bytes, codec: str) -> tuple[int, int]:
    """Give the offset of the first broken place and how many there are, counting no further than one too many."""
    first, count, at = -1, 0, 0
    decoder = codecs.getdecoder(codec)
    while at < len(data) and count <= _FEW:
        try:
            decoder(data[at:], "strict")
        except UnicodeDecodeError as error:
            first = at + error.start if first < 0 else first
            count += 1
            at += max(error.end, error.start + 1)
        else:
            break
    return max(first, 0), count


def _guessed(data: bytes, where: str, label: str | None) -> tuple[str, str, tuple[Problem, ...]] | Problem:
    found = guess(data)
    if found is not None:
        says = f"the encoding {label!r} is not known here" if label else "the page does not name its encoding"
        what = f"{says}; its letters read as {found[1]}"
        return found[0], found[1], (Problem(where=where, what=what, hint=None),)
    first, count = _broken(data, "utf-8")
    if 0 < count <= _allowed(data):
        return _as_declared(data, "utf-8", where, 0)
    what = f"the encoding cannot be told: byte 0x{data[first]:02x} at offset {first:,} is no UTF-8"
    return Problem(where=where, what=f"{what}, and no other encoding that is known here fits", hint=_HINT)


def _without_mark(data: bytes) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Read UTF-16 without a byte-order mark: every tag of a page shows it by its NULs."""
    head = data[:4_096]
    for codec, low in (("utf-16-le", 1), ("utf-16-be", 0)):
        share = head[low::2].count(0) / max(1, len(head) // 2)
        text = strict(data, codec) if share > 0.1 and head[1 - low :: 2].count(0) == 0 else None
        if text is not None and not looks_binary(text):
            return text, codec, ()
    return None


def _mislabelled(where: str, label: str | None, codec: str) -> Problem:
    return Problem(where=where, what=f"the page says it is {label}, but it is {codec} and was read so", hint=None)


def _no_text(where: str) -> Problem:
    return Problem(where=where, what="this is no text", hint="give a page as HTML, or its text")
