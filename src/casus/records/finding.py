"""Findings: answered questions with their proofs; the form ``casus.obligations/1``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType

from casus.logic import Truth
from casus.records.base import Record, Words

OBLIGATIONS_FORMAT = "casus.obligations/1"

Owes = Literal["defence", "offence", "neutrality", "non-aggression", "consultation"]
Certainty = Literal["checked", "partly", "memory"]
Standing = Literal["settled", "majority", "contested"]
ProofKind = Literal["and", "or", "not", "term", "reading", "exception", "fact", "status", "declared"]


class Proof(Record, frozen=True, kw_only=True):
    """A node of a proof tree: a parent re-adds from its children, a leaf is a fact, a status or a gap."""

    kind: ProofKind
    name: str
    """The fact's or term's name, or the reading's; for ``and``/``or``/``not`` the operator."""
    truth: Truth
    says: str = ""
    """In words (English), for a leaf the reason or the gap."""
    source: str | None = None
    children: tuple[Proof, ...] = ()
    chosen: bool = True
    """For a reading: does the answer follow it (False: shown as dissent)?"""
    name_ja: str = ""
    """What a term, reading or exception is called in Japanese; empty where there is no text."""
    says_ja: str = ""
    """In words (Japanese); English stands in it, marked, where there is no text."""

    def leaves(self) -> tuple[Proof, ...]:
        """All leaves, left to right."""
        found: list[Proof] = []
        queue = [self]
        while queue:
            node = queue.pop()
            if node.children:
                queue.extend(reversed(node.children))
            else:
                found.append(node)
        return tuple(found)


class ReadingUsed(Record, frozen=True, kw_only=True):
    """An interpretation that bore on an answer."""

    of: str
    name: str
    standing: Standing
    truth: Truth
    authority: str
    followed: bool
    of_ja: str = ""
    name_ja: str = ""


class PositionAnswer(Record, frozen=True, kw_only=True):
    """The answer if one side's view of what is disputed is right."""

    position: str
    answer: Truth
    why: str
    why_ja: str = ""


class OpenQuestion(Record, frozen=True, kw_only=True):
    """Something that, once known, could settle an answer."""

    fact: str
    question: str
    question_ja: str = ""


class Flip(Record, frozen=True, kw_only=True):
    """A smallest set of things, now open, assumed or contested, that would turn an answer if they were so."""

    set: tuple[tuple[str, str], ...]
    """(name, value): a fact and ``yes`` or ``no``, a term and the name of the reading followed, or a status."""
    answer: Truth
    """What the answer would be."""


class Finding(Record, frozen=True, kw_only=True):
    """Is this provision engaged in this case, for these obliged, towards these beneficiaries?"""

    id: str
    question_id: str
    """Stable over runs: treaty, provision, obliged, beneficiary and case, not the answer."""
    treaty: str
    title: str
    signed: int
    provision: str
    cite: str
    owes: Owes
    duty: str
    """What is owed, in words (English)."""
    obliged: tuple[str, ...]
    beneficiary: tuple[str, ...]
    answer: Truth
    why: str
    because: Proof
    readings: tuple[ReadingUsed, ...] = ()
    positions: tuple[PositionAnswer, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    case: str
    certainty: Certainty
    assumed: tuple[str, ...] = ()
    made_with: str = ""
    flips: tuple[Flip, ...] = ()
    """What would flip it, the smallest sets first; worked out on demand."""
    flips_note: str = ""
    """Says (English) where the search for flips stopped short; empty where it did not."""
    cite_ja: str = ""
    duty_ja: str = ""
    why_ja: str = ""
    """The reason in Japanese; English stands in it, marked, where the law files have no Japanese."""
    assumed_ja: tuple[str, ...] = ()


class HolderView(Record, frozen=True, kw_only=True):
    """Whose a place is in one party's view, on a day."""

    position: str
    """The party that holds the view."""
    holder: str
    """Whose it is in that view."""
    source: str
    certainty: Certainty = "memory"


class TerritoryFinding(Record, frozen=True, kw_only=True):
    """Whose ground a place is on a day: recognised, held, claimed, and how near the boundary."""

    place: str
    """Id of the place."""
    name: Words
    on: date
    recognised: str | None
    """Country generally recognised as sovereign; None where not settled or not known."""
    recognised_why: str
    controller: str | None
    controller_why: str
    views: tuple[HolderView, ...] = ()
    boundary_km: float | None = None
    """Distance to the nearest international boundary of the data."""
    boundary_with: str | None = None
    accuracy_km: float | None = None
    """How far that boundary may be off."""
    undemarcated: bool = False
    notes: tuple[Words, ...] = ()
    sources: tuple[str, ...] = ()
    certainty: Certainty = "memory"
    lat: float | UnsetType = UNSET
    lon: float | UnsetType = UNSET
    recognised_why_ja: str = ""
    controller_why_ja: str = ""
