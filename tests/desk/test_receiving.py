"""Intake: what came in is kept as it came, once, with what was read in it."""

from __future__ import annotations

import pytest
from tests.desk.made import EXAMPLES, NOW, YEREVAN, take_in

from casus.desk.receiving import keep
from casus.desk.store.models import AuditEntry, Snapshot, StoredReport, StoredStatement
from casus.intake import receive

pytestmark = pytest.mark.django_db


def test_bytes_text_and_statements_are_kept() -> None:
    """The snapshot holds the very bytes; the statements carry their words and what is searched by."""
    (report_id,) = take_in(YEREVAN).new
    stored = StoredReport.objects.get(id=report_id)
    assert bytes(stored.snapshot.content) == (EXAMPLES / YEREVAN).read_bytes()
    assert stored.record.id == report_id
    assert stored.reading is not None
    assert stored.statements.count() == len(stored.reading.statements) > 5
    entered = StoredStatement.objects.filter(actor="AZE MIL", modality="claim").first()
    assert entered is not None
    assert entered.words in stored.record.text
    assert AuditEntry.objects.get().target == report_id


def test_the_same_text_is_not_kept_twice() -> None:
    """Taken in again it is known, by whoever and under whatever name."""
    first, second = take_in(YEREVAN), take_in(YEREVAN, by="bob")
    assert (first.reports, second.new) == (second.reports, ())
    assert StoredReport.objects.count() == Snapshot.objects.count() == AuditEntry.objects.count() == 1


def test_a_copy_is_given_its_origin() -> None:
    """A report that takes over another's text counts as one origin with it."""
    (first,) = take_in(YEREVAN).new
    text = (EXAMPLES / YEREVAN).read_text(encoding="utf-8")
    data = ("「通信社」\n" + text).encode()
    copy, _ = receive(data, name="copy")
    assert copy is not None
    (second,) = keep(data, [copy], by="ann", at=NOW).new
    assert StoredReport.objects.get(id=second).origin == first
