"""Targets in a GeoPackage (OGC 12-128r19): an SQLite file with geometries as well-known binary."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.terrain.targets import Target, merged

Floats = npt.NDArray[np.float64]
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_NAME_COLUMNS = ("name:en", "name_en", "name", "ref", "title", "label")
_LONGITUDE_LATITUDE = frozenset({4326})
POINT, LINE, POLYGON, COLLECTIONS = 1, 2, 3, frozenset({4, 5, 6, 7})


def is_geopackage(name: str) -> bool:
    """Is a file named as one of this form?"""
    return name.lower().endswith(".gpkg")


def targets_in(path: Path) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Read points, lines and outlines of all its layers that are in longitude and latitude."""
    found: list[Target] = []
    problems: list[Problem] = []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as data:
            for table, column, system in _layers(data):
                if system not in _LONGITUDE_LATITUDE:
                    what = f"the layer {table} is in reference system {system}, not in longitude and latitude (4326)"
                    problems.append(
                        Problem(where=path.name, what=what, hint="reproject it, as with ogr2ogr -t_srs EPSG:4326")
                    )
                    continue
                found += _layer(data, table, column)
    except (sqlite3.Error, struct.error, ValueError, KeyError, IndexError) as trouble:
        return (), (Problem(where=path.name, what=f"it is damaged or no GeoPackage: {trouble}"),)
    if not found and not problems:
        problems.append(Problem(where=path.name, what="no point or line is in it"))
    return merged(found), tuple(problems)


def _layers(data: sqlite3.Connection) -> list[tuple[str, str, int]]:
    return list(data.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name"))


def _layer(data: sqlite3.Connection, table: str, column: str) -> Iterator[Target]:
    quoted = f'"{table.replace(chr(34), chr(34) * 2)}"'
    known = {str(row[1]) for row in data.execute(f"PRAGMA table_info({quoted})")}
    name = next((n for n in _NAME_COLUMNS if n in known), None)
    wanted = f'"{name}"' if name else "NULL"
    geometry = f'"{column.replace(chr(34), chr(34) * 2)}"'
    for n, (told, blob) in enumerate(data.execute(f"SELECT {wanted}, {geometry} FROM {quoted}"), 1):  # noqa: S608
        parts = tuple(_geometry(blob)) if blob else ()
        if parts:
            yield Target(str(told) if told else f"{table} {n}", parts)


def _geometry(blob: bytes) -> Iterator[Floats]:
    """Pass over the header of the package, then read the well-known binary."""
    if blob[:2] != b"GP":
        raise ValueError("a geometry does not begin as one of a GeoPackage")
    start = 8 + _ENVELOPES[(blob[3] >> 1) & 7]
    if blob[3] & 0x10:
        return
    yield from _wkb(blob, start)[0]


def _wkb(blob: bytes, at: int) -> tuple[list[Floats], int]:
    """Read one geometry: its paths, and where it ends."""
    order = "<" if blob[at] else ">"
    kind = struct.unpack_from(order + "I", blob, at + 1)[0]
    numbers = 2 + (kind // 1000 in {1, 2}) + 2 * (kind // 1000 == 3)
    kind, at = kind % 1000, at + 5
    if kind == POINT:
        return [_points(blob, at, 1, numbers, order)], at + 8 * numbers
    count = struct.unpack_from(order + "I", blob, at)[0]
    at += 4
    if kind == LINE:
        return [_points(blob, at, count, numbers, order)], at + 8 * numbers * count
    if kind not in COLLECTIONS | {POLYGON}:
        raise ValueError(f"geometries of kind {kind} are not read")
    paths: list[Floats] = []
    for _ in range(count):
        if kind == POLYGON:
            corners = struct.unpack_from(order + "I", blob, at)[0]
            paths.append(_points(blob, at + 4, corners, numbers, order))
            at += 4 + 8 * numbers * corners
        else:
            inner, at = _wkb(blob, at)
            paths += inner
    return paths, at


def _points(blob: bytes, at: int, count: int, numbers: int, order: str) -> Floats:
    values = np.frombuffer(blob, f"{order}f8", count * numbers, at).reshape(count, numbers)
    return values[:, :2].astype(np.float64)
