"""What may come: questions, forecasts, how they came out, and precedents."""

from __future__ import annotations

from datetime import date

from casus.records.base import Record


class Question(Record, frozen=True, kw_only=True):
    """Something asked about the future, with criteria and a day."""

    id: str
    text: str
    criteria: str
    resolves_on: date
    branches: tuple[str, ...] = ("yes", "no")
    condition: str | None = None


class Forecast(Record, frozen=True, kw_only=True):
    """Probabilities given to a question's branches by somebody, with reasons."""

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


class Precedent(Record, frozen=True, kw_only=True):
    """An earlier incident with known outcome."""

    id: str
    name: str
    on: date
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    invoked: str | None
    outcome: str
    source: str
