"""Which concepts tell the same kind of act, and which acts are armed."""

from __future__ import annotations

from functools import cache

FAMILIES: dict[str, frozenset[str]] = {
    "ground": frozenset(
        {"invade", "intrude", "cross_border", "infiltrate", "land", "occupy", "capture", "recapture", "control_area"}
        | {"stay", "hold", "advance", "encircle", "break_through", "storm", "break_in", "annex", "change_status_quo"}
    ),
    "waters and air": frozenset({"enter_waters", "enter_airspace", "sail_through"}),
    "attack": frozenset(
        {"attack", "offensive", "fight", "clash", "war", "return_fire", "counterattack", "retaliate", "repel", "raid"}
        | {"use_force", "intervene", "join_war", "violate_ceasefire"}
    ),
    "bombardment": frozenset(
        {"shell", "airstrike", "missile_strike", "drone_strike", "launch_weapon", "impact", "intercept"}
        | {"chemical_attack", "nuclear_attack"}
    ),
    "shooting": frozenset({"shoot", "open_fire", "warning_shots", "ambush"}),
    "shooting down": frozenset({"shoot_down"}),
    "sinking": frozenset({"sink"}),
    "explosion": frozenset(
        {"explosion", "bombing", "car_bomb", "suicide_attack", "lay_mines", "mine_strike", "set_fire"}
    ),
    "killing": frozenset({"kill", "be_killed", "casualties", "assassinate", "execute", "massacre", "ethnic_cleansing"}),
    "wounding": frozenset({"wound", "be_wounded", "torture"}),
    "destruction": frozenset({"destroy", "damage", "be_lost"}),
    "seizure": frozenset(
        {"detain", "arrest", "take_prisoner", "abduct", "hostage", "hijack", "seize_vessel", "confiscate", "board"}
    ),
    "pressure": frozenset({"ram", "water_cannon", "harass", "aim_weapons", "block", "lock_on", "shadow"}),
    "blockade": frozenset({"blockade", "cut_supply"}),
    "covert": frozenset({"cyberattack", "jam", "poison", "sabotage"}),
    "posture": frozenset(
        {"deploy", "reinforce", "mass", "move_forces", "mobilise", "alert", "scramble", "standoff", "patrol", "fortify"}
        | {"prepare_attack", "station", "police_deploy"}
    ),
    "involvement": frozenset({"be_involved", "command", "claim_responsibility"}),
    "withdrawal": frozenset(
        {"withdraw", "retreat", "disengage", "leave_scene", "ceasefire", "cease", "de_escalate", "hand_over"}
        | {"lift_blockade"}
    ),
    "demand": frozenset(
        {"demand", "demand_withdrawal", "demand_ceasefire", "demand_release", "demand_explanation", "demand_apology"}
        | {"order", "forbid", "ultimatum"}
    ),
    "appeal": frozenset(
        {"request", "appeal", "appeal_restraint", "request_help", "request_talks", "request_meeting", "propose"}
        | {"invoke_article"}
    ),
    "accusation": frozenset({"accuse", "blame", "criticise", "protest", "summon_ambassador"}),
    "denial": frozenset({"deny", "rebut", "reject", "refuse"}),
    "meeting": frozenset(
        {"meet", "summit", "convene", "consult", "phone", "visit", "host", "third_party", "negotiate"}
    ),
    "promise": frozenset(
        {"agree", "accept", "promise", "pledge_aid", "guarantee", "offer", "declare", "take_measures"}
    ),
    "help": frozenset(
        {"supply_arms", "military_aid", "come_to_aid", "military_cooperation", "peacekeeping", "support_rebels", "aid"}
    ),
    "threat": frozenset({"threaten", "warn", "deter", "threaten_measures", "threaten_nuclear", "declare_war"}),
    "decision": frozenset({"decide", "authorise", "adopt_resolution", "vote", "veto", "self_defence"}),
}
"""A family for each concept that events are grouped by; a concept of none is a family of its own."""

FIRE = frozenset({"attack", "bombardment", "shooting", "shooting down", "sinking", "explosion"})
"""Families of weapons used; "attack" is their general word and can tell the same act as any of the others."""

HARM = frozenset({"killing", "wounding", "destruction"})
"""What weapons did: evidence of an act, no act of its own."""

ARMED = FIRE | HARM | {"ground", "waters and air", "seizure", "pressure", "blockade", "covert"}
"""Families whose acts make a case; ``posture`` makes one only where no act of these is told of the same two."""

WEAPONS = frozenset(
    {"shell", "airstrike", "missile_strike", "drone_strike", "launch_weapon", "impact", "shoot", "open_fire", "ambush"}
    | {"shoot_down", "bombing", "car_bomb", "suicide_attack", "invade", "cross_border", "occupy", "chemical_attack"}
    | {"nuclear_attack", "enter_airspace", "enter_waters", "violate_ceasefire", "seize_vessel", "ram", "water_cannon"}
    | {"board", "hijack", "blockade", "cyberattack"}
)
"""Concepts that games, polls and markets do not borrow: one of them, or a named force, shows that arms are meant."""

LASTING = frozenset({"stay", "hold", "station", "standoff", "war", "encircle", "blockade", "hostage"})
"""Concepts that go on: their day is not the day of the act."""

GUARDING = frozenset({"hold", "station", "repel", "return_fire", "intercept", "patrol"})
"""Concepts of one who keeps or guards: an act against somebody only on that one's ground, or beside other acts."""

MUTUAL = frozenset({"fight", "clash", "war", "standoff"})
"""Concepts in which each side acts against the other."""


@cache
def _by_concept() -> dict[str, str]:
    return {concept: family for family, concepts in FAMILIES.items() for concept in concepts}


def family(concept: str | None) -> str | None:
    """Give the family of a concept.

    >>> family("stay"), family("airstrike"), family("overlook"), family(None)
    ('ground', 'bombardment', 'overlook', None)
    """
    return None if concept is None else _by_concept().get(concept, concept)


def same_family(a: str, b: str) -> bool:
    """Can acts of two families be one act?

    >>> same_family("attack", "shooting"), same_family("bombardment", "shooting"), same_family("attack", "ground")
    (True, False, False)
    """
    return a == b or ("attack" in {a, b} and {a, b} <= FIRE)
