"""Feeds given to ``casus brief`` and ``casus read``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.pages import rss
from tests.cli.running import readings, run

from casus.cli.exits import UNUSABLE, USAGE

ITEMS = (
    ("Troops cross at Sev Lake", "Thu, 13 May 2021 08:00:00 GMT", "Azerbaijani troops invaded Armenia near Sev Lake."),
    ("Cup final", "Fri, 14 May 2021 08:00:00 GMT", "The home side won the cup final."),
    ("Armenia turns to allies", "Sat, 15 May 2021 08:00:00 GMT", "Azerbaijani troops invaded Armenia on 12 May 2021."),
)  # fmt: skip


@pytest.fixture
def feed(tmp_path: Path) -> str:
    """Write a feed of three items."""
    file = tmp_path / "feed.xml"
    file.write_text(rss(ITEMS), encoding="utf-8")
    return str(file)


def test_read_takes_every_item(feed: str) -> None:
    """One reading an item, in the feed's order, each with its own address and day."""
    out = readings(run("read", feed))
    assert [r["report"]["url"] for r in out] == [f"https://wire.example/{n}" for n in (1, 2, 3)]
    assert [r["report"]["published"] for r in out] == ["2021-05-13", "2021-05-14", "2021-05-15"]
    assert [r["report"]["title"] for r in readings(run("read", feed, "--item", "2"))] == ["Cup final"]


def test_a_brief_of_a_feed_asks_which_items_are_meant(feed: str) -> None:
    """A brief is of one incident: several items are listed with their days, and the option is named."""
    result = run("brief", feed, code=UNUSABLE)
    assert result.stdout == ""
    assert f"casus: {feed}: this is a feed of 3 items" in result.stderr
    assert "--item all" in result.stderr
    assert "    2  2021-05-14  Cup final\n" in result.stderr


def test_a_brief_takes_the_items_named(feed: str) -> None:
    """Numbers, stretches and all; the items are reports of one incident."""
    told = json.loads(run("brief", feed, "--item", "1,3", "--format", "json").stdout)["assessment"]
    assert [r["title"] for r in told["reports"]] == [ITEMS[0][0], ITEMS[2][0]]
    assert told["incident"]["cases"][0]["attacker"] == ["AZE"]
    every = json.loads(run("brief", feed, "--item", "all", "--format", "json").stdout)["assessment"]
    assert len(every["reports"]) == len(ITEMS)


def test_a_feed_of_one_item_is_a_report(tmp_path: Path) -> None:
    """There is nothing to choose."""
    file = tmp_path / "one.xml"
    file.write_text(rss(ITEMS[:1]), encoding="utf-8")
    assert "Sev Lake" in run("brief", str(file)).stdout


def test_an_item_beyond_the_last_is_said(feed: str) -> None:
    """The items that are there are still taken."""
    result = run("read", feed, "--item", "3-5", code=UNUSABLE)
    assert "the feed has 3 items, there is no item 5" in result.stderr
    assert len(readings(result)) == 1


@pytest.mark.parametrize("value", ["0", "2-1", "first", "1;2", "", "9999999"])
def test_what_names_no_items_is_refused(feed: str, value: str) -> None:
    """The form expected is said."""
    assert "1,3-5" in run("brief", feed, "--item", value, code=USAGE).stderr


def test_a_broken_item_costs_nothing_of_the_others(tmp_path: Path) -> None:
    """It is named by its number, the others are read, and the exit code says that something was lost."""
    file = tmp_path / "feed.json"
    items = [
        {"id": "1", "content_text": ITEMS[0][2]},
        {"id": "2", "content_text": 5},
        {"id": "3", "content_text": ITEMS[2][2]},
    ]
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}), encoding="utf-8")
    result = run("read", str(file), code=UNUSABLE)
    assert f"{file}#2: the item cannot be read" in result.stderr
    assert len(readings(result)) == 2


def test_an_item_that_is_not_well_formed_is_a_note(tmp_path: Path) -> None:
    """XML with a fault in one item is read as far as it goes, and the line is named."""
    file = tmp_path / "feed.xml"
    file.write_text(rss(ITEMS).replace("home side", "home <i side"), encoding="utf-8")
    result = run("read", str(file))
    assert "not well-formed, first in line 1" in result.stderr
    assert {ITEMS[0][0]} <= {r["report"]["title"] for r in readings(result)}


def test_items_of_what_is_no_feed_are_said_to_mean_nothing(tmp_path: Path) -> None:
    """A text is taken whole, with a note."""
    file = tmp_path / "a.txt"
    file.write_text(ITEMS[0][2], encoding="utf-8")
    assert "casus: --item: no input is a feed" in run("read", str(file), "--item", "2").stderr
    assert "--item" not in run("read", str(file)).stderr


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in words from outside are shown as broken characters."""
    file = tmp_path / "feed.json"
    items = [
        {"id": str(n), "title": "Cup\x1b[2J final\u202e", "content_text": "The\x1b[2J home side won."} for n in range(2)
    ]
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}), encoding="utf-8")
    result = run("brief", str(file), code=UNUSABLE)
    assert "Cup\ufffd[2J final\ufffd" in result.stderr
    assert "\x1b" not in result.output
    assert "\x1b" not in run("read", str(file), "--format", "text").output
