"""Addresses that may not or cannot be fetched: what, where, why and what to do, and the other inputs are still read."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest
from tests.cli.conftest import Serve
from tests.cli.running import readings, run
from tests.fetch.answers import ANSWERS, HTML, Answer
from tests.fetch.conftest import Site

from casus.cli.exits import UNUSABLE, USAGE

GOOD = "<!doctype html><title>T</title><h1>T</h1><p>Norland troops crossed the Ash river early on Friday.</p>"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is a loopback address"),
        ("http://[::1]:8000/a", "::1 is a loopback address"),
        ("http://[::ffff:7f00:1]/", "IPv4-mapped"),
        ("http://2130706433/", "a number in disguise"),
        ("http://0x7f000001/", "a number in disguise"),
        ("http://0x7f.0.0.1/", "a number in disguise"),
        ("http://0177.0.0.1/", "a number in disguise"),
        ("http://127.1/", "a number in disguise"),
        ("http://0.0.0.0/", "an unspecified address"),
        ("http://169.254.169.254/latest/meta-data/", "a link-local address"),
        ("http://10.0.0.8/", "a private address"),
        ("http://user:secret@example.org/", "a user name or password"),
        ("file:///etc/passwd", "only http and https addresses are fetched, not 'file'"),
        ("ftp://example.org/a", "only http and https addresses are fetched, not 'ftp'"),
        ("https://", "no host name"),
        ("https://example.org:22/", "port 22 is not one for web pages"),
    ],
)
@pytest.mark.parametrize("command", ["brief", "read"])
def test_what_leads_inside_is_never_asked(command: str, url: str, why: str) -> None:
    """Loopback, private and disguised hosts, other schemes, and names with passwords."""
    result = run(command, url, code=UNUSABLE)
    assert result.stdout == ""
    assert result.stderr.startswith(f"casus: {url}")
    assert why in result.stderr
    assert result.stderr.rstrip().endswith(")")


def test_a_name_that_leads_inside_is_refused(reached: Site) -> None:
    """A name is judged by the addresses it resolves to."""
    result = run("read", "http://intranet.example/report", code=UNUSABLE)
    assert "the name intranet.example leads to 10.1.2.3, a private address" in result.stderr
    assert reached.asked == []


@pytest.mark.parametrize(
    ("path", "why", "advice"),
    [
        ("/circle", "sends on in a circle", "open the page in a browser"),
        ("/step0", "sends on more than 5 times", "open the page in a browser"),
        ("/to-private", "192.168.0.1 is a private address", "only hosts of the public internet"),
        ("/to-metadata", "169.254.169.254 is a link-local address", "only hosts of the public internet"),
        ("/to-name", "leads to 10.1.2.3, a private address", "only hosts of the public internet"),
        ("/to-file", "only http and https", "give a public http or https address"),
        ("/declared", "too large: it has 1,000,000,000 bytes", "give the address of a single report"),
        ("/endless", "too large: it goes on after", "give the address of a single report"),
        ("/bomb", "unpacks from", "give the address of a single report"),
        ("/pdf", "of the kind application/pdf", "give the address of a page"),
        ("/image", "of the kind image/svg+xml", "give the address of a page"),
        ("/empty", "the answer is empty", "open the page in a browser"),
        ("/forbidden", "403 Forbidden", "save the page from a browser"),
        ("/none-there", "404 Not Found", "is the address right?"),
        ("/untyped-binary", "it is no text", "give the address of a page"),
    ],
)
def test_a_bad_answer_costs_nothing_of_the_others(
    reached: Site, serve: Serve, path: str, why: str, advice: str
) -> None:
    """What is wrong is said of the address that was given, and the good page beside it is read."""
    result = run("read", reached.url(path), serve("/good", GOOD), code=UNUSABLE)
    assert f"casus: {reached.url(path)}: " in result.stderr
    assert why in result.stderr
    assert advice in result.stderr
    assert len(readings(result)) == 1


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"\x89PNG\r\n\x1a\n\x00\x00", gzip.compress(b"<p>x" * 99, mtime=0)]
)
def test_a_file_that_is_called_a_page_is_seen_through(reached: Site, serve: Serve, body: bytes) -> None:
    """A PDF, an image or an archive served as text/html is named as what it is."""
    result = run("read", serve("/false", body), code=UNUSABLE)
    assert "this is a" in result.stderr
    assert "no text" in result.stderr
    assert reached.asked


def test_a_page_of_scripts_only_is_told(reached: Site, serve: Serve) -> None:
    """It holds no text until a browser shows it, and that is what the message says."""
    url = serve("/app", "<!doctype html><title>News</title><div id=root></div><script>render()</script>")
    result = run("brief", url, code=UNUSABLE)
    assert "scripts put it in when a browser shows it" in result.stderr
    assert "save the page from a browser" in result.stderr
    assert reached.asked


def test_a_gigabyte_is_not_held(reached: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading stops at the limit, and the memory taken stays near it."""
    monkeypatch.setitem(ANSWERS, "/gigabyte", Answer(headers=HTML, body=b"<p>x" * 16_384, repeat=16_384))
    tracemalloc.start()
    try:
        result = run("read", reached.url("/gigabyte"), "--max-bytes", "3000000", code=UNUSABLE)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "at most 3 MB are read" in result.stderr
    assert peak < 30_000_000


def test_a_slow_answer_ends_with_the_time_given(reached: Site) -> None:
    """``--timeout`` is for the whole fetch, however the bytes drip."""
    result = run("read", reached.url("/drip"), "--timeout", "0.3", code=UNUSABLE)
    assert "no complete answer within 0.3 s" in result.stderr


@pytest.mark.parametrize("words", [("--timeout", "0"), ("--timeout", "soon"), ("--max-bytes", "0")])
def test_limits_that_are_none_are_refused(words: tuple[str, str]) -> None:
    """A limit is a positive number."""
    run("read", "http://127.0.0.1/", *words, code=USAGE)


def test_an_address_without_its_scheme_gets_a_hint() -> None:
    """It is taken for a file that is not there, and the message says how to write an address."""
    assert "write https://example.org/report" in run("read", "example.org/report", code=UNUSABLE).stderr
