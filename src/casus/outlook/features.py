"""Features that incidents are compared by, and those of an incident as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from casus.logic import NO, UNKNOWN, YES, Truth, any_of, from_bool
from casus.outlook.reading_files import installed
from casus.records import Finding, Incident, TerritoryFinding, Words
from casus.vocabulary.tables import read_table

NUCLEAR = ("state", "from", "until", "source", "certainty", "notes")
LAND_ACTS = ("act.territory_entered", "act.ground_held")


class Feature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feature: how much it weighs, and how it is told where it is so and where not."""

    weight: float
    yes: Words
    no: Words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    feature: dict[str, Feature]


@cache
def features() -> Mapping[str, Feature]:
    """Give all features by name (``data/features.toml``)."""
    found: _File = installed("features.toml", _File)
    return found.feature


def fact_features() -> frozenset[str]:
    """Give those that a precedent's file states; the others are worked out from its other tables."""
    return frozenset(name for name in features() if not name.startswith(("tie.", "asked.")))


def words_of(name: str, truth: Truth) -> Words:
    """Tell a feature as a clause."""
    feature = features()[name]
    return feature.yes if truth is YES else feature.no


def has_nuclear_weapons(state: str, on: date) -> bool:
    """Did a state have nuclear weapons that day (``data/nuclear.tsv``)?

    >>> has_nuclear_weapons("RUS", date(2021, 5, 12)), has_nuclear_weapons("IND", date(1962, 10, 20))
    (True, False)
    """
    for row in read_table("nuclear.tsv", NUCLEAR):
        until = row["until"]
        if row["state"] == state and row["from"] <= on.isoformat() and (not until or on.isoformat() <= until):
            return True
    return False


def features_of(
    incident: Incident, territory: Sequence[TerritoryFinding], findings: Sequence[Finding]
) -> dict[str, Truth]:
    """Work out an incident's features from its cases' facts, whose ground it is, and who is bound to whom.

    What several cases give is so where any of them has it. A feature that is not known is left out.
    """
    found: dict[str, Truth] = {}
    for name in features():
        if name.startswith(("act.", "victim.")):
            found[name] = any_of(case.fact(name) for case in incident.cases)
    attackers, victims = sides(incident)
    found |= _ties(findings, attackers, victims) | _grounds(territory, attackers, victims)
    found |= _sides(territory, attackers, victims, incident.cases[0].on)
    found["asked.help"] = YES if any(r.asks == "military_help" for r in incident.requests) else UNKNOWN
    on_land = [found[name] for name in LAND_ACTS]
    found["place.on_land"] = YES if YES in on_land else UNKNOWN
    return {name: truth for name, truth in found.items() if truth is not UNKNOWN}


def sides(incident: Incident) -> tuple[frozenset[str], frozenset[str]]:
    """Give the attackers and the victims of an incident's first case, by which it is known."""
    case = incident.cases[0]
    return frozenset(case.attacker), frozenset(case.victim)


def _ties(findings: Sequence[Finding], attackers: frozenset[str], victims: frozenset[str]) -> dict[str, Truth]:
    """Say whether instruments in force bind others to defend a side, or the sides to defend each other."""
    if not findings:
        return {}
    pacts = [f for f in findings if f.owes == "defence" and in_force(f)]
    return {
        "tie.between": _any(attackers & set(f.obliged) and victims & set(f.beneficiary) for f in pacts),
        "tie.victim": _any(set(f.obliged) - attackers - victims and victims & set(f.beneficiary) for f in pacts),
        "tie.attacker": _any(set(f.obliged) - attackers - victims and attackers & set(f.beneficiary) for f in pacts),
    }


def in_force(finding: Finding) -> bool:
    """Does the provision bind both, whatever its condition, and oblige rather than permit?"""
    return not any(leaf.truth is NO and _is_status(leaf.name) for leaf in finding.because.leaves())


def _is_status(name: str) -> bool:
    return name.startswith("status.") or name == "permits"


def _any(values: Iterable[object]) -> Truth:
    return from_bool(any(values))


def _grounds(
    territory: Sequence[TerritoryFinding], attackers: frozenset[str], victims: frozenset[str]
) -> dict[str, Truth]:
    """Say of the case's place whose ground it is; nothing where nobody knows."""
    if not territory:
        return {}
    place = territory[0]
    settled = place.recognised is not None and not place.undemarcated
    return {
        "place.of_victim": from_bool(place.recognised in victims) if settled else UNKNOWN,
        "place.of_attacker": from_bool(place.recognised in attackers) if settled else UNKNOWN,
        "place.held_by_victim": from_bool(place.controller in victims) if place.controller and settled else UNKNOWN,
        "place.disputed": YES if len({v.holder for v in place.views}) > 1 else UNKNOWN,
        "place.undemarcated": YES if place.undemarcated else UNKNOWN,
    }


def _sides(
    territory: Sequence[TerritoryFinding], attackers: frozenset[str], victims: frozenset[str], on: date
) -> dict[str, Truth]:
    line = {territory[0].recognised, territory[0].boundary_with} if territory else set()
    return {
        "sides.neighbours": YES if line & attackers and line & victims else UNKNOWN,
        "sides.attacker_nuclear": _any(has_nuclear_weapons(s, on) for s in attackers),
        "sides.victim_nuclear": _any(has_nuclear_weapons(s, on) for s in victims),
    }
