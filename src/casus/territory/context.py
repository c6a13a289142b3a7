"""Which place each name of a text means, judged together: by states named, places near one another, kind and size."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from casus.records.place import NameInText, Place
from casus.territory.candidates import Candidate
from casus.territory.geometry import great_circle_km

Candidates = Callable[[str], tuple[Candidate, ...]]

OF_STATE = 2.5
"""What it adds that a place lies in a state the text speaks of; scores are powers of ten of people."""
NEAR = 3.0
NEAR_KM = 300.0
"""What it adds to lie beside another place of the text; it falls off with this distance."""
KEPT = 1.0
A_STATE = 2.5
LESS = 1.0
"""What it takes away to be a division, or to be called so only beside another name."""
QUALIFIED = 8.0
"""What it adds that the text itself says within what a place lies: Cordoba, Argentina."""
CLEAR = 1.5
"""A name whose first candidate is so far ahead of the next stands by itself, and others are judged by it."""
WELL_KNOWN = 100_000
FAMOUS = 500_000
"""Towns that a bare name may mean: of a state the text speaks of, of any state."""
TOWN = 15_000
"""Smaller towns are meant only where the words mark a place and the text speaks of their state."""


def settle(named: Sequence[NameInText], candidates: Candidates, states: Iterable[str]) -> tuple[Place | None, ...]:
    """Choose the place that each name of one text means, None where it is likely none; ``states`` are its parties."""
    found = {n.name: candidates(n.name) for n in named}
    anchors = tuple(filter(None, (_anchor(found[name]) for name in dict.fromkeys(n.name for n in named))))
    spoken = frozenset(states) | {c[0].place.id for c in found.values() if c and c[0].place.kind == "state"}
    spoken |= {a.place.within for a in anchors if a.place.within and (a.kept or a.people >= WELL_KNOWN)}
    chosen: list[Place | None] = []
    for n, name in enumerate(named):
        inside = found[named[n + 1].name] if n + 1 < len(named) and _joined(name, named[n + 1]) else ()
        holding = found[named[n - 1].name] if n and _joined(named[n - 1], name) else ()
        chosen.append(_best(name, found[name.name], spoken, anchors, (inside, holding)))
    return _one_sense(named, chosen)


def _anchor(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """Give the candidate of a name that stands by itself; a state is none, for places lie in states by name."""
    ranked = sorted(candidates, key=_alone, reverse=True)
    clear = len(ranked) == 1 or (len(ranked) > 1 and _alone(ranked[0]) - _alone(ranked[1]) >= CLEAR)
    return ranked[0] if clear and ranked[0].place.kind != "state" and ranked[0].lat is not None else None


def _alone(candidate: Candidate) -> float:
    """Score a candidate by what it is."""
    score = math.log10(candidate.people + 10) + (KEPT if candidate.kept else 0.0)
    if candidate.place.kind == "region" and not candidate.kept:
        score -= LESS  # its people are those of all its towns
    if not candidate.first:
        score -= LESS
    return score + (A_STATE if candidate.place.kind == "state" else 0.0)


def _best(
    name: NameInText, candidates: tuple[Candidate, ...], spoken: frozenset[str], anchors: tuple[Candidate, ...],
    beside: tuple[tuple[Candidate, ...], tuple[Candidate, ...]],
) -> Place | None:  # fmt: skip
    fit = [c for c in candidates if _likely(c, name, spoken)]
    others = [a for a in anchors if all(a.place.id != c.place.id for c in candidates)]
    inside, holding = beside
    scored = [
        (_in_context(c, spoken, others) + max(_qualified(c, inside), _qualifies(c, holding)), -n, c)
        for n, c in enumerate(fit)
    ]
    return max(scored, key=lambda s: s[:2])[2].place if scored else None


def _likely(candidate: Candidate, name: NameInText, spoken: frozenset[str]) -> bool:
    """Tell whether a name may mean a place so little known, by the words about it and the states of the text."""
    known = WELL_KNOWN if name.marked or candidate.place.within in spoken else FAMOUS
    if candidate.kept or (candidate.people >= known and candidate.place.kind != "region"):
        return True
    here = candidate.place.within in spoken
    if name.marked:
        return here or (candidate.people >= TOWN and candidate.first)
    return here and candidate.people >= TOWN and " " in name.name


def _in_context(candidate: Candidate, spoken: frozenset[str], anchors: Sequence[Candidate]) -> float:
    score = _alone(candidate)
    if candidate.place.within in spoken and candidate.place.kind != "state":
        score += OF_STATE
    return score + NEAR * max((math.exp(-_km(candidate, a) / NEAR_KM) for a in anchors), default=0.0)


def _joined(name: NameInText, after: NameInText) -> bool:
    """Does one name stand before another with a comma between them?"""
    return 0 <= after.span[0] - name.span[1] <= 2


def _qualifies(candidate: Candidate, inner: tuple[Candidate, ...]) -> float:
    """Give what it adds that the name before is that of a place in it."""
    return max((_qualified(i, (candidate,)) for i in inner), default=0.0)


def _qualified(candidate: Candidate, inside: tuple[Candidate, ...]) -> float:
    """Give what it adds that the next name is that of the state or the division it lies in."""
    for outer in inside:
        if outer.place.kind == "state" and candidate.place.within == outer.place.id:
            return QUALIFIED
        if outer.place.kind == "region" and outer.place.id != candidate.place.id and _km(outer, candidate) <= 50.0:
            return QUALIFIED
    return 0.0


def _km(one: Candidate, other: Candidate) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    away = great_circle_km(one.lat, one.lon, other.lat, other.lon)
    return max(0.0, away - (one.place.radius_km if one.place.kind == "region" else 0.0))


def _one_sense(named: Sequence[NameInText], chosen: list[Place | None]) -> tuple[Place | None, ...]:
    """Let a name that the words mark as a place somewhere mean that place everywhere in the text."""
    told: dict[str, Place] = {}
    for name, place in zip(named, chosen, strict=True):
        if place is not None and (name.marked or name.name not in told):
            told[name.name] = place
    return tuple(place or told.get(name.name) for name, place in zip(named, chosen, strict=True))
