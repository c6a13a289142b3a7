"""Charges put together into acts: one attacker, one victim, one area, one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from casus.incidents.areas import narrowness, same_area
from casus.incidents.charges import Charge, armed_beyond_doubt
from casus.incidents.days import overlap
from casus.incidents.families import FIRE, GUARDING, HARM, LASTING, WEAPONS
from casus.incidents.telling import WEIGHTS, Telling
from casus.records import CasePlace, Place, Record

RECENT = timedelta(days=183)
"""An act older than this, counted back from publication, is history unless it is what the report is about."""

PLACE_UNKNOWN = "place not told"

Pair = tuple[tuple[str, ...], tuple[str, ...]]


class Cluster(Record, frozen=True, kw_only=True):
    """The charges of one act or one day's campaign, in the order in which they are told."""

    attackers: tuple[str, ...]
    """Empty where no telling says who did it."""
    victims: tuple[str, ...]
    charges: tuple[Charge, ...]

    @property
    def parties(self) -> frozenset[str]:
        """Both sides."""
        return frozenset(self.attackers + self.victims)

    @property
    def weight(self) -> int:
        """How much the reports make of it: the headline and the lede count most, weapons count double."""
        return sum(c.telling.weight * (2 if c.telling.concept in WEAPONS else 1) for c in self.charges)

    @property
    def beyond_doubt(self) -> bool:
        """Is at least one of the charges armed beyond doubt, and not only of somebody who guards his own?"""
        return any(armed_beyond_doubt(c) for c in self.charges) and any(not _only_guards(c) for c in self.charges)

    @property
    def accounts(self) -> dict[str, frozenset[str]]:
        """Who says who did it: each position with the families of the acts it tells of."""
        found: dict[str, set[str]] = {}
        for charge in self.charges:
            for position in charge.telling.positions if self._tells(charge) else ():
                found.setdefault(position, set()).add(charge.telling.family)
        return {position: frozenset(families) for position, families in sorted(found.items())}

    def _tells(self, charge: Charge) -> bool:
        """Tell whether a charge says who did it, and, if it is of people hurt, that they are the victim's."""
        others_hurt = charge.telling.family in HARM and not set(charge.victims) & set(self.victims)
        return not others_hurt and (bool(charge.attackers) or not self.attackers)

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The tellings of its charges."""
        return tuple(c.telling for c in self.charges)

    def may_be_of_one_day(self, other: Cluster) -> bool:
        """Is no day told of one that none of the other's can be?"""
        return all(overlap(a.days, b.days) for a in self.tellings for b in other.tellings)

    def on(self, *, otherwise: Cluster | None = None) -> date | None:
        """Give the first day told of the act, else that of another act, else the day of publication."""
        told = self.tellings
        acts = [t.days.start for t in told if t.days and t.days.start and t.concept not in LASTING]
        lasting = [t.days.start for t in told if t.days and t.days.start]
        published = [t.published for t in told if t.published]
        own = min(acts, default=None) or min(lasting, default=None)
        if own is None and otherwise is not None and otherwise is not self:
            own = otherwise.on()
        return own or max(published, default=None)


def clusters(found: Sequence[Charge]) -> tuple[Cluster, ...]:
    """Group charges by attackers and victims, then by area and day; acts told without a day join the heaviest group."""
    by_pair: dict[Pair, list[Charge]] = {}
    for charge in recent(found):
        by_pair.setdefault((charge.attackers, charge.victims), []).append(charge)
    return tuple(
        Cluster(attackers=pair[0], victims=pair[1], charges=group)
        for pair, same in by_pair.items()
        for group in _split(same)
    )


def join(cluster: Cluster, more: Sequence[Charge]) -> Cluster:
    """Add charges to a cluster, whose sides stay as they are."""
    return Cluster(attackers=cluster.attackers, victims=cluster.victims, charges=cluster.charges + tuple(more))


def recent(found: Sequence[Charge]) -> tuple[Charge, ...]:
    """Leave out what is dated long before publication, unless the headline or lede tells it and nothing is newer."""
    old = [c for c in found if _age(c) > RECENT]
    dated = [c for c in found if c.telling.days]
    about_it = any(c.telling.weight >= WEIGHTS["lede"] for c in old)
    return tuple(found) if about_it and len(old) == len(dated) else tuple(c for c in found if c not in old)


def _age(charge: Charge) -> timedelta:
    days, published = charge.telling.days, charge.telling.published
    last = days and (days.last or days.first)
    return published - last if last and published else timedelta(0)


def _split(found: Sequence[Charge]) -> tuple[tuple[Charge, ...], ...]:
    order = {c.telling.ref: i for i, c in enumerate(found)}
    groups: list[list[Charge]] = []
    for charge in sorted(found, key=_surest_first):
        fitting = [g for g in groups if fits(charge, g)]
        if fitting:
            max(fitting, key=lambda g: sum(c.telling.weight for c in g)).append(charge)
        else:
            groups.append([charge])
    return tuple(tuple(sorted(g, key=lambda c: order[c.telling.ref])) for g in groups)


def _only_guards(charge: Charge) -> bool:
    told = charge.telling
    foreign = told.place is not None and told.place.within in charge.victims
    return told.concept in GUARDING and not foreign


def _surest_first(charge: Charge) -> tuple[bool, bool, int, str, int]:
    told = charge.telling
    dated = told.days is not None and told.concept not in LASTING
    return (not dated, told.place is None, -told.weight, told.ref.report, told.statement.trigger.span[0])


def fits(charge: Charge, group: Sequence[Charge]) -> bool:
    """Can the charge be of the same act as these: at a place near one of theirs, on a day of theirs?"""
    told, others = charge.telling, [c.telling for c in group]
    if told.place and any(o.place for o in others) and not any(_one_scene(told, o) for o in others if o.place):
        return False
    if told.concept in LASTING:
        return True
    return all(overlap(told.days, o.days) for o in others if o.concept not in LASTING)


def _one_scene(a: Telling, b: Telling) -> bool:
    """Are two acts of one scene: in one area, or of one day's fire that one text places where it came from?"""
    if same_area(a.place, b.place):
        return True
    wide = "state" in {p.kind for p in (a.place, b.place) if p}
    one_day = a.days is not None and b.days is not None and a.days.overt and b.days.overt and overlap(a.days, b.days)
    return wide and one_day and {a.family, b.family} <= FIRE | HARM


def place_of(told: Iterable[Telling]) -> Place | None:
    """Choose the place of an act: of the places told the exactest kind, then the one told most, then the smallest."""
    weights: dict[str, int] = {}
    places: dict[str, Place] = {}
    for telling in told:
        if telling.place:
            places[telling.place.id] = telling.place
            weights[telling.place.id] = weights.get(telling.place.id, 0) + telling.weight
    return min(places.values(), key=lambda p: (p.kind == "state", -weights[p.id], narrowness(p)), default=None)


def case_place(told: Sequence[Telling]) -> CasePlace:
    """Give the place of an act for a case: by its name, with the point where the gazetteer has one."""
    place = place_of(told)
    named = [t.statement.place for t in told if t.statement.place and t.statement.place.text and not t.place]
    if (place is None or place.kind == "state") and named and named[0].text:
        return CasePlace(name=named[0].text)
    if place is None:
        return CasePlace(name=PLACE_UNKNOWN)
    return CasePlace(name=place.name("en"), lat=place.lat, lon=place.lon)
