"""Facts of requests and decisions: what was asked of whom under what, and what organs decided; silence is never NO."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from casus.logic import NO, UNKNOWN, YES
from casus.treaties.docket import Asked
from casus.treaties.invocation import same_article
from casus.treaties.law import Law, Treaty
from casus.treaties.situation import DETAIL, INCIDENT, Leaf, Situation

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


def _spell(asked: list[Asked]) -> str:
    """List requests in words."""
    told = []
    for request in (a.request for a in asked):
        day = f" on {request.on}" if request.on else ""
        under = f" under {request.under}" if request.under else ""
        told.append(
            f"{request.by} asked {request.to.removeprefix('IGO ')} for {request.asks.replace('_', ' ')}{day}{under}"
        )
    return "; ".join(told).replace(" for other", "")


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


def _known(asked: Iterable[Asked], test: Callable[[Asked], bool], missing: str) -> Leaf:
    """Is a request known that meets a test; one that does not is a reason, never a NO."""
    made = list(asked)
    if met := [a for a in made if test(a)]:
        return YES, _spell(met), _sources(met)
    return UNKNOWN, f"{missing} is known" + (f"{DETAIL}{_spell(made)}" if made else ""), ""


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
    return _known(_to_obliged(it), lambda _: True, f"no request by {it.beneficiary}")


def _asks(kind: str, what: str) -> Callable[[Situation], Leaf]:
    """Answer whether the beneficiary asked for something, otherwise than under another instrument."""

    def answer(it: Situation) -> Leaf:
        asked = [a for a in _to_obliged(it) if not elsewhere(it.docket.law, it.treaty, a)]
        return _known(asked, lambda a: a.request.asks == kind, f"no request for {what} by {it.beneficiary}")

    return answer


def _under_article(it: Situation) -> Leaf:
    """Did the beneficiary ask under this article?"""
    cite = it.provision.cite
    missing = f"no request under {cite} by {it.beneficiary}"
    return _known(_under(it, it.beneficiary), lambda a: same_article(cite, a.under[it.treaty.id]), missing)


def _under_treaty(it: Situation) -> Leaf:
    """Did the beneficiary ask under this instrument?"""
    missing = f"no request under the instrument by {it.beneficiary}"
    return _known(_under(it, it.beneficiary), lambda _: True, missing)


def _by_any_party(it: Situation) -> Leaf:
    """Did any party invoke the instrument or turn to its organisation?"""
    known = it.docket.statuses(it.treaty)
    return _known(_under(it, None), lambda a: a.request.by in known, "no request under the instrument by any party")


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
                says = "; ".join(f"{d.organ} decided {d.decided}" + (f" on {d.on}" if d.on else "") for d in telling)
                return truth, says, "; ".join(s for d in telling for s in d.statements) or INCIDENT
        known = "; ".join(f"{d.organ}: {d.decided}" + (f", {d.on}" if d.on else "") for d in decided)
        what = {"decision.consulted": "consultation", "decision.force": "decision on force"}.get(name, "decision")
        says = f"no {what} of an organ of the instrument is known"
        return UNKNOWN, says + (f"{DETAIL}{known}" if known else ""), ""

    return answer


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
