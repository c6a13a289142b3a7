"""Statements turned into observable facts of a case, one value for each position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from casus.facts.subjects import acting, bears, declares, roles
from casus.facts.table import COVERING, Rule, rules_for
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Case, Fact, Incident, Reading, Record, Report, Statement, StatementRef
from casus.records.party import is_state
from casus.records.voice import REPORTED, positions, stance

AGREED = "agreed"
THREAT = "victim.claims_threat"
CALLS = frozenset({"consultation", "military_help"})
"""What a victim asks of allies that shows it holds itself threatened."""
_LEAVING = frozenset({"withdraw", "retreat"})


class CaseRefs(Protocol):
    """The statements of one case, as the incidents room lists them."""

    @property
    def case(self) -> str:
        """Id of the case."""
        ...

    @property
    def acts(self) -> Sequence[StatementRef]:
        """Statements that tell of its acts or deny them."""
        ...

    @property
    def context(self) -> Sequence[StatementRef]:
        """Other statements that may bear on it."""
        ...


class Told(Protocol):
    """What this room asks of what was gathered."""

    @property
    def incident(self) -> Incident | None:
        """The incident, or None where there is none."""
        ...

    @property
    def case_statements(self) -> Sequence[CaseRefs]:
        """The statements of each case."""
        ...


class Evidence(Record, frozen=True, kw_only=True):
    """One statement that gives a fact a value in one position."""

    fact: str
    position: str
    truth: Truth
    ref: StatementRef
    words: str
    denied: bool
    direct: bool
    """Are its words about the fact itself, and not about something that the fact only follows from?"""


def observe(gathered: Told, reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[Fact, ...]:
    """Give the facts of all cases that statements show, by case, name and position; silence gives none.

    What the text says in its own voice is ``reported``; a claim counts in the claimant's position, a denial in the
    denier's. Only statements of the given reports count. A case told by one party takes only what is reported and
    what that party says.
    """
    if gathered.incident is None:
        return ()
    given = {report.id for report in reports}
    said = {
        StatementRef(report=r.report.id, statement=s.id): s
        for r in readings
        if r.report.id in given
        for s in r.statements
    }
    refs = {r.case: r for r in gathered.case_statements}
    return tuple(
        fact
        for case in gathered.incident.cases
        if case.id in refs
        for fact in _with_asking(
            case, gathered.incident, tuple(_facts(case, tuple(_evidence(case, refs[case.id], said))))
        )
    )


def _with_asking(case: Case, incident: Incident, found: tuple[Fact, ...]) -> Iterator[Fact]:
    """Add that a victim which calls on its allies declares itself threatened, where nothing said so already."""
    yield from found
    asked = [r for r in incident.requests if r.by in case.victim and (r.under or r.asks in CALLS)]
    if asked and not any(f.name == THREAT for f in found):
        reason = f"{asked[0].by} called on {asked[0].to}" + (f" under {asked[0].under}" if asked[0].under else "")
        yield Fact(case=case.id, name=THREAT, truth=YES, position=REPORTED, reason=reason)


def _facts(case: Case, evidence: Sequence[Evidence]) -> Iterator[Fact]:
    grouped: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        if case.told_by in {AGREED, item.position} or item.position == REPORTED:
            grouped.setdefault((item.fact, item.position), []).append(item)
    for (name, position), items in sorted(grouped.items()):
        truths = {item.truth for item in items if item.direct} or {item.truth for item in items}
        truth = truths.pop() if len(truths) == 1 else UNKNOWN
        telling = [item for item in items if item.truth is truth] or items
        refs = tuple(dict.fromkeys(item.ref for item in telling))
        yield Fact(
            case=case.id,
            name=name,
            truth=truth,
            position=position,
            statements=refs,
            reason=_reason(truth, position, telling),
        )


def _reason(truth: Truth, position: str, items: Sequence[Evidence]) -> str:
    words = ", ".join(f"“{w}”" for w in dict.fromkeys(item.words for item in items))
    if truth is UNKNOWN:
        return f"told both ways: {words}"
    if position == REPORTED:
        return f"reported: {words}"
    return f"{'denied' if all(item.denied for item in items) else 'said'} by {position}: {words}"


def _evidence(case: Case, refs: CaseRefs, said: Mapping[StatementRef, Statement]) -> Iterator[Evidence]:
    for ref in (*refs.acts, *refs.context):
        statement = said.get(ref)
        if statement is not None and statement.modality != "background":
            for name, truth in _shown(case, statement, of_act=ref in refs.acts):
                for position in _where(name, statement):
                    yield Evidence(
                        fact=name,
                        position=position,
                        truth=truth,
                        ref=ref,
                        words=statement.trigger.text,
                        denied=stance(statement) == "denies",
                        direct=statement.concept in COVERING.get(name, ()),
                    )


def _where(name: str, statement: Statement) -> tuple[str, ...]:
    """Give the positions a value counts in; that the victim declares something is reported by whoever quotes it."""
    return (REPORTED,) if name == THREAT and statement.modality == "claim" else positions(statement)


def _shown(case: Case, statement: Statement, *, of_act: bool) -> Iterator[tuple[str, Truth]]:
    """Give the facts that a statement shows, with their values; demands, threats, conditions and the like show none."""
    told = stance(statement)
    if told == "neither":
        return
    concept = statement.concept or ""
    for rule in rules_for(concept):
        truth = _value(rule, concept, statement, case, asserts=told == "asserts", of_act=of_act)
        if truth is not None:
            yield rule.fact, truth
    if told == "asserts" and of_act:
        yield from _by_whom(case, statement)


def _value(rule: Rule, concept: str, statement: Statement, case: Case, *, asserts: bool, of_act: bool) -> Truth | None:
    if rule.fact.startswith("victim."):
        return YES if asserts and concept in rule.yes_from and declares(statement, case.victim) else None
    if not bears(rule.fact, statement, case, of_act=of_act):
        return None
    if asserts and concept in rule.no_from:
        return None if _left_later(statement, case) else NO
    if asserts:
        return YES if concept in rule.yes_from else None
    return NO if concept in rule.no_from_negated else None


def _left_later(statement: Statement, case: Case) -> bool:
    """Tell whether forces are said to leave on a day after the act's, or on none: ground was held until then."""
    day = statement.date.from_ if statement.date and not statement.date.assumed else None
    return statement.concept in _LEAVING and (day is None or day > case.on)


def _by_whom(case: Case, statement: Statement) -> Iterator[tuple[str, Truth]]:
    """Give what the role of the one who acts shows: a state's forces, or a group of no state."""
    if not acting(statement) & frozenset(case.attacker):
        return
    if "MIL" in roles(statement, tuple(p for p in case.attacker if is_state(p))):
        yield "act.by_regular_forces", YES
    if "REB" in roles(statement, case.attacker):
        yield "act.by_nonstate_group", YES
    if statement.concept == "return_fire":
        yield "victim.fired_first", YES
