"""Compile today's boundaries from the npm package world-atlas (Natural Earth 1:10m) into one array file.

Usage: ``python scripts/build_boundaries.py FOLDER_OF_WORLD_ATLAS FOLDER_OF_CLDR_CORE``. The packages are named with
their versions and checksums in ``src/casus/data/boundaries/README.md``, which this script writes too.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TypedDict, cast

import numpy as np

OUT = Path(__file__).parent.parent / "src" / "casus" / "data" / "boundaries"

# Map units without an ISO number, and those whose number is shared: name in Natural Earth -> our code.
# A code with a hyphen is a part of a state drawn by a de facto line; "-" is ground the map gives to nobody.
NAMED_UNITS = {
    "Dhekelia": "GBR-SBA",
    "Akrotiri": "GBR-SBA",
    "Kosovo": "XKX",
    "Somaliland": "SOM-SOMALILAND",
    "N. Cyprus": "CYP-NORTH",
    "Cyprus U.N. Buffer Zone": "CYP-BUFFER",
    "Siachen Glacier": "-",
    "Baikonur": "KAZ",
    "USNB Guantanamo Bay": "CUB-GUANTANAMO",
    "Indian Ocean Ter.": "AUS-INDIAN-OCEAN",
    "Ashmore and Cartier Is.": "AUS-ASHMORE",
    "Coral Sea Is.": "AUS-CORAL-SEA",
    "Clipperton I.": "FRA-CLIPPERTON",
    "Spratly Is.": "-",
    "Scarborough Reef": "-",
    "Bajo Nuevo Bank": "-",
    "Serranilla Bank": "-",
    "Antarctica": "-",
}


class Geometry(TypedDict):
    """A country of the topology."""

    type: str
    id: str
    arcs: list[list[int]] | list[list[list[int]]]
    properties: dict[str, str]


class Packed(TypedDict):
    """The arrays of the compiled file."""

    units: np.ndarray
    polygon_unit: np.ndarray
    polygon_rings: np.ndarray
    ring_arcs: np.ndarray
    arc_refs: np.ndarray
    arc_points: np.ndarray
    deltas: np.ndarray
    transform: np.ndarray


def numeric_to_alpha3(cldr_core: Path) -> dict[str, str]:
    """Read the ISO 3166-1 numbers and alpha-3 codes of CLDR's code mappings, withdrawn codes (TP, BU) left out."""
    supplemental = cldr_core / "supplemental"
    mappings = json.loads((supplemental / "codeMappings.json").read_text("utf-8"))
    aliases = json.loads((supplemental / "aliases.json").read_text("utf-8"))
    withdrawn = aliases["supplemental"]["metadata"]["alias"]["territoryAlias"]
    rows = mappings["supplemental"]["codeMappings"].items()
    return {
        row["_numeric"].zfill(3): row["_alpha3"]
        for alpha2, row in rows
        if "_numeric" in row and "_alpha3" in row and alpha2 not in withdrawn
    }


def unit_code(geometry: Geometry, codes: dict[str, str]) -> str:
    """Give the code of a map unit."""
    name = geometry["properties"]["name"]
    return NAMED_UNITS[name] if name in NAMED_UNITS else codes[geometry["id"]]


def polygons_of(geometry: Geometry) -> list[list[list[int]]]:
    """Give a geometry's polygons, each a list of rings, each a list of arc references."""
    arcs = geometry["arcs"]
    return cast("list[list[list[int]]]", [arcs] if geometry["type"] == "Polygon" else arcs)


def pack(topology: Path, codes: dict[str, str]) -> Packed:
    """Turn the topology into flat arrays; a negative arc reference ``~i`` is arc ``i`` run backwards."""
    topo = json.loads(topology.read_text("utf-8"))
    geometries: list[Geometry] = topo["objects"]["countries"]["geometries"]
    units = sorted({unit_code(g, codes) for g in geometries})
    polygon_unit: list[int] = []
    polygon_rings, ring_arcs = [0], [0]
    arc_refs: list[int] = []
    for geometry in geometries:
        for polygon in polygons_of(geometry):
            polygon_unit.append(units.index(unit_code(geometry, codes)))
            for ring in polygon:
                arc_refs.extend(ring)
                ring_arcs.append(len(arc_refs))
            polygon_rings.append(len(ring_arcs) - 1)
    arcs = topo["arcs"]
    transform = [*topo["transform"]["scale"], *topo["transform"]["translate"]]
    return Packed(
        units=np.array(units),
        polygon_unit=np.array(polygon_unit, np.int16),
        polygon_rings=np.array(polygon_rings, np.int32),
        ring_arcs=np.array(ring_arcs, np.int32),
        arc_refs=np.array(arc_refs, np.int32),
        arc_points=np.cumsum([0, *map(len, arcs)]).astype(np.int32),
        deltas=np.concatenate([np.array(a, np.int32) for a in arcs]),
        transform=np.array(transform, np.float64),
    )


def version_of(package: Path) -> str:
    """Read a package's name and version."""
    about = json.loads((package / "package.json").read_text("utf-8"))
    return f"{about['name']} {about['version']}"


def sha256(path: Path) -> str:
    """Hash a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(world_atlas: Path, cldr_core: Path) -> None:
    """Write the compiled file and the page that says what it was made of."""
    topology = world_atlas / "countries-10m.json"
    codes = [cldr_core / "supplemental" / name for name in ("codeMappings.json", "aliases.json")]
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / "countries-10m.npz"
    with target.open("wb") as out:
        np.savez_compressed(out, **pack(topology, numeric_to_alpha3(cldr_core)))
    rows = [
        f"| `{topology.name}` of {version_of(world_atlas)} | `{sha256(topology)}` |",
        *(f"| `{path.name}` of {version_of(cldr_core)} | `{sha256(path)}` |" for path in codes),
        f"| `{target.name}` (compiled) | `{sha256(target)}` |",
    ]
    page = [
        "# Boundaries",
        "",
        "Today's boundaries and coasts: Natural Earth 1:10m, admin 0 countries (public domain), as packed by",
        "world-atlas (ISC licence). Numbers of countries are turned into alpha-3 codes by CLDR (Unicode licence v3).",
        "Made by `scripts/build_boundaries.py FOLDER_OF_WORLD_ATLAS FOLDER_OF_CLDR_CORE`.",
        "",
        "| file | SHA-256 |",
        "|---|---|",
        *rows,
        "",
    ]
    (OUT / "README.md").write_text("\n".join(page), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
