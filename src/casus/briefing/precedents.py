"""What would turn an open obligation, and how its instrument was called on before."""

from __future__ import annotations

from casus.briefing.books import LawBook
from casus.briefing.naming import party_list
from casus.briefing.phrases import day_words, joined, say
from casus.logic import Truth
from casus.records import Finding, Line, Practice, Words
from casus.vocabulary.cites import cite_words


def turning(finding: Finding, law: LawBook) -> Words | None:
    """Say in one line what would settle an open obligation: the first set for YES and that for NO, if there are any."""
    if finding.answer is not Truth.UNKNOWN:
        return None
    least = [next((f for f in finding.flips if f.answer is truth), None) for truth in (Truth.YES, Truth.NO)]
    found = [say("flip_set", answer=say(f"answer_{f.answer.value}"), set=law.flip(f)) for f in least if f]
    return say("flip_line", sets=joined(found, apart="; ")) if found else None


def practice_lines(finding: Finding, law: LawBook) -> tuple[Line, ...]:
    """List the documented practice of a finding's provision: who asked, the organ and its decision, what came of it."""
    known = law.practice(finding.treaty)
    return tuple(_precedent(p) for p in known if finding.provision in p.provisions)


def _precedent(case: Practice) -> Line:
    says = say(
        "precedent_line",
        on=day_words(case.on),
        kind=say(f"precedent_{case.kind.replace(' ', '_')}"),
        by=party_list(", ".join(case.by)),
        cites=joined([cite_words(c) for c in case.cites]),
        what=case.what,
        decided=_decided(case),
        came=case.came,
    )
    return Line(says=says, sources=(f"{case.source}; {case.certainty}",))


def _decided(case: Practice) -> Words | str:
    """Say who decided what, and on which day where that is known; empty where nothing was decided."""
    if case.decided is None:
        return ""
    what = say(f"precedent_{case.decided}")
    what = say("precedent_on", what=what, day=day_words(case.decided_on)) if case.decided_on else what
    return say("precedent_decided", organ={"en": case.organ} if case.organ else say("precedent_parties"), what=what)
