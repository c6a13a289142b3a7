"""Feeds to items and reports."""

from __future__ import annotations

from datetime import date

import pytest

from casus.intake import receive, receive_all
from casus.intake.feeds import items, reports_of

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>国境通信</title><link>https://border.example/</link><language>ja</language>
<item><title>北国軍、湖西に陣地</title><link>https://border.example/1</link><guid isPermaLink="false">n1</guid>
<pubDate>Sat, 02 Mar 2019 23:30:00 +0900</pubDate><description>要約&nbsp;だけ</description>
<dc:creator>編集部</dc:creator>
<content:encoded><![CDATA[<p>北国の軍は湖の西岸に陣地を築いた。</p>
<p>参考:<a href="https://a.example/2">Army digs in</a></p>]]></content:encoded>
</item>
<item><title>続報</title><link>/2</link><description>外務省は撤収を求めた。</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>News &amp; Views</title>
<link rel="self" href="https://news.example/feed"/><link href="https://news.example/"/>
<entry><title type="html">Troops &lt;i&gt;cross&lt;/i&gt; A &amp;amp; B</title><id>tag:1</id>
<link rel="replies" href="/c"/>
<link rel="alternate" href="a/1"/><published>2023-02-03T01:00:00Z</published><updated>2023-03-03T01:00:00Z</updated>
<author><name>Ann</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Troops crossed the
<b>Ash</b> river.</p></div></content></entry>
<entry><title>B</title><id>2</id><summary>Plain text, 1 &lt; 2.</summary>
<updated>2023-03-03T01:00:00Z</updated></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en-US", "items": [
{"id": 1, "url": "https://j.example/1", "title": "T", "content_html": "<p>Troops crossed.</p>",
 "date_published": "2023-02-03T01:00:00+02:00", "authors": [{"name": "A"}, {"name": "B"}]},
{"id": "2", "content_text": "Line <one>\\nLine two"}]}"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="https://r.example/1">
<title>T</title><link>https://r.example/1</link><description>Troops crossed.</description>
<dc:date>2004-05-06T07:08:09+09:00</dc:date>
</item></rdf:RDF>"""


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis", "euc-jp", "utf-16"])
def test_rss_gives_an_item_each(encoding: str) -> None:
    """Title, address, day, author and publisher; names of HTML's entities; relative links; any encoding."""
    (first, second), problems = items(RSS.format(encoding=encoding).encode(encoding), url="https://border.example/feed")
    assert problems == ()
    assert (first.id, first.url, first.title) == ("n1", "https://border.example/1", "北国軍、湖西に陣地")
    assert (first.published, first.author, first.publisher) == (date(2019, 3, 2), "編集部", "国境通信")
    assert first.summary == "要約\u00a0だけ"
    assert (second.url, second.published, second.content) == ("https://border.example/2", None, None)


def test_an_item_becomes_a_report_with_regions() -> None:
    """The content counts before the summary, and its markup tells the regions."""
    reports, problems = receive_all(RSS.format(encoding="utf-8").encode(), name="feed.xml")
    assert problems == ()
    first = reports[0]
    assert (first.name, first.title, first.language) == ("https://border.example/1", "北国軍、湖西に陣地", "ja")
    assert [(r.kind, first.text[slice(*r.span)]) for r in first.regions] == [
        ("headline", "北国軍、湖西に陣地"),
        ("lede", "北国の軍は湖の西岸に陣地を築いた。"),
        ("reference", "参考:Army digs in"),
    ]
    assert reports[1].text == "続報\n外務省は撤収を求めた。"
    assert reports[0].bytes_sha256 == reports[1].bytes_sha256


def test_atom_gives_an_item_each() -> None:
    """HTML in titles, XHTML in content, links by their relation; a day of change is none of publication."""
    (first, second), problems = items(ATOM.encode())
    assert problems == ()
    assert (first.title, first.url) == ("Troops cross A & B", "https://news.example/a/1")
    assert (first.published, first.author, first.language) == (date(2023, 2, 3), "Ann", "en")
    assert (second.published, second.url, second.publisher) == (None, None, "News & Views")
    (one, two), _ = reports_of((first, second), name="feed")
    assert one.text == "Troops cross A & B\nTroops crossed the Ash river."
    assert (two.name, two.text) == ("feed#2", "B\nPlain text, 1 < 2.")


def test_json_feed_gives_an_item_each() -> None:
    """Plain text keeps its lines and its angle brackets."""
    reports, problems = receive_all(JSON.encode())
    assert problems == ()
    assert (reports[0].published, reports[0].author, reports[0].publisher) == (date(2023, 2, 3), "A, B", "J")
    assert reports[0].media_type == "application/feed+json"
    assert reports[1].text == "Line <one>\nLine two"


def test_rss_1_gives_an_item_each() -> None:
    """Items beside the channel, with a date of Dublin Core's."""
    ((item,), problems) = items(RDF.encode())
    assert problems == ()
    assert (item.title, item.published, item.publisher) == ("T", date(2004, 5, 6), "R")


def test_an_item_says_where_it_came_from() -> None:
    """A source that an item names is its publisher."""
    data = b"<rss><channel><title>Hub</title><item><title>T</title><source url='https://a.example'>Agency</source></item></channel></rss>"
    assert items(data)[0][0].publisher == "Agency"


def test_one_report_of_several_is_not_chosen() -> None:
    """Where one report is asked for, a feed of one gives it, on the day that is said, and one of two is a problem."""
    report, problems = receive(RSS.format(encoding="utf-8").encode(), name="feed.xml")
    assert report is None
    assert problems[0].what == "this is a feed of 2 items, and one report was asked for"
    single, _ = receive(RDF.encode(), published=date(2020, 1, 1))
    assert single is not None
    assert (single.title, single.published) == ("T", date(2020, 1, 1))


def test_a_feed_ends_with_its_two_thousandth_item() -> None:
    """A feed that goes on is read so far, and it is said."""
    data = "<rss><channel>" + "<item><title>T</title></item>" * 2_010 + "</channel></rss>"
    found, problems = items(data.encode())
    assert len(found) == 2_000
    assert problems[0].what == "only the first 2,000 items were read"
