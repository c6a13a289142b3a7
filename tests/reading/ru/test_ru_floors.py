"""The Russian development reports: the reader stays above its floors, and never asserts what the text does not."""

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

pytest.importorskip("pymorphy3")

FLOORS = {
    "trigger recall": 0.90,
    "trigger precision": 0.93,
    "PLOVER type": 0.92,
    "overt actor": 0.88,
    "date": 0.83,
    "named source": 0.95,
    "modality": 0.92,
    "facts kept": 0.95,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """Score readings of the development reports."""
    shared = os.environ.get("CASUS_SHARED")
    if not shared or not (Path(shared) / "evals" / "score_reading.py").is_file():
        pytest.skip("CASUS_SHARED names no folder with the development reports")
    evals, out = Path(shared) / "evals", tmp_path_factory.mktemp("readings")
    gold = sorted((evals / "reading-dev").glob("ru*.json"))
    for path in gold:
        data = json.loads(path.read_text(encoding="utf-8"))
        report, _ = receive(data["text"].encode(), published=date.fromisoformat(data["published"]))
        assert report is not None
        (out / path.name).write_bytes(msgspec.json.encode(read(report, gazetteer=NoPlaces())[0]))
    command = [sys.executable, str(evals / "score_reading.py"), *map(str, gold), "--predictions", str(out), "--json"]
    run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    found: dict[str, dict[str, float]] = json.loads(run.stdout)["scores"]["ru"]
    return found


@pytest.mark.parametrize("metric", sorted(FLOORS))
def test_a_metric_stays_above_its_floor(scores: dict[str, dict[str, float]], metric: str) -> None:
    """Each score on the Russian development reports is at least its floor."""
    assert scores[metric]["value"] >= FLOORS[metric]


@pytest.mark.parametrize("count", ["role inversions", "unflagged inherited", "format errors"])
def test_what_must_never_happen_does_not(scores: dict[str, dict[str, float]], count: str) -> None:
    """There is no inverted role, no unflagged inherited actor, no broken span."""
    assert scores[count]["count"] == 0


def test_nothing_is_falsely_asserted(scores: dict[str, dict[str, float]]) -> None:
    """No denied, demanded or supposed event is given as fact."""
    assert scores["false assertion rate"]["hits"] == 0
