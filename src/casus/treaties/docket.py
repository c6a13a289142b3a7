"""What is on the table for one case: the case, the requests and decisions that count for it, and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from casus.logic import NO, UNKNOWN, any_of
from casus.records import Case, Incident, OrganDecision, PlaceFact, Proof, Request
from casus.treaties.authorising import authorising
from casus.treaties.invocation import Article, decides_for, instruments
from casus.treaties.law import Authorisation, Law, Treaty
from casus.treaties.places import PlaceFacts
from casus.treaties.status import Status, status, statuses
from casus.vocabulary.phrases import both, in_language

NOBODY = "whose ground is asked about is not known: nobody is named"
NOBODY_JA = "誰の土地かを問う相手が示されていない"
REQUEST_LEAD = timedelta(days=30)
"""How long before the act a request may be made and still be about it (a build-up is often met by asking)."""
DECISION_LAG = timedelta(days=365)
"""How long after the act an organ's decision may still be about it."""

Cuts = dict[int, tuple[Proof, int, Proof]]
"""Proofs cut down to what they rest on, by a node's identity: the node itself (kept, so that its identity stays its
own), the number of leaves, and the part."""


@dataclass(frozen=True)
class Asked:
    """A request with the instruments it is under and the articles it names of them."""

    request: Request
    under: dict[str, tuple[Article, ...]]


@dataclass(frozen=True)
class Docket:
    """One case with all that is asked and looked up for it; look-ups are remembered."""

    case: Case
    on: date
    law: Law
    places: PlaceFacts
    strict: bool
    asked: tuple[Asked, ...]
    decisions: tuple[OrganDecision, ...]
    general: dict[str, bool] = field(default_factory=dict)
    """Does a fact or shared term turn on nothing but the case (and its beneficiary)?"""
    proofs: dict[tuple[str, str | None, str], Proof] = field(default_factory=dict)
    """Proofs of those that do, by name, position and beneficiary."""
    bonds: dict[tuple[str, tuple[str, ...], str], Proof] = field(default_factory=dict)
    """Leaves about the bond of the obliged, by treaty, obliged and beneficiary."""
    cuts: Cuts = field(default_factory=dict)
    """Shared nodes of those proofs, cut down to what they rest on."""
    _places: dict[tuple[str, tuple[str, ...], str | None], PlaceFact] = field(default_factory=dict)
    _statuses: dict[str, Mapping[str, Status]] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[str, ...]:
        """Victims and attackers, sorted."""
        return tuple(sorted({*self.case.victim, *self.case.attacker}))

    @property
    def askers(self) -> tuple[str, ...]:
        """Those who made a request, sorted."""
        return tuple(sorted({a.request.by for a in self.asked}))

    @cached_property
    def authorised_by(self) -> Authorisation | None:
        """The resolution of the Security Council that covers the case, if one does."""
        return authorising(self.case, law=self.law, place=self.place)

    def statuses(self, treaty: Treaty) -> Mapping[str, Status]:
        """Give the status of every state an instrument knows that day."""
        if treaty.id not in self._statuses:
            self._statuses[treaty.id] = statuses(treaty, self.on, strict=self.strict)
        return self._statuses[treaty.id]

    def status(self, treaty: Treaty, state: str) -> Status:
        """Give a state's status under an instrument on the day."""
        return self.statuses(treaty).get(state) or status(treaty, state, self.on)

    def decided(self, treaty: Treaty) -> tuple[OrganDecision, ...]:
        """Give the decisions of an instrument's organs."""
        return tuple(d for d in self.decisions if decides_for(d, treaty))

    def place(self, name: str, parties: tuple[str, ...], area: str | None = None) -> PlaceFact:
        """Ask the territory room, once; of several parties whether it holds for any, of nobody it is UNKNOWN."""
        if not parties:
            return PlaceFact(name=name, truth=UNKNOWN, reason=NOBODY, reason_ja=NOBODY_JA, certainty="checked")
        key = name, parties, area
        if key not in self._places:
            ask = self.places.place_fact
            found = [ask(name, self.case.place, self.on, party=p, area=area) for p in parties]
            self._places[key] = found[0] if len(found) == 1 else _joined(found)
        return self._places[key]


def _joined(facts: list[PlaceFact]) -> PlaceFact:
    """Join one fact asked for several parties: YES if it holds for any."""
    views = sorted({v for f in facts for v in f.positions})
    truth = any_of(f.truth for f in facts)
    telling = [f for f in facts if f.truth is truth] if truth is not NO else facts
    return PlaceFact(
        name=facts[0].name,
        truth=truth,
        reason="; ".join(dict.fromkeys(f.reason for f in telling)),
        reason_ja="；".join(dict.fromkeys(in_language(both(f.reason, f.reason_ja), "ja") for f in telling)),
        positions={v: any_of(f.positions.get(v, f.truth) for f in facts) for v in views},
        source="; ".join(dict.fromkeys(f.source for f in telling if f.source)),
        certainty=min((f.certainty for f in facts), key=("memory", "partly", "checked").index),
    )


def _counts(day: date | None, first: date, last: date = date.max) -> bool:
    """Is a day (None: undated) within bounds?"""
    return day is None or first <= day <= last


def hear(incident: Incident, law: Law) -> tuple[Asked, ...]:
    """Work out, once an incident, which instruments its requests are under."""
    return tuple(Asked(r, instruments(r, law.treaties)) for r in incident.requests)


def open_docket(
    case: Case,
    asked: tuple[Asked, ...],
    decisions: tuple[OrganDecision, ...],
    *,
    law: Law,
    places: PlaceFacts,
    on: date | None = None,
    strict: bool = False,
) -> Docket:
    """Gather what counts for a case; status is asked for ``on``, else for the case's day."""
    first = case.on - min(REQUEST_LEAD, case.on - date.min)
    end = case.until or case.on
    last = end + min(DECISION_LAG, date.max - end)
    return Docket(
        case=case,
        on=on or case.on,
        law=law,
        places=places,
        strict=strict,
        asked=tuple(a for a in asked if _counts(a.request.on, first)),
        decisions=tuple(d for d in decisions if _counts(d.on, case.on, last)),
    )
