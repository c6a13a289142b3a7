"""Explanations and the evidence rated against them (analysis of competing hypotheses)."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record, Span, Words
from casus.records.finding import Certainty

Rating = Literal["CC", "C", "N", "I", "II", "NA"]


class Hypothesis(Record, frozen=True, kw_only=True):
    """A standard explanation of an act, with what would refute it."""

    id: str
    """Its topic (as of comments), a hyphen, and a name: ``intent-diversion``."""
    label: Words
    refuted_by: Words
    says: Words = {}
    source: str = ""
    certainty: Certainty = "memory"


class Evidence(Record, frozen=True, kw_only=True):
    """A statement or finding rated against a hypothesis by one rater; no rating is blank, not neutral."""

    hypothesis: str
    item: str
    rater: str
    rating: Rating | None = None


class Explanation(Record, frozen=True, kw_only=True):
    """An explanation as somebody offers it in a report or a comment."""

    id: str
    report: str
    offered_by: Literal["author", "reader", "party"]
    party: str | None = None
    item: str
    """Id of the statement or comment."""
    span: Span
    hypothesis: str | None
    label: str
    stance: str
    replies_to: str | None = None
    evidence_offered: bool = False
    """Do the same words give a reason or a fact for it?"""
