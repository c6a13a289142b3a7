"""A backup taken while articles come in: it keeps nobody from writing, and gives back one moment, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from tests.desk.made import BATKEN, NOW, YEREVAN, Clock, take_in, work
from tests.desk.test_backup import empty, everything

from casus.desk.backup import backup, restore
from casus.desk.soundness import faults
from casus.desk.store.models import StoredStatement

LOADED = """
import sqlite3, sys, threading, time
from datetime import UTC, date, datetime
from pathlib import Path
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, example, first_admin, set_up
set_up(configuration())
bring_up_to_date()
first_admin()
from django.conf import settings
from django.core import serializers
from casus.desk import backup as room
from casus.desk.store.models import StoredReport
from casus.desk.taking_in import Told, take_bytes
TEXT = example("sevlake-wire.ja.txt").decode()
taken, stop = [], threading.Event()
def take(number):
    at = datetime.now(UTC)
    taken.append(take_bytes(f"{TEXT} {number}".encode(), "pasted", Told(published=date(2021, 5, 15)), by="a", at=at))
def intake():
    number = 100
    while not stop.is_set():
        take(number := number + 1)
for number in range(3):
    take(number)
write, during, moment = room._write, [], {}
def slow(archive, model):
    if not during:
        during.append(StoredReport.objects.count())
        moment.update({room.label(m): m._default_manager.count() for m in room.kept_models()})
        before = len(taken)
        thread.start()
        while len(taken) < before + 3:
            assert thread.is_alive()
            time.sleep(0.01)
    return write(archive, model)
room._write = slow
thread = threading.Thread(target=intake, daemon=True)
rows = room.backup(Path(sys.argv[1]))
stop.set()
thread.join()
print(during[0], StoredReport.objects.count(), rows, sum(moment.values()))
"""


def _run(code: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    env |= {"CASUS_DESK_DIR": str(folder), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603


RESTORED = """
import sys
from pathlib import Path
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, set_up
set_up(configuration())
bring_up_to_date()
from casus.desk.backup import restore
from casus.desk.soundness import faults
from casus.desk.store.models import StoredReport
print(restore(Path(sys.argv[1])), StoredReport.objects.count(), [p.line() for p in faults()])
"""


def test_articles_come_in_while_a_backup_is_taken(tmp_path: Path) -> None:
    """Nobody waits for it; put back elsewhere, the desk is that of the moment it began, and is sound."""
    file = tmp_path / "desk.backup"
    loaded = _run(LOADED, tmp_path / "one", str(file))
    assert loaded.returncode == 0, loaded.stderr[-500:]
    at_its_moment, after, rows, of_that_moment = map(int, loaded.stdout.split())
    assert at_its_moment == 3
    assert after >= 6
    assert rows == of_that_moment
    restored = _run(RESTORED, tmp_path / "two", str(file))
    assert restored.stdout.split(maxsplit=2) == [str(rows), "3", "[]\n"], restored.stderr[-500:]


@pytest.mark.django_db(transaction=True)
def test_a_desk_that_was_put_back_goes_on(tmp_path: Path) -> None:
    """What comes in afterwards is numbered after what was put back, on either database."""
    take_in(YEREVAN, at=NOW + timedelta(microseconds=123_456))
    work(Clock(NOW + timedelta(minutes=1)))
    file, before = tmp_path / "desk.backup", everything()
    backup(file)
    highest = StoredStatement.objects.order_by("-pk").values_list("pk", flat=True)[0]
    empty()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ALTER SEQUENCE store_storedstatement_id_seq RESTART")
    restore(file)
    assert everything() == before
    take_in(BATKEN, at=NOW)
    work()
    assert StoredStatement.objects.order_by("-pk").values_list("pk", flat=True)[0] > highest
    assert list(faults()) == []
