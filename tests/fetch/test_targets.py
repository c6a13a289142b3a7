"""Reading addresses before anything is looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.fetch import fetch
from casus.fetch.targets import read_target


def never(host: str, port: int) -> list[str]:
    """Fail a test that looks up a name it should not."""
    raise AssertionError(f"{host}:{port} was looked up")


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTP://Example.ORG:80/a?b=c#d", "http://example.org/a?b=c"),
        ("https://example.org.:8443/x y".replace(" ", "%20"), "https://example.org:8443/x%20y"),
        ("http://例え.jp/路", "http://xn--r8jz45g.jp/%E8%B7%AF"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("  https://example.org/a  ", "https://example.org/a"),
        ("https://example.org/a%2Fb?x=%E3%81%82", "https://example.org/a%2Fb?x=%E3%81%82"),
    ],
)
def test_an_address_is_taken_apart_and_put_together(url: str, read: str) -> None:
    """Case, usual ports, fragments and letters beyond ASCII are brought into one form."""
    target, problems = read_target(url)
    assert problems == ()
    assert target is not None
    assert target.url == read


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/", "only http and https addresses are fetched, not 'ftp'"),
        ("file:///etc/passwd", "not 'file'"),
        ("javascript:alert(1)", "not 'javascript'"),
        ("example.org/page", "the address has no http(s)://"),
        ("", "the address has no http(s)://"),
        ("http://", "no host name"),
        ("http:///path", "no host name"),
        ("http://user:pass@example.org/", "a user name or password"),
        ("http://example.org@127.0.0.1/", "a user name or password"),
        ("http://example.org\\@127.0.0.1/", "blanks, control characters or backslashes"),
        ("http://exa mple.org/", "blanks, control characters or backslashes"),
        ("http://example.org/\r\nHost: x", "blanks, control characters or backslashes"),
        ("http://2130706433/", "a number in disguise"),
        ("http://0x7f000001/", "a number in disguise"),
        ("http://0177.0.0.1/", "a number in disguise"),
        ("http://127.1/", "a number in disguise"),
        ("http://0x7f.1/", "a number in disguise"),
        ("http://a.b.0x1/", "a number in disguise"),
        ("http://[::1/", "no address that can be read"),
        ("http://[fe80::1%25eth0]/", "no host name"),
        ("http://-.example/", "no host name"),
        ("http://a..b/", "no host name"),
        (f"http://{'a' * 64}.example/", "no host name"),
        ("http://example.org:99999/", "no address that can be read"),
        ("http://example.org:22/", "port 22 is not one for web pages"),
        ("http://example.org:0/", "port 0 is not one for web pages"),
        (f"http://example.org/{'a' * 5000}", "longer than 4000 characters"),
    ],
)
def test_an_address_that_may_not_be_fetched_says_why(url: str, words: str) -> None:
    """Nothing is looked up for it."""
    found, problems = fetch(url, resolver=never)
    assert found is None
    assert words in problems[0].what
    assert problems[0].hint


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is a loopback address"),
        ("http://127.0.0.1./", "127.0.0.1 is a loopback address"),
        ("http://１２７.０.０.１/", "127.0.0.1 is a loopback address"),
        ("http://127。0。0。1/", "127.0.0.1 is a loopback address"),
        ("http://[::1]/", "::1 is a loopback address"),
        ("http://[::ffff:127.0.0.1]/", "is an IPv4-mapped address"),
        ("http://[64:ff9b::808:808]/", "is a NAT64 address"),
        ("http://[2002:7f00:1::]/", "is a 6to4 tunnelling address"),
    ],
)
def test_an_address_of_no_public_host_is_refused_however_it_is_written(url: str, words: str) -> None:
    """Wide digits, wide stops and a last stop change nothing."""
    found, problems = fetch(url, resolver=never)
    assert found is None
    assert words in problems[0].what


@pytest.mark.parametrize(
    "addresses", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::1"], ["8.8.8.8", "64:ff9b::7f00:1"], ["169.254.169.254"]]
)
def test_a_name_is_refused_for_any_one_of_its_addresses(addresses: list[str]) -> None:
    """All addresses of a name are checked, not only the first."""
    found, problems = fetch("http://news.example/", resolver=lambda *_: addresses)
    assert found is None
    assert problems[0].what.startswith(f"the name news.example leads to {addresses[-1]}, a")


def test_a_name_without_addresses_is_said() -> None:
    """The problem names the host."""

    def unknown(host: str, port: int) -> list[str]:
        raise OSError(host, port)

    _, problems = fetch("http://nowhere.example/", resolver=unknown)
    assert problems[0].what == "no such host: nowhere.example"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises, and what is read is read the same again."""
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        target, problems = read_target(url)
        assert (target is None) == bool(problems)
        if target:
            again, _ = read_target(target.url)
            assert again == target
