"""``casus overlook``, ``casus sight`` and the brief's ground section, end to end over generated tiles and roads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

pytest.importorskip("rasterio")

from tests.cli.running import run
from tests.terrain.made_files import copernicus_tile, osm_extract, tile_heights, write_hgt

from casus.cli.exits import UNUSABLE, USAGE

ROAD = [(39.5 + 0.02 * k, 46.05 + 0.03 * k) for k in range(8)]
REPORT = """Azerbaijani troops hold ground at Sev Lake in Armenia

Azerbaijani troops occupied Sev Lake in Armenia's Syunik province on 12 May 2021.
At an elevation of 2,900 metres, the positions at Sev Lake overlook Sisian airport and the road below.
Armenia demanded that they withdraw.
"""
OVERPASS = {"elements": [
    {"type": "way", "id": 1, "tags": {"highway": "trunk", "ref": "M-2"},
     "geometry": [{"lat": lat, "lon": lon} for lat, lon in ROAD]},
]}  # fmt: skip


@pytest.fixture(scope="module")
def tiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two tiles in the form of Copernicus, and an extract of roads."""
    folder = tmp_path_factory.mktemp("data")
    for lon, ridge in ((45, False), (46, True)):
        copernicus_tile(folder / "elevation", 39, lon, tile_heights(1200, seed=lon, ridge=ridge))
    (folder / "osm").mkdir()
    (folder / "osm" / "syunik.osm.json").write_text(json.dumps(OVERPASS), encoding="utf-8")
    return folder


def test_an_area_is_looked_out_from_and_drawn(tiles: Path, tmp_path: Path) -> None:
    """Targets from a name and an extract; text, JSON and a map that needs nothing beside it."""
    roads = osm_extract(tmp_path / "roads.osm", ROAD)
    words = (
        "overlook", "39.6,46.24", "--radius", "1", "--target", "Sisian", "--targets", str(roads), "--elevation",
        str(tiles / "elevation"), "--draws", "2", "--samples", "2000",
    )  # fmt: skip
    text = run(*words, "--map", str(tmp_path / "m.svg")).stdout
    for part in ("M-2: overlooked", "of its length", "Copernicus GLO-30", "trees and roofs", "massif"):
        assert part in text
    etree.fromstring((tmp_path / "m.svg").read_bytes())
    found = json.loads(run(*words, "--format", "json", "--map", str(tmp_path / "m.html")).stdout)
    assert found["format"] == "casus.overlook/1"
    assert {o["target"] for o in found["overlooks"]} == {"Sisian", "Airfield", "M-2"}
    assert "<svg" in (tmp_path / "m.html").read_text(encoding="utf-8")


def test_a_line_of_sight_is_shown_with_its_profile(tiles: Path, tmp_path: Path) -> None:
    """In characters, as JSON, and as a picture."""
    words = ("sight", "39.6,46.24", "39.55,46.10", "--elevation", str(tiles / "elevation"))
    text = run(*words, "--svg", str(tmp_path / "p.svg")).stdout
    assert "13." in text.splitlines()[0]
    assert "***" in text
    etree.fromstring((tmp_path / "p.svg").read_bytes())
    assert json.loads(run(*words, "--format", "json").stdout)["format"] == "casus.sight/1"


def test_a_report_gets_its_ground_section(tiles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With elevation the claim is answered, with figures and source; the height is tried against lake and massif."""
    monkeypatch.setenv("CASUS_DATA", str(tiles))
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    text = run("brief", str(path), "--published", "2021-05-15", "--full").stdout
    part = text[text.index("WHAT THE GROUND GIVES") :]
    assert "from Sev Lake" in part
    assert "M-2 is overlooked from Sev Lake" in part
    assert "the claim: borne out" in part
    assert "2,900 m beside Sev Lake fits" in part
    assert "Copernicus GLO-30, 30 m" in part
    assert "Observation or control: borne out" in text
    japanese = run("brief", str(path), "--published", "2021-05-15", "--full", "--lang", "ja").stdout
    assert "地形から言えること" in japanese


def test_without_elevation_one_line_names_the_tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the command; the brief works all the same."""
    monkeypatch.setenv("CASUS_DATA", str(tmp_path / "none"))
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    text = run("brief", str(path), "--published", "2021-05-15", "--full").stdout
    part = text[text.index("WHAT THE GROUND GIVES") :].partition("\n\n")[0]
    assert len(part.splitlines()) == 2
    assert "N39E046" in part
    assert 'casus data install elevation --around "Sev Lake" --radius 30' in part
    assert "Observation or control" not in text


def test_bad_input_is_refused_and_nothing_is_half_written(tiles: Path, tmp_path: Path) -> None:
    """No tile, a text named .tif, an outline crossing itself, a target far off, an unknown place, a wrong ending."""
    there = ("--elevation", str(tiles / "elevation"))
    map_ = ("--map", str(tmp_path / "m.svg"))
    gone = run("overlook", "39.6,49.24", "--target", "39.6,49.3", *there, *map_, code=UNUSABLE)
    assert "needed are the tiles N39E049" in gone.stderr
    assert "casus data install elevation" in gone.stderr
    (tmp_path / "text.tif").write_text("2,600 m", encoding="utf-8")
    text = run("sight", "39.6,46.2", "39.6,46.3", "--elevation", str(tmp_path / "text.tif"), code=UNUSABLE)
    assert "it is no TIFF" in text.stderr
    bow = {"type": "Polygon", "coordinates": [[[46.2, 39.5], [46.3, 39.6], [46.3, 39.5], [46.2, 39.6], [46.2, 39.5]]]}
    (tmp_path / "bow.geojson").write_text(json.dumps(bow), encoding="utf-8")
    crossed = run("overlook", str(tmp_path / "bow.geojson"), "--target", "Sisian", *there, *map_, code=UNUSABLE)
    assert "crosses itself" in crossed.stderr
    far = run("overlook", "39.6,46.24", "--radius", "0.2", "--target", "41.0,46.2", *there, "--draws", "0")
    assert "unknown: it lies outside the ground looked at" in far.stdout
    assert "no place of that name" in run("sight", "Nowhereville", "Sisian", *there, code=UNUSABLE).stderr
    run("overlook", "Sisian", "--target", "39.6,46.2", *there, "--map", str(tmp_path / "m.pdf"), code=USAGE)
    run("overlook", "Sisian", *there, code=USAGE)
    none = run("sight", "39.6,46.2", "39.6,46.3", "--elevation", str(tmp_path / "nothing"), code=UNUSABLE)
    assert "no such file or folder" in none.stderr
    assert {p.name for p in tmp_path.iterdir()} == {"text.tif", "bow.geojson"}


def test_mixed_levels_are_refused_by_name(tiles: Path, tmp_path: Path) -> None:
    """An SRTM tile beside a Copernicus one."""
    write_hgt(tmp_path, "N39E046", tile_heights(1201))
    west = tiles / "elevation" / "Copernicus_DSM_COG_10_N39_00_E045_00_DEM.tif"
    files = ("--elevation", str(tmp_path), "--elevation", str(west))
    found = run("overlook", "39.6,46.0", "--target", "39.6,46.1", *files, code=UNUSABLE)
    assert "different levels" in found.stderr
