"""The interface for programs: what readers and staff see, paging, ETags, problems, CSV, writing by token."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from tests.desk.made import BAKU, BATKEN, EXAMPLES, NOW, YEREVAN, followed, take_in, work
from tests.desk.test_publishing import LATER, published

from casus.desk.api.acled import COLUMNS
from casus.desk.publishing import withdraw
from casus.desk.store.models import ApiToken, AuditEntry, StoredIncident, StoredReport
from casus.desk.tokens import make_token, revoke

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    for cache in ("default", "process"):
        caches[cache].clear()


def bearer(role: str = "analyst") -> dict[str, str]:
    """Give a new token's header."""
    token = make_token(f"for {role}", role, by="boss", at=NOW)  # type: ignore[arg-type]
    return {"Authorization": f"Bearer {token}"}


def test_a_reader_sees_only_what_is_published(client: Client, analyst: Client) -> None:
    """Neither lists nor addresses give away an incident before it is published, or after it is withdrawn."""
    incident = followed(YEREVAN)
    lists = ("incidents", "findings", "reports", "publications")
    assert all(client.get(f"{V1}/{name}").json()["items"] == [] for name in lists)
    assert client.get(f"{V1}/incidents/{incident.id}").status_code == 404
    assert analyst.get(f"{V1}/incidents/{incident.id}").status_code == 200
    published(incident)
    assert all(client.get(f"{V1}/{name}").json()["items"] for name in lists)
    withdraw(incident, by="ed", at=LATER, why="not so")
    assert all(client.get(f"{V1}/{name}").json()["items"] == [] for name in lists)


def test_words_are_for_the_desks_people(client: Client, analyst: Client) -> None:
    """A reader is told title, publisher, day, address and digest, never a report's or a statement's words."""
    published(followed(YEREVAN))
    (row,) = client.get(f"{V1}/reports").json()["items"]
    assert len(row["sha256"]) == 64
    assert client.get(f"{V1}/reports/{row['id']}").json()["text"] is None
    assert "陣地" in analyst.get(f"{V1}/reports/{row['id']}").json()["text"]
    assert client.get(f"{V1}/statements").status_code == 401
    incident = StoredIncident.objects.get()
    assert client.get(f"{V1}/incidents/{incident.id}/assessment").status_code == 401
    whole = analyst.get(f"{V1}/incidents/{incident.id}/assessment").json()
    assert whole["format"] == "casus.assessment/1"
    assert whole["reports"]


def test_pages_follow_each_other_by_cursor(analyst: Client) -> None:
    """Every row comes once, though others are added in between; a cursor that is none is refused."""
    for name in (YEREVAN, BAKU, BATKEN):
        take_in(name, at=NOW + timedelta(minutes=len(name)))
    seen: list[str] = []
    address: str | None = f"{V1}/reports?limit=1"
    while address:
        page = analyst.get(address).json()
        seen += [row["id"] for row in page["items"]]
        address = page["next"]
    assert sorted(seen) == sorted(StoredReport.objects.values_list("id", flat=True))
    for bad in ("x", "é", "bnVsbA", "W10", "WzEsMl0"):
        refused = analyst.get(f"{V1}/reports", {"cursor": bad})
        assert (refused.status_code, refused.headers["Content-Type"]) == (422, "application/problem+json")


def test_what_a_caller_has_already_is_not_sent_again(client: Client) -> None:
    """The ETag of an answer, sent back, is answered with 304."""
    published(followed(YEREVAN))
    first = client.get(f"{V1}/incidents")
    assert client.get(f"{V1}/incidents", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert "Authorization" in first.headers["Vary"]


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/incidents/none", 404),
        ("get", "/nothing", 404),
        ("get", "/incidents?limit=0", 422),
        ("get", "/findings?treaty=%00", 422),
        ("get", "/findings?as_of=0", 422),
        ("get", "/statements?q=x", 401),
        ("post", "/incidents", 405),
        ("post", "/intake", 401),
    ],
)
def test_every_failure_is_a_problem_document(client: Client, method: str, address: str, status: int) -> None:
    """With type, title, status and detail (RFC 9457)."""
    body = '{"text": "x"}' if address == "/intake" else "{}"
    answer = client.generic(method.upper(), V1 + address, body, content_type="application/json")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert {"type", "title", "status", "detail"} <= set(json.loads(answer.content))


