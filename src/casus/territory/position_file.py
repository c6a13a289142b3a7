"""The form of a positions file (``data/positions/<id>.toml``): who is recognised, who controls, who claims, by date."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.territory.outline import Circle, LatLon, Outline


class Part(Record, frozen=True, kw_only=True, dict=True):
    """A piece of the ground that a file speaks of."""

    id: str
    name: Words
    places: tuple[str, ...] = ()
    polygon: tuple[LatLon, ...] = ()
    circles: tuple[Circle, ...] = ()
    accuracy_km: float = 5.0

    @cached_property
    def outline(self) -> Outline:
        """The part as ground."""
        return Outline(polygon=self.polygon, circles=self.circles)


class Dated(Record, frozen=True, kw_only=True):
    """What every entry has: days, a part, a source."""

    part: str | None = None
    from_: date | None = msgspec.field(name="from", default=None)
    until: date | None = None
    why: str = ""
    why_ja: str = ""
    source: str = ""
    certainty: Certainty | None = None

    def holds(self, on: date) -> bool:
        """Tell whether the entry is valid on that day."""
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)

    def speaks_of(self, part: str) -> bool:
        """Tell whether it is about that part."""
        return self.part is None or self.part == part


class Recognised(Dated, frozen=True, kw_only=True):
    """The generally recognised sovereign; None where no sovereign is."""

    state: str | None = None


class Control(Dated, frozen=True, kw_only=True):
    """Who holds the ground in fact; None where control is divided or not known."""

    by: str | None = None
    backed_by: tuple[str, ...] = ()


class Claim(Dated, frozen=True, kw_only=True):
    """One party's view of whose the ground is."""

    by: str
    holder: str


class Undemarcated(Dated, frozen=True, kw_only=True, dict=True):
    """A stretch of boundary that nobody has marked on the ground."""

    states: tuple[str, str]
    in_the_main: str | None = None
    places: tuple[str, ...] = ()
    line: tuple[LatLon, ...] = ()
    margin_km: float = 0.0
    polygon: tuple[LatLon, ...] = ()
    circles: tuple[Circle, ...] = ()

    @cached_property
    def outline(self) -> Outline:
        """The corridor as ground."""
        return Outline(polygon=self.polygon, circles=self.circles, line=self.line, margin_km=self.margin_km)


class Peacekeeping(Dated, frozen=True, kw_only=True):
    """A force that stood between the sides, with the leave of those it stood among; it holds no ground."""

    by: str
    """Who sent it: a state or an organisation (``IGO UN``)."""
    name: Words


class PositionFile(Record, frozen=True, kw_only=True):
    """One dispute or de facto line, with the days the file speaks for."""

    schema: Literal[1]
    id: str
    name: Words
    from_: date = msgspec.field(name="from")
    until: date
    certainty: Certainty = "memory"
    sources: tuple[str, ...] = ()
    notes: Words = {}
    part: tuple[Part, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    control: tuple[Control, ...] = ()
    claim: tuple[Claim, ...] = ()
    undemarcated: tuple[Undemarcated, ...] = ()
    peacekeeping: tuple[Peacekeeping, ...] = ()

    def speaks(self, on: date) -> bool:
        """Tell whether the file speaks for that day; what it said last is carried past its last check."""
        return self.from_ <= on

    def recognised_in(self, part: str, on: date) -> str | None:
        """Give the generally recognised sovereign of a part on a day, if any: of the last entry that holds."""
        day, _ = self.day_for(on)
        holds = (e for e in reversed(self.recognised) if e.speaks_of(part) and e.holds(day))
        return next((e.state for e in holds), None)

    def day_for(self, on: date) -> tuple[date, str]:
        """Give the day to look up for another, and the declared assumption where that is the day of the last check."""
        if on <= self.until:
            return on, ""
        return self.until, f"; carried past the last check of {self.until}"
