"""Grades: how reliable the outlets are held, and how credible each event is, given apart and by a stated rule.

Reliability belongs to the source, credibility to the information (the Admiralty system, as in NATO's AJP-2.1): given
together by one person they collapse onto one diagonal, so each has a rule of its own here and both rules are printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec.structs import replace

from casus.records import Decision, Event, EventGrade, Grade, Report, Words
from casus.records.decision import standing
from casus.records.grade import Credibility, Reliability
from casus.vocabulary.outlets import Outlet, find_outlet, outlet_of
from casus.vocabulary.phrases import joined, same, say

UNJUDGED: Reliability = "F"
SAID = frozenset({"fact", "state", "claim", "background"})


def grades(
    events: Sequence[Event],
    reports: Sequence[Report],
    origins: Sequence[Sequence[str]],
    *,
    own: Mapping[str, Reliability] | None = None,
) -> tuple[EventGrade, ...]:
    """Grade every event that is told as having happened; ``own`` are a desk's own grades by an outlet's key or name."""
    by_id = {report.id: report for report in reports}
    origin_of = {report: group[0] for group in origins for report in group}
    judged = own or {}
    return tuple(
        EventGrade(event=event.id, grade=_grade(event, by_id, origin_of, judged))
        for event in events
        if event.modality in SAID
    )


def _grade(
    event: Event, reports: Mapping[str, Report], origin_of: Mapping[str, str], own: Mapping[str, Reliability]
) -> Grade:
    told = [reports[ref.report] for ref in event.statements_for if ref.report in reports]
    best = min(((reliability(report, own), report) for report in told), key=lambda pair: pair[0][0], default=None)
    credibility, why = _credibility(event, {origin_of.get(ref.report, ref.report) for ref in event.statements_for})
    return Grade(
        reliability=best[0][0] if best else UNJUDGED,
        reliability_why=best[0][1] if best else say("grade_nobody_named"),
        credibility=credibility,
        credibility_why=why,
    )


def reliability(report: Report, own: Mapping[str, Reliability]) -> tuple[Reliability, Words]:
    """Give how reliable a report's outlet is held, and by whom; F where nobody has judged it."""
    outlet = _outlet(report)
    name = outlet.name() if outlet else report.publisher or report.name
    for key in (outlet.key if outlet else None, report.publisher):
        if key and key in own:
            return own[key], say("grade_by_desk", outlet=name)
    if outlet and outlet.reliability != UNJUDGED:
        return outlet.reliability, say("grade_by_table", outlet=name)
    return UNJUDGED, say("grade_not_judged", outlet=name)


def _outlet(report: Report) -> Outlet | None:
    by_address = outlet_of(report.url) if report.url else None
    return by_address or (find_outlet(report.publisher, report.language) if report.publisher else None)


def _credibility(event: Event, origins: set[str]) -> tuple[Credibility, Words]:
    """Grade an event by who tells it and who denies it.

    1: by two origins or more, and nobody denies it; 2: by several voices in one origin; 3: by one voice; 4: denied by
    somebody; 5: denied as often as told; 6: told by nobody who is named.
    """
    voices, told, denied = set(event.said_by), len(event.statements_for), len(event.statements_against)
    if not voices - {"unnamed reports"}:
        return "6", say("grade_nobody_named")
    if denied:
        counts = {"told": str(told), "denied": str(denied)}
        return ("5" if denied >= told else "4"), say("grade_denied", **counts)
    if len(origins) > 1:
        return "1", say("grade_origins", count=str(len(origins)))
    return ("2", say("grade_voices")) if len(voices) > 1 else ("3", say("grade_one_voice"))


def regraded(decisions: Sequence[Decision], found: Sequence[EventGrade]) -> tuple[EventGrade, ...]:
    """Give the grades with those that people gave events in the place of the rule's; what is none is left out.

    ``regrade`` sets ``reliability`` (A to F) or ``credibility`` (1 to 6) of an event; who and why stand as its reason.
    """
    by_event = {each.event: each for each in found}
    for decision in standing(decisions):
        graded = by_event.get(decision.target)
        if decision.does == "regrade" and graded is not None and grade_objection(decision.name, decision.value) is None:
            why = same(f"{decision.by}: {decision.why}")
            grade = replace(graded.grade, **{str(decision.name): decision.value, f"{decision.name}_why": why})
            by_event[graded.event] = replace(graded, grade=grade)
    return tuple(by_event.values())


def grade_objection(name: str | None, value: str | None) -> Words | None:
    """Say why a regrading cannot be applied; None where it can.

    >>> (grade_objection("credibility", "7") or {})["en"]
    "'7' is not one of 1, 2, 3, 4, 5, 6"
    """
    if name is None or value is None:
        return say("unfit_unsaid")
    scale: tuple[str, ...] = {"reliability": get_args(Reliability), "credibility": get_args(Credibility)}.get(name, ())
    if not scale:
        return say("unfit_grade_part", name=name)
    return None if value in scale else say("unfit_grade", value=value, scale=joined(same(one) for one in scale))