def test_statements_are_found_by_what_they_say(analyst: Client) -> None:
    """By actor, day range and words in Japanese."""
    take_in(YEREVAN)
    rows = analyst.get(f"{V1}/statements").json()["items"]
    actor = next(row["actor"] for row in rows if row["actor"])
    found = analyst.get(f"{V1}/statements", {"actor": actor}).json()["items"]
    assert found == [row for row in rows if row["actor"] == actor]
    assert analyst.get(f"{V1}/statements", {"until": "1990-01-01"}).json()["items"] == []
    assert all("陣地" in s["words"] for s in analyst.get(f"{V1}/statements", {"q": "陣地"}).json()["items"])


def test_incidents_come_as_a_table_and_places_as_geojson(client: Client) -> None:
    """In ACLED's columns with who began it; the record as casus.incident/1."""
    incident = followed(YEREVAN)
    incident.reports.update(publisher="=HYPERLINK(1)")
    published(incident)
    answer = client.get(f"{V1}/incidents.csv")
    (row, *_) = csv.DictReader(io.StringIO(answer.content.decode()))
    assert tuple(row) == COLUMNS
    assert row["event_date"] == incident.day.isoformat()
    assert row["source"] == "'=HYPERLINK(1)"
    assert client.get(f"{V1}/incidents/{incident.id}/places.geojson").json()["type"] == "FeatureCollection"
    assert client.get(f"{V1}/incidents/{incident.id}/record").json()["format"] == "casus.incident/1"
    for part in ("timeline", "changes", "findings"):
        assert client.get(f"{V1}/incidents/{incident.id}/{part}").status_code == 200


def test_a_token_takes_reports_in_and_decides_under_its_name(client: Client) -> None:
    """The log names the token; a reader's token may not write; a revoked one is none."""
    given = {"text": (EXAMPLES / YEREVAN).read_text(encoding="utf-8"), "published": "2021-05-15"}
    head = bearer()
    taken = client.post(f"{V1}/intake", given, content_type="application/json", headers=head)
    assert taken.status_code == 201
    assert StoredReport.objects.get().received_by == "token for analyst"
    work(timezone.now)
    incident = StoredIncident.objects.get()
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0].id
    said = {"does": "set-fact", "target": case, "name": "act.territory_entered", "value": "no", "why": ""}
    address = f"{V1}/incidents/{incident.id}/decisions"
    assert client.post(address, said, content_type="application/json", headers=head).status_code == 422
    made = client.post(address, said | {"why": "survey"}, content_type="application/json", headers=head)
    assert made.status_code == 201
    assert AuditEntry.objects.filter(by="token for analyst", does="decided: set-fact").exists()
    refused = client.post(f"{V1}/intake", given, content_type="application/json", headers=bearer("reader"))
    assert refused.status_code == 403
    revoke(ApiToken.objects.get(role="analyst"), by="boss", at=NOW)
    assert client.get(f"{V1}/incidents", headers=head).status_code == 401


def test_admins_make_and_revoke_tokens_on_a_page(admin: Client, editor: Client) -> None:
    """The token is shown once, only its digest is kept, and none administers the desk."""
    assert editor.get("/people/tokens/").status_code == 403
    page = admin.post("/people/tokens/", {"name": "the wire", "role": "analyst"}, follow=True).content.decode()
    token = "casus_" + page.split("casus_")[1][:43]
    row = ApiToken.objects.get()
    assert token not in row.digest
    assert token not in admin.get("/people/tokens/").content.decode()
    admin.post("/people/tokens/", {"name": "too much", "role": "admin"})
    assert ApiToken.objects.count() == 1
    admin.post(f"/people/tokens/{row.id}/revoke/")
    assert ApiToken.objects.get().revoked_at is not None
    does = list(AuditEntry.objects.filter(target="the wire").values_list("does", flat=True))
    assert does == ["made a token: analyst", "revoked a token"]


def test_haste_is_asked_to_wait(client: Client, settings: Settings) -> None:
    """Readers by address, programs by token; the answer says how long."""
    settings.CASUS_READS_PER_MINUTE, settings.CASUS_WRITES_PER_MINUTE = 2, 2
    answers = [client.get(f"{V1}/incidents") for _ in range(4)]
    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].headers["Content-Type"] == "application/problem+json"
    settings.CASUS_READS_PER_MINUTE = 0
    head = bearer()
    sent = [client.post(f"{V1}/intake", {}, content_type="application/json", headers=head) for _ in range(5)]
    assert sent[-1].status_code == 429
    assert int(sent[-1].headers["Retry-After"]) > 0


def test_the_document_describes_every_route(client: Client) -> None:
    """OpenAPI 3.1, each failure a problem."""
    document = client.get(f"{V1}/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert len(document["paths"]) >= 14
    for operations in document["paths"].values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["422"]["content"]
