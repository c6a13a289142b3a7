"""What the reader needs to know of places: a protocol that the territory room satisfies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from casus.records import Place


@runtime_checkable
class Gazetteer(Protocol):
    """Names of places, and the places they may mean."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Give the places of a name, best first."""

    def names(self, language: str) -> Iterable[tuple[str, str]]:
        """Give all pairs of name and place id, for finding mentions."""


class NoPlaces:
    """A gazetteer that knows no place: the reader still gives every place's words, without an id."""

    def find(self, name: str, language: str) -> tuple[Place, ...]:  # noqa: ARG002
        """Give nothing."""
        return ()

    def names(self, language: str) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """Give nothing."""
        return ()
