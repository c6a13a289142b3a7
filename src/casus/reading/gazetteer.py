"""What the reader needs to know of places: a protocol that the territory room satisfies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from casus.records import Place
from casus.records.place import NameInText


@runtime_checkable
class Gazetteer(Protocol):
    """Names of places, and the places they may mean."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Give the places of a name, best first."""

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """Give all pairs of name and place id, for finding mentions."""


@runtime_checkable
class Settler(Protocol):
    """A gazetteer that judges the names of one text together."""

    def candidates(self, name: str, language: str) -> tuple[object, ...]:
        """Give all that a name in a text may mean; none where no place is called so."""

    def settle(self, named: Sequence[NameInText], language: str, states: Iterable[str]) -> tuple[Place | None, ...]:
        """Choose the place that each name means, or None where it is likely none."""


class NoPlaces:
    """A gazetteer that knows no place: the reader still gives every place's words, without an id."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:  # noqa: ARG002
        """Give nothing."""
        return ()

    def names(self, language: str) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """Give nothing."""
        return ()
