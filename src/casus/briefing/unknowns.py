"""Not known: what the findings turn on and the reports do not tell."""

from __future__ import annotations

from casus.briefing.books import LawBook
from casus.briefing.phrases import both, joined, say
from casus.logic import Truth
from casus.records import Finding, Line, Section, Words

SHORT = 3
CITES = 3


def unknowns(findings: tuple[Finding, ...], law: LawBook) -> Section:
    """List every open question once, with the provisions it bears on; the one that bears on most comes first."""
    bears: dict[tuple[str, str, str], list[Words]] = {}
    for finding in findings:
        if finding.answer is not Truth.UNKNOWN:
            continue
        for question in finding.open_questions:
            cites = bears.setdefault((question.fact, question.question, question.question_ja), [])
            cite = say("cite", treaty=law.title(finding.treaty), cite=both(finding.cite, finding.cite_ja))
            if cite not in cites:
                cites.append(cite)
    ranked = sorted(bears.items(), key=lambda item: -len(item[1]))
    lines = [
        Line(
            says=say("unknown_line", question=both(asks, asks_ja.rstrip("。")), cites=joined(cites[:CITES])),
            sources=(fact,),
            mark="unknown",
            short=n < SHORT,
        )
        for n, ((fact, asks, asks_ja), cites) in enumerate(ranked)
    ]
    return Section(id="unknown", title=say("section_unknown"), lines=tuple(lines))
