"""What next: base rates beside the report's expectations, and the questions that they raise."""

from __future__ import annotations

from casus.briefing.naming import act_of, party_list
from casus.briefing.phrases import joined, say
from casus.briefing.words import Shelf
from casus.records import BaseRate, Line, QuestionDraft, Words

SHOWN_FIRST = "honoured-after-1945"
SHOWN_BESIDE = "defence-allies-joined"
"""The figure that is mistaken for it, told beside it as what it is."""


def rate_lines(shelf: Shelf) -> tuple[Line, ...]:
    """Tell the base rates: the one for today's obligations first and short, the naive ones apart and as such."""
    rates = shelf.assessment.base_rates
    first = [Line(says=say("rate_short", **_figures(r)), sources=_source(r), short=True) for r in rates if _leads(r)]
    triggered = [_rate(r) for r in rates if r.kind == "triggered" and not _leads(r)]
    naive = [_rate(r) for r in rates if r.kind == "naive"]
    told = [
        Line(
            says=say("rate_unregistered", says=u.says, lacks=u.lacks),
            sources=(f"{u.source}; {u.certainty}",),
            short=u.id == SHOWN_BESIDE,
        )
        for u in shelf.assessment.unregistered
    ]
    return (*first, *triggered, *naive, *told)


def draft_lines(shelf: Shelf) -> tuple[Line, ...]:
    """Tell the questions that the reports' own conditionals raise; a person gives them criteria and a day."""
    return tuple(
        Line(says=draft_words(d), quotes=tuple(shelf.quote(ref) for ref in d.statements[:2]))
        for d in shelf.assessment.drafts
    )


def draft_words(draft: QuestionDraft) -> Words:
    """Say a draft as a question."""
    if draft.kind == "branches":
        acts = [_act(draft.actor, c) for c in draft.concepts]
        return say("draft_branches", branches=joined(acts, apart=" / "))
    act = _act(draft.actor, draft.concepts[0])
    if draft.negative and not says_no(draft.concepts[0]):
        act = say("act_negative", act=act)
    if draft.given is None:
        return say("draft_single", act=act)
    return say("draft_given", given=act_of(draft.given[1], form="past"), act=act)


def says_no(concept: str) -> bool:
    """Does a concept say no itself, so that it is not denied once more?"""
    return act_of(concept, form="plain").get("ja", "").endswith("ない")


def _act(actor: str | None, concept: str) -> Words:
    act = act_of(concept, form="plain")
    return say("act_of", actor=party_list(actor), act=act) if actor else act


def _leads(rate: BaseRate) -> bool:
    return rate.id == SHOWN_FIRST


def _rate(rate: BaseRate) -> Line:
    few = say("few_cases") if rate.few else ""
    says = say(f"rate_{rate.kind}", what=rate.what, few=few, **_figures(rate))
    return Line(says=says, sources=_source(rate))


def _figures(rate: BaseRate) -> dict[str, str]:
    share = f"{100 * rate.share:.0f}" if rate.share >= 0.1 else f"{100 * rate.share:.1f}"
    return {"count": str(rate.count), "n": str(rate.n), "share": share}


def _source(rate: BaseRate) -> tuple[str, ...]:
    return (f"{rate.source}; {rate.period}; {rate.certainty}",)
