"""Who is bound: each provision, to whom, triggered or not or open, with the proof under it."""

from __future__ import annotations

from collections.abc import Sequence

from casus.briefing.books import LawBook
from casus.briefing.naming import party_list, spelt_out, told, why_of
from casus.briefing.phrases import both, joined, same, say
from casus.briefing.precedents import practice_lines, turning
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
        how = law.procedure(finding.treaty, finding.provision, days[finding.case]) if finding.case in days else {}
        extra += [Line(says=say("procedure_is", how=how))] if how else []
        line = _line(finding, extra, law, seen, how=how, several=len({f.case for f in findings}) > 1)
        groups.setdefault(_alike(finding), []).append((finding, line))
    lines = [
        line for g in groups.values() if g[0][0].answer is not Truth.NO for line in (_told(g, law), *_turns(g, law))
    ]
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
    cites = joined([_cite(f) for f, _ in group], last=True)
    return Line(
        says=_says(first, law, cites),
        sources=line.sources,
        mark=line.mark,
        short=line.short,
        more=tuple(each for _, each in group),
    )


def _turns(group: list[tuple[Finding, Line]], law: LawBook) -> list[Line]:
    """Say under an open duty what would flip it: in the short brief too where the duty is one to help."""
    first, line = group[0]
    words = turning(first, law)
    return [Line(says=words, short=line.short and first.owes == "defence")] if words else []


def _weight(finding: Finding) -> tuple[bool, bool, bool]:
    """Order what is not engaged: what was checked first, duties to help before others, mere permissions last."""
    return finding.why.startswith("permits"), finding.certainty == "memory", finding.owes != "defence"


def _refused(group: list[tuple[Finding, Line]], law: LawBook, *, short: bool) -> Line:
    """Put the provisions of one instrument that fail for one reason into one line; each stands in full below."""
    first = group[0][0]
    cites = joined({f.cite: _cite(f) for f, _ in group}.values())
    why = told(first.why, first.why_ja)
    says = say("not_engaged", treaty=law.title(first.treaty), cites=cites, why=why)
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
                found = [law.bound(treaty, s, case.on)[1] for s in sides]
                why = joined([told(w["en"], w.get("ja", "")) for w in found], apart="; ")
                out.append(Line(says=words, mark="no", short=True, more=(Line(says=why),)))
    return out


def _is_short(finding: Finding) -> bool:
    """Tell what belongs to the short brief: what is engaged, and what is open under law that was checked."""
    return finding.answer is Truth.YES or (finding.answer is Truth.UNKNOWN and finding.certainty != "memory")


def _cite(finding: Finding) -> Words:
    return both(finding.cite, finding.cite_ja)


def _says(finding: Finding, law: LawBook, cite: Words, how: Words | None = None) -> Words:
    asked = how and finding.owes == "defence" and finding.answer is not Truth.NO
    return say(
        "bound_line",
        treaty=law.title(finding.treaty),
        cite=cite,
        owes=say(f"owes_{finding.owes}"),
        obliged=party_list(", ".join(finding.obliged)),
        beneficiary=party_list(", ".join(finding.beneficiary)),
        answer=say(f"answer_{finding.answer.value}"),
        why=why_of(finding),
        how=say("procedure", how=how) if how and asked else same(""),
    )


def _line(finding: Finding, extra: list[Line], law: LawBook, seen: set[Proof], *, how: Words, several: bool) -> Line:
    cite = _cite(finding)
    says = _says(finding, law, say("cite_in_case", cite=cite, case=finding.case) if several else cite, how)
    more = [Line(says=say("owed_is", duty=both(finding.duty, finding.duty_ja))), *extra]
    more += [
        Line(
            says=say(
                "position_line",
                answer=say(f"answer_{p.answer.value}"),
                why=told(p.why, p.why_ja),
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
                name=both(spelt_out(r.name), r.name_ja),
                of=both(r.of.replace("_", " "), r.of_ja),
                standing=say(f"standing_{r.standing}"),
                truth=say(f"truth_{r.truth.value}"),
                dissent=same("") if r.followed else say("dissent"),
            ),
            sources=(r.authority,) if r.authority else (),
            mark=r.truth.value,
        )
        for r in finding.readings
    ]
    more += practice_lines(finding, law)
    more += [Line(says=say("settle_line", question=both(q.question, q.question_ja))) for q in finding.open_questions]
    assumed = zip(finding.assumed, finding.assumed_ja or [""] * len(finding.assumed), strict=True)
    more += [Line(says=say("assumed_line", what=told(en, ja))) for en, ja in assumed]
    certainty = Line(says=say("certainty_line", certainty=say(f"certainty_{finding.certainty}")))
    more += [proof_line(finding.because, seen), certainty]
    source = f"{finding.title} ({finding.signed}), {finding.cite}"
    return Line(says=says, sources=(source,), mark=finding.answer.value, short=_is_short(finding), more=tuple(more))


def proof_line(proof: Proof, seen: set[Proof] | None = None, depth: int = 0) -> Line:
    """Unfold a proof: each node with its truth and reason; the children of a node that stands twice are shown once."""
    seen = set() if seen is None else seen
    says = proof_words(proof)
    sources = (proof.source,) if proof.source else ()
    if proof.children:
        if proof in seen:
            return Line(says=say("as_above", what=says), sources=sources, mark=proof.truth.value)
        seen.add(proof)
    more = tuple(proof_line(child, seen, depth + 1) for child in proof.children) if depth < DEPTH else ()
    return Line(says=says, sources=sources, mark=proof.truth.value, more=more)


LEAVES = frozenset({"fact", "status", "declared"})


def proof_words(proof: Proof) -> Words:
    """Say a node of a proof: its name, truth and reason; a leaf in Japanese by its reason alone."""
    en = spelt_out(f"{proof.name}: {proof.truth.value}" + (f" — {proof.says}" if proof.says else ""))
    if proof.kind in LEAVES and proof.says_ja:
        return both(en, proof.says_ja)
    name = both(proof.name.replace("_", " "), proof.name_ja)
    what = say(f"proof_{proof.kind}", name=name, truth=say(f"truth_{proof.truth.value}"))
    return both(en, what["ja"] + (f" — {proof.says_ja}" if proof.says_ja else ""))
