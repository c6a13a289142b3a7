"""Asked, decided, done: the steps of calling on an alliance, with the missing ones printed as missing."""

from __future__ import annotations

from casus.briefing.happened import when
from casus.briefing.naming import party_list
from casus.briefing.phrases import joined, same, say
from casus.briefing.words import Shelf
from casus.records import InvocationStep, Line, Section
from casus.vocabulary.cites import under_words

STEPS = ("request", "statement", "meeting", "decision", "act")
MAY_BE_ABSENT = frozenset({"statement"})


def asked(shelf: Shelf) -> Section:
    """Tell the steps in their order; a step nobody reports is printed as missing."""
    steps = shelf.assessment.invocations
    lines = [_line(shelf, step) for what in STEPS for step in steps if step.what == what]
    missing = [w for w in STEPS if w not in MAY_BE_ABSENT and all(s.what != w for s in steps)]
    if shelf.assessment.incident is not None and missing:
        words = joined([say(f"missing_{what}") for what in missing])
        lines.append(Line(says=say("steps_missing", what=words), mark="unknown", short=bool(steps)))
    return Section(id="asked", title=say("section_asked"), lines=tuple(lines))


def _line(shelf: Shelf, step: InvocationStep) -> Line:
    says = say(
        f"step_{step.what}",
        by=party_list(step.by),
        to=party_list(step.to) if step.to else say("an_ally"),
        asks=say(f"asks_{step.asks or 'other'}"),
        under=say("under", what=under_words(step.under)) if step.under else same(""),
        when=say("event_when", when=when(step.on, step.on)) if step.on else same(""),
    )
    return Line(says=says, quotes=tuple(shelf.quote(r) for r in step.statements), short=True)
