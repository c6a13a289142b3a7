"""Scores of probabilities given to branches of which one came: Brier's, the logarithmic one, skill, and bounds."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ROUNDING = 1e-12


def brier(probabilities: Sequence[float], came: int) -> float:
    """Score probabilities by half of Brier's sum of squares over the branches: 0 the best, 1 the worst.

    Halved, two branches give the familiar (p − o)². G. W. Brier, Monthly Weather Review 78 (1950).

    >>> round(brier((0.8, 0.2), 0), 12), brier((0.0, 1.0), 0)
    (0.04, 1.0)
    """
    return fsum((p - (n == came)) ** 2 for n, p in enumerate(probabilities)) / 2


def log_score(probabilities: Sequence[float], came: int) -> float | None:
    """Score by minus the natural logarithm of what the branch that came was given; None where that was nothing.

    I. J. Good, Journal of the Royal Statistical Society B 14 (1952).

    >>> round(log_score((0.5, 0.25, 0.25), 0), 6)
    0.693147
    """
    given = probabilities[came]
    return -log(given) if given > 0 else None


def skill(scores: Sequence[float], references: Sequence[float]) -> float | None:
    """Say by what share scores beat those of a reference: 0 as it does, 1 perfect; None where that was perfect too.

    >>> skill([0.04], [0.25]), skill([0.25], [0.25]), skill([], [])
    (0.84, 0.0, None)
    """
    whole = fsum(references)
    return 1 - fsum(scores) / whole if whole > 0 else None


def counts_expected(probabilities: Sequence[float], level: float = 0.9) -> tuple[int, int]:
    """Give the bounds between which the count of what comes lies with at least ``level``, if each has its probability.

    Exact: the distribution of a sum of independent events (Poisson–binomial), built event by event.

    >>> counts_expected([0.5] * 10), counts_expected([0.9, 0.9])
    ((2, 8), (1, 2))
    """
    chances = np.ones(1)
    for p in probabilities:
        chances = np.convolve(chances, (1 - p, p))
    tail = (1 - level) / 2
    low = _quantile(chances, tail)
    return low, _quantile(chances, 1 - tail)


def _quantile(chances: Floats, level: float) -> int:
    """Give the least count with at least ``level`` of the chances at or below it; rounding is allowed for."""
    return int(np.searchsorted(np.cumsum(chances), level - ROUNDING).clip(max=len(chances) - 1))
