"""The forms in which the interface tells of rows; records themselves go out as they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import BeforeValidator, WithJsonSchema

from casus.desk.pages.publications import moment_of


def _as_written(given: object) -> object:
    """Take a day only as written by ISO 8601: a bare number would count as seconds since 1970."""
    return date.fromisoformat(given) if isinstance(given, str) else given


Day = Annotated[date, BeforeValidator(_as_written)]


def _moment(given: object) -> object:
    """Take a day, whose end is meant, or a time. Raises ValueError for anything else."""
    moment = moment_of(str(given))
    if moment is None:
        raise ValueError("neither a day nor a time as ISO 8601 writes them")
    return moment


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
Words = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
"""Something to filter by."""
Limit = Annotated[int, Field(ge=1, le=200)]
Cursor = Annotated[str, Field(max_length=400)]


class Asked(Schema):
    """At which moment what was published is meant; without it what stands now, and for staff the desk's own state."""

    as_of: Moment | None = None


class Paged(Asked):
    """Where in a list to begin and how much to give."""

    cursor: Cursor | None = None
    limit: Limit = 50


class IncidentRow(Schema):
    """An incident in a list."""

    id: str
    version: str
    headline: dict[str, str]
    attacker: str
    victim: str
    place: str
    lat: float | None
    lon: float | None
    coarsened: bool
    day: date
    opened_at: datetime
    changed_at: datetime
    made_with: str


class FindingRow(Schema):
    """An answer to a question."""

    incident: str
    question: str
    treaty: str
    provision: str
    answer: str
    certainty: str
    cite: str
    obliged: list[str]
    beneficiary: list[str]
    why: str


class ChangeRow(Schema):
    """That an answer changed."""

    question: str
    treaty: str
    provision: str
    before: str
    after: str
    why: str
    cause: str
    at: datetime


class MomentRow(Schema):
    """Something on the timeline, by both clocks."""

    happened: date | None
    learned: datetime
    says: dict[str, str]
    disputed: bool
    kind: str


class ReportRow(Schema):
    """A report; its words are for the desk's people alone."""

    id: str
    title: str
    publisher: str
    language: str
    published: date | None
    url: str | None
    sha256: str
    received_at: datetime | None = None
    origin: str
    text: str | None = None


class StatementRow(Schema):
    """A statement; its words are for the desk's people alone."""

    id: str
    report: str
    number: str
    concept: str
    plover: str
    actor: str
    recipient: str
    speaker: str
    place: str
    day: date | None
    modality: str
    polarity: str
    words: str | None = None


class PublicationRow(Schema):
    """One version of a published page."""

    incident: str
    number: int
    version: str
    headline: dict[str, str]
    arrow: str
    correction: str
    recorded: bool
    published_at: datetime | None
    withdrawn_at: datetime | None
    digest: str


class IncidentPage(Schema):
    """Incidents, and where the list goes on."""

    items: list[IncidentRow]
    next: str | None


class FindingPage(Schema):
    """Findings, and where the list goes on."""

    items: list[FindingRow]
    next: str | None


class ChangePage(Schema):
    """Changes of answers, and where the list goes on."""

    items: list[ChangeRow]
    next: str | None


class ReportPage(Schema):
    """Reports, and where the list goes on."""

    items: list[ReportRow]
    next: str | None


class StatementPage(Schema):
    """Statements, and where the list goes on."""

    items: list[StatementRow]
    next: str | None


class PublicationPage(Schema):
    """Published pages, and where the list goes on."""

    items: list[PublicationRow]
    next: str | None


class Given(Schema):
    """A report given to the desk: its words, or where they stand."""

    text: Annotated[str, Field(max_length=5_000_000)] | None = None
    address: Annotated[str, Field(max_length=2000)] | None = None
    title: Words | None = None
    publisher: Words | None = None
    published: Day | None = None


class Taken(Schema):
    """What became of it: ids of the reports, which of them are new, and notes."""

    reports: list[str]
    new: list[str]
    notes: list[str]


class DecisionGiven(Schema):
    """A decision about an incident."""

    does: Words
    target: Words
    name: Words | None = None
    value: Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")] | None = None
    why: Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]


class Decided(Schema):
    """A decision that was kept."""

    id: str
    version: str
