"""Incidents with their cases, requests and decisions of organs; the form ``casus.incident/1``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.logic import Truth
from casus.records.base import Record
from casus.records.statement import EventCode, Modality

INCIDENT_FORMAT = "casus.incident/1"

Asks = Literal["consultation", "military_help", "diplomatic", "other"]
Decided = Literal["consult", "measures", "force", "refused", "none"]


class CasePlace(Record, frozen=True, kw_only=True):
    """Where a case happened: a name and, where known, a point (WGS 84, degrees)."""

    name: str
    lat: float | None = None
    lon: float | None = None


class Case(Record, frozen=True, kw_only=True):
    """One act, by one attacker, against one victim, at one place, on one day, as told by one position."""

    id: str
    on: date
    until: date | None = None
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    place: CasePlace
    told_by: str = "agreed"
    facts: dict[str, Truth] = {}
    """Observable facts of the act (``data/facts.toml``); what is not given is UNKNOWN."""

    def fact(self, name: str) -> Truth:
        """Give a fact's value; UNKNOWN where the case does not give it."""
        return self.facts.get(name, Truth.UNKNOWN)


class Request(Record, frozen=True, kw_only=True):
    """Somebody asks somebody for help or talks, under an article or none."""

    by: str
    to: str
    under: str | None = None
    asks: Asks
    on: date | None = None
    statements: tuple[str, ...] = ()
    """Ids of the statements it rests on; empty for an incident given as a file."""


class OrganDecision(Record, frozen=True, kw_only=True):
    """What an organ of an alliance decided."""

    organ: str
    on: date | None = None
    decided: Decided
    statements: tuple[str, ...] = ()


class Incident(Record, frozen=True, kw_only=True):
    """What belongs together: cases, requests, decisions of organs."""

    format: Literal["casus.incident/1"] = "casus.incident/1"
    id: str
    cases: tuple[Case, ...]
    requests: tuple[Request, ...] = ()
    decisions: tuple[OrganDecision, ...] = ()


class StatementRef(Record, frozen=True, kw_only=True):
    """A statement in a report."""

    report: str
    """The report's id."""
    statement: str


class InvocationStep(Record, frozen=True, kw_only=True):
    """One step of calling on an alliance: a request, a statement, a meeting, a decision, an act."""

    what: Literal["request", "statement", "meeting", "decision", "act"]
    by: str
    to: str | None = None
    under: str | None = None
    """Instrument and article, as far as the words give them."""
    asks: Asks | None = None
    on: date | None = None
    statements: tuple[StatementRef, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """One thing that happened as coded, with the statements for it and against it."""

    id: str
    concept: str
    code: EventCode
    actor: str | None
    recipient: str | None
    place: str | None
    """Id of the place."""
    from_day: date | None
    until_day: date | None
    about: bool = False
    """Are the days only approximate ("about the 12th")?"""
    modality: Modality
    said_by: tuple[str, ...]
    """Party ids of those who say so; ``AUTHOR`` for the report's own voice."""
    statements_for: tuple[StatementRef, ...]
    statements_against: tuple[StatementRef, ...] = ()


class Fact(Record, frozen=True, kw_only=True):
    """An observable of an act or place in one case: never a legal conclusion."""

    case: str
    name: str
    truth: Truth
    position: str
    """``reported`` for the text's own voice, else the party whose account it is."""
    statements: tuple[StatementRef, ...] = ()
    reason: str = ""
