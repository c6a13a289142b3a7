"""What may come: base rates, questions, forecasts and how they came out. Probabilities stand here and nowhere else."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.records.incident import StatementRef

LEDGER_FORMAT = "casus.ledger/1"
TRACK_FORMAT = "casus.track/1"
YEAR = re.compile(r"[12]\d{3}")
SUM_TOLERANCE = 1e-6
"""So far from one may probabilities over branches sum, for rounding."""


class BaseRate(Record, frozen=True, kw_only=True):
    """How often something came about: so many of n, in a period, by a definition, after a source.

    A rate without n, period, definition or source cannot be made.
    """

    id: str
    what: Words
    """What the share is of, as a clause."""
    count: int
    n: int
    period: str
    definition: str
    source: str
    kind: Literal["triggered", "naive"]
    """``triggered``: of obligations whose case had come; ``naive``: of all pairs, whether or not it had."""
    certainty: Certainty
    notes: str = ""

    def __post_init__(self) -> None:
        if self.n < 1:
            raise ValueError(f"n is {self.n}: a base rate counts cases")
        if not 0 <= self.count <= self.n:
            raise ValueError(f"{self.count} of {self.n} is no share")
        for name in ("period", "definition", "source"):
            if not getattr(self, name).strip():
                raise ValueError(f"a base rate needs its {name}")
        if not YEAR.search(self.period):
            raise ValueError(f"the period {self.period!r} names no year")

    @property
    def share(self) -> float:
        """The share, 0 to 1."""
        return self.count / self.n

    @property
    def few(self) -> bool:
        """Are the cases too few to say much: under ten?"""
        return self.n < 10


class Unregistered(Record, frozen=True, kw_only=True):
    """A published figure that cannot be used as a base rate, and what it lacks."""

    id: str
    says: Words
    lacks: Words
    source: str
    certainty: Certainty


class Prior(Record, frozen=True, kw_only=True):
    """The base rate a question was given when it was asked: a probability for each branch, and whence."""

    probabilities: tuple[float, ...]
    source: str
    """Id of a registered base rate, or where the figure is from."""


class Question(Record, frozen=True, kw_only=True):
    """Something asked about the future, with criteria and a day."""

    id: str
    text: str
    criteria: str
    """By what it will be told how it came out."""
    resolves_on: date
    asked_on: date
    sources: tuple[str, ...]
    """Where that will be looked up."""
    branches: tuple[str, ...] = ("yes", "no")
    condition: str | None = None
    """In words: only if this comes about does the question stand."""
    given: tuple[str, str] | None = None
    """Another question and the branch of it under which this one stands."""
    prior: Prior | None = None
    asked_by: str = ""


class Forecast(Record, frozen=True, kw_only=True):
    """Probabilities given to a question's branches by somebody, with reasons; a later one is a revision."""

    question: str
    by: str
    on: date
    probabilities: tuple[float, ...]
    reasons: str


class Resolution(Record, frozen=True, kw_only=True):
    """How a question came out; a void branch resolves to None."""

    question: str
    on: date
    branch: str | None
    source: str


class Entry(Record, frozen=True, kw_only=True):
    """One line of a ledger: exactly one record, and the hash of all before it, so that nothing is rewritten unseen."""

    number: int
    after: str
    """Hash of the entry before; ``casus.ledger/1`` before the first."""
    question: Question | None = None
    forecast: Forecast | None = None
    resolution: Resolution | None = None


class QuestionDraft(Record, frozen=True, kw_only=True):
    """A question that a report's own words raise; it becomes one when a person gives criteria, sources and a day."""

    id: str
    kind: Literal["branches", "consequence", "forecast"]
    actor: str | None
    """Party id of who would act, where the words name one."""
    concepts: tuple[str, ...]
    """One concept: does it come or not? Several: which of them comes?"""
    statements: tuple[StatementRef, ...]
    """What it is drawn from."""
    given: tuple[str, str] | None = None
    """Another draft and the concept that is its branch under which this one stands."""
    negative: bool = False
    """Do the words say that it will not come?"""


class Scored(Record, frozen=True, kw_only=True):
    """One forecaster's standing forecast on one resolved question."""

    question: str
    by: str
    probabilities: tuple[float, ...]
    branch: str
    brier: float
    """Half of Brier's sum over the branches: 0 the best, 1 the worst."""
    brier_daily: float
    """The mean of it over the days the forecasts stood."""
    log: float | None
    """Minus the logarithm (nats) of what the branch was given; None where it was given nothing."""
    brier_prior: float | None
    """What the base rate registered with the question scores."""
    revisions: int


class Bin(Record, frozen=True, kw_only=True):
    """Forecasts of one likelihood word: how many, how many came true, and what bounds were to be expected."""

    word: Words
    low: float
    high: float
    n: int
    mean: float
    came: int
    expected_low: int
    expected_high: int

    @property
    def within(self) -> bool:
        """Is what came within the bounds?"""
        return self.expected_low <= self.came <= self.expected_high


class Track(Record, frozen=True, kw_only=True):
    """A track record: scores of a forecaster, or of all together; the form ``casus.track/1``."""

    format: Literal["casus.track/1"] = "casus.track/1"
    by: str
    on: date
    scored: tuple[Scored, ...]
    brier: float | None
    log: float | None
    """None where nothing is scored, or something that came true was given nothing."""
    skill: float | None
    """Share by which it beats the base rates: 0 as they do, 1 perfect, below 0 worse; None where none is registered."""
    skill_n: int
    void: int
    """Questions that fell away, by themselves or because their branch did not happen."""
    open: int
    overdue: int
    """Past their day and not resolved."""
    due: int = 0
    """Questions scored that came out and are past the day they were to come out on: those that calibration rests on."""
    bins: tuple[Bin, ...] = ()
    """Calibration; empty where too few are resolved past their day, and ``bins_note`` says so."""
    bins_note: str = ""
