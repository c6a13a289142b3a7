"""Whether a desk is sound: what is wrong is named with what to do."""

from __future__ import annotations

import pytest
from django.db import connection
from tests.desk.made import NOW, YEREVAN, take_in

from casus.desk.auditing import audit
from casus.desk.queue import enqueue
from casus.desk.soundness import faults
from casus.desk.store.models import Job, OwnFeed, StoredReport

pytestmark = pytest.mark.django_db


def test_a_desk_in_order_has_no_faults() -> None:
    """Taken in, nothing given up, the log whole."""
    take_in(YEREVAN)
    assert list(faults()) == []


def test_work_that_was_given_up_is_named() -> None:
    """With what went wrong, and how to go on."""
    job = enqueue("place", {}, key="x", at=NOW)
    Job.objects.filter(id=job.id).update(state=Job.FAILED, says="OSError: disk full")
    (problem,) = faults()
    assert "disk full" in problem.line()
    assert problem.hint


def test_a_feed_in_trouble_and_a_report_unread_are_named() -> None:
    """The feed by its address; reports by their number."""
    OwnFeed.objects.create(address="https://example.org/f", added_by="ann", next_poll=NOW, trouble="no answer")
    take_in(YEREVAN)
    StoredReport.objects.update(reading=None)
    assert [p.where for p in faults()] == ["https://example.org/f", "reports"]


def test_a_log_that_was_tampered_with_is_named() -> None:
    """The entry that is not as it was written."""
    audit("ann", "did", "a thing", at=NOW)
    trigger = {"sqlite": "DROP TRIGGER audit_kept_update", "postgresql": "DROP TRIGGER audit_kept ON store_auditentry"}
    with connection.cursor() as cursor:
        cursor.execute(trigger[connection.vendor])
        cursor.execute("UPDATE store_auditentry SET target = 'another'")
    assert [p.where for p in faults()] == ["audit log, entry 1"]


def test_tables_that_wait_for_a_change_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """And with them the command that makes it."""
    from django.db.migrations.executor import MigrationExecutor

    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: ["a change"])
    (problem,) = faults()
    assert problem.hint == "casus desk migrate"
