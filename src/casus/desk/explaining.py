"""Explanations of an incident weighed on evidence by the people of a desk; nothing here is a probability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from casus.briefing.naming import party_list
from casus.desk.assessing import whole
from casus.desk.knowledge import tools_at_hand
from casus.desk.store.models import StoredIncident
from casus.errors import Problem
from casus.hypotheses import Matrix, lay_out
from casus.hypotheses.hearing import suggest
from casus.records import (
    Assessment,
    Heard,
    MatrixItem,
    MatrixSheet,
    Record,
    Weighed,
    WeighedHypothesis,
    Words,
)
from casus.records.base import Span
from casus.records.hypothesis import Rating
from casus.vocabulary.hypotheses import hypotheses, hypothesis
from casus.vocabulary.phrases import same

LAW = "law: "
"""How the origin of findings begins, before the instrument's id."""


class Column(Record, frozen=True, kw_only=True):
    """One item of evidence, with what the ratings make of it."""

    number: int
    item: MatrixItem
    origin: Words
    language: str
    """Of the report whose words it gives; empty where it is none's."""
    report: str
    """Id of that report."""
    span: Span
    """Where in it the words stand."""
    diagnosticity: float
    linchpin: bool


class Cell(Record, frozen=True, kw_only=True):
    """One item against one explanation: who rates it how, as it stands."""

    number: int
    item: str
    ratings: tuple[tuple[str, Rating], ...]
    differ: bool


class Row(Record, frozen=True, kw_only=True):
    """One explanation, who holds it, how much speaks against it."""

    weighed: WeighedHypothesis
    heard: Heard
    cells: tuple[Cell, ...]
    rated: int
    """So many of its cells somebody rated."""


class Explained(Record, frozen=True, kw_only=True):
    """An incident's matrix as a page shows it."""

    sheet: MatrixSheet
    weighed: Weighed | None
    """None where there is nothing to weigh; ``problems`` say why."""
    problems: tuple[Problem, ...]
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    linchpin_origins: tuple[Words, ...] = ()
    """Origins without any one of which another explanation would lead."""
    falls_without: tuple[Words, ...] = ()
    """A smallest set of origins without which it would."""
    own_words: tuple[Heard, ...] = ()
    """Explanations in words of their own, which stand under no standard one."""
    uneven: bool = False
    """Are the rows rated to different extents, so that their counts compare badly?"""
    left_over: int = 0
    """Ratings of evidence that is laid out no longer, since its report was read anew or taken out."""


def explained(incident: StoredIncident) -> Explained:
    """Lay an incident's explanations out against the evidence and weigh them as they are rated."""
    assessment = whole(incident)
    groups = groups_of(incident, assessment)
    sheet, left_over = _rated(incident, lay_out(assessment, groups))
    own = tuple(group for group in groups if group.hypothesis is None)
    matrix, problems = Matrix.of(sheet, "explanations")
    if matrix is None:
        return Explained(sheet=sheet, weighed=None, problems=problems, own_words=own, left_over=left_over)
    weighed = matrix.weigh()
    return Explained(
        sheet=sheet,
        weighed=weighed,
        problems=(),
        columns=tuple(_columns(sheet, weighed, assessment)),
        rows=tuple(_rows(sheet, weighed, groups)),
        linchpin_origins=tuple(_origin(name, assessment) for name in weighed.linchpin_origins),
        falls_without=tuple(_origin(name, assessment) for name in weighed.fewest_removals or ()),
        own_words=own,
        uneven=len({h.coverage for h in weighed.hypotheses}) > 1,
        left_over=left_over,
    )


def groups_of(incident: StoredIncident, assessment: Assessment) -> tuple[Heard, ...]:
    """Give the explanations heard, then those that people took up."""
    named = {group.hypothesis for group in assessment.heard}
    taken = incident.taken_up.values_list("hypothesis", flat=True)
    known = [found for found in map(hypothesis, taken) if found and found.id not in named]
    more = (
        Heard(
            hypothesis=one.id,
            label=one.label,
            refuted_by=one.refuted_by,
            expects=one.expects,
            suggested=tuple(suggest(assessment, one)),
        )
        for one in known
    )
    return (*assessment.heard, *more)


def _rated(incident: StoredIncident, sheet: MatrixSheet) -> tuple[MatrixSheet, int]:
    """Put the ratings in that fit the sheet; give the number of the others too."""
    every = [row.record for row in incident.ratings.order_by("id")]
    named = {h.id for h in sheet.hypotheses}, {i.id for i in sheet.items}
    fit = [r for r in every if r.hypothesis in named[0] and r.item in named[1]]
    raters = tuple(dict.fromkeys(r.rater for r in fit))
    return replace(sheet, raters=raters, ratings=tuple(fit)), len(every) - len(fit)


def _columns(sheet: MatrixSheet, weighed: Weighed, assessment: Assessment) -> Iterator[Column]:
    languages = {report.id: report.language for report in assessment.reports}
    spans = {(r.report.id, s.id): s.sentence for r in assessment.readings for s in r.statements}
    for number, (item, told) in enumerate(zip(sheet.items, weighed.items, strict=True), 1):
        ref = item.statements[0] if item.statements else None
        yield Column(
            number=number,
            item=item,
            origin=_origin(item.origin, assessment),
            language=languages.get(ref.report, "") if ref else "",
            report=ref.report if ref else "",
            span=spans.get((ref.report, ref.statement), (0, 0)) if ref else (0, 0),
            diagnosticity=told.diagnosticity,
            linchpin=told.linchpin,
        )


def _origin(name: str, assessment: Assessment) -> Words:
    """Name an origin in words: an instrument, a report, or whoever says it."""
    if name.startswith(LAW):
        return tools_at_hand().book.title(name.removeprefix(LAW))
    report = next((r for r in assessment.reports if r.id == name), None)
    return same(report.title or report.publisher or name) if report else party_list(name)


def _rows(sheet: MatrixSheet, weighed: Weighed, groups: Sequence[Heard]) -> Iterator[Row]:
    """Give the rows, those that least speaks against first."""
    heard = {group.hypothesis: group for group in groups}
    standing = {(r.hypothesis, r.item, r.rater): r.rating for r in sheet.ratings}
    apart = {(d.hypothesis, d.item) for d in weighed.disagreements}
    for row in sorted(weighed.hypotheses, key=lambda h: (h.rank, h.hypothesis)):
        cells = []
        for number, item in enumerate(sheet.items, 1):
            said = [(who, standing.get((row.hypothesis, item.id, who))) for who in sheet.raters]
            ratings = tuple((who, rating) for who, rating in said if rating)
            differ = (row.hypothesis, item.id) in apart
            cells.append(Cell(number=number, item=item.id, ratings=ratings, differ=differ))
        rated = sum(bool(cell.ratings) for cell in cells)
        yield Row(weighed=row, heard=heard[row.hypothesis], cells=tuple(cells), rated=rated)


def not_weighed(told: Explained) -> tuple[tuple[str, Words], ...]:
    """Give id and name of the standard explanations that could still be taken up."""
    named = {h.id for h in told.sheet.hypotheses}
    return tuple((h.id, h.label) for h in hypotheses() if h.id not in named)
