"""Jobs: queued once, taken by one worker, tried again when their worker dies or they run into trouble."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from tests.desk.made import NOW, Clock

from casus.desk.queue import BACKOFF, LEASE, MAX_TRIES, Report, enqueue, perform, retry, take
from casus.desk.store.models import Job

pytestmark = pytest.mark.django_db


def nothing(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Do nothing and say so."""
    del arguments, at
    report(0.5, "half way")
    return {"did": "nothing"}


def fails(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Run into trouble."""
    del arguments, report, at
    raise OSError("disk full")


def test_a_job_waiting_under_a_key_is_not_queued_twice() -> None:
    """The one that waits stands for both; once it is taken, another may be queued."""
    first, second = enqueue("a", {}, key="x", at=NOW), enqueue("a", {}, key="x", at=NOW)
    assert first.id == second.id
    assert take("w", at=NOW) is not None
    assert enqueue("a", {}, key="x", at=NOW).id != first.id


def test_a_job_is_taken_by_one_worker() -> None:
    """While the lease runs nobody else gets it; when it has run out, somebody does."""
    enqueue("a", {}, at=NOW)
    assert take("one", at=NOW) is not None
    assert take("two", at=NOW + LEASE / 2) is None
    again = take("two", at=NOW + 2 * LEASE)
    assert again is not None
    assert (again.leased_by, again.tries) == ("two", 2)


def test_a_job_done_tells_its_result() -> None:
    """Progress while it runs, the result at the end."""
    enqueue("a", {}, at=NOW)
    job = take("w", at=NOW)
    assert job is not None
    assert perform(job, {"a": nothing}, clock=Clock())
    job.refresh_from_db()
    assert (job.state, job.result, job.says, job.ended_at) == (Job.DONE, {"did": "nothing"}, "half way", NOW)


def test_trouble_is_told_and_tried_again_later_each_time() -> None:
    """After the last try a job is given up, and can be given its tries anew."""
    enqueue("a", {}, at=NOW)
    clock = Clock()
    waits = []
    while (job := take("w", at=clock())) is not None:
        assert not perform(job, {"a": fails}, clock=clock)
        job.refresh_from_db()
        assert "disk full" in job.says
        waits.append(job.not_before - clock())
        clock.now = max(clock.now, job.not_before)
    assert waits[: MAX_TRIES - 1] == [BACKOFF * 2**n for n in range(MAX_TRIES - 1)]
    given_up = Job.objects.get()
    assert given_up.state == Job.FAILED
    retry(given_up, at=clock())
    assert take("w", at=clock()) is not None


def test_an_unknown_kind_is_trouble_and_no_crash() -> None:
    """A job of a kind that nobody knows is told as such."""
    enqueue("fly", {}, at=NOW)
    job = take("w", at=NOW)
    assert job is not None
    assert not perform(job, {}, clock=Clock())
    assert "'fly'" in Job.objects.get().says


def test_a_job_may_have_to_wait() -> None:
    """Nothing begins before its time."""
    enqueue("a", {}, at=NOW, not_before=NOW + timedelta(hours=1))
    assert take("w", at=NOW) is None
    assert take("w", at=NOW + timedelta(hours=1)) is not None
