"""Telling pages and feeds from plain text by how they begin."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

import msgspec

from casus.intake.signatures import known

Kind = Literal["html", "feed", "text"]


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """What a server said of bytes."""

    url: str | None = None
    """The address that gave them, after redirects."""
    charset: str | None = None
    media_type: str | None = None


_HEAD = 4_096
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\x0c"
_PROLOGUE = re.compile(
    rb"\s*(?:<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\])?\s*>)", re.DOTALL | re.IGNORECASE
)
_FEED = re.compile(rb"\s*<(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_JSON_FEED = re.compile(rb"\s*\{.*?\"version\"\s*:\s*\"https?:(?:\\?/){2}jsonfeed\.org", re.DOTALL)
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|title|meta)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"\s*<(?:div|p|article|section|main|table|h[1-6]|span|ul|ol|dl|blockquote|center|font|header)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(rb"<(?:/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?|!doctype[^<>]*)>", re.IGNORECASE)
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def kind_of(data: bytes, *, name: str = "-", media_type: str | None = None) -> Kind | None:
    """Tell what bytes hold; None where they are no text. ``name`` and ``media_type`` help where the bytes leave doubt.

    >>> kind_of(b"<!DOCTYPE html><p>1"), kind_of(b"<?xml version='1.0'?><rss version='2.0'>"), kind_of(b"War < peace")
    ('html', 'feed', 'text')
    """
    if known(data):
        return None
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(_BLANK)
    bare = _without_prologue(head)
    if _FEED.match(bare) or _JSON_FEED.match(head):
        return "feed"
    if _PAGE.match(bare) or _FRAGMENT.match(bare):
        return "html"
    named = media_type in _HTML_TYPES or PurePosixPath(name).suffix.lower() in _SUFFIXES
    if named and _ANY_TAG.search(data.replace(b"\x00", b"")):
        return "html"
    return None if _is_binary(data) else "text"


def _without_prologue(head: bytes) -> bytes:
    at = 0
    while (match := _PROLOGUE.match(head, at)) is not None and match.end() > at:
        at = match.end()
    return head[at:]


def _is_binary(data: bytes) -> bool:
    """Are there NUL bytes in what is not UTF-16 or UTF-32?"""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    return head[0::2].count(0) > 0 and head[1::2].count(0) > 0
