"""An instrument as ``casus treaties list`` and ``casus treaties show`` print it: who is bound, what is owed."""

from __future__ import annotations

from datetime import date, timedelta

from casus.logic import NO, YES
from casus.records import Practice, Record, Words
from casus.records.finding import Certainty, Owes
from casus.treaties.law import Binding, Kind, Law, Text, Treaty
from casus.treaties.status import Status, parties, statuses


class PartyView(Record, frozen=True, kw_only=True):
    """A state's status under an instrument on a day."""

    state: str
    bound: bool
    since: date | None
    says: str
    source: str
    assumed: bool


class DutyView(Record, frozen=True, kw_only=True):
    """A provision with the text of a day."""

    provision: str
    cite: str
    kind: Kind
    owes: Owes
    duty: str
    procedure: str
    says: Words
    when: str
    exceptions: tuple[str, ...]
    certainty: Certainty


class TreatyView(Record, frozen=True, kw_only=True):
    """An instrument on a day."""

    id: str
    title: Words
    signed: date
    binding: Binding
    text: str
    certainty: Certainty
    notes: str
    checked_until: date
    on: date
    parties: tuple[PartyView, ...]
    others: tuple[PartyView, ...]
    """States that signed, left or are suspended."""
    duties: tuple[DutyView, ...]
    practice: tuple[Practice, ...] = ()
    """Who called on it up to that day, and what came of it."""


def _party(state: str, status: Status) -> PartyView:
    """Show a state's status."""
    return PartyView(
        state=state,
        bound=status.truth is YES,
        since=status.since,
        says=status.ground,
        source=status.source,
        assumed=status.assumed,
    )


def _duty(treaty: Treaty, provision: str, cite: str, text: Text) -> DutyView:
    """Show a text."""
    return DutyView(
        provision=provision,
        cite=cite,
        kind=text.kind,
        owes=text.owes,
        duty=text.duty,
        procedure=text.procedure,
        says=text.says,
        when=text.when.text if text.when else "",
        exceptions=tuple(e.name for e in text.exception),
        certainty=text.certainty or treaty.certainty,
    )


def duties(treaty: Treaty, on: date) -> tuple[DutyView, ...]:
    """Show the provisions with the texts of a day."""
    return tuple(_duty(treaty, p.id, p.cite, t) for p in treaty.provisions for t in p.text if t.holds(on))


def latest_day(treaty: Treaty) -> date:
    """Give the day to show an instrument on where none is asked for: its last check, else the last day it bound some.

    One that never bound anybody is shown on the day it was signed.
    """
    days = [treaty.checked_until, *(act.on - timedelta(days=1) for act in reversed(treaty.dated))]
    return next((day for day in days if parties(treaty, day)), treaty.signed)


def describe(treaty: Treaty, on: date, practice: tuple[Practice, ...] = ()) -> TreatyView:
    """Show an instrument as it stands on a day."""
    found = statuses(treaty, on)
    return TreatyView(
        id=treaty.id,
        title=treaty.title,
        signed=treaty.signed,
        binding=treaty.binding,
        text=treaty.text,
        certainty=treaty.certainty,
        notes=treaty.notes,
        checked_until=treaty.checked_until,
        on=on,
        parties=tuple(_party(s, status) for s, status in found.items() if status.truth is YES),
        others=tuple(_party(s, status) for s, status in found.items() if status.truth is NO),
        duties=duties(treaty, on),
        practice=tuple(p for p in practice if p.on <= on),
    )


def describe_all(law: Law, on: date, *, state: str | None = None) -> tuple[TreatyView, ...]:
    """Show all instruments, or those that bind a state that day, in order of signature."""
    views = (describe(t, on) for t in sorted(law.treaties, key=lambda t: (t.signed, t.id)))
    return tuple(v for v in views if state is None or state in {p.state for p in v.parties})
