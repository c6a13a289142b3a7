"""The development reports of each language: the reader stays above its floors, and never asserts what is not said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read

Scores = dict[str, dict[str, float]]
FLOORS: dict[str, dict[str, float]] = {
    "en": {
        "trigger recall": 0.90,
        "trigger precision": 0.90,
        "PLOVER type": 0.90,
        "overt actor": 0.85,
        "date": 0.85,
        "named source": 0.90,
        "modality": 0.92,
        "facts kept": 0.95,
    },
    "ja": {
        "trigger recall": 0.90,
        "trigger precision": 0.85,
        "PLOVER type": 0.85,
        "overt actor": 0.92,
        "date": 0.90,
        "named source": 0.90,
        "modality": 0.88,
        "facts kept": 0.93,
    },
}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Scores]:
    """Score readings of the development reports of one language."""
    language: str = request.param
    shared = os.environ.get("CASUS_SHARED")
    if not shared or not (Path(shared) / "evals" / "score_reading.py").is_file():
        pytest.skip("CASUS_SHARED names no folder with the development reports")
    if language == "ja":
        pytest.importorskip("sudachipy")
    evals, out = Path(shared) / "evals", tmp_path_factory.mktemp("readings")
    gold = sorted((evals / "reading-dev").glob(f"{language}*.json"))
    for path in gold:
        data = json.loads(path.read_text(encoding="utf-8"))
        report, _ = receive(data["text"].encode(), published=date.fromisoformat(data["published"]))
        assert report is not None
        (out / path.name).write_bytes(msgspec.json.encode(read(report, gazetteer=NoPlaces())[0]))
    command = [sys.executable, str(evals / "score_reading.py"), *map(str, gold), "--predictions", str(out), "--json"]
    run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    found: Scores = json.loads(run.stdout)["scores"][language]
    return language, found


def test_each_score_stays_above_its_floor(scored: tuple[str, Scores]) -> None:
    """Each score on a language's development reports is at least its floor."""
    language, scores = scored
    below = {
        metric: scores[metric]["value"] for metric, low in FLOORS[language].items() if scores[metric]["value"] < low
    }
    assert below == {}


@pytest.mark.parametrize("count", ["role inversions", "unflagged inherited", "format errors"])
def test_what_must_never_happen_does_not(scored: tuple[str, Scores], count: str) -> None:
    """There is no inverted role, no unflagged inherited actor, no broken span."""
    assert scored[1][count]["count"] == 0


def test_nothing_is_falsely_asserted(scored: tuple[str, Scores]) -> None:
    """No denied, demanded or supposed event is given as fact."""
    assert scored[1]["false assertion rate"]["hits"] == 0
