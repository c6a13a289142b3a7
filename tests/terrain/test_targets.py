"""Targets and areas in the forms people have them: GeoJSON, GeoPackage, OpenStreetMap; trouble told, not raised."""

from __future__ import annotations

import gzip
import json
import sqlite3
import struct
from pathlib import Path

import numpy as np
import pytest
from tests.terrain.fractals import plane
from tests.terrain.made_files import osm_extract

from casus.errors import Problem
from casus.terrain import Area, Ground, Target, read_area, read_targets
from casus.terrain.targets import STEP_M

ROAD = [[46.0, 39.5], [46.1, 39.55], [46.2, 39.6]]


def feature(kind: str, coordinates: object, **properties: str) -> dict[str, object]:
    """Make a feature of GeoJSON."""
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def write(path: Path, *features: dict[str, object]) -> Path:
    """Write a collection of features."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def geopackage(path: Path, *rows: tuple[str, bytes], system: int = 4326) -> Path:
    """Write a GeoPackage with one layer."""
    with sqlite3.connect(path) as data:
        data.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)")
        data.execute("INSERT INTO gpkg_geometry_columns VALUES ('roads', 'geom', 'GEOMETRY', ?, 0, 0)", (system,))
        data.execute("CREATE TABLE roads (fid INTEGER PRIMARY KEY, name TEXT, geom BLOB)")
        head = b"GP\x00\x01" + struct.pack("<i", system)
        data.executemany("INSERT INTO roads (name, geom) VALUES (?, ?)", [(n, head + g) for n, g in rows])
    data.close()
    return path


def line_wkb(points: list[list[float]]) -> bytes:
    """Write a line as well-known binary."""
    return struct.pack("<BII", 1, 2, len(points)) + b"".join(struct.pack("<dd", *p) for p in points)


def test_geojson_points_lines_and_pieces_of_one_name(tmp_path: Path) -> None:
    """Two pieces of one road are one target; a point is another."""
    path = write(
        tmp_path / "t.geojson", feature("Point", [46.02, 39.55], name="Airfield"),
        feature("LineString", ROAD[:2], name="M-2"), feature("MultiLineString", [ROAD[1:]], name="M-2"),
    )  # fmt: skip
    found, problems = read_targets(path)
    assert problems == ()
    assert [(t.name, t.is_line, len(t.parts)) for t in found] == [("Airfield", False, 1), ("M-2", True, 2)]


def test_a_geopackage_is_read_without_gdal(tmp_path: Path) -> None:
    """A point, a line and a polygon's outline, each by its name."""
    point = struct.pack("<BIdd", 1, 1, 46.02, 39.55)
    ring = [*ROAD, ROAD[0]]
    polygon = struct.pack("<BIII", 1, 3, 1, len(ring)) + b"".join(struct.pack("<dd", *p) for p in ring)
    path = geopackage(tmp_path / "t.gpkg", ("Airfield", point), ("M-2", line_wkb(ROAD)), ("Base", polygon))
    found, problems = read_targets(path)
    assert problems == ()
    assert [(t.name, len(t.corners)) for t in found] == [("Airfield", 1), ("M-2", 3), ("Base", 4)]
    assert found[1].corners.tolist() == ROAD


@pytest.mark.parametrize("ending", [".osm", ".osm.gz", ".osm.json"])
def test_an_osm_extract_gives_great_roads_and_airfields(tmp_path: Path, ending: str) -> None:
    """A trunk road in two ways is one target by its number; a field track is none."""
    plain = osm_extract(tmp_path / "x.osm", [(lat, lon) for lon, lat in ROAD])
    path = tmp_path / f"y{ending}"
    overpass = {"elements": [
        {"type": "way", "id": 1, "tags": {"highway": "trunk", "ref": "M-2"},
         "geometry": [{"lat": lat, "lon": lon} for lon, lat in ROAD]},
        {"type": "node", "id": 2, "lat": 39.55, "lon": 46.0, "tags": {"aeroway": "aerodrome", "name": "Airfield"}},
    ]}  # fmt: skip
    made = {".osm": plain.read_bytes(), ".osm.gz": gzip.compress(plain.read_bytes())}
    path.write_bytes(made.get(ending) or json.dumps(overpass).encode())
    found, problems = read_targets(path)
    assert problems == ()
    assert sorted((t.name, t.is_line) for t in found) == [("Airfield", False), ("M-2", True)]


