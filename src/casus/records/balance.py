"""Forces beside each other: figures of states with and without their bound allies; never who wins."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.records.base import Record, Words

BALANCE_FORMAT = "casus.balance/1"
ATTENTION_FORMAT = "casus.attention/1"


class Capabilities(Record, frozen=True, kw_only=True):
    """One state's figures for one year; None where the data set has none."""

    state: str
    year: int
    personnel: float | None = None
    """Armed forces, persons."""
    spending: float | None = None
    """Military spending, in the unit and prices of the data set."""
    population: float | None = None
    """Persons."""
    index: float | None = None
    """The data set's own index of national capability, 0 to 1, where it has one."""


class Figure(Record, frozen=True, kw_only=True):
    """One figure of a group: its sum and who is missing from it."""

    what: Literal["personnel", "spending", "population"]
    total: float | None
    missing: tuple[str, ...] = ()


class Group(Record, frozen=True, kw_only=True):
    """A side, alone or with those bound to help it."""

    name: Literal["attacker", "victim", "victim with the bound", "victim with the bound and those whose duty is open"]
    states: tuple[str, ...]
    figures: tuple[Figure, ...]


class Caveat(Record, frozen=True, kw_only=True):
    """What the figures do not show."""

    kind: Literal["air power", "distance", "border", "nuclear", "year", "missing", "will"]
    says: Words


class Support(Record, frozen=True, kw_only=True):
    """Support short of fighting: arms, drones, aircraft that only watch, advisers, training, intelligence."""

    by: str
    to: str
    what: Words
    source: str
    """A statement's id, a precedent's id, or who says so."""
    on: date | None = None


class Balance(Record, frozen=True, kw_only=True):
    """Forces beside each other; the form ``casus.balance/1``."""

    format: Literal["casus.balance/1"] = "casus.balance/1"
    incident: str
    on: date
    source: str
    """The data set; empty where none is installed, and then there are no figures."""
    states: tuple[Capabilities, ...] = ()
    groups: tuple[Group, ...] = ()
    bound: tuple[str, ...] = ()
    """Whose duty to help the victim is triggered."""
    open: tuple[str, ...] = ()
    """Whose duty is open."""
    support: tuple[Support, ...] = ()
    caveats: tuple[Caveat, ...] = ()


class Coverage(Record, frozen=True, kw_only=True):
    """One conflict's part of the coverage in one span of days."""

    conflict: str
    start: date
    count: int
    total: int
    """Of all conflicts counted in that span."""

    @property
    def share(self) -> float | None:
        """Its share; None where nothing was counted."""
        return self.count / self.total if self.total else None


class Attention(Record, frozen=True, kw_only=True):
    """Shares of coverage by conflict over time; the form ``casus.attention/1``."""

    format: Literal["casus.attention/1"] = "casus.attention/1"
    days: int
    """Length of a span."""
    spans: tuple[Coverage, ...]
    marked: date | None = None
    """The day of the incident."""
    before: tuple[Coverage, ...] = ()
    """All counts in the days before it taken together, as many as ``window``."""
    after: tuple[Coverage, ...] = ()
    window: int = 0
    source: str
    """What was counted."""
