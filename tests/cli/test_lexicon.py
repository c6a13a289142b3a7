"""``casus lexicon check``: the faults of the word tables, counted and listed."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from casus.cli.app import app
from casus.cli.exits import FAULTS, OK, UNUSABLE
from casus.reading import lexicon_check, tables


def run(*words: str) -> tuple[int, str]:
    """Run the command in-process: its exit code and all it prints."""
    result = CliRunner().invoke(app, ["lexicon", "check", *words])
    return result.exit_code, result.output


@pytest.fixture
def one_row(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Leave the tables with a single predicate row."""
    row = {"predicate": "shell", "concept": "shell", "pos": "v", "roles": "", "actor": "Peru", "recipient": "-"}
    row["example"] = "Peru shelled the outpost."

    def numbered(*parts: str) -> tuple[tuple[int, dict[str, str]], ...]:
        return ((7, row),) if parts[-1] == "predicates.tsv" else ()

    monkeypatch.setattr(lexicon_check, "numbered", numbered)
    return row


def test_rows_read_as_they_say_are_counted(one_row: dict[str, str]) -> None:
    """Without a fault the command says how many examples it read and leaves with nothing to report."""
    assert run("en") == (OK, "English: 1 examples, 0 faults\n"), one_row


def test_a_row_that_is_read_otherwise_is_named(one_row: dict[str, str]) -> None:
    """A fault is printed with its file and line and what was read instead."""
    one_row["actor"] = "Ecuador"
    code, out = run("en")
    assert code == FAULTS
    assert "languages/en/predicates.tsv:7: shell: the actor is 'Peru', not 'Ecuador'" in out
    assert out.endswith("English: 1 examples, 1 faults\n")


def test_faults_as_json(one_row: dict[str, str]) -> None:
    """With --format json the faults are one list of problems."""
    one_row["concept"] = "airstrike"
    code, out = run("en", "--format", "json")
    assert code == FAULTS
    assert [p["where"] for p in json.loads(out)] == ["languages/en/predicates.tsv:7"]


def test_an_unknown_language_is_refused() -> None:
    """A language without a reader is named, with those there are."""
    code, out = run("la")
    assert code == UNUSABLE
    assert "no reader for this language" in out
    assert "one of en, ja, ru" in out


def test_every_language_has_examples() -> None:
    """Each language's tables hold at least four hundred predicates with an example."""
    for language in ("en", "ja", "ru"):
        assert sum(bool(r["example"]) for r in tables.rows("languages", language, "predicates.tsv")) >= 400
