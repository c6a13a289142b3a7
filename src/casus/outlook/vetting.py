"""What cannot stand in a ledger of forecasts, each fault with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, isfinite
from typing import TYPE_CHECKING

from casus.errors import Problem
from casus.outlook.baserates import rate, unregistered
from casus.records import Forecast, Prior, Question, Resolution, Words
from casus.records.outlook import SUM_TOLERANCE
from casus.vocabulary.phrases import say
from casus.vocabulary.refusals import told

if TYPE_CHECKING:
    from casus.outlook.ledger import Ledger

NEAR = 0.01
"""So near to a registered rate one of the probabilities must be that are said to be it."""
Fault = tuple[Words, Words | None]
"""What is wrong, and what to do about it."""


def faults(ledger: Ledger, noted: Question | Forecast | Resolution, where: str) -> Iterator[Problem]:
    """Give every reason why a record cannot be added."""
    if isinstance(noted, Question):
        found = _of_question(ledger, noted)
    elif noted.question not in ledger.questions:
        found = iter([(say("refused_unknown_question", name=noted.question), say("hint_ask_first"))])
    elif isinstance(noted, Forecast):
        found = _of_forecast(ledger, noted, ledger.questions[noted.question])
    else:
        found = _of_resolution(ledger, noted, ledger.questions[noted.question])
    for says, does in found:
        yield told(where, says, does)


def _of_question(ledger: Ledger, asked: Question) -> Iterator[Fault]:
    if asked.id in ledger.questions:
        yield say("refused_asked_already", name=asked.id), say("hint_own_id")
    if not asked.text.strip():
        yield say("refused_no_text"), None
    if not asked.criteria.strip():
        yield say("refused_no_criteria"), say("hint_criteria")
    if not any(s.strip() for s in asked.sources):
        yield say("refused_no_source"), say("hint_source")
    if asked.resolves_on <= asked.asked_on:
        yield say("refused_resolves_early", day=str(asked.resolves_on), asked=str(asked.asked_on)), None
    if len(asked.branches) < 2 or len(set(asked.branches)) != len(asked.branches) or not all(asked.branches):
        yield say("refused_branches", branches=_listed(asked.branches)), say("hint_branches")
    if asked.given is not None:
        yield from _of_condition(ledger, asked, asked.given)
    if asked.prior is not None:
        yield from _of_probabilities(asked.prior.probabilities, asked.branches, say("given_prior"))
        yield from _of_prior(asked.prior)


def _of_prior(prior: Prior) -> Iterator[Fault]:
    """Say where a base rate has no source, names a figure that is only told, or is not that of the rate it names."""
    if not prior.source.strip():
        yield say("refused_prior_source"), say("hint_prior_source")
    told = next((u for u in unregistered() if u.id == prior.source), None)
    if told is not None:
        yield say("refused_prior_told", name=told.id), say("hint_prior_told", lacks=told.lacks)
    named = rate(prior.source)
    if named is not None and all(abs(p - named.share) > NEAR for p in prior.probabilities):
        share = f"{100 * named.share:.1f}"
        yield say("refused_prior_share", name=named.id, count=str(named.count), n=str(named.n), share=share), None


def _of_condition(ledger: Ledger, asked: Question, given: tuple[str, str]) -> Iterator[Fault]:
    parent = ledger.questions.get(given[0])
    if parent is None:
        yield say("refused_under_unknown", name=given[0]), say("hint_ask_first")
    elif given[1] not in parent.branches:
        its = say("hint_its_branches", branches=_listed(parent.branches))
        yield say("refused_under_branch", branch=given[1], name=given[0]), its
    elif parent.asked_on > asked.asked_on:
        yield say("refused_under_later", name=given[0]), None


def _of_forecast(ledger: Ledger, made: Forecast, asked: Question) -> Iterator[Fault]:
    yield from _of_probabilities(made.probabilities, asked.branches, say("given_forecast"))
    if not made.by.strip():
        yield say("refused_nobody"), None
    if not made.reasons.strip():
        yield say("refused_no_reasons"), say("hint_reasons")
    if made.on < asked.asked_on:
        yield say("refused_before_asked", day=str(made.on), asked=str(asked.asked_on)), None
    outcome = ledger.resolution(asked.id)
    if outcome is not None and made.on >= outcome.on:
        yield say("refused_came_out", day=str(outcome.on)), None
    own = ledger.forecasts(asked.id, made.by)
    if own and made.on < own[-1].on:
        yield say("refused_revised", who=made.by, day=str(own[-1].on)), say("hint_revised")


def _of_resolution(ledger: Ledger, outcome: Resolution, asked: Question) -> Iterator[Fault]:
    if outcome.on < asked.asked_on:
        yield say("refused_resolved_early", day=str(outcome.on), asked=str(asked.asked_on)), None
    if outcome.branch is not None and outcome.branch not in asked.branches:
        hint = say("hint_no_branch", branches=_listed(asked.branches))
        yield say("refused_no_branch", branch=outcome.branch), hint
    if not outcome.source.strip():
        yield say("refused_outcome_source"), say("hint_outcome_source")
    earlier = ledger.resolution(asked.id)
    if earlier is not None and outcome.on < earlier.on:
        yield say("refused_resolved", day=str(earlier.on)), say("hint_resolved")


def _of_probabilities(given: Sequence[float], branches: Sequence[str], what: Words) -> Iterator[Fault]:
    if len(given) != len(branches):
        counts = say("refused_count", what=what, given=str(len(given)), asked=str(len(branches)))
        yield counts, say("hint_count", branches=_listed(branches))
        return
    for branch, p in zip(branches, given, strict=True):
        if not isfinite(p) or not 0 <= p <= 1:
            yield say("refused_range", what=what, branch=branch, p=str(p)), say("hint_range")
            return
    total = fsum(given)
    if abs(total - 1) > SUM_TOLERANCE:
        yield say("refused_sum", what=what, total=f"{total:.6g}"), None


def _listed(branches: Sequence[str]) -> Words | str:
    return ", ".join(branches) or say("no_branches")
