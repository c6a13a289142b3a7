"""Names of encodings as pages give them, and where in a page they stand."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"'\s]{0,3}([\w.:+-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]{2,40})[\"']", re.IGNORECASE)
_HEAD = 8_192

# What browsers take a label for where that is wider than the codec of the name (WHATWG Encoding Standard, § 4.2).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_ALIASES = {"x-sjis": "cp932", "ms_kanji": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "x-gbk": "gb18030"}
_OF_PAGES = re.compile(
    r"ascii|utf-8|utf-16(?:-[lb]e)?|cp\d{3,4}|iso8859-\d+|koi8-[rtu]|mac-\w+|shift_jis\w*|euc_\w+|iso2022_jp\w*"
    r"|gb\w+|big5\w*|tis-620"
)
_SINGLE_BYTE = re.compile(r"cp\d{3,4}|iso8859-\d+|koi8-[rut]|mac.*|latin.*")


def declared_in(data: bytes) -> str | None:
    """Give the label that the page itself bears: XML declaration or ``meta``."""
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    return found.group(1).decode("ascii", "replace").lower() if found else None


def codec_of(label: str | None) -> str | None:
    """Give the codec for a label; None where nobody knows it.

    >>> codec_of("Shift_JIS"), codec_of("latin1"), codec_of("x-unknown")
    ('cp932', 'cp1252', None)
    """
    if not label:
        return None
    try:
        name = _ALIASES.get(label.lower()) or codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if _OF_PAGES.fullmatch(name) else None


def is_single_byte(codec: str) -> bool:
    """Tell whether the codec reads nearly any bytes, so that success proves little."""
    return _SINGLE_BYTE.fullmatch(codec) is not None
