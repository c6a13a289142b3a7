"""Explanations offered: by the author, by parties, by readers; each with its words, none counted as fact."""

from __future__ import annotations

from casus.briefing.naming import hypothesis_label, party_list
from casus.briefing.phrases import joined, same, say
from casus.briefing.words import Shelf
from casus.records import Explanation, Line, Section, Words

SHORT = 11


def explained(shelf: Shelf) -> Section:
    """Gather the explanations under their hypothesis, those with most voices first; the rest stand by themselves."""
    groups: dict[str, list[Explanation]] = {}
    for item in shelf.assessment.explanations:
        groups.setdefault(item.hypothesis or item.id, []).append(item)
    ranked = sorted(groups.values(), key=lambda g: (g[0].offered_by == "reader", -len(g)))
    lines = [_line(shelf, group, short=n < SHORT) for n, group in enumerate(ranked)]
    counted = {(e.report, e.item) for e in shelf.assessment.explanations}
    others = [(r, c) for r in shelf.assessment.readings for c in r.comments if (r.report.id, c.id) not in counted]
    if others:
        lines.append(Line(says=say("comments_other", count=str(len(others)))))
    return Section(id="explanations", title=say("section_explanations"), lines=tuple(lines))


def _line(shelf: Shelf, group: list[Explanation], *, short: bool) -> Line:
    first = group[0]
    reason = any(e.evidence_offered for e in group)
    says = say(
        "explanation_group",
        label=hypothesis_label(first.hypothesis) if first.hypothesis else say("unnamed_explanation"),
        voices=_voices(group),
        evidence=say("evidence_offered" if reason else "no_evidence"),
    )
    quotes = tuple(shelf.cut(e.report, e.span) for e in group)
    return Line(says=says, quotes=quotes, short=short, more=_more(shelf, first.hypothesis))


def _more(shelf: Shelf, hypothesis: str | None) -> tuple[Line, ...]:
    """Say under a standard hypothesis what would refute it, what would be seen if it is so, and what could be rated."""
    found = next((h for h in shelf.assessment.heard if hypothesis and h.hypothesis == hypothesis), None)
    if found is None:
        return ()
    lines = [
        Line(says=say("refuted_by_line", words=found.refuted_by)),
        Line(says=say("expects_line", words=found.expects)),
    ]
    count = sum(len(s.statements) + len(s.findings) for s in found.suggested)
    return (*lines, Line(says=say("suggested_line", count=str(count)))) if count else tuple(lines)


def _voices(group: list[Explanation]) -> Words:
    """Say who offers it and with which stance: the author, a party, so many readers."""
    parts: list[Words] = []
    for item in group:
        if item.offered_by == "author":
            parts.append(say("the_author"))
        elif item.offered_by == "party" and item.party:
            parts.append(party_list(item.party))
    stances: dict[str, int] = {}
    for item in group:
        if item.offered_by == "reader":
            stances[item.stance] = stances.get(item.stance, 0) + 1
    told = [say("readers", count=str(n), stance=say(f"stance_{stance}")) for stance, n in stances.items()]
    parts += [say("readers_are", voices=joined(told))] if told else []
    return joined(parts) if parts else same("—")
