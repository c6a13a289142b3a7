"""What the report expects: its conditions and forecasts, as such."""

from __future__ import annotations

from casus.briefing.naming import act_of, party_list, source_name
from casus.briefing.next_steps import draft_lines, rate_lines, says_no
from casus.briefing.phrases import say
from casus.briefing.words import Shelf
from casus.records import Expectation, Line, Section, Statement, Words

FORMS = {"forecast": "forecast", "possible": "possible", "expected": "forecast"}
SHORT = 4


def expectations(shelf: Shelf) -> tuple[Expectation, ...]:
    """Gather conditions, what hangs on them, and forecasts, in the text's order.

    A forecast in the sentence of a condition is taken as its consequence.
    """
    out = []
    conditions = {(r.report, s.sentence): r for r, s in shelf.statements() if s.modality == "conditional"}
    for ref, statement in shelf.statements():
        if statement.modality == "conditional":
            out.append(Expectation(statement=ref, form="condition"))
        elif statement.modality in FORMS:
            condition = conditions.get((ref.report, statement.sentence))
            before = condition is not None and shelf.statement(condition).trigger.span < statement.trigger.span
            form = "consequence" if before else FORMS[statement.modality]
            out.append(Expectation(statement=ref, form=form, condition=condition if before else None))  # type: ignore[arg-type]
    return tuple(out)


def expected(shelf: Shelf) -> Section:
    """Tell what the reports expect, each in the voice of whoever expects it."""
    lines: list[Line] = []
    for item in shelf.assessment.expectations:
        statement = shelf.statement(item.statement)
        who = source_name(statement.source)
        if statement.concept:
            says = say(f"expected_{item.form}", act=_act(statement, item.form), who=who)
        else:
            says = say(f"untold_{item.form}", who=who)
        lines.append(Line(says=says, quotes=(shelf.quote(item.statement),), short=len(lines) < SHORT))
    lines += [*rate_lines(shelf), *draft_lines(shelf)]
    return Section(id="expected", title=say("section_expected"), lines=tuple(lines))


def _act(statement: Statement, form: str) -> Words:
    """Say who does what; a concept that says no itself is not denied once more."""
    concept = statement.concept or ""
    act = act_of(concept, form="past" if form == "condition" else "plain")
    key = "act_if" if form == "condition" else "act_of"
    words = say(key, actor=party_list(statement.actor.id), act=act) if statement.actor else act
    return say("act_negative", act=words) if statement.polarity == "negative" and not says_no(concept) else words
