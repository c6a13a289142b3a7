"""Receiving a report: bytes of plain text, a page or a feed's one item to a record with hashes and language."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from casus.errors import Problem, Refused
from casus.intake.decode import decode
from casus.intake.html_decode import mixed_at
from casus.intake.markup import kind_of
from casus.intake.signatures import known
from casus.records import Report
from casus.vocabulary.cyrillic import cyrillic_language

_KANA = re.compile(r"[぀-ヿｦ-ﾟ]")
_HAN = re.compile(r"[一-鿿]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
MAX_BYTES = 20_000_000


def receive(
    data: bytes,
    *,
    name: str = "-",
    published: date | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Make a report of bytes; None and a problem where they hold no readable text.

    HTML and feeds are told by how they begin (or by a name such as ``page.html``); they need the extra ``web``, else
    MissingExtraError is raised. A feed of several items is a problem here: ``receive_all`` gives them all.
    """
    if len(data) > max_bytes:
        return None, (too_large(name, len(data), max_bytes),)
    if not data.strip():
        what = "the file is empty" if not data else "the file holds nothing but white space"
        return None, (Refused(where=name, what=what, hint="give a report as plain text"),)
    if (binary := known(data)) is not None:
        return None, (Refused(where=name, what=f"this is {binary[0]}, no text", hint=binary[1]),)
    kind = kind_of(data, name=name)
    if kind == "html":
        from casus.intake.pages import read_page

        return read_page(data, name=name, published=published, language=language)
    if kind == "feed":
        from casus.intake.feeds import only_report

        return only_report(data, name=name, published=published, language=language)
    decoded = decode(data)
    if decoded is None:
        hint = "give a report as plain text, in UTF-8 if possible"
        return None, (Refused(where=name, what=_undecoded(data), hint=hint),)
    text, encoding = decoded
    if not text.strip("\ufeff\u200b \t\r\n\u3000\f\v"):
        hint = "give a report as plain text"
        return None, (Refused(where=name, what="the file holds nothing but white space", hint=hint),)
    report = Report(
        id="sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        language=language or detect_language(text),
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        name=name,
        published=published,
    )
    return report, ()


def _undecoded(data: bytes) -> str:
    at = mixed_at(data)
    if at is not None:
        return f"the file mixes encodings: UTF-8, and from byte {at:,} on something else"
    return "this is no text in an encoding that is known here"


def too_large(name: str, size: int | None, limit: int) -> Refused:
    """Say that an input of so many bytes, or of nobody knows how many, is over the limit."""
    has = "more" if size is None else f"{size / 1e6:.3g} MB"
    what = f"the file has {has}; at most {limit / 1e6:.3g} MB are read"
    return Refused(where=name, what=what, hint="cut it into single reports, or allow more bytes")


def detect_language(text: str) -> str:
    """Tell the language by its script: kana is Japanese, Cyrillic mostly Russian, Latin English; ``und`` for none.

    >>> detect_language("ソ連軍が撤退した"), detect_language("Войска вышли"), detect_language("1999")
    ('ja', 'ru', 'und')
    """
    sample = text[:20_000]
    kana, han, cyrillic, latin = (len(p.findall(sample)) for p in (_KANA, _HAN, _CYRILLIC, _LATIN))
    if kana and (kana + han) * 3 > max(cyrillic, latin):
        return "ja"
    if cyrillic > latin:
        return cyrillic_language(sample)
    return "en" if latin else "und"
