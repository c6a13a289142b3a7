"""Who asked whom for what, under which article, and what an organisation said, decided and did about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.incidents.organs import announces, decisions_of, distinct_decisions, organ_step
from casus.incidents.requests import merged_requests, request_of, request_step
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
    requests: list[Request] = []
    decisions: list[OrganDecision] = []
    steps: list[InvocationStep] = []
    happened = [t for t in told if t.asserted]
    for telling in happened:
        request = request_of(telling, told, reports, adversaries, instruments)
        if request is not None:
            requests.append(request)
            steps.append(request_step(request, telling))
        elif step := organ_step(telling, told):
            steps.append(step)
    asked = {r.to for r in requests}
    steps = [s for s in steps if s.by in asked or s.what != "statement" or announces(s, told)]
    for telling in happened:
        decisions.extend(decisions_of(telling, told, asked))
    return Invocations(
        requests=merged_requests(requests), decisions=distinct_decisions(decisions), steps=tuple(dict.fromkeys(steps))
    )
