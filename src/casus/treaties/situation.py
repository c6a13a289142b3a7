"""Who asks what of whom in a case, and how its facts are said in words."""

from __future__ import annotations

from dataclasses import dataclass

from casus.logic import NO, UNKNOWN, Truth
from casus.treaties.docket import Docket
from casus.treaties.law import Provision, Text, Treaty

Leaf = tuple[Truth, str, str]
"""Truth, reason and source of a fact."""

INCIDENT = "the incident as given"
DETAIL = " — "
"""Parts what a leaf says into the short of it and the detail, which one-line reasons leave out."""


@dataclass(frozen=True)
class Situation:
    """One text of a treaty, states obliged alike, one beneficiary, one case."""

    docket: Docket
    treaty: Treaty
    provision: Provision
    text: Text
    obliged: tuple[str, ...]
    beneficiary: str

    @property
    def sole_victim(self) -> bool:
        """Is the beneficiary the one victim of the case?"""
        return self.docket.case.victim == (self.beneficiary,)

    def phrase(self, name: str, truth: Truth) -> str:
        """Say a fact in words, from ``data/facts.toml`` where it has them."""
        entry = self.docket.law.facts.get(name)
        if entry is None:
            return f"{name}: {truth.value}"
        words = (entry.no if truth is NO else entry.yes).get("en", f"{name}: {truth.value}")
        return f"whether {words}" if truth is UNKNOWN else words
