"""An empty matrix laid out from an assessment: the hypotheses heard against the evidence suggested, unrated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.records import Assessment, Heard, MatrixItem, MatrixSheet, StatementRef, Words
from casus.vocabulary.hypotheses import hypothesis
from casus.vocabulary.phrases import same, say


def lay_out(assessment: Assessment, groups: Sequence[Heard], *, raters: Sequence[str] = ()) -> MatrixSheet:
    """Lay out a sheet for people to rate: every cell blank. Items of one speaker and one origin count once."""
    known = [hypothesis(g.hypothesis) for g in groups if g.hypothesis]
    items: dict[str, MatrixItem] = {}
    for group in groups:
        for item in _items(assessment, group):
            items.setdefault(item.id, item)
    return MatrixSheet(
        question=say("matrix_question"),
        hypotheses=tuple(h for h in known if h),
        items=tuple(items.values()),
        raters=tuple(raters),
    )


def _items(assessment: Assessment, group: Heard) -> Iterator[MatrixItem]:
    for suggested in group.suggested:
        for ref in suggested.statements:
            yield _of_statement(assessment, ref)
        for name in suggested.findings:
            finding = next(f for f in assessment.findings if f.id == name)
            label: Words = {"en": f"{finding.title}, {finding.cite}: {finding.why}"}
            if finding.why_ja:
                label["ja"] = f"{finding.title} {finding.cite_ja or finding.cite}: {finding.why_ja}"
            yield MatrixItem(id=name, label=label, origin=f"law: {finding.treaty}", findings=(name,))


def _of_statement(assessment: Assessment, ref: StatementRef) -> MatrixItem:
    report = next(r for r in assessment.reports if r.id == ref.report)
    reading = next(r for r in assessment.readings if r.report.id == ref.report)
    statement = next(s for s in reading.statements if s.id == ref.statement)
    start, end = statement.sentence
    family = _origin(assessment, ref.report) if statement.own_voice else statement.source.id
    return MatrixItem(
        id=f"{ref.report}:{ref.statement}",
        label=same(" ".join(report.text[start:end].split())),
        origin=family,
        statements=(ref,),
    )


def _origin(assessment: Assessment, report: str) -> str:
    """Name the origin of a report by the first report that has it."""
    return next((group[0] for group in assessment.origins if report in group), report)
