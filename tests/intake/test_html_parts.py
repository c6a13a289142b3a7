"""Small parts of reading pages: what bytes hold, languages, credits, headlines, regions."""

from __future__ import annotations

from datetime import date

import pytest

from casus.intake import image_credit, kind_of, receive
from casus.intake.html_credits import licence_name
from casus.intake.html_days import shown_day, stamped_day
from casus.intake.html_language import language_of, part_language
from casus.intake.html_tree import tree_of
from casus.records import Report

SENTENCE = "Norland troops crossed the Ash river early on Friday, the ministry said."


def page(body: str, head: str = "") -> Report:
    """Read a page."""
    report, _ = receive(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())
    assert report is not None
    return report


def regions(report: Report) -> list[tuple[str, str]]:
    """Give the regions as kind and text."""
    return [(r.kind, report.text[slice(*r.span)]) for r in report.regions]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!doctype HTML><p>x", "-", "html"),
        (b"\xef\xbb\xbf\n<!-- saved --><html lang=en>", "-", "html"),
        ("<html>x".encode("utf-16"), "-", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html xmlns='x'>", "-", "html"),
        (b"<p>Troops crossed.</p>", "-", "html"),
        (b"Troops <b>crossed</b>.", "page.html", "html"),
        (b"Troops crossed.", "page.html", "text"),
        (b"Troops <b>crossed</b>.", "page.txt", "text"),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- x --><rss>", "-", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "a.html", "feed"),
        (b"<rdf:RDF xmlns='x'>", "-", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "-", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "-", "feed"),
        (b'{"title":"x","version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "-", "feed"),
        (b'{"version": "1"}', "-", "text"),
        (b"\x89PNG\x00\x01\x00\x02\x03\x00", "-", None),
        (b"", "-", "text"),
    ],
)
def test_bytes_are_told_by_how_they_begin(data: bytes, name: str, kind: str | None) -> None:
    """Pages, feeds, text, or none of them."""
    assert kind_of(data, name=name) == kind


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("軍が川を渡った。", "en", "ja"),
        ("Troops crossed.", "ja", "en"),
        ("Les troupes", "fr", "fr"),
        ("Troops crossed.", "ru", "en"),
        ("Війська перейшли", "uk", "uk"),
        ("Войска перешли", "en", "ru"),
        ("군대가 강을", None, "ko"),
        ("Trupe su prešle", "sr", "sr"),
        ("عبرت قوات NATO النهر", "ar", "ar"),
        ("1999", "de", "de"),
    ],
)
def test_the_script_overrules_a_declared_language_that_cannot_be(
    text: str, declared: str | None, language: str
) -> None:
    """Templates declare languages that their writers do not use."""
    assert language_of(text, declared) == language


def test_a_part_has_the_pages_language_unless_its_script_differs() -> None:
    """An English headline in a Japanese page is English; a Japanese one without kana is Japanese."""
    assert part_language("Army enters the lake district", "ja") == "en"
    assert part_language("北国軍、湖西占領", "ja") == "ja"
    assert part_language("NATO", "ja") == "ja"
    assert part_language("Troops crossed the river", "de") == "de"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-05-15", date(2021, 5, 15)),
        ("20210515T101500Z", date(2021, 5, 15)),
        ("Sat, 15 May 2021 23:59:00 GMT", date(2021, 5, 15)),
        ("15 May 2021 10:00 +0000", date(2021, 5, 15)),
        ("May 15th, 2021", date(2021, 5, 15)),
        ("2021.5.15", date(2021, 5, 15)),
        ("2021年5月15日", date(2021, 5, 15)),
        ("令和元年5月15日", date(2019, 5, 15)),
        ("2021-13-45", None),
        ("Sat, 99 Foo 2021", None),
        ("15.05.2021", None),
        ("2021", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_only_where_nothing_is_left_to_guess(text: str | None, day: date | None) -> None:
    """Whole dates in an order that cannot be mistaken."""
    assert stamped_day(text) == day


def test_a_day_is_found_among_other_words() -> None:
    """The first date that is shown counts."""
    assert shown_day("投稿日 : 2021/05/15 10:00 カテゴリ") == date(2021, 5, 15)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://creativecommons.org/licenses/by/2.0/", "CC BY 2.0"),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/legalcode", "CC BY-NC-ND 4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain"),
        ("https://example.org/licence", None),
    ],
)
def test_licences_are_named_by_their_address(address: str, name: str | None) -> None:
    """Creative Commons' deeds, and no others."""
    assert licence_name(address) == name


