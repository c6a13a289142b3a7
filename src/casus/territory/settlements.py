"""Towns and first-level divisions of the world by name, from compiled tables of GeoNames, the largest first."""

from __future__ import annotations

import math
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files

import numpy as np

from casus.records.place import Place
from casus.territory.geometry import Floats, great_circle_km
from casus.vocabulary.states import key

CLEARLY_LARGER = 5
"""A town is meant without saying so where it has this many times the people of the next one of its name."""
WELL_KNOWN = 100_000
"""Smaller towns too often bear the name of an ordinary word (Most, Of, Man) to be guessed from a text."""


class Settlements:
    """The table as lines, indexed by folded name when first asked."""

    def __init__(self, text: str) -> None:
        self._lines = tuple(line for line in text.splitlines() if line and not line.startswith("#"))

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            for name in line[line.rindex("\t") + 2 : -1].split("|"):
                found.setdefault(name, []).append(number)
        return found

    def find(self, name: str, people: int = 0) -> tuple[Place, ...]:
        """Find the towns of exactly that name in any language with so many people, the largest first."""
        return tuple(_place(line) for line in self._called(name) if _people(line) >= people)

    def peopled(self, name: str) -> tuple[tuple[Place, int], ...]:
        """Find all of exactly that name with the number of their people, the largest first."""
        return tuple((_place(line), _people(line)) for line in self._called(name))

    def meant(self, name: str) -> Place | None:
        """Find the one town that a bare name means; None where two of them are too much alike in size."""
        lines = self._called(name)
        alone = len(lines) == 1 or (len(lines) > 1 and _people(lines[0]) >= CLEARLY_LARGER * _people(lines[1]))
        return _place(lines[0]) if alone else None

    def alike(self, name: str, count: int) -> tuple[str, ...]:
        """Suggest names spelt much like one: those that begin with the same letter, the likest first."""
        wanted = key(name)
        near = [n for n in self._index if n[:1] == wanted[:1] and abs(len(n) - len(wanted)) <= 2]
        found = (_place(self._lines[self._index[n][0]]).name() for n in get_close_matches(wanted, near, count, 0.75))
        return tuple(dict.fromkeys(found))

    def near(self, lat: float, lon: float) -> tuple[Place, float] | None:
        """Give the nearest town, with its distance in kilometres."""
        at = self._points
        turn = (at[:, 1] - lon + 180) % 360 - 180
        rough = np.hypot(at[:, 0] - lat, turn * math.cos(math.radians(lat)))
        if not len(rough):
            return None
        place = _place(self._lines[int(rough.argmin())])
        return place, great_circle_km(lat, lon, place.lat or 0.0, place.lon or 0.0)

    @cached_property
    def _points(self) -> Floats:
        cells = (line.split("\t", 5) for line in self._lines)
        return np.array([(float(c[3]), float(c[4])) for c in cells], np.float64).reshape(-1, 2)

    def _called(self, name: str) -> list[str]:
        return [self._lines[number] for number in self._index.get(key(name), ())]


def _people(line: str) -> int:
    return int(line.split("\t", 3)[2])


def _place(line: str) -> Place:
    """Read a line; one of a division has its half-width after its point."""
    place_id, within, _, lat, lon, *width, en, ja, ru, _ = line.split("\t")
    names = {"en": en, "ja": ja, "ru": ru}
    return Place(
        id=place_id,
        kind="region" if width else "settlement",
        names={language: tuple(cell.split("|")) for language, cell in names.items() if cell},
        lat=float(lat),
        lon=float(lon),
        radius_km=float(width[0]) if width else 0.0,
        within=within,
        source="GeoNames",
        certainty="partly",
    )


@cache
def settlements() -> Settlements:
    """Load the towns of 15 000 people and more that come with casus."""
    return Settlements((files("casus") / "data" / "places" / "settlements.tsv").read_text("utf-8"))


@cache
def regions() -> Settlements:
    """Load the first-level divisions of states that come with casus; a point is the middle of a division's towns."""
    return Settlements((files("casus") / "data" / "places" / "regions.tsv").read_text("utf-8"))
