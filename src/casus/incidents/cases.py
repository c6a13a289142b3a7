"""Cases of an incident: what each position tells of each act, with the statements it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casus.incidents.charges import Charge
from casus.incidents.clusters import PLACE_UNKNOWN, Cluster, case_place, fits, place_of
from casus.incidents.families import ARMED, LASTING
from casus.incidents.telling import Telling
from casus.records import Case, CasePlace, Record, StatementRef, content_id
from casus.records.voice import REPORTED

AGREED = "agreed"
"""How a case told in the text's own voice, or by both sides alike, is marked."""


class CaseStatements(Record, frozen=True, kw_only=True):
    """The statements a case rests on."""

    case: str
    acts: tuple[StatementRef, ...]
    """Those that tell of its acts or deny them, in all positions."""
    context: tuple[StatementRef, ...]
    """All others that say of something that it is or is not so, and are not of another case's acts."""


def make_cases(found: Sequence[Cluster], told: Sequence[Telling]) -> tuple[tuple[Case, CaseStatements], ...]:
    """Make the cases of the clusters, in their order: one for each position that tells of the act in its own way."""
    taken = {t.ref for cluster in found for t in cluster.tellings}
    made: dict[str, tuple[Case, CaseStatements]] = {}
    for cluster in found:
        on = cluster.on(otherwise=found[0])
        if on is None:
            continue
        denied = [t for t in told if t.ref not in taken and _denies(t, cluster)]
        acts = _refs(told, {t.ref for t in (*cluster.tellings, *denied)})
        context = _refs(told, {t.ref for t in told if _context(t) and t.ref not in taken} - set(acts))
        for teller in tellers(cluster, denied):
            case = _case(cluster, teller, on, told, where=_scene(cluster, found, told))
            made.setdefault(case.id, (case, CaseStatements(case=case.id, acts=acts, context=context)))
    return tuple(made.values())


def tellers(cluster: Cluster, denied: Sequence[Telling] = ()) -> tuple[str, ...]:
    """Name the positions that make a case of a cluster.

    What the text says in its own voice, or both sides say, is agreed; a party that tells more kinds of armed acts than
    are agreed has a case beside it, and so has a side that denies what is told; where nothing is agreed everybody who
    tells of the act has one.
    """
    told = _tell(cluster)
    denying = {p for t in denied for p in t.positions} & cluster.parties
    return (*told, *sorted(denying - set(told)))


def _tell(cluster: Cluster) -> tuple[str, ...]:
    accounts = cluster.accounts
    agreed = accounts.get(REPORTED) or _told_by_both(cluster, accounts)
    if not agreed & (ARMED | {"posture"}):
        return tuple(p for p in accounts if p != REPORTED)
    more = tuple(p for p, families in accounts.items() if p != REPORTED and (families & ARMED) - agreed)
    return (AGREED, *more)


def _told_by_both(cluster: Cluster, accounts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Give the kinds of acts that both sides tell of."""
    hit, own = (frozenset[str]().union(*(accounts.get(p, ()) for p in s)) for s in (cluster.victims, cluster.attackers))
    return hit & own


def _scene(cluster: Cluster, found: Sequence[Cluster], told: Sequence[Telling]) -> CasePlace:
    """Give the place of a cluster.

    Where its tellings give none that the gazetteer knows, it is that of the same kind of act of either side as demands,
    conditions or forecasts speak of it ("if they stay at the lake"); else the words they do give; else the place of
    the incident's first act on the same victims.
    """
    kinds = {t.family for t in cluster.tellings}
    spoken_of = [t for t in told if t.family in kinds and {s.id for s in t.actors} & cluster.parties]
    alike = (c.tellings for c in found if c.victims == cluster.victims and cluster.may_be_of_one_day(c))
    for known in (cluster.tellings, [t for t in spoken_of if _of_now(t)]):
        exact = place_of(known)
        if exact is not None and exact.kind != "state":
            return case_place(known)
    for one in (cluster.tellings, spoken_of, *alike):
        place = case_place(one)
        if place.name != PLACE_UNKNOWN:
            return place
    return case_place(cluster.tellings)


def _of_now(telling: Telling) -> bool:
    return telling.place is not None and telling.statement.modality != "background"


def _case(cluster: Cluster, teller: str, on: date, told: Sequence[Telling], *, where: CasePlace) -> Case:
    until = _until(cluster, on, told)
    key = (*cluster.attackers, "against", *cluster.victims, where.name, on, teller)
    return Case(
        id=content_id("case", *key),
        on=on,
        until=until,
        attacker=cluster.attackers,
        victim=cluster.victims,
        place=where,
        told_by=teller,
    )


def _until(cluster: Cluster, on: date, told: Sequence[Telling]) -> date | None:
    """Give the last day: that of a withdrawal the text reports; open while ground is held or a blockade lasts."""
    left = [
        t.days.start
        for t in told
        if t.family == "withdrawal" and t.asserted and REPORTED in t.positions and t.days and t.days.start
        if {s.id for s in t.actors} == set(cluster.attackers) and t.days.start >= on
    ]
    if left:
        return min(left)
    if any(t.family == "ground" or t.concept in LASTING for t in cluster.tellings):
        return None
    last = max((t.days.last for t in cluster.tellings if t.days and t.days.last), default=on)
    return max(last, on)


def _denies(telling: Telling, cluster: Cluster) -> bool:
    """Is it a denial of the cluster's act: the same attackers or none, no other victim, place or day?"""
    if telling.stance != "denies" or telling.family not in ARMED | {"posture", "involvement"}:
        return False
    actors, hit = {s.id for s in telling.actors}, {s.id for s in telling.recipients}
    if (actors and not actors & set(cluster.attackers)) or (hit and not hit & set(cluster.victims)):
        return False
    return fits(Charge(telling=telling, attackers=(), victims=()), cluster.charges)


def _context(telling: Telling) -> bool:
    return telling.stance != "neither" and telling.statement.modality != "background"


def _refs(told: Sequence[Telling], chosen: set[StatementRef]) -> tuple[StatementRef, ...]:
    return tuple(dict.fromkeys(t.ref for t in told if t.ref in chosen))
