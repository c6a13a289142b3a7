"""A disk that is full, a database that is locked or away: told in words, nothing lost, nothing half kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from tests.desk.conftest import signed_in
from tests.desk.made import EXAMPLES, NOW, YEREVAN, followed

from casus.desk.auditing import broken_links
from casus.desk.backup import backup
from casus.desk.pages.trouble import kind_of
from casus.desk.publishing import draft
from casus.desk.store.models import AuditEntry, Job, Publication, Snapshot, StoredReport

FULL_EN = "disk is full"
ROOMY = 1_000_000_000


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the database have no page more than it has; one that takes no limit fails as on a full disk."""
    if connection.vendor != "sqlite":
        with connection.execute_wrapper(_no_room):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA max_page_count = {ROOMY}")


def _no_room(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
    if sql.startswith("INSERT"):
        raise OperationalError('could not extend file "base/1": No space left on device')
    return execute(sql, params, many, context)


def counts() -> dict[str, int]:
    """Count what the desk keeps."""
    return {m.__name__: m._default_manager.count() for m in (Snapshot, StoredReport, Job, Publication, AuditEntry)}


@pytest.fixture
def emptied(transactional_db: None) -> Iterator[None]:  # noqa: ARG001  the fixture opens the database
    """Lift the log's guard when a test is over, so that the tables can be emptied for the next one."""
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE store_auditentry DISABLE TRIGGER audit_kept")
        for when in ("update", "delete") if connection.vendor == "sqlite" else ():
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_kept_{when}")


@pytest.mark.usefixtures("emptied")
@pytest.mark.django_db(transaction=True)
def test_on_a_full_disk_intake_and_publishing_say_so_and_lose_nothing() -> None:
    """Each answers 503 in words; afterwards everything is as before, and works again once there is room."""
    editor = signed_in("editor")
    incident = followed(YEREVAN)
    row, _ = draft(incident, by="ann", at=NOW)
    assert row is not None
    browser = Client(raise_request_exception=False)
    browser.cookies = editor.cookies
    text = (EXAMPLES / YEREVAN).read_text(encoding="utf-8") + "\nAn end of its own.\n" + "word " * 4_000
    asked = {
        "/intake/": {"text": text, "published": "2021-05-15"},
        f"/incidents/{incident.id}/drafts/": {"correction": ""},
        f"/incidents/{incident.id}/drafts/{row.number}/publish/": {},
    }
    before = counts()
    with full_disk():
        refused = {address: browser.post(address, form | {"lang": "en"}) for address, form in asked.items()}
    assert counts() == before
    assert list(broken_links()) == []
    told = {address: (a.status_code, FULL_EN in a.content.decode()) for address, a in refused.items()}
    assert {said for address, said in told.items() if "publish/" not in address} == {(503, True)}
    for address, form in asked.items():
        assert browser.post(address, form).status_code == 302, address
    assert StoredReport.objects.count() == 2
    assert Publication.objects.filter(published_at__isnull=False).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_upload_without_room_is_told_in_words(
    analyst: Client, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """What does not fit on the disk while it comes in is refused before anything is made of it."""

    def no_room(*given: object, **more: object) -> None:
        del given, more
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", no_room)
    analyst.raise_request_exception = False
    big = SimpleUploadedFile("big.txt", b"word " * 1_200_000)
    answer = analyst.post(f"/intake/?lang={language}", {"file": big})
    assert answer.status_code == 503
    assert {"en": FULL_EN, "ja": "ディスクがいっぱい"}[language] in answer.content.decode()
    assert not StoredReport.objects.exists()


@pytest.mark.usefixtures("emptied")
@pytest.mark.django_db(transaction=True)
def test_a_backup_without_room_leaves_the_one_before(tmp_path: Path) -> None:
    """The system refuses to write on; the older file is whole, no part is left, and the error says why."""
    resource = pytest.importorskip("resource")
    followed(YEREVAN)
    file = tmp_path / "desk.backup"
    backup(file)
    before = file.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OSError, match="too large") as trouble:
            backup(file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kind_of(trouble.value) == "full"
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


LOCKED = """
import os, sqlite3, sys, threading
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, first_admin, set_up
set_up(configuration())
bring_up_to_date()
first_admin()
from django.conf import settings
from django.db import connection
from django.contrib.auth.models import User
from django.test import Client
other = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None, check_same_thread=False)
browser = Client(raise_request_exception=False)
browser.force_login(User.objects.get())
def write():
    said = {"text": "Talks go on.", "language": "en", "source": "wire"}
    answer = browser.post("/shorts/new/?lang=en", said)
    return answer.status_code, answer.content.decode()[:60], answer.headers.get("Retry-After")
other.execute("BEGIN IMMEDIATE")
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(browser.get("/").status_code)
connection.cursor().execute("PRAGMA busy_timeout = 50")
print(*write())
connection.close()
threading.Timer(0.2, other.execute, ["ROLLBACK"]).start()
print(write()[0])
"""


def test_a_locked_database_is_waited_for_and_then_told(tmp_path: Path) -> None:
    """Readers go on; who writes waits while another does, and past the limit is told to come again."""
    env = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    env |= {"CASUS_DESK_DIR": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-c", LOCKED]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    lines = done.stdout.splitlines()
    assert lines[0] == "200", done.stderr
    assert lines[1].startswith("503 The database is busy")
    assert lines[1].endswith("30")
    assert lines[2] == "302"


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (OperationalError("database is locked"), "busy"),
        (OperationalError("database or disk is full"), "full"),
        (OperationalError('connection to server at "10.0.0.5" failed for user "casus"'), "away"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(2, "no such file"), ""),
        (ValueError("x"), ""),
    ],
)
def test_trouble_is_named_without_the_databases_own_words(trouble: Exception, kind: str) -> None:
    """Hosts and users are for the log."""
    assert kind_of(trouble) == kind


@pytest.mark.django_db
def test_a_fault_of_its_own_is_told_in_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it reaches the reader but that it happened."""

    def broken(*given: object) -> None:
        del given
        raise ValueError("a secret path")

    monkeypatch.setattr("casus.desk.pages.home.latest", broken)
    client.raise_request_exception = False
    answer = client.get("/", {"lang": "en"})
    assert answer.status_code == 500
    assert "fault of its own" in answer.content.decode()
    assert "secret" not in answer.content.decode()
