"""Scores agree with a well-kept library, a forecaster of base rates has no skill, and bounds hold."""

from __future__ import annotations

import random
from datetime import date
from itertools import product
from math import prod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outlook.made import DUE, LEAVE, forecast, ledger, prior, question, resolution

from casus.outlook import brier, counts_expected, log_score, skill, track
from casus.records import Bin, Forecast, Question, Resolution

TABLE = Path(__file__).with_name("scores.tsv")
ON = date(2025, 1, 1)


def known() -> list[tuple[tuple[float, ...], int, float, float]]:
    """Read the library's scores."""
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    return [(tuple(map(float, p.split())), int(c), float(b), float(x)) for p, c, b, x in rows]


@pytest.mark.parametrize(("probabilities", "came", "by_brier", "by_log"), known())
def test_scores_are_those_of_scikit_learn(
    probabilities: tuple[float, ...], came: int, by_brier: float, by_log: float
) -> None:
    """To 1e-12, for two to five branches (scikit-learn 1.9.1)."""
    assert brier(probabilities, came) == pytest.approx(by_brier, abs=1e-12)
    assert log_score(probabilities, came) == pytest.approx(by_log, abs=1e-12)


@given(st.integers(2, 5), st.randoms(use_true_random=False))
def test_the_truth_scores_best_in_the_mean(branches: int, rng: random.Random) -> None:
    """Brier's score is proper: no other forecast has a better mean under the true probabilities."""
    truth, other = ([rng.random() + 0.01 for _ in range(branches)] for _ in range(2))
    truth, other = [x / sum(truth) for x in truth], [x / sum(other) for x in other]
    means = [sum(p * brier(given_, n) for n, p in enumerate(truth)) for given_ in (truth, other)]
    assert means[0] <= means[1] + 1e-12


def test_nothing_given_to_what_came_has_no_log_score() -> None:
    """An infinite loss is said to be none rather than written as a number."""
    assert log_score((0.0, 1.0), 0) is None
    assert skill([0.1], [0.0]) is None


def simulated(n: int, seed: int, *, by_rate: bool) -> tuple[list[Question | Forecast | Resolution], random.Random]:
    """Make resolved questions of known chances, forecast by the base rate or by the chances themselves."""
    rng = random.Random(seed)  # noqa: S311
    noted: list[Question | Forecast | Resolution] = []
    for number in range(n):
        chance = rng.choice([0.03, 0.1, 0.3, 0.5, 0.7, 0.9])
        noted += [
            question(f"q{number}", prior=prior(0.42)),
            forecast(f"q{number}", 0.42 if by_rate else chance),
            resolution(f"q{number}", "yes" if rng.random() < chance else "no"),
        ]
    return noted, rng


def test_who_forecasts_the_base_rate_has_skill_nought() -> None:
    """Exactly, whatever comes; who knows the chances has more."""
    assert track(ledger(*simulated(200, 7, by_rate=True)[0]), on=ON).skill == pytest.approx(0.0, abs=1e-12)
    knowing = track(ledger(*simulated(200, 7, by_rate=False)[0]), on=ON).skill
    assert knowing is not None
    assert knowing > 0.1


def test_the_bounds_of_a_calibrated_forecaster_hold() -> None:
    """Over many simulated forecasters at least nine in ten bins lie within their bounds."""
    bins = [b for seed in range(40) for b in track(ledger(*simulated(60, seed, by_rate=False)[0]), on=ON).bins]
    assert len(bins) > 200
    assert sum(b.within for b in bins) / len(bins) >= 0.9


def test_bounds_hold_what_was_asked_of_them() -> None:
    """Of ten even chances between two and eight come in at least nine cases of ten."""
    assert counts_expected([0.5] * 10) == (2, 8)
    assert counts_expected([]) == (0, 0)


def test_calibration_waits_for_more_than_thirty_past_their_day() -> None:
    """Thirty are too few; early outcomes before the scheduled day do not count."""
    noted, _ = simulated(31, 1, by_rate=False)
    assert track(ledger(*noted), on=ON).bins
    few = track(ledger(*noted[:-3]), on=ON)
    assert few.bins == ()
    assert "calibration needs 31" in few.bins_note
    early = ledger(
        *(r if not isinstance(r, Resolution) else resolution(r.question, r.branch, date(2024, 3, 1)) for r in noted)
    )
    assert track(early, on=date(2024, 4, 1)).bins == ()
    assert len(track(early, on=date(2024, 4, 1)).scored) == 31
    assert track(early, on=DUE).bins


def test_the_last_forecast_counts_and_the_days_before_are_averaged() -> None:
    """A revision on the third day of four: the final score is its own, the daily one the mean of the days."""
    made = ledger(
        question("q"),
        forecast("q", 0.5, after=0),
        forecast("q", 0.9, after=2),
        resolution("q", "yes", date(2024, 1, 5)),
    )
    (scored,) = track(made, on=ON).scored
    assert scored.brier == pytest.approx(0.01)
    assert scored.brier_daily == pytest.approx((0.25 + 0.25 + 0.01 + 0.01) / 4)
    assert scored.revisions == 1


def test_only_the_branch_that_came_is_scored_and_void_ones_are_counted() -> None:
    """Under "withdraw" a forecast is scored, under "stay" it falls away."""
    made = ledger(
        LEAVE,
        question("war", given=("leave", "stay")),
        question("calm", given=("leave", "withdraw")),
        forecast("war", 0.6),
        forecast("calm", 0.8),
        resolution("leave", "withdraw"),
        resolution("calm", "yes"),
    )
    found = track(made, on=ON, by="ann")
    assert [s.question for s in found.scored] == ["calm"]
    assert (found.void, found.open) == (1, 0)


def test_the_bounds_of_an_overconfident_forecaster_do_not_hold() -> None:
    """Who says 95 where it is 70 per cent lies outside more often than not."""
    bins: list[Bin] = []
    for seed in range(20):
        rng = random.Random(seed)  # noqa: S311
        noted: list[Question | Forecast | Resolution] = []
        for number in range(60):
            noted += [question(f"q{number}"), forecast(f"q{number}", 0.95)]
            noted.append(resolution(f"q{number}", "yes" if rng.random() < 0.7 else "no"))
        bins += track(ledger(*noted), on=ON).bins
    assert sum(b.within for b in bins) / len(bins) < 0.1


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=7))
def test_bounds_hold_at_least_their_level_exactly(chances: list[float]) -> None:
    """Added up over every outcome, what lies within the bounds has nine tenths or more."""
    low, high = counts_expected(chances)
    mass = 0.0
    for outcome in product((0, 1), repeat=len(chances)):
        if low <= sum(outcome) <= high:
            mass += prod(p if came else 1 - p for p, came in zip(chances, outcome, strict=True))
    assert mass >= 0.9 - 1e-9
