"""The audit of dependencies says what was checked and what was not, and takes silence for no good news."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import audit_dependencies as audit

CONTROL = {"name": "jinja2", "version": "2.10", "vulns": [{"id": "PYSEC-2019-217"}]}


@pytest.fixture(autouse=True)
def _pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned = tmp_path / "constraints.txt"
    pinned.write_text("# why\nPy_one==1\ntwo==2\nthree==3\n", encoding="utf-8")
    monkeypatch.setattr(audit, "PINNED", pinned)
    monkeypatch.setattr(audit, "PLACE", tmp_path)
    (tmp_path / "bin").mkdir()


def tool(folder: Path, *told: object, says: str = "") -> None:
    """Put a pip-audit in place that answers so."""
    answer = json.dumps({"dependencies": told}) if told else ""
    made = folder / "bin" / "pip-audit"
    made.write_text(f"#!/bin/sh\necho '{says}' >&2\necho '{answer}'\n", encoding="utf-8")
    made.chmod(0o755)


def test_what_was_checked_and_what_was_not_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many of how many, which were not, what is never checked; a known fault fails, the control's does not."""
    one, two = {"name": "py-one", "version": "1", "vulns": []}, {"name": "two", "version": "2", "vulns": []}
    tool(tmp_path, one, two, {"name": "three", "skip_reason": "not found"}, CONTROL)
    assert audit.main() == 0
    said = capsys.readouterr().out
    assert "checked: 2 of 3 pinned dependencies" in said
    assert "NOT checked, for pypi.org tells nothing of them: three" in said
    assert "casus itself" in said
    assert "no fault is known of those that were checked" in said
    tool(tmp_path, one, two | {"vulns": [{"id": "PYSEC-1"}]}, CONTROL)
    assert audit.main() == 1
    assert "two 2: PYSEC-1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("told", "says", "why"),
    [
        ((), "Could not connect to the feed", "Could not connect to the feed"),
        (({"name": "two", "version": "2", "vulns": []}, CONTROL | {"vulns": []}), "", "has no data about faults"),
        (({"name": "jinja2", "skip_reason": "not found"},), "", "has no data about faults"),
    ],
)
def test_silence_is_not_taken_for_good_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], told: tuple[object, ...], says: str, why: str
) -> None:
    """No answer, or one from where no faults are known at all, is said to be no audit."""
    tool(tmp_path, *told, says=says)
    assert audit.main() == 0
    said = capsys.readouterr()
    assert "NOT AUDITED: none of the 3 pinned dependencies was checked" in said.err
    assert why in said.err
    assert "no fault is known" not in said.out + said.err


def test_a_tool_that_cannot_be_had_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It does not pass in silence."""
    (tmp_path / "bin" / "pip-audit").write_text("no program", encoding="utf-8")
    assert audit.main() == 0
    assert "cannot be had" in capsys.readouterr().err
