"""Matrices to weigh: published ones and made ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.records import Evidence, Hypothesis, MatrixItem, MatrixSheet

WORDS = {"en": "words"}


def sheet(rows: Mapping[str, Sequence[str]], origins: Sequence[str] | None = None) -> MatrixSheet:
    """Make a sheet of one rater: hypotheses with a rating an item, "" for a blank."""
    width = len(next(iter(rows.values())))
    items = tuple(
        MatrixItem(id=f"e{n + 1}", label=WORDS, origin=origins[n] if origins else f"o{n + 1}") for n in range(width)
    )
    ratings = tuple(
        Evidence(hypothesis=name, item=f"e{n + 1}", rater="ann", rating=rating or None)  # type: ignore[arg-type]
        for name, row in rows.items()
        for n, rating in enumerate(row)
    )
    hypotheses = tuple(Hypothesis(id=name, label={"en": name}, refuted_by=WORDS) for name in rows)
    return MatrixSheet(question=WORDS, hypotheses=hypotheses, items=items, raters=("ann",), ratings=ratings)


HEUER = sheet({
    "not retaliate": ["C", "C", "C", "I", "I", "I"],
    "minor actions": ["C", "C", "C", "C", "C", "C"],
    "major attack": ["C", "I", "I", "C", "C", "C"],
})  # fmt: skip
"""R. J. Heuer, Psychology of Intelligence Analysis (1999), ch. 8: will Iraq retaliate for the bombing of its
intelligence headquarters; its plus is C, its minus I, six items (public statement, no terror in 1991, no wish to
provoke; agent broadcasts, embassies on guard, loss of face). From memory, but for the order: US Army TC 2-33.4 (1 July
2009), 2-54 and 2-55 with figure 2-1, prints the same matrix and reads from it H2 before H3 before H1."""


TOKYO = sheet({
    "kooky cult": ["I", "C", "N", "C"],
    "terrorist group": ["N", "I", "N", "C"],
    "political movement": ["I", "I", "C", "C"],
    "criminal group": ["I", "I", "I", "C"],
})  # fmt: skip
"""US Government, A Tradecraft Primer: Structured Analytic Techniques for Improving Intelligence Analysis (March 2009),
pp. 14-16, the matrix on terrorism in Tokyo: attacks on journalists, religious affiliation, established party, blind
leader; every weight medium. Compared with reproductions (ratings with one, scores with two), not with the page."""
TOKYO_SCORES = (-1.0, -1.0, -2.0, -3.0)
"""The inconsistency scores it prints under the four."""
