"""Triage: next to nothing that tells of an armed act is passed over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from casus.reading.triage import worth_reading

OWN = [*Path("evals/gold").glob("*-a/*.json")]


def gold() -> list[Path]:
    """Give the gold reports at hand: our own, and those of the folder that CASUS_SHARED names."""
    shared = os.environ.get("CASUS_SHARED")
    return [*OWN, *(Path(shared) / "evals" / "reading-dev").glob("*.json")] if shared else OWN


def test_every_gold_report_is_worth_reading() -> None:
    """Recall over the gold reports is whole."""
    files = gold()
    assert len(files) >= 16
    missed = [f.name for f in files if not worth_reading(json.loads(f.read_text(encoding="utf-8"))["text"], f.name[:2])]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今年の桜の開花は例年より早く、各地の公園は花見客でにぎわった。", "ja"),
        ("Погода в выходные будет тёплой, местами пройдут короткие дожди.", "ru"),
        ("The garden centre sells roses, tulips and a range of soft fruit.", "en"),
    ],
)
def test_what_tells_of_no_act_is_passed_over(text: str, language: str) -> None:
    """Weather, gardens and blossoms are not read."""
    assert not worth_reading(text, language)


def test_a_language_without_tables_is_never_passed_over() -> None:
    """What nobody can judge is read."""
    assert worth_reading("Irgendetwas.", "de")
