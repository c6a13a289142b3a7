"""What is known of one point's ground on one day, before it becomes a finding or a fact."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from casus.records.base import Record, Words
from casus.records.finding import Certainty, HolderView
from casus.records.incident import CasePlace
from casus.records.place import Place
from casus.territory.boundaries import Nearest
from casus.territory.gazetteer import Gazetteer
from casus.vocabulary.phrases import both, in_language

Standing = Literal["positions", "map", "sea", "named", "unknown"]
"""What the answer rests on: a positions file, the map, open sea, a state's name alone, or nothing."""

_ORDER: tuple[Certainty, ...] = ("checked", "partly", "memory")


class Spot(Record, frozen=True, kw_only=True):
    """What is asked about: a name, a point where there is one, and the place of the tables that it is."""

    name: str
    lat: float | None
    lon: float | None
    place: Place | None
    island: Place | None = None
    """For a point that is no place of the tables: the island of the tables that it lies on."""

    @property
    def id(self) -> str:
        """The place's id; for a point that is no place of the tables, its name."""
        return self.place.id if self.place else self.name

    @property
    def names(self) -> Words:
        """The names to print."""
        if self.place is None:
            return {"en": self.name}
        return {code: found[0] for code, found in self.place.names.items() if found and code in {"en", "ja", "ru"}}


class Ground(Record, frozen=True, kw_only=True):
    """Whose a point's ground is on a day, as far as the files say."""

    standing: Standing
    recognised: str | None = None
    recognised_why: str = ""
    recognised_why_ja: str = ""
    controller: str | None = None
    controller_why: str = ""
    controller_why_ja: str = ""
    backed_by: tuple[str, ...] = ()
    views: tuple[HolderView, ...] = ()
    doubt: tuple[str, ...] = ()
    """States that may own it, where the files cannot tell which."""
    undemarcated: tuple[str, ...] = ()
    """The two states, inside a stretch that nobody has marked."""
    water: bool = False
    """Is the point off the map's land, farther than the map may be wrong?"""
    boundary: Nearest | None = None
    owners: tuple[str, ...] = ()
    """Whose the ground on both sides of that boundary is, that day."""
    notes: tuple[Words, ...] = ()
    sources: tuple[str, ...] = ()
    certainty: Certainty = "memory"

    @property
    def rivals(self) -> frozenset[str]:
        """All who may own it where that is not settled: whom the files cannot tell apart, else who is said to."""
        if self.undemarcated or self.doubt:
            return frozenset({*self.undemarcated, *self.doubt})
        return frozenset() if self.recognised else frozenset(v.holder for v in self.views)

    @property
    def parties(self) -> frozenset[str]:
        """All whom the files name as owning it, settled or not: nobody else is thought to hold it."""
        return self.rivals or frozenset(
            {*((self.recognised,) if self.recognised else ()), *(v.holder for v in self.views)}
        )

    @property
    def recognised_words(self) -> Words:
        """Why the recognised sovereign is said to be that, in each language."""
        return both(self.recognised_why, self.recognised_why_ja)

    @property
    def controller_words(self) -> Words:
        """Why it is said who held the ground, in each language."""
        return both(self.controller_why, self.controller_why_ja)

    @property
    def source(self) -> str:
        """All sources on one line."""
        return "; ".join(self.sources)


def as_asked(name: str) -> Words:
    """Quote the name that was asked for."""
    return {"en": repr(name)} if name.isascii() else {"en": repr(name), "ja": f"「{name}」"}


def explained(ground: Ground, *, recognised: Words | None = None, controller: Words | None = None) -> Ground:
    """Give a ground with other reasons, in every language at once."""
    if recognised:
        ja = in_language(recognised, "ja")
        ground = replace(ground, recognised_why=recognised["en"], recognised_why_ja=ja)
    if controller:
        ja = in_language(controller, "ja")
        ground = replace(ground, controller_why=controller["en"], controller_why_ja=ja)
    return ground


def locate(place: Place | CasePlace, gazetteer: Gazetteer) -> Spot:
    """Find what a place or a case's place stands for; a case's own point goes before the tables' one."""
    if isinstance(place, Place):
        return Spot(name=place.name(), lat=place.lat, lon=place.lon, place=place)
    known = gazetteer.about(place.name, place.lat, place.lon)
    if place.lat is not None and place.lon is not None:
        island = None if known else gazetteer.island_at(place.lat, place.lon)
        return Spot(name=place.name, lat=place.lat, lon=place.lon, place=known, island=island)
    return Spot(name=place.name, lat=known.lat if known else None, lon=known.lon if known else None, place=known)


def weakest(*certainties: Certainty) -> Certainty:
    """Give the least sure of some certainties.

    >>> weakest("checked", "memory", "partly")
    'memory'
    """
    return max(certainties, key=_ORDER.index, default="memory")
