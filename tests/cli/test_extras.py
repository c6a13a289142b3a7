"""An extra that is not installed is named with the command that installs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from casus.cli.exits import BROKEN

HIDDEN = """
import sys
for name in {names}:
    sys.modules[name] = None
sys.argv = ["casus", *{words}]
from casus.cli import main
main()
"""
WEB = ("lxml", "httpcore2")
JA = ("sudachipy", "sudachidict_core")


def without(names: tuple[str, ...], *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process in which some modules cannot be imported."""
    code = HIDDEN.format(names=names, words=words)
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(
    ("names", "words", "stdin", "what", "extra"),
    [
        (WEB, ("brief", "-"), "<!doctype html><p>Troops crossed.</p>", "reading web pages", "web"),
        (WEB, ("read", "-"), "<rss version='2.0'><channel/></rss>", "reading feeds", "web"),
        (WEB, ("read", "https://example.org/"), "", "fetching web pages", "web"),
        (JA, ("brief", "-"), "軍が町を占領した。", "reading Japanese", "ja"),
        (JA, ("read", "-"), "軍が町を占領した。", "reading Japanese", "ja"),
    ],
)
def test_a_missing_extra_is_named(
    names: tuple[str, ...], words: tuple[str, ...], stdin: str, what: str, extra: str
) -> None:
    """One sentence says of which input, what for and how to install it, with an exit code of its own."""
    done = without(names, *words, stdin=stdin)
    assert done.returncode == BROKEN
    assert f"casus: {words[1]}: {what} needs an extra: pip install 'casus[{extra}]'\n" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_extra_costs_nothing_of_the_others(tmp_path: Path) -> None:
    """A text beside a page is read without the extra that the page needs."""
    (tmp_path / "a.html").write_text("<p>Troops crossed.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Norland troops crossed the river.", encoding="utf-8")
    done = without(WEB, "read", str(tmp_path / "a.html"), str(tmp_path / "b.txt"))
    assert done.returncode == BROKEN
    assert [json.loads(line)["report"]["language"] for line in done.stdout.splitlines()] == ["en"]


def test_the_library_does_not_pass_over_a_missing_extra() -> None:
    """A reading without statements would look like an answer: it is an exception instead."""
    code = "import sys; sys.modules['sudachipy'] = None; import casus; casus.read('軍が町を占領した。')"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert "CasusError: text: reading Japanese needs an extra: pip install 'casus[ja]'" in done.stderr


def test_every_extra_named_in_the_sources_can_be_installed() -> None:
    """The project declares each extra that a message tells to install."""
    calls = re.compile(r"(?:\bneeds\(\s*\"(\w+)\"|MissingExtraError\([^()]*,\s*\"(\w+)\"\))")
    root = Path(__file__).resolve().parents[2]
    named = {
        found[1] or found[2]
        for file in sorted((root / "src" / "casus").rglob("*.py"))
        if file.name != "errors.py"
        for found in calls.finditer(file.read_text(encoding="utf-8"))
    }
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert named >= {"ja", "web"}
    assert named <= set(declared)
