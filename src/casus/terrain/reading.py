"""Files of areas and targets, each read by the form that its name says."""

from __future__ import annotations

from pathlib import Path

from casus.errors import Problem
from casus.terrain import geojson, geopackage, osm
from casus.terrain.areas import Area
from casus.terrain.targets import Target


def read_targets(path: Path) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Read targets from GeoJSON, a GeoPackage or an extract of OpenStreetMap."""
    try:
        if geopackage.is_geopackage(path.name):
            path.stat()
            return geopackage.targets_in(path)
        data = path.read_bytes()
    except OSError as trouble:
        return (), (Problem(where=str(path), what=trouble.strerror or "cannot be read"),)
    return osm.targets_of(data, path.name) if osm.is_osm(path.name) else geojson.targets_of(data, path.name)


def read_area(path: Path) -> Area | Problem:
    """Read an area from GeoJSON."""
    try:
        return geojson.area_of(path.read_bytes(), path.name)
    except OSError as trouble:
        return Problem(where=str(path), what=trouble.strerror or "cannot be read")
