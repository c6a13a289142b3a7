"""Corrections by people, as data that pure functions apply."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from casus.records.base import Record


class Decision(Record, frozen=True, kw_only=True):
    """A person's correction: by whom, when, why; undone by another decision, never edited."""

    id: str
    does: Literal["merge", "split", "set-fact", "regrade", "correct", "undo"]
    target: str
    """Id of what it bears on: an event, a case, a statement, another decision."""
    name: str | None = None
    """For ``set-fact`` the fact's name."""
    value: str | None = None
    by: str
    at: datetime
    why: str


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decisions that hold, oldest first: those undone are left out, and so is an undoing that was undone."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.does == "undo" and decision.id not in undone:
            undone.add(decision.target)
    return tuple(d for d in ordered if d.does != "undo" and d.id not in undone)
