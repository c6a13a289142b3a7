"""Pages in Japanese: no English in their frame but quoted words, names and what is marked as English."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.made import BAKU, NOW, YEREVAN, followed
from tests.desk.test_publishing import LATER, nobody_entered, published

from casus.desk.outlets import grade
from casus.desk.store.models import OwnFeed, ShortPost
from casus.desk.watching import watch

pytestmark = pytest.mark.django_db
VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})
UNREAD = frozenset({"script", "style", "q", "code", "textarea"})
SPOKEN = ("aria-label", "placeholder", "alt", "title")
NAMES = frozenset({
    *("casus", "Atom", "RSS", "JSON", "Feed", "UTC", "CSTO", "CIS", "GUAM", "ARM", "AZE", "RUS", "English", "log"),
    *("sevlake", "baku", "wire", "ann", "one", "admin", "editor", "analyst", "http", "https", "example", "org"),
    *("Standard", "Webhooks", "YYYY", "Brier", "PNG", "JPEG", "ICD", "txt"),
})  # fmt: skip
"""Names that stand in Latin letters in Japanese too: formats, codes, the test's own people and reports."""


ASKED = {"text": "協議は続くか", "criteria": " ", "resolves_on": "2030-01-01", "branches": "続く\n続かない"}


MARKED = re.compile(
    r"［英語:.*?］"  # words of a law file that has no Japanese for them, marked so in the text
    r"|casus data install [^)]*"  # a command
    r"|(?:sha256:|incident-|decision-|whsec_)[\w+/=]+…?"  # ids
    r"|\b[0-9a-f]{12}\b"  # fingerprints of the law, places and rules a page was made with
)


class Frame(HTMLParser):
    """Gathers what a page says in Japanese: without words marked as of another language."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether what follows is Japanese; take what is spoken of the element itself."""
        given = dict(attrs)
        other = given.get("lang") not in {None, "ja"} or tag in UNREAD or bool(self._open and self._open[-1][1])
        if not other:
            self.said += [words for name in SPOKEN if (words := given.get(name))]
        if tag not in VOID:
            self._open.append((tag, other))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those left open within it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take words."""
        if data.strip() and not (self._open and self._open[-1][1]):
            self.said.append(data.strip())


def english(page: str) -> list[str]:
    """Give what a page says that has an English word in it."""
    frame = Frame()
    frame.feed(page)
    plain = [MARKED.sub("", said) for said in frame.said]
    return [said for said in plain if set(re.findall(r"[A-Za-z]{3,}", said)) - NAMES]


def test_no_page_speaks_english_in_japanese(client: Client, admin: Client) -> None:
    """Public pages and those of the desk's people, with decisions, changes, watches and corrections on them."""
    incident = followed(YEREVAN, BAKU)
    published(incident)
    published(nobody_entered(incident, LATER, why="合同調査"), at=LATER, correction="訂正")
    watch(incident, by="ann", at=NOW, mail="ann@example.org", webhook="https://example.org/")
    grade("例の通信", "B", by="ann", at=NOW, why="三度とも正確")
    ShortPost.objects.create(text="協議は続く。", language="ja", source="例の通信", by="ann", at=NOW)
    OwnFeed.objects.create(address="https://example.org/f", added_by="ann", next_poll=NOW)
    report = incident.memberships.first()
    assert report is not None
    of_it = f"/incidents/{incident.id}"
    parts = ("/", "/explanations/", "/drafts/", "/watches/", "/what-if/?act.fire_opened=yes", "/lines/bound/0/")
    staff = [of_it + part for part in parts]
    staff += ["/incidents/", "/reports/", f"/reports/{report.report_id}/", "/intake/", "/jobs/", "/people/", "/log/"]
    staff += ["/search/?q=占領", "/outlets/", "/questions/", "/questions/new/", "/shorts/new/", "/people/tokens/"]
    public = ["/", f"/p/{incident.id}/", f"/p/{incident.id}/?as_of=2021-05-18", "/p/none/", "/shorts/", "/states/ARM/"]
    found = {}
    for browser, addresses in ((client, [*public, "/accounts/login/"]), (admin, staff)):
        for address in addresses:
            page = browser.get(f"{address}{'&' if '?' in address else '?'}lang=ja").content.decode()
            found[address] = english(page)
    assert {address: said for address, said in found.items() if said} == {}


def test_what_is_refused_is_told_in_japanese(editor: Client) -> None:
    """What is wrong with a page, a picture, a short post or a question stands on a Japanese page in Japanese."""
    incident = followed(YEREVAN)
    drafts, short = f"/incidents/{incident.id}/drafts/?lang=ja", "/shorts/new/?lang=ja"
    picture = SimpleUploadedFile("x.txt", b"no picture")
    posted = [
        editor.post(drafts, {"correction": "x"}, follow=True),
        editor.post(drafts, {"picture": picture}, follow=True),
        editor.post(f"/incidents/{incident.id}/withdraw/", {"why": ""}, follow=True),
        editor.post(f"/incidents/{incident.id}/withdraw/", {"why": "誤報"}, follow=True),
        editor.post(short, {"text": "@some_one", "language": "ja", "source": "例の通信"}),
        editor.post("/questions/new/", ASKED, follow=True),
    ]
    told = [re.findall(r'<p class="message[^>]*>(.*?)</p>', answer.content.decode()) for answer in posted]
    assert "訂正すべき公開中のページがない" in told[0][0]
    assert "JPEGでもPNGでもない" in told[1][0]
    assert "撤回には理由が必要" in told[2][0]
    assert "撤回するものがない" in told[3][0]
    assert "個人を特定する（その部分を省くこと）" in told[4][0]
    assert "問いに判定基準がない" in told[5][0]
    assert [english(answer.content.decode()) for answer in posted[:5]] == [[]] * 5
