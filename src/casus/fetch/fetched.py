"""What a fetch brings: the bytes as received and what the server said of them."""

from __future__ import annotations

from datetime import datetime

from casus.records.base import Record


class Fetched(Record, frozen=True, kw_only=True):
    """One answer, unpacked."""

    body: bytes
    final_url: str
    """The address that gave it, after all redirects."""
    content_type: str
    """In small letters without parameters; empty where the server gave none."""
    charset: str | None = None
    status: int = 200
    fetched_at: datetime | None = None
    """As the caller gave it: no clock is read here."""
    etag: str | None = None
    last_modified: str | None = None
