"""Airports and airfields by name, code or town: ``OTHH``, ``Hamad airport``, バグダッド空港, аэропорт Багдад."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from casus.records.place import Place
from casus.territory.geometry import great_circle_km
from casus.vocabulary.states import key

WORDS = re.compile(
    r"\b(?:international |intl\.? )?(?:airport|airfield|air ?base|air force base|aerodrome)\b"
    r"|(?:国際)?空港|飛行場|空軍基地"
    r"|(?:международн\w+ )?(?:аэропорт|аэродром|авиабаз)\w*",
    re.IGNORECASE,
)
"""What says that a name is one of an airport, not of its town."""
AROUND_KM = 45.0
"""So far from its town an airport may lie."""
CODE = re.compile(r"[A-Z]{4}")


class Airport(NamedTuple):
    """A row of the table."""

    icao: str
    iata: str
    state: str
    lat: float
    lon: float
    elevation_m: float | None
    name: str
    town: str

    def place(self) -> Place:
        """Give the airport as a place; it is called by its code too."""
        return Place(
            id=f"icao:{self.icao}",
            kind="airfield",
            names={"en": (self.name,)},
            lat=self.lat,
            lon=self.lon,
            within=self.state,
            elevation_m=self.elevation_m,
            source="airportsdata",
            certainty="partly",
        )


def without_words(name: str) -> str | None:
    """Give what is left of an airport's name without the word for one; None where it has no such word.

    >>> without_words("Baghdad International Airport"), without_words("аэропорт Багдада"), without_words("Baghdad")
    ('Baghdad', 'Багдада', None)
    """
    rest = " ".join(WORDS.sub(" ", name).split())
    return None if rest == " ".join(name.split()) or not rest else rest


class Airports:
    """All airports, read and indexed when first asked for."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()

    @cached_property
    def _rows(self) -> tuple[Airport, ...]:
        return tuple(_airport(line) for line in self._lines if line)

    @cached_property
    def _by_name(self) -> dict[str, list[Airport]]:
        found: defaultdict[str, list[Airport]] = defaultdict(list)
        for row in self._rows:
            for name in {key(n) for n in (without_words(row.name) or row.name, row.town) if n}:
                found[name].append(row)
        return found

    def coded(self, code: str) -> Place | None:
        """Find an airport by its ICAO code."""
        if not CODE.fullmatch(code):
            return None
        return next((row.place() for row in self._rows if row.icao == code), None)

    def called(self, name: str) -> tuple[Place, ...]:
        """Find airports by a name with a word for one in it, their own or their towns'; those with flights first."""
        rest = without_words(name)
        rows = self._by_name.get(key(rest), ()) if rest else ()
        own = [row for row in rows if key(without_words(row.name) or row.name) == key(rest or "")]
        return tuple(row.place() for row in sorted(own or rows, key=lambda r: (not r.iata, r.icao)))

    def of_town(self, towns: Iterable[Place]) -> tuple[Place, ...]:
        """Find the airport of the first of some towns that has one, one with flights before a nearer airfield."""
        for town in towns:
            if town.lat is None or town.lon is None:
                continue
            lat, lon = town.lat, town.lon
            away = [(great_circle_km(lat, lon, r.lat, r.lon), r) for r in self._rows if abs(r.lat - lat) < 1]
            near = sorted((not r.iata, km, r) for km, r in away if km <= AROUND_KM and r.state == town.within)
            if near:
                return (near[0][2].place(),)
        return ()


def _airport(line: str) -> Airport:
    icao, iata, state, lat, lon, high, name, town = line.split("\t")
    return Airport(icao, iata, state, float(lat), float(lon), float(high) if high else None, name, town)


@cache
def airports() -> Airports:
    """Load the airports that come with casus."""
    source = files("casus") / "data" / "places" / "airports.tsv.gz"
    return Airports(gzip.decompress(source.read_bytes()).decode("utf-8"))
