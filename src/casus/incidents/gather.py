"""Statements of some reports, gathered into events and one incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.errors import Problem
from casus.incidents.accounts import belonging
from casus.incidents.areas import Atlas, Gazetteer
from casus.incidents.cases import AGREED, make_cases
from casus.incidents.clusters import Cluster
from casus.incidents.events import gather_events
from casus.incidents.gathered import Gathered
from casus.incidents.invocations import Invocations, invocations
from casus.incidents.telling import tellings
from casus.records import Case, Incident, Reading, Report, content_id


def gather(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    gazetteer: Gazetteer,
    instruments: Sequence[tuple[str, str]] = (),
) -> tuple[Gathered, tuple[Problem, ...]]:
    """Gather what the readings of some reports tell into events and an incident with its cases and requests.

    ``instruments`` are pairs of a name and an id by which treaties are recognised in requests. The incident is None
    where no armed act between parties is told. Readers' comments, references and captions are never looked at.
    """
    told = tellings(readings, Atlas(gazetteer))
    by_id = {report.id: report for report in reports}
    found = belonging(told)
    made = make_cases(found, told)
    events = gather_events([t for t in told if t.statement.kind in {"event", "state"}])
    if not made:
        return Gathered(events=events, incident=None), _undated(found, by_id)
    cases = tuple(case for case, _ in made)
    asked = invocations(told, by_id, adversaries=_adversaries(cases), instruments=instruments)
    gathered = Gathered(
        events=events,
        incident=_incident(cases, asked),
        case_statements=tuple(statements for _, statements in made),
        positions=_positions(cases),
        steps=asked.steps,
    )
    return gathered, _undated(found, by_id)


def _incident(cases: tuple[Case, ...], asked: Invocations) -> Incident:
    main = cases[0]
    founding = (*main.attacker, "against", *main.victim, main.place.name, main.on)
    return Incident(
        id=content_id("incident", *founding), cases=cases, requests=asked.requests, decisions=asked.decisions
    )


def _positions(cases: Sequence[Case]) -> tuple[str, ...]:
    sides = {p for c in cases for p in (*c.attacker, *c.victim)}
    return tuple(sorted(sides | {c.told_by for c in cases if c.told_by != AGREED}))


def _adversaries(cases: Sequence[Case]) -> Mapping[str, frozenset[str]]:
    facing: dict[str, set[str]] = {}
    for case in cases:
        for one, others in ((case.attacker, case.victim), (case.victim, case.attacker)):
            for party in one:
                facing.setdefault(party, set()).update(others)
    return {party: frozenset(others) for party, others in facing.items()}


def _undated(found: Sequence[Cluster], reports: Mapping[str, Report]) -> tuple[Problem, ...]:
    """Tell of acts that make no case because neither the text nor its publication gives a day."""
    undated = [c.charges[0].telling for c in found if c.on(otherwise=found[0]) is None]
    names = sorted({reports[t.ref.report].name if t.ref.report in reports else t.ref.report for t in undated})
    hint = "give the day of publication with --published"
    return tuple(Problem(where=name, what="no day is known for an armed act that is told", hint=hint) for name in names)
