"""Watches: a change that touches one is told once, by mail and webhook, and tried again where that fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import pytest
from django.core import mail
from tests.desk.made import NOW, YEREVAN, followed, work
from tests.desk.test_publishing import nobody_entered

from casus.desk.signing import make_secret, signed
from casus.desk.store.models import AuditEntry, FindingChange, Job, Watch
from casus.desk.watching import by_token, stop, tell, token, watch
from casus.errors import CasusError, Problem
from casus.fetch import post

pytestmark = pytest.mark.django_db
Sent = tuple[bytes, Mapping[str, str]]
"""What was sent to a webhook, and the headers that went with it."""


def silent(share: float, says: str) -> None:
    """Hear of progress."""
    del share, says


def sender(sent: list[Sent], *, fails: bool = False) -> Callable[..., tuple[int | None, tuple[Problem, ...]]]:
    """Give a webhook's other end."""

    def send(url: str, body: bytes, *, headers: Mapping[str, str]) -> tuple[int | None, tuple[Problem, ...]]:
        sent.append((body, headers))
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
    sent: list[Sent] = []
    with pytest.raises(CasusError, match="500"):
        tell(arguments, silent, NOW, send=sender(sent, fails=True))
    assert tell(arguments, silent, NOW, send=sender(sent)) == {"told": 1}
    body, headers = sent[-1]
    said = json.loads(body)
    assert said["incident"] == incident.id
    assert {c["question"] for c in said["changes"]} <= set(FindingChange.objects.values_list("question", flat=True))
    assert len(mail.outbox) == 1
    assert headers == signed(Watch.objects.get().secret, said["id"], body, at=NOW)
    assert headers != signed(make_secret(), said["id"], body, at=NOW)
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


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/hook", "http://[::ffff:10.0.0.1]/", "http://2130706433/", "http://0x7f.1/", "http://localhost/"],
)
def test_no_webhook_leads_inside(address: str) -> None:
    """However the address is written; the queue has the reason and nothing is told."""
    incident = followed(YEREVAN)
    watch(incident, by="ann", at=NOW, webhook=address)
    nobody_entered(incident, NOW)
    with pytest.raises(CasusError):
        tell(Job.objects.get(kind="tell").arguments, silent, NOW)
    assert not AuditEntry.objects.filter(does="told a watcher").exists()


@pytest.mark.parametrize("inside", [["10.0.0.1"], ["::ffff:127.0.0.1"], ["8.8.8.8", "192.168.1.1"]])
def test_no_name_of_a_webhook_leads_inside(inside: Sequence[str]) -> None:
    """One private address among those of a name is enough."""
    incident = followed(YEREVAN)
    watch(incident, by="ann", at=NOW, webhook="https://hooks.example/x")
    nobody_entered(incident, NOW)

    def resolver(host: str, port: int) -> Sequence[str]:
        del host, port
        return inside

    with pytest.raises(CasusError, match="leads to"):
        tell(Job.objects.get(kind="tell").arguments, silent, NOW, send=partial(post, resolver=resolver))


def test_the_signature_is_that_of_the_standard() -> None:
    """By the example of Standard Webhooks' own reference libraries."""
    at = datetime.fromtimestamp(1614265330, tz=UTC)
    name, secret = "msg_p5jXN8AQM9LWM0D4loKWxJek", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    headers = signed(secret, name, b'{"test": 2432232314}', at=at)
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
