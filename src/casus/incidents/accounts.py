"""Which clusters belong to the incident, and whose acts those are of which nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

from casus.incidents.areas import same_area
from casus.incidents.charges import Charge, charges
from casus.incidents.clusters import Cluster, clusters, fits, join, place_of
from casus.incidents.families import ARMED
from casus.incidents.telling import Telling
from casus.records.party import Side, ground_of, is_state
from casus.records.voice import REPORTED


def belonging(told: Sequence[Telling]) -> tuple[Cluster, ...]:
    """Give the clusters of the incident, the one made most of first; none where no armed act is beyond doubt."""
    found = clusters(charges(told))
    named = _without_answers([c for c in found if c.attackers])
    named = _attributed(_absorbed(named), [c for c in found if not c.attackers], told)
    sure = [c for c in named if c.beyond_doubt and (c.attackers or REPORTED in c.accounts)]
    if not sure:
        return ()
    main = max(sure, key=_order)
    kept = [c for c in named if c in sure or (c.attackers and any(c.parties == s.parties for s in sure))]
    return tuple(sorted((c for c in kept if c.parties & main.parties), key=_order, reverse=True))


def _order(cluster: Cluster) -> tuple[int, bool, str, tuple[str, ...], tuple[str, ...]]:
    first = cluster.charges[0].telling.ref
    return (cluster.weight, REPORTED in cluster.accounts, first.statement, cluster.attackers, cluster.victims)


def _without_answers(named: Sequence[Cluster]) -> list[Cluster]:
    """Leave out forces merely sent where arms were used, and what a side does against intruders on its own ground."""
    armed = [c for c in named if _families(c) & ARMED]
    kept = [c for c in named if c in armed or not any(c.parties == other.parties for other in armed)]
    return [c for c in kept if not any(_answers(c, other) for other in kept)]


def _families(cluster: Cluster) -> frozenset[str]:
    return frozenset(t.family for t in cluster.tellings)


def _answers(cluster: Cluster, other: Cluster) -> bool:
    """Is it an act of the other's victim against intruders, on the victim's own ground?"""
    if (cluster.attackers, cluster.victims) != (other.victims, other.attackers) or "ground" not in _families(other):
        return False
    here, there = place_of(cluster.tellings), place_of(other.tellings)
    ground = there or here
    own = ground is not None and ground.within in {ground_of(a) for a in cluster.attackers}
    return own and same_area(here, there) and "ground" not in _families(cluster)


def _absorbed(named: Sequence[Cluster]) -> list[Cluster]:
    """Take a strike on a group, told apart from the state on whose ground it was, for one with the act against it."""
    result = [c for c in named if not _on_group(c)]
    for cluster in (c for c in named if _on_group(c)):
        fitting = [
            i
            for i, other in enumerate(result)
            if other.attackers == cluster.attackers and all(fits(c, other.charges) for c in cluster.charges)
        ]
        if fitting:
            best = max(fitting, key=lambda i: result[i].weight)
            result[best] = join(result[best], cluster.charges)
        else:
            result.append(cluster)
    return result


def _on_group(cluster: Cluster) -> bool:
    return all(v.startswith("NSA ") for v in cluster.victims)


def _attributed(named: Sequence[Cluster], anonymous: Sequence[Cluster], told: Sequence[Telling]) -> list[Cluster]:
    """Give acts without an author to every account of the same act; else to whom somebody accuses, else to nobody."""
    result = list(named)
    for cluster in anonymous:
        fitting = [
            i
            for i, other in enumerate(result)
            if other.attackers
            and other.victims == cluster.victims
            and all(fits(c, other.charges) for c in cluster.charges)
        ]
        for i in fitting:
            result[i] = join(result[i], cluster.charges)
        if not fitting:
            result.append(_accused(cluster, told))
    return result


def _accused(cluster: Cluster, told: Sequence[Telling]) -> Cluster:
    """Name as attacker the one state that others accuse, or tell to stop; the account is theirs who say so."""
    victims = set(cluster.victims)
    blamed = [t for t in told if t.asserted and (found := _blamed(t)) and not {s.id for s in found} & victims]
    whom = {s.id for t in blamed for s in _blamed(t) if is_state(s.id) or s.id.startswith("NSA ")}
    if len(whom) != 1:
        return cluster
    attackers = tuple(whom)
    act = cluster.charges[0].telling
    said = [_as_said_by(t, act) for t in blamed]
    by_sides = [t for t in said if set(t.positions) & (victims | whom)]
    accounts = tuple(Charge(telling=t, attackers=attackers, victims=cluster.victims) for t in by_sides or said)
    return Cluster(attackers=attackers, victims=cluster.victims, charges=cluster.charges + accounts)


def _blamed(telling: Telling) -> tuple[Side, ...]:
    """Give whom a statement makes the author of an act: the accused, those told to stop, those who admit it."""
    if telling.concept in {"acknowledge", "claim_responsibility"}:
        return telling.actors
    accusing = {"accuse", "blame", "demand_ceasefire", "demand_withdrawal", "protest", "criticise"}
    return telling.recipients if telling.concept in accusing else ()


def _as_said_by(blame: Telling, act: Telling) -> Telling:
    """Make the accusation an account of the act: said by the accuser, of the same family, place and day."""
    accusers = tuple(sorted(s.id for s in blame.actors)) or blame.positions
    if blame.concept in {"acknowledge", "claim_responsibility"} and REPORTED not in blame.positions:
        accusers = blame.positions
    return Telling(
        ref=blame.ref,
        statement=blame.statement,
        language=blame.language,
        weight=blame.weight,
        concept=blame.concept,
        family=act.family,
        stance="asserts",
        positions=accusers,
        actors=_blamed(blame),
        recipients=act.recipients,
        place=act.place,
        days=act.days,
        published=blame.published,
    )
