"""Doing no harm on every way out: page, feeds, interface, table, map, short posts, data for programs."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.desk.made import EXAMPLES, NOW, YEREVAN, work
from tests.desk.test_publishing import LATER

from casus.desk.publishing import draft, publish
from casus.desk.receiving import keep
from casus.desk.redacting import HANDLE, POSITION, objection
from casus.desk.store.models import Publication, ShortPost, StoredIncident
from casus.intake import receive

pytestmark = pytest.mark.django_db
SECRETS = ("some_one", "other_one", "39.5981", "46.2317")
"""A witness's handles, and a position to ten metres."""
TOLD = "目撃者の @some_one は39.5981, 46.2317に兵士を見たと述べた。"


def fresh(*, exact_why: str = "") -> StoredIncident:
    """Publish an incident five days old whose report names a witness and a position."""
    text = TOLD + "\n" + (EXAMPLES / YEREVAN).read_text(encoding="utf-8") + "\n" + TOLD
    address = "https://x.com/other_one/status/1"
    report, _ = receive(text.encode(), name="@some_one saw it", published=NOW.date())
    assert report is not None
    keep(text.encode(), [report], by="ann", at=NOW, address=address)
    work()
    incident = StoredIncident.objects.get()
    row, problems = draft(incident, by="ann", at=NOW, exact_why=exact_why)
    assert row is not None, problems
    publish(row, by="ed", at=NOW)
    return incident


def ways_out(incident: StoredIncident) -> list[str]:
    """Give every address that anybody may ask for about an incident."""
    one = f"/api/v1/incidents/{incident.id}"
    feeds = ("all", "corrections", "shorts", "state/ARM", f"incident/{incident.id}")
    return [
        *(f"{page}?lang={lang}" for lang in ("en", "ja") for page in ("/", f"/p/{incident.id}/", "/states/AZE/")),
        f"/p/{incident.id}/?as_of={NOW.date()}",
        f"/p/{incident.id}/map.json",
        "/shorts/",
        *(f"/feeds/{which}.{form}" for which in feeds for form in ("atom", "rss", "json")),
        *(one + part for part in ("", "/record", "/findings", "/timeline", "/changes", "/places.geojson")),
        *(f"/api/v1/{name}" for name in ("incidents", "incidents.csv", "findings", "reports", "publications")),
    ]


def test_no_way_out_tells_of_persons_or_exact_fresh_places(client: Client) -> None:
    """Not in words, not in figures; where there is a point it is that of a cell of five kilometres."""
    incident = fresh()
    exact = (f"{incident.lat}", f"{incident.lon}")
    for address in ways_out(incident):
        answer = client.get(address)
        assert answer.status_code == 200, address
        told = answer.content.decode()
        found = [told[max(0, told.index(s) - 80) :][:200] for s in (*SECRETS, *exact) if s in told]
        assert found == [], address
        assert not HANDLE.search(re.sub(r'"@(context|type)"', "", told)), address
    row = client.get(f"/api/v1/incidents/{incident.id}").json()
    assert row["coarsened"]
    assert abs(row["lat"] - incident.lat) < 0.05


def test_an_editor_lifts_it_knowingly(client: Client) -> None:
    """Then the places are exact in every form, with the reason on the page; handles stay out."""
    incident = fresh(exact_why="the town has been cleared")
    assert client.get(f"/api/v1/incidents/{incident.id}").json()["lat"] == incident.lat
    assert "the town has been cleared" in client.get(f"/p/{incident.id}/", {"lang": "en"}).content.decode()
    assert not any("some_one" in client.get(address).content.decode() for address in ways_out(incident))


@pytest.mark.parametrize("bad", ["seen by @some_one", "at 39.5981, 46.2317", "see https://x.com/some_one/status/1"])
def test_what_people_write_is_held_to_the_same(analyst: Client, bad: str) -> None:
    """Corrections and short posts with a handle or an exact position are refused with the reason."""
    incident = fresh()
    row, (problem,) = draft(incident, by="ann", at=LATER, correction=bad)
    assert row is None
    assert "names a person" in problem.what or "exact positions" in problem.what
    page = analyst.post("/shorts/new/", {"text": bad, "language": "en", "source": "wire"}).content.decode()
    assert 'role="alert"' in page
    assert not ShortPost.objects.exists()
    assert Publication.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("39.60N, 46.23E", True),
        ("39°36'N", True),
        ("38S NJ 12345 67890", True),
        ("38SNJ1234567890", True),
        ("12.5, 13.5 per cent", False),
        ("on 12 May, 250 men", False),
    ],
)
def test_a_position_is_known_in_its_usual_forms(text: str, *, found: bool) -> None:
    """Decimal degrees, degrees and minutes, the military grid; not every number is one."""
    assert bool(POSITION.search(text)) is found
    assert (objection("x", text, coarse=True) is not None) is found
    assert objection("x", text, coarse=False) is None
