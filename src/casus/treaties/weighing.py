"""From an incident to findings: every duty of every treaty its sides are bound by, answered with proof."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from importlib.metadata import version

from casus.errors import Problem
from casus.logic import Truth
from casus.records import Case, Finding, Incident
from casus.treaties.as_known import as_known, as_told
from casus.treaties.docket import Asked, hear, open_docket
from casus.treaties.findings import find
from casus.treaties.invocation import decides_for
from casus.treaties.law import Law
from casus.treaties.law_file import nearest
from casus.treaties.listing import situations
from casus.treaties.places import PlaceFacts

_PARTY = re.compile(r"[A-Z]{3}(-[A-Z0-9][A-Z0-9-]*)?|(IGO|NSA) .+")


def weigh(
    incident: Incident,
    *,
    law: Law,
    places: PlaceFacts,
    on: date | None = None,
    strict: bool = False,
    flips: Collection[Truth] = (),
    as_known_on: date | None = None,
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Answer, for every case of an incident, which treaty duties it calls up, for whom and towards whom.

    ``on`` takes the place of each case's own day as the day status is asked for; with ``strict`` a status carried
    past a file's last check is UNKNOWN; findings with one of the answers in
    ``flips`` say what would turn them. What was done, checked,
    asked or decided after ``as_known_on`` does not count. Trouble in the incident comes back as problems beside the
    findings.
    """
    if as_known_on:
        law, incident = as_known(law, as_known_on), as_told(incident, as_known_on)
    asked = hear(incident, law)
    made = made_with(law)
    findings = []
    for case in incident.cases:
        docket = open_docket(case, asked, incident.decisions, law=law, places=places, on=on, strict=strict)
        findings += [
            find(it, used, incident=incident.id, made_with=made, flips_of=flips)
            for treaty in law.touching({*docket.sides, *docket.askers})
            for it, used in situations(docket, law, treaty)
        ]
    return tuple(findings), tuple(_problems(incident, law, asked))


def made_with(law: Law) -> str:
    """Name the program and the law something was worked out with."""
    return f"casus {_version()} law {law.version}"


@cache
def _version() -> str:
    """Give the version of casus that is installed."""
    return version("casus")


def _problems(incident: Incident, law: Law, asked: tuple[Asked, ...]) -> Iterator[Problem]:
    """Note what of an incident cannot be used."""
    for case in incident.cases:
        yield from _case_problems(incident, case, law)
    for request in (a.request for a in asked if a.request.under and not a.under):
        where = f"{incident.id}: request of {request.by}"
        yield Problem(where=where, what=f"no law file binding {request.by} and {request.to} is named '{request.under}'")
    for decision in incident.decisions:
        if not any(decides_for(decision, t) for t in law.treaties):
            known = sorted({n for t in law.treaties for o in t.organs for n in o.names})
            where = f"{incident.id}: decision"
            yield Problem(
                where=where, what=f"no law file knows the organ '{decision.organ}'", hint=nearest(decision.organ, known)
            )


def _case_problems(incident: Incident, case: Case, law: Law) -> Iterator[Problem]:
    """Note unknown facts and parties of one case."""
    where = f"{incident.id}: case {case.id}"
    for name in sorted(case.facts):
        if name not in law.facts:
            yield Problem(where=where, what=f"unknown fact '{name}'", hint=nearest(name, law.facts))
    for party in (*case.attacker, *case.victim):
        if not _PARTY.fullmatch(party):
            yield Problem(where=where, what=f"'{party}' is not a party id", hint="alpha-3, 'IGO X' or 'NSA X'")
    if case.until and case.until < case.on:
        yield Problem(where=where, what=f"ends on {case.until}, before it begins on {case.on}")