def test_a_credit_in_the_metadata_becomes_a_line() -> None:
    """Maker and licence of a picture that the text does not name are told in a notice; those it names are not twice."""
    linked = (
        '<script type="application/ld+json">{"@type":"ImageObject","creditText":"Ana Ruiz",'
        '"license":"https://creativecommons.org/licenses/by/4.0/"}</script>'
    )
    report = page(f"<p>{SENTENCE}</p>", linked)
    assert regions(report)[-1] == ("furniture", "Image: Ana Ruiz / CC BY 4.0")
    (credit,) = image_credit(report)
    assert (credit.creator, credit.licence) == ("Ana Ruiz", "CC BY 4.0")
    told = page(f"<p>{SENTENCE}</p><p>Photo: Ana Ruiz / CC BY 4.0</p>", linked)
    assert told.text.count("Ana Ruiz") == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<figure><figcaption>A river.</figcaption></figure>", ("furniture", "A river.")),
        ("<div class='wp-caption'><p class='wp-caption-text'>A river.</p></div>", ("furniture", "A river.")),
        ("<p>※告知:掲示板に書きます。</p>", ("furniture", "※告知:掲示板に書きます。")),
        ("<p class='notice'>Corrected on Monday.</p>", ("furniture", "Corrected on Monday.")),
        ("<p><a href='https://else.example/1'>Army enters</a></p>", ("reference", "Army enters")),
        ("<p>Source: <a href='/1'>our own report</a></p>", ("reference", "Source: our own report")),
        ("<blockquote class='twitter-tweet'>We were hit.</blockquote>", ("reference", "We were hit.")),
        ("<h2>A second river</h2>", ("headline", "A second river")),
    ],
)
def test_regions_are_told_by_the_markup(body: str, found: tuple[str, str]) -> None:
    """Captions, notices, links to other reports, subheadings."""
    report = page(f"<article><h1>Crossing</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>{body}</article>")
    assert found in regions(report)


@pytest.mark.parametrize(
    "body", ["<p><a href='/next'>Read on</a></p>", "<h3>Related articles</h3>", "<h3>関連記事</h3>"]
)
def test_short_links_and_headings_of_the_site_are_left_out(body: str) -> None:
    """They belong to the site, not to the report."""
    report = page(f"<article><h1>Crossing</h1><p>{SENTENCE}</p>{body}</article>")
    assert regions(report) == [("headline", "Crossing"), ("lede", SENTENCE)]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Crossing | News</title>", "<h1>News</h1><h2 class='entry-title'>Crossing</h2>", "Crossing"),
        ("<title>Troops cross the river at dawn - News</title>", "", "Troops cross the river at dawn"),
        ("<meta property='og:title' content='Crossing'><title>News</title>", "<h1>News</h1>", "News"),
        ("<meta property='og:title' content='The crossing'>", "<h1>Site</h1>", "The crossing"),
        ("", "<h1>Crossing</h1>", "Crossing"),
        ("", "", None),
    ],
)
def test_the_headline_is_what_page_and_title_agree_on(head: str, body: str, title: str | None) -> None:
    """A site's name is no headline where there is another."""
    assert page(f"{body}<p>{SENTENCE}</p>", head).title == title


def test_a_tree_is_made_of_anything() -> None:
    """What is no markup is a page with a text."""
    root, problems = tree_of("just words", where="-")
    assert root is not None
    assert problems == ()
