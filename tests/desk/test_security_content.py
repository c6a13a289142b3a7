"""What others give the desk: words that would be code, addresses that lead inside, files that blow up."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from xml.etree import ElementTree as ET

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from tests.desk.made import EXAMPLES, NOW, YEREVAN, followed, take_in, work

from casus.desk.outlets import grade
from casus.desk.polling import poll
from casus.desk.publishing import Picture, draft, publish
from casus.desk.store.models import OwnFeed, ShortPost, StoredIncident, StoredReport
from casus.desk.taking_in import Told, take_address, take_bytes
from casus.desk.watching import watch
from casus.fetch import Fetched, fetch
from casus.fetch.targets import Target

pytestmark = pytest.mark.django_db
EVIL = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
MARKS = ("<script>alert", "<img src=x", 'onerror=alert(1)>"')


def harmless(page: str, where: str) -> None:
    """See that none of it stands in a page as markup."""
    assert not any(mark in page for mark in MARKS), where


def test_words_of_others_are_never_markup(analyst: Client, admin: Client) -> None:
    """Titles, publishers, file names, the words themselves, decisions' reasons, feeds' titles, searches."""
    text = EVIL + "\n" + (EXAMPLES / YEREVAN).read_text(encoding="utf-8") + "\n" + EVIL
    file = SimpleUploadedFile(EVIL.replace("/", "_") + ".txt", text.encode())
    form = {"file": file, "published": "2021-05-15", "title": EVIL, "publisher": EVIL}
    harmless(analyst.post("/intake/", form, follow=True).content.decode(), "taken in")
    OwnFeed.objects.create(address="https://e.org/f", title=EVIL, added_by=EVIL, next_poll=NOW, trouble=EVIL)
    ShortPost.objects.create(text=EVIL, source=EVIL, by=EVIL, at=NOW)
    incident = followed(YEREVAN)
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0].id
    said = {"does": "set-fact", "target": case, "name": "act.territory_entered", "value": "no", "why": EVIL}
    analyst.post(f"/incidents/{incident.id}/decide/", said)
    analyst.post(f"/incidents/{incident.id}/explanations/take-up/", {"hypothesis": "h", "why": EVIL})
    analyst.post("/questions/new/", {"text": EVIL, "criteria": EVIL, "resolves_on": "2031-01-01", "sources": EVIL})
    grade(EVIL, "B", by="ed", at=NOW, why=EVIL)
    watch(incident, by=EVIL, at=NOW, webhook="https://example.org/" + EVIL)
    (own, *_) = StoredReport.objects.filter(title=EVIL)
    addresses = ("/", "/shorts/", "/intake/", "/reports/", f"/reports/{own.id}/", "/incidents/", "/jobs/", "/people/")
    more = (f"/incidents/{incident.id}/", f"/search/?q={EVIL}", "/search/?q=alert", "/log/", "/?lang=<script>alert(1)")
    parts = ("explanations/", "watches/", "drafts/", "what-if/?act.fire_opened=" + EVIL)
    of_it = [f"/incidents/{incident.id}/{part}" for part in parts]
    for address in (*addresses, *more, *of_it, "/outlets/", "/questions/", "/people/tokens/", f"/p/{EVIL}/"):
        harmless(admin.get(address).content.decode(), address)


def test_what_is_published_is_never_markup(client: Client) -> None:
    """Pages, the data block for programs, cards for other sites, feeds whose summaries are read as HTML."""
    text = (EXAMPLES / YEREVAN).read_text(encoding="utf-8")
    take_bytes(text.encode(), EVIL, Told(title=EVIL, publisher=EVIL, published=NOW.date()), by="ann", at=NOW)
    work()
    incident = StoredIncident.objects.get()
    picture = Picture(address="/pictures/x/", alt=EVIL, creator=EVIL, licence=EVIL, credit=EVIL)
    for number, correction in enumerate(("", EVIL)):
        at = NOW + timedelta(hours=number)
        row, problems = draft(incident, by="ann", at=at, picture=picture, correction=correction)
        assert row is not None, problems
        publish(row, by="ed", at=at)
    ShortPost.objects.create(text=EVIL, source="javascript:alert(1)", by="ann", at=NOW)
    for address in ("/", f"/p/{incident.id}/", "/shorts/", "/states/ARM/"):
        harmless(client.get(address).content.decode(), address)
    page = client.get(f"/p/{incident.id}/").content.decode()
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["image"]["caption"] == EVIL
    assert "<" not in block
    assert 'href="javascript' not in client.get("/shorts/").content.decode()
    for which in ("corrections", "shorts", f"incident/{incident.id}"):
        for form, words in (("atom", "{http://www.w3.org/2005/Atom}summary"), ("rss", "description")):
            root = ET.fromstring(client.get(f"/feeds/{which}.{form}").content)  # noqa: S314  our own feed
            told = [found.text or "" for found in root.iter(words)]
            assert any("alert(1)" in one for one in told), which
            assert all("<script" not in one and "<img" not in one for one in told), which


def test_markup_of_a_page_taken_in_is_gone(analyst: Client) -> None:
    """Of HTML the words are kept; its scripts and handlers stand nowhere."""
    words = (EXAMPLES / YEREVAN).read_text(encoding="utf-8")
    html = f"<html><head><title>x</title></head><body><article><h1>t</h1><p onclick='alert(1)'>{words}</p>"
    html += "<script>alert(1)</script><img src=x onerror=alert(1)></article></body></html>"
    page = analyst.post("/intake/", {"text": html, "published": "2021-05-15"}, follow=True).content.decode()
    harmless(page, "page")
    assert "onclick" not in page


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "2130706433", "0x7f000001", "0177.0.0.1"),
        *("0x7f.1", "127.1", "169.254.169.254", "10.1.2.3", "192.168.0.1", "[fd00::1]", "[fe80::1]", "0.0.0.0"),  # noqa: S104  an address to be refused
        *("[64:ff9b::7f00:1]", "[::]", "user@127.0.0.1", "１２７.0.0.1"),
    ],
)
def test_no_address_leads_inside(host: str) -> None:
    """In no form of writing it down; the reason is told in words."""
    kept = take_address(f"http://{host}/", Told(), by="ann", at=NOW)
    assert kept.reports == ()
    assert kept.problems


@pytest.mark.parametrize("inside", [["10.0.0.1"], ["::1"], ["::ffff:10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["fc00::2"]])
def test_no_name_leads_inside(inside: Sequence[str]) -> None:
    """One private address among those of a name is enough; by intake and by a feed alike."""

    def resolver(host: str, port: int) -> Sequence[str]:
        del host, port
        return inside

    get = partial(fetch, resolver=resolver)
    assert take_address("http://public.example/", Told(), by="ann", at=NOW, get=get).problems
    feed = OwnFeed.objects.create(address="http://public.example/", added_by="ann", next_poll=NOW)
    poll({"feed": feed.id}, lambda *_: None, NOW, get=get)
    feed.refresh_from_db()
    assert "leads to" in feed.trouble
    assert not StoredReport.objects.exists()


def answering(monkeypatch: pytest.MonkeyPatch, answers: Sequence[Fetched | str]) -> list[tuple[str, tuple[str, ...]]]:
    """Answer what the desk asks for, in turn; give whom it asked, and at which addresses."""
    asked: list[tuple[str, tuple[str, ...]]] = []
    left = iter(answers)

    def ask(target: Target, addresses: tuple[str, ...], **more: object) -> Fetched | str:
        del more
        asked.append((target.host, addresses))
        return next(left)

    monkeypatch.setattr("casus.fetch.asking.ask", ask)
    return asked


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/", "//127.1/", "http://0x7f.1/"]
)
def test_no_redirect_leads_inside(monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    """A public page that sends on to a private address is as good as that address; by intake and by a feed."""
    public = partial(fetch, resolver=lambda *_: ["8.8.8.8"])
    asked = answering(monkeypatch, [to, to])
    kept = take_address("http://public.example/", Told(), by="ann", at=NOW, get=public)
    feed = OwnFeed.objects.create(address="http://public.example/f", added_by="ann", next_poll=NOW)
    poll({"feed": feed.id}, lambda *_: None, NOW, get=public)
    feed.refresh_from_db()
    assert "sent on to" in kept.problems[0].what
    assert "sent on to" in feed.trouble
    assert [host for host, _ in asked] == ["public.example", "public.example"]


def test_a_name_that_changes_in_between_leads_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked up once, and asked at the address that was checked (no rebinding)."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    looked_up: list[str] = []

    def resolver(host: str, port: int) -> Sequence[str]:
        del port
        looked_up.append(host)
        return next(answers)

    body = (EXAMPLES / YEREVAN).read_bytes()
    found = Fetched(
        body=body, final_url="http://rebind.example/", content_type="text/plain", charset="utf-8", status=200
    )
    asked = answering(monkeypatch, [found])
    kept = take_address("http://rebind.example/", Told(), by="ann", at=NOW, get=partial(fetch, resolver=resolver))
    assert len(kept.new) == 1
    assert (looked_up, asked) == (["rebind.example"], [("rebind.example", ("8.8.8.8",))])


BOMB = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
)
BOMB += "]><rss><channel><item><title>&j;</title></item></channel></rss>"


def packed(kind: str) -> bytes:
    """Give a small file that unpacks to 100 MB."""
    if kind == "gzip":
        return gzip.compress(bytes(100_000_000), 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(100_000_000))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["gzip", "zip", "entities"])
def test_nothing_blows_up(analyst: Client, kind: str) -> None:
    """A packed file is not unpacked, a feed with entities of its own is not read; both are refused in words."""
    data = BOMB.encode() if kind == "entities" else packed(kind)
    answer = analyst.post("/intake/", {"file": SimpleUploadedFile("a.xml", data)}, follow=True)
    assert answer.status_code == 200
    assert "message" in answer.content.decode()
    assert not StoredReport.objects.exists()


def test_what_is_too_large_is_refused(analyst: Client, settings: Settings) -> None:
    """A file in words; a body past what the desk takes with 413 or 400, before anything is made of it."""
    big = SimpleUploadedFile("big.txt", b"word " * 4_100_000)
    assert "big.txt" in analyst.post("/intake/", {"file": big}, follow=True).content.decode()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    answer = analyst.post("/intake/", {"text": "x" * 20_000})
    assert answer.status_code in {400, 413}
    assert not StoredReport.objects.exists()


def test_file_names_make_no_headers(analyst: Client) -> None:
    """A line end in a name stays within the page."""
    text = (EXAMPLES / YEREVAN).read_bytes()
    file = SimpleUploadedFile("a\r\nSet-Cookie: x=1.txt", text)
    answer = analyst.post("/intake/", {"file": file, "published": "2021-05-15"})
    assert "x" not in answer.cookies
    assert all("\n" not in value for value in answer.headers.values())


def test_the_worked_example_still_goes_through(analyst: Client) -> None:
    """None of the refusals stand in the way of a plain report."""
    take_in(YEREVAN)
    followed(YEREVAN)
    work()
    assert StoredIncident.objects.count() == 1
    assert User.objects.filter(username="one-analyst").exists()
    assert analyst.get("/incidents/").status_code == 200
