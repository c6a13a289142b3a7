"""Reports taken in by a desk, for its tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from casus.desk.queue import perform, take
from casus.desk.receiving import Received, keep
from casus.desk.store.models import StoredIncident
from casus.desk.tasks import HANDLERS
from casus.intake import receive

NOW = datetime(2021, 5, 17, 9, tzinfo=UTC)
EXAMPLES = Path("examples")
YEREVAN, BAKU, BATKEN = "sevlake-wire.ja.txt", "sevlake-baku.en.txt", "border-post.ja.txt"
DAYS = {YEREVAN: date(2021, 5, 15), BAKU: date(2021, 5, 16), BATKEN: date(2021, 4, 30)}


class Clock:
    """A clock that is moved by hand."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def forward(self, step: timedelta) -> None:
        """Move it."""
        self.now += step


def take_in(name: str, *, by: str = "ann", at: datetime = NOW) -> Received:
    """Take in one of the examples, without working on it."""
    data = (EXAMPLES / name).read_bytes()
    report, problems = receive(data, name=name, published=DAYS[name])
    assert report is not None, problems
    return keep(data, [report], by=by, at=at)


def followed(*names: str) -> StoredIncident:
    """Take in examples and let a worker do all there is to do; give the first one's incident."""
    ids = [take_in(name, at=NOW + timedelta(minutes=n)).reports[0] for n, name in enumerate(names)]
    work(Clock(NOW + timedelta(minutes=len(names))))
    return StoredIncident.objects.get(memberships__report_id=ids[0])


def work(clock: Callable[[], datetime] | None = None) -> int:
    """Do all jobs that may begin; give their number."""
    now = clock or Clock()
    done = 0
    while (job := take("worker", at=now())) is not None:
        assert perform(job, HANDLERS, clock=now), job.says
        done += 1
    return done
