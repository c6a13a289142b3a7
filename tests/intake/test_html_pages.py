"""Pages of several templates to reports."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from casus.intake import image_credit, receive, receive_all
from casus.intake.pages import read_page
from casus.records import Report

PAGES = Path(__file__).parent / "pages"
BROKEN = Path(__file__).parents[1] / "bad" / "intake"
LINKED = '<script type="application/ld+json">%s</script>'
SENTENCE = "Norland troops crossed the Ash river early on Friday, the ministry said."


def shown(path: Path) -> str:
    """Write out a page's report: its particulars, then a region a paragraph."""
    report = page(path.read_bytes(), name=path.name)
    said = (report.language, report.title, report.published, report.publisher, report.author, report.url)
    lines = ["; ".join(str(s) for s in said)]
    lines += [f"[{r.kind} {r.language}] {report.text[slice(*r.span)]}" for r in report.regions]
    lines += [f"[credit] {c.creator}; {c.licence}; {c.caption}" for c in image_credit(report)]
    return "\n".join(lines) + "\n"


def page(data: bytes | str, name: str = "-") -> Report:
    """Read a page that gives a report."""
    report, _ = receive(data.encode() if isinstance(data, str) else data, name=name)
    assert report is not None
    return report


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda p: p.stem)
def test_a_page_gives_its_report(path: Path) -> None:
    """Particulars, regions, comments and credits are those written beside the page."""
    assert shown(path) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in sorted(BROKEN.iterdir()) if p.suffix != ".txt"], ids=lambda p: p.name)
def test_what_is_wrong_is_said(path: Path) -> None:
    """Broken pages and feeds give the message written beside them, and what reports they still hold."""
    reports, problems = receive_all(path.read_bytes(), name=path.name)
    said = "".join(f"{p.line()}\n" for p in problems) + f"reports: {len(reports)}\n"
    assert said == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda p: p.stem)
def test_regions_lie_in_order_and_cover_the_text(path: Path) -> None:
    """Regions do not overlap, and nothing but line ends lies between them; hashes are of bytes and of kept text."""
    data = path.read_bytes()
    report = page(data)
    at = 0
    for region in report.regions:
        assert report.text[at : region.span[0]].strip("\n") == ""
        assert region.span[0] < region.span[1]
        at = region.span[1]
    assert at == len(report.text)
    assert report.id == "sha256:" + hashlib.sha256(report.text.encode()).hexdigest()
    assert report.bytes_sha256 == hashlib.sha256(data).hexdigest()
    assert report.media_type == "text/html"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le"])
def test_the_encoding_changes_nothing(encoding: str) -> None:
    """A page without a label is read the same from every encoding."""
    text = (PAGES / "table.ja.html").read_text(encoding="utf-8")
    assert page(text.encode(encoding)).text == page(text).text


def test_the_caller_may_overrule_the_page() -> None:
    """A day and a language that are given count for more than the page's own."""
    data = (PAGES / "news.en.html").read_bytes()
    report, problems = read_page(data, published=date(2020, 1, 1), language="fr", url="https://news.example/a?b")
    assert problems == ()
    assert report is not None
    assert (report.published, report.language, report.url) == (date(2020, 1, 1), "fr", "https://news.example/a?b")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2021-05-15T00:30:00+09:00">', date(2021, 5, 15)),
        ('<meta name="DC.date.issued" content="2021-05-15">', date(2021, 5, 15)),
        ('<meta itemprop="datePublished" content="2021-05-15">', date(2021, 5, 15)),
        (LINKED % '{"@type":"NewsArticle","datePublished":"2021-05-15"}', date(2021, 5, 15)),
        (LINKED % '{"@graph":[{"@type":["Report"],"datePublished":"2021-05-15"}]}', date(2021, 5, 15)),
        (LINKED % '{"@type":"NewsArticle","dateModified":"2021-05-15"}', None),
        ('<meta property="article:modified_time" content="2021-05-15">', None),
        ('<meta name="date" content="05/06/2021">', None),
        (LINKED % "{broken", None),
        ('<link rel="canonical" href="https://news.example/2021/05/15/a.html">', None),
    ],
)  # fmt: skip
def test_the_day_is_the_pages_own_or_none(head: str, day: date | None) -> None:
    """The day of publication is taken from what says so, never from a change, an address or an unclear date."""
    assert page(f"<html><head>{head}</head><body><p>{SENTENCE}</p></body></html>").published == day


