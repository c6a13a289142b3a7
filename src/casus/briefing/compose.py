"""From an assessment to a brief: the sections in their order, the short one first."""

from __future__ import annotations

from typing import Literal

from casus.briefing.asked import asked
from casus.briefing.books import LawBook
from casus.briefing.bound import bound
from casus.briefing.credits import sources
from casus.briefing.expected import expected
from casus.briefing.explained import explained
from casus.briefing.ground import ground
from casus.briefing.happened import happened
from casus.briefing.naming import source_name
from casus.briefing.phrases import say
from casus.briefing.shorts import headline, in_short
from casus.briefing.unknowns import unknowns
from casus.briefing.words import Shelf
from casus.records import Assessment, Brief, Line, Section, TestedAssertion

SHORT_TESTED = 6
MARKS: dict[str, Literal["yes", "no", "unknown"]] = {
    "borne out": "yes",
    "not borne out": "no",
    "cannot tell": "unknown",
}
VERDICT_ORDER = ("not borne out", "cannot tell", "borne out")


def compose(assessment: Assessment, *, law: LawBook) -> Brief:
    """Put an assessment into a brief; sections with nothing to say are left out."""
    shelf = Shelf(assessment)
    sections = (
        in_short(shelf),
        _tested(shelf),
        happened(shelf),
        ground(assessment.territory),
        bound(assessment.findings, assessment.incident, law),
        asked(shelf),
        explained(shelf),
        expected(shelf),
        unknowns(assessment.findings),
        sources(shelf),
    )
    return Brief(
        headline=headline(assessment, law), sections=tuple(s for s in sections if s.lines), assessment=assessment
    )


def _tested(shelf: Shelf) -> Section:
    """Tell the tested assertions, those that do not hold first; what is merely relayed is put together by speaker."""
    tested = [t for t in shelf.assessment.tested if t.kind != "relayed"]
    tested.sort(key=lambda t: VERDICT_ORDER.index(t.verdict))
    lines = [_tested_line(shelf, t, short=n < SHORT_TESTED) for n, t in enumerate(tested)]
    lines += [Line(says=u.reason, mark="unknown") for u in shelf.assessment.unheard]
    relayed: dict[str, list[TestedAssertion]] = {}
    for item in shelf.assessment.tested:
        if item.kind == "relayed":
            relayed.setdefault(shelf.statement(item.statement).source.id, []).append(item)
    lines += [_relayed_line(shelf, group) for group in relayed.values()]
    return Section(id="tested", title=say("section_tested"), lines=tuple(lines))


def _tested_line(shelf: Shelf, tested: TestedAssertion, *, short: bool) -> Line:
    says = say(
        "tested_line",
        kind=say(f"kind_{tested.kind}"),
        verdict=say("verdict_" + tested.verdict.replace(" ", "_")),
        reason=tested.reason,
    )
    quote = shelf.quote(tested.statement)
    return Line(says=says, quotes=(quote,), sources=tested.findings, mark=MARKS[tested.verdict], short=short)


def _relayed_line(shelf: Shelf, group: list[TestedAssertion]) -> Line:
    who = source_name(shelf.statement(group[0].statement).source)
    words = say("relayed_many", count=str(len(group)), who=who) if len(group) > 1 else say("relayed_one", who=who)
    says = say("tested_line", kind=say("kind_relayed"), verdict=say("verdict_cannot_tell"), reason=words)
    return Line(says=says, quotes=tuple(shelf.quote(t.statement) for t in group), mark="unknown")
