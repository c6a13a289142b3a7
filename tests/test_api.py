"""The public functions take reports however people have them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from tests.cli.pages import rss, wire

import casus
from casus.errors import CasusError, MissingExtraError
from casus.fetch import fetch_reports

STORY = ("Azerbaijani troops invaded Armenia's Syunik province near Sev Lake on Wednesday.",)
PAGE = wire("Troops cross at Sev Lake", STORY)


def test_the_public_names_are_few_and_documented() -> None:
    """Each stands in the page about the library, and has a docstring."""
    page = Path("docs/command-line.md").read_text(encoding="utf-8")
    assert sorted(casus.__all__) == ["__version__", "assess", "brief", "read", "receive_all", "weigh"]
    for name in casus.__all__:
        if name != "__version__":
            assert f"`casus.{name}" in page
            assert getattr(casus, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'fetch_all'"):
        casus.fetch_all  # noqa: B018


def test_text_page_bytes_and_record_are_all_taken() -> None:
    """A page as text, its bytes, and what ``receive_all`` makes of them give the same reading."""
    (report,), problems = casus.receive_all(PAGE.encode(), name="wire.html")
    assert problems == ()
    readings = [casus.read(PAGE), casus.read(PAGE.encode()), casus.read(report)]
    assert readings[0] == readings[1] == readings[2]
    assert readings[0].report.published == date(2021, 5, 15)


def test_the_items_of_a_feed_are_assessed_together() -> None:
    """What ``receive_all`` gives of a feed goes in as it is."""
    day = "Fri, 14 May 2021 08:00:00 GMT"
    reports, _ = casus.receive_all(rss([("One", day, STORY[0]), ("Two", day, "Armenia was invaded.")]).encode())
    told = casus.assess(*reports)
    assert told.reports == reports
    assert told.incident is not None
    assert casus.brief(*reports).assessment == told


def test_a_day_that_is_given_overrides() -> None:
    """``published`` counts before what a record or a page says."""
    (report,), _ = casus.receive_all(PAGE.encode())
    assert casus.read(report, published="2020-02-29").report.published == date(2020, 2, 29)
    assert casus.read(PAGE, published=date(2020, 2, 29)).report.published == date(2020, 2, 29)


def test_a_feed_where_one_report_is_meant_is_refused() -> None:
    """Several items are not mixed into one report."""
    with pytest.raises(CasusError, match="a feed of 2 items"):
        casus.assess(rss([("One", "", STORY[0]), ("Two", "", STORY[0])]))


def test_bytes_that_are_no_text_are_refused() -> None:
    """The message names what they are."""
    with pytest.raises(CasusError, match="a PDF document"):
        casus.read(b"%PDF-1.7")


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://2130706433/", "http://[::1]/"])
def test_fetching_is_guarded_in_the_library_too(url: str) -> None:
    """No leave is given by default."""
    reports, problems = fetch_reports(url)
    assert reports == ()
    assert len(problems) == 1


def test_a_page_without_the_extra_is_an_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is not installed as needed is no trouble of the input."""
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'casus\[web\]'"):
        casus.read(PAGE)
