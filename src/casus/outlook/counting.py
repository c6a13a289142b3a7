"""Reports, readings and files of counts, counted by conflict and day."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO

import msgspec

from casus.errors import Problem
from casus.outlook.recalling import named_states
from casus.records import Mention, Reading, Report, ReportHead, Statement

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
    named = ((r.id, r.published, named_states(r.text, r.language), (r.text,)) for r in reports)
    return _counted(named, conflicts)


def count_readings(readings: Iterable[Reading], conflicts: Sequence[Conflict]) -> tuple[Counts, tuple[Problem, ...]]:
    """Count readings likewise, by the parties and places that they hold: their reports' texts are not needed."""
    named = ((r.report.id, r.report.published or None, _parties(r), tuple(_named(r))) for r in readings)
    return _counted(named, conflicts)


def _counted(
    named: Iterable[tuple[str, date | None, frozenset[str], Sequence[str]]], conflicts: Sequence[Conflict]
) -> tuple[Counts, tuple[Problem, ...]]:
    """Count (id, day, states, words) by conflict and day."""
    counts: dict[tuple[str, date], int] = {}
    problems: list[Problem] = []
    for name, day, states, words in named:
        if day is None:
            problems.append(Problem(where=name, what="no day of publication", hint="give --published"))
            continue
        for conflict in conflicts:
            told = any(w in text for w in conflict.words for text in words)
            if told or len(conflict.states & states) >= min(ENOUGH, len(conflict.states)) > 0:
                counts[conflict.name, day] = counts.get((conflict.name, day), 0) + 1
    return counts, tuple(problems)


def _parties(reading: Reading) -> frozenset[str]:
    """Give the states that act, are acted on, speak or are mentioned."""
    ids = [p.id for s in reading.statements for p in (s.actor, s.recipient, s.source) if p is not None]
    ids += [m.id or "" for m in reading.mentions] if reading.mentions else []
    return frozenset((name or "").split(" ")[0] for name in ids) - {""}


def _named(reading: Reading) -> Iterator[str]:
    for statement in reading.statements:
        yield from (p.text for p in (statement.actor, statement.recipient, statement.place) if p and p.text)
    yield from (m.text for m in reading.mentions or ())


def read_readings(data: bytes, name: str) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Read readings as ``casus read`` and ``casus bulk`` write them: one, a list, or one a line.

    A line that is no reading is a problem beside the others; what bulk passed over is left out.
    """
    found: list[Reading] = []
    problems: list[Problem] = []
    for number, line in enumerate(_pieces(data), 1):
        try:
            kept = msgspec.json.decode(line, type=_Kept)
        except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
            problems.append(Problem(where=f"{name}:{number}", what=f"not a reading: {trouble}"))
            continue
        if kept.error:
            problems.append(Problem(where=f"{name}:{number}", what=kept.error))
        elif kept.report:
            found.append(kept.reading(kept.report))
    return tuple(found), tuple(problems)


class _Kept(msgspec.Struct, frozen=True):
    """What of a written reading is counted; the other fields are passed over."""

    report: ReportHead | None = None
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    error: str = ""

    def reading(self, report: ReportHead) -> Reading:
        """Give it as a reading that holds nothing else."""
        return Reading(report=report, regions=(), statements=self.statements, comments=(), mentions=self.mentions)


def _pieces(data: bytes) -> Iterable[bytes | msgspec.Raw]:
    if data.lstrip().startswith(b"["):
        return msgspec.json.decode(data, type=list[msgspec.Raw])
    return [line for line in data.split(b"\n") if line.strip()]


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
