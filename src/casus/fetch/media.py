"""What kinds of documents are fetched, told by the answer's ``Content-Type``."""

from __future__ import annotations

import re

_TYPES = frozenset(
    {"text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/json", "text/json", "text/plain"}
)
_KINDS = re.compile(r"application/[\w.-]+\+(?:xml|json)")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)


def content_type(header: str) -> tuple[str, str | None]:
    """Take a ``Content-Type`` apart into the type and its charset.

    >>> content_type('Text/HTML; Charset="Shift_JIS"')
    ('text/html', 'shift_jis')
    """
    charset = _CHARSET.search(header)
    return header.partition(";")[0].strip().lower(), charset.group(1).lower() if charset else None


def is_read(kind: str) -> bool:
    """Is it a page, a feed, JSON or plain text?

    >>> is_read("application/rss+xml"), is_read("application/pdf"), is_read("image/svg+xml")
    (True, False, False)
    """
    return kind in _TYPES or _KINDS.fullmatch(kind) is not None
