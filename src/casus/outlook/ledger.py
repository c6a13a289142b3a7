"""A ledger of questions, forecasts and resolutions: lines are added and never changed, and a change would show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from casus.errors import Problem
from casus.outlook.vetting import faults
from casus.records import Entry, Forecast, Question, Resolution, content_id
from casus.records.outlook import LEDGER_FORMAT
from casus.vocabulary.phrases import say
from casus.vocabulary.refusals import refusal

Noted = Question | Forecast | Resolution


class Ledger:
    """Everything that was asked, forecast and resolved, in the order it was written down."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self.questions: dict[str, Question] = {}
        self._forecasts: dict[str, list[Forecast]] = {}
        self._resolutions: dict[str, Resolution] = {}
        self.heads: list[str] = [LEDGER_FORMAT]
        for entry in entries:
            self._take(entry)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All lines, in their order."""
        return tuple(self._entries)

    @property
    def head(self) -> str:
        """The hash of all that stands: whoever kept it can tell later that nothing before was changed or cut off."""
        return self.heads[-1]

    def holds(self, kept: str, where: str = "ledger") -> tuple[Problem, ...]:
        """Say whether a hash kept earlier is that of its first so many lines; else the end was changed or cut off."""
        return () if kept in self.heads else (refusal(where, "refused_kept", hint=say("hint_kept"), kept=kept),)

    def add(self, noted: Noted, where: str = "ledger") -> tuple[Ledger, tuple[Problem, ...]]:
        """Give the ledger with one more line; what cannot stand is refused with its reasons, and nothing changes."""
        problems = tuple(faults(self, noted, where))
        if problems:
            return self, problems
        return Ledger((*self._entries, self._next(noted))), ()

    def follow(self, entry: Entry, where: str) -> tuple[Problem, ...]:
        """Take in the line that comes next while a file is read; one that does not follow is refused."""
        if entry.number != len(self._entries) + 1 or entry.after != self.head:
            return (refusal(where, "refused_changed", hint=say("hint_changed")),)
        noted = [n for n in (entry.question, entry.forecast, entry.resolution) if n is not None]
        if len(noted) != 1:
            return (refusal(where, "refused_records", count=str(len(noted))),)
        problems = tuple(faults(self, noted[0], where))
        if not problems:
            self._take(entry)
        return problems

    def _next(self, noted: Noted) -> Entry:
        return Entry(
            number=len(self._entries) + 1,
            after=self.head,
            question=noted if isinstance(noted, Question) else None,
            forecast=noted if isinstance(noted, Forecast) else None,
            resolution=noted if isinstance(noted, Resolution) else None,
        )

    def _take(self, entry: Entry) -> None:
        self._entries.append(entry)
        self.heads.append(mark(entry))
        if entry.question:
            self.questions[entry.question.id] = entry.question
        if entry.forecast:
            self._forecasts.setdefault(entry.forecast.question, []).append(entry.forecast)
        if entry.resolution:
            self._resolutions[entry.resolution.question] = entry.resolution

    def forecasts(self, question: str, by: str | None = None) -> tuple[Forecast, ...]:
        """Give the forecasts on a question, in order of days; by one forecaster, or by all."""
        found = self._forecasts.get(question, [])
        return tuple(sorted((f for f in found if by in (None, f.by)), key=lambda f: f.on))

    def resolution(self, question: str) -> Resolution | None:
        """Give how a question came out, by the last line that says so; earlier ones stay in the ledger."""
        return self._resolutions.get(question)

    def is_void(self, question: Question) -> bool:
        """Did it fall away: declared void, or its branch of another question did not come?"""
        if question.given is not None:
            parent = self.questions[question.given[0]]
            outcome = self.resolution(parent.id)
            if self.is_void(parent) or (outcome is not None and outcome.branch != question.given[1]):
                return True
        own = self.resolution(question.id)
        return own is not None and own.branch is None

    def forecasters(self) -> tuple[str, ...]:
        """Name all who forecast, sorted."""
        return tuple(sorted({f.by for made in self._forecasts.values() for f in made}))


def mark(entry: Entry) -> str:
    """Give the hash of a line, which holds that of the line before it."""
    return content_id("entry", msgspec.json.encode(entry).decode("utf-8"))


def written(entry: Entry) -> str:
    """Write a line of a ledger file, without its end."""
    return msgspec.json.encode(entry).decode("utf-8")


def read_ledger(data: bytes, where: str = "ledger") -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a ledger file, one line an entry; it ends at the first line that does not follow from those before it."""
    ledger = Ledger()
    for number, line in _lines(data):
        at = f"{where}:{number}"
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
            return ledger, (refusal(at, "refused_entry", form=LEDGER_FORMAT, trouble=str(trouble)),)
        if problems := ledger.follow(entry, at):
            return ledger, problems
    return ledger, ()


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    return ((n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip())
