"""``casus weigh`` and ``casus cascade``: what would flip it, the law as once known, and what might follow."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.cli.exits import UNUSABLE, USAGE

INCIDENT = {
    "format": "casus.incident/1",
    "id": "border",
    "cases": [
        {
            "id": "raid",
            "on": "2021-09-01",
            "attacker": ["AZE"],
            "victim": ["ARM"],
            "place": {"name": "Goris"},
            "facts": {
                "act.territory_entered": "yes",
                "act.fire_opened": "yes",
                "act.returned_fire_only": "no",
                "act.by_regular_forces": "yes",
                "act.heavy_weapons": "yes",
                "act.un_authorised": "no",
                "act.invited": "no",
            },
        }
    ],
    "requests": [
        {
            "by": "ARM",
            "to": "IGO CSTO",
            "under": "Collective Security Treaty, Art. 4",
            "asks": "military_help",
            "on": "2021-09-02",
        }
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Write an incident down."""
    path = tmp_path / "border.json"
    path.write_text(json.dumps(INCIDENT), encoding="utf-8")
    return str(path)


def run(*words: str, code: int = 0) -> Result:
    """Run the command line in-process."""
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def findings(*words: str) -> dict[tuple[str, str], dict[str, object]]:
    """Give the findings towards Armenia, by treaty and provision."""
    listed = json.loads(run("weigh", "--format", "json", *words).stdout)["findings"]
    return {(f["treaty"], f["provision"]): f for f in listed if "ARM" in f["beneficiary"]}


def test_flips_are_printed_on_demand(file: str) -> None:
    """Under an open finding stand the things that would settle it, in words; without --flips none."""
    lines = run("weigh", "--flips", file).stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if "Collective Security Treaty, Article 4" in line and "→ ARM" in line)
    assert any(line.strip().startswith("yes if people on the victim's side were killed") for line in lines[at : at + 9])
    assert not any(line.startswith("  ") for line in run("weigh", file).stdout.splitlines())
    flips = findings("--flips", file)["cst-1992", "art-4"]["flips"]
    assert ["act.persons_killed", "yes"] in [change for flip in flips for change in flip["set"]]  # type: ignore[attr-defined]  # JSON
    assert findings(file)["cst-1992", "art-4"]["flips"] == []


def test_as_known_on_leaves_out_what_came_later(file: str) -> None:
    """As known on the day of the raid the request of the day after does not count, and status is assumed."""
    assert "request" in str(findings(file)["cst-1992", "art-4"]["because"])
    then = findings("--as-known-on", "2021-09-01", file)["cst-1992", "art-4"]
    assert "request.under_article" in {q["fact"] for q in then["open_questions"]}  # type: ignore[attr-defined]  # JSON
    older = findings("--as-known-on", "2012-01-01", file)["cst-1992", "art-4"]
    assert "at once" not in str(older["duty"])
    assert "carried past the last check of 2012-01-01" in str(older["assumed"])
    run("weigh", "--as-known-on", "yesterday", file, code=USAGE)


def test_cascade_prints_a_tree_json_and_a_drawing(file: str) -> None:
    """The same suppositions in three forms."""
    words = ("cascade", file, "--act", "RUS:helps", "--act", "RUS:attacks:Azerbaijan")
    text = run(*words).stdout
    assert "├─ Russia helps Armenia at Goris" in text
    assert "open: Turkey–Azerbaijan Agreement 2010, Article 2 (defence)" in text
    assert len(run(*words, "--full").stdout) > len(text)
    data = json.loads(run(*words, "--format", "json").stdout)
    assert (data["format"], data["depth"], len(data["steps"])) == ("casus.cascade/1", 3, 2)
    assert ET.fromstring(run(*words, "--format", "svg").stdout).tag.endswith("svg")  # noqa: S314 - our own drawing


def test_cascade_without_steps_names_who_may_be_called(file: str) -> None:
    """The incident alone: those its open duties may call."""
    assert "might be called to help Armenia" in run("cascade", file).stdout


def test_cascade_refuses_what_it_cannot_read(file: str) -> None:
    """A misspelt step stops it; a target nobody knows ends the tree with the reason."""
    assert "'hits' is not helps or attacks" in run("cascade", file, "--act", "RUS:hits", code=UNUSABLE).output
    result = run("cascade", file, "--act", "RUS:attacks:Nowhereville")
    assert "whose ground Nowhereville is is not known" in result.stderr
    assert "the next step cannot be followed" in result.stdout
    run("cascade", "no-such-file.json", code=UNUSABLE)


def test_practice_is_added_on_demand(file: str) -> None:
    """How the instruments were called on before: who, which article, the organ, the decision, what came, the source."""
    text = run("weigh", "--practice", file).stdout
    assert "2010-06-12  refused by KGZ" in text
    assert "CSTO Collective Security Council: force, 2022-01-06" in text
    cases = json.loads(run("weigh", "--practice", "--format", "json", file).stdout)["practice"]
    assert {"by", "cites", "organ", "decided", "came", "source"} <= set(cases[0])
    assert len({(c["treaty"], c["id"]) for c in cases}) == len(cases)
    assert json.loads(run("weigh", "--format", "json", file).stdout)["practice"] == []


def test_strict_refuses_a_status_past_its_last_check(file: str, tmp_path: Path) -> None:
    """What is assumed without --strict is unknown with it."""
    later = json.loads(Path(file).read_text(encoding="utf-8"))
    later["cases"][0]["on"] = "2031-09-01"
    path = tmp_path / "later.json"
    path.write_text(json.dumps(later), encoding="utf-8")
    assert findings(str(path))["cst-1992", "art-1"]["answer"] == "no"
    loose = findings(str(path))["rus-arm-1997", "art-2"]
    strict = findings("--strict", str(path))["rus-arm-1997", "art-2"]
    assert loose["assumed"]
    assert "status.obliged" in {q["fact"] for q in strict["open_questions"]}  # type: ignore[attr-defined]  # JSON


def test_check_of_a_checkout_finds_no_fault() -> None:
    """The law, its cases, and who answers each of its facts."""
    result = run("treaties", "check", "--repository", str(Path(__file__).parent.parent.parent))
    assert result.stdout.strip().endswith(": 0 faults")
