"""Attacks on the real map for tests: one case with its facts, and the answer to one duty."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, YES, Truth
from casus.records import Case, CasePlace, Finding, Incident, OrganDecision, Request
from casus.territory import open_territory
from casus.treaties import load_law, weigh

INVASION = dict.fromkeys(
    (
        "act.territory_entered",
        "act.ground_held",
        "act.fire_opened",
        "act.persons_killed",
        "act.heavy_weapons",
        "act.large_scale",
        "act.by_regular_forces",
        "victim.claims_threat",
    ),
    YES,
) | dict.fromkeys(
    (
        "act.returned_fire_only",
        "act.strike_from_afar",
        "act.by_irregulars_sent",
        "act.by_nonstate_group",
        "act.internal_unrest",
        "act.on_forces_abroad",
        "act.invited",
        "act.un_authorised",
        "victim.fired_first",
        "victim.at_war_already",
    ),
    NO,
)
"""A campaign on land by regular forces, unprovoked."""

STRIKE = {
    **INVASION,
    "act.territory_entered": NO,
    "act.ground_held": NO,
    "act.large_scale": NO,
    "act.strike_from_afar": YES,
}
"""One aimed strike with heavy weapons and deaths."""

PRESENCE = {
    **INVASION,
    "act.fire_opened": NO,
    "act.persons_killed": NO,
    "act.heavy_weapons": NO,
    "act.large_scale": NO,
}
"""Troops that enter and stay without a shot."""

UNREST = {
    **dict.fromkeys(
        ("act.fire_opened", "act.persons_killed", "act.by_nonstate_group", "act.internal_unrest", "act.on_homeland"),
        YES,
    ),
    **dict.fromkeys(("act.by_regular_forces", "act.by_irregulars_sent", "act.outside_support_shown"), NO),
    **dict.fromkeys(("act.invited", "act.un_authorised", "victim.fired_first"), NO),
}
"""Deadly disorder within, no hand from outside shown."""


def attack(
    on: date,
    by: str,
    upon: str,
    place: CasePlace,
    facts: dict[str, Truth],
    *told: Request | OrganDecision,
) -> tuple[Finding, ...]:
    """Weigh one case with what was asked and decided; nothing of it may be a problem."""
    one = Case(id="case", on=on, attacker=(by,), victim=(upon,), place=place, facts=facts)
    incident = Incident(
        id="attack",
        cases=(one,),
        requests=tuple(t for t in told if isinstance(t, Request)),
        decisions=tuple(t for t in told if isinstance(t, OrganDecision)),
    )
    found, problems = weigh(incident, law=load_law()[0], places=open_territory())
    assert problems == ()
    return found


def owed(found: tuple[Finding, ...], treaty: str, provision: str, obliged: str, beneficiary: str) -> Truth | None:
    """Give the answer to one duty; None where nothing is listed."""
    for f in found:
        if (f.treaty, f.provision) == (treaty, provision) and obliged in f.obliged and beneficiary in f.beneficiary:
            return f.answer
    return None


def why(found: tuple[Finding, ...], treaty: str, provision: str) -> str:
    """Give the reason of the first finding of a provision."""
    return next(f.why for f in found if (f.treaty, f.provision) == (treaty, provision))
