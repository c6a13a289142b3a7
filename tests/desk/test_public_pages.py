"""What the public sees: pages, as they stood, feeds in three forms, short posts; and how it gets there."""

from __future__ import annotations

import json
import re
import struct
import zlib
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.made import BAKU, NOW, YEREVAN, followed
from tests.desk.test_publishing import LATER, nobody_entered, published

from casus.desk.publishing import withdraw
from casus.desk.store.models import Publication, ShortPost, Watch
from casus.desk.watching import token, watch

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def chunk(kind: bytes, data: bytes) -> bytes:
    """Make a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"eXIf", b"where it was taken")
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_page_shows_judgement_arrow_and_what_is_open(client: Client, language: str) -> None:
    """In each language, with a description for other sites and for programs."""
    incident = followed(YEREVAN, BAKU)
    row = published(incident)
    page = client.get(f"/p/{incident.id}/", {"lang": language}).content.decode()
    assert {"en": "Still open", "ja": "未決の点"}[language] in page
    assert {"en": "Not settled", "ja": "未決"}[language] in page.split('property="og:title" content="')[1].split('"')[0]
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == row.headline[language]


def test_a_page_is_shown_as_it_stood_with_a_banner(client: Client) -> None:
    """The correction is visible on the latest page and absent from the one before it."""
    incident = followed(YEREVAN)
    published(incident)
    published(nobody_entered(incident, LATER), at=LATER, correction="nobody <b>entered</b>")
    address = f"/p/{incident.id}/"
    now = client.get(address, {"lang": "en"}).content.decode()
    assert "nobody &lt;b&gt;entered" in now
    assert r"\u003cb" in now
    then = client.get(address, {"as_of": (NOW + timedelta(hours=1)).isoformat(), "lang": "en"}).content.decode()
    assert "This page as it stood on 2021-05-17 10:00" in then
    assert "entered&lt;" not in then
    assert client.get(address, {"as_of": "2021-05-17"}).status_code == 200
    assert client.get(address, {"as_of": "2021-05-16"}).status_code == 404
    assert client.get(address, {"as_of": "soon"}).status_code == 400


def test_a_page_taken_back_says_why(client: Client) -> None:
    """It is gone, with the reason; its map and its feed too."""
    incident = followed(YEREVAN)
    published(incident)
    assert client.get(f"/p/{incident.id}/map.json").json()["type"] == "FeatureCollection"
    withdraw(incident, by="ed", at=LATER, why="it names a victim")
    answer = client.get(f"/p/{incident.id}/")
    assert answer.status_code == 410
    assert "it names a victim" in answer.content.decode()
    assert client.get(f"/p/{incident.id}/map.json").status_code == 404
    assert client.get(f"/feeds/incident/{incident.id}.atom").status_code == 404


def test_states_and_home_list_the_latest_version_once(client: Client) -> None:
    """Each incident once; a state that is no side of it has none."""
    incident = followed(YEREVAN)
    published(incident)
    published(incident, at=LATER)
    for address in ("/", "/states/ARM/", "/states/AZE/"):
        assert client.get(address).content.decode().count(f'href="/p/{incident.id}/"') == 1
    assert incident.id not in client.get("/states/RUS/").content.decode()
    assert client.get("/states/XXX/").status_code == 404


@pytest.mark.parametrize("which", ["all", "corrections", "incident/{id}", "state/ARM", "shorts"])
def test_feeds_come_in_three_forms_and_are_sent_once(client: Client, which: str) -> None:
    """Atom, RSS and JSON Feed of the same entries; asked with what it was told, a reader is sent nothing."""
    incident = followed(YEREVAN)
    published(incident)
    published(incident, at=LATER, correction="a name was wrong")
    ShortPost.objects.create(text="Talks go on.", source="https://example.org/", by="ann", at=NOW)
    stem = f"/feeds/{which.format(id=incident.id)}"
    atom = client.get(f"{stem}.atom", {"lang": "ja"})
    root = ET.fromstring(atom.content)  # noqa: S314  our own feed
    assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"} <= {child.tag for child in root}
    ids = [e.findtext(f"{ATOM}id") for e in root.findall(f"{ATOM}entry")]
    assert len(ids) == (2 if which.startswith("incident") else 1)
    rss = ET.fromstring(client.get(f"{stem}.rss").content)  # noqa: S314  our own feed
    assert [g.text for g in rss.iter("guid")] == ids
    feed = client.get(f"{stem}.json").json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in feed["items"]] == ids
    again = client.get(f"{stem}.atom", {"lang": "ja"}, headers={"If-None-Match": atom.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get(f"{stem}.atom", headers={"If-Modified-Since": atom.headers["Last-Modified"]})
    assert since.status_code == 304


def test_an_empty_feed_is_the_same_each_time_and_an_unknown_one_is_none(client: Client) -> None:
    """Even without entries it can be asked for by its tag."""
    first, second = (client.get("/feeds/all.atom") for _ in range(2))
    assert first.content == second.content
    assert client.get("/feeds/all.xls").status_code == 404
    assert client.get("/feeds/other.atom").status_code == 404


def test_an_editor_drafts_with_a_picture_and_publishes(client: Client, editor: Client) -> None:
    """The picture is served without what the camera wrote, and said to be a file photo."""
    incident = followed(YEREVAN)
    form = {"alt": "a lake", "creator": "A. B.", "licence": "CC BY 4.0", "credit": "A. B., 2019", "file_photo": "on"}
    form_file = {"picture": SimpleUploadedFile("a.png", PNG)}
    editor.post(f"/incidents/{incident.id}/drafts/", form | form_file)
    row = Publication.objects.get()
    assert client.get(row.picture["address"]).status_code == 404
    assert (
        "A version as it is kept" in editor.get(f"/incidents/{incident.id}/drafts/1/", {"lang": "en"}).content.decode()
    )
    editor.post(f"/incidents/{incident.id}/drafts/1/publish/")
    page = client.get(f"/p/{incident.id}/", {"lang": "en"}).content.decode()
    assert "file photo" in page
    assert "CC BY 4.0" in page
    picture = client.get(row.picture["address"])
    assert picture.headers["Content-Type"] == "image/png"
    assert b"where it was taken" not in picture.content
    editor.post(f"/incidents/{incident.id}/drafts/", form | {"picture": SimpleUploadedFile("a.svg", b"<svg/>")})
    assert Publication.objects.count() == 1
    editor.post(f"/incidents/{incident.id}/withdraw/", {"why": "a mistake"})
    assert client.get(f"/p/{incident.id}/").status_code == 410


def test_analysts_draft_but_do_not_publish(analyst: Client) -> None:
    """Nor do they show a fresh incident's places exactly."""
    incident = followed(YEREVAN)
    analyst.post(f"/incidents/{incident.id}/drafts/", {"exact_why": "because"})
    row = Publication.objects.get()
    assert row.content["exact_why"] == ""
    assert analyst.post(f"/incidents/{incident.id}/drafts/1/publish/").status_code == 403
    assert analyst.post(f"/incidents/{incident.id}/withdraw/", {"why": "x"}).status_code == 403


