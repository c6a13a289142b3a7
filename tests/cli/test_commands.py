"""The commands do their work on the examples."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus.cli import exits
from casus.cli.app import app

EXAMPLES = sorted(Path("examples").glob("*.ja.txt"))


def run(*words: str) -> Result:
    """Run the command line in-process."""
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result


def test_every_command_is_documented() -> None:
    """Each command has a help text and stands in docs/command-line.md."""
    page = Path("docs/command-line.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert command.name
        assert f"`casus {command.name}" in page
        assert len(run(command.name, "--help").output) > 200
    for group in app.registered_groups:
        assert group.name
        assert group.typer_instance
        line = "\n".join(line for line in page.splitlines() if f"`casus {group.name}" in line)
        assert line, f"casus {group.name} is not documented"
        for command in group.typer_instance.registered_commands:
            assert command.name
            assert f"`{command.name}`" in line or f"`casus {group.name} {command.name}`" in line
            assert len(run(group.name, command.name, "--help").output) > 200


def test_every_exit_code_is_documented() -> None:
    """Each code the commands can end with stands in the table, and no other does."""
    page = Path("docs/command-line.md").read_text(encoding="utf-8")
    table = page.partition("## Exit codes")[2].partition("\n## ")[0]
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    assert told == {value for name, value in vars(exits).items() if name.isupper()}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda p: p.stem)
def test_each_example_gives_a_brief(example: Path) -> None:
    """Every example has an incident, a short brief of at most 40 lines, and a longer one with --full."""
    short = run("brief", str(example), "--published", "2021-05-15").stdout
    full = run("brief", str(example), "--published", "2021-05-15", "--full").stdout
    assert len(short.splitlines()) <= 60
    assert len(full) > len(short)


def test_json_has_the_assessment() -> None:
    """The JSON brief carries its lines and the whole assessment under stable keys."""
    data = json.loads(run("brief", str(EXAMPLES[0]), "--published", "2021-05-15", "--format", "json").stdout)
    assert data["format"] == "casus.brief/1"
    assert data["assessment"]["format"] == "casus.assessment/1"
    assert {s["id"] for s in data["sections"]} >= {"happened", "bound"}


def test_same_input_same_bytes() -> None:
    """Two runs in processes with different hash seeds print the same bytes."""
    words = [sys.executable, "-m", "casus", "brief", str(EXAMPLES[0]), "--full", "--published", "2021-05-15"]
    outs = {
        subprocess.run(words, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}).stdout  # noqa: S603
        for seed in ("1", "2")
    }
    assert len(outs) == 1


def test_treaties_list_shows_parties_on_a_day() -> None:
    """The list can be cut to what binds a state on a day; a day before any bond gives less."""
    today = json.loads(run("treaties", "list", "--on", "2021-05-12", "--party", "ARM", "--format", "json").stdout)
    before = json.loads(run("treaties", "list", "--on", "1993-01-01", "--party", "ARM", "--format", "json").stdout)
    assert "cst-1992" in {t["id"] for t in today}
    assert len(before) < len(today)


def test_treaties_check_finds_no_fault() -> None:
    """The law files that come with casus have no fault."""
    assert "0 faults" in run("treaties", "check").stdout
