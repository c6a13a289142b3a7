"""Follow-on cases of a hypothetical step: who strikes whom, where, and which facts the step itself declares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from casus.errors import Problem
from casus.logic import NO, YES, Truth
from casus.records import Case, CasePlace, Step, TerritoryFinding
from casus.treaties.places import PlaceFacts
from casus.treaties.steps import state_code, state_name
from casus.vocabulary.states import states

STRIKE: dict[str, Truth] = {
    "act.fire_opened": YES,
    "act.by_regular_forces": YES,
    "act.by_irregulars_sent": NO,
    "act.by_nonstate_group": NO,
    "act.returned_fire_only": NO,
    "act.invited": NO,
    "act.un_authorised": NO,
    "act.internal_unrest": NO,
}
"""What "attacks" means here, and no more: fire by a state's own forces, not a mere reply, uninvited."""
DECLARED = (
    "the attack is fire by regular forces, not a mere reply, uninvited and without the Security Council; deaths, "
    "scale, means and ground taken are left open"
)


class Grounds(PlaceFacts, Protocol):
    """What a cascade asks of the territory room: facts of places, and whose ground a place is."""

    def stand(self, place: CasePlace, on: date) -> TerritoryFinding:
        """Say whose ground a place is on a day."""
        ...


@dataclass(frozen=True)
class Target:
    """Where a step strikes, whom, and what was assumed to say so."""

    victim: str
    place: CasePlace
    says: str = ""


def home(code: str) -> CasePlace:
    """Give a place for a state's own soil: its capital, else the state by its name."""
    state = states().by_code(code)
    capital = (state.capitals.get("en") or ("",))[0] if state else ""
    return CasePlace(name=capital or state_name(code))


def at_home(code: str) -> Target:
    """Give a state's own soil as a target, with the assumption that makes it one."""
    place = home(code)
    return Target(code, place, f"{place.name} stands for the soil of {state_name(code)}")


def aim(step: Step, on: date, *, places: Grounds) -> Target | Problem:
    """Find whom and where a step strikes: a state on its own soil, or whoever's ground a place is.

    On ground recognised as the striker's own it is whoever holds it.
    """
    target = step.target or ""
    if code := state_code(target):
        return at_home(code)
    ground = places.stand(CasePlace(name=target), on)
    owner = ground.controller if ground.recognised == step.by else ground.recognised
    where = f"step '{step.written()}'"
    if owner is None:
        return Problem(where=where, what=f"whose ground {target} is is not known", hint="name the state it strikes")
    if owner == step.by:
        return Problem(where=where, what=f"{target} is {state_name(step.by)}'s own and held by it")
    return Target(owner, CasePlace(name=target))


def strike(by: tuple[str, ...], victim: str, place: CasePlace, on: date, id_: str) -> Case:
    """Make the case of a strike on a state at a place; whose ground that is, the territory room says."""
    return Case(id=id_, on=on, attacker=by, victim=(victim,), place=place, told_by="hypothesis", facts=dict(STRIKE))


def strike_abroad(by: tuple[str, ...], victim: str, place: CasePlace, on: date, id_: str) -> Case:
    """Make the case of a strike on a helper's forces on the ground of the one they help."""
    facts = {**STRIKE, "act.on_homeland": NO, "act.on_forces_abroad": YES}
    return Case(id=id_, on=on, attacker=by, victim=(victim,), place=place, told_by="hypothesis", facts=facts)
