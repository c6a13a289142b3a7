"""Places: named points and areas, as a gazetteer knows them."""

from __future__ import annotations

from typing import Literal

from casus.logic import Truth
from casus.records.base import Record

PlaceKind = Literal[
    "state",
    "region",
    "settlement",
    "capital",
    "lake",
    "river",
    "mountain",
    "pass",
    "island",
    "reef",
    "strait",
    "sea",
    "corridor",
    "road",
    "airfield",
    "base",
    "border-post",
    "line",
    "area",
    "entity",
]
PlaceCertainty = Literal["checked", "partly", "memory"]


class Place(Record, frozen=True, kw_only=True):
    """A named point or area with its names by language; coordinates in degrees, WGS 84."""

    id: str
    kind: PlaceKind
    names: dict[str, tuple[str, ...]]
    """Names by ISO 639-1 code, the first of each the one to print."""
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    """Rough half-width of an area; 0 for a point."""
    within: str | None = None
    """ISO 3166-1 alpha-3 of the state it is generally shown in: a hint, never a finding."""
    elevation_m: float | None = None
    source: str = ""
    certainty: PlaceCertainty = "memory"

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one, else any."""
        for code in (language, "en"):
            if self.names.get(code):
                return self.names[code][0]
        return next((n[0] for n in self.names.values() if n), self.id)


class NameInText(Record, frozen=True):
    """A name that stands in a text and may be a place's."""

    name: str
    span: tuple[int, int]
    marked: bool = False
    """Do the words about it say that it is a place?"""


class PlaceFact(Record, frozen=True, kw_only=True):
    """A ``place.*`` fact with its reason, and its value in each position where it is disputed."""

    name: str
    truth: Truth
    reason: str
    positions: dict[str, Truth] = {}
    """Party id to the value in that party's view; empty where nobody disputes it."""
    source: str = ""
    certainty: PlaceCertainty = "memory"
    reason_ja: str = ""
