"""What cannot stand in a ledger of forecasts, each fault with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, isfinite
from typing import TYPE_CHECKING

from casus.errors import Problem
from casus.records import Forecast, Question, Resolution
from casus.records.outlook import SUM_TOLERANCE

if TYPE_CHECKING:
    from casus.outlook.ledger import Ledger


def faults(ledger: Ledger, noted: Question | Forecast | Resolution, where: str) -> Iterator[Problem]:
    """Give every reason why a record cannot be added."""
    if isinstance(noted, Question):
        found = _of_question(ledger, noted)
    elif noted.question not in ledger.questions:
        found = iter([(f"unknown question {noted.question!r}", "ask it first")])
    elif isinstance(noted, Forecast):
        found = _of_forecast(ledger, noted, ledger.questions[noted.question])
    else:
        found = _of_resolution(ledger, noted, ledger.questions[noted.question])
    for what, hint in found:
        yield Problem(where=where, what=what, hint=hint or None)


def _of_question(ledger: Ledger, asked: Question) -> Iterator[tuple[str, str]]:
    if asked.id in ledger.questions:
        yield (
            f"the question {asked.id!r} is asked already",
            "give a new one an id of its own; questions are not changed",
        )
    if not asked.text.strip():
        yield "the question has no text", ""
    if not asked.criteria.strip():
        yield "the question has no criteria", "say by what it will be told how it came out"
    if not any(s.strip() for s in asked.sources):
        yield "the question names no source", "say where it will be looked up"
    if asked.resolves_on <= asked.asked_on:
        yield f"it resolves on {asked.resolves_on}, not after the day it is asked, {asked.asked_on}", ""
    if len(asked.branches) < 2 or len(set(asked.branches)) != len(asked.branches) or not all(asked.branches):
        yield f"the branches are {', '.join(asked.branches) or 'none'}", "give two or more, each once"
    if asked.given is not None:
        yield from _of_condition(ledger, asked, asked.given)
    if asked.prior is not None:
        yield from _of_probabilities(asked.prior.probabilities, asked.branches, "the base rate")
        if not asked.prior.source.strip():
            yield "the base rate names no source", "give the id of a registered rate, or where it is from"


def _of_condition(ledger: Ledger, asked: Question, given: tuple[str, str]) -> Iterator[tuple[str, str]]:
    parent = ledger.questions.get(given[0])
    if parent is None:
        yield f"it stands under an unknown question {given[0]!r}", "ask that first"
    elif given[1] not in parent.branches:
        yield f"{given[1]!r} is no branch of {given[0]!r}", f"its branches are {', '.join(parent.branches)}"
    elif parent.asked_on > asked.asked_on:
        yield f"it is asked before {given[0]!r}, under which it stands", ""


def _of_forecast(ledger: Ledger, made: Forecast, asked: Question) -> Iterator[tuple[str, str]]:
    yield from _of_probabilities(made.probabilities, asked.branches, "the forecast")
    if not made.by.strip():
        yield "the forecast does not say whose it is", ""
    if not made.reasons.strip():
        yield "the forecast gives no reasons", "say in a sentence what it rests on"
    if made.on < asked.asked_on:
        yield f"it is of {made.on}, before the question was asked on {asked.asked_on}", ""
    outcome = ledger.resolution(asked.id)
    if outcome is not None and made.on >= outcome.on:
        yield f"the question came out on {outcome.on}", ""
    own = ledger.forecasts(asked.id, made.by)
    if own and made.on < own[-1].on:
        yield f"{made.by} revised it on {own[-1].on} already", "a revision is dated after what it revises"


def _of_resolution(ledger: Ledger, outcome: Resolution, asked: Question) -> Iterator[tuple[str, str]]:
    if outcome.on < asked.asked_on:
        yield f"it is resolved on {outcome.on}, before it was asked on {asked.asked_on}", ""
    if outcome.branch is not None and outcome.branch not in asked.branches:
        yield f"{outcome.branch!r} is no branch of it", f"its branches are {', '.join(asked.branches)}; null is void"
    if not outcome.source.strip():
        yield "the resolution names no source", "say where it was looked up"
    earlier = ledger.resolution(asked.id)
    if earlier is not None and outcome.on < earlier.on:
        yield f"it was resolved on {earlier.on} already", "a correction is dated no earlier than what it corrects"


def _of_probabilities(given: Sequence[float], branches: Sequence[str], what: str) -> Iterator[tuple[str, str]]:
    if len(given) != len(branches):
        yield f"{what} has {len(given)} probabilities for {len(branches)} branches", f"one each: {', '.join(branches)}"
        return
    for branch, p in zip(branches, given, strict=True):
        if not isfinite(p) or not 0 <= p <= 1:
            yield f"{what} gives {branch!r} {p}, which is no probability", "give numbers from 0 to 1"
            return
    total = fsum(given)
    if abs(total - 1) > SUM_TOLERANCE:
        yield f"{what} sums to {total:.6g} over its branches, not to 1", ""
