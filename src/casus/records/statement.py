"""Statements: one source says one thing; the form ``casus.reading/1``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType, field

from casus.records.base import Record, Span
from casus.records.report import Region, ReportHead

READING_FORMAT = "casus.reading/1"

PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
StatementKind = Literal["event", "state", "obligation", "legal_claim", "intent", "forecast", "opinion", "question"]
Modality = Literal[
    "fact",
    "state",
    "background",
    "claim",
    "denied",
    "conditional",
    "forecast",
    "possible",
    "obligation",
    "demanded",
    "requested",
    "ordered",
    "authorised",
    "agreed",
    "expected",
    "intended",
    "threatened",
    "opinion",
    "question",
]
Polarity = Literal["positive", "negative"]
Precision = Literal["day", "about", "week", "month", "season", "year", "range"]
Topic = Literal[
    "intent",
    "capability",
    "reaction",
    "commitment",
    "responsibility",
    "legality",
    "losses",
    "outcome",
    "context",
    "assessment",
    "media",
    "wish",
    "off-topic",
]
Stance = Literal["asserts", "doubts", "denies", "asks", "insinuates", "unknown"]
MentionKind = Literal["party", "person", "place", "date", "number"]

OWN_VOICE: frozenset[str] = frozenset({"fact", "state", "background"})
"""Modalities in which the text itself says that a thing is so."""


class Trigger(Record, frozen=True, kw_only=True):
    """The word or phrase that carries an act or a state."""

    text: str
    span: Span


class EventCode(Record, frozen=True, kw_only=True):
    """PLOVER type and mode, and the CAMEO code, of what a statement is about."""

    type: PloverType | None = None
    mode: str | None = None
    cameo: str | None = None


class Party(Record, frozen=True, kw_only=True):
    """Who acts or is acted on; ``inherited`` when not overt in the trigger's clause."""

    text: str | None
    span: Span | None
    id: str
    inherited: bool = False


class PlaceMention(Record, frozen=True, kw_only=True):
    """A place as named in the text, with the gazetteer's id where it resolves."""

    text: str | None
    span: Span | None
    id: str | None = None
    lat: float | UnsetType = UNSET
    lon: float | UnsetType = UNSET


class DateMention(Record, frozen=True, kw_only=True):
    """Days a statement is about, inclusive; an open end is None."""

    text: str | None
    span: Span | None
    from_: date | None = field(name="from")
    until: date | None
    precision: Precision
    assumed: bool = False


class Speaker(Record, frozen=True, kw_only=True):
    """One link of a chain of attribution."""

    text: str | None
    span: Span | None
    id: str


class Source(Record, frozen=True, kw_only=True):
    """Who vouches for a statement; ``chain`` lists nested speakers, outermost first."""

    text: str | None
    span: Span | None
    id: str
    chain: tuple[Speaker, ...] | UnsetType = UNSET


AUTHOR = Source(text=None, span=None, id="AUTHOR")


class Statement(Record, frozen=True, kw_only=True):
    """One source says one thing, with the span of every part."""

    id: str
    sentence: Span
    trigger: Trigger
    kind: StatementKind
    event: EventCode
    actor: Party | None
    recipient: Party | None
    place: PlaceMention | None
    date: DateMention | None
    source: Source
    modality: Modality
    polarity: Polarity
    rules: tuple[str, ...] = ()

    @property
    def concept(self) -> str | None:
        """The concept (``data/vocabulary/concepts.tsv``) of the predicate row that fired, from ``rules``."""
        return next((r.split(":", 1)[1] for r in self.rules if ".predicate:" in r), None)

    @property
    def own_voice(self) -> bool:
        """Is it said in the text's own voice?"""
        return self.source.id == "AUTHOR"


class Comment(Record, frozen=True, kw_only=True):
    """A reader's comment; never a source of facts."""

    id: str
    span: Span
    replies_to: str | None
    topic: Topic
    hypothesis: str | None
    stance: Stance
    about: str | None


class Mention(Record, frozen=True, kw_only=True):
    """A party, person, place, date or number named in a report."""

    text: str
    span: Span
    kind: MentionKind
    id: str | None
    lat: float | UnsetType = UNSET
    lon: float | UnsetType = UNSET


class Reading(Record, frozen=True, kw_only=True):
    """What one report says: the form ``casus.reading/1``."""

    format: Literal["casus.reading/1"] = "casus.reading/1"
    report: ReportHead
    regions: tuple[Region, ...]
    statements: tuple[Statement, ...]
    comments: tuple[Comment, ...]
    mentions: tuple[Mention, ...] | UnsetType = UNSET
