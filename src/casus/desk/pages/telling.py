"""What an incident's page tells beside its brief: origins, the timeline with two clocks, who says what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from casus.briefing.naming import act_of, party_list, party_name, place_words
from casus.briefing.phrases import same, say
from casus.desk.causes import decided
from casus.desk.pages.phrases import LANGUAGES, phrase
from casus.desk.store.models import StoredIncident, StoredReport
from casus.records import Assessment, Event, Record, StatementRef, Words


class Moment(Record, frozen=True, kw_only=True):
    """Something on the timeline: when it happened, and when the desk learned of it."""

    happened: date | None
    learned: datetime
    says: Words
    disputed: bool = False
    kind: str = "event"
    """event, decision or publication."""


class Voices(Record, frozen=True, kw_only=True):
    """What stands with whom: what all tell, what one side says alone, what is disputed, who is unheard."""

    agreed: tuple[Words, ...]
    claims: tuple[tuple[Words, tuple[Words, ...]], ...]
    disputed: tuple[tuple[Words, Words], ...]
    unheard: tuple[Words, ...]


def by_origin(reports: Sequence[StoredReport]) -> list[list[StoredReport]]:
    """Put the reports together that come from one origin."""
    groups: dict[str, list[StoredReport]] = {}
    for row in reports:
        groups.setdefault(row.origin or row.id, []).append(row)
    return list(groups.values())


def timeline(incident: StoredIncident, assessment: Assessment) -> list[Moment]:
    """List what happened, was decided and was published, by the day it happened, else by when it was learned."""
    received = {row.id: row.received_at for row in incident.reports.all()}
    moments = [
        Moment(
            happened=event.from_day,
            learned=min(received[ref.report] for ref in refs),
            says=said(assessment, event),
            disputed=bool(event.statements_against),
        )
        for event in assessment.events
        if event.code.type and event.modality in {"fact", "state", "claim"} and (refs := _known(event, received))
    ]
    moments += [
        Moment(happened=None, learned=row.at, says=decided(row.record), kind="decision")
        for row in incident.decisions.all()
    ]
    moments += [
        Moment(happened=None, learned=row.published_at, says=row.headline, kind="publication")
        for row in incident.publications.exclude(published_at=None).defer("content", "record")
        if row.published_at is not None
    ]
    return sorted(moments, key=lambda m: (m.happened or m.learned.date(), m.learned))


def _known(event: Event, received: dict[str, datetime]) -> list[StatementRef]:
    return [ref for ref in (*event.statements_for, *event.statements_against) if ref.report in received]


def said(assessment: Assessment, event: Event) -> Words:
    """Say an event in a few words: who, what, to whom, where."""
    names = assessment.place_names | {t.place: t.name for t in assessment.territory}
    parts = {
        "actor": party_list(event.actor) if event.actor else say("somebody"),
        "act": act_of(event.concept),
        "recipient": say("event_recipient", who=party_list(event.recipient)) if event.recipient else same(""),
        "place": say("event_place", place=place_words(names, event)) if event.place else same(""),
    }
    return {
        lang: phrase("event_said", lang, **{name: both_[lang] for name, both_ in _in_both(parts)}) for lang in LANGUAGES
    }


def _in_both(parts: dict[str, Words]) -> list[tuple[str, Words]]:
    return [(name, {lang: words.get(lang, words["en"]) for lang in LANGUAGES}) for name, words in parts.items()]


def statements_by_party(assessment: Assessment) -> Voices:
    """Sort what is told by who stands behind it."""
    told = [e for e in assessment.events if e.code.type and e.modality in {"fact", "state", "claim"}]
    speakers = {(r.report.id, s.id): s.source.id for r in assessment.readings for s in r.statements}
    alone: dict[str, list[Words]] = {}
    for event in told:
        if event.modality == "claim" and not event.statements_against and len(event.said_by) == 1:
            alone.setdefault(event.said_by[0], []).append(said(assessment, event))
    return Voices(
        agreed=tuple(said(assessment, e) for e in told if _by_all(e)),
        claims=tuple((party_list(party), tuple(words)) for party, words in sorted(alone.items())),
        disputed=tuple(
            (said(assessment, e), party_list(speakers[ref.report, ref.statement]))
            for e in told
            for ref in e.statements_against[:1]
            if (ref.report, ref.statement) in speakers
        ),
        unheard=tuple(party_name(u.party) for u in assessment.unheard),
    )


def _by_all(event: Event) -> bool:
    return not event.statements_against and (event.modality != "claim" or len(event.said_by) > 1)
