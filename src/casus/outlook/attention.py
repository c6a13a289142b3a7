"""What the coverage turned to: each conflict's share of the reports over time, before and after an incident."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from io import StringIO

import msgspec

from casus.errors import Problem
from casus.outlook.recalling import named_states
from casus.records import Attention, Coverage, Report

Counts = Mapping[tuple[str, date], int]
"""How many reports by conflict and day."""
COUNT_COLUMNS = ("day", "conflict", "count")
ENOUGH = 2
"""So many of a conflict's states must be named for a report to count for it; one of its words is enough."""


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict to look for: its name, the states in it (alpha-3) and words that stand for it."""

    name: str
    states: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


def parse_conflict(written: str) -> Conflict | Problem:
    """Read ``NAME=ARM,AZE,word``: codes of states in capitals, anything else is a word to look for.

    >>> found = parse_conflict("gaza=ISR,PSE,Gaza")
    >>> sorted(found.states), found.words
    (['ISR', 'PSE'], ('Gaza',))
    """
    name, _, rest = written.partition("=")
    terms = [t.strip() for t in rest.split(",") if t.strip()]
    if not name.strip() or not terms:
        return Problem(where=written, what="not a conflict", hint="write NAME=ARM,AZE or NAME=ISR,PSE,Gaza")
    codes = frozenset(t for t in terms if len(t) == 3 and t.isascii() and t.isupper())
    return Conflict(name=name.strip(), states=codes, words=tuple(t for t in terms if t not in codes))


def count_reports(reports: Iterable[Report], conflicts: Sequence[Conflict]) -> tuple[Counts, tuple[Problem, ...]]:
    """Count reports by conflict and day of publication; one without a day is left out and named."""
    counts: dict[tuple[str, date], int] = {}
    problems: list[Problem] = []
    for report in reports:
        if report.published is None:
            problems.append(Problem(where=report.id, what="no day of publication", hint="give --published"))
            continue
        named = named_states(report.text, report.language)
        for conflict in conflicts:
            told = any(w in report.text for w in conflict.words)
            if told or len(conflict.states & named) >= min(ENOUGH, len(conflict.states)) > 0:
                key = (conflict.name, report.published)
                counts[key] = counts.get(key, 0) + 1
    return counts, tuple(problems)


def read_counts(data: bytes, name: str) -> tuple[Counts, tuple[Problem, ...]]:
    """Read a CSV file of counts: ``day, conflict, count``. A row that cannot be read is a problem beside the others."""
    try:
        reader = csv.DictReader(StringIO(data.decode("utf-8-sig")))
    except UnicodeDecodeError as trouble:
        return {}, (Problem(where=name, what=f"not UTF-8: {trouble.reason}"),)
    if not set(COUNT_COLUMNS) <= set(reader.fieldnames or ()):
        return {}, (Problem(where=name, what="no header of counts", hint=f"columns are {', '.join(COUNT_COLUMNS)}"),)
    counts: dict[tuple[str, date], int] = {}
    problems: list[Problem] = []
    for number, row in enumerate(reader, 2):
        try:
            key = (row["conflict"].strip(), date.fromisoformat(row["day"].strip()))
            count = int(row["count"])
        except (ValueError, AttributeError) as trouble:
            problems.append(Problem(where=f"{name}:{number}", what=f"not a day, a conflict and a count: {trouble}"))
            continue
        if count < 0 or not key[0]:
            problems.append(Problem(where=f"{name}:{number}", what="a count below nought, or no conflict"))
            continue
        counts[key] = counts.get(key, 0) + count
    return counts, tuple(problems)


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
