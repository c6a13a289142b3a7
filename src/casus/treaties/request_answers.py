"""Facts of requests and decisions: what was asked of whom under what, and what organs decided; silence is never NO."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from casus.logic import NO, UNKNOWN, YES
from casus.records import OrganDecision, Request, Words
from casus.treaties.docket import Asked
from casus.treaties.invocation import same_article
from casus.treaties.law import Law, Treaty
from casus.treaties.situation import INCIDENT, Leaf, Situation
from casus.vocabulary.cites import cite_words, under_words
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import day_words, joined, same, say

ASKED = frozenset({"request.made", "request.for_help", "request.for_talks"})
"""Facts that may turn on which of the obliged was asked."""


def _claims_threat(it: Situation) -> Leaf:
    """Say whether the beneficiary itself declares a threat."""
    asked = [a for a in it.docket.asked if a.request.by == it.beneficiary]
    own = [a for a in asked if a.request.asks in ("consultation", "military_help") or it.treaty.id in a.under]
    if own:
        return YES, _spell(own), _sources(own)
    name = "victim.claims_threat"
    truth = it.docket.case.fact(name) if it.beneficiary in it.docket.case.victim else UNKNOWN
    return truth, it.phrase(name, truth), INCIDENT


def _spell(asked: list[Asked]) -> Words:
    """List requests in words."""
    return joined([_request(a.request) for a in asked], apart="; ")


def _request(request: Request) -> Words:
    """Say who asked whom for what, when and under what."""
    under = under_words(request.under) if request.under else None
    return say(
        "request_for_other" if request.asks == "other" else "request",
        by=coded(request.by),
        to=coded(request.to),
        asks=say(f"request_{request.asks}"),
        day=say("request_day", day=day_words(request.on)) if request.on else "",
        under=say("request_under", under=under) if under else "",
    )


def _sources(asked: list[Asked]) -> str:
    """Name the statements requests rest on."""
    return "; ".join(s for a in asked for s in a.request.statements) or INCIDENT


def elsewhere(law: Law, treaty: Treaty, asked: Asked) -> bool:
    """Is a request expressly made under other instruments that oblige to help or consult?"""
    if treaty.id in asked.under:
        return False
    others = (law.treaty(id_) for id_ in asked.under)
    texts = (text for other in others if other for provision in other.provisions for text in provision.text)
    return any(text.kind == "obliges" and text.owes in ("defence", "offence", "consultation") for text in texts)


def _known(asked: Iterable[Asked], test: Callable[[Asked], bool], missing: Words) -> Leaf:
    """Is a request known that meets a test; one that does not is a reason, never a NO."""
    made = list(asked)
    if met := [a for a in made if test(a)]:
        return YES, _spell(met), _sources(met)
    return UNKNOWN, say("detail", says=missing, detail=_spell(made)) if made else missing, ""


def _to_obliged(it: Situation) -> list[Asked]:
    """Give what the beneficiary asked of the obliged, of the organisation, or under the instrument."""
    to = (*it.obliged, *it.treaty.organisations)
    own = (a for a in it.docket.asked if a.request.by == it.beneficiary)
    return [a for a in own if a.request.to in to or it.treaty.id in a.under]


def _under(it: Situation, asker: str | None) -> list[Asked]:
    """Give what was asked under the instrument, by one party or by any."""
    here = [a for a in it.docket.asked if it.treaty.id in a.under]
    return [a for a in here if a.request.by == asker] if asker else here


def _request_made(it: Situation) -> Leaf:
    """Did the beneficiary ask the obliged or the organisation for anything?"""
    return _known(_to_obliged(it), lambda _: True, say("no_request", party=coded(it.beneficiary)))


def _asks(kind: str, what: str) -> Callable[[Situation], Leaf]:
    """Answer whether the beneficiary asked for something, otherwise than under another instrument."""

    def answer(it: Situation) -> Leaf:
        asked = [a for a in _to_obliged(it) if not elsewhere(it.docket.law, it.treaty, a)]
        return _known(asked, lambda a: a.request.asks == kind, say(f"no_request_{what}", party=coded(it.beneficiary)))

    return answer


def _under_article(it: Situation) -> Leaf:
    """Did the beneficiary ask under this article?"""
    cite = it.provision.cite
    missing = say("no_request_article", cite=cite_words(cite, it.provision.cite_ja), party=coded(it.beneficiary))
    return _known(_under(it, it.beneficiary), lambda a: same_article(cite, a.under[it.treaty.id]), missing)


def _under_treaty(it: Situation) -> Leaf:
    """Did the beneficiary ask under this instrument?"""
    missing = say("no_request_treaty", party=coded(it.beneficiary))
    return _known(_under(it, it.beneficiary), lambda _: True, missing)


def _by_any_party(it: Situation) -> Leaf:
    """Did any party invoke the instrument or turn to its organisation?"""
    known = it.docket.statuses(it.treaty)
    return _known(_under(it, None), lambda a: a.request.by in known, say("no_request_anyone"))


_DECIDES = {
    "decision.consulted": frozenset({"consult", "measures", "force"}),
    "decision.measures": frozenset({"measures", "force"}),
    "decision.force": frozenset({"force"}),
    "decision.refused": frozenset({"refused"}),
}
"""Which decisions make a fact YES: force includes measures, measures include consulting."""

_DENIES = {
    "decision.measures": frozenset({"refused", "none"}),
    "decision.force": frozenset({"refused", "none"}),
    "decision.refused": frozenset({"measures", "force"}),
}
"""Which decisions make a fact NO where none makes it YES."""


def _decision(name: str) -> Callable[[Situation], Leaf]:
    """Answer a fact about what organs decided."""

    def answer(it: Situation) -> Leaf:
        decided = it.docket.decided(it.treaty)
        for truth, kinds in ((YES, _DECIDES[name]), (NO, _DENIES.get(name, frozenset[str]()))):
            if telling := [d for d in decided if d.decided in kinds]:
                says = joined([_told(d, "decided") for d in telling], apart="; ")
                return truth, says, "; ".join(s for d in telling for s in d.statements) or INCIDENT
        what = {"decision.consulted": "consultation", "decision.force": "force"}.get(name, "decision")
        says = say(f"no_{what}_known")
        known = joined([_told(d, "decision_known") for d in decided], apart="; ")
        return UNKNOWN, say("detail", says=says, detail=known) if decided else says, ""

    return answer


def _told(decision: OrganDecision, how: str) -> Words:
    """Say what an organ decided, with the day where it is known."""
    values = {"organ": same(decision.organ), "decided": say(f"decides_{decision.decided}")}
    return say(f"{how}_on", day=day_words(decision.on), **values) if decision.on else say(how, **values)


REQUEST_ANSWERS: dict[str, Callable[[Situation], Leaf]] = {
    "beneficiary.claims_threat": _claims_threat,
    "request.made": _request_made,
    "request.under_article": _under_article,
    "request.under_treaty": _under_treaty,
    "request.for_help": _asks("military_help", "help"),
    "request.for_talks": _asks("consultation", "talks"),
    "request.by_any_party": _by_any_party,
    **{name: _decision(name) for name in _DECIDES},
}
