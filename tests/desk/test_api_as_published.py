"""Readers of the interface see what was published, as it was; the desk's people what stands on the desk."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import msgspec
import pytest
from django.test import Client
from tests.desk.made import NOW, YEREVAN, followed
from tests.desk.test_publishing import LATER, nobody_entered, published

from casus.desk.deciding import Wanted, decide
from casus.desk.publishing import draft, publish, withdraw
from casus.desk.store.models import StoredIncident
from casus.records import Incident

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
BEFORE = {"as_of": (NOW + timedelta(hours=1)).isoformat()}
PARTS = ("", "/record", "/findings", "/timeline", "/places.geojson")


def answers(browser: Client, incident: StoredIncident, **asked: str) -> dict[str, str]:
    """Give an incident's answers, by question, as the interface tells them."""
    rows = browser.get(f"{V1}/incidents/{incident.id}/findings", asked).json()["items"]
    return {row["question"]: row["answer"] for row in rows}


def test_what_goes_on_at_the_desk_is_not_told_until_it_is_published(client: Client, analyst: Client) -> None:
    """A decision changes what analysts see at once; readers are given the same bytes and the same ETag as before."""
    incident = followed(YEREVAN)
    published(incident)
    addresses = [f"{V1}/incidents/{incident.id}{part}" for part in PARTS]
    addresses += [f"{V1}/{name}" for name in ("incidents", "incidents.csv", "findings", "reports", "publications")]
    before = {address: client.get(address) for address in addresses}
    incident = nobody_entered(incident, LATER)
    draft(incident, by="ann", at=LATER)
    assert answers(client, incident) != answers(analyst, incident)
    for address, first in before.items():
        again = client.get(address)
        assert (again.status_code, again.content) == (200, first.content), address
        assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304, address


def test_as_of_gives_what_stood_at_a_moment(client: Client, analyst: Client) -> None:
    """In lists, rows, records and tables alike; before the first version there is nothing; a bad moment is refused."""
    incident = followed(YEREVAN)
    published(incident)
    first = answers(client, incident)
    published(nobody_entered(incident, LATER), at=LATER, correction="nobody entered")
    now = answers(client, incident)
    assert first != now == answers(analyst, incident)
    for browser in (client, analyst):
        assert answers(browser, incident, **BEFORE) == first
        (row,) = browser.get(f"{V1}/incidents", BEFORE).json()["items"]
        assert row["changed_at"].startswith("2021-05-17T09:00")
        assert browser.get(f"{V1}/incidents/{incident.id}", {"as_of": "2021-05-16"}).status_code == 404
    (change, *_) = client.get(f"{V1}/incidents/{incident.id}/changes").json()["items"]
    assert (change["before"], change["after"], change["cause"]) == ("yes", "unknown", "nobody entered")
    assert client.get(f"{V1}/incidents/{incident.id}/changes", BEFORE).json()["items"] == []
    assert client.get(f"{V1}/findings", {"as_of": "soon"}).status_code == 422
    withdraw(incident, by="ed", at=LATER, why="not so")
    assert client.get(f"{V1}/incidents/{incident.id}", BEFORE).status_code == 404


def test_the_record_is_one_that_casus_reads(client: Client) -> None:
    """``casus.incident/1``, whole; the table has a line for each of its cases."""
    incident = followed(YEREVAN)
    published(incident)
    told = msgspec.json.decode(client.get(f"{V1}/incidents/{incident.id}/record").content, type=Incident)
    assert told.id == incident.id
    rows = list(csv.DictReader(io.StringIO(client.get(f"{V1}/incidents.csv").content.decode())))
    assert [row["event_id_cnty"] for row in rows] == [case.id for case in told.cases]


def test_decisions_and_causes_are_not_told_to_readers(client: Client, analyst: Client) -> None:
    """Who decided what, and why, stays on the desk."""
    incident = nobody_entered(followed(YEREVAN), NOW)
    published(incident, at=LATER)
    for part in ("/timeline", "/changes"):
        mine = client.get(f"{V1}/incidents/{incident.id}{part}").content.decode()
        assert "joint survey" not in mine
        assert "joint survey" in analyst.get(f"{V1}/incidents/{incident.id}{part}").content.decode()


def test_law_from_memory_stays_open_for_programs_too(client: Client) -> None:
    """What may not be published as triggered is not told by another door."""
    incident = followed(YEREVAN)
    kept = incident.assessment
    unsure = tuple(msgspec.structs.replace(f, certainty="memory") for f in kept.findings)
    incident.assessment = msgspec.structs.replace(kept, findings=unsure)
    incident.save()
    published(incident)
    assert "yes" not in answers(client, incident).values()
    assert client.get(f"{V1}/findings", {"answer": "yes"}).json()["items"] == []


def test_a_merged_incident_is_told_as_it_was_published(client: Client) -> None:
    """What is done with it on the desk since does not reach readers."""
    incident = followed(YEREVAN)
    published(incident)
    other = StoredIncident.objects.create(
        id="incident-other", version="x", assessment=incident.assessment, attacker="AZE", victim="ARM", place="x",
        day=incident.day, opened_at=NOW, changed_at=NOW, made_with="x",
    )  # fmt: skip
    decide(other, Wanted(does="merge", target=incident.id, why="one operation"), by="ann", at=LATER)
    assert [row["id"] for row in client.get(f"{V1}/incidents").json()["items"]] == [incident.id]


def test_a_draft_is_not_told(client: Client) -> None:
    """Not before somebody publishes it."""
    incident = followed(YEREVAN)
    row, _ = draft(incident, by="ann", at=NOW)
    assert row is not None
    assert client.get(f"{V1}/findings").json()["items"] == []
    publish(row, by="ed", at=NOW)
    assert client.get(f"{V1}/findings").json()["items"]
