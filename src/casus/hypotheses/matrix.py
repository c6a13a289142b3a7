"""A matrix of hypotheses (rows) against evidence: weighed by what speaks against each, never as a probability."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from msgspec.structs import replace

from casus.errors import Problem
from casus.hypotheses import arrays
from casus.hypotheses.arrays import Bools, Floats
from casus.hypotheses.vetting import strays, vet
from casus.records import Disagreement, Evidence, MatrixSheet, Weighed, WeighedHypothesis, WeighedItem

LEVELS = {"high": sqrt(2.0), "medium": 1.0, "low": 1.0 / sqrt(2.0)}
"""Weights of credibility and relevance; L. Good et al., "ACH 1.1 … Technical Description", PARC with R. Heuer."""
SEPARATING = 5
"""So many items that set a hypothesis apart are named."""


class Matrix:
    """A sheet of ratings made ready for weighing.

    R. J. Heuer, Psychology of Intelligence Analysis (1999), ch. 8; hypotheses in rows after Dhami et al. (2024). NA is
    left out, a blank is not neutral but lowers the coverage, and items of one origin count once, with the strongest.
    """

    def __init__(self, sheet: MatrixSheet, *, layers: Floats | None = None) -> None:
        self.sheet = sheet
        self._hypotheses = {h.id: n for n, h in enumerate(sheet.hypotheses)}
        self._items = {i.id: n for n, i in enumerate(sheet.items)}
        self._raters = {r: n for n, r in enumerate(sheet.raters)}
        self._origins: dict[str, list[int]] = {}
        for n, item in enumerate(sheet.items):
            self._origins.setdefault(item.origin, []).append(n)
        shape = (max(1, len(self._raters)), len(self._hypotheses), len(self._items))
        self._layers = self._filled(np.full(shape, arrays.BLANK), sheet.ratings) if layers is None else layers

    @classmethod
    def of(cls, sheet: MatrixSheet, where: str = "matrix") -> tuple[Matrix | None, tuple[Problem, ...]]:
        """Make a matrix of a sheet; one that cannot be weighed is refused with all its faults."""
        problems = vet(sheet, where)
        return (None, problems) if problems else (cls(sheet), ())

    def rated(self, *ratings: Evidence, where: str = "matrix") -> tuple[Matrix | None, tuple[Problem, ...]]:
        """Give the matrix with ratings added; those that stand are kept, the latest of a rater for a cell counts."""
        problems = tuple(strays(replace(self.sheet, ratings=ratings), where))
        if problems:
            return None, problems
        more = replace(self.sheet, ratings=(*self.sheet.ratings, *ratings))
        return Matrix(more, layers=self._filled(self._layers.copy(), ratings)), ()

    def weigh(self) -> Weighed:
        """Weigh every hypothesis and item, and say what the lead rests on."""
        cells = arrays.inconsistency(self._layers)
        weighted = cells * self._weights()
        groups = list(self._origins.values())
        per_origin = arrays.by_origin(cells, groups)
        scores, scores_weighted = per_origin.sum(axis=1), arrays.by_origin(weighted, groups).sum(axis=1)
        rated: Bools = np.asarray(np.isfinite(self._layers).any(axis=(0, 2)))
        leaders = arrays.leaders(scores, rated)
        return Weighed(
            question=self.sheet.question,
            hypotheses=self._rows(scores, scores_weighted, leaders),
            items=self._columns(cells, groups, rated, leaders),
            leaders=self._ids(leaders),
            leaders_weighted=self._ids(arrays.leaders(scores_weighted, rated)),
            linchpin_origins=self._linchpin_origins(per_origin, rated, leaders),
            fewest_removals=self._removals(per_origin, rated, leaders),
            disagreements=self._disagreements(),
            coverage=round(float(arrays.coverage(self._layers).mean()), 6),
            raters=self.sheet.raters,
        )

    def _filled(self, layers: Floats, ratings: Sequence[Evidence]) -> Floats:
        """Put ratings into layers, one a rater, in their order; what nobody rated stays blank."""
        raters, rows, columns = self._raters, self._hypotheses, self._items
        for given in ratings:
            at = (raters[given.rater], rows[given.hypothesis], columns[given.item])
            layers[at] = arrays.VALUES[given.rating] if given.rating else arrays.BLANK
        return layers

    def _weights(self) -> Floats:
        return np.array([LEVELS[i.credibility] * LEVELS[i.relevance] for i in self.sheet.items])

    def _ids(self, rows: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.sheet.hypotheses[n].id for n in rows)

    def _rows(self, scores: Floats, weighted: Floats, leaders: Sequence[int]) -> tuple[WeighedHypothesis, ...]:
        covered = arrays.coverage(self._layers)
        means = arrays.mean_rated(self._layers)
        ranked, ranked_weighted = arrays.ranks(scores), arrays.ranks(weighted)
        return tuple(
            WeighedHypothesis(
                hypothesis=h.id,
                label=h.label,
                inconsistency=round(float(scores[n]), 9),
                weighted=round(float(weighted[n]), 9),
                coverage=round(float(covered[n]), 6),
                rank=ranked[n],
                rank_weighted=ranked_weighted[n],
                refuted_by=h.refuted_by,
                expects=h.expects,
                separates=self._separating(means, n, _rival(scores, n, leaders)),
                unrated=self._unrated(n),
            )
            for n, h in enumerate(self.sheet.hypotheses)
        )

    def _separating(self, means: Floats, row: int, rival: int) -> tuple[str, ...]:
        apart = np.nan_to_num(np.abs(means[row] - means[rival]), nan=0.0)
        order = [int(n) for n in np.argsort(-apart, kind="stable") if apart[n] > 0]
        return tuple(self.sheet.items[n].id for n in order[:SEPARATING])

    def _unrated(self, row: int) -> tuple[str, ...]:
        blank = np.isnan(self._layers[:, row, :]).all(axis=0)
        return tuple(self.sheet.items[int(n)].id for n in np.flatnonzero(blank))

    def _columns(
        self, cells: Floats, groups: list[list[int]], rated: Bools, leaders: tuple[int, ...]
    ) -> tuple[WeighedItem, ...]:
        telling = arrays.diagnosticity(arrays.mean_rated(self._layers))
        pivotal = arrays.changes_lead(arrays.without_items(cells, groups), rated, leaders)
        return tuple(
            WeighedItem(
                item=item.id,
                label=item.label,
                origin=item.origin,
                diagnosticity=round(float(telling[n]), 6),
                linchpin=bool(pivotal[n]),
            )
            for n, item in enumerate(self.sheet.items)
        )

    def _linchpin_origins(self, per_origin: Floats, rated: Bools, leaders: tuple[int, ...]) -> tuple[str, ...]:
        without = per_origin.sum(axis=1) - per_origin.T
        pivotal = arrays.changes_lead(without, rated, leaders)
        return tuple(name for n, name in enumerate(self._origins) if pivotal[n])

    def _removals(self, per_origin: Floats, rated: Bools, leaders: tuple[int, ...]) -> tuple[str, ...] | None:
        if len(leaders) != 1:
            return () if leaders else None
        found = arrays.fewest_removals(per_origin, leaders[0], rated)
        names = list(self._origins)
        return None if found is None else tuple(names[n] for n in found)

    def _disagreements(self) -> tuple[Disagreement, ...]:
        """List the cells raters differ on, the widest first."""
        apart = arrays.spread(self._layers)
        cells = [(int(h), int(i)) for h, i in np.argwhere(apart > 0)]
        return tuple(self._disagreement(h, i, apart[h, i]) for h, i in sorted(cells, key=lambda c: (-apart[c], c)))

    def _disagreement(self, row: int, column: int, apart: float) -> Disagreement:
        names = {value: name for name, value in arrays.VALUES.items()}
        said = self._layers[:, row, column]
        ratings = tuple((r, names[float(said[n])]) for r, n in self._raters.items() if not np.isnan(said[n]))
        return Disagreement(
            hypothesis=self.sheet.hypotheses[row].id,
            item=self.sheet.items[column].id,
            spread=round(float(apart), 6),
            ratings=ratings,  # type: ignore[arg-type]
        )


def _rival(scores: Floats, row: int, leaders: Sequence[int]) -> int:
    """Give the row a hypothesis is told apart from: a leader, or for the only leader the one behind it."""
    others = [n for n in leaders if n != row]
    if others:
        return others[0]
    rest = [n for n in range(len(scores)) if n != row]
    return min(rest, key=lambda n: (scores[n], n))
