"""The table between words and law: which concepts of statements make which observable fact YES or NO."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec
import tomli

from casus.errors import CasusError
from casus.records import Record

ROOM = "facts"

COVERING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "act.territory_entered": frozenset({"invade", "intrude", "cross_border"}),
        "act.ground_held": frozenset({"occupy", "capture", "control_area", "stay", "hold"}),
        "act.fire_opened": frozenset({"shoot", "open_fire"}),
        "act.persons_killed": frozenset({"be_killed", "casualties"}),
        "act.waters_entered": frozenset({"enter_waters"}),
        "act.airspace_entered": frozenset({"enter_airspace"}),
        "act.blockade": frozenset({"blockade"}),
        "act.cyber": frozenset({"cyberattack"}),
        "act.poison": frozenset({"poison"}),
        "act.sabotage": frozenset({"sabotage"}),
        "act.mobilised": frozenset({"mass", "mobilise", "deploy"}),
        "act.threat_declared": frozenset({"threaten"}),
        "act.ultimatum": frozenset({"ultimatum"}),
        "act.annexation_declared": frozenset({"annex"}),
        "act.outside_support_shown": frozenset({"support_rebels"}),
    }
)
"""Concepts as wide as the fact: saying that these are not so says that the fact is not.

Who denies a mortar attack does not say that no shot was fired: of a narrower concept a denial leaves the fact open.
"""


class Rule(Record, frozen=True, kw_only=True):
    """What makes one fact YES, and what makes it NO."""

    fact: str
    yes_from: frozenset[str] = frozenset()
    no_from: frozenset[str] = frozenset()
    no_from_negated: frozenset[str] = frozenset()
    """Concepts whose denial, or plain negation, makes the fact NO."""

    @property
    def concepts(self) -> frozenset[str]:
        """All concepts that the rule looks at."""
        return self.yes_from | self.no_from | self.no_from_negated


class _Entry(msgspec.Struct):
    asks: dict[str, str]
    from_: str = msgspec.field(name="from")
    yes_from: list[str] = []
    no_from: list[str] = []
    no_from_negated: bool = False


class _File(msgspec.Struct):
    schema: int
    fact: dict[str, _Entry]


@cache
def table() -> Mapping[str, Rule]:
    """Read the rules of ``data/facts.toml`` that statements feed, by the name of their fact."""
    path = files("casus") / "data" / "facts.toml"
    entries = _read(path.read_text(encoding="utf-8")).fact
    return MappingProxyType({name: _rule(name, entry) for name, entry in entries.items() if entry.from_ == ROOM})


@cache
def rules_for(concept: str) -> tuple[Rule, ...]:
    """Give the rules that a concept feeds, in the order of the file."""
    return tuple(rule for rule in table().values() if concept in rule.concepts)


@cache
def questions() -> Mapping[str, Mapping[str, str]]:
    """Give the question of each fact this room answers, by language."""
    path = files("casus") / "data" / "facts.toml"
    entries = _read(path.read_text(encoding="utf-8")).fact
    return MappingProxyType({name: MappingProxyType(e.asks) for name, e in entries.items() if e.from_ == ROOM})


def _read(text: str) -> _File:
    try:
        return msgspec.convert(tomli.loads(text), _File)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CasusError(f"data/facts.toml cannot be read: {error}") from error


def _rule(name: str, entry: _Entry) -> Rule:
    yes_from, no_from = _named(entry.yes_from), _named(entry.no_from)
    negated = COVERING.get(name, frozenset()) if entry.no_from_negated else frozenset[str]()
    return Rule(fact=name, yes_from=yes_from, no_from=no_from, no_from_negated=negated & yes_from)


def _named(given: list[str]) -> frozenset[str]:
    return frozenset(given)