def test_short_posts_have_a_source_no_handles_and_are_taken_back(client: Client, analyst: Client) -> None:
    """At most 500 characters."""
    good = {"text": "Talks go on.", "language": "en", "source": "wire"}
    for bad in (good | {"source": ""}, good | {"text": "x" * 501}, good | {"text": "says @some_one"}):
        analyst.post("/shorts/new/", bad)
    assert not ShortPost.objects.exists()
    analyst.post("/shorts/new/", good)
    assert "Talks go on." in client.get("/shorts/").content.decode()
    analyst.post(f"/shorts/{ShortPost.objects.get().id}/withdraw/", {"why": ""})
    assert "Talks go on." in client.get("/shorts/").content.decode()
    analyst.post(f"/shorts/{ShortPost.objects.get().id}/withdraw/", {"why": "not so"})
    assert "Talks go on." not in client.get("/shorts/").content.decode()


def test_a_watch_is_begun_on_its_page_and_ended_by_link(client: Client, analyst: Client) -> None:
    """A link asks first; only its button ends the watch."""
    incident = followed(YEREVAN)
    analyst.post(f"/incidents/{incident.id}/watches/", {"provision": "cst-1992 art-2", "mail": "ann@example.org"})
    row = Watch.objects.get()
    assert (row.treaty, row.provision) == ("cst-1992", "art-2")
    assert "ann@example.org" in analyst.get(f"/incidents/{incident.id}/watches/").content.decode()
    client.get(f"/watches/{token(row)}/")
    assert Watch.objects.get().active
    client.post(f"/watches/{token(row)}/")
    assert not Watch.objects.get().active
    other, _ = watch(incident, by="ann", at=NOW, mail="bea@example.org")
    assert other is not None
    analyst.post(f"/watches/{other.id}/stop/")
    assert not Watch.objects.filter(active=True).exists()
    assert client.get("/watches/nonsense/").status_code == 404


def test_every_label_names_a_field(analyst: Client) -> None:
    """On the forms of this part each label is for a field that is there."""
    incident = followed(YEREVAN)
    for address in ("/shorts/new/", f"/incidents/{incident.id}/drafts/", f"/incidents/{incident.id}/watches/"):
        page = analyst.get(address).content.decode()
        assert set(re.findall(r'label for="([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_an_empty_desk_says_where_the_work_is(client: Client, admin_client: Client) -> None:
    """Where nothing is published a visitor is shown the way in, and who is in the incidents."""
    assert '<a href="/accounts/login/">' in client.get("/").content.decode().split("<main")[1]
    assert '<a href="/incidents/">' in admin_client.get("/").content.decode().split("<main")[1]
