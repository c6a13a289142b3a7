"""Incidents since 1956 as history tells them, weighed on the real map: each answer is one a lawyer would accept."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from casus.logic import NO, UNKNOWN, YES
from casus.records import Case, CasePlace, Finding, Incident, OrganDecision, Record, Request
from casus.territory import open_territory
from casus.treaties import load_law, weigh

HISTORY = Path(__file__).parent / "history"
STEMS = sorted(path.stem for path in HISTORY.glob("*.toml"))


class Told(Record, frozen=True, kw_only=True):
    """A case as a history file tells it: what was so, what was not; what is in neither is unknown."""

    id: str
    on: date
    until: date | None = None
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    place: CasePlace
    told_by: str = "agreed"
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def case(self) -> Case:
        """Give the case of an incident."""
        return Case(
            id=self.id,
            on=self.on,
            until=self.until,
            attacker=self.attacker,
            victim=self.victim,
            place=self.place,
            told_by=self.told_by,
            facts={**dict.fromkeys(self.yes, YES), **dict.fromkeys(self.no, NO)},
        )


class Expected(Record, frozen=True, kw_only=True):
    """The answers accepted for one duty; several where two views are respectable."""

    case: str = ""
    treaty: str
    provision: str
    obliged: str
    beneficiary: str
    answer: tuple[Literal["yes", "no", "unknown"], ...]
    why: str

    def of(self, finding: Finding) -> bool:
        """Is a finding about this duty?"""
        same = finding.treaty == self.treaty and finding.provision == self.provision
        parties = self.obliged in finding.obliged and self.beneficiary in finding.beneficiary
        return same and parties and self.case in ("", finding.case)


class History(Record, frozen=True, kw_only=True):
    """One incident with what is expected of it."""

    id: str
    source: str
    certainty: Literal["checked", "partly", "memory"]
    case: tuple[Told, ...]
    request: tuple[Request, ...] = ()
    decision: tuple[OrganDecision, ...] = ()
    expect: tuple[Expected, ...]


@cache
def history(stem: str) -> History:
    """Read one file."""
    return msgspec.toml.decode((HISTORY / f"{stem}.toml").read_bytes(), type=History)


@cache
def findings(stem: str) -> tuple[Finding, ...]:
    """Weigh one incident; nothing of it may be a problem."""
    told = history(stem)
    cases = tuple(c.case() for c in told.case)
    incident = Incident(id=told.id, cases=cases, requests=told.request, decisions=told.decision)
    found, problems = weigh(incident, law=load_law()[0], places=open_territory())
    assert problems == ()
    return found


@pytest.mark.parametrize(("stem", "number"), [(s, n) for s in STEMS for n in range(len(history(s).expect))])
def test_history_is_answered_as_a_lawyer_would(stem: str, number: int) -> None:
    """Yes if any case gives yes, else unknown if any is unknown, else no; nothing listed means that nothing is owed."""
    row = history(stem).expect[number]
    answers = {f.answer for f in findings(stem) if row.of(f)}
    answer = next((a for a in (YES, UNKNOWN) if a in answers), NO)
    assert answer.value in row.answer, (row.why, [f.why for f in findings(stem) if row.of(f)])


def test_history_covers_the_span() -> None:
    """At least fifty incidents from 1956 to 2025, each with its source; each row is about a known provision."""
    law = load_law()[0]
    provisions = {(t.id, p.id) for t in law.treaties for p in t.provisions}
    told = [history(stem) for stem in STEMS]
    years = {c.on.year for h in told for c in h.case}
    assert len(told) >= 50
    assert min(years) == 1956
    assert max(years) == 2025
    assert all(h.source for h in told)
    assert {(e.treaty, e.provision) for h in told for e in h.expect} <= provisions
