"""Who is bound by an instrument on a day, worked out from its dated acts alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Record, Words
from casus.records.finding import Certainty
from casus.treaties.law import Act, Law, Treaty
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import both, day_words, say


class Status(Record, frozen=True, kw_only=True):
    """Is a state bound by an instrument on a day, since when, by which act?"""

    truth: Truth
    since: date | None = None
    """First day of the present standing; None where no act is recorded."""
    act: Act | None = None
    """The act that decided."""
    says: str
    says_ja: str
    assumed: bool = False
    """Is the standing carried past the day the file was last checked for?"""
    suspended_towards: tuple[str, ...] = ()
    clouded: bool = False
    """Bound, but frozen, denounced, or suspended towards some."""
    signed: bool = False
    """Has it signed without (yet) being bound?"""
    certainty: Certainty

    @property
    def ground(self) -> str:
        """The words with the act's ground in parentheses."""
        return self.words["en"]

    @property
    def words(self) -> Words:
        """The words with the act's ground in parentheses, in each language."""
        says = {"en": self.says, "ja": self.says_ja}
        if not self.act or not self.act.ground:
            return says
        return say("with_ground", says=says, ground=both(self.act.ground, self.act.ground_ja))

    @property
    def source(self) -> str:
        """The source of the act that decided."""
        return self.act.source if self.act else ""


class _Standing:
    """The standing of one state while its acts are gone through in order."""

    def __init__(self) -> None:
        self.bound: Act | None = None
        self.left: Act | None = None
        self.signed: Act | None = None
        self.suspended: Act | None = None
        self.frozen: Act | None = None
        self.denounced: Act | None = None
        self.towards: dict[str, Act] = {}

    def take(self, act: Act) -> None:
        """Apply one act."""
        match act.does:
            case "sign":
                self.signed = act
            case "become bound":
                self.bound, self.left, self.suspended, self.frozen, self.denounced = act, None, None, None, None
            case "cease to be bound":
                self.bound, self.left = None, act
                self.towards.clear()
            case "suspend" if act.towards:
                self.towards |= dict.fromkeys(act.towards, act)
            case "suspend":
                self.suspended = act
            case "resume":
                self.suspended, self.frozen = None, None
                self.towards = {s: a for s, a in self.towards.items() if act.towards and s not in act.towards}
            case "freeze":
                self.frozen = act
            case "denounce":
                self.denounced = act


def _bound_words(state: str, standing: _Standing, bound: Act) -> Words:
    """Say since when a state is bound and what clouds it."""
    says = say("status_bound", state=coded(state), day=day_words(bound.on))
    if standing.frozen:
        says = say("status_frozen", says=says, day=day_words(standing.frozen.on))
    if standing.denounced:
        says = say("status_denounced", says=says, day=day_words(standing.denounced.on))
    for other, act in sorted(standing.towards.items()):
        says = say("status_towards", says=says, other=coded(other), day=day_words(act.on))
    return says


def _decided(state: str, standing: _Standing) -> tuple[Truth, Act | None, Words]:
    """Give what a standing comes to, the act that decided, and both in words."""
    name = coded(state)
    if standing.bound and standing.suspended:
        return NO, standing.suspended, say("status_suspended", state=name, day=day_words(standing.suspended.on))
    if standing.bound:
        return YES, standing.bound, _bound_words(state, standing, standing.bound)
    if standing.left:
        return NO, standing.left, say("status_left", state=name, day=day_words(standing.left.on))
    if standing.signed:
        return NO, standing.signed, say("status_signed", state=name, day=day_words(standing.signed.on))
    return NO, None, say("status_none", state=name)


def _status(treaty: Treaty, state: str, standing: _Standing, on: date, *, strict: bool) -> Status:
    """Turn a standing into a status."""
    truth, act, says = _decided(state, standing)
    assumed = act is not None and on > treaty.checked_until
    if assumed:
        says = say("status_carried", says=says, day=day_words(treaty.checked_until))
    return Status(
        truth=UNKNOWN if assumed and strict else truth,
        since=act.on if act else None,
        act=act,
        says=says["en"],
        says_ja=says["ja"],
        assumed=assumed,
        clouded=bool(standing.bound and (standing.frozen or standing.denounced or standing.towards)),
        suspended_towards=tuple(sorted(standing.towards)) if standing.bound else (),
        signed=bool(act and act.does == "sign"),
        certainty=(act.certainty or treaty.certainty) if act else treaty.certainty,
    )


_Era = tuple[int, bool, bool]
"""Between two acts nothing changes: how many acts there were, is the last check past, is that held against it?"""


def statuses(treaty: Treaty, on: date, *, strict: bool = False) -> Mapping[str, Status]:
    """Give the status of every state with an act up to a day, worked out once for each era of a treaty."""
    done = bisect_right(treaty.dated, on, key=lambda a: a.on)
    era: _Era = done, on > treaty.checked_until, strict
    kept: dict[_Era, Mapping[str, Status]] = treaty.__dict__.setdefault("_statuses", {})
    if era not in kept:
        standings: dict[str, _Standing] = {}
        for act in treaty.dated[:done]:
            for state in act.states:
                standings.setdefault(state, _Standing()).take(act)
        kept[era] = {s: _status(treaty, s, standings[s], on, strict=strict) for s in sorted(standings)}
    return kept[era]


def status(treaty: Treaty, state: str, on: date, *, strict: bool = False) -> Status:
    """Say whether a state is bound by an instrument on a day.

    Signature alone does not bind; a freeze or a denunciation does not end the bond, a suspension rests it. Past
    ``checked_until`` the last standing is carried and marked ``assumed``; with ``strict`` it is UNKNOWN.
    """
    known = statuses(treaty, on, strict=strict).get(state)
    return known or _status(treaty, state, _Standing(), on, strict=strict)


def parties(treaty: Treaty, on: date) -> tuple[str, ...]:
    """All states bound that day, sorted; one whose participation is frozen is bound, one wholly suspended is not."""
    return tuple(s for s, found in statuses(treaty, on).items() if found.truth is YES)


def between(law: Law, a: str, b: str, on: date) -> tuple[Treaty, ...]:
    """All instruments that bind two states to each other that day, in order of signature."""
    bound = (t for t in law.touching([a]) if all(status(t, s, on).truth is YES for s in (a, b)))
    return tuple(sorted(bound, key=lambda t: (t.signed, t.id)))
