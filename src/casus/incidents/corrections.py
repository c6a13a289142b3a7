"""People's corrections applied to what was gathered: facts of cases set, days and sides corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from casus.errors import Problem
from casus.incidents.gathered import Gathered
from casus.logic import Truth
from casus.records import Case, Decision, Words
from casus.records.decision import standing
from casus.vocabulary.phrases import say
from casus.vocabulary.refusals import told

_SIDES = {"attacker", "victim"}
_DAYS = {"on", "until"}


def apply(decisions: Sequence[Decision], gathered: Gathered) -> Gathered:
    """Give what was gathered with all decisions on its cases that hold applied, in the order of their time.

    ``set-fact`` sets a fact of a case to yes, no or unknown; ``correct`` sets ``on``, ``until`` (ISO days),
    ``attacker`` or ``victim`` (party ids joined by commas). What cannot be applied is told by ``objections``.
    """
    if gathered.incident is None:
        return gathered
    cases = {c.id: c for c in gathered.incident.cases}
    for decision in standing(decisions):
        case = cases.get(decision.target)
        if case is not None and objection(decision.does, decision.name, decision.value) is None:
            cases[case.id] = _corrected(case, decision)
    incident = msgspec.structs.replace(gathered.incident, cases=tuple(cases.values()))
    return msgspec.structs.replace(gathered, incident=incident)


def objections(decisions: Sequence[Decision], gathered: Gathered) -> tuple[Problem, ...]:
    """Tell which decisions on cases cannot be applied, and why."""
    cases = {c.id for c in gathered.incident.cases} if gathered.incident else set()
    found: list[Problem] = []
    for decision in standing(decisions):
        if decision.does not in {"set-fact", "correct"}:
            continue
        fits = objection(decision.does, decision.name, decision.value)
        says = fits if decision.target in cases else say("unfit_no_case", case=decision.target)
        if says and (decision.target in cases or decision.target.startswith("case-")):
            found.append(told(say("unfit_decision", decision=decision.id), says))
    return tuple(found)


def objection(does: str, name: str | None, value: str | None) -> Words | None:
    """Say why a decision cannot be applied to a case; None where it can."""
    if does not in {"set-fact", "correct"}:
        return say("unfit_kind", does=does)
    if name is None or value is None:
        return say("unfit_unsaid")
    if does == "set-fact":
        known = {t.value for t in Truth}
        return None if value in known else say("unfit_truth", value=value)
    if name in _DAYS:
        return None if _is_day(value) else say("unfit_day", value=value)
    return None if name in _SIDES else say("unfit_part", name=name)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _corrected(case: Case, decision: Decision) -> Case:
    name, value = decision.name or "", decision.value or ""
    if decision.does == "set-fact":
        return msgspec.structs.replace(case, facts={**case.facts, name: Truth(value)})
    if name in _DAYS:
        return msgspec.structs.replace(case, **{name: date.fromisoformat(value)})
    return msgspec.structs.replace(case, **{name: tuple(p.strip() for p in value.split(","))})
