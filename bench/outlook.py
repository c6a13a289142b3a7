"""How fast matrices and precedents are weighed, each figure beside the limit it is held to; prints, never asserts."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import get_args

from bench.figures import row

from casus.hypotheses import Matrix
from casus.outlook import known_features, nearest, precedents
from casus.records import Evidence, Hypothesis, MatrixItem, MatrixSheet
from casus.records.hypothesis import Rating

RUNS = 7
WORDS = {"en": "words"}


def seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median wall time of some runs after a first one, in seconds."""
    act()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def filled(items: int, hypotheses: int) -> MatrixSheet:
    """Make a sheet with every cell rated by one rater, four items an origin."""
    rng = random.Random(items)  # noqa: S311
    ratings = get_args(Rating)
    return MatrixSheet(
        question=WORDS,
        hypotheses=tuple(Hypothesis(id=f"h{n}", label=WORDS, refuted_by=WORDS) for n in range(hypotheses)),
        items=tuple(MatrixItem(id=f"e{n}", label=WORDS, origin=f"o{n // 4}") for n in range(items)),
        raters=("ann",),
        ratings=tuple(
            Evidence(hypothesis=f"h{h}", item=f"e{i}", rater="ann", rating=rng.choice(ratings))
            for h in range(hypotheses)
            for i in range(items)
        ),
    )


def main() -> None:
    """Measure and print."""
    large, wide = filled(200, 20), filled(500, 20)
    row("200 items x 20 hypotheses with leave-one-out", seconds(lambda: Matrix(large).weigh()), 1.0, "s")
    matrix = Matrix(wide)
    again = Evidence(hypothesis="h0", item="e0", rater="ann", rating="CC")

    def rescore() -> object:
        changed, _ = matrix.rated(again)
        return changed.weigh() if changed else None

    row("10,000 cells: read, checked and weighed", seconds(lambda: Matrix.of(wide)[0]) * 1000, 50.0, "ms")
    row("10,000 cells: one rating added, all weighed again", seconds(rescore) * 1000, 50.0, "ms")
    listed = precedents()
    known = known_features(listed[0])
    row(f"nearest of {len(listed)} precedents", seconds(lambda: nearest(known, listed)) * 1000, 20.0, "ms")


if __name__ == "__main__":
    main()
