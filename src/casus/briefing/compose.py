"""From an assessment to a brief: the sections in their order, the short one first."""

from __future__ import annotations

from typing import Literal

from casus.briefing.accounts import accounts, main_findings
from casus.briefing.asked import asked
from casus.briefing.before import before
from casus.briefing.books import LawBook
from casus.briefing.bound import bound
from casus.briefing.credits import sources
from casus.briefing.expected import expected
from casus.briefing.explained import explained
from casus.briefing.ground import ground
from casus.briefing.happened import happened
from casus.briefing.naming import party_name, source_name
from casus.briefing.overlooked import overlooked
from casus.briefing.phrases import say
from casus.briefing.shorts import headline, in_short
from casus.briefing.standing import standing
from casus.briefing.unknowns import unknowns
from casus.briefing.words import Shelf
from casus.records import Assessment, Brief, Line, Section, TestedAssertion

SHORT_TESTED = 5
MARKS: dict[str, Literal["yes", "no", "unknown"]] = {
    "borne out": "yes",
    "not borne out": "no",
    "cannot tell": "unknown",
}
VERDICT_ORDER = ("not borne out", "cannot tell", "borne out")


def compose(assessment: Assessment, *, law: LawBook) -> Brief:
    """Put an assessment into a brief; sections with nothing to say are left out."""
    shelf = Shelf(assessment)
    findings = main_findings(assessment)
    sections = (
        in_short(shelf),
        _tested(shelf),
        happened(shelf),
        accounts(shelf, law, findings),
        ground(assessment.territory),
        overlooked(shelf),
        bound(shelf, law, findings),
        asked(shelf, law),
        explained(shelf),
        before(shelf),
        expected(shelf),
        standing(assessment.balance),
        unknowns(findings, law),
        sources(shelf),
    )
    return Brief(
        headline=headline(assessment, law), sections=tuple(s for s in sections if s.lines), assessment=assessment
    )


def _tested(shelf: Shelf) -> Section:
    """Tell the tested assertions, those that do not hold first; what has the same answer stands together."""
    groups: dict[tuple[str, str, str], list[TestedAssertion]] = {}
    for item in shelf.assessment.tested:
        if item.kind != "relayed":
            groups.setdefault((item.verdict, item.kind, item.reason["en"]), []).append(item)
    ranked = sorted(groups.values(), key=lambda g: VERDICT_ORDER.index(g[0].verdict))
    lines = [_tested_line(shelf, group, short=n < SHORT_TESTED) for n, group in enumerate(ranked)]
    lines += [
        Line(says=say("unheard_why", party=party_name(u.party), why=u.reason), mark="unknown")
        for u in shelf.assessment.unheard
    ]
    relayed: dict[str, list[TestedAssertion]] = {}
    for item in shelf.assessment.tested:
        if item.kind == "relayed":
            relayed.setdefault(shelf.statement(item.statement).source.id, []).append(item)
    lines += [_relayed_line(shelf, group) for group in relayed.values()]
    return Section(id="tested", title=say("section_tested"), lines=tuple(lines))


def _tested_line(shelf: Shelf, group: list[TestedAssertion], *, short: bool) -> Line:
    first = group[0]
    source = shelf.statement(first.statement).source
    kind = say(f"kind_{first.kind}")
    says = say(
        "tested_line",
        kind=kind if source.id == "AUTHOR" else say("kind_said", kind=kind, who=source_name(source)),
        verdict=say("verdict_" + first.verdict.replace(" ", "_")),
        reason=first.reason,
    )
    quotes = tuple(
        shelf.cut(t.statement.report, t.span, by=shelf.statement(t.statement)) if t.span else shelf.quote(t.statement)
        for t in sorted(group, key=lambda t: -_length(shelf, t))
    )
    return Line(says=says, quotes=quotes, sources=first.findings, mark=MARKS[first.verdict], short=short)


def _length(shelf: Shelf, tested: TestedAssertion) -> int:
    """Measure an assertion's words, so that the fullest of a group is quoted first."""
    return len(shelf.quote(tested.statement).text)


def _relayed_line(shelf: Shelf, group: list[TestedAssertion]) -> Line:
    who = source_name(shelf.statement(group[0].statement).source)
    words = say("relayed_many", count=str(len(group)), who=who) if len(group) > 1 else say("relayed_one", who=who)
    says = say("tested_line", kind=say("kind_relayed"), verdict=say("verdict_cannot_tell"), reason=words)
    return Line(says=says, quotes=tuple(shelf.quote(t.statement) for t in group), mark="unknown")
