"""An assessment: all that casus makes of some reports; the form ``casus.assessment/1``."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.errors import Problem
from casus.records.balance import Balance
from casus.records.base import Record, Span, Words
from casus.records.finding import Finding, TerritoryFinding
from casus.records.grade import EventGrade
from casus.records.hypothesis import Explanation, Heard
from casus.records.incident import Event, Fact, Incident, InvocationStep, StatementRef
from casus.records.outlook import BaseRate, QuestionDraft, Unregistered
from casus.records.overlook import GroundClaim, GroundView
from casus.records.precedent import ListedShare, Nearness, Recalled
from casus.records.report import ImageCredit, Report
from casus.records.statement import Reading

ASSESSMENT_FORMAT = "casus.assessment/1"

AssertionKind = Literal["legal", "territorial", "numerical", "observation", "relayed"]
Verdict = Literal["borne out", "not borne out", "cannot tell"]


class TestedAssertion(Record, frozen=True, kw_only=True):
    """One assertion of a report held against the findings."""

    statement: StatementRef
    span: Span | None = None
    """The words that assert it, where they are not the statement's own."""
    kind: AssertionKind
    verdict: Verdict
    reason: Words
    findings: tuple[str, ...] = ()
    """Ids of the findings it was held against."""


class CitedOriginal(Record, frozen=True, kw_only=True):
    """A report that another cites; compared where it was supplied."""

    report: str
    span: Span
    text: str
    supplied: bool = False
    comparison: Words | None = None


class Expectation(Record, frozen=True, kw_only=True):
    """A conditional or forecast of a report, as such."""

    statement: StatementRef
    form: Literal["condition", "consequence", "forecast", "possible"]
    condition: StatementRef | None = None
    """The antecedent this consequence hangs on."""


class Unheard(Record, frozen=True, kw_only=True):
    """A party to the events that no report quotes."""

    party: str
    reason: Words


class Assessment(Record, frozen=True, kw_only=True):
    """Everything worked out from some reports, with the reports themselves."""

    format: Literal["casus.assessment/1"] = "casus.assessment/1"
    made_with: str
    on: date | None
    """The day the status of treaties and places is given for, where it is not a case's own day."""
    reports: tuple[Report, ...]
    origins: tuple[tuple[str, ...], ...] = ()
    """Ids of the reports, those with one origin together: "2 reports, 1 origin"."""
    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    incident: Incident | None
    facts: tuple[Fact, ...]
    territory: tuple[TerritoryFinding, ...]
    findings: tuple[Finding, ...]
    tested: tuple[TestedAssertion, ...]
    explanations: tuple[Explanation, ...]
    expectations: tuple[Expectation, ...]
    unheard: tuple[Unheard, ...]
    originals: tuple[CitedOriginal, ...]
    invocations: tuple[InvocationStep, ...] = ()
    place_names: dict[str, Words] = {}
    """Names of the places that events and statements refer to by id."""
    image_credits: tuple[tuple[str, ImageCredit], ...] = ()
    """Pairs of a report's id and a credit in it."""
    ground_claims: tuple[GroundClaim, ...] = ()
    """Claims that one place watches or commands another."""
    ground_views: tuple[GroundView, ...] = ()
    """What the areas of these claims overlook, by elevation data where there are some."""
    grades: tuple[EventGrade, ...] = ()
    """Reliability of the outlets and credibility of the event, for each event told as having happened."""
    problems: tuple[Problem, ...] = ()
    heard: tuple[Heard, ...] = ()
    """The explanations under their hypotheses."""
    nearest: tuple[Nearness, ...] = ()
    """The precedents nearest to the incident."""
    recalled: tuple[Recalled, ...] = ()
    """Precedents that the reports or their readers bring up, and how each is like the incident."""
    recalled_near: tuple[Nearness, ...] = ()
    shares: tuple[ListedShare, ...] = ()
    """Shares among the listed precedents."""
    base_rates: tuple[BaseRate, ...] = ()
    """Registered before use; where a duty to defend is triggered or open."""
    unregistered: tuple[Unregistered, ...] = ()
    drafts: tuple[QuestionDraft, ...] = ()
    """Questions that the reports' own conditionals raise."""
    balance: Balance | None = None
    """Who would stand where; figures only where a data set was given."""
