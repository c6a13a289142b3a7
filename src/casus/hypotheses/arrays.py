"""The arithmetic of a matrix over arrays: hypotheses in rows, items in columns, raters in layers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

BLANK, NOT_APPLICABLE = np.nan, np.inf
"""What stands in a cell that nobody rated, and in one where the item does not apply."""
VALUES = {"CC": 2.0, "C": 1.0, "N": 0.0, "I": -1.0, "II": -2.0, "NA": NOT_APPLICABLE}
EQUAL = 1e-9
"""Scores nearer than this are level."""
SPAN = 4.0
"""From II to CC."""


def mean_rated(layers: Floats) -> Floats:
    """Give each cell's mean over the raters who rated it; BLANK where none did."""
    rated = np.isfinite(layers)
    total = np.where(rated, layers, 0.0).sum(axis=0)
    count = rated.sum(axis=0)
    out: Floats = np.divide(total, count, out=np.full(count.shape, BLANK), where=count > 0)
    return out


def inconsistency(layers: Floats) -> Floats:
    """Give each cell's inconsistency, I one and II two, the mean over raters; BLANK where nobody rated it.

    >>> layers = np.array([[[-2.0, 1.0, BLANK]], [[-1.0, -1.0, BLANK]]])
    >>> inconsistency(layers).tolist()
    [[1.5, 0.5, nan]]
    """
    return mean_rated(np.where(np.isfinite(layers), np.maximum(-layers, 0.0), layers))


def coverage(layers: Floats) -> Floats:
    """Give each hypothesis's share of rated cells among those that apply; 0 where none applies.

    A cell does not apply where somebody says so (NA) and nobody rates it. Shape: (hypotheses,).
    """
    rated = np.isfinite(layers).any(axis=0)
    applies = rated | ~np.isinf(layers).any(axis=0)
    count = applies.sum(axis=1)
    out: Floats = np.divide(rated.sum(axis=1), count, out=np.zeros(count.shape), where=count > 0)
    return out


def by_origin(cells: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Let each origin count once, with the strongest of its items; shape (hypotheses, origins).

    >>> by_origin(np.array([[1.0, 2.0, 1.0]]), [[0, 1], [2]]).tolist()
    [[2.0, 1.0]]
    """
    filled = np.nan_to_num(cells, nan=0.0)
    return np.stack([filled[:, list(group)].max(axis=1) for group in groups], axis=1)


def without_items(cells: Floats, groups: Sequence[Sequence[int]]) -> Floats:
    """Give every hypothesis's score without each item in turn; shape (items, hypotheses)."""
    filled = np.nan_to_num(cells, nan=0.0)
    total = by_origin(cells, groups).sum(axis=1)
    out = np.empty((cells.shape[1], cells.shape[0]))
    for group in groups:
        part = filled[:, list(group)]
        two = np.sort(np.pad(part, ((0, 0), (1, 0))), axis=1)[:, -2:]
        # without an item the origin counts with its strongest, or where that is the item, with the next
        rest = np.where(part == two[:, 1:], two[:, :1], two[:, 1:])
        out[list(group)] = (total[:, None] - two[:, 1:] + rest).T
    return out


def leaders(scores: Floats, rated: Bools) -> tuple[int, ...]:
    """Give the rows with the least inconsistency among those somebody rated."""
    if not rated.any():
        return ()
    least = scores[rated].min()
    return tuple(int(n) for n in np.flatnonzero(rated & (scores <= least + EQUAL)))


def changes_lead(scores: Floats, rated: Bools, lead: tuple[int, ...]) -> Bools:
    """Say of each row of scores (shape (n, hypotheses)) whether others than these lead by it; shape (n,)."""
    if not rated.any():
        return np.zeros(len(scores), dtype=np.bool_)
    least = scores[:, rated].min(axis=1, keepdims=True)
    before = np.isin(np.arange(scores.shape[1]), lead)
    changed: Bools = ((rated & (scores <= least + EQUAL)) != before).any(axis=1)
    return changed


def ranks(scores: Floats) -> list[int]:
    """Rank scores, the least first; equals share a rank.

    >>> ranks(np.array([3.0, 0.0, 3.0, 5.0]))
    [2, 1, 2, 4]
    """
    return [1 + int((scores < score - EQUAL).sum()) for score in scores]


def fewest_removals(per_origin: Floats, leader: int, rated: Bools) -> list[int] | None:
    """Give a smallest set of origins without which another hypothesis draws level or passes; None where none does.

    Exact: against one challenger the origins that tell most against it and least against the leader go first.
    """
    totals = per_origin.sum(axis=1)
    best: list[int] | None = None
    for challenger in np.flatnonzero(rated):
        if challenger == leader:
            continue
        gain = per_origin[challenger] - per_origin[leader]
        order = np.argsort(-gain, kind="stable")
        reached = np.flatnonzero(np.cumsum(gain[order]) >= totals[challenger] - totals[leader] - EQUAL)
        # the gains must still grow where the gap is closed; past them every removal only undoes
        if len(reached) and gain[order[reached[0]]] > 0 and (best is None or reached[0] + 1 < len(best)):
            best = sorted(int(n) for n in order[: reached[0] + 1])
    return best


def diagnosticity(means: Floats) -> Floats:
    """Say of each item how far it sets hypotheses apart, 0 to 1; shape (items,).

    The mean difference between two hypotheses' ratings, as a share of the most it could be for so many of them.

    >>> diagnosticity(np.array([[2.0, 1.0, -2.0], [2.0, 1.0, 2.0]])).tolist()
    [0.0, 0.0, 1.0]
    """
    rows = np.sort(means, axis=0)  # blanks go last
    count = np.isfinite(rows).sum(axis=0)
    place = np.arange(rows.shape[0])[:, None]
    apart = (np.nan_to_num(rows, nan=0.0) * (2 * place - count + 1)).sum(axis=0)
    most = SPAN * (count // 2) * ((count + 1) // 2)
    out: Floats = np.divide(apart, most, out=np.zeros(apart.shape), where=most > 0)
    return out


def spread(layers: Floats) -> Floats:
    """Say of each cell how far its raters are apart, 0 to 1."""
    rated = np.isfinite(layers)
    high = np.where(rated, layers, -np.inf).max(axis=0, initial=-np.inf)
    low = np.where(rated, layers, np.inf).min(axis=0, initial=np.inf)
    return np.where(high >= low, (high - low) / SPAN, 0.0)
