"""Build ``tests/outlook/scores.tsv``: Brier and log scores by scikit-learn, which the project itself does not need.

Run it in an environment of its own: ``python -m venv x && x/bin/pip install scikit-learn``, then
``x/bin/python scripts/build_reference_scores.py``. Draws are seeded; the version stands in the table's first line.
"""

from __future__ import annotations

import random
from pathlib import Path

import sklearn  # type: ignore[import-not-found,unused-ignore]
from sklearn.metrics import brier_score_loss, log_loss  # type: ignore[import-not-found,unused-ignore]

TABLE = Path(__file__).parent.parent / "tests" / "outlook" / "scores.tsv"
BRANCHES = (2, 2, 2, 3, 4, 5)
ROUNDS = 8
EXTREMES = ((1e-9, 1 - 1e-9), (0.01, 0.99), (0.5, 0.5))


def rows() -> list[str]:
    """Draw probabilities, let each branch come in turn, and score them."""
    rng = random.Random(1950)  # noqa: S311
    drawn = [_drawn(rng, n) for _ in range(ROUNDS) for n in BRANCHES]
    found = [(given, rng.randrange(len(given))) for given in drawn]
    found += [(given, came) for given in EXTREMES for came in (0, 1)]
    return [_row(given, came) for given, came in found]


def _drawn(rng: random.Random, branches: int) -> tuple[float, ...]:
    parts = [rng.random() + 0.01 for _ in range(branches)]
    return tuple(part / sum(parts) for part in parts)


def _row(given: tuple[float, ...], came: int) -> str:
    labels = list(range(len(given)))
    brier = brier_score_loss([came], [given], labels=labels, scale_by_half=True)
    log = log_loss([came], [given], labels=labels)
    return "\t".join((" ".join(map(repr, given)), str(came), repr(float(brier)), repr(float(log))))


if __name__ == "__main__":
    how = "brier_score_loss with scale_by_half, log_loss; scripts/build_reference_scores.py"
    head = f"# Scores by scikit-learn {sklearn.__version__} ({how}): probabilities, the branch that came, Brier, log"
    lines = [head, "probabilities\tcame\tbrier\tlog", *rows()]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
