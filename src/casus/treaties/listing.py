"""Which duties are asked about in a case: whose treaties, which text, which obliged towards which beneficiary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from casus.logic import YES
from casus.treaties.docket import Docket
from casus.treaties.duty import HELP
from casus.treaties.fact_answers import OF_OBLIGED
from casus.treaties.law import Law, Provision, Text, Treaty
from casus.treaties.request_answers import ASKED, elsewhere
from casus.treaties.situation import Situation
from casus.treaties.status import Status


def _bound(docket: Docket, treaty: Treaty) -> tuple[str, ...]:
    """All states bound that day (with ``strict`` those assumed too), and any side or asker whose bond is suspended."""
    near = {*docket.sides, *docket.askers}
    found = docket.statuses(treaty).items()
    return tuple(s for s, status in found if status.truth is YES or _standing(status, near=s in near))


def _standing(status: Status, *, near: bool) -> bool:
    """Is a state that is not plainly bound to be asked about as one that is?"""
    does = status.act.does if status.act else None
    return does in ("become bound", "resume", "freeze") or (does == "suspend" and near)


def _ended(known: Mapping[str, Status]) -> bool:
    """Has an instrument that binds nobody bound somebody before? One that is only signed has not ended."""
    return any(status.act and status.act.does == "cease to be bound" for status in known.values())


def _text(provision: Provision, docket: Docket, *, live: bool) -> Text | None:
    """Give the text of the day; of an instrument not in force the nearest one."""
    for text in provision.text:
        if text.holds(docket.on):
            return text
    if live:
        return None
    return min(provision.text, key=lambda t: abs((t.from_ - docket.on).days), default=None)


def _beneficiaries(
    docket: Docket, treaty: Treaty, text: Text, concerned: tuple[str, ...], bound: tuple[str, ...]
) -> tuple[str, ...]:
    """Who may be owed something: the text's beneficiaries among the sides and those who asked.

    One that is no longer bound is kept only as a victim or asker: that an attacker once was a party tells nothing.
    """
    case = docket.case
    match text.beneficiary:
        case "any-victim":
            return tuple(sorted(case.victim))
        case "victims":
            candidates = [s for s in concerned if s in case.victim]
        case "parties":
            candidates = list(concerned)
        case listed:
            candidates = [s for s in concerned if s in listed]
    near = {*bound, *case.victim, *docket.askers}
    return tuple(s for s in candidates if s in near or docket.status(treaty, s).signed)


def _obliged(docket: Docket, text: Text, treaty: Treaty, bound: tuple[str, ...]) -> tuple[str, ...]:
    """Who may owe something: those bound, or where nobody is, all who ever signed; attackers as the text says."""
    known = docket.statuses(treaty)
    pool = bound or tuple(known)
    match text.obliged:
        case "others" | "all":
            return pool
        case "attackers":
            return tuple(sorted(s for s in docket.case.attacker if s in known))
        case listed:
            return tuple(s for s in pool if s in listed)


def _groups(it: Situation, used: frozenset[str], obliged: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Put together the obliged that nothing sets apart in this text, in order of their first; they get one proof."""
    docket, text = it.docket, it.text
    apart = used & OF_OBLIGED or (text.owes in HELP and text.kind == "obliges")
    freed = docket.status(it.treaty, it.beneficiary).suspended_towards
    asked = _bilateral(it, used)
    groups: dict[tuple[object, ...], list[str]] = {}
    found = docket.statuses(it.treaty)
    near = {*freed, *docket.sides, *(to for _, to in asked)}
    plain = (YES, None, False, False, apart and (False, False), False, ())
    alone = "place.of_obliged" in used
    for state in obliged:
        if state == it.beneficiary and text.obliged != "all":
            continue
        status = found[state]
        if status.truth is YES and not status.suspended_towards and not alone and state not in near:
            groups.setdefault(plain, []).append(state)  # the common lot, told apart by nothing
            continue
        mark = (
            status.truth,
            None if status.truth is YES else status.act and (status.act.on, status.act.does),
            it.beneficiary in status.suspended_towards,
            state in freed,
            apart and (state in docket.case.attacker, state in docket.case.victim),
            alone and state,
            tuple(i for i, to in asked if to == state),
        )
        groups.setdefault(mark, []).append(state)
    yield from (tuple(g) for g in groups.values())


def _bilateral(it: Situation, used: frozenset[str]) -> list[tuple[int, str]]:
    """Give the requests, by number and addressee, that may set the one addressed apart from the other obliged."""
    if not used & ASKED:
        return []
    docket = it.docket
    own = [(i, a) for i, a in enumerate(docket.asked) if a.request.by == it.beneficiary and it.treaty.id not in a.under]
    anything = "request.made" in used
    return [(i, a.request.to) for i, a in own if anything or not elsewhere(docket.law, it.treaty, a)]


def situations(docket: Docket, law: Law, treaty: Treaty) -> Iterator[tuple[Situation, frozenset[str]]]:
    """Give every duty of an instrument to ask about in a case, with the names its text uses."""
    known = docket.statuses(treaty)
    concerned = tuple(sorted(s for s in {*docket.sides, *docket.askers} if s in known))
    if not concerned:
        return
    bound = _bound(docket, treaty)
    if not bound and _ended(known):
        return
    for provision in treaty.provisions:
        text = _text(provision, docket, live=bool(bound))
        if text is None:
            continue
        used = law.names(treaty, text)
        obliged = _obliged(docket, text, treaty, bound)
        for beneficiary in _beneficiaries(docket, treaty, text, concerned, bound):
            whole = Situation(docket, treaty, provision, text, obliged, beneficiary)
            for group in _groups(whole, used, obliged):
                yield replace(whole, obliged=group), used
