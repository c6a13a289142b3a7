"""The territory room as others use it: names to places, whose ground a place is on a day, and facts of the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from msgspec.structs import replace

from casus.errors import Problem
from casus.logic import UNKNOWN
from casus.records.base import Words
from casus.records.finding import TerritoryFinding
from casus.records.incident import CasePlace
from casus.records.place import Place, PlaceFact
from casus.territory import place_facts
from casus.territory.boundaries import ACCURACY_KM, NOBODY, Boundaries, boundaries
from casus.territory.describe import describe
from casus.territory.gazetteer import Gazetteer, gazetteer
from casus.territory.ground import Ground, Spot, locate
from casus.territory.on_file import on_file, with_undemarcated
from casus.territory.on_map import on_map
from casus.territory.position_file import PositionFile
from casus.territory.read_positions import positions
from casus.vocabulary.states import states

OWNED = frozenset({"place.of_beneficiary", "place.of_attacker", "place.of_obliged"})


class Territory:
    """Names, positions and boundaries, read when first asked for."""

    def __init__(
        self,
        *,
        gazetteer: Callable[[], tuple[Gazetteer, tuple[Problem, ...]]],
        positions: Callable[[], tuple[tuple[PositionFile, ...], tuple[Problem, ...]]],
        boundaries: Callable[[], Boundaries],
    ) -> None:
        self._gazetteer = gazetteer
        self._positions = positions
        self._boundaries = boundaries
        self._examined: dict[tuple[CasePlace, date], tuple[Spot, Ground]] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files of places and positions; such rows and files are left out."""
        return (*self._gazetteer()[1], *self._positions()[1])

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Find places called exactly so, best first; width, case, accents and the middle dot do not matter."""
        return self._gazetteer()[0].find(name, language)

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """List all (name, place id) in a language."""
        return self._gazetteer()[0].names(language)

    def place(self, place_id: str) -> Place | None:
        """Give a place by its id."""
        return self._gazetteer()[0].place(place_id)

    def nearest_names(self, name: str) -> tuple[str, ...]:
        """Suggest names like one that was not found."""
        return self._gazetteer()[0].nearest_names(name)

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
            controller=ground.controller,
            controller_why=ground.controller_why,
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
            return PlaceFact(name=name, truth=UNKNOWN, reason=self._missing(place))
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
        """Find the place and its ground; a case's place, of which many facts are asked, is remembered."""
        if isinstance(place, Place):
            spot = locate(place, self._gazetteer()[0])
            return spot, self._ground(spot, on)
        if (place, on) not in self._examined:
            spot = locate(place, self._gazetteer()[0])
            self._examined[place, on] = (spot, self._ground(spot, on))
        return self._examined[place, on]

    def _ground(self, spot: Spot, on: date) -> Ground:
        files = self._positions()[0]
        chart = self._boundaries()
        from_map = on_map(spot, on, chart)
        from_file = on_file(spot, on, files)
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

    def _missing(self, place: CasePlace) -> str:
        near = self.nearest_names(place.name)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        return f"{place.name!r} has no coordinates and is not in the tables of places{hint}"


@cache
def open_territory() -> Territory:
    """Open the territory room over the files that come with casus; they are read when first asked for."""
    return Territory(gazetteer=gazetteer, positions=positions, boundaries=boundaries)
