"""Work for the worker: queued once, taken under a lease, tried again, its progress shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from casus.desk.store.models import Job

LEASE = timedelta(minutes=5)
MAX_TRIES = 5
BACKOFF = timedelta(seconds=20)

Report = Callable[[float, str], None]
"""Tells how far a job is: share done, and what it is at."""
Handler = Callable[[Mapping[str, object], Report, datetime], dict[str, object]]
"""Does a job of one kind; doing it twice must leave what doing it once leaves."""


def enqueue(
    kind: str,
    arguments: Mapping[str, object],
    *,
    at: datetime,
    key: str = "",
    by: str = "",
    not_before: datetime | None = None,
) -> Job:
    """Queue a job; where one of the same kind and key waits already, that one stands for it."""
    with transaction.atomic():
        waiting = Job.objects.filter(kind=kind, key=key, state=Job.WAITING).first() if key else None
        return waiting or Job.objects.create(
            kind=kind, key=key, arguments=dict(arguments), by=by, queued_at=at, not_before=not_before or at
        )


def take(worker: str, *, at: datetime) -> Job | None:
    """Take the next job: one that waits and may begin, or one whose worker let its lease run out."""
    with transaction.atomic():
        job = _free(at).first()
        if job is None:
            return None
        job.state, job.leased_by, job.leased_until = Job.RUNNING, worker, at + LEASE
        job.tries += 1
        job.save(update_fields=["state", "leased_by", "leased_until", "tries"])
    return job


def _free(at: datetime) -> QuerySet[Job]:
    due = Q(state=Job.WAITING, not_before__lte=at) | Q(state=Job.RUNNING, leased_until__lt=at)
    jobs = Job.objects.filter(due).order_by("not_before", "id")
    return jobs.select_for_update(skip_locked=True) if connection.vendor == "postgresql" else jobs


def free_of_the_dead(host: str, alive: Callable[[int], bool]) -> int:
    """Put back at once what workers of this host held that are no more; give the number of jobs."""
    held = Job.objects.filter(state=Job.RUNNING, leased_by__startswith=f"{host}:")
    dead = [job.id for job in held if not alive(int(job.leased_by.removeprefix(f"{host}:").split(":")[0]))]
    return Job.objects.filter(id__in=dead, state=Job.RUNNING).update(state=Job.WAITING, leased_until=None)


def perform(job: Job, handlers: Mapping[str, Handler], *, clock: Callable[[], datetime]) -> bool:
    """Do a job that was taken, and note how it ended; trouble puts it back, later each time, until it is given up."""

    def report(share: float, says: str) -> None:
        Job.objects.filter(id=job.id).update(progress=share, says=says, leased_until=clock() + LEASE)

    handler = handlers.get(job.kind)
    if handler is None:
        _failed(job, f"nobody here knows how to do jobs of the kind '{job.kind}'", at=clock())
        return False
    try:
        result = handler(job.arguments, report, clock())
    except Exception as trouble:  # noqa: BLE001  whatever a job runs into, the worker goes on and the trouble is shown
        _failed(job, f"{type(trouble).__name__}: {trouble}", at=clock())
        return False
    job.state, job.progress, job.result, job.ended_at, job.leased_until = Job.DONE, 1.0, result, clock(), None
    job.save(update_fields=["state", "progress", "result", "ended_at", "leased_until"])
    return True


def _failed(job: Job, says: str, *, at: datetime) -> None:
    job.says, job.leased_until = says, None
    if job.tries >= MAX_TRIES:
        job.state, job.ended_at = Job.FAILED, at
    else:
        job.state, job.not_before = Job.WAITING, at + BACKOFF * 2 ** (job.tries - 1)
    job.save(update_fields=["state", "says", "not_before", "leased_until", "ended_at"])


def retry(job: Job, *, at: datetime) -> None:
    """Give a job that was given up its tries anew."""
    job.state, job.tries, job.not_before, job.ended_at = Job.WAITING, 0, at, None
    job.save(update_fields=["state", "tries", "not_before", "ended_at"])
