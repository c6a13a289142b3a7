"""The territory room as others use it: names to places, whose ground a place is on a day, and facts of the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
from msgspec.structs import replace

from casus.errors import Problem
from casus.logic import UNKNOWN
from casus.records.base import Words
from casus.records.finding import TerritoryFinding
from casus.records.incident import CasePlace
from casus.records.place import NameInText, Place, PlaceFact
from casus.records.where import Peacekeepers, TerritorySpan
from casus.territory import place_facts
from casus.territory.account import account
from casus.territory.boundaries import ACCURACY_KM, NOBODY, Boundaries, boundaries
from casus.territory.bulk import Bulk, Codes
from casus.territory.candidates import Candidate
from casus.territory.describe import describe
from casus.territory.gazetteer import Gazetteer, gazetteer
from casus.territory.geometry import Floats
from casus.territory.ground import Ground, Spot, as_asked, locate
from casus.territory.grounds import FIRST_DAY
from casus.territory.on_file import on_file, peacekeepers, with_undemarcated
from casus.territory.on_map import on_map
from casus.territory.position_file import PositionFile
from casus.territory.read_positions import positions
from casus.territory.sketch import Sketch, sketch
from casus.territory.timeline import change_days
from casus.vocabulary.phrases import in_language, say
from casus.vocabulary.states import states

REMEMBERED = 4096
"""How many places, and places on a day, are remembered at once."""
NAMED_ON_MAPS = frozenset(
    {"settlement", "capital", "lake", "island", "pass", "base", "reef", "mountain", "border-post"}
)
FAR_DAY = date(2100, 12, 31)
"""No file speaks of a change after it."""
OWNED = frozenset({"place.of_beneficiary", "place.of_attacker", "place.of_obliged"})

Asked = TypeVar("Asked")
Known = TypeVar("Known")


class Territory:
    """Names, positions and boundaries, read when first asked for."""

    def __init__(
        self,
        *,
        gazetteer: Callable[[], tuple[Gazetteer, tuple[Problem, ...]]],
        positions: Callable[[], tuple[tuple[PositionFile, ...], tuple[Problem, ...]]],
        boundaries: Callable[[], Boundaries],
        strict: bool = False,
    ) -> None:
        self._strict = strict
        self._gazetteer = gazetteer
        self._positions = positions
        self._boundaries = boundaries
        self._spots: dict[CasePlace, Spot] = {}
        self._grounds: dict[tuple[str, str, float | None, float | None, date], Ground] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files of places and positions; such rows and files are left out."""
        return (*self._gazetteer()[1], *self._positions()[1])

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Find places called exactly so, best first; width, case, accents and the middle dot do not matter."""
        return self._gazetteer()[0].find(name, language)

    def seek(self, name: str, language: str) -> tuple[Place, ...]:
        """Find places for a person who asks for one: as ``find``, then towns of any size, then capitals."""
        return self._gazetteer()[0].seek(name, language)

    def candidates(self, name: str, language: str) -> tuple[Candidate, ...]:
        """List all that a name in a text may mean, hand-kept places first; in Russian in any case."""
        return self._gazetteer()[0].candidates(name, language)

    def settle(self, named: Sequence[NameInText], language: str, states: Iterable[str]) -> tuple[Place | None, ...]:
        """Choose what each name of one text means, judged together with the others and the states of its parties."""
        return self._gazetteer()[0].settle(named, language, states)

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """List all (name, place id) in a language."""
        return self._gazetteer()[0].names(language)

    def place(self, place_id: str) -> Place | None:
        """Give a place by its id."""
        return self._gazetteer()[0].place(place_id)

    def nearest_names(self, name: str) -> tuple[str, ...]:
        """Suggest names like one that was not found."""
        return self._gazetteer()[0].nearest_names(name)

    def suggest(self, name: str) -> tuple[str, ...]:
        """Suggest names like one that was not found, those of towns too; slower than ``nearest_names``."""
        return self._gazetteer()[0].suggest(name)

    def stand(self, place: Place | CasePlace, on: date) -> TerritoryFinding:
        """Say whose ground a place is on a day: recognised, held, claimed, and how near the boundary."""
        spot, ground = self._examine(place, on)
        near = ground.boundary
        finding = TerritoryFinding(
            place=spot.id,
            name=spot.names,
            on=on,
            recognised=ground.recognised,
            recognised_why=ground.recognised_why,
            recognised_why_ja=in_language(ground.recognised_words, "ja") if ground.recognised_why else "",
            controller=ground.controller,
            controller_why=ground.controller_why,
            controller_why_ja=in_language(ground.controller_words, "ja") if ground.controller_why else "",
            views=ground.views,
            boundary_km=round(near.km, 1) if near else None,
            boundary_with="–".join(ground.owners) if near else None,
            accuracy_km=ACCURACY_KM if near else None,
            undemarcated=bool(ground.undemarcated),
            notes=ground.notes,
            sources=ground.sources,
            certainty=ground.certainty,
        )
        return finding if spot.lat is None or spot.lon is None else replace(finding, lat=spot.lat, lon=spot.lon)

    def recognised_all(self, lat: Floats, lon: Floats, on: date, *, sea: bool = False) -> Codes:
        """Give the recognised sovereign of many points on a day, by code; an empty one where none is told.

        That is at sea (with ``sea``, beyond the territorial sea and near its limit), where no sovereign is generally
        recognised, and nearer to a boundary than the map is good to.
        """
        return self._bulk.recognised(np.asarray(lat, np.float64), np.asarray(lon, np.float64), on, sea=sea)

    def find_all(self, names: Iterable[str], language: str) -> tuple[tuple[Place, ...], ...]:
        """Find places for many names, each as ``find`` does; a name asked twice is looked up once."""
        known: dict[str, tuple[Place, ...]] = {}
        found = []
        for name in names:
            if name not in known:
                known[name] = self.find(name, language)
            found.append(known[name])
        return tuple(found)

    @cached_property
    def _bulk(self) -> Bulk:
        return Bulk(self._boundaries(), self._positions()[0])

    def spans(self, place: Place | CasePlace, first: date, last: date) -> tuple[TerritorySpan, ...]:
        """Say whose ground a place was through the days from the first to the last, one span for each standing."""
        days = change_days(self._spot(place), self._positions()[0], first, last)
        found = [self.stand(place, day) for day in days]
        forces = [self.peacekeepers(place, day) for day in days]
        told = [(_standing(f), kept) for f, kept in zip(found, forces, strict=True)]
        starts = [n for n, told_now in enumerate(told) if n == 0 or told_now != told[n - 1]]
        ends = [*(found[n].on - timedelta(days=1) for n in starts[1:]), last]
        return tuple(
            TerritorySpan(first=found[n].on, last=end, finding=found[n], peacekeepers=forces[n])
            for n, end in zip(starts, ends, strict=True)
        )

    def peacekeepers(self, place: Place | CasePlace, on: date) -> tuple[Peacekeepers, ...]:
        """Give the forces that stood between the sides on a place's ground that day."""
        return peacekeepers(self._spot(place), on, self._positions()[0])

    def near(self, lat: float, lon: float) -> tuple[Place, float] | None:
        """Give the nearest place of the tables, settlements and islands first of all, with its distance in km."""
        return self._gazetteer()[0].near(lat, lon)

    def sketch(self, place: Place | CasePlace, on: date, *, coarse_km: float = 0.0) -> Sketch | None:
        """Gather a map of a place on a day; None where it has no point. ``coarse_km`` hides where exactly it is."""
        known = place if isinstance(place, Place) else None
        kept = (p for p in self._gazetteer()[0].places.values() if p.kind in NAMED_ON_MAPS)
        return sketch(self.stand(place, on), known, self._boundaries(), self._positions()[0], tuple(kept), coarse_km)

    def standing(self, place: Place | CasePlace, on: date) -> tuple[date | None, date | None]:
        """Give the first and the last day of a place's standing on a day, as far as the files tell; None is open."""
        spans = self.spans(place, FIRST_DAY, max(on, FAR_DAY))
        span = next((s for s in spans if s.first <= on <= s.last), None)
        if span is None:
            return None, None
        return span.first if span.first > FIRST_DAY else None, span.last if span is not spans[-1] else None

    def near_conflict(self, lat: float, lon: float) -> tuple[Place, float] | None:
        """Give the nearest hand-kept place that is no wide area, with its distance in kilometres."""
        return self._gazetteer()[0].near_kept(lat, lon)

    def account(self, finding: TerritoryFinding, language: str = "en") -> tuple[tuple[str, str], ...]:
        """Put a finding in lines with fixed labels: point, recognised, held by, view, boundary, note, source."""
        return account(finding, language)

    def describe(self, finding: TerritoryFinding) -> Words:
        """Put a finding in a few plain sentences, in English and Japanese."""
        return describe(finding)

    def place_fact(self, name: str, place: CasePlace, on: date, *, party: str, area: str | None) -> PlaceFact:
        """Answer a ``place.*`` fact about a case's place on a day.

        ``party`` is the state the fact is about, ``area`` the id of the treaty area for ``place.in_area``.
        """
        party = states().present(party)
        spot, ground = self._examine(place, on)
        if spot.lat is None and spot.place is None:
            missing = self._missing(place)
            return PlaceFact(name=name, truth=UNKNOWN, reason=missing["en"], reason_ja=missing["ja"])
        answers: dict[str, Callable[[], PlaceFact]] = {
            **{owned: lambda: place_facts.owned_by(name, ground, party) for owned in OWNED},
            "place.held_by_beneficiary": lambda: place_facts.held_by(name, ground, party),
            "place.disputed": lambda: place_facts.disputed(name, ground),
            "place.undemarcated": lambda: place_facts.undemarcated(name, ground),
            "place.on_land": lambda: place_facts.on_land(name, spot, ground, self._boundaries()),
            "place.metropolitan": lambda: place_facts.metropolitan(name, spot, ground, on, party),
            "place.in_area": lambda: place_facts.within_area(name, spot, ground, self._units(spot), on, area),
        }
        if name not in answers:
            return PlaceFact(name=name, truth=UNKNOWN, reason=f"{name} is not a fact of places")
        return answers[name]()

    def _examine(self, place: Place | CasePlace, on: date) -> tuple[Spot, Ground]:
        """Find the place and its ground; both are remembered, for many facts are asked of one place and day."""
        spot = self._spot(place)
        asked = (spot.id, spot.name, spot.lat, spot.lon, on)
        if asked not in self._grounds:
            _make_room(self._grounds)
            self._grounds[asked] = self._ground(spot, on)
        return spot, self._grounds[asked]

    def _spot(self, place: Place | CasePlace) -> Spot:
        if isinstance(place, Place):
            return locate(place, self._gazetteer()[0])
        if place not in self._spots:
            _make_room(self._spots)
            self._spots[place] = locate(place, self._gazetteer()[0])
        return self._spots[place]

    def _ground(self, spot: Spot, on: date) -> Ground:
        files = self._positions()[0]
        chart = self._boundaries()
        from_map = on_map(spot, on, chart)
        from_file = on_file(spot, on, files, strict=self._strict)
        if from_file:
            from_file = replace(from_file, boundary=from_map.boundary, owners=from_map.owners, water=from_map.water)
        return with_undemarcated(from_file or from_map, spot, on, files)

    def _units(self, spot: Spot) -> tuple[str, ...]:
        if spot.lat is None or spot.lon is None:
            return (spot.place.within,) if spot.place and spot.place.within else ()
        units = self._boundaries().units_at(spot.lat, spot.lon)
        if units:
            return tuple(u for u in units if u != NOBODY)
        coast = self._boundaries().nearest_coast(spot.lat, spot.lon)
        return coast.units if coast and coast.km <= ACCURACY_KM else ()

    def _missing(self, place: CasePlace) -> Words:
        near = self.nearest_names(place.name)
        if not near:
            return say("ground_no_point", place=as_asked(place.name))
        names = {"en": " or ".join(near), "ja": "、".join(near)}
        return say("ground_no_point_near", place=as_asked(place.name), near=names)


def _standing(found: TerritoryFinding) -> tuple[object, ...]:
    """Give what makes a standing another one: not its reasons, which may change without it."""
    views = tuple((v.position, v.holder) for v in found.views)
    return found.recognised, found.controller, views, found.undemarcated


def _make_room(memory: dict[Asked, Known]) -> None:
    """Forget everything where too much is remembered: bulk runs ask of many places, each for a short time."""
    if len(memory) >= REMEMBERED:
        memory.clear()


@cache
def open_territory(installed: Path | None = None, *, strict: bool = False) -> Territory:
    """Open the territory room over the files that come with casus, and places installed in a folder, if any.

    They are read when first asked for. With ``strict`` a positions file says nothing of days after its last check.
    """
    return Territory(gazetteer=lambda: gazetteer(installed), positions=positions, boundaries=boundaries, strict=strict)
