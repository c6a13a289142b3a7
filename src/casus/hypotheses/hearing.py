"""From explanations to hypotheses: who holds each, who doubts it, and what of the reports could be rated for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casus.logic import UNKNOWN, Truth
from casus.records import Assessment, Explanation, Finding, Heard, Hypothesis, StatementRef, Suggested
from casus.vocabulary.hypotheses import hypothesis
from casus.vocabulary.phrases import same

SUPPORTS = frozenset({"asserts", "insinuates"})
DOUBTS = frozenset({"doubts", "denies"})
MOST_STATEMENTS = 8
"""So many statements are laid before people for one reason; more would not be read."""


def heard(assessment: Assessment) -> tuple[Heard, ...]:
    """Gather the explanations under their hypotheses: those with most voices first, those in own words last.

    Nothing is weighed: evidence is only suggested, for people to rate.
    """
    groups: dict[str, list[Explanation]] = {}
    for item in assessment.explanations:
        groups.setdefault(item.hypothesis or item.id, []).append(item)
    by_item = {(e.report, e.item): e.id for e in assessment.explanations}
    ranked = sorted(groups.values(), key=lambda g: (g[0].hypothesis is None, -len(g)))
    return tuple(_heard(assessment, group, by_item) for group in ranked)


def _heard(assessment: Assessment, group: Sequence[Explanation], by_item: dict[tuple[str, str], str]) -> Heard:
    first = group[0]
    known = hypothesis(first.hypothesis) if first.hypothesis else None
    pairs = ((e.id, by_item.get((e.report, e.replies_to))) for e in group if e.replies_to)
    return Heard(
        hypothesis=first.hypothesis,
        label=known.label if known else same(first.label),
        supporters=tuple(e.id for e in group if e.stance in SUPPORTS),
        doubters=tuple(e.id for e in group if e.stance in DOUBTS),
        askers=tuple(e.id for e in group if e.stance == "asks"),
        replies=tuple((answer, to) for answer, to in pairs if to),
        evidence_offered=any(e.evidence_offered for e in group),
        refuted_by=known.refuted_by if known else {},
        expects=known.expects if known else {},
        suggested=tuple(suggest(assessment, known)) if known else (),
    )


def suggest(assessment: Assessment, known: Hypothesis) -> Iterator[Suggested]:
    """Find what bears on a hypothesis among facts that are known, statements and findings that are not a plain no."""
    for name in known.bears.facts:
        settled = [f for f in assessment.facts if f.name == name and f.truth is not UNKNOWN]
        if refs := _first(ref for fact in settled for ref in fact.statements):
            yield Suggested(because=name, statements=refs)
    for concept in known.bears.concepts:
        if refs := _first(_saying(assessment, concept)):
            yield Suggested(because=concept, statements=refs)
    for owes in known.bears.owes:
        if found := tuple(f.id for f in assessment.findings if _bears(f, owes)):
            yield Suggested(because=owes, findings=found)


def _saying(assessment: Assessment, concept: str) -> Iterator[StatementRef]:
    for reading in assessment.readings:
        for statement in reading.statements:
            if statement.concept == concept:
                yield StatementRef(report=reading.report.id, statement=statement.id)


def _bears(finding: Finding, owes: str) -> bool:
    return finding.owes == owes and finding.answer is not Truth.NO


def _first(refs: Iterable[StatementRef]) -> tuple[StatementRef, ...]:
    """Give the first few, each once."""
    return tuple({(r.report, r.statement): r for r in refs}.values())[:MOST_STATEMENTS]
