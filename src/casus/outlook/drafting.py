"""Drafts of questions from a report's own conditionals and forecasts; a person makes questions of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from casus.records import Expectation, QuestionDraft, Reading, Statement, StatementRef, content_id
from casus.vocabulary.tables import read_table

COLUMNS = ("concept", "contrary", "source")
UNNAMED = "unknown"
"""How a reading writes a party that the words do not name."""

Told = tuple[Expectation, Statement]


def drafts(expectations: Sequence[Expectation], readings: Sequence[Reading]) -> tuple[QuestionDraft, ...]:
    """Draft questions: first of conditions with their contraries, then what hangs on them, then bare forecasts.

    A condition and a forecast of its contrary ("if they stay", "they will withdraw") are branches of one question.
    """
    statements = {(r.report.id, s.id): s for r in readings for s in r.statements}
    told = [(e, statements[e.statement.report, e.statement.statement]) for e in expectations]
    known = [(e, s) for e, s in told if s.concept]
    found: dict[str, QuestionDraft] = {}
    branch_of: dict[StatementRef, tuple[str, str]] = {}
    for concept, contrary in contraries():
        either = [(e, s) for e, s in known if s.concept in (concept, contrary) and e.form != "consequence"]
        if either:
            draft = _branches(either, (concept, contrary))
            found[draft.id] = draft
            branch_of |= {e.statement: (draft.id, s.concept or "") for e, s in either}
    for expectation, statement in known:
        if expectation.statement not in branch_of and expectation.form != "condition":
            given = branch_of.get(expectation.condition) if expectation.condition else None
            draft = _single(expectation, statement, given, known)
            found.setdefault(draft.id, draft)
    return tuple(found.values())


@cache
def contraries() -> tuple[tuple[str, str], ...]:
    """Give the pairs of concepts that are each other's contrary (``data/contraries.tsv``)."""
    return tuple((row["concept"], row["contrary"]) for row in read_table("contraries.tsv", COLUMNS))


def _branches(either: Sequence[Told], pair: tuple[str, str]) -> QuestionDraft:
    actor = next(filter(None, (_actor(s) for _, s in either)), None)
    return QuestionDraft(
        id=content_id("draft", *pair, actor),
        kind="branches",
        actor=actor,
        concepts=pair,
        statements=_refs(e for e, _ in either),
    )


def _single(
    expectation: Expectation, statement: Statement, given: tuple[str, str] | None, known: Sequence[Told]
) -> QuestionDraft:
    """Draft whether one thing comes, with every statement that expects the same of the same under the same branch."""
    actor = _actor(statement)
    same = [e for e, s in known if s.concept == statement.concept and _actor(s) == actor]
    return QuestionDraft(
        id=content_id("draft", statement.concept, actor, given),
        kind="consequence" if expectation.form == "consequence" else "forecast",
        actor=actor,
        concepts=(statement.concept or "",),
        statements=_refs(same),
        given=given,
        negative=statement.polarity == "negative",
    )


def _actor(statement: Statement) -> str | None:
    """Give who would act, where the words name a party."""
    return statement.actor.id if statement.actor and statement.actor.id != UNNAMED else None


def _refs(items: Iterable[Expectation]) -> tuple[StatementRef, ...]:
    return tuple(e.statement for e in items)
