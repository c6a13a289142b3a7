"""Watches: a change that touches one is told once, by mail and webhook, and tried again where that fails."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core import mail
from tests.desk.made import NOW, YEREVAN, followed, work
from tests.desk.test_publishing import nobody_entered

from casus.desk.store.models import AuditEntry, FindingChange, Job, Watch
from casus.desk.watching import by_token, stop, tell, token, watch
from casus.errors import CasusError, Problem

pytestmark = pytest.mark.django_db


def silent(share: float, says: str) -> None:
    """Hear of progress."""
    del share, says


def sender(sent: list[bytes], *, fails: bool = False) -> Callable[..., tuple[int | None, tuple[Problem, ...]]]:
    """Give a webhook's other end."""

    def send(url: str, body: bytes) -> tuple[int | None, tuple[Problem, ...]]:
        sent.append(body)
        return (None, (Problem(where=url, what="the server answered 500"),)) if fails else (204, ())

    return send


def test_a_change_is_told_by_mail_once() -> None:
    """Only those are told whose provision changed; a job done twice tells once."""
    incident = followed(YEREVAN)
    watch(incident, by="ann", at=NOW, treaty="cst-1992", mail="ann@example.org")
    watch(incident, by="ann", at=NOW, treaty="no-such-treaty", mail="bob@example.org")
    nobody_entered(incident, NOW)
    job = Job.objects.get(kind="tell")
    work()
    (message,) = mail.outbox
    assert message.to == ["ann@example.org"]
    assert "cst-1992" in message.body
    assert "joint survey" in message.body
    assert tell(job.arguments, silent, NOW) == {"told": 0}
    assert len(mail.outbox) == 1


def test_a_webhook_is_tried_again_and_the_mail_not_sent_twice() -> None:
    """What failed is trouble for the queue; what was told stays told."""
    incident = followed(YEREVAN)
    watch(incident, by="ann", at=NOW, mail="ann@example.org", webhook="https://example.org/hook")
    nobody_entered(incident, NOW)
    arguments = Job.objects.get(kind="tell").arguments
    sent: list[bytes] = []
    with pytest.raises(CasusError, match="500"):
        tell(arguments, silent, NOW, send=sender(sent, fails=True))
    assert tell(arguments, silent, NOW, send=sender(sent)) == {"told": 1}
    said = json.loads(sent[-1])
    assert said["incident"] == incident.id
    assert {c["question"] for c in said["changes"]} <= set(FindingChange.objects.values_list("question", flat=True))
    assert len(mail.outbox) == 1
    assert AuditEntry.objects.filter(does="told a watcher").count() == 2


def test_a_watch_ends_by_link_and_tells_no_more() -> None:
    """The word in the mail names one watch; another word names none."""
    incident = followed(YEREVAN)
    assert watch(incident, by="ann", at=NOW)[0] is None
    row, _ = watch(incident, by="ann", at=NOW, mail="ann@example.org")
    assert row is not None
    assert watch(incident, by="bea", at=NOW, mail="ann@example.org")[0] == row
    assert by_token(token(row)) == row
    assert by_token("nonsense") is None
    stop(row, by="reader", at=NOW)
    nobody_entered(incident, NOW)
    assert not Job.objects.filter(kind="tell").exists()
    assert not Watch.objects.get().active