def packed_extract(path: Path) -> bytes:
    """Write a packed extract with a trunk road in two ways, an airfield and a field track."""
    osmium = pytest.importorskip("osmium")
    new = osmium.osm.mutable
    with osmium.SimpleWriter(str(path)) as out:
        for number, at in enumerate(ROAD, 1):
            out.add_node(new.Node(id=number, location=tuple(at)))
        out.add_node(new.Node(id=90, location=(46.0, 39.55), tags={"aeroway": "aerodrome", "name": "Airfield"}))
        out.add_way(new.Way(id=1, nodes=[1, 2], tags={"highway": "trunk", "ref": "M-2"}))
        out.add_way(new.Way(id=2, nodes=[2, 3], tags={"highway": "trunk", "ref": "M-2"}))
        out.add_way(new.Way(id=3, nodes=[1, 3, 999], tags={"highway": "track", "name": "Field"}))
    return path.read_bytes()


def test_a_packed_extract_is_read_and_a_cut_one_refused(tmp_path: Path) -> None:
    """The packed form gives what the plain one gives; cut short or not packed at all, it is refused in a line."""
    data = packed_extract(tmp_path / "x.osm.pbf")
    found, problems = read_targets(tmp_path / "x.osm.pbf")
    assert problems == ()
    assert sorted((t.name, t.is_line) for t in found) == [("Airfield", False), ("M-2", True)]
    assert np.unique(found[-1].corners.round(5), axis=0).tolist() == ROAD
    for broken in (data[:-30], data[:9], b"plain words, no extract"):
        (tmp_path / "cut.osm.pbf").write_bytes(broken)
        found, problems = read_targets(tmp_path / "cut.osm.pbf")
        assert found == ()
        assert "damaged, cut short or no extract" in problems[0].what


def test_a_road_is_sampled_along_its_length() -> None:
    """Points stand for equal pieces, none longer than a step; a very long road has wider steps."""
    ground = Ground.of(plane(801, 801), lat=39.55, lon=46.1)
    ends = ground.lonlat(np.array([[100.0, 100.0], [100.0, 500.0], [400.0, 500.0]]))
    road = Target("road", (ends,))
    at = road.samples(ground)
    steps = np.hypot(*np.diff(at, axis=0).T) * 30
    assert len(at) == 210
    assert steps.max() <= STEP_M + 1e-6


def test_a_polygon_is_read_as_an_area(tmp_path: Path) -> None:
    """By its name; longitude comes first."""
    path = write(tmp_path / "a.geojson", feature("Polygon", [[*ROAD, ROAD[0]]], name="Occupied"))
    found = read_area(path)
    assert isinstance(found, Area)
    assert found.name == "Occupied"
    assert found.corners[0].tolist() == ROAD[0]


def test_bad_files_are_told_of(tmp_path: Path) -> None:
    """A crossing outline, swapped numbers, another system, text, a packed extract, a cut GeoPackage, no file."""
    bow = read_area(
        write(tmp_path / "b.json", feature("Polygon", [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]], name="b"))
    )
    assert isinstance(bow, Problem)
    assert "crosses itself near 1.0000,1.0000" in bow.what
    lone = read_area(write(tmp_path / "c.json", feature("Point", [46, 39])))
    assert isinstance(lone, Problem)
    cases = {
        "swapped.geojson": (json.dumps(feature("Point", [39.5, 146.0])).encode(), "do not fit"),
        "utm.geojson": (
            json.dumps({"type": "FeatureCollection", "crs": {"name": "EPSG:32638"}, "features": []}).encode(),
            "another reference system",
        ),
        "text.geojson": (b"a road to Goris", "no GeoJSON"),
        "empty.geojson": (b'{"type":"FeatureCollection","features":[]}', "no point or line"),
        "extract.osm.pbf": (b"\0\0\0\rOSMHeader", "damaged"),
        "cut.osm": (b'<osm><node id="1" lat="39" lon="46"/><way', "damaged, cut short"),
        "cut.osm.gz": (gzip.compress(b"<osm></osm>")[:-6], "damaged, cut short"),
        "other.osm": (b"<gpx></gpx>", "root is <gpx>"),
        "bomb.osm": (b'<!DOCTYPE o [<!ENTITY a "b">]><osm/>', "document type"),
        "cut.gpkg": (b"SQLite format 3\0", "no GeoPackage"),
    }
    for name, (data, says) in cases.items():
        (tmp_path / name).write_bytes(data)
        found, problems = read_targets(tmp_path / name)
        assert found == ()
        assert says in problems[0].what, name
    assert read_targets(tmp_path / "none.gpkg")[1][0].what == "No such file or directory"
    assert not (tmp_path / "none.gpkg").exists()
    projected = geopackage(tmp_path / "p.gpkg", ("M-2", line_wkb(ROAD)), system=32638)
    assert "reference system 32638" in read_targets(projected)[1][0].what
