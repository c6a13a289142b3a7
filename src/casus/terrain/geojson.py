"""Areas and targets in GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.terrain.areas import Area
from casus.terrain.targets import Target, merged

Floats = npt.NDArray[np.float64]
_NAMES = ("name:en", "name", "name:ja", "int_name", "ref", "title", "id")


class Feature(msgspec.Struct, frozen=True):
    """A feature, or a bare geometry taken for one."""

    name: str
    type: str
    coordinates: Any


def targets_of(data: bytes, where: str) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Read points and lines, and the outlines of polygons, as targets; pieces of one name are one target."""
    features, problems = _features(data, where)
    found: list[Target] = []
    for feature in features:
        try:
            parts = tuple(_coordinates(p) for p in _parts(feature))
        except (TypeError, ValueError):
            problems.append(_unfit(where, feature))
            continue
        found += [Target(feature.name, parts)] if parts else []
    if not found and not problems:
        problems.append(Problem(where=where, what="no point or line is in it"))
    return merged(found), tuple(problems)


def area_of(data: bytes, where: str) -> Area | Problem:
    """Read the polygons of a file as one area."""
    features, problems = _features(data, where)
    rings: list[Floats] = []
    names = [f.name for f in features if f.type in {"Polygon", "MultiPolygon"}]
    for feature in features:
        try:
            rings += [_coordinates(r) for r in _rings(feature)]
        except (TypeError, ValueError):
            return _unfit(where, feature)
    if problems:
        return problems[0]
    return Area.of_rings(names[0] if names and names[0] else where, rings)


def _features(data: bytes, where: str) -> tuple[list[Feature], list[Problem]]:
    try:
        tree = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        return [], [Problem(where=where, what=f"it is no GeoJSON: {trouble}")]
    if not isinstance(tree, dict) or "type" not in tree:
        return [], [Problem(where=where, what="it is JSON but no GeoJSON: it has no type")]
    system = tree.get("crs")
    if system is not None and not any(w in str(system) for w in ("CRS84", "4326")):
        hint = "write it in longitude and latitude on WGS 84"
        return [], [Problem(where=where, what="its coordinates are in another reference system", hint=hint)]
    return list(_walk(tree, where)), []


def _walk(node: Any, name: str) -> Iterator[Feature]:
    if not isinstance(node, dict):
        return
    if node.get("type") == "FeatureCollection":
        for n, feature in enumerate(node.get("features") or (), 1):
            yield from _walk(feature, f"feature {n}")
    elif node.get("type") == "Feature":
        told = node.get("properties")
        own = told if isinstance(told, dict) else {}
        yield from _walk(node.get("geometry"), str(next((own[k] for k in _NAMES if own.get(k)), name)))
    elif node.get("type") == "GeometryCollection":
        for part in node.get("geometries") or ():
            yield from _walk(part, name)
    elif isinstance(node.get("type"), str):
        yield Feature(name, node["type"], node.get("coordinates"))


def _parts(feature: Feature) -> list[Any]:
    """Give the paths of a geometry, a point as a path of one."""
    match feature.type:
        case "Point":
            return [[feature.coordinates]]
        case "MultiPoint":
            return [[p] for p in feature.coordinates]
        case "LineString":
            return [feature.coordinates]
        case "MultiLineString":
            return list(feature.coordinates)
        case _:
            return _rings(feature)


def _rings(feature: Feature) -> list[Any]:
    if feature.type == "Polygon":
        return list(feature.coordinates)
    return [r for p in feature.coordinates for r in p] if feature.type == "MultiPolygon" else []


def _coordinates(path: Any) -> Floats:
    at = np.array([[float(p[0]), float(p[1])] for p in path], np.float64)
    if not len(at) or not np.isfinite(at).all() or np.abs(at[:, 1]).max() > 90 or np.abs(at[:, 0]).max() > 180:
        raise ValueError
    return at


def _unfit(where: str, feature: Feature) -> Problem:
    hint = "a point is [longitude, latitude], in degrees on WGS 84"
    return Problem(
        where=where, what=f"the {feature.type} of {feature.name!r} has coordinates that do not fit", hint=hint
    )
