"""A disk that is really full and a database that is held exclusively: the worker waits, nothing of its work is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError
from tests.desk.made import NOW, YEREVAN, Clock, take_in, work

from casus.desk.auditing import broken_links
from casus.desk.queue import perform, take
from casus.desk.store.models import AuditEntry, Job, StoredIncident
from casus.desk.tasks import HANDLERS

START = """
import os, sys, sqlite3, threading
from datetime import date
from pathlib import Path
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, example, first_admin, set_up
set_up(configuration())
bring_up_to_date()
first_admin()
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone
from casus.desk.soundness import faults
from casus.desk.store.models import Job, StoredReport
from casus.desk.tokens import make_token
from casus.desk.worker import run_worker
TEXT = example("sevlake-wire.ja.txt").decode()
TOKEN = make_token("for a test", "analyst", by="boss", at=timezone.now())
browser = Client(raise_request_exception=False)
browser.force_login(User.objects.get())
def paste(more):
    said = {"text": TEXT + more, "published": "2021-05-15"}
    answer = browser.post("/intake/?lang=en", said)
    return answer.status_code, answer.content.decode()[:60]
def sign_in():
    said = {"login": "ann", "password": "a long password"}
    answer = Client(raise_request_exception=False).post("/accounts/login/?lang=en", said)
    return answer.status_code, answer.content.decode()[:60]
def by_token():
    token = {"Authorization": "Bearer " + TOKEN}
    given = {"data": {"text": TEXT}, "content_type": "application/json", "headers": token}
    answer = Client(raise_request_exception=False).post("/api/v1/intake", **given)
    return answer.status_code, answer.headers["Content-Type"], answer.headers["Retry-After"], answer.json()["detail"]
def worker(until):
    stop, heard = threading.Event(), []
    def told(says):
        heard.append(says)
        if until(says):
            stop.set()
    run_worker(stop, clock=timezone.now, told=told, idle_s=0.01)
    return heard
"""
FULL = (
    START
    + """
paste(" one")
folder = Path(os.environ["CASUS_DESK_DIR"])
room = os.statvfs(folder)
(folder / "ballast").write_bytes(bytes(room.f_bavail * room.f_frsize))
print(*paste(" two"))
before = StoredReport.objects.count()
print(worker(lambda says: True)[0])
(folder / "ballast").unlink()
print(before, Job.objects.exclude(state=Job.DONE).count(), list(faults()))
print(*paste(" two")[:1])
Job.objects.update(not_before=timezone.now(), leased_until=timezone.now())
left = {str(n) for n in Job.objects.exclude(state=Job.DONE).values_list("key", flat=True)}
worker(lambda says: left.discard(says.split()[1].removesuffix(":")) or not left)
print(StoredReport.objects.count(), Job.objects.exclude(state=Job.DONE).count(), list(faults()))
"""
)
HELD = (
    START
    + """
connection.cursor().execute("PRAGMA busy_timeout = 50")
paste(" one")
other = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None, check_same_thread=False)
other.execute("BEGIN EXCLUSIVE")
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(browser.get("/").status_code)
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(*paste(" two"))
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(sign_in())
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(*by_token())
def heard(says):
    if "locked" in says:
        other.execute("ROLLBACK")
    return says.startswith("place")
settings.DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA busy_timeout = 50"
connection.close()
said = worker(heard)
print(said[0])
print(said[-1].endswith("done"), StoredReport.objects.count(), list(faults()))
"""
)


def _run(code: str, folder: Path) -> list[str]:
    env = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    env |= {"CASUS_DESK_DIR": str(folder), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    assert done.returncode == 0, done.stderr[-600:]
    return done.stdout.splitlines()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of thirty megabytes."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("this machine has no mount")
    command = [mount, "-t", "tmpfs", "-o", "size=30m", "casus-test", str(tmp_path)]
    if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no disk may be mounted here")
    yield tmp_path
    subprocess.run([umount, str(tmp_path)], check=True)  # noqa: S603


def test_a_disk_that_is_full_is_told_and_what_was_queued_is_done_when_there_is_room(small_disk: Path) -> None:
    """Readers are told, the worker waits, and neither what was there nor the log is harmed."""
    refused, waits, then, again, after = _run(FULL, small_disk / "desk")
    assert refused.startswith("503 The desk's disk is full")
    assert "disk is full" in waits or "disk I/O error" in waits
    assert then == "1 1 []"
    assert again == "302"
    assert after == "2 0 []"


def test_a_database_held_exclusively_is_told_and_the_worker_goes_on_when_it_is_free(tmp_path: Path) -> None:
    """Who writes, signs in or sends by a program is told to come again, not that he was hasty; the worker tries on."""
    reads, refused, signs_in, by_token, waits, after = _run(HELD, tmp_path)
    assert reads == "200"
    assert refused.startswith("503 The database is busy")
    assert signs_in.startswith("(503, 'The database is busy")
    assert by_token.startswith("503 application/problem+json 30 the database is busy")
    assert "locked" in waits
    assert after == "True 1 []"


@pytest.mark.django_db
def test_a_disk_that_fills_in_the_middle_of_work_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last thing written of an incident fails: no part of it is kept, the job waits and is done later."""
    take_in(YEREVAN)
    before = AuditEntry.objects.count()

    def no_room(*given: object, **more: object) -> None:
        del given, more
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr("casus.desk.assessing.keep_brief", no_room)
        job = take("worker", at=NOW)
        assert job is not None
        assert not perform(job, HANDLERS, clock=Clock())
    assert (job.state, "disk is full" in job.says) == (Job.WAITING, True)
    assert (StoredIncident.objects.count(), AuditEntry.objects.count()) == (0, before)
    work(Clock(job.not_before))
    assert StoredIncident.objects.count() == 1
    assert list(broken_links()) == []
