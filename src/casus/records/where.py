"""The answer of ``casus where``: whose ground a place is, on a day and over years; the form ``casus.where/1``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.records.base import Record, Words
from casus.records.finding import TerritoryFinding


class Peacekeepers(Record, frozen=True, kw_only=True):
    """A force that stood between the sides on a place's ground."""

    by: str
    """Who sent it: a state or an organisation."""
    name: Words
    first: date | None = None
    last: date | None = None
    source: str = ""


class TerritorySpan(Record, frozen=True, kw_only=True):
    """Days through which a place's standing stayed the same."""

    first: date
    last: date
    finding: TerritoryFinding
    """The standing on the first of these days."""
    peacekeepers: tuple[Peacekeepers, ...] = ()


class NamedPoint(Record, frozen=True, kw_only=True):
    """A place offered to the reader: another of the name, or one near the point."""

    name: str
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    km: float | None = None
    """How far from the point asked about."""


class Whereabouts(Record, frozen=True, kw_only=True):
    """Whose ground a place is on a day; in one party's view, and through the years, where asked."""

    format: Literal["casus.where/1"] = "casus.where/1"
    asked: str
    finding: TerritoryFinding
    day_given: bool
    """False: the day is that of the question."""
    position: str | None = None
    """The party whose view was asked for."""
    holder_in_position: str | None = None
    """Whose it is in that view; None where no view of that party is on file."""
    peacekeepers: tuple[Peacekeepers, ...] = ()
    """Forces that stood between the sides there that day."""
    spans: tuple[TerritorySpan, ...] = ()
    others: tuple[NamedPoint, ...] = ()
    """Other places of that name."""
    near: NamedPoint | None = None
    """For a point: the nearest place of the tables."""
    hint: str | None = None
