"""Parties to the events whom no report quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from casus.records import Incident, Reading, Report, Source, Statement, Unheard
from casus.records.party import sides


def unheard(reports: Sequence[Report], readings: Sequence[Reading], incident: Incident | None) -> tuple[Unheard, ...]:
    """Name each attacker and victim to whom no statement of any report is attributed.

    Readers' comments and the author's own words quote nobody.
    """
    if incident is None:
        return ()
    heard = {party for reading in readings for s in reading.statements for party in _speakers(s)}
    parties = {p for case in incident.cases for p in (*case.attacker, *case.victim)}
    many = len(reports) != 1
    return tuple(Unheard(party=p, reason=_reason(many=many)) for p in sorted(parties - heard))


def _speakers(statement: Statement) -> Iterator[str]:
    for speaker in _sources(statement.source):
        yield from (side.id for side in sides(speaker))


def _sources(source: Source) -> Iterator[str]:
    yield source.id
    if source.chain is not UNSET:
        yield from (speaker.id for speaker in source.chain)


def _reason(*, many: bool) -> dict[str, str]:
    return {
        "en": f"nothing in the {'reports' if many else 'report'} is attributed to it",
        "ja": "どの記事にも、この当事者の発言として伝えられたものがない"
        if many
        else "記事には、この当事者の発言として伝えられたものがない",
    }
