"""How a benchmark prints a figure beside the limit it is held to."""

from __future__ import annotations


def row(what: str, value: float, limit: float, unit: str, *, more_is_better: bool = False) -> None:
    """Print a figure, its limit and how it stands to it: 1.00 is just met, less is better."""
    ratio = limit / value if more_is_better else value / limit
    print(f"{what:62}{value:11.3f} {unit:8} limit {limit:9.3f} {unit:8} ratio {ratio:5.2f}", flush=True)
