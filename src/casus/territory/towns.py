"""Smaller towns, and places of installed data sets: tables of one name a line, sorted, searched without an index."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import cast, get_args

from casus.records.place import Place, PlaceKind
from casus.vocabulary.states import key

ENDING = ".places.tsv.gz"
"""How the files of installed places end."""


class SortedPlaces:
    """A table of lines ``key, number, state, people, lat, lon, name, Japanese, Russian, kind``, sorted by key.

    An empty name is the key in capitals and small letters; a missing kind is a settlement.
    """

    def __init__(self, text: Callable[[], str], source: str = "GeoNames") -> None:
        self._text = text
        self._source = source

    @cached_property
    def _lines(self) -> list[str]:
        return self._text().splitlines()

    def peopled(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Find all of exactly that name with the number of their people, the largest first."""
        start = key(name) + "\t"
        at = bisect_left(self._lines, start)
        found = []
        while at < len(self._lines) and self._lines[at].startswith(start):
            found.append(self._place(self._lines[at]))
            at += 1
        return tuple(sorted(found, key=lambda f: (-f[1], f[0].id)))

    def _place(self, line: str) -> tuple[Place, int]:
        named, number, state, people, lat, lon, en, ja, ru, *kind = line.split("\t")
        names = {"en": en or named.title(), "ja": ja, "ru": ru}
        told = kind[0] if kind and kind[0] in get_args(PlaceKind) else "settlement"
        place = Place(
            id=f"geonames:{number}",
            kind=cast("PlaceKind", told),
            names={language: (name,) for language, name in names.items() if name},
            lat=float(lat),
            lon=float(lon),
            within=state or None,
            source=self._source,
            certainty="partly",
        )
        return place, int(people)


class Shelf:
    """Several tables as one, the first that knows a name answers; of two with one id the first is kept."""

    def __init__(self, tables: Iterable[SortedPlaces]) -> None:
        self.tables = tuple(tables)

    def peopled(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Find all of exactly that name with the number of their people."""
        found: dict[str, tuple[Place, int]] = {}
        for table in self.tables:
            for place, people in table.peopled(name):
                found.setdefault(place.id, (place, people))
        return tuple(found.values())


def packed_text(path: Path) -> str:
    """Give the text of a packed table."""
    return gzip.decompress(path.read_bytes()).decode("utf-8")


@cache
def small_towns() -> SortedPlaces:
    """Give the towns of 500 to 15 000 people that come with casus; they are read when first asked for."""
    source = files("casus") / "data" / "places" / "towns.tsv.gz"
    return SortedPlaces(lambda: gzip.decompress(source.read_bytes()).decode("utf-8"))


@cache
def installed_places(folder: Path) -> Shelf:
    """Give the places of the data sets installed in a folder; they are read when first asked for."""
    paths = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    return Shelf(SortedPlaces(lambda path=path: packed_text(path)) for path in paths)  # type: ignore[misc]