@pytest.mark.parametrize(
    ("shown_date", "day"),
    [
        ('<time datetime="2021-05-15T10:00Z">yesterday</time>', date(2021, 5, 15)),
        ('<p class="post-date">2021年5月15日</p>', date(2021, 5, 15)),
        ('<span class="date">令和3年5月15日</span>', date(2021, 5, 15)),
        ('<div class="published">15 мая 2021</div>', date(2021, 5, 15)),
        ('<span class="date">最終更新:2021年5月15日</span>', None),
        ('<p>The treaty was signed on 15 May 1992.</p>', None),
        ('<div class="comments"><div class="comment"><time datetime="2021-05-15">x</time> Hm.</div></div>', None),
    ],
)  # fmt: skip
def test_a_day_that_is_shown_counts_where_the_page_marks_it(shown_date: str, day: date | None) -> None:
    """A date in the text, of a change or of a comment is not the day of publication."""
    assert page(f"<html><body>{shown_date}<p>{SENTENCE}</p></body></html>").published == day


def test_the_site_round_a_report_is_left_out() -> None:
    """Menus, related pages, sharing, consent and footers are not kept."""
    text = page(
        "<html><body><nav>Home News</nav><div class='cookie-notice'>We use cookies.</div><h1>Crossing</h1>"
        f"<p>{SENTENCE}</p><div class='share-buttons'>Share this now.</div>"
        "<div class='related-posts'>Other troops moved elsewhere long ago.</div><form>Mail me.</form>"
        "<footer>All rights reserved.</footer><script>x()</script><p hidden>No.</p></body></html>"
    ).text
    assert text == f"Crossing\n{SENTENCE}"


def test_a_class_name_is_not_believed_of_most_of_the_page() -> None:
    """A wrapper named after the sidebar beside it, or after comments being open, still holds the report."""
    text = page(
        f"<html><body class='sidebar'><div class='layout sidebar-right widget'><article class='comments-open'>"
        f"<h1>Crossing</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></div></body></html>"
    ).text
    assert text == f"Crossing\n{SENTENCE}\n{SENTENCE}"


def test_white_space_is_kept_as_a_browser_shows_it() -> None:
    """Line ends in the source are blanks, none between Japanese letters; entities are letters; breaks are line ends."""
    body = (
        "<p>A&nbsp;&lt;b&gt;\n  c&#x3042;</p><p>軍が\n  川を</p><p>one<br>Two</p><p>he<br>went on</p><pre>a\n b</pre>"
    )
    assert page(f"<html><body>{body}</body></html>").text == "A <b> cあ\n軍が川を\none\nTwo\nhe went on\na\nb"


def test_the_text_may_come_from_the_metadata() -> None:
    """A page that scripts fill, but whose metadata hold the article, gives that, and says so."""
    linked = f'{{"@type":"NewsArticle","headline":"Crossing","articleBody":"{SENTENCE * 4}\\n{SENTENCE}"}}'
    data = f'<html><head><script type="application/ld+json">{linked}</script></head><body><div></div></body></html>'
    report, problems = receive(data.encode())
    assert report is not None
    assert report.text.startswith("Crossing\nNorland troops")
    assert [p.what for p in problems] == ["the text was taken from the page's metadata"]


def test_plain_text_stays_plain_text() -> None:
    """A text that merely holds angle brackets is kept to the letter."""
    for text in ("Troops < tanks > guns\n\nsecond\n", "<速報> 軍が川を渡った。\n", "a <b> c"):
        report = page(text, name="a.txt")
        assert (report.text, report.media_type) == (text, "text/plain")


def test_without_the_parser_the_extra_is_named() -> None:
    """A page on an installation without the extra says what to install."""
    code = (
        "import sys; sys.modules['lxml'] = None\n"
        "from casus.intake import receive\n"
        "from casus.errors import MissingExtraError\n"
        "try: receive(b'<html><p>x</html>')\n"
        "except MissingExtraError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "pip install 'casus[web]'" in done.stdout
