"""What a fetch brings: the bytes as received and what the server said of them."""

from __future__ import annotations

from datetime import datetime

from casus.records.base import Record


class Known(Record, frozen=True, kw_only=True):
    """What a server said of an answer had before: sent along, it saves sending again what has not changed."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(Record, frozen=True, kw_only=True):
    """One answer, unpacked."""

    body: bytes
    final_url: str
    """The address that gave it, after all redirects."""
    content_type: str
    """In small letters without parameters; empty where the server gave none."""
    charset: str | None = None
    status: int = 200
    """304: nothing has changed since what was known, and the body is empty."""
    fetched_at: datetime | None = None
    """As the caller gave it: no clock is read here."""
    etag: str | None = None
    last_modified: str | None = None
