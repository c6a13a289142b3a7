"""Whether two places can be one, and on whose ground a place is shown: hints for grouping, never findings."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from casus.records import Place, PlaceMention

NEAR_KM = 25.0
"""Two named points this near are taken for one area of an incident."""
EARTH_KM = 6371.0


class Gazetteer(Protocol):
    """What this room asks of a gazetteer."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Places of that name, best first."""
        ...

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """All pairs of a name and the id of its place."""
        ...


class Atlas:
    """Looks up the places that readings mention, by id where they carry one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[tuple[str | None, str | None, str], Place | None] = {}
        self._names: dict[str, dict[str, str]] = {}

    def place(self, mention: PlaceMention | None, language: str) -> Place | None:
        """Give the place of a mention; None where its id is not known or it has none."""
        if mention is None or mention.id is None:
            return None
        key = (mention.id, mention.text, language)
        if key not in self._known:
            self._known[key] = self._look(mention.id, mention.text, language)
        return self._known[key]

    def _look(self, place_id: str, text: str | None, language: str) -> Place | None:
        return self._among(text, place_id, language) or self._among(self._name(place_id, language), place_id, language)

    def _among(self, name: str | None, place_id: str, language: str) -> Place | None:
        found = self._gazetteer.find(name, language) if name else ()
        return next((place for place in found if place.id == place_id), None)

    def _name(self, place_id: str, language: str) -> str | None:
        if language not in self._names:
            pairs = sorted(self._gazetteer.names(language), reverse=True)
            self._names[language] = {place: name for name, place in pairs}
        return self._names[language].get(place_id)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude, degrees) on a sphere of 6371 km.

    >>> round(distance_km((39.6, 46.24), (40.18, 44.51)))
    161
    """
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def same_area(a: Place | None, b: Place | None) -> bool:
    """Can an act at one be the same as an act at the other: one place, one within the other, or near it?"""
    if a is None or b is None or a.id == b.id:
        return True
    if "state" in {a.kind, b.kind}:
        return a.within is not None and a.within == b.within
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.within is not None and a.within == b.within
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) <= max(NEAR_KM, a.radius_km + b.radius_km)


def narrowness(place: Place) -> tuple[bool, float, str]:
    """Order places from the most exact: points before areas, areas by size, states last."""
    return (place.kind == "state", place.radius_km, place.id)
