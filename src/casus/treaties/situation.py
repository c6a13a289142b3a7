"""Who asks what of whom in a case, and how its facts are said in words."""

from __future__ import annotations

from dataclasses import dataclass

from casus.logic import NO, UNKNOWN, Truth
from casus.records import Words
from casus.treaties.docket import Docket
from casus.treaties.law import Provision, Text, Treaty
from casus.vocabulary.phrases import say

Leaf = tuple[Truth, Words, str]
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

    def phrase(self, name: str, truth: Truth) -> Words:
        """Say a fact in words, from ``data/facts.toml`` where it has them."""
        entry = self.docket.law.facts.get(name)
        words = (entry.no if truth is NO else entry.yes) if entry else None
        if not words:
            bare = say("fact_value", name=name, truth={**say(f"truth_{truth.value}"), "en": truth.value})
            return say("whether", what=bare) if entry and truth is UNKNOWN else bare
        return say("whether", what=words) if truth is UNKNOWN else words
