"""Did the Security Council authorise an act: the resolutions of ``data/authorisations.toml`` held against one case."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from casus.logic import YES
from casus.records import Case, PlaceFact
from casus.treaties.law import Authorisation, Law
from casus.treaties.law_file import LawFile
from casus.treaties.status import status

FILE = "authorisations.toml"
UN_AUTHORISED = "act.un_authorised"
CHARTER = "un-charter-1945"
MEMBERS, COOPERATING, SEA = "members", "members-cooperating", "sea"
_STATE = re.compile(r"[A-Z]{3}")
AskPlace = Callable[[str, tuple[str, ...]], PlaceFact]
"""Asks a place fact for some parties."""


def read_authorisations(file: LawFile, known_state: Callable[[str], bool]) -> tuple[Authorisation, ...]:
    """Read the resolutions; a state nobody knows and a mandate that ends before it begins are problems."""
    file.check_top("authorisation", "certainty", "checked_until")
    found = file.many("authorisation", Authorisation)
    for number, one in enumerate(found):
        path = ("authorisation", number)
        for key in ("to", "where", "against"):
            for party in getattr(one, key):
                if not (party in (MEMBERS, COOPERATING, SEA) or party[:4] in ("IGO ", "NSA ") or known_state(party)):
                    file.problem((*path, key), f"unknown state '{party}'", word=party)
        if one.until and one.until < one.from_:
            file.problem((*path, "until"), f"ends on {one.until}, before it begins on {one.from_}")
    return found


def authorising(case: Case, *, law: Law, place: AskPlace) -> Authorisation | None:
    """Give the resolution that covers a case by day, actor, opponent and ground; an undisputed one before others."""
    fits = [a for a in law.authorisations if a.holds(case.on) and _fits(a, case, law, place)]
    return min(fits, key=lambda a: (bool(a.disputed), a.adopted), default=None)


def _fits(one: Authorisation, case: Case, law: Law, place: AskPlace) -> bool:
    """Does a mandate cover who acts, against whom, and where?

    Where the text names no opponent it covers the force it names against armed groups, never a state against a state:
    that all members may help does not mean that whatever one of them does there is help.
    """
    if not case.attacker or not case.victim:
        return False
    if one.against:
        parties = all(v in one.against for v in case.victim) and all(_may(one, a, case.on, law) for a in case.attacker)
    else:
        parties = all(v.startswith("NSA ") for v in case.victim) and all(a in one.to for a in case.attacker)
    return parties and _there(one, case, place)


def _may(one: Authorisation, party: str, on: date, law: Law) -> bool:
    """Is a party among those who may act: by name, as a member state, or as a state of an organisation named?"""
    if party in one.to:
        return True
    return _STATE.fullmatch(party) is not None and any(_bound(law, wanted, party, on) for wanted in one.to)


def _bound(law: Law, wanted: str, state: str, on: date) -> bool:
    """Is a state bound by the Charter (where members may act) or by an instrument of the organisation that may?"""
    if wanted in (MEMBERS, COOPERATING):
        treaties = [t for t in law.treaties if t.id == CHARTER]
    else:
        treaties = [t for t in law.treaties if wanted in t.organisations]
    return any(status(t, state, on).truth is YES for t in treaties)


def _there(one: Authorisation, case: Case, place: AskPlace) -> bool:
    """Is the ground that of a state in which the mandate holds? One for the high seas is for a person to look up."""
    grounds = [state for state in one.where if state != SEA]
    if any(v in grounds for v in case.victim) and case.fact("act.on_homeland") is YES:
        return True
    return any(place("place.of_beneficiary", (state,)).truth is YES for state in grounds)
