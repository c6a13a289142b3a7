"""Asked, decided, done: the steps of calling on an alliance, with the missing ones printed as missing."""

from __future__ import annotations

from casus.briefing.books import LawBook
from casus.briefing.happened import when
from casus.briefing.naming import party_list
from casus.briefing.phrases import joined, same, say
from casus.briefing.words import Shelf
from casus.records import InvocationStep, Line, Section, Words
from casus.vocabulary.cites import under_words

STEPS = ("request", "statement", "meeting", "decision", "act")
MAY_BE_ABSENT = frozenset({"statement"})


def asked(shelf: Shelf, law: LawBook) -> Section:
    """Tell the steps in their order; a step nobody reports is printed as missing."""
    steps = shelf.assessment.invocations
    lines = [_line(shelf, law, step) for what in STEPS for step in steps if step.what == what]
    missing = [w for w in STEPS if w not in MAY_BE_ABSENT and all(s.what != w for s in steps)]
    if shelf.assessment.incident is not None and missing:
        words = joined([say(f"missing_{what}") for what in missing])
        lines.append(Line(says=say("steps_missing", what=words), mark="unknown", short=bool(steps)))
    return Section(id="asked", title=say("section_asked"), lines=tuple(lines))


def _line(shelf: Shelf, law: LawBook, step: InvocationStep) -> Line:
    says = say(
        f"step_{step.what}",
        by=party_list(step.by),
        to=party_list(step.to) if step.to else say("an_ally"),
        asks=say(f"asks_{step.asks or 'other'}"),
        under=say("under", what=_under(step.under, law)) if step.under else same(""),
        when=say("event_when", when=when(step.on, step.on)) if step.on else same(""),
    )
    return Line(says=says, quotes=tuple(shelf.quote(r) for r in step.statements), short=True)


def _under(under: str, law: LawBook) -> Words:
    """Write what a request was made under, with the instrument's title in the brief's language where one is meant."""
    meant = law.instruments_in(under)
    return under_words(under, law.title(meant[0]) if len(meant) == 1 else None)
