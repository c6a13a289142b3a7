"""What if: an incident worked out with facts that somebody supposes; nothing is kept of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from casus.briefing import main_findings
from casus.desk.assessing import judged_tools, whole
from casus.desk.store.models import StoredIncident
from casus.logic import Truth
from casus.pipeline import assess
from casus.records import Decision, Finding, Record
from casus.records.decision import standing


class Supposed(Record, frozen=True, kw_only=True):
    """An answer that a supposition changes."""

    now: Finding
    then: Finding


def suppose(incident: StoredIncident, facts: Mapping[str, Truth], *, at: datetime) -> tuple[Supposed, ...]:
    """Give the answers that change if facts of the incident's first case were as supposed."""
    kept = whole(incident)
    if kept.incident is None or not facts:
        return ()
    case = kept.incident.cases[0].id
    supposed = [
        Decision(id=f"if-{n}", does="set-fact", target=case, name=name, value=truth.value, by="", at=at, why="supposed")
        for n, (name, truth) in enumerate(sorted(facts.items()))
    ]
    decided = standing([row.record for row in incident.decisions.all()])
    readings = {r.report.id: r for r in kept.readings}
    then, _ = assess(kept.reports, [*decided, *supposed], readings=readings, with_tools=judged_tools())
    before = {f.question_id: f for f in main_findings(kept)}
    pairs = [(before.get(f.question_id), f) for f in main_findings(then)]
    return tuple(Supposed(now=a, then=b) for a, b in pairs if a is not None and a.answer is not b.answer)


def open_facts(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Give the facts that open answers turn on, those that most turn on first."""
    counts: dict[str, int] = {}
    for finding in findings:
        for question in finding.open_questions:
            if "." in question.fact:
                counts[question.fact] = counts.get(question.fact, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
