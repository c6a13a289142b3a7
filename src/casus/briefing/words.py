"""From records to the words of reports: quotes with their spans."""

from __future__ import annotations

from casus.briefing.naming import source_name
from casus.records import Assessment, Comment, Quote, Reading, Report, Span, Statement, StatementRef, Words


class Shelf:
    """Reports, statements and comments of an assessment by id."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self._reports = {r.id: r for r in assessment.reports}
        self._readings = {r.report.id: r for r in assessment.readings}
        self._statements = {(r.report.id, s.id): s for r in assessment.readings for s in r.statements}
        self._comments = {(r.report.id, c.id): c for r in assessment.readings for c in r.comments}

    def report(self, report_id: str) -> Report:
        """Give a report by id."""
        return self._reports[report_id]

    def reading(self, report_id: str) -> Reading:
        """Give a report's reading."""
        return self._readings[report_id]

    def statement(self, ref: StatementRef) -> Statement:
        """Give a statement by reference."""
        return self._statements[ref.report, ref.statement]

    def comment(self, report_id: str, comment_id: str) -> Comment:
        """Give a comment by id."""
        return self._comments[report_id, comment_id]

    def statements(self) -> list[tuple[StatementRef, Statement]]:
        """Give all statements with their references, in the reports' order."""
        return [(StatementRef(report=r, statement=s), st) for (r, s), st in self._statements.items()]

    def place_names(self) -> dict[str, Words]:
        """Give the names of the places the assessment speaks of, by id."""
        return self.assessment.place_names | {t.place: t.name for t in self.assessment.territory}

    def statement_at(self, report_id: str, offset: int) -> StatementRef | None:
        """Give the first statement of the sentence that holds an offset."""
        return next(
            (
                StatementRef(report=report_id, statement=s.id)
                for s in self.reading(report_id).statements
                if s.sentence[0] <= offset < s.sentence[1]
            ),
            None,
        )

    def sentence(self, ref: StatementRef) -> str:
        """Give the sentence a statement stands in."""
        start, end = self.statement(ref).sentence
        return self.report(ref.report).text[start:end]

    def quote(self, ref: StatementRef) -> Quote:
        """Quote the words of a statement: from its first part to its trigger's end, within its sentence."""
        statement = self.statement(ref)
        return self.cut(ref.report, clause_span(statement), by=statement)

    def cut(self, report_id: str, span: Span, *, by: Statement | None = None) -> Quote:
        """Quote a span of a report, in the voice of a statement's source or the report's own."""
        report = self.report(report_id)
        language = next(
            (r.language for r in self.reading(report_id).regions if r.span[0] <= span[0] < r.span[1]), report.language
        )
        return Quote(
            report=report_id,
            span=span,
            text=report.text[span[0] : span[1]],
            language=language,
            by=source_name(by.source if by else None),
        )


def clause_span(statement: Statement) -> Span:
    """Give the stretch of the sentence that holds a statement's trigger and the overt parts near it.

    Parts farther than 60 characters before the trigger are left out, so that the quote stays short.
    """
    start, end = statement.trigger.span
    for part in (statement.actor, statement.recipient, statement.place, statement.date):
        if part is None or part.span is None or getattr(part, "inherited", False):
            continue
        inside = statement.sentence[0] <= part.span[0] and part.span[1] <= statement.sentence[1]
        if (
            inside
            and part.span[0] - statement.trigger.span[0] >= -60
            and part.span[1] - statement.trigger.span[1] <= 30
        ):
            start, end = min(start, part.span[0]), max(end, part.span[1])
    return start, end
