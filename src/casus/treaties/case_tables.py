"""Case tables a lawyer can write: what is the case, what is the expected answer, and why; and how they are run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from casus.errors import Problem
from casus.logic import UNKNOWN, Truth
from casus.records import Case, CasePlace, Finding, Incident, OrganDecision, PlaceFact, Record, Request
from casus.treaties.law import Law
from casus.treaties.law_file import LawFile
from casus.treaties.weighing import weigh

Expect = Literal["yes", "no", "unknown", "not listed"]
Answer = Literal["yes", "no", "unknown"]
FactValue = Answer | dict[str, Answer]
"""A fact's value; of a disputed place its value in each position."""

_Facts = dict[str, Answer | dict[str, FactValue]]
"""As TOML reads it: ``act.fire_opened = "yes"`` is a table in a table, ``"act.fire_opened" = "yes"`` is not."""


class TableCase(Record, frozen=True, kw_only=True):
    """One case with its expected answer."""

    name: str
    provision: str
    obliged: str
    beneficiary: str
    on: date
    until: date | None = None
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    told_by: str = "agreed"
    facts: _Facts = {}
    requests: tuple[Request, ...] = ()
    decisions: tuple[OrganDecision, ...] = ()
    expect: Expect
    positions: dict[str, Answer] = {}
    why: str
    source: str = ""

    def values(self) -> dict[str, FactValue]:
        """Give the facts by their full names."""
        found: dict[str, FactValue] = {}
        for key, value in self.facts.items():
            if isinstance(value, str):
                found[key] = value
            elif "." in key:
                found[key] = {view: truth for view, truth in value.items() if isinstance(truth, str)}
            else:
                found |= {f"{key}.{inner}": truth for inner, truth in value.items()}
        return found


class CaseTable(Record, frozen=True, kw_only=True):
    """All cases of one treaty."""

    treaty: str
    case: tuple[TableCase, ...]
    file: str = ""


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one case: the answer given, and what is wrong with it (empty if nothing)."""

    case: TableCase
    answer: Expect
    finding: Finding | None = None
    trouble: tuple[str, ...] = ()


class TablePlaces:
    """Place facts as a case table has them: the values in each position of a disputed place."""

    def __init__(self, case: TableCase) -> None:
        self.case = case

    def place_fact(self, name: str, place: CasePlace, on: date, *, party: str, area: str | None) -> PlaceFact:  # noqa: ARG002
        """Give the table's value; UNKNOWN where it has none, or has it for another party."""
        value = self.case.values().get(name)
        if not isinstance(value, dict) or (name == "place.of_beneficiary" and party != self.case.beneficiary):
            return PlaceFact(name=name, truth=UNKNOWN, reason=f"the table does not give {name}")
        views = {view: Truth(truth) for view, truth in value.items()}
        return PlaceFact(name=name, truth=UNKNOWN, reason="disputed, as the table has it", positions=views)


def load_table(name: str, data: bytes) -> tuple[CaseTable | None, tuple[Problem, ...]]:
    """Read one case table; troubles come with file, line and column."""
    file = LawFile(name, data)
    treaty = file.tables.get("treaty")
    for key in file.tables:
        if key not in ("treaty", "case"):
            file.problem((key,), f"unknown table '{key}'")
    if file.tables and not isinstance(treaty, str):
        file.problem((), "'treaty' is missing: the id of the treaty the cases are about")
    cases = file.many("case", TableCase)
    seen: set[tuple[str, str]] = set()
    for number, case in enumerate(cases):
        if (case.provision, case.name) in seen:
            file.problem(("case", number, "name"), f"the case '{case.name}' of {case.provision} is written twice")
        seen.add((case.provision, case.name))
    if not isinstance(treaty, str):
        return None, tuple(file.problems)
    return CaseTable(treaty=treaty, case=cases, file=name), tuple(file.problems)


def _incident(case: TableCase) -> Incident:
    """Make an incident of one case."""
    facts = {n: Truth(v) for n, v in case.values().items() if isinstance(v, str)}
    one = Case(
        id="case",
        on=case.on,
        until=case.until,
        attacker=case.attacker,
        victim=case.victim,
        place=CasePlace(name="the place"),
        told_by=case.told_by,
        facts=facts,
    )
    return Incident(id=case.name, cases=(one,), requests=case.requests, decisions=case.decisions)


def _misnamed(law: Law, treaty: str, case: TableCase) -> Iterator[str]:
    """Say what a case names that the treaty does not know, lest a slip pass for a NO."""
    known = law.treaty(treaty)
    if known and case.provision not in {p.id for p in known.provisions}:
        yield f"the treaty has no provision '{case.provision}'"
    if known and case.obliged not in known.states():
        yield f"the treaty never concerned '{case.obliged}'"


def _differences(case: TableCase, answer: Expect, finding: Finding | None) -> tuple[str, ...]:
    """Say where the outcome is not as expected; nothing listed means that nothing is owed."""
    found = []
    met = answer == case.expect or (case.expect == "no" and answer == "not listed")
    if not met:
        found.append(f"expected {case.expect}, got {answer}: {finding.why if finding else 'no such finding'}")
    given = {p.position: p.answer.value for p in finding.positions} if finding else {}
    for position, expected in sorted(case.positions.items()):
        if given.get(position) != expected:
            found.append(f"as {position} sees it expected {expected}, got {given.get(position, 'nothing')}")
    return tuple(found)


def run(law: Law, treaty: str, case: TableCase) -> Outcome:
    """Weigh one case and hold the answer against the expected one."""
    only = msgspec.structs.replace(law, treaties=tuple(t for t in law.treaties if t.id == treaty))
    findings, problems = weigh(_incident(case), law=only, places=TablePlaces(case))
    hit = [
        f
        for f in findings
        if f.provision == case.provision and case.obliged in f.obliged and case.beneficiary in f.beneficiary
    ]
    finding = hit[0] if hit else None
    answer: Expect = finding.answer.value if finding else "not listed"
    trouble = (*_misnamed(law, treaty, case), *_differences(case, answer, finding), *(p.line() for p in problems))
    return Outcome(case=case, answer=answer, finding=finding, trouble=trouble)
