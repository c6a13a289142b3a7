"""The audit log: who did what when, each entry bound to the one before, none ever changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db import connection, transaction

from casus.desk.store.models import AuditEntry
from casus.errors import Problem

LOCK = 0x0CA505
"""Number of the lock that writers of the log take one after the other on PostgreSQL; SQLite has one writer anyhow."""


def audit(by: str, does: str, target: str, /, *, at: datetime, **details: object) -> AuditEntry:
    """Add an entry in the transaction of the act itself, so that neither is kept without the other."""
    with transaction.atomic():
        one_at_a_time()
        last = AuditEntry.objects.order_by("-number").first()
        entry = AuditEntry(
            number=last.number + 1 if last else 1,
            at=at,
            by=by,
            does=does,
            target=target,
            details=details,
            before=last.digest if last else "",
        )
        entry.digest = digest(entry)
        entry.save(force_insert=True)
    return entry


def one_at_a_time() -> None:
    """Let this transaction wait until no other is between this line and its end, whatever the process."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def digest(entry: AuditEntry) -> str:
    """Give an entry's digest (SHA-256) over all it says and the digest of the one before."""
    said: Mapping[str, object] = {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "does": entry.does,
        "target": entry.target,
        "details": entry.details,
        "before": entry.before,
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def broken_links() -> Iterator[Problem]:
    """Name the entries that were changed, lost or put in: an empty answer means that the log is whole."""
    before, expected = "", 1
    for entry in AuditEntry.objects.order_by("number").iterator():
        where = f"audit log, entry {entry.number}"
        if entry.number != expected:
            yield Problem(where=where, what=f"entry {expected} is missing before it")
        elif entry.before != before:
            yield Problem(where=where, what="it does not follow on the entry before it")
        elif digest(entry) != entry.digest:
            yield Problem(where=where, what="it is not as it was written")
        before, expected = entry.digest, entry.number + 1
