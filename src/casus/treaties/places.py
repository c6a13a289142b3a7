"""What the law asks of the territory room, and a stand-in for where that room is not at hand."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from casus.logic import Truth
from casus.records import CasePlace, PlaceFact


class PlaceFacts(Protocol):
    """A source of ``place.*`` facts."""

    def place_fact(self, name: str, place: CasePlace, on: date, *, party: str, area: str | None) -> PlaceFact:
        """Give a fact of a place on a day; ``party`` is whose ground is asked about, ``area`` the treaty area."""
        ...


class NoPlaces:
    """Knows no place: every fact is UNKNOWN, with that as the reason."""

    def place_fact(
        self,
        name: str,
        place: CasePlace,
        on: date,  # noqa: ARG002 - the protocol's shape
        *,
        party: str,  # noqa: ARG002
        area: str | None,  # noqa: ARG002
    ) -> PlaceFact:
        """Give UNKNOWN for whatever is asked.

        >>> ford = CasePlace(name="Testford")
        >>> NoPlaces().place_fact("place.on_land", ford, date(2001, 1, 1), party="", area=None).reason
        'nobody was asked where Testford is'
        """
        return PlaceFact(name=name, truth=Truth.UNKNOWN, reason=f"nobody was asked where {place.name} is")
