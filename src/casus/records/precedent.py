"""Precedents: earlier incidents with known outcomes, and how near one is to an incident."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.logic import Truth
from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.records.incident import Decided

Ground = Literal["none", "withdrew", "both withdrew", "driven out", "stayed", "partly", "open"]
"""What became of the ground that was entered."""
Fighting = Literal["none", "shots", "clashes", "war"]
Help = Literal["fought", "sent forces", "armed", "advised", "spoke", "mediated"]
YesNo = Literal["yes", "no", "unknown"]


class PrecedentPlace(Record, frozen=True, kw_only=True):
    """Where it was; the point (WGS 84, degrees) where one can be given."""

    en: str
    ja: str
    lat: float | None = None
    lon: float | None = None


class Pacts(Record, frozen=True, kw_only=True):
    """Instruments in force that day, by id or in words; None where it is not known, empty where there was none."""

    victim: tuple[str, ...] | None = None
    attacker: tuple[str, ...] | None = None
    between: tuple[str, ...] | None = None


class Invocation(Record, frozen=True, kw_only=True):
    """Was an ally or an organisation called on for help under a pact, and what was decided?"""

    asked: YesNo = "unknown"
    by: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    decided: Decided | None = None
    decided_on: date | None = None


class Helper(Record, frozen=True, kw_only=True):
    """Somebody who came to the help of a side, and how far."""

    party: str
    side: Literal["victim", "attacker"]
    how: Help
    bound: YesNo = "unknown"
    """Did a pact bind it to help that side?"""
    said: Words = {}


class Outcome(Record, frozen=True, kw_only=True):
    """How it came out."""

    ground: Ground
    fighting: Fighting
    en: str
    ja: str


class Precedent(Record, frozen=True, kw_only=True):
    """An earlier incident with known outcome; one file of ``data/precedents``."""

    id: str
    name: Words
    names: tuple[str, ...] = ()
    """What reports call it, in any language."""
    on: date
    until: date | None = None
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    told: Literal["agreed", "disputed"]
    act: Words
    place: PrecedentPlace
    facts: dict[str, Truth]
    """Observable facts by their full names; what is not known is left out."""
    alliance: Pacts = Pacts()
    invocation: Invocation = Invocation()
    helper: tuple[Helper, ...] = ()
    outcome: Outcome
    source: str
    certainty: Certainty
    notes: str = ""

    @property
    def days(self) -> int | None:
        """How many days it lasted, first and last counted; None where it is still open."""
        return (self.until - self.on).days + 1 if self.until else None


class Nearness(Record, frozen=True, kw_only=True):
    """How a precedent is like an incident, feature by feature."""

    precedent: str
    name: Words
    on: date
    likeness: float
    """0 to 1: the weight of what is alike among what could be compared, drawn towards 0 where that is little."""
    alike: tuple[str, ...]
    """Names of features on which both are known and agree, the weightiest first."""
    unlike: tuple[str, ...]
    has: tuple[str, ...] = ()
    """Of these, the names of those that are so of the precedent; the others are not."""
    ground: Ground
    fighting: Fighting
    days: int | None
    outcome: Words
    source: str
    certainty: Certainty


class Recalled(Record, frozen=True, kw_only=True):
    """A precedent that the author or a reader brings up."""

    precedent: str
    report: str
    item: str
    """Id of the statement or comment."""
    span: tuple[int, int]
    by_reader: bool


class ListedShare(Record, frozen=True, kw_only=True):
    """So many of the listed precedents; they are listed, not sampled: a share of them, never a rate."""

    what: Words
    count: int
    among: int
    precedents: tuple[str, ...]
    """Ids of those counted."""

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.among:
            raise ValueError(f"{self.count} of {self.among} is no share")

    @property
    def few(self) -> bool:
        """Are they too few to say much: under ten?"""
        return self.among < 10
