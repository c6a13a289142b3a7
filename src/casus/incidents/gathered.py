"""What is gathered from some reports: events, the incident with its cases, and the statements under each."""

from __future__ import annotations

from casus.incidents.cases import CaseStatements
from casus.records import Event, Incident, InvocationStep, Record


class Gathered(Record, frozen=True, kw_only=True):
    """All that the incidents room makes of some readings; ``incident`` is None where no armed act is told."""

    events: tuple[Event, ...]
    incident: Incident | None
    case_statements: tuple[CaseStatements, ...] = ()
    """One for each case, in their order."""
    positions: tuple[str, ...] = ()
    """Parties of the cases and all others who tell of them in their own way, sorted."""
    steps: tuple[InvocationStep, ...] = ()
    """Requests and what organisations said, decided and did, in the order told."""
