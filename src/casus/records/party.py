"""Party ids as readings write them, made into the sides of a case."""

from __future__ import annotations

import re
from functools import cache

from casus.records.base import Record

ROLES = frozenset({"GOV", "MIL", "REB", "COP", "SPY", "LEG", "JUD", "CIV", "MED", "BUS", "REL", "NGO"})
UNARMED = frozenset({"CIV", "MED", "BUS", "REL", "NGO", "JUD"})
NO_STATES = frozenset({"IGO", "NSA", "NGO"})
_STATE = re.compile(r"[A-Z]{3}")
_ENTITY = re.compile(r"[A-Z]{3}-[A-Z0-9]+")


class Side(Record, frozen=True, kw_only=True):
    """One party with the roles it is named in; ``id`` as cases write it."""

    id: str
    roles: frozenset[str] = frozenset()

    @property
    def armed(self) -> bool:
        """Can it be the one who uses force: a state, its forces or organs, an alliance, an armed group?"""
        return not self.roles or not self.roles <= UNARMED


def is_state(party: str) -> bool:
    """Is it the code of a state?

    >>> is_state("ARM"), is_state("AZE-ARTSAKH"), is_state("NSA REB"), is_state("IGO")
    (True, False, False, False)
    """
    return bool(_STATE.fullmatch(party)) and party not in NO_STATES and party not in ROLES


def ground_of(party: str) -> str | None:
    """Give the state on whose recognised ground a state or an unrecognised entity is; None for others."""
    head = party.split("-", 1)[0]
    return head if is_state(head) else None


@cache
def sides(party_id: str) -> tuple[Side, ...]:
    """Read a reading's party id, several joined by commas; words that name no party are left out.

    >>> [s.id for s in sides("PER MIL, ECU MIL")], [s.id for s in sides("MDA PMR GOV")]
    (['PER', 'ECU'], ['MDA-PMR'])
    >>> [s.id for s in sides("IGO NATO")], [s.id for s in sides("PSE REB")], sides("unknown")
    (['IGO NATO'], ['NSA PSE REB'], ())
    """
    found: list[Side] = []
    for part in party_id.split(","):
        side = _side(part.split())
        if side is not None and side.id not in {f.id for f in found}:
            found.append(side)
    return tuple(found)


def _side(tokens: list[str]) -> Side | None:
    roles = frozenset(t for t in tokens if t in ROLES)
    names: list[str] = []
    for token in tokens:  # a tag names the party only before the first role: "MDA PMR GOV", not "XKX CIV SRB"
        if token in ROLES:
            break
        names.append(token)
    if not names:
        return Side(id="NSA REB", roles=roles) if "REB" in roles else None
    head = names[0]
    if head in NO_STATES:
        return Side(id=" ".join(names), roles=roles) if len(names) > 1 else None
    if not (is_state(head) or _ENTITY.fullmatch(head)):
        return None
    if "REB" in roles:
        return Side(id=f"NSA {' '.join(names[1:]) or head + ' REB'}", roles=roles)
    tag = "-".join(names[1:])
    return Side(id=f"{head}-{tag}" if tag.isupper() else head, roles=roles)
