"""``casus treaties``: one instrument on a day, through time, between two states, text beside text."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.cli.exits import UNUSABLE, USAGE


def run(*words: str, code: int = 0) -> Result:
    """Run the command line in-process."""
    result = CliRunner().invoke(app, ["treaties", *words])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def test_show_says_who_is_bound_what_is_owed_and_who_called_on_it() -> None:
    """Parties with their acts, the texts of the day, and practice up to it."""
    out = run("show", "nat-1949", "--on", "2004-01-01").stdout
    assert "bound on 2004-01-01:" in out
    assert "TUR bound since 1952-02-18" in out
    assert "EST" not in out.partition("practice:")[0]
    assert "2003-02-10  invoked by TUR, Article 4" in out
    assert "2012" not in out.partition("practice:")[2]


def test_show_without_a_day_shows_the_latest() -> None:
    """An instrument in force as last checked, an ended one on its last day."""
    lasting = json.loads(run("show", "anzus-1951", "--format", "json").stdout)
    assert lasting["on"] == lasting["checked_until"]
    ended = json.loads(run("show", "warsaw-1955", "--format", "json").stdout)
    assert ended["on"] < "1992-01-01"
    assert ended["parties"]
    assert {p["kind"] for p in ended["practice"]} == {"claimed"}


def test_timeline_is_in_order_and_says_what_is_from_memory() -> None:
    """Acts, texts and practice by day, each with its source."""
    lines = run("timeline", "Collective Security Treaty").stdout.splitlines()
    days = [line[:10] for line in lines]
    assert days == sorted(days)
    assert any("cease to be bound" in line and "AZE, GEO, UZB" in line for line in lines)
    assert any(line.endswith("(from memory)") for line in lines)
    moments = json.loads(run("timeline", "cst-1992", "--format", "json").stdout)
    assert {m["what"] for m in moments} == {"act", "text begins", "text ends", "practice"}


def test_between_lists_what_binds_two_states_that_day() -> None:
    """The Collective Security Treaty bound Armenia and Azerbaijan to each other until 1999."""
    before = json.loads(run("between", "ARM", "Azerbaijan", "--on", "1998-01-01", "--format", "json").stdout)
    after = json.loads(run("between", "ARM", "Azerbaijan", "--on", "2000-01-01", "--format", "json").stdout)
    assert "cst-1992" in {b["treaty"] for b in before}
    assert "cst-1992" not in {b["treaty"] for b in after}
    text = run("between", "TUR", "AZE", "--on", "2021-09-01").stdout
    assert "(tur-aze-2010)" in text
    assert "  Article 2: obliges, defence:" in text
    assert "no instrument on file binds" in run("between", "CHE", "PRK", "--on", "1980-01-01").stdout


def test_between_needs_a_day_and_states() -> None:
    """Without a day, or with a word that names no state, it says what is wanted."""
    run("between", "ARM", "RUS", code=USAGE)
    assert "not a state" in run("between", "ARM", "Ruritania", "--on", "2000-01-01", code=UNUSABLE).output


def test_diff_sets_the_texts_side_by_side() -> None:
    """Article 4 of 1992 and that of 2012: what went and what came."""
    out = run("diff", "cst-1992", "art-4").stdout
    assert "Article 4, from 1992-05-15 until 2012-12-18" in out
    assert "Article 4, from 2012-12-19" in out
    assert "  - procedure: no request is named" in out
    assert "  + procedure: on request of the attacked party" in out
    assert "- owes" not in out
    assert len(json.loads(run("diff", "cst-1992", "Article 4", "--format", "json").stdout)) == 2


def test_an_unknown_provision_gets_the_known_ones() -> None:
    """The message lists the provisions there are."""
    refused = run("diff", "nat-1949", "art-6", code=UNUSABLE).output
    assert "nat-1949 has no such provision (one of: art-1, art-4, art-5)" in refused


@pytest.mark.parametrize("command", ["list", "show", "timeline", "between", "diff", "check"])
def test_every_command_has_its_help(command: str) -> None:
    """Each says what it does."""
    assert len(run(command, "--help").output) > 150
