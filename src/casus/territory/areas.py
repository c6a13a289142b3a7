"""Treaty areas (``data/places/areas.toml``): whether a point is within what a treaty's guarantee covers on a day."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import msgspec
import tomli

from casus.errors import CasusError
from casus.logic import NO, UNKNOWN, YES, Truth, all_of
from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.territory.ground import Ground, Spot
from casus.territory.outline import Circle, LatLon, Outline
from casus.vocabulary.bilingual import parted
from casus.vocabulary.phrases import both, day_words, same, say

_TRUTH = {"yes": YES, "no": NO, "unknown": UNKNOWN}


class Days(Record, frozen=True, kw_only=True):
    """Days between which something holds; closed, either end may be open."""

    from_: date | None = msgspec.field(name="from", default=None)
    until: date | None = None

    def valid(self, on: date) -> bool:
        """Tell whether it holds on that day."""
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)


class Member(Days, frozen=True, kw_only=True):
    """A state to whose ground an area extends, with the days."""

    state: str


class Rule(Days, frozen=True, kw_only=True, dict=True):
    """One step of an area: the first rule that fits a point decides."""

    answer: Literal["yes", "no", "unknown"]
    why: str
    why_ja: str = ""
    of: tuple[str, ...] = ()
    """Whose recognised ground it must be; ``members`` for any of the area's members that day."""
    held_by: tuple[str, ...] = ()
    """Who must control it; ``members`` likewise."""
    units: tuple[str, ...] = ()
    """Map units it must lie in."""
    sea: bool | None = None
    """True: only at sea; False: only on land."""
    polygon: tuple[LatLon, ...] = ()
    circles: tuple[Circle, ...] = ()

    @cached_property
    def outline(self) -> Outline | None:
        """The ground the rule is about; None for everywhere."""
        return Outline(polygon=self.polygon, circles=self.circles) if self.polygon or self.circles else None


class Area(Days, frozen=True, kw_only=True):
    """A treaty area; outside all its rules a point is not in it."""

    id: str
    also: tuple[str, ...] = ()
    """Other ids under which law files may ask for it."""
    says: Words
    source: str
    certainty: Certainty = "memory"
    member: tuple[Member, ...] = ()
    rule: tuple[Rule, ...] = ()

    def members(self, on: date) -> frozenset[str]:
        """Give the states to whose ground it extends on a day."""
        return frozenset(m.state for m in self.member if m.valid(on))


class Home(Days, frozen=True, kw_only=True, dict=True):
    """The home ground of a state that has, or had, overseas ground too."""

    state: str
    polygon: tuple[LatLon, ...]

    @cached_property
    def outline(self) -> Outline:
        """The home ground."""
        return Outline(polygon=self.polygon)


class AreaBook(Record, frozen=True, kw_only=True):
    """The file of areas."""

    schema: Literal[1]
    area: tuple[Area, ...]
    home: tuple[Home, ...] = ()


class Answer(Record, frozen=True, kw_only=True):
    """Is a point in an area, why, and in which position otherwise?"""

    truth: Truth
    why: Words
    positions: dict[str, Truth] = {}
    source: str = ""
    certainty: Certainty = "memory"


@cache
def area_book() -> AreaBook:
    """Load the file of areas."""
    text = (files("casus") / "data" / "places" / "areas.toml").read_text("utf-8")
    try:
        return msgspec.convert(parted(AreaBook, tomli.loads(text)), AreaBook)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as trouble:
        raise CasusError(f"places/areas.toml: {trouble}") from trouble


