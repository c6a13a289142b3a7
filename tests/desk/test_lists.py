"""Lists of published pages: what they read of a version, which states they are of, and versions from before."""

from __future__ import annotations

import os
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.desk.made import BATKEN, YEREVAN, followed
from tests.desk.test_publishing import LATER, nobody_entered, published

from casus.desk.pages.phrases import phrase
from casus.desk.publishing import withdraw
from casus.desk.store.fields import codes_in
from casus.desk.store.models import Publication

OLD = """
from datetime import UTC, datetime
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, set_up
set_up(configuration())
call_command("migrate", "store", "0008", verbosity=0)
old = MigrationExecutor(connection).loader.project_state([("store", "0008_lists")]).apps
Incident, Page = (old.get_model("store", name) for name in ("StoredIncident", "Publication"))
at = datetime(2021, 5, 17, tzinfo=UTC)
kept = {"version": "x", "assessment": b"", "place": "x", "day": at.date(), "made_with": "x"}
one = Incident.objects.create(
    id="one", attacker="AZE", victim="ARM", sides=["KAZ"], opened_at=at, changed_at=at, **kept
)
shown = {"incident": one, "version": "x", "headline": {"en": "x"}, "arrow": "same", "digest": "x", "drafted_at": at}
Page.objects.create(number=1, content={"states": ["AZE", "NSA-ARM"], "html": {}}, published_at=at, **shown)
Page.objects.create(number=2, content={"states": ["AZE"]}, record={"row": {}}, published_at=at, **shown)
Page.objects.create(number=3, content={}, record={"row": {}}, **shown)
before = list(Page.objects.order_by("id").values_list("content", "record", "published_at"))
bring_up_to_date()
from casus.desk.store.models import Publication
for row in Publication.objects.order_by("number"):
    print(row.sides, repr(row.codes), row.recorded)
print(before == list(Publication.objects.order_by("id").values_list("content", "record", "published_at")))
with connection.cursor() as cursor:
    print([column.name for column in connection.introspection.get_table_description(cursor, "store_publication")][-2:])
    cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'store_publication'")
    print("looked at:", cursor.fetchone()[0] > 0)
call_command("migrate", "store", "0008", verbosity=0)
bring_up_to_date()
print([row.codes for row in Publication.objects.order_by("number")])
call_command("makemigrations", "--check", "--dry-run", "store")
"""


def titles(page: str) -> int:
    """Count the situations on a page."""
    return page.count('<span class="arrow"')


@pytest.mark.django_db
def test_a_state_is_shown_what_it_is_a_side_of_by_its_whole_code(client: Client) -> None:
    """The sides are those of the version that stands; a code within another word is none."""
    incident, other = followed(YEREVAN), followed(BATKEN)
    published(incident)
    published(other)
    assert [titles(client.get(f"/states/{code}/").content.decode()) for code in ("ARM", "KGZ", "RUS")] == [1, 1, 0]
    assert Publication.objects.get(incident=incident).sides == ["ARM", "AZE"]
    Publication.objects.filter(incident=incident).update(codes=codes_in(["AZE", "NSA XARMX"]))
    assert titles(client.get("/states/ARM/").content.decode()) == 0
    Publication.objects.filter(incident=incident).update(codes=codes_in(["AZE", "NSA-ARM"]))
    assert titles(client.get("/states/ARM/").content.decode()) == 1
    published(nobody_entered(incident, LATER), at=LATER)
    withdraw(incident, by="ed", at=LATER, why="not so")
    assert titles(client.get("/states/ARM/").content.decode()) == 0


@pytest.mark.django_db
def test_no_situation_is_out_of_reach(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not stand on the first page stands on the next, for a state and for all."""
    for module in ("home", "publications"):
        monkeypatch.setattr(f"casus.desk.pages.{module}.ON_A_PAGE", 1)
    published(followed(YEREVAN))
    published(followed(BATKEN), at=LATER)
    Publication.objects.update(codes=codes_in(["ARM"]))
    for address in ("/", "/states/ARM/"):
        pages = [client.get(address, {"page": str(n)}).content.decode() for n in (1, 2)]
        assert [titles(page) for page in pages] == [1, 1]
        assert pages[0] != pages[1]
        assert "?page=2" in pages[0]


@pytest.mark.django_db
def test_what_lists_need_is_taken_from_the_page_however_it_comes_in() -> None:
    """A backup of an earlier desk, which has none of these columns, is put back with them."""
    row = published(followed(YEREVAN))
    kept = {name: getattr(row, name) for name in ("version", "headline", "arrow", "digest", "drafted_at", "content")}
    Publication.objects.bulk_create([Publication(incident=row.incident, number=n, **kept) for n in (2, 3)])
    again = Publication.objects.get(number=3)
    assert (again.sides, again.codes, again.recorded) == (["ARM", "AZE"], " ARM AZE ", False)
    assert (row.sides, row.codes, row.recorded) == (["ARM", "AZE"], " ARM AZE ", True)


@pytest.mark.django_db
def test_no_list_reads_the_pages_themselves(client: Client, analyst: Client) -> None:
    """Neither feeds, nor the first page, a state's, the versions under a page: what is large of them stays unread."""
    incident = followed(YEREVAN)
    published(incident)
    published(nobody_entered(incident, LATER), at=LATER, correction="nobody entered")
    feeds = ("all", "corrections", f"incident/{incident.id}", "state/ARM")
    public = ["/", "/states/ARM/", "/api/v1/publications", *(f"/feeds/{name}.atom" for name in feeds)]
    for address in (*public, f"/incidents/{incident.id}/"):
        with CaptureQueriesContext(connection) as asked:
            assert (client if address in public else analyst).get(address).status_code == 200
        read = [query["sql"] for query in asked.captured_queries if "store_publication" in query["sql"]]
        assert read
        large = ('"store_publication"."content"', '"store_publication"."record"', '"store_storedincident"."assessment"')
        assert [sql for sql in read if any(column in sql for column in large)] == [], address
    drafts = analyst.get(f"/incidents/{incident.id}/drafts/?lang=en").content.decode()
    left_out = Publication.objects.get(number=1).content["left_out"]
    assert phrase("left_out", "en", **left_out) in unescape(drafts)


@pytest.mark.django_db
def test_an_incidents_page_asks_no_more_for_more_answers(analyst: Client) -> None:
    """However many questions there are, the database is asked a few times."""
    incident = nobody_entered(followed(YEREVAN), LATER)
    answers = incident.findings.count()
    assert incident.changes.exists()
    with CaptureQueriesContext(connection) as asked:
        assert analyst.get(f"/incidents/{incident.id}/").status_code == 200
    assert len(asked.captured_queries) < answers


def test_versions_from_before_are_filled_in_from_what_was_frozen(tmp_path: Path) -> None:
    """Sides, codes and whether there is a record; nothing else changes, and there is a way back."""
    env = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    env |= {"CASUS_DESK_DIR": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-c", OLD]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    assert done.returncode == 0, done.stderr[-600:]
    assert done.stdout.splitlines() == [
        "['AZE', 'NSA-ARM'] ' AZE NSA ARM ' False",
        "['AZE'] ' AZE ' True",
        "[] '' True",
        "True",
        "['content', 'record']",
        "looked at: True",
        "[' AZE NSA ARM ', ' AZE ', '']",
        "No changes detected in app 'store'",
    ]
