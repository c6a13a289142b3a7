"""The worker: does what is queued until told to stop, and asks feeds when they are due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import pytest
from tests.desk.made import NOW, Clock

from casus.desk.queue import Handler, Report, enqueue
from casus.desk.store.models import Job, OwnFeed
from casus.desk.worker import LOOKS_EVERY, name_of_worker, run_worker

pytestmark = pytest.mark.django_db


def stopping(stop: threading.Event, after: int) -> Handler:
    """Give a job's doing that stops its worker when it was done some times."""
    times: list[object] = []

    def do(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
        del report, at
        times.append(arguments)
        if len(times) == after:
            stop.set()
        return {}

    return do


def run(stop: threading.Event, handlers: Mapping[str, Handler], told: Callable[[str], None] = lambda _: None) -> int:
    """Run a worker whose clock stands still, without closing the test's own connection."""
    return run_worker(stop, clock=Clock(), handlers=handlers, told=told, idle_s=0.0, between=lambda: None)


def test_it_does_what_is_queued_and_tells_of_each() -> None:
    """Until told to stop; what it could not do is told with the trouble."""
    stop, heard = threading.Event(), list[str]()
    for n in range(3):
        enqueue("a", {"n": n}, key=str(n), at=NOW)
    enqueue("b", {}, key="x", at=NOW - timedelta(minutes=1))
    assert run(stop, {"a": stopping(stop, 3)}, heard.append) == 4
    assert heard[0].startswith("b x: nobody here knows")
    assert heard[1:] == ["a 0: done", "a 1: done", "a 2: done"]
    assert set(Job.objects.filter(kind="a").values_list("state", flat=True)) == {Job.DONE}


def test_it_takes_up_what_a_killed_worker_held() -> None:
    """A job under a lease that has run out is done by the next one."""
    stop = threading.Event()
    job = enqueue("a", {}, at=NOW)
    Job.objects.filter(id=job.id).update(state=Job.RUNNING, leased_by="gone", leased_until=NOW - timedelta(seconds=1))
    assert run(stop, {"a": stopping(stop, 1)}) == 1
    job.refresh_from_db()
    assert (job.state, job.leased_by) == (Job.DONE, name_of_worker())


def test_it_asks_feeds_that_are_due_and_no_others() -> None:
    """A due feed becomes a job; one whose time has not come, or that was stopped, does not."""
    stop = threading.Event()
    for n, (due, active) in enumerate([(NOW, True), (NOW + LOOKS_EVERY, True), (NOW, False)]):
        OwnFeed.objects.create(address=f"https://example.org/{n}", added_by="ann", next_poll=due, active=active)
    assert run(stop, {"poll": stopping(stop, 1)}) == 1
    (job,) = Job.objects.all()
    assert job.arguments == {"feed": OwnFeed.objects.get(address="https://example.org/0").id}


def test_a_database_that_fails_once_does_not_end_the_worker() -> None:
    """Trouble in taking a job is told, and the worker goes on."""
    stop, heard = threading.Event(), list[str]()
    enqueue("a", {}, at=NOW)
    calls = iter([True])

    def between() -> None:
        if next(calls, False):
            from django.db import OperationalError

            raise OperationalError("database is locked")

    run_worker(stop, clock=Clock(), handlers={"a": stopping(stop, 1)}, told=heard.append, idle_s=0.0, between=between)
    assert heard == ["the database: database is locked", "a : done"]