def in_area(area_id: str | None, spot: Spot, ground: Ground, units: tuple[str, ...], on: date) -> Answer:
    """Tell whether a point is in an area; the answer of each position where the ground's holder decides it."""
    area = next((a for a in area_book().area if area_id in {a.id, *a.also}), None)
    if area is None:
        ids = [a.id for a in area_book().area]
        near = get_close_matches(area_id or "", ids, 1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; the areas are {', '.join(ids)}"
        return Answer(truth=UNKNOWN, why=say("area_unknown", area=repr(area_id), hint=hint))
    if not area.valid(on):
        first, last = (day_words(day) if day else same("…") for day in (area.from_, area.until))
        why = say("area_days", area=area.id, first=first, last=last)
        return Answer(truth=UNKNOWN, why=why, source=area.source)
    truth, why = _decide(area, spot, ground, units, on)
    told = {v.position: _decide(area, spot, _seen(ground, v.holder), units, on)[0] for v in ground.views}
    return Answer(
        truth=truth,
        why=say("area_says", area=area.says, why=why),
        positions=told if set(told.values()) - {truth} else {},
        source=area.source,
        certainty=area.certainty,
    )


def _seen(ground: Ground, holder: str) -> Ground:
    """Give the ground as somebody sees it to whom it is the holder's."""
    return msgspec.structs.replace(ground, recognised=holder, doubt=(), undemarcated=(), views=())


def _decide(area: Area, spot: Spot, ground: Ground, units: tuple[str, ...], on: date) -> tuple[Truth, Words]:
    """Go through the rules in order; one that may fit but need not makes the answer unknown, unless it agrees."""
    maybe: list[tuple[Truth, Words]] = []
    for rule in area.rule:
        fit = _fits(rule, area, spot, ground, units, on)
        if fit is YES:
            return _settle(_TRUTH[rule.answer], both(rule.why, rule.why_ja), maybe)
        if fit is UNKNOWN:
            maybe.append((_TRUTH[rule.answer], both(rule.why, rule.why_ja)))
    return _settle(NO, say("area_outside", place=_named(spot)), maybe)


def _named(spot: Spot) -> Words | str:
    """Name what is asked about, as it was asked for in English."""
    return {**spot.names, "en": spot.name} if "ja" in spot.names else spot.name


def _settle(truth: Truth, why: Words, maybe: list[tuple[Truth, Words]]) -> tuple[Truth, Words]:
    other = next((m for m in maybe if m[0] is not truth), None)
    return (truth, why) if other is None else (UNKNOWN, say("area_maybe", rule=other[1]))


def _fits(rule: Rule, area: Area, spot: Spot, ground: Ground, units: tuple[str, ...], on: date) -> Truth:
    if not rule.valid(on):
        return NO
    if rule.outline is not None or rule.units or rule.sea is not None:
        if spot.lat is None or spot.lon is None:
            return UNKNOWN
        if rule.outline is not None and not rule.outline.holds(spot.lat, spot.lon):
            return NO
        if rule.units and not set(rule.units) & set(units):
            return NO
        if rule.sea is not None and rule.sea != ground.water:
            return NO
    return _holder_fits(rule, area, ground, on)


def _holder_fits(rule: Rule, area: Area, ground: Ground, on: date) -> Truth:
    owners, holders = _expand(rule.of, area, on), _expand(rule.held_by, area, on)
    if (owners or holders) and ground.standing == "sea":
        return NO
    fits = [YES]
    if owners:
        fits.append(_among(ground.recognised, ground.rivals, owners))
    if holders:
        fits.append(_among(ground.controller, frozenset() if ground.controller else ground.parties, holders))
    return all_of(fits)


def _among(holder: str | None, rivals: frozenset[str], wanted: frozenset[str]) -> Truth:
    """Tell whether the holder is among those wanted; where rivals may hold it, whether all, some or none are."""
    possible = rivals | ({holder} if holder else frozenset())
    if not possible:
        return UNKNOWN
    return YES if possible <= wanted else UNKNOWN if possible & wanted else NO


def _expand(listed: tuple[str, ...], area: Area, on: date) -> frozenset[str]:
    return frozenset(listed) - {"members"} | (area.members(on) if "members" in listed else frozenset())
