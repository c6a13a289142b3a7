"""Pages that are meant to do harm, and any page at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.intake import receive, receive_all

SENTENCE = "Norland troops crossed the Ash river early on Friday, the ministry said."
PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class='comment'>", "</div>", "<article>", "<li>", "<br>", "<a href='http://[x'>", "</a>",
        "<pre>", "<script>", "</script>", "<h1>", "<table><tr><td>", "<figure><figcaption>", "<!--", "]]>", "&#x0;",
        "&amp;", "<!DOCTYPE", "<script type='application/ld+json'>", "<meta charset=", "<title>", "<base href='//'>",
        '{"@type":"Article","image":[[1]],"author":{"name":[]}}', "<body class='comments'>", SENTENCE, "軍が川を渡る。",
        "\ud7ff", "\x00", " ", "\n", "<link rel=canonical href='http://[::'>", "<time datetime='2021-99-99'>", "<svg>",
        "<template>", "<ruby>x<rt>y",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body><p>" + SENTENCE + "</p>" + "<div>" * 50_000 + "deep", "nests its elements too deeply"),
        ("<html><body>" + f"<p>{SENTENCE}</p>" + "<i></i>" * 210_000, "more than 200,000 elements"),
    ],
    ids=["deep", "wide"],
)
def test_depth_and_size_are_limited(page: str, words: str) -> None:
    """What is beyond the limit is not read, what is within it is, and it is said."""
    report, problems = receive(page.encode())
    assert report is not None
    assert SENTENCE in report.text
    assert words in problems[0].what


def test_tables_nested_as_deep_as_old_pages_nest_them_are_read() -> None:
    """Hundreds of levels are no attack."""
    page = "<html><body>" + "<table><tr><td>" * 300 + SENTENCE + "</td></tr></table>" * 300
    report, problems = receive(page.encode())
    assert problems == ()
    assert report is not None
    assert report.text == SENTENCE


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>" + SENTENCE + "<a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</a>",
        "<html><body><p>" + SENTENCE + "<p class='" + "a-" * 100_000 + "'>x",
        "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + SENTENCE,
        "<html><body><p>" + SENTENCE + "<pre>" + " " * 1_000_000 + "x",
        "<html><body><p>" + SENTENCE + "<p>" + "<" * 1_000_000,
    ],
    ids=["attributes", "class", "json", "blanks", "brackets"],
)
def test_what_grows_with_the_square_elsewhere_is_read(page: str) -> None:
    """Thousands of attributes, endless names, deep JSON and long blanks leave the report as it is."""
    report, _ = receive(page.encode())
    assert report is not None
    assert report.text.startswith(SENTENCE)


def test_nothing_is_loaded_that_a_page_names() -> None:
    """A document type with entities, and includes, bring nothing in."""
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<body><p>{SENTENCE} &x;</p><xi:include href="file:///etc/hostname" parse="text"/></body></html>'
    )
    report, _ = receive(page.encode(), name="a.html")
    assert report is not None
    assert "&x;" in report.text


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_any_page_gives_a_report_or_a_problem(pieces: list[str]) -> None:
    """Nothing raises, spans fit the text, and the same bytes give the same report."""
    data = ("<html>" + "".join(pieces)).encode()
    report, problems = receive(data, name="a.html")
    assert (report, problems) == receive(data, name="a.html")
    assert report is not None or problems
    for region in report.regions if report else ():
        assert 0 <= region.span[0] < region.span[1] <= len(report.text if report else "")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"<html>", b"<rss>", b"<feed>", b'{"version":"https://jsonfeed.org/version/1"']),
)
def test_any_bytes_give_reports_or_problems(data: bytes, start: bytes) -> None:
    """Nothing raises, whatever follows the beginning of a page or a feed."""
    reports, problems = receive_all(start + data)
    assert reports or problems
