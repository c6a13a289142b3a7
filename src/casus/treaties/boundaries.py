"""Boundary days: a case that calls a duty up, moved to the eve and the day of each act and of each new text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from casus.errors import Problem
from casus.logic import YES
from casus.records import Finding
from casus.treaties.case_tables import TableCase, run
from casus.treaties.law import Act, Law, Provision, Treaty
from casus.treaties.status import status

DAY = timedelta(days=1)
FREES = frozenset({"cease to be bound", "suspend"})


def faults(law: Law, treaty: Treaty, cases: tuple[TableCase, ...], where: str) -> Iterator[Problem]:
    """Move one YES case of each obliging provision to the boundary days, and note where the answer does not change.

    On a day before its parties are bound, or after one has left, nothing may be called up; on the days within, both
    must count as bound, and the text must be that of the day.
    """
    for provision in treaty.provisions:
        yes = next((c for c in cases if c.provision == provision.id and c.expect == "yes"), None)
        if yes is None or not any(t.kind == "obliges" for t in provision.text):
            continue
        for on in _days(treaty, provision, yes):
            finding = _moved(law, treaty, yes, on)
            for what in _wrong(treaty, provision, yes, on, finding):
                yield Problem(where=f"{where}: {yes.name}", what=f"{provision.id} on {on}: {what}")


def _days(treaty: Treaty, provision: Provision, case: TableCase) -> tuple[date, ...]:
    """Give the day of each act of the two parties and of each text, and its eve."""
    acts = [a.on for a in treaty.acts if _decides(a) and {case.obliged, case.beneficiary} & {*a.states}]
    edges = {*acts, *(t.from_ for t in provision.text), *(t.until + DAY for t in provision.text if t.until)}
    return tuple(sorted({*edges, *(e - DAY for e in edges)}))


def _decides(act: Act) -> bool:
    return act.does == "become bound" or (act.does in FREES and not act.towards)


def _moved(law: Law, treaty: Treaty, case: TableCase, on: date) -> Finding | None:
    """Weigh a case on another day, its requests and decisions undated so that they still count."""
    moved = replace(
        case,
        on=on,
        until=None,
        requests=tuple(replace(r, on=None) for r in case.requests),
        decisions=tuple(replace(d, on=None) for d in case.decisions),
        positions={},
    )
    return run(law, treaty.id, moved).finding


def _wrong(treaty: Treaty, provision: Provision, case: TableCase, on: date, finding: Finding | None) -> Iterator[str]:
    """Say what a finding on a boundary day gets wrong."""
    needed = {case.obliged, case.beneficiary} & {*treaty.states()}
    unbound = sorted(s for s in needed if status(treaty, s, on).truth is not YES)
    text = next((t for t in provision.text if t.holds(on)), None)
    if finding and finding.answer is YES and case.obliged in unbound:
        yield f"called up though {case.obliged} is not bound"
    if finding and finding.answer is YES and text is None:
        yield "called up though no text holds"
    if not unbound and text and finding is None:
        yield "not listed though both are bound"
    if not unbound and text and finding and not finding.duty.startswith(text.duty):
        yield "told by a text of another day"
