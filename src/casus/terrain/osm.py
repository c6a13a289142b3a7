"""Targets in extracts of OpenStreetMap: roads, airfields and settlements, from OSM XML, PBF or Overpass JSON."""

from __future__ import annotations

import bz2
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import numpy as np

from casus.errors import Problem, needs
from casus.terrain.targets import Target, merged

ROADS = ("motorway", "trunk", "primary", "secondary")
"""Roads taken as targets, the greater first."""
ATTRIBUTION = "© OpenStreetMap contributors, ODbL"
_PLACES = frozenset({"city", "town", "village"})
_MOST_UNPACKED = 1_500_000_000
Point = tuple[float, float]


def is_osm(name: str) -> bool:
    """Is a file named as an extract is?"""
    return name.lower().endswith((".osm", ".osm.gz", ".osm.bz2", ".osm.pbf", ".osm.json"))


def targets_of(data: bytes, where: str) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Read roads from secondary ones up, airfields and settlements; pieces of a road of one name or number are one."""
    try:
        found = list(_from_pbf(data) if where.lower().endswith(".pbf") else _from_text(_unpacked(data)))
    except (
        RuntimeError,
        ET.ParseError,
        msgspec.DecodeError,
        EOFError,
        OSError,
        zlib.error,
        KeyError,
        TypeError,
        ValueError,
    ) as trouble:
        what = f"it is damaged, cut short or no extract of OpenStreetMap: {trouble or type(trouble).__name__}"
        return (), (Problem(where=where, what=what),)
    if not found:
        return (), (Problem(where=where, what="no road, airfield or settlement with a name or a number is in it"),)
    return merged(found), ()


def _unpacked(data: bytes) -> bytes:
    if data[:2] == b"\x1f\x8b":
        with gzip.open(io.BytesIO(data)) as file:
            plain = file.read(_MOST_UNPACKED + 1)
    elif data[:3] == b"BZh":
        with bz2.open(io.BytesIO(data)) as file:
            plain = file.read(_MOST_UNPACKED + 1)
    else:
        plain = data
    if len(plain) > _MOST_UNPACKED:
        raise ValueError("it unpacks to too much")
    return plain


def _from_pbf(data: bytes) -> Iterator[Target]:
    """Walk what bears a tag; ways are given the points of their nodes."""
    with needs("terrain", "reading packed extracts of OpenStreetMap"):
        import osmium
    walk = osmium.FileProcessor(osmium.io.FileBuffer(data, "pbf")).with_locations()
    for found in walk.with_filter(osmium.filter.EmptyTagFilter()):
        if isinstance(found, osmium.osm.Node):
            yield from _told(dict(found.tags), [(found.lon, found.lat)])
        elif isinstance(found, osmium.osm.Way):
            yield from _told(dict(found.tags), [(n.lon, n.lat) for n in found.nodes if n.location.valid()])


def _from_text(plain: bytes) -> Iterator[Target]:
    return _from_json(plain) if plain.lstrip()[:1] == b"{" else _from_xml(plain)


def _from_xml(data: bytes) -> Iterator[Target]:
    """Walk nodes and ways as they come: nodes stand before the ways that use them."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise ValueError("it declares a document type, as no extract does")
    nodes: dict[str, Point] = {}
    seen_root = False
    for event, element in ET.iterparse(io.BytesIO(data), events=("start", "end")):  # noqa: S314
        if event == "start":
            if not seen_root and element.tag != "osm":
                raise ValueError(f"its root is <{element.tag}>, not <osm>")
            seen_root = True
            continue
        tags = {t.get("k", ""): t.get("v", "") for t in element.iter("tag")}
        if element.tag == "node":
            at = (float(element.attrib["lon"]), float(element.attrib["lat"]))
            nodes[element.attrib["id"]] = at
            yield from _told(tags, [at])
        elif element.tag == "way":
            refs = (n.get("ref", "") for n in element.iter("nd"))
            yield from _told(tags, [nodes[r] for r in refs if r in nodes])
        if element.tag in {"node", "way", "relation"}:
            element.clear()


def _from_json(data: bytes) -> Iterator[Target]:
    """Walk the elements of an answer of Overpass, with geometry in the ways or with the nodes beside them."""
    elements: list[dict[str, Any]] = msgspec.json.decode(data)["elements"]
    nodes = {e["id"]: (e["lon"], e["lat"]) for e in elements if e["type"] == "node"}
    for element in elements:
        if element["type"] == "node":
            path: list[Point] = [nodes[element["id"]]]
        elif element.get("geometry"):
            path = [(g["lon"], g["lat"]) for g in element["geometry"] if g]
        else:
            path = [nodes[n] for n in element.get("nodes", ()) if n in nodes]
        yield from _told(element.get("tags", {}), path)


def _told(tags: dict[str, str], path: list[Point]) -> Iterable[Target]:
    name = tags.get("name:en") or tags.get("name") or tags.get("ref")
    if not name or not path:
        return ()
    at = np.array(path, np.float64)
    if tags.get("highway") in ROADS and len(path) > 1:
        return (Target(tags.get("ref") or name, (at,)),)
    if tags.get("aeroway") == "aerodrome" or (tags.get("place") in _PLACES and len(path) == 1):
        return (Target(name, (at.mean(axis=0)[None],)),)
    return ()
