"""Fetching from a server on the loopback address, which only these tests may do."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from tests.fetch.answers import PAGE
from tests.fetch.conftest import Site

from casus.errors import Problem
from casus.fetch import Fetched, Limits, fetch, fetch_reports
from casus.version import VERSION

SMALL = Limits(max_bytes=100_000, timeout_s=10)


def got(site: Site, path: str, limits: Limits = SMALL) -> Fetched:
    """Fetch a path that gives something without a note."""
    found, problems = fetch(site.url(path), limits=limits, allow=site.allow)
    assert problems == ()
    assert found is not None
    return found


def refused(site: Site, path: str, limits: Limits = SMALL) -> Problem:
    """Fetch a path that gives nothing but one problem."""
    found, problems = fetch(site.url(path), limits=limits, allow=site.allow)
    assert found is None
    assert len(problems) == 1
    return problems[0]


def test_an_answer_keeps_what_the_server_said(site: Site) -> None:
    """Bytes, kind, charset, tag and the caller's own time are kept; the request names casus and its version."""
    now = datetime(2026, 1, 2, tzinfo=UTC)
    found, problems = fetch(site.url("/page?a=b c".replace(" ", "%20")), fetched_at=now, allow=site.allow)
    assert problems == ()
    assert found is not None
    assert (found.body, found.content_type, found.charset, found.status) == (PAGE, "text/html", "utf-8", 200)
    assert (found.etag, found.last_modified, found.fetched_at) == ('"1"', "Sat, 15 May 2021 00:00:00 GMT", now)
    path, headers = site.asked[0]
    assert path == "/page?a=b%20c"
    assert headers["user-agent"] == f"casus/{VERSION}"
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert "cookie" not in headers


def test_loopback_is_refused_without_the_tests_leave(site: Site) -> None:
    """Nothing is asked of a server on the machine itself."""
    found, problems = fetch(site.url("/page"))
    assert found is None
    assert problems[0].what == "127.0.0.1 is a loopback address"
    assert site.asked == []


@pytest.mark.parametrize("path", ["/moved", "/twice"])
def test_redirects_are_followed(site: Site, path: str) -> None:
    """The final address is that of the page, without a fragment."""
    assert got(site, path).final_url == site.url("/page")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/circle", "sends on in a circle"),
        ("/step0", "sends on more than 5 times"),
        ("/to-private", "192.168.0.1 is a private address"),
        ("/to-metadata", "169.254.169.254 is a link-local address"),
        ("/to-file", "only http and https addresses are fetched, not 'file'"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(site: Site, path: str, words: str) -> None:
    """Circles, long chains, private hosts and other schemes end it, and the problem names both addresses."""
    problem = refused(site, path)
    assert problem.where == site.url(path)
    assert problem.what.startswith("sent on to ")
    assert words in problem.what


def test_a_name_in_a_redirect_is_looked_up_and_checked(site: Site) -> None:
    """A redirect to a name that leads into a private network is refused."""
    found, problems = fetch(site.url("/to-name"), resolver=lambda *_: ["10.0.0.1"], allow=site.allow)
    assert found is None
    assert "the name inside.example leads to 10.0.0.1, a private address" in problems[0].what


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/declared", "it has 1,000,000,000 bytes"),
        ("/endless", "it goes on after 1"),
        ("/bomb", "to more than 100,000"),
        ("/broken-off", "the answer broke off"),
        ("/not-gzip", "the packed answer is broken"),
        ("/brotli", "packed in a way that is not read here: br"),
        ("/layers", "packed in a way that is not read here: gzip, gzip"),
        ("/empty", "the answer is empty"),
        ("/pdf", "the kind application/pdf, which is not read"),
        ("/image", "the kind image/svg+xml, which is not read"),
        ("/untyped-binary", "it is no text"),
        ("/forbidden", "the server answered 403 Forbidden"),
        ("/nowhere", "the server answered 404 Not Found"),
        ("/odd-status", "the server answered 299"),
        ("/to-nothing", "the server answered 302 Found"),
    ],
)
def test_what_cannot_be_used_is_a_problem(site: Site, path: str, words: str) -> None:
    """Too large, broken, of another kind or refused: one problem that says so, with a hint."""
    problem = refused(site, path)
    assert words in problem.what
    assert problem.hint


def test_a_slow_drip_ends_with_the_time_limit(site: Site) -> None:
    """A server that sends a byte now and then cannot hold a fetch beyond its time."""
    assert refused(site, "/drip", Limits(timeout_s=0.2)).what == "no complete answer within 0.2 s"


def test_a_name_server_that_does_not_answer_ends_with_the_time_limit() -> None:
    """The look-up of a name counts towards the time."""
    never = threading.Event()

    def resolver(host: str, port: int) -> list[str]:
        del host, port
        never.wait(10)
        return []

    _, problems = fetch("http://example.org/", limits=Limits(timeout_s=0.05), resolver=resolver)
    never.set()
    assert problems[0].what == "looking up the name took too long"


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/raw-deflate", "/untyped", "/page"])
def test_packed_and_untyped_answers_are_read(site: Site, path: str) -> None:
    """Gzip in several members, deflate with and without its header, and a page of no declared kind."""
    assert got(site, path).body == PAGE


def test_the_connection_goes_to_the_checked_address(site: Site) -> None:
    """A name is looked up once for each hop: what it leads to afterwards changes nothing."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    found, _ = fetch(
        f"http://news.example:{site.port}/page", resolver=lambda *_: next(answers), allow=site.allow, limits=SMALL
    )
    assert found is not None
    assert site.asked[0][1]["host"] == f"news.example:{site.port}"
    assert next(answers) == ["10.0.0.1"]


def test_a_closed_port_is_a_problem(site: Site) -> None:
    """No connection is said, not raised."""
    _, problems = fetch("http://127.0.0.1:1024/", allow=site.allow, limits=SMALL)
    assert problems[0].what.startswith("no connection to 127.0.0.1")


def test_an_address_becomes_reports(site: Site) -> None:
    """A page gives one report with its address and encoding, a feed one for each item, a text one."""
    (page,), problems = fetch_reports(site.url("/moved"), allow=site.allow)
    assert problems == ()
    assert (page.title, page.url, page.media_type) == ("Troops cross the river", site.url("/page"), "text/html")
    (japanese,), _ = fetch_reports(site.url("/sjis"), allow=site.allow)
    assert (japanese.text, japanese.encoding) == ("軍が川を渡った。", "cp932")
    feed, _ = fetch_reports(site.url("/feed"), allow=site.allow)
    assert [r.title for r in feed] == ["A", "B"]
    (text,), _ = fetch_reports(site.url("/text"), allow=site.allow)
    assert text.text == "Troops crossed the river."
    assert fetch_reports(site.url("/pdf"), allow=site.allow)[0] == ()
