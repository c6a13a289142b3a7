"""One item of a feed, whatever the feed's form."""

from __future__ import annotations

import html
from datetime import date
from urllib.parse import urljoin, urlsplit

from casus.records.base import Record

MAX_ITEMS = 2_000


class FeedItem(Record, frozen=True, kw_only=True):
    """What a feed says of one report."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    """The day of publication; a day of change is not taken for it."""
    summary: str | None = None
    """HTML or plain text, as the feed has it."""
    content: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    bytes_sha256: str = ""
    """Of the whole feed as received."""
    media_type: str = "application/xml"


def paragraphs(text: str) -> str:
    """Write plain text as HTML, a paragraph a line.

    >>> paragraphs("a < b")
    '<p>a &lt; b</p>'
    """
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def web_address(link: str | None, base: str | None) -> str | None:
    """Give a link as a whole http or https address; None where it is none.

    >>> web_address("/a?b", "https://example.org/feed.xml"), web_address("javascript:1", None)
    ('https://example.org/a?b', None)
    """
    try:
        full = urljoin(base or "", (link or "").strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in {"http", "https"} and parts.hostname else None
