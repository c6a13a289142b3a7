"""Who asked whom for what, under which article, and what an organisation said, decided and did about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.incidents.organs import announces, decisions_of, distinct_decisions, organ_step
from casus.incidents.requests import merged_requests, request_of
from casus.incidents.telling import Telling
from casus.records import InvocationStep, OrganDecision, Record, Report, Request


class Invocations(Record, frozen=True, kw_only=True):
    """Requests and decisions for the law, and all steps for the reader."""

    requests: tuple[Request, ...]
    decisions: tuple[OrganDecision, ...]
    steps: tuple[InvocationStep, ...]


def invocations(
    told: Sequence[Telling],
    reports: Mapping[str, Report],
    *,
    adversaries: Mapping[str, frozenset[str]],
    instruments: Sequence[tuple[str, str]] = (),
) -> Invocations:
    """Find requests of states and the steps of organisations, as told; nobody's plan, forecast or demand is a step.

    ``adversaries`` maps a party to those it faces in a case: what it asks of them is a demand on an enemy, no request.
    """
    happened = [t for t in told if t.asserted]
    made = {t.ref: r for t in happened if (r := request_of(t, told, reports, adversaries, instruments))}
    requests = merged_requests([(request, ref) for ref, request in made.items()])
    asked = {request.to for request, _ in requests}
    begun = {step.statements[0]: step for _, step in requests}
    steps: list[InvocationStep] = []
    for telling in happened:
        step = begun.get(telling.ref) if telling.ref in made else organ_step(telling, told)
        if step and (telling.ref in made or step.by in asked or step.what != "statement" or announces(step, told)):
            steps.append(step)
    decisions: list[OrganDecision] = []
    for telling in happened:
        decisions.extend(decisions_of(telling, told, asked))
    return Invocations(
        requests=tuple(r for r, _ in requests),
        decisions=distinct_decisions(decisions),
        steps=tuple(dict.fromkeys(steps)),
    )
