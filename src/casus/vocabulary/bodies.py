"""What organisations and armed groups have in common: a party id, names, and the time in which they existed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import msgspec

from casus.records.finding import Certainty
from casus.vocabulary.periods import Period
from casus.vocabulary.tables import index


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A body that acts under a party id (``id``), by its names in each language."""

    id: str
    names: dict[str, tuple[str, ...]]
    period: Period
    source: str
    certainty: Certainty

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one."""
        return (self.names.get(language) or self.names["en"])[0]


B = TypeVar("B", bound=Body)


def existing(found: tuple[B, ...], on: date | None) -> B | None:
    """Choose of those of one name the first that existed on a day, else the first."""
    return next((each for each in found if each.period.holds(on)), found[0] if found else None)


def names_of(bodies: Iterable[Body], language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return tuple((name, each.id) for each in bodies for name in each.names.get(language, ()))


def by_name(bodies: Iterable[B]) -> dict[tuple[str, str], tuple[B, ...]]:
    """Map each folded name in its language to those that bear it."""
    return index((name, code, each) for each in bodies for code, names in each.names.items() for name in names)
