"""Who is bound: each provision, to whom, triggered or not or open, with the proof under it."""

from __future__ import annotations

from casus.briefing.books import LawBook
from casus.briefing.naming import party_list, spelt_out
from casus.briefing.phrases import same, say
from casus.logic import Truth
from casus.records import Finding, Incident, Line, Proof, Section

ORDER = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
SHORT_NOT_ENGAGED = 4
DEPTH = 8


def bound(findings: tuple[Finding, ...], incident: Incident | None, law: LawBook) -> Section:
    """Tell every finding: engaged first, then open, then those that are not engaged."""
    days = {c.id: c.on for c in incident.cases} if incident else {}
    several = len(days) > 1
    ranked = sorted(findings, key=lambda f: ORDER[f.answer])
    lines: list[Line] = []
    said_no = 0
    seen: set[Proof] = set()
    for finding in ranked:
        no = finding.answer is Truth.NO
        said_no += no
        text = law.paraphrase(finding.treaty, finding.provision, days[finding.case]) if finding.case in days else None
        extra = [Line(says=say("says_text", text=text), sources=(f"{finding.title}, {finding.cite}",))] if text else []
        lines.append(_line(finding, extra, law, seen, short=not no or said_no <= SHORT_NOT_ENGAGED, several=several))
    return Section(id="bound", title=say("section_bound"), lines=tuple(lines))


def _line(finding: Finding, extra: list[Line], law: LawBook, seen: set[Proof], *, short: bool, several: bool) -> Line:
    says = say(
        "bound_line",
        treaty=law.title(finding.treaty),
        cite=same(finding.cite + (f" [{finding.case}]" if several else "")),
        owes=say(f"owes_{finding.owes}"),
        obliged=party_list(", ".join(finding.obliged)),
        beneficiary=party_list(", ".join(finding.beneficiary)),
        answer=say(f"answer_{finding.answer.value}"),
        why=same(spelt_out(finding.why)),
    )
    more = [Line(says=say("owed_is", duty=same(finding.duty))), *extra]
    more += [
        Line(
            says=say(
                "position_line",
                party=party_list(p.position),
                answer=say(f"answer_{p.answer.value}"),
                why=same(spelt_out(p.why)),
            ),
            mark=p.answer.value,
            position=party_list(p.position),
        )
        for p in finding.positions
    ]
    more += [
        Line(
            says=say(
                "reading_line",
                name=same(r.name),
                of=same(r.of),
                standing=same(r.standing),
                authority=same(r.authority or "—"),
                truth=same(r.truth.value),
                dissent=same("") if r.followed else say("dissent"),
            ),
            mark=r.truth.value,
        )
        for r in finding.readings
    ]
    more += [Line(says=say("settle_line", question=same(q.question))) for q in finding.open_questions]
    more += [Line(says=say("assumed_line", what=same(a))) for a in finding.assumed]
    more += [proof_line(finding.because, seen), Line(says=say("certainty_line", certainty=same(finding.certainty)))]
    source = f"{finding.title} ({finding.signed}), {finding.cite}"
    return Line(says=says, sources=(source,), mark=finding.answer.value, short=short, more=tuple(more))


def proof_line(proof: Proof, seen: set[Proof] | None = None, depth: int = 0) -> Line:
    """Unfold a proof: each node with its truth and reason; the children of a node that stands twice are shown once."""
    seen = set() if seen is None else seen
    says = spelt_out(f"{proof.name}: {proof.truth.value}" + (f" — {proof.says}" if proof.says else ""))
    sources = (proof.source,) if proof.source else ()
    if proof.children and proof in seen:
        return Line(says=say("as_above", what=same(says)), sources=sources, mark=proof.truth.value)
    seen.add(proof)
    more = tuple(proof_line(child, seen, depth + 1) for child in proof.children) if depth < DEPTH else ()
    return Line(says=same(says), sources=sources, mark=proof.truth.value, more=more)
