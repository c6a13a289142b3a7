"""How an incident's page lays out what is known: judgement first, long lists folded, what decisions bear on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import UNSET

from casus.briefing.phrases import both, say
from casus.desk.causes import named_fact
from casus.desk.knowledge import tools_at_hand
from casus.desk.pages.mapping import COARSE_KM, is_fresh, shown_at
from casus.desk.pages.telling import said
from casus.desk.store.models import FindingChange, StoredFinding, StoredIncident
from casus.records import Assessment, Brief, Case, Line, Record, Words

FIRST = ("short", "bound", "asked")
"""What an editor looks for first: the judgement, who is bound, what was asked for and is missing."""
SHOWN = 8
"""So many lines of a section stand open; a fold holds the others."""


class Part(Record, frozen=True, kw_only=True):
    """A section of the brief with its lines numbered, in two stretches."""

    id: str
    title: Words
    shown: tuple[tuple[int, Line], ...]
    folded: tuple[tuple[int, Line], ...]


def parts(brief: Brief) -> list[Part]:
    """Give the sections, the judgement first; a section a little longer than what stands open is not folded."""
    ordered = sorted(brief.sections, key=lambda s: FIRST.index(s.id) if s.id in FIRST else len(FIRST))
    out = []
    for section in ordered:
        lines = tuple(enumerate(section.lines))
        most = len(lines) if len(lines) <= SHOWN + 2 else SHOWN
        out.append(Part(id=section.id, title=section.title, shown=lines[:most], folded=lines[most:]))
    return out


class Spot(Record, frozen=True, kw_only=True):
    """A place as the list beside the map has it."""

    name: Words
    lat: float
    lon: float
    precision_km: float | None
    disputed: bool


def spots(assessment: Assessment, today: date) -> list[Spot]:
    """List the places of the map, no more exactly than it draws them."""
    out = []
    for found in assessment.territory:
        if found.lat is UNSET or found.lon is UNSET:
            continue
        fresh = is_fresh(found.on, today)
        lat, lon = shown_at(float(found.lat), float(found.lon), fresh=fresh)
        disputed = bool(found.views) or found.undemarcated
        near = COARSE_KM if fresh else None
        out.append(Spot(name=found.name, lat=lat, lon=lon, precision_km=near, disputed=disputed))
    return out


class Settable(Record, frozen=True, kw_only=True):
    """A fact that a person may set."""

    name: str
    asks: Words
    now: str


def settable(case: Case | None, open_: Sequence[str]) -> list[Settable]:
    """List the facts of a case that may be set: those that answers turn on, then those that are known."""
    known = tools_at_hand().law.facts
    names = dict.fromkeys((*open_, *sorted(case.facts if case else ())))
    return [
        Settable(name=name, asks=named_fact(name), now=case.fact(name).value if case else "unknown")
        for name in names
        if name in known
    ]


class Change(Record, frozen=True, kw_only=True):
    """That an answer changed, in words."""

    row: FindingChange
    what: Words
    cause: Words
    why: Words


def changes(incident: StoredIncident, most: int) -> Iterator[Change]:
    """Give the latest changes of answers."""
    told = list(incident.changes.all()[:most])
    about = incident.findings.filter(question__in={row.question for row in told})
    named = {row.question: cited(row) for row in about}
    for row in told:
        title = tools_at_hand().book.title(row.treaty)
        otherwise = {lang: f"{words} {row.provision}" for lang, words in title.items()}
        yield Change(
            row=row,
            what=named.get(row.question, otherwise),
            cause={"en": row.cause} | ({"ja": row.cause_ja} if row.cause_ja else {}),
            why={"en": row.why} | ({"ja": row.why_ja} if row.why_ja else {}),
        )


def cited(row: StoredFinding) -> Words:
    """Name the provision that a finding is about."""
    found = row.record
    return say("cite", treaty=tools_at_hand().book.title(found.treaty), cite=both(found.cite, found.cite_ja))


def graded(assessment: Assessment) -> list[tuple[str, Words, str]]:
    """Give the events that may be graded: id, words, both grades as they stand."""
    events = {event.id: event for event in assessment.events}
    return [
        (each.event, said(assessment, events[each.event]), f"{each.grade.reliability} {each.grade.credibility}")
        for each in assessment.grades
        if each.event in events
    ]
