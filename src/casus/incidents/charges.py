"""One telling of an armed act as an act of somebody against somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casus.incidents.families import HARM, MUTUAL, WEAPONS
from casus.incidents.telling import Telling
from casus.records import Record
from casus.records.party import ground_of, is_state

FORCES = frozenset({"MIL", "REB", "SPY"})
_ACCUSING = frozenset({"accusation", "demand"})
_OF_FORCES = frozenset({"detain", "arrest", "confiscate"})
"""Done by police every day: an armed act only where a military or an armed group does it, or with others."""


class Charge(Record, frozen=True, kw_only=True):
    """A telling with the attackers and victims it has, or that the rest of the report gives it.

    No attackers: the telling does not say who did it.
    """

    telling: Telling
    attackers: tuple[str, ...]
    victims: tuple[str, ...]


def charges(told: Sequence[Telling]) -> tuple[Charge, ...]:
    """Give the charges in all tellings that somebody asserts, in their order; a telling without a victim gives none."""
    acts = [t for t in told if t.asserted and (t.armed or _faces(t, told))]
    opponents = _opponents(told)
    return tuple(charge for act in acts for charge in _charges(act, opponents))


def _faces(telling: Telling, told: Sequence[Telling]) -> bool:
    """Tell whether forces are sent against somebody: face to face, onto its ground, or with a threat to it."""
    if telling.family != "posture":
        return False
    hit, actors = {s.id for s in telling.recipients}, {s.id for s in telling.actors}
    if telling.concept == "standoff" or (telling.place and telling.place.within in hit):
        return True
    ground = telling.place.within if telling.place else None
    if not hit:
        return ground is not None and ground not in actors
    threats = (t for t in told if t.family == "threat" and t.asserted)
    return any(actors & {s.id for s in t.actors} and hit & {s.id for s in t.recipients} for t in threats)


def armed_beyond_doubt(charge: Charge) -> bool:
    """Is it an armed act, and not a word that games, courts or markets use too?"""
    act = charge.telling
    if not charge.attackers:
        return act.concept in WEAPONS
    named_force = any(side.roles & FORCES or side.id.startswith("NSA ") for side in act.actors)
    if act.family in HARM or act.family == "posture" or act.concept in _OF_FORCES:
        return named_force
    police_on_ground = act.family == "ground" and any("COP" in side.roles for side in act.actors)
    return named_force or police_on_ground or act.concept in WEAPONS


def _charges(act: Telling, opponents: dict[str, frozenset[str]]) -> Iterable[Charge]:
    attackers = tuple(sorted(side.id for side in act.actors if side.armed))
    hit = tuple(sorted(side.id for side in act.recipients))
    both = sorted({*attackers, *hit})
    if act.actors and not attackers:
        return
    if act.concept in MUTUAL and len(attackers) > 1:
        for one in both:
            yield Charge(telling=act, attackers=(one,), victims=tuple(p for p in both if p != one))
        return
    victims = _victims(act, attackers, tuple(p for p in hit if p not in attackers), opponents)
    if victims:
        yield Charge(telling=act, attackers=attackers, victims=victims)


def _victims(
    act: Telling, attackers: tuple[str, ...], hit: tuple[str, ...], opponents: dict[str, frozenset[str]]
) -> tuple[str, ...]:
    """Name who was acted against: whoever was hit, else whose ground it is said to be, else the one that objects."""
    ground = act.place.within if act.place and act.place.within and is_state(act.place.within) else None
    foreign = ground if ground and ground not in attackers else None
    if hit and not (foreign and attackers and all(p.startswith("NSA ") for p in hit)):
        return hit
    if foreign:  # a strike on a group on a third state's ground is an act against that state
        return (foreign,)
    if hit or act.recipients or ground or not attackers:
        return hit
    objecting = set().union(*(opponents.get(a, frozenset()) for a in attackers)) - set(attackers)
    return tuple(objecting) if len(objecting) == 1 else ()


def _opponents(told: Sequence[Telling]) -> dict[str, frozenset[str]]:
    """Map each party to those it acts on by arms, and to the states that accuse it or demand something of it."""
    found: dict[str, set[str]] = {}
    for telling in told:
        if not telling.asserted or not (telling.armed or telling.family in _ACCUSING):
            continue
        for actor in (s.id for s in telling.actors):
            for recipient in (s.id for s in telling.recipients if s.id != actor):
                if telling.armed:
                    found.setdefault(actor, set()).add(recipient)
                elif ground_of(actor):
                    found.setdefault(recipient, set()).add(actor)
    return {party: frozenset(against) for party, against in found.items()}
