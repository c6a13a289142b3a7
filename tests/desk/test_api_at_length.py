"""Long lists of the interface: changes by cursor, versions without a record, and that no filter reads a whole table."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.desk.made import NOW, YEREVAN, followed
from tests.desk.test_publishing import LATER, nobody_entered, published

from casus.desk.deciding import Wanted, decide
from casus.desk.store.models import Publication, StoredDecision, StoredIncident

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
ASKED = (
    *("concept=x", "plover=x", "actor=x", "recipient=x", "place=x", "modality=x", "since=2021-05-01"),
    *("until=2021-05-01", "since=2021-05-01&until=2021-06-01", "modality=x&place=x", "modality=x&since=2021-05-01"),
    *("plover=x&actor=x&until=2021-05-01", "q=x&modality=x", "modality=x&actor=x", "plover=x&modality=x"),
)
OF_FINDINGS = ("treaty=x", "provision=x", "answer=x", "treaty=x&provision=x", "treaty=x&answer=x")


def there_and_back() -> StoredIncident:
    """Publish three versions: as reported, without an entry, and as reported again."""
    incident = followed(YEREVAN)
    published(incident)
    published(nobody_entered(incident, LATER), at=LATER)
    last = LATER + timedelta(hours=1)
    undone = Wanted(does="undo", target=StoredDecision.objects.get().id, why="the survey was of another place")
    assert decide(StoredIncident.objects.get(), undone, by="ann", at=last)[0] is not None
    published(StoredIncident.objects.get(), at=last)
    return StoredIncident.objects.get()


def before_records(row: Publication) -> None:
    """Leave a version as one that was published before records were kept."""
    row.findings.all().delete()
    row.reports.clear()
    row.record = {}
    row.save()


def test_changes_are_told_to_readers_part_by_part(client: Client) -> None:
    """Each change once, the last first, as in one piece; what is published meanwhile does not shift them."""
    incident = there_and_back()
    changes = f"{V1}/incidents/{incident.id}/changes"
    whole = client.get(changes).json()
    assert whole["next"] is None
    assert len({row["at"] for row in whole["items"]}) == 2
    parts: list[dict[str, str]] = []
    asked = 0
    address: str | None = f"{changes}?limit=2"
    while address:
        page = client.get(address).json()
        parts, address, asked = parts + page["items"], page["next"], asked + 1
        if asked == 1:
            later = NOW + timedelta(hours=9)
            published(nobody_entered(incident, later), at=later)
    assert parts == whole["items"]
    assert asked == (len(parts) + 1) // 2
    refused = client.get(changes, {"cursor": "W251bGwsICJ4Il0"})
    assert (refused.status_code, refused.headers["Content-Type"]) == (422, "application/problem+json")


def test_a_version_without_a_record_says_so_and_gives_what_its_page_has(client: Client, analyst: Client) -> None:
    """In words, with the page's address; its places are given, and it stands in the list of versions."""
    incident = followed(YEREVAN)
    row = published(incident)
    before_records(row)
    at = f"{V1}/incidents/{incident.id}"
    for part in ("", "/record", "/findings", "/timeline", "/changes"):
        told = client.get(at + part)
        assert (told.status_code, told.headers["Content-Type"]) == (404, "application/problem+json"), part
        assert "before records were kept" in told.json()["detail"]
        assert (told.json()["number"], f"/p/{incident.id}/" in told.json()["page"]) == (1, True)
    assert client.get(told.json()["page"].replace("http://testserver", "")).status_code == 200
    assert client.get(f"{at}/places.geojson").json() == row.content["places"]
    assert [v["recorded"] for v in client.get(f"{V1}/publications").json()["items"]] == [False]
    assert client.get(f"{V1}/incidents").json()["items"] == []
    assert analyst.get(at).status_code == 200


def test_a_later_version_with_a_record_is_given_and_the_one_before_is_not_compared(client: Client) -> None:
    """What changed since a version without a record cannot be told, so it is not told as new."""
    incident = followed(YEREVAN)
    before_records(published(incident))
    published(nobody_entered(incident, LATER), at=LATER)
    at = f"{V1}/incidents/{incident.id}"
    assert client.get(at).status_code == 200
    assert client.get(f"{at}/changes").json() == {"items": [], "next": None}
    assert client.get(at, {"as_of": (NOW + timedelta(hours=1)).isoformat()}).status_code == 404
    assert [v["recorded"] for v in client.get(f"{V1}/publications").json()["items"]] == [True, False]


def plans(browser: Client, address: str) -> list[str]:
    """Give how SQLite answers what a request asks of it."""
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    with connection.cursor() as cursor:
        explained = []
        for query in asked.captured_queries:
            if query["sql"].startswith("SELECT"):
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql'].replace('%', '%%')}", [])
                explained += [str(row[-1]) for row in cursor.fetchall()]
    return explained


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole, rightly")
@pytest.mark.parametrize("asked", [f"/statements?{a}" for a in ASKED] + [f"/findings?{a}" for a in OF_FINDINGS])
def test_no_filter_reads_a_whole_table_or_sorts_what_it_found(analyst: Client, client: Client, asked: str) -> None:
    """An index finds the rows and gives them in the order of the list, for the desk's people and for readers."""
    published(followed(YEREVAN))
    for browser in (analyst, *([] if "statements" in asked else [client])):
        told = [plan for plan in plans(browser, V1 + asked) if re.search(r"statement|finding", plan)]
        assert told
        assert [p for p in told if p.startswith("SCAN") and "_found VIRTUAL" not in p] == []
        assert not any("TEMP B-TREE" in p for p in told)


def test_a_cursor_of_another_list_is_refused(analyst: Client) -> None:
    """Each list takes its own alone: by moment, by day, by number."""
    followed(YEREVAN)
    by_moment, by_number = "WyIyMDIxLTA1LTE3VDA5OjAwOjAwKzAwOjAwIiwgIngiXQ", "W251bGwsIDdd"
    by_day = "WyIyMDIxLTA1LTE3IiwgN10"
    for address, bad in (
        ("reports", by_number),
        ("statements", by_moment),
        ("statements", "W251bGwsICJ4Il0"),
        ("statements?since=2021-01-01", by_moment),
        ("statements", by_day),
    ):
        sign = "&" if "?" in address else "?"
        assert analyst.get(f"{V1}/{address}{sign}cursor={bad}").status_code == 422, address
    assert analyst.get(f"{V1}/statements?cursor={by_number}").status_code == 200
    assert analyst.get(f"{V1}/statements?since=2021-01-01&cursor={by_day}").status_code == 200


def test_asked_by_days_alone_statements_come_by_day(analyst: Client) -> None:
    """The latest day first, each once, whatever the parts."""
    followed(YEREVAN)
    whole = analyst.get(f"{V1}/statements?since=2021-01-01").json()["items"]
    days = [row["day"] for row in whole]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1
    parts: list[str] = []
    address: str | None = f"{V1}/statements?since=2021-01-01&limit=3"
    while address:
        page = analyst.get(address).json()
        parts += [row["id"] for row in page["items"]]
        address = page["next"]
    assert parts == [row["id"] for row in whole]
