"""Commands work with what is installed on the machine."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casus.cli.app import app
from casus.cli.installed import folder, installed_tools

LINE = "zorgonmaar\t1\tCOD\t900000\t-1.5\t29.2\tZorgonmaar\t\t\tsettlement\n"


@pytest.fixture
def _one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "geonames-CD.places.tsv.gz").write_bytes(gzip.compress(LINE.encode("utf-8")))
    monkeypatch.setenv("CASUS_DATA", str(tmp_path))


@pytest.mark.usefixtures("_one_place")
def test_an_installed_place_is_known_to_the_tools(tmp_path: Path) -> None:
    """The folder of data is the one the environment names, and its places are found by name."""
    assert folder() == tmp_path
    found = installed_tools().territory.seek("Zorgonmaar", "en")
    assert [(p.within, p.lat) for p in found] == [("COD", -1.5)]


@pytest.mark.usefixtures("_one_place")
def test_a_reading_places_an_installed_town() -> None:
    """A town that casus does not know by itself gets its point in the mentions of a report."""
    text = "Congolese troops shelled Rwandan positions near the town of Zorgonmaar in the Congo on 3 May 2024."
    result = CliRunner().invoke(app, ["read", "-", "--format", "json", "--mentions"], input=text)
    assert result.exit_code == 0, result.output
    mentions = json.loads(result.stdout)["mentions"]
    assert [(m["lat"], m["lon"]) for m in mentions if m["text"] == "Zorgonmaar"] == [(-1.5, 29.2)]
