"""The audit log: every entry is bound to the one before, and the database keeps all of them."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from tests.desk.made import NOW

from casus.desk.auditing import audit, broken_links
from casus.desk.store.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_entries_are_numbered_and_chained() -> None:
    """Each carries the digest of the one before."""
    first, second = (audit("ann", "did", f"thing {n}", at=NOW, n=n) for n in range(2))
    assert (first.number, second.number) == (1, 2)
    assert second.before == first.digest
    assert list(broken_links()) == []


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_or_drop_an_entry(act: str) -> None:
    """Whoever tries, by whatever way, is refused by the database itself."""
    audit("ann", "did", "a thing", at=NOW)
    entries = AuditEntry.objects.all()
    tamper = partial(entries.update, by="somebody else") if act == "update" else entries.delete
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        tamper()
    assert AuditEntry.objects.get().by == "ann"


def test_a_change_made_behind_the_guard_is_found() -> None:
    """Even where somebody lifts the guard, the chain tells which entry is not as it was written."""
    for n in range(3):
        audit("ann", "did", f"thing {n}", at=NOW)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_kept_update")
        else:
            cursor.execute("DROP TRIGGER audit_kept ON store_auditentry")
        cursor.execute("UPDATE store_auditentry SET target = 'another' WHERE number = 2")
    (problem,) = broken_links()
    assert problem.where == "audit log, entry 2"
