"""What might follow from an incident: hypothetical steps and the provisions each would engage; ``casus.cascade/1``."""

from __future__ import annotations

from typing import Literal

from casus.logic import Truth
from casus.records.base import Record
from casus.records.finding import Certainty, Owes
from casus.records.incident import Case

CASCADE_FORMAT = "casus.cascade/1"

Does = Literal["helps", "attacks"]


class Step(Record, frozen=True, kw_only=True):
    """A hypothetical act of a state: it helps a victim, or attacks a state or place."""

    by: str
    does: Does
    target: str | None = None
    """A state's alpha-3 code or name, or a place; None leaves it to the course of things."""

    def written(self) -> str:
        """Give it as ``--act`` takes it.

        >>> Step(by="RUS", does="attacks", target="Azerbaijan").written()
        'RUS:attacks:Azerbaijan'
        """
        return ":".join(filter(None, (self.by, self.does, self.target)))


class Condition(Record, frozen=True, kw_only=True):
    """At most three things that, if they were so, would give an answer."""

    set: tuple[tuple[str, str], ...]
    answer: Truth
    says: str


class Engaged(Record, frozen=True, kw_only=True):
    """A provision that a step calls up, leaves open or leaves shut, with what would turn it."""

    treaty: str
    title: str
    signed: int
    provision: str
    cite: str
    owes: Owes
    obliged: tuple[str, ...]
    beneficiary: tuple[str, ...]
    answer: Truth
    why: str
    conditions: tuple[Condition, ...] = ()
    certainty: Certainty
    assumed: tuple[str, ...] = ()


class Tie(Record, frozen=True, kw_only=True):
    """A duty that ties a third state to one side."""

    to: str
    treaty: str
    title: str
    cite: str
    owes: Owes


class BoundToBoth(Record, frozen=True, kw_only=True):
    """A third state with duties to both sides of a case."""

    state: str
    ties: tuple[Tie, ...]


class CascadeNode(Record, frozen=True, kw_only=True):
    """One stage: the incident, a step taken, what could strike back at a helper, or who might be called next."""

    kind: Literal["incident", "helps", "attacks", "exposed", "called"]
    says: str
    case: Case | None = None
    """The case the provisions were weighed for; None where no new case arises."""
    assumes: tuple[str, ...] = ()
    right: Engaged | None = None
    """Of help: the right to give it (Article 51), which obliges nobody."""
    engaged: tuple[Engaged, ...] = ()
    """YES first, then open."""
    shut: tuple[Engaged, ...] = ()
    questions: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    both: tuple[BoundToBoth, ...] = ()
    stops: str = ""
    """Why it goes no further here; empty where it does."""
    next: tuple[CascadeNode, ...] = ()


class Cascade(Record, frozen=True, kw_only=True):
    """An incident with hypothetical steps after it."""

    format: Literal["casus.cascade/1"] = "casus.cascade/1"
    incident: str
    steps: tuple[Step, ...]
    depth: int
    root: CascadeNode
    made_with: str = ""
