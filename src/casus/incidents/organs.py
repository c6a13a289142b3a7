"""What organisations said, decided and did about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from casus.incidents.speech import day_of, is_content, vouched
from casus.incidents.telling import Telling
from casus.records import InvocationStep, OrganDecision
from casus.records.incident import Decided

_STEPS: dict[str, Literal["statement", "meeting", "decision", "act"]] = {
    "promise": "statement",
    "accusation": "statement",
    "threat": "statement",
    "appeal": "statement",
    "demand": "statement",
    "meeting": "meeting",
    "decision": "decision",
    "help": "act",
    "posture": "act",
}
_DECIDES: dict[str, Decided] = {"self_defence": "measures", "veto": "none"}
_TAKES = frozenset({"deploy", "peacekeeping", "military_aid", "supply_arms", "come_to_aid", "take_measures"})
_FORCE = frozenset({"use_force", "intervene", "airstrike", "attack"})


def organ_step(telling: Telling, told: Sequence[Telling]) -> InvocationStep | None:
    """Make a step of what an organisation is said to have stated, decided or done, with what it said it would do."""
    organ = _organ(telling)
    what = _STEPS.get(telling.family)
    if organ is None or what is None:
        return None
    contents = [c.ref for c in told if is_content(c, telling, organ)]
    to = next((s.id for s in telling.recipients if s.id != organ), None)
    return InvocationStep(what=what, by=organ, to=to, on=day_of(telling), statements=(telling.ref, *contents))


def announces(step: InvocationStep, told: Sequence[Telling]) -> bool:
    """Is the statement of an organisation nobody asked more than a comment: does it promise something?"""
    return any(t.ref in step.statements and t.family == "promise" for t in told)


def decisions_of(telling: Telling, told: Sequence[Telling], asked: set[str]) -> list[OrganDecision]:
    """Read decisions of organisations: one that was asked and met has consulted; only "decided" decides more."""
    organ = _organ(telling)
    if organ is None:
        return []
    if telling.family == "meeting":
        decided: Decided | None = "consult" if organ in asked else None
    elif telling.concept in {"refuse", "reject"} and organ in asked:
        decided = "refused"
    elif telling.family == "decision":
        decided = _DECIDES.get(telling.concept) or _decided(telling, told, organ)
    else:
        decided = None
    if decided is None:
        return []
    name, rests_on = _organ_name(telling, organ), (telling.ref.statement,)
    return [OrganDecision(organ=name, on=day_of(telling), decided=decided, statements=rests_on)]


def _organ(telling: Telling) -> str | None:
    """Give the organisation that acts; none where only somebody else claims that it did."""
    organ = next((s.id for s in telling.actors if s.id.startswith("IGO ")), None)
    return organ if organ and vouched(telling, organ) else None


def _organ_name(telling: Telling, organ: str) -> str:
    """Name an organ as the text does, with the id of its organisation.

    The words keep which organ it was; the id says whose it is where they are a paraphrase ("the ambassadors met").
    """
    said = telling.statement.actor.text if telling.statement.actor else None
    return f"{said} ({organ})" if said else organ


def _decided(telling: Telling, told: Sequence[Telling], organ: str) -> Decided | None:
    content = {c.concept for c in told if is_content(c, telling, organ)}
    return "force" if content & _FORCE else "measures" if content & _TAKES else None


def distinct_decisions(decisions: Sequence[OrganDecision]) -> tuple[OrganDecision, ...]:
    """Leave out a decision told again."""
    kept: dict[tuple[str, str, date | None], OrganDecision] = {}
    for decision in decisions:
        kept.setdefault((decision.organ, decision.decided, decision.on), decision)
    return tuple(kept.values())
