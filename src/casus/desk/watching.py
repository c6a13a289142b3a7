"""Watches: somebody is told by mail or webhook when an answer changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage

from casus.desk.auditing import audit
from casus.desk.queue import Report, enqueue
from casus.desk.refusing import in_words, refusal
from casus.desk.signing import make_secret, signed
from casus.desk.store.models import AuditEntry, FindingChange, StoredIncident, Watch
from casus.errors import CasusError, Problem
from casus.fetch import post

TOLD = "told a watcher"
SALT = "casus.watch"

Post = Callable[..., tuple[int | None, tuple[Problem, ...]]]


def watch(
    incident: StoredIncident,
    *,
    by: str,
    at: datetime,
    treaty: str = "",
    provision: str = "",
    mail: str = "",
    webhook: str = "",
) -> tuple[Watch | None, tuple[Problem, ...]]:
    """Begin to watch an incident's answers, of all instruments or of one provision."""
    if not (mail or webhook):
        return None, (refusal(in_words("at_watch", incident=incident.id), "refused_nowhere_to_tell"),)
    begun = {"by": by, "since": at, "secret": make_secret() if webhook else ""}
    wanted = {"incident": incident, "treaty": treaty, "provision": provision, "mail": mail, "webhook": webhook}
    row, made = Watch.objects.get_or_create(**wanted, active=True, defaults=begun)
    if made:
        audit(by, "began a watch", incident.id, at=at, watch=row.id, treaty=treaty, provision=provision)
    return row, ()


def stop(row: Watch, *, by: str, at: datetime) -> None:
    """End a watch."""
    if Watch.objects.filter(id=row.id, active=True).update(active=False):
        audit(by, "ended a watch", row.incident_id, at=at, watch=row.id)


def token(row: Watch) -> str:
    """Give the word that ends a watch by link."""
    return signing.dumps(row.id, salt=SALT)


def by_token(said: str) -> Watch | None:
    """Give the watch a link is about; None where the link is none of ours."""
    try:
        number = signing.loads(said, salt=SALT)
    except signing.BadSignature:
        return None
    return Watch.objects.filter(id=number).first()


def queue_tellings(incident: StoredIncident, changes: Sequence[FindingChange], *, at: datetime) -> int:
    """Queue the telling of those whose watch some changes touch; give their number."""
    queued = 0
    for row in Watch.objects.filter(incident=incident, active=True) if changes else ():
        touched = [c.pk for c in changes if row.treaty in {"", c.treaty} and row.provision in {"", c.provision}]
        if touched:
            enqueue("tell", {"watch": row.id, "changes": touched}, key=f"watch {row.id} of {touched[0]}", at=at)
            queued += 1
    return queued


def tell(arguments: Mapping[str, object], report: Report, at: datetime, *, send: Post = post) -> dict[str, object]:
    """Tell a watcher of changes, by each of his ways once; what fails is tried again. Raises CasusError then."""
    row = Watch.objects.select_related("incident").filter(id=int(str(arguments["watch"])), active=True).first()
    given = arguments["changes"]
    numbers = [int(n) for n in given] if isinstance(given, list) else []
    changes = list(FindingChange.objects.filter(pk__in=numbers).order_by("pk"))
    if row is None or not changes:
        return {"told": 0}
    told = 0
    for way, address, by_way in (("mail", row.mail, _mail), ("webhook", row.webhook, _webhook(send, at))):
        target = f"watch {row.id} by {way} of {numbers[0]}"
        if address and not AuditEntry.objects.filter(does=TOLD, target=target).exists():
            report(0.3, f"telling by {way}")
            by_way(row, changes)
            audit("casus", TOLD, target, at=at, incident=row.incident_id, changes=numbers)
            told += 1
    return {"told": told}


def _address(row: Watch) -> str:
    return f"{settings.CASUS.url}/p/{row.incident_id}/"


def _mail(row: Watch, changes: Sequence[FindingChange]) -> None:
    lines = [f"{c.treaty} {c.provision}: {c.before or '-'} > {c.after or '-'}\n  {c.cause}\n  {c.why}" for c in changes]
    ends = f"To be told no longer: {settings.CASUS.url}/watches/{token(row)}/"
    body = "\n\n".join((str(row.incident), *lines, _address(row), ends))
    subject = f"Changed, not a judgement: {changes[0].treaty} {changes[0].provision}"
    EmailMessage(subject, body, to=[row.mail]).send()


def _webhook(send: Post, at: datetime) -> Callable[[Watch, Sequence[FindingChange]], None]:
    def by_webhook(row: Watch, changes: Sequence[FindingChange]) -> None:
        names = ("question", "treaty", "provision", "before", "after", "why", "cause")
        name = f"watch-{row.id}-{changes[0].pk}"
        said = {
            "id": name,
            "incident": row.incident_id,
            "page": _address(row),
            "changes": [{n: getattr(c, n) for n in names} | {"at": c.at.isoformat()} for c in changes],
        }
        body = json.dumps(said, ensure_ascii=False).encode()
        _, problems = send(row.webhook, body, headers=signed(row.secret, name, body, at=at))
        if problems:
            raise CasusError("; ".join(p.line() for p in problems))

    return by_webhook
