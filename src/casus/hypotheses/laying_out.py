"""An empty matrix laid out from an assessment: the hypotheses heard against the evidence suggested, unrated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from casus.hypotheses.naming import speaker
from casus.records import Assessment, Heard, MatrixItem, MatrixSheet, StatementRef, Words
from casus.vocabulary.hypotheses import hypothesis
from casus.vocabulary.phrases import in_language, same, say


def lay_out(assessment: Assessment, groups: Sequence[Heard], *, raters: Sequence[str] = ()) -> MatrixSheet:
    """Lay out a sheet for people to rate: every cell blank. Items of one speaker and one origin count once.

    What one speaker says in one sentence is one item, however many statements were read from it.
    """
    known = [hypothesis(g.hypothesis) for g in groups if g.hypothesis]
    items: dict[tuple[str, str], MatrixItem] = {}
    for group in groups:
        for key, item in _items(assessment, group):
            stands = items.setdefault(key, item)
            more = tuple(ref for ref in item.statements if ref not in stands.statements)
            items[key] = replace(stands, statements=(*stands.statements, *more))
    return MatrixSheet(
        question=say("matrix_question"),
        hypotheses=tuple(h for h in known if h),
        items=tuple(items.values()),
        raters=tuple(raters),
    )


def _items(assessment: Assessment, group: Heard) -> Iterator[tuple[tuple[str, str], MatrixItem]]:
    """Give the items suggested for a hypothesis, each with what it is told apart by: its words and its origin."""
    for suggested in group.suggested:
        for ref in suggested.statements:
            item = _of_statement(assessment, ref)
            yield (item.label["en"], item.origin), item
        for name in suggested.findings:
            yield (name, ""), _of_finding(assessment, name)


def _of_finding(assessment: Assessment, name: str) -> MatrixItem:
    finding = next(f for f in assessment.findings if f.id == name)
    label: Words = {"en": f"{finding.title}, {finding.cite}: {finding.why}"}
    if finding.why_ja:
        title = in_language({"en": finding.title}, "ja")
        label["ja"] = f"{title} {finding.cite_ja or finding.cite}：{finding.why_ja}"
    return MatrixItem(id=name, label=label, origin=f"law: {finding.treaty}", findings=(name,))


def _of_statement(assessment: Assessment, ref: StatementRef) -> MatrixItem:
    report = next(r for r in assessment.reports if r.id == ref.report)
    reading = next(r for r in assessment.readings if r.report.id == ref.report)
    statement = next(s for s in reading.statements if s.id == ref.statement)
    start, end = statement.sentence
    words = " ".join(report.text[start:end].split())
    who = None if statement.own_voice else speaker(statement.source.id)
    return MatrixItem(
        id=f"{ref.report}:{ref.statement}",
        label=say("item_said", who=who, words=words) if who else same(words),
        origin=_origin(assessment, ref.report) if statement.own_voice else statement.source.id,
        statements=(ref,),
    )


def _origin(assessment: Assessment, report: str) -> str:
    """Name the origin of a report by the first report that has it."""
    return next((group[0] for group in assessment.origins if report in group), report)
