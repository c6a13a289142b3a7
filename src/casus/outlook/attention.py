"""What the coverage turned to: each conflict's share of the reports over time, before and after an incident."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from casus.outlook.counting import Counts
from casus.records import Attention, Coverage


def attention(
    counts: Counts, *, days: int = 7, marked: date | None = None, window: int = 7, source: str = "reports"
) -> Attention:
    """Give each conflict's share by spans of days; with a marked day, also in so many days before and from it on.

    Spans are laid so that the marked day opens one; without it, from the first day counted.
    """
    if not counts:
        return Attention(days=days, spans=(), marked=marked, window=window, source=source)
    every = [day for _, day in counts]
    origin = marked or min(every)
    names = sorted({name for name, _ in counts})
    first = (min(every) - origin).days // days
    last = (max(every) - origin).days // days
    spans = [c for n in range(first, last + 1) for c in _within(counts, names, origin + timedelta(days=n * days), days)]
    return Attention(
        days=days,
        spans=tuple(spans),
        marked=marked,
        before=tuple(_within(counts, names, marked - timedelta(days=window), window)) if marked else (),
        after=tuple(_within(counts, names, marked, window)) if marked else (),
        window=window if marked else 0,
        source=source,
    )


def _within(counts: Counts, names: Sequence[str], start: date, days: int) -> list[Coverage]:
    end = start + timedelta(days=days)
    found = {name: sum(c for (n, d), c in counts.items() if n == name and start <= d < end) for name in names}
    total = sum(found.values())
    return [Coverage(conflict=name, start=start, count=count, total=total) for name, count in found.items()]
