"""Who is bound: each provision, to whom, triggered or not or open, with the proof under it."""

from __future__ import annotations

from collections.abc import Sequence

from casus.briefing.books import LawBook
from casus.briefing.naming import party_list, spelt_out
from casus.briefing.phrases import joined, same, say
from casus.briefing.words import Shelf
from casus.logic import Truth
from casus.records import Finding, Line, Proof, Section, Words

ORDER = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
SHORT_NOT_ENGAGED = 4
DEPTH = 8


def bound(shelf: Shelf, law: LawBook, findings: Sequence[Finding]) -> Section:
    """Tell every finding: engaged first, then open, then, put together by instrument, those that are not engaged."""
    assessment = shelf.assessment
    days = {c.id: c.on for c in assessment.incident.cases} if assessment.incident else {}
    groups: dict[tuple[str, ...], list[tuple[Finding, Line]]] = {}
    seen: set[Proof] = set()
    for finding in sorted(findings, key=lambda f: ORDER[f.answer]):
        text = law.paraphrase(finding.treaty, finding.provision, days[finding.case]) if finding.case in days else None
        extra = [Line(says=say("says_text", text=text), sources=(f"{finding.title}, {finding.cite}",))] if text else []
        how = law.procedure(finding.treaty, finding.provision, days[finding.case]) if finding.case in days else ""
        extra += [Line(says=say("procedure_is", how=how))] if how else []
        line = _line(finding, extra, law, seen, how=how, several=len({f.case for f in findings}) > 1)
        groups.setdefault(_alike(finding), []).append((finding, line))
    lines = [_told(g, law) for g in groups.values() if g[0][0].answer is not Truth.NO]
    refused = [g for g in groups.values() if g[0][0].answer is Truth.NO]
    ranked = sorted(refused, key=lambda g: _weight(g[0][0]))
    lines += [
        _refused(group, law, short=n < SHORT_NOT_ENGAGED and group[0][0].certainty != "memory")
        for n, group in enumerate(ranked)
    ]
    lines += _named_only(shelf, law)
    return Section(id="bound", title=say("section_bound"), lines=tuple(lines))


def _alike(finding: Finding) -> tuple[str, ...]:
    """Say what findings share that stand in one line: for a NO instrument and reason, else the parties too."""
    key = (finding.treaty, finding.answer.value, finding.why, finding.case)
    if finding.answer is Truth.NO:
        return key
    return (*key, finding.owes, *finding.obliged, "to", *finding.beneficiary)


def _told(group: list[tuple[Finding, Line]], law: LawBook) -> Line:
    """Put provisions of one instrument with one answer and reason into one line; several stand in full below it."""
    first, line = group[0]
    if len(group) == 1:
        return line
    cites = joined([same(f.cite) for f, _ in group], last=True)
    return Line(
        says=_says(first, law, cites),
        sources=line.sources,
        mark=line.mark,
        short=line.short,
        more=tuple(each for _, each in group),
    )


def _weight(finding: Finding) -> tuple[bool, bool, bool]:
    """Order what is not engaged: what was checked first, duties to help before others, mere permissions last."""
    return finding.why.startswith("permits"), finding.certainty == "memory", finding.owes != "defence"


def _refused(group: list[tuple[Finding, Line]], law: LawBook, *, short: bool) -> Line:
    """Put the provisions of one instrument that fail for one reason into one line; each stands in full below."""
    first = group[0][0]
    cites = dict.fromkeys(f.cite for f, _ in group)
    says = say("not_engaged", treaty=law.title(first.treaty), cites=", ".join(cites), why=same(spelt_out(first.why)))
    source = f"{first.title} ({first.signed})"
    return Line(says=says, sources=(source,), mark="no", short=short, more=tuple(line for _, line in group))


def _named_only(shelf: Shelf, law: LawBook) -> list[Line]:
    """Say of instruments that are named in a report or below it, but bind no side, that they are not engaged."""
    incident = shelf.assessment.incident
    if incident is None or not incident.cases:
        return []
    case = incident.cases[0]
    sides = sorted({*case.attacker, *case.victim})
    weighed = {f.treaty for f in shelf.assessment.findings}
    out = []
    for report in shelf.assessment.reports:
        for treaty in law.instruments_in(report.text):
            if treaty not in weighed:
                weighed.add(treaty)
                words = say("no_side_is_party", treaty=law.title(treaty), sides=party_list(", ".join(sides)))
                why = "; ".join(law.bound(treaty, s, case.on)[1] for s in sides)
                out.append(Line(says=words, sources=(spelt_out(why),), mark="no", short=True))
    return out


def _is_short(finding: Finding) -> bool:
    """Tell what belongs to the short brief: what is engaged, and what is open under law that was checked."""
    return finding.answer is Truth.YES or (finding.answer is Truth.UNKNOWN and finding.certainty != "memory")


def _says(finding: Finding, law: LawBook, cite: Words, how: str = "") -> Words:
    asked = how and finding.owes == "defence" and finding.answer is not Truth.NO
    return say(
        "bound_line",
        treaty=law.title(finding.treaty),
        cite=cite,
        owes=say(f"owes_{finding.owes}"),
        obliged=party_list(", ".join(finding.obliged)),
        beneficiary=party_list(", ".join(finding.beneficiary)),
        answer=say(f"answer_{finding.answer.value}"),
        why=same(_reason(finding)),
        how=say("procedure", how=how) if asked else same(""),
    )


def _line(finding: Finding, extra: list[Line], law: LawBook, seen: set[Proof], *, how: str, several: bool) -> Line:
    says = _says(finding, law, same(finding.cite + (f" [{finding.case}]" if several else "")), how)
    more = [Line(says=say("owed_is", duty=same(finding.duty))), *extra]
    more += [
        Line(
            says=say(
                "position_line",
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
    return Line(says=says, sources=(source,), mark=finding.answer.value, short=_is_short(finding), more=tuple(more))


def _reason(finding: Finding) -> str:
    """Give the reason of a finding, without the answer that already stands before it."""
    return spelt_out(finding.why.removeprefix("open, "))


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
