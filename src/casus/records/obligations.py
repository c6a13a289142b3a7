"""What ``casus weigh`` gives: all findings of an incident, and on demand the practice of their instruments."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record
from casus.records.finding import Finding
from casus.records.practice import Practice


class Obligations(Record, frozen=True, kw_only=True):
    """All findings of an incident, as ``casus weigh`` prints them."""

    format: Literal["casus.obligations/1"] = "casus.obligations/1"
    incident: str
    findings: tuple[Finding, ...]
    practice: tuple[Practice, ...] = ()
    """Documented practice of the instruments the findings are about, where it was asked for."""
