"""Run the evaluation sets, print each figure with its interval, and say what got worse since the last run.

The scorers and the development sets stand in the folder that CASUS_SHARED names; the reports under ``evals/gold`` are
our own.
``--frozen`` also scores the frozen ones, which is done once for a release.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASUS = Path(sys.executable).with_name("casus")
READ = f"{CASUS} read --format json -"
WEIGH = f"{CASUS} weigh --format json {{file}}"
LAST = HERE / "runs" / "last.json"
Z95 = 1.96
LOWER_IS_BETTER = frozenset({"false assertion rate", "role inversions", "unflagged inherited", "format errors"})

Figure = Mapping[str, float | None]
Scores = dict[str, dict[str, dict[str, Figure]]]
"""Set, language, measure."""


def interval(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927).

    >>> tuple(round(x, 3) for x in interval(9, 10))
    (0.596, 0.982)
    """
    if not of:
        return 0.0, 1.0
    p = hits / of
    middle, half = p + Z95**2 / (2 * of), Z95 * sqrt(p * (1 - p) / of + Z95**2 / (4 * of * of))
    scale = 1 + Z95**2 / of
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def sets(shared: Path, *, frozen: bool) -> Iterator[tuple[str, Path]]:
    """Name the sets of reports to read."""
    yield "reading-dev", shared / "reading-dev"
    kept = sorted(f for f in (HERE / "gold").iterdir() if f.is_dir())
    yield from ((f.name, f) for f in kept if frozen or not f.name.endswith("-frozen"))


def score(scorer: Path, folder: Path, command: str) -> dict[str, dict[str, Figure]]:
    """Score one set; its table by language."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, scorer, folder, "--predict", command, "--json"], check=True, capture_output=True, text=True
    )
    found: dict[str, dict[str, Figure]] = json.loads(done.stdout)["scores"]
    return {language: table for language, table in found.items() if language != "all"}


def told(name: str, tables: Mapping[str, Mapping[str, Figure]]) -> Iterator[str]:
    """Print the tables of a set."""
    for language, table in tables.items():
        yield f"\n{name}, {language}"
        for measure, figure in table.items():
            yield f"  {measure:<22}{words(figure)}"


def words(figure: Figure) -> str:
    """Print a figure: a share with its interval and its counts, or a count."""
    if "count" in figure:
        return f"{figure['count']:>5}"
    hits, of = int(figure["hits"] or 0), int(figure["of"] or 0)
    if not of:
        return "    -"
    low, high = interval(hits, of)
    return f"{hits / of:.3f}  [{low:.3f}, {high:.3f}]  {hits}/{of}"


def worse(before: Scores, after: Scores) -> Iterator[str]:
    """Name the figures that got worse."""
    for name, tables in after.items():
        for language, table in tables.items():
            for measure, figure in table.items():
                was = before.get(name, {}).get(language, {}).get(measure)
                old, new = (_value(was) if was else None), _value(figure)
                if old is None or new is None or old == new:
                    continue
                if (new > old) == (measure in LOWER_IS_BETTER):
                    yield f"  {name}, {language}, {measure}: {old:g} > {new:g}"


def _value(figure: Figure) -> float | None:
    return figure["count"] if "count" in figure else figure["value"]


def main(arguments: Sequence[str]) -> int:
    """Score everything at hand; 1 where something got worse."""
    shared = Path(os.environ.get("CASUS_SHARED", "")) / "evals"
    if not os.environ.get("CASUS_SHARED") or not shared.is_dir():
        print("CASUS_SHARED does not name a folder with the scorers: nothing to score")
        return 0
    frozen = "--frozen" in arguments
    scores: Scores = {}
    for name, folder in sets(shared, frozen=frozen):
        scores[name] = score(shared / "score_reading.py", folder, READ)
        print("\n".join(told(name, scores[name])), flush=True)
    print("\nincidents-dev", flush=True)
    scorer = shared / "score_incidents.py"
    command: list[str | Path] = [sys.executable, scorer, shared / "incidents-dev", "--predict", WEIGH]
    subprocess.run(command, check=True)  # noqa: S603
    before: Scores = json.loads(LAST.read_text(encoding="utf-8")) if LAST.exists() else {}
    lines = list(worse(before, scores))
    print("\nworse than in the last run:" if lines else "\nnothing is worse than in the last run", *lines, sep="\n")
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps({**before, **scores}, indent=1), encoding="utf-8")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
