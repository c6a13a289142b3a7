"""The brief in short: one headline and a handful of sentences, the open question always with the answer."""

from __future__ import annotations

from casus.briefing.accounts import same_act
from casus.briefing.books import LawBook
from casus.briefing.happened import when
from casus.briefing.naming import act_of, party_list, party_name, place_called
from casus.briefing.phrases import joined, say
from casus.briefing.words import Shelf
from casus.logic import Truth
from casus.records import Assessment, Case, Finding, Line, Section, Words
from casus.vocabulary.cites import cite_words

CITES = 4


def headline(assessment: Assessment, law: LawBook) -> Words:
    """Say in one line what is told, what is engaged and what is not settled."""
    if assessment.incident is None or not assessment.incident.cases:
        return say("headline_no_day" if armed_act_told(assessment) else "headline_none")
    what = _what(assessment, assessment.incident.cases[0])
    return say("headline", what=what, law=_law_line(assessment, law))


def armed_act_told(assessment: Assessment) -> bool:
    """Tell whether the reports tell an armed act between parties, whatever its day."""
    return any(
        e.code.type == "ASSAULT" and e.actor and e.recipient and e.modality in {"fact", "state", "claim"}
        for e in assessment.events
    )


def _what(assessment: Assessment, case: Case) -> Words:
    event = next(
        (
            e
            for e in assessment.events
            if e.actor and case.attacker and case.attacker[0] in e.actor and e.code.type == "ASSAULT"
        ),
        None,
    )
    place = next((t.name for t in assessment.territory if t.on == case.on), {"en": case.place.name})
    words = {
        "actor": party_list(event.actor if event and event.actor else ", ".join(case.attacker)),
        "act": act_of(event.concept if event else "attack"),
        "place": place_called(place),
        "when": when(case.on, None, about=event.about if event else False),
    }
    told = say("as_reported") if case.told_by == "agreed" else say("as_told_by", who=party_name(case.told_by))
    cases = assessment.incident.cases if assessment.incident else ()
    sides = {*case.attacker, *case.victim}
    rivals = [party_name(c.told_by) for c in cases if same_act(c, case) and c is not case and c.told_by in sides]
    status = say("disputed", status=told, who=joined(rivals)) if rivals else told
    return say("headline_what", status=status, **words)


def _law_line(assessment: Assessment, law: LawBook) -> Words:
    first = assessment.incident.cases[0].id if assessment.incident else ""
    yes = _cites([f for f in assessment.findings if f.answer is Truth.YES and f.case == first], law)
    unsettled = _cites([f for f in assessment.findings if f.answer is Truth.UNKNOWN and f.case == first], law)
    if yes and unsettled:
        return say("headline_triggered", yes=yes, open=unsettled)
    if yes:
        return say("headline_engaged_only", yes=yes)
    return say("headline_open_only", open=unsettled) if unsettled else say("headline_nothing")


def _cites(findings: list[Finding], law: LawBook) -> Words | None:
    """Name provisions by instrument; law from memory is left to the text below, unless there is no other."""
    checked = [f for f in findings if f.certainty != "memory"] or findings
    by_treaty: dict[str, dict[str, Words]] = {}
    for finding in checked:
        article = finding.cite.split(",")[0].split("(")[0].strip()
        short = cite_words(article, "" if article != finding.cite else finding.cite_ja)
        by_treaty.setdefault(finding.treaty, {}).setdefault(article, short)
    named = [say("cite", treaty=law.title(t), cite=joined(cites.values())) for t, cites in by_treaty.items()]
    return joined(named[:CITES], apart="; ") if named else None


def in_short(shelf: Shelf) -> Section:
    """Give the sentences a reader in a hurry needs: the act, the silence, who is owed what, who is unheard."""
    assessment = shelf.assessment
    lines: list[Line] = []
    if assessment.incident and assessment.incident.cases:
        lines += _force(assessment)
        lines += [
            Line(says=say("unheard", party=party_name(u.party)), mark="unknown", short=True) for u in assessment.unheard
        ]
        failed = [t for t in assessment.tested if t.verdict == "not borne out"]
        if failed:
            quotes = tuple(shelf.quote(t.statement) for t in failed)
            lines.append(Line(says=say("goes_further", count=str(len(failed))), quotes=quotes, mark="no", short=True))
    return Section(id="short", title=say("section_short"), lines=tuple(lines))


def _force(assessment: Assessment) -> list[Line]:
    """Say whether fire is reported: where the reports are silent, that is unknown, not no."""
    case = assessment.incident.cases[0] if assessment.incident else None
    if case is None:
        return []
    fire = case.fact("act.fire_opened")
    key = {Truth.YES: "fire_yes", Truth.NO: "fire_no", Truth.UNKNOWN: "fire_unknown"}[fire]
    return [Line(says=say(key), sources=("act.fire_opened",), mark=fire.value, short=True)]
