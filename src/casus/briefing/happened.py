"""What happened: events as told, claims printed as claims."""

from __future__ import annotations

from datetime import date

from casus.briefing.naming import act_of, codes, party_list, place_words
from casus.briefing.phrases import days_words, joined, same, say
from casus.briefing.words import Shelf
from casus.records import Event, Line, Section, StatementRef, Words
from casus.records.statement import OWN_VOICE

EMPTY = same("")
STATUS = {
    "claim": "claimed_by",
    "denied": "denied_by",
    "demanded": "demanded_by",
    "requested": "requested_by",
    "ordered": "ordered_by",
    "threatened": "threatened_by",
    "intended": "intended_by",
    "expected": "intended_by",
    "authorised": "ordered_by",
}
SHORT_EVENTS = 7


def happened(shelf: Shelf) -> Section:
    """Tell the events: those told as having happened first, then claims, demands, threats and plans."""
    incident = shelf.assessment.incident
    sides = {p for c in incident.cases for p in (*c.attacker, *c.victim)} if incident else set()
    attackers = {p for c in incident.cases for p in c.attacker} if incident else set()
    events = [e for e in shelf.assessment.events if _tells(e, sides)]
    events.sort(key=lambda e: _rank(e, attackers))
    lines = [_line(shelf, e, short=n < SHORT_EVENTS) for n, e in enumerate(events)]
    return Section(id="happened", title=say("section_happened"), lines=tuple(lines))


def _tells(event: Event, sides: set[str]) -> bool:
    """Tell acts coded as events in which a side of the incident takes part; all of them where there is no incident."""
    told = event.modality in OWN_VOICE or event.modality in STATUS or event.modality == "agreed"
    part = not sides or bool(sides & (codes(event.actor) | codes(event.recipient)))
    return told and part and event.code.type is not None


def _rank(event: Event, attackers: set[str]) -> tuple[bool, bool, bool]:
    """Order events: as reported before as claimed, of now before of before, the attackers' acts before the answers."""
    act = event.code.type == "ASSAULT" and bool(codes(event.actor) & attackers)
    return event.modality not in OWN_VOICE, event.modality == "background", not act


def _line(shelf: Shelf, event: Event, *, short: bool) -> Line:
    status = status_words(event)
    against = dict.fromkeys(shelf.statement(ref).source.id for ref in event.statements_against)
    if against and event.statements_for:
        status = say("disputed", status=status, who=joined([party_list(who) for who in against]))
    if len(event.statements_for) > 1:
        status = say("several_say", status=status, count=str(len(event.statements_for)))
    says = say(
        "event",
        actor=party_list(event.actor) if event.actor else say("somebody"),
        act=act_of(event.concept),
        recipient=say("event_recipient", who=party_list(event.recipient)) if event.recipient else EMPTY,
        place=say("event_place", place=place_words(shelf.place_names(), event)) if event.place else EMPTY,
        when=say("event_when", when=when(event.from_day, event.until_day, about=event.about))
        if event.from_day
        else EMPTY,
        status=status,
    )
    more = tuple(
        Line(says=say("against", who=party_list(shelf.statement(ref).source.id)), quotes=(shelf.quote(ref),), mark="no")
        for ref in event.statements_against
    )
    more += _graded(shelf, event)
    quotes = tuple(shelf.quote(ref) for ref in sorted(event.statements_for, key=lambda r: -_overt(shelf, r)))
    return Line(says=says, quotes=quotes, short=short, more=more)


def _graded(shelf: Shelf, event: Event) -> tuple[Line, ...]:
    """Give the two grades of an event, each in a line of its own: joined they would pass for one."""
    grade = next((g.grade for g in shelf.assessment.grades if g.event == event.id), None)
    if grade is None:
        return ()
    source = say("grade_reliability", grade=grade.reliability, why=grade.reliability_why)
    information = say("grade_credibility", grade=grade.credibility, why=grade.credibility_why)
    return Line(says=source), Line(says=information)


def _overt(shelf: Shelf, ref: StatementRef) -> int:
    """Count the parts a statement names in its own sentence, so that the fullest words are quoted first."""
    statement = shelf.statement(ref)
    parts = (statement.actor, statement.recipient, statement.place, statement.date)
    return sum(part is not None and part.span is not None for part in parts)


def status_words(event: Event) -> Words:
    """Say how an event is told: as reported, claimed by whom, demanded by whom.

    An event in the text's own voice is "as reported", never "so".
    """
    if event.modality in ("fact", "state"):
        return say("as_reported")
    if event.modality == "background":
        return say("background_as_reported")
    if event.modality == "agreed":
        return say("agreed_by")
    who = joined([say("the_report") if s == "AUTHOR" else party_list(s) for s in event.said_by])
    return say(STATUS[event.modality], who=who)


def when(first: date | None, last: date | None, *, about: bool = False) -> Words:
    """Say a day or an interval of days."""
    if first is None:
        return say("not_told_when")
    day = days_words(first, last)
    return say("about", day=day) if about else day
