"""One statement as it bears on an incident: what act, whose, where, when, in which position."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casus.incidents.areas import Atlas
from casus.incidents.days import Days, days_of
from casus.incidents.families import ARMED, family
from casus.records import Place, Reading, Record, Statement, StatementRef
from casus.records.party import Side, sides
from casus.records.voice import Stance, positions, stance

WEIGHTS = {"headline": 4, "lede": 3, "body": 1}
"""How much a statement counts by its region; other regions (references, furniture, comments) do not count at all."""


class Telling(Record, frozen=True, kw_only=True):
    """A statement of headline, lede or body with its parties, place and days looked up."""

    ref: StatementRef
    statement: Statement
    language: str
    weight: int
    concept: str
    family: str
    stance: Stance
    positions: tuple[str, ...]
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    place: Place | None
    days: Days | None
    published: date | None

    @property
    def armed(self) -> bool:
        """Is its act armed or forcible?"""
        return self.family in ARMED

    @property
    def asserted(self) -> bool:
        """Does somebody say that the act happened, as part of these events and not of history?"""
        return self.stance == "asserts" and self.statement.modality != "background"


def tellings(readings: Sequence[Reading], atlas: Atlas) -> tuple[Telling, ...]:
    """List the statements that can bear on an incident, in the order of reports and text."""
    return tuple(
        told
        for reading in readings
        for statement in reading.statements
        if (told := _telling(statement, reading, atlas))
    )


def _telling(statement: Statement, reading: Reading, atlas: Atlas) -> Telling | None:
    weight = _weight(statement, reading)
    concept = statement.concept
    if not weight or concept is None:
        return None
    language = reading.report.language
    published = reading.report.published
    return Telling(
        ref=StatementRef(report=reading.report.id, statement=statement.id),
        statement=statement,
        language=language,
        weight=weight,
        concept=concept,
        family=family(concept) or concept,
        stance=stance(statement),
        positions=positions(statement),
        actors=sides(statement.actor.id) if statement.actor else (),
        recipients=sides(statement.recipient.id) if statement.recipient else (),
        place=atlas.place(statement.place, language),
        days=days_of(statement.date),
        published=published if isinstance(published, date) else None,
    )


def _weight(statement: Statement, reading: Reading) -> int:
    start = statement.trigger.span[0]
    for region in reading.regions:
        if region.span[0] <= start < region.span[1]:
            return WEIGHTS.get(region.kind, 0)
    return WEIGHTS["body"]
