"""What every record is: frozen, keyword-only, strict about its fields."""

from __future__ import annotations

import hashlib

import msgspec

Span = tuple[int, int]
"""Half-open character offsets ``[start, end)`` into a report's text."""

Words = dict[str, str]
"""One saying in several languages: ISO 639-1 code to text; ``en`` is always there."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An immutable, typed record with named fields only."""


def content_id(prefix: str, *parts: object) -> str:
    """Build an id from content: the prefix and twelve hex digits of a SHA-256 over the parts.

    >>> content_id("case", "AZE", "ARM", "2021-05-12")
    'case-f0c2e58c549c'
    """
    digest = hashlib.sha256(msgspec.json.encode([str(p) for p in parts])).hexdigest()
    return f"{prefix}-{digest[:12]}"
