"""Asked, decided, done: the steps of calling on an alliance, with the missing ones printed as missing."""

from __future__ import annotations

from casus.briefing.happened import when
from casus.briefing.naming import party_list
from casus.briefing.phrases import same, say
from casus.briefing.words import Shelf
from casus.records import InvocationStep, Line, Section

STEPS = ("request", "statement", "meeting", "decision", "act")
MAY_BE_ABSENT = frozenset({"statement"})


def asked(shelf: Shelf) -> Section:
    """Tell the steps in their order; a step nobody reports is printed as missing."""
    steps = shelf.assessment.invocations
    lines: list[Line] = []
    if shelf.assessment.incident is not None:
        for what in STEPS:
            of_kind = [s for s in steps if s.what == what]
            lines += [_line(shelf, s) for s in of_kind]
            if not of_kind and what not in MAY_BE_ABSENT:
                lines.append(
                    Line(says=say("step_missing", what=say(f"missing_{what}")), mark="unknown", short=bool(steps))
                )
    return Section(id="asked", title=say("section_asked"), lines=tuple(lines))


def _line(shelf: Shelf, step: InvocationStep) -> Line:
    says = say(
        f"step_{step.what}",
        by=party_list(step.by),
        to=party_list(step.to) if step.to else say("an_ally"),
        asks=say(f"asks_{step.asks or 'other'}"),
        under=say("under", what=same(step.under)) if step.under else same(""),
        when=say("event_when", when=when(step.on, step.on)) if step.on else same(""),
    )
    return Line(says=says, quotes=tuple(shelf.quote(r) for r in step.statements), short=True)
