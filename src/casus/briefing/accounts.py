"""The accounts side by side: what each side says of the act and its ground, and what the law is if it is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from casus.briefing.books import LawBook
from casus.briefing.naming import party_list, party_name, why_of
from casus.briefing.phrases import both, joined, say
from casus.briefing.words import Shelf
from casus.logic import Truth
from casus.records import (
    Assessment,
    Case,
    Fact,
    Finding,
    Incident,
    Line,
    PositionAnswer,
    Quote,
    Section,
    StatementRef,
    TerritoryFinding,
    Words,
)
from casus.records.voice import stance

SHORT_LAW = 3
SHORT_RANK = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}


def main_findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Give the findings with each question once: of an act that sides tell differently those of its first case.

    What the other accounts of the act would change is told as an answer by position.
    """
    cases = assessment.incident.cases if assessment.incident else ()
    first: dict[tuple[object, ...], str] = {}
    for case in cases:
        first.setdefault(_act(case), case.id)
    main = {case.id: first[_act(case)] for case in cases}
    answers: dict[tuple[object, ...], dict[str, PositionAnswer]] = {}
    told_by = {case.id: case.told_by for case in cases}
    for finding in assessment.findings:
        teller = told_by.get(finding.case)
        if teller and main[finding.case] != finding.case:
            answers.setdefault(_question(finding, main[finding.case]), {})[teller] = _if_right(finding, teller)
    return tuple(
        _with_accounts(f, answers.pop(_question(f, f.case), {}), told_by)
        for f in assessment.findings
        if main.get(f.case, f.case) == f.case
    )


def same_act(a: Case, b: Case) -> bool:
    """Are two cases accounts of one act?"""
    return _act(a) == _act(b)


def _act(case: Case) -> tuple[object, ...]:
    return case.attacker, case.victim, case.place, case.on


def _question(finding: Finding, case: str) -> tuple[object, ...]:
    return case, finding.treaty, finding.provision, finding.obliged, finding.beneficiary


def _if_right(finding: Finding, party: str) -> PositionAnswer:
    """Give the answer if a party's account of the act is right, and so is its view of the ground where it has one."""
    viewed = next((p for p in finding.positions if p.position == party), None)
    return viewed or PositionAnswer(position=party, answer=finding.answer, why=finding.why, why_ja=finding.why_ja)


def _with_accounts(finding: Finding, told: dict[str, PositionAnswer], told_by: dict[str, str]) -> Finding:
    """Put the answers by account in the place of those by view of the ground alone."""
    if not told:
        return finding
    views = {p.position: p for p in finding.positions}
    for party in {*finding.beneficiary} | ({told_by[finding.case]} - {"agreed"}):
        views.setdefault(
            party, PositionAnswer(position=party, answer=finding.answer, why=finding.why, why_ja=finding.why_ja)
        )
    views |= told
    return replace(finding, positions=tuple(views[p] for p in sorted(views)))


def accounts(shelf: Shelf, law: LawBook, findings: Sequence[Finding]) -> Section:
    """Set what the sides say of the first act, of its ground, and what is owed by each, side by side.

    Nothing is said where the sides do not differ, or where one of them alone is heard.
    """
    incident = shelf.assessment.incident
    case = incident.cases[0] if incident and incident.cases else None
    rows = list(_rows(shelf, law, findings, incident, case)) if incident and case else []
    return Section(id="accounts", title=say("section_accounts"), lines=tuple(rows))


def _rows(shelf: Shelf, law: LawBook, findings: Sequence[Finding], incident: Incident, case: Case) -> Iterator[Line]:
    sides = (*case.attacker, *case.victim)
    said = {p: _said(shelf, case, p) for p in sides}
    told = [c for c in incident.cases if same_act(c, case)]
    if not all(said.values()) or len(told) == 1:
        return
    yield _row(say("accounts_act"), {p: _told(shelf, law, s) for p, s in said.items()}, short=True)
    ground = next((t for t in shelf.assessment.territory if t.on == case.on), None)
    if ground and ground.views:
        yield _row(say("accounts_ground", place=ground.name), {p: _viewed(ground, p) for p in sides}, short=True)
    yield from _law_rows(law, [f for f in findings if f.case == case.id], sides)


def _law_rows(law: LawBook, findings: Sequence[Finding], sides: Sequence[str]) -> Iterator[Line]:
    """Tell what is owed by each account, for every provision that some account engages or leaves open."""
    telling = [f for f in findings if f.answer is not Truth.NO and {p.position for p in f.positions} >= {*sides}]
    ranked = sorted(telling, key=lambda f: (len({p.answer for p in f.positions}) == 1, f.certainty == "memory"))
    for n, finding in enumerate(ranked):
        right = {p.position: p for p in finding.positions}
        cells = {p: (_answer(right[p]), ()) for p in sides}
        title = say("cite", treaty=law.title(finding.treaty), cite=both(finding.cite, finding.cite_ja))
        yield _row(title, cells, short=n < SHORT_LAW, marks={p: right[p].answer for p in sides})


def _answer(right: PositionAnswer) -> Words:
    return say("position_line", answer=say(f"answer_{right.answer.value}"), why=why_of(right))


def _row(
    title: Words,
    cells: Mapping[str, tuple[Words, tuple[Quote, ...]]],
    *,
    short: bool,
    marks: dict[str, Truth] | None = None,
) -> Line:
    more = tuple(
        Line(says=says, quotes=quotes, position=party_list(p), mark=marks[p].value if marks else "none")
        for p, (says, quotes) in cells.items()
    )
    return Line(says=title, short=short, more=more)


def _said(shelf: Shelf, case: Case, party: str) -> list[Fact]:
    """Give what a party says itself of an act: what it affirms, and what it denies in so many words."""
    incident = shelf.assessment.incident
    told = {c.id for c in incident.cases if same_act(c, case)} if incident else set()
    found = {f.name: f for f in shelf.assessment.facts if f.case in told and f.position == party}
    own = found.values()
    return [f for f in own if f.truth is Truth.YES or (f.truth is Truth.NO and _denied(shelf, f.statements))]


def _denied(shelf: Shelf, refs: Sequence[StatementRef]) -> bool:
    return any(stance(shelf.statement(ref)) == "denies" for ref in refs)


def _told(shelf: Shelf, law: LawBook, facts: Sequence[Fact]) -> tuple[Words, tuple[Quote, ...]]:
    refs = dict.fromkeys(ref for fact in facts for ref in fact.statements)
    words = joined([law.fact_words(fact.name, fact.truth) for fact in facts], apart="; ")
    return words, tuple(_words_of(shelf, ref) for ref in refs)


def _words_of(shelf: Shelf, ref: StatementRef) -> Quote:
    """Quote a statement; of a denial say that it denies the words."""
    quote = shelf.quote(ref)
    return replace(quote, by=say("denied_by", who=quote.by)) if _denied(shelf, [ref]) else quote


def _viewed(ground: TerritoryFinding, party: str) -> tuple[Words, tuple[Quote, ...]]:
    view = next((v for v in ground.views if v.position == party), None)
    return (say("accounts_holder", holder=party_name(view.holder)) if view else say("accounts_no_view")), ()
