"""Track records: scores of what came out, skill against the base rates, and calibration where it can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import fmean

from casus.outlook.ledger import Ledger
from casus.outlook.likelihood import Band, bands
from casus.outlook.scoring import brier, counts_expected, log_score, skill
from casus.records import Bin, Forecast, Question, Resolution, Scored, Track, Words

CALIBRATED_FROM = 31
"""So many questions must have come out past their day before calibration says anything: more than thirty."""
EVERYBODY = "*"
UNDER: Words = {"en": "under 1 %", "ja": "1%未満"}
OVER: Words = {"en": "over 99 %", "ja": "99%超"}


def track(ledger: Ledger, *, on: date, by: str = EVERYBODY) -> Track:
    """Give the record of a forecaster as of a day; by ``*``, of all forecasts together.

    Scored is the last forecast before the day a question came out. Calibration counts only questions past the day they
    were to resolve on: those that come out early do so for one branch more than for the others.
    """
    names = ledger.forecasters() if by == EVERYBODY else (by,)
    asked = [q for q in ledger.questions.values() if q.asked_on <= on]
    scored = tuple(s for q in asked for name in names for s in _scored(ledger, q, name, on))
    with_prior = [s for s in scored if s.brier_prior is not None]
    logs = [s.log for s in scored]
    due = [s for s in scored if ledger.questions[s.question].resolves_on <= on]
    bins, note = _calibration(ledger, due)
    unresolved = [q for q in asked if not ledger.is_void(q) and _outcome(ledger, q, on) is None]
    return Track(
        by=by,
        on=on,
        scored=scored,
        brier=fmean(s.brier for s in scored) if scored else None,
        log=fmean(x for x in logs if x is not None) if logs and None not in logs else None,
        skill=skill([s.brier for s in with_prior], [s.brier_prior or 0.0 for s in with_prior]),
        skill_n=len(with_prior),
        void=sum(ledger.is_void(q) for q in asked),
        open=len(unresolved),
        overdue=sum(q.resolves_on < on for q in unresolved),
        due=len({s.question for s in due}),
        bins=bins,
        bins_note=note,
    )


def _outcome(ledger: Ledger, asked: Question, on: date) -> Resolution | None:
    found = ledger.resolution(asked.id)
    return found if found is not None and found.on <= on else None


def _scored(ledger: Ledger, asked: Question, by: str, on: date) -> Iterator[Scored]:
    outcome = _outcome(ledger, asked, on)
    if outcome is None or outcome.branch is None or ledger.is_void(asked):
        return
    made = [f for f in ledger.forecasts(asked.id, by) if f.on < outcome.on]
    if not made:
        return
    came = asked.branches.index(outcome.branch)
    yield Scored(
        question=asked.id,
        by=by,
        probabilities=made[-1].probabilities,
        branch=outcome.branch,
        brier=brier(made[-1].probabilities, came),
        brier_daily=_daily(made, outcome.on, came),
        log=log_score(made[-1].probabilities, came),
        brier_prior=brier(asked.prior.probabilities, came) if asked.prior else None,
        revisions=len(made) - 1,
    )


def _daily(made: Sequence[Forecast], end: date, came: int) -> float:
    """Average the score over the days from the first forecast to the day before it came out, each day as it stood."""
    ends = [*(f.on for f in made[1:]), end]
    days = [(until - f.on).days for f, until in zip(made, ends, strict=True)]
    total = sum(d * brier(f.probabilities, came) for f, d in zip(made, days, strict=True))
    return total / sum(days)


def _calibration(ledger: Ledger, due: Sequence[Scored]) -> tuple[tuple[Bin, ...], str]:
    questions = len({s.question for s in due})
    if questions < CALIBRATED_FROM:
        return (), f"{questions} questions came out and are past their day; calibration needs {CALIBRATED_FROM}"
    pairs = [pair for s in due for pair in _pairs(ledger.questions[s.question], s)]
    return tuple(_bins(pairs)), ""


def _pairs(asked: Question, scored: Scored) -> Iterator[tuple[float, bool]]:
    """Give (probability, did it come?) of each branch; of two branches one tells all."""
    branches = asked.branches if len(asked.branches) > 2 else asked.branches[:1]
    for branch, p in zip(branches, scored.probabilities, strict=False):
        yield p, branch == scored.branch


def _bins(pairs: Iterable[tuple[float, bool]]) -> Iterator[Bin]:
    known = tuple(pairs)
    for words, low, high, holds in _edges():
        inside = [(p, came) for p, came in known if low <= p < high or (holds and p == high)]
        if not inside:
            continue
        given = [p for p, _ in inside]
        expected_low, expected_high = counts_expected(given)
        yield Bin(
            word=words,
            low=low,
            high=high,
            n=len(inside),
            mean=fmean(given),
            came=sum(came for _, came in inside),
            expected_low=expected_low,
            expected_high=expected_high,
        )


def _edges() -> Iterator[tuple[Words, float, float, bool]]:
    """Give the bands with what lies under the first and over the last; the last of each holds its upper bound."""
    every: tuple[Band, ...] = bands()
    yield UNDER, 0.0, every[0].low, False
    for band in every:
        yield band.words, band.low, band.high, band is every[-1]
    yield OVER, every[-1].high + 1e-12, 1.0, True
