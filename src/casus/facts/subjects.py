"""Whose act a statement must tell of to bear on a fact of a case."""

from __future__ import annotations

from casus.records import Case, Statement
from casus.records.party import Side, sides

HARM = frozenset({"act.persons_killed"})
"""Facts about the victim's side suffering: what counts is who was hit, whoever is named as the one who did it."""

DECLARED = frozenset({"act.threat_declared", "act.ultimatum", "act.annexation_declared", "act.mobilised"})
"""Facts about what the attacker says or prepares: told in statements beside those of the act."""

ABOUT_VICTIM = frozenset({"act.internal_unrest"})
BY_VICTIM = frozenset({"repel"})
"""Concepts by which the victim's own act bears on a fact of the attacker's."""

DECLARATIONS = frozenset({"request_help", "invoke_article", "demand_withdrawal", "protest", "request_talks"})
"""Concepts that are themselves the declaring; of others the one who claims them declares."""


def acting(statement: Statement) -> frozenset[str]:
    """Give who acts, as parties of cases."""
    return _ids(statement.actor.id if statement.actor else None)


def suffering(statement: Statement) -> frozenset[str]:
    """Give who is acted on, as parties of cases."""
    return _ids(statement.recipient.id if statement.recipient else None)


def roles(statement: Statement, parties: tuple[str, ...]) -> frozenset[str]:
    """Give the roles in which these parties act in a statement."""
    found: tuple[Side, ...] = sides(statement.actor.id) if statement.actor else ()
    return frozenset(role for side in found if side.id in parties for role in side.roles)


def bears(fact: str, statement: Statement, case: Case, *, of_act: bool) -> bool:
    """Tell whether a statement, of the case's acts or beside them, has the parties that the fact asks about."""
    actors, hit = acting(statement), suffering(statement)
    attackers, victims = frozenset(case.attacker), frozenset(case.victim)
    if statement.concept in BY_VICTIM:
        return bool(actors & victims)
    if fact in ABOUT_VICTIM:
        return bool((actors | hit) & victims)
    if fact in DECLARED and not of_act:
        return bool(actors & attackers) and (bool(hit & victims) or not hit) and (fact != "act.mobilised" or bool(hit))
    if fact in HARM:
        return of_act and (bool(hit & victims) or not hit)
    if not of_act and statement.concept not in {"withdraw", "retreat", "support_rebels"}:
        return False
    return not actors or bool(actors & attackers)


def declares(statement: Statement, victims: tuple[str, ...]) -> bool:
    """Tell whether it is the victim that declares what the statement says."""
    if statement.concept in DECLARATIONS:
        return bool(acting(statement) & frozenset(victims))
    return bool(_ids(statement.source.id) & frozenset(victims))


def _ids(party_id: str | None) -> frozenset[str]:
    return frozenset(side.id for side in sides(party_id)) if party_id else frozenset()
