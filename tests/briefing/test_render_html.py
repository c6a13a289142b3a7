"""The HTML page: self-contained, every line opens its words, nothing of a report runs as markup."""

from __future__ import annotations

from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.briefing.made import REPORT, TEXT, Book, assessment

from casus.briefing import compose, to_html
from casus.briefing.marked import marked_report
from casus.records import Report


class Page(HTMLParser):
    """Collects ids, links and elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.outside: list[str] = []
        self.langs: list[str | None] = []
        self.data: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element has."""
        given_ = dict(attrs)
        if given_.get("id"):
            self.ids.append(given_["id"] or "")
        href = given_.get("href") or given_.get("src") or ""
        if href.startswith("#"):
            self.targets.append(href[1:])
        elif href:
            self.outside.append(href)
        if tag == "q":
            self.langs.append(given_.get("lang"))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.data.append(data)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_link_has_its_words(language: str) -> None:
    """Each quotation links to an id that is on the page once, in its own language; nothing is fetched."""
    page = Page(to_html(compose(assessment(), law=Book()), language=language))
    assert len(page.targets) > 5
    assert set(page.targets) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.outside == []
    assert set(page.langs) == {"en"}


def test_quotes_only_leaves_the_text_out() -> None:
    """Without the full text the quotations stay and the rest of the report is gone."""
    page = to_html(compose(assessment(), law=Book()), quotes_only=True)
    assert "Just a bluff." not in page
    assert "hold the hill" in page


def test_markup_in_a_report_stays_text() -> None:
    """A report that holds a script shows it as words."""
    made = assessment()
    nasty = TEXT.replace("Just a bluff.", "<script>x")
    report = msgspec.structs.replace(made.reports[0], text=nasty)
    page = to_html(compose(msgspec.structs.replace(made, reports=(report,)), law=Book()))
    assert "&lt;script&gt;x" in page
    assert "<script>x" not in page


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_marking_keeps_every_character_once(text: str, raw: list[tuple[int, int]]) -> None:
    """However the spans overlap, the text comes out whole."""
    spans = {(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in raw}
    found = {(REPORT, s): f"w{n}" for n, s in enumerate(sorted(s for s in spans if s[0] < s[1]))}
    html = marked_report(Report(id=REPORT, text=text, language="en", bytes_sha256=""), found)
    parser = Page("")
    parser.feed(f"<div>{html}</div>")
    parser.close()
    assert "".join(parser.data) == text.replace("\r\n", "\n").replace("\r", "\n") or "".join(parser.data) == text
