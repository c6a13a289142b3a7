"""Explanations and the evidence rated against them (analysis of competing hypotheses)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.records.base import Record, Span, Words
from casus.records.finding import Certainty
from casus.records.incident import StatementRef

MATRIX_FORMAT = "casus.matrix/1"
WEIGHED_FORMAT = "casus.weighed/1"

Rating = Literal["CC", "C", "N", "I", "II", "NA"]
Level = Literal["high", "medium", "low"]


class Bearing(Record, frozen=True, kw_only=True):
    """What bears on a hypothesis, so that it is laid before people to rate: names, never ratings."""

    facts: tuple[str, ...] = ()
    """Observable facts (``data/facts.toml``)."""
    concepts: tuple[str, ...] = ()
    """Concepts of statements (``data/vocabulary/concepts.tsv``)."""
    owes: tuple[str, ...] = ()
    """Kinds of duty whose findings bear on it."""


class Hypothesis(Record, frozen=True, kw_only=True):
    """A standard explanation of an act, with what would refute it."""

    id: str
    """Its topic (as of comments), a hyphen, and a name: ``intent-diversion``."""
    label: Words
    refuted_by: Words
    says: Words = {}
    expects: Words = {}
    """What would be seen if it is so, and hardly otherwise: what separates it from its rivals."""
    bears: Bearing = Bearing()
    source: str = ""
    certainty: Certainty = "memory"


class Evidence(Record, frozen=True, kw_only=True):
    """A statement or finding rated against a hypothesis by one rater; no rating is blank, not neutral."""

    hypothesis: str
    item: str
    rater: str
    rating: Rating | None = None
    on: date | None = None
    """When it was rated; a later entry of the same rater for the same cell takes the place of an earlier one."""
    why: str = ""


class MatrixItem(Record, frozen=True, kw_only=True):
    """One item of evidence: what it is, from which origin, and how much it is trusted."""

    id: str
    label: Words
    origin: str
    """Whatever copies and retellings of it come from; items of one origin count once."""
    credibility: Level = "medium"
    relevance: Level = "medium"
    statements: tuple[StatementRef, ...] = ()
    findings: tuple[str, ...] = ()
    """Ids of findings."""


class MatrixSheet(Record, frozen=True, kw_only=True):
    """A matrix as people fill it in; the form ``casus.matrix/1``. Ratings are only ever added."""

    format: Literal["casus.matrix/1"] = "casus.matrix/1"
    question: Words
    hypotheses: tuple[Hypothesis, ...]
    items: tuple[MatrixItem, ...]
    raters: tuple[str, ...] = ()
    ratings: tuple[Evidence, ...] = ()


class WeighedHypothesis(Record, frozen=True, kw_only=True):
    """One row of a weighed matrix: how much speaks against a hypothesis; never a probability."""

    hypothesis: str
    label: Words
    inconsistency: float
    """Heuer's count: I one, II two, over origins; with several raters their mean."""
    weighted: float
    """The same, each item times its credibility and relevance."""
    coverage: float
    """Share of the cells that apply which somebody rated."""
    rank: int
    """By the count, the least inconsistent first; equals share a rank."""
    rank_weighted: int
    refuted_by: Words
    separates: tuple[str, ...] = ()
    """Ids of the items that set it apart from the leader, the most telling first."""
    unrated: tuple[str, ...] = ()
    """Ids of items nobody rated against it."""
    expects: Words = {}


class WeighedItem(Record, frozen=True, kw_only=True):
    """One column of a weighed matrix."""

    item: str
    label: Words
    origin: str
    diagnosticity: float
    """0: it sets no hypotheses apart; 1: as far apart as ratings can."""
    linchpin: bool
    """Would the leader change without it?"""


class Disagreement(Record, frozen=True, kw_only=True):
    """A cell on which raters differ: how far, 0 to 1, and who says what."""

    hypothesis: str
    item: str
    spread: float
    ratings: tuple[tuple[str, Rating], ...]


class Weighed(Record, frozen=True, kw_only=True):
    """A matrix weighed; the form ``casus.weighed/1``. Nothing in it is a probability."""

    format: Literal["casus.weighed/1"] = "casus.weighed/1"
    question: Words
    hypotheses: tuple[WeighedHypothesis, ...]
    items: tuple[WeighedItem, ...]
    leaders: tuple[str, ...]
    """Those with the least inconsistency; more than one where they are level."""
    leaders_weighted: tuple[str, ...]
    linchpin_origins: tuple[str, ...] = ()
    fewest_removals: tuple[str, ...] | None = None
    """A smallest set of origins without which another hypothesis leads; None where no removal does it."""
    disagreements: tuple[Disagreement, ...] = ()
    coverage: float
    raters: tuple[str, ...] = ()


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


class Suggested(Record, frozen=True, kw_only=True):
    """Evidence laid before people to rate, because it bears on a hypothesis; unrated."""

    because: str
    """The fact, concept or kind of duty through which it bears on it."""
    statements: tuple[StatementRef, ...] = ()
    findings: tuple[str, ...] = ()


class Heard(Record, frozen=True, kw_only=True):
    """What was said to a hypothesis: who holds it, who doubts it, who answers whom, and what could be rated for it."""

    hypothesis: str | None
    """None for one explanation in its own words."""
    label: Words
    supporters: tuple[str, ...] = ()
    """Ids of explanations that assert or hint at it."""
    doubters: tuple[str, ...] = ()
    """Ids of those that doubt or deny it."""
    askers: tuple[str, ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    """Pairs of ids: an explanation and the one it answers."""
    evidence_offered: bool = False
    refuted_by: Words = {}
    expects: Words = {}
    suggested: tuple[Suggested, ...] = ()
