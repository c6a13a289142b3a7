"""Sources of elevation and roads in their order, as ``data/ground_sources.toml`` gives them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal
from urllib.parse import quote

import msgspec

from casus.errors import CasusError
from casus.records.base import Record
from casus.terrain import Box
from casus.terrain.sheets import corner_named


class GroundSource(Record, frozen=True, kw_only=True):
    """One place that elevation or roads come from."""

    name: str
    gives: Literal["elevation", "roads"]
    address: str
    file: str
    max_mb: int
    licence: str
    attribution: str
    level: str = ""

    def of_tile(self, tile: str) -> tuple[str, str]:
        """Give the address and the file's name of a one-degree tile, as N39E045."""
        lat, lon = corner_named(tile) or (0, 0)
        parts = {
            "ns": "N" if lat >= 0 else "S", "lat": f"{abs(lat):02d}",
            "ew": "E" if lon >= 0 else "W", "lon": f"{abs(lon):03d}",
        }  # fmt: skip
        return self.address.format(**parts), self.file.format(**parts)

    def of_roads(self, box: Box, name: str) -> tuple[str, str]:
        """Give the address and the file's name of the roads, airfields and towns of a box."""
        corners = f"({box.south:.4f},{box.west:.4f},{box.north:.4f},{box.east:.4f})"
        wanted = (
            f'way["highway"~"^(motorway|trunk|primary|secondary)$"]{corners};'
            f'nwr["aeroway"="aerodrome"]{corners};node["place"~"^(city|town)$"]{corners};'
        )
        query = f"[out:json][timeout:120];({wanted});out geom;"
        return self.address.format(query=quote(query, safe="")), self.file.format(name=name)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    schema: Literal[1]
    source: tuple[GroundSource, ...]


@cache
def ground_sources() -> tuple[GroundSource, ...]:
    """Load the sources. Raises CasusError where the file does not fit its form."""
    text = (files("casus") / "data" / "ground_sources.toml").read_text("utf-8")
    try:
        return msgspec.toml.decode(text, type=_File).source
    except msgspec.DecodeError as trouble:
        raise CasusError(f"ground_sources.toml: {trouble}") from trouble
