"""Facts of the place: as the case states them, else as the territory room knows them, in each position."""

from __future__ import annotations

from collections.abc import Iterable

from casus.logic import UNKNOWN, Truth
from casus.records.finding import Certainty
from casus.treaties.situation import INCIDENT, Leaf, Situation
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import both, say

HOMELAND, OWN_GROUND = "act.on_homeland", "place.of_beneficiary"
PLACE_FACTS = frozenset(
    f"place.{what}"
    for what in (
        "of_beneficiary",
        "of_attacker",
        "of_obliged",
        "held_by_beneficiary",
        "disputed",
        "undemarcated",
        "on_land",
        "in_area",
        "metropolitan",
    )
)

PlaceQuestion = tuple[str, tuple[str, ...], str | None]
"""A place fact's name, whose ground is asked about, and which treaty area."""


def views_on(it: Situation, names: Iterable[str]) -> tuple[str, ...]:
    """Name the positions that differ on any of these facts, sorted."""
    found: set[str] = set()
    for name in names:
        asked = _asked(it, name)
        if asked and _stated(it, name) is UNKNOWN:
            found |= set(it.docket.place(*asked).positions)
    return tuple(sorted(found))


def place_answer(it: Situation, name: str, position: str | None) -> Leaf:
    """Answer a place fact, or whether the act was on the victim's homeland.

    What the case states goes first; then the territory room, in a position's view where it has one; and where the room
    knows nothing of whose ground it is, what the case says of the homeland.
    """
    stated = _stated(it, name)
    if stated is not UNKNOWN:
        return stated, it.phrase(OWN_GROUND if it.docket.case.fact(name) is UNKNOWN else name, stated), INCIDENT
    asked = _asked(it, name)
    found = _look(it, asked, position) if asked else (UNKNOWN, {"en": f"{name} cannot be asked"}, "")
    home = it.docket.case.fact(HOMELAND)
    if (
        found[0] is UNKNOWN
        and home is not UNKNOWN
        and name == OWN_GROUND
        and it.sole_victim
        and not views_on(it, [name])
    ):
        return home, it.phrase(HOMELAND, home), INCIDENT
    return found


def place_certainty(it: Situation, name: str) -> Certainty | None:
    """Give the certainty of the files a place fact comes from; None where the case itself states it."""
    asked = _asked(it, name)
    return it.docket.place(*asked).certainty if asked and _stated(it, name) is UNKNOWN else None


def _stated(it: Situation, name: str) -> Truth:
    """Give a fact as the case states it; ground stated as the victim's is its homeland."""
    given = it.docket.case.fact(name)
    return it.docket.case.fact(OWN_GROUND) if name == HOMELAND and given is UNKNOWN and it.sole_victim else given


def _asked(it: Situation, name: str) -> PlaceQuestion | None:
    """Give the question a fact puts to the territory room, if it puts one."""
    match name:
        case "act.on_homeland":
            return OWN_GROUND, it.docket.case.victim, None
        case "place.of_attacker":
            return name, it.docket.case.attacker, None
        case "place.of_obliged":
            return name, it.obliged, None
        case "place.in_area":
            return name, (it.beneficiary,), it.text.area
    return (name, (it.beneficiary,), None) if name.startswith("place.") else None


def _look(it: Situation, asked: PlaceQuestion, position: str | None) -> Leaf:
    """Ask the territory room, in a position's view where it has one."""
    found = it.docket.place(*asked)
    reason = both(found.reason, found.reason_ja)
    if position is None or position not in found.positions:
        return found.truth, say("detail", says=it.phrase(asked[0], found.truth), detail=reason), found.source
    seen = found.positions[position]
    says = say("seen_by", party=coded(position), says=it.phrase(asked[0], seen))
    return seen, say("detail", says=says, detail=reason), found.source
