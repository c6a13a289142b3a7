"""Precedents (``data/precedents``): one file an earlier incident, read, checked, and refused where it does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from casus.errors import CasusError, Problem
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.outlook.features import fact_features
from casus.outlook.reading_files import flat, read
from casus.records import Helper, Invocation, Outcome, Pacts, Precedent, PrecedentPlace, Words
from casus.records.base import Record
from casus.records.finding import Certainty
from casus.records.precedent import YesNo
from casus.vocabulary.party_names import entities, known_party
from casus.vocabulary.states import states

FIRST_DAY = date(1945, 1, 1)
LANGUAGES = ("en", "ja")
SHORTEST = 4
"""Letters a name must have to be looked for in reports; two in Japanese or Chinese."""


class PrecedentFile(Record, frozen=True, kw_only=True):
    """A file as it stands; ``docs/precedents.md`` is its grammar."""

    schema: Literal[1]
    id: str
    on: date
    until: date | None = None
    attacker: tuple[str, ...]
    victim: tuple[str, ...]
    told: Literal["agreed", "disputed"]
    names: tuple[str, ...] = ()
    source: str
    certainty: Certainty
    notes: str = ""
    name: Words
    act: Words
    place: PrecedentPlace
    facts: dict[str, dict[str, YesNo]]
    alliance: Pacts = Pacts()
    invocation: Invocation = Invocation()
    helper: tuple[Helper, ...] = ()
    outcome: Outcome


@cache
def precedents() -> tuple[Precedent, ...]:
    """Give the precedents of the package, in order of days. Raises CasusError where a file does not fit."""
    found, problems = load_precedents()
    if problems:
        raise CasusError("the precedents are broken: " + "; ".join(p.line() for p in problems[:3]))
    return found


def load_precedents(folder: Traversable | None = None) -> tuple[tuple[Precedent, ...], tuple[Problem, ...]]:
    """Read all files of a folder, by default the package's; those that do not fit are problems."""
    place = folder or files("casus") / "data" / "precedents"
    found: list[Precedent] = []
    problems: list[Problem] = []
    for path in sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        precedent, wrong = read_precedent(path.name, path.read_bytes())
        problems += wrong
        if precedent:
            found.append(precedent)
    return tuple(sorted(found, key=lambda p: (p.on, p.id))), tuple(problems)


def read_precedent(name: str, data: bytes) -> tuple[Precedent | None, tuple[Problem, ...]]:
    """Read one file of that name; None where anything in it is wrong."""
    file = read(f"precedents/{name}", data, PrecedentFile)
    if isinstance(file, Problem):
        return None, (file,)
    wrong = tuple(Problem(where=f"precedents/{name}", what=what, hint=hint) for what, hint in _faults(name, file))
    return (None, wrong) if wrong else (_precedent(file), ())


def known_features(precedent: Precedent) -> dict[str, Truth]:
    """Give all features of a precedent that are known, with those its pacts and its invocation give."""
    found = dict(precedent.facts)
    pacts = precedent.alliance
    for name, listed in (("victim", pacts.victim), ("attacker", pacts.attacker), ("between", pacts.between)):
        if listed is not None:
            found[f"tie.{name}"] = YES if listed else NO
    found["asked.help"] = Truth(precedent.invocation.asked)
    return {name: truth for name, truth in found.items() if truth is not UNKNOWN}


def _precedent(file: PrecedentFile) -> Precedent:
    fields = {name: getattr(file, name) for name in file.__struct_fields__ if name not in ("schema", "facts")}
    facts = {name: truth for name, truth in flat(file.facts).items() if truth is not UNKNOWN}
    return Precedent(facts=dict(sorted(facts.items())), **fields)


def _faults(name: str, file: PrecedentFile) -> Iterator[tuple[str, str | None]]:
    """Say what of a file cannot be, with a hint."""
    if name != f"{file.id}.toml":
        yield f"the id is {file.id!r}", f"name the file {file.id}.toml"
    if file.on < FIRST_DAY:
        yield f"{file.on} is before 1945", None
    if file.until and file.until < file.on:
        yield f"until {file.until} is before on {file.on}", None
    if not file.source.strip():
        yield "source is empty", "say where it was looked up"
    yield from _unknown_facts(file)
    yield from _unknown_parties(file)
    yield from _missing_words(file)
    if (file.place.lat is None) != (file.place.lon is None):
        yield "place has one of lat and lon", "give both or neither"
    for called in file.names:
        if len(called) < (SHORTEST if called.isascii() else 2):
            yield f"the name {called!r} is too short to be looked for", None


def _unknown_facts(file: PrecedentFile) -> Iterator[tuple[str, str | None]]:
    for fact in flat(file.facts):
        if fact not in fact_features():
            near = get_close_matches(fact, sorted(fact_features()), 1)
            yield f"unknown fact {fact!r}", f"did you mean {near[0]!r}?" if near else None


def _unknown_parties(file: PrecedentFile) -> Iterator[tuple[str, str | None]]:
    helpers = (h.party for h in file.helper)
    for party in sorted({*file.attacker, *file.victim, *file.invocation.by, *file.invocation.to, *helpers}):
        if not _is_party(party):
            yield f"unknown party {party!r}", "give a state's alpha-3, 'IGO X', 'NSA X' or an id of entities.tsv"
    if not file.attacker or not file.victim:
        yield "attacker or victim is empty", "who is told most widely to have begun goes under attacker"


def _is_party(party: str) -> bool:
    if party.startswith(("NSA ", "IGO ")):
        return len(party) > len("NSA ")
    return party in entities() or known_party(party) is not None or states().is_state(party.partition("-")[0])


def _missing_words(file: PrecedentFile) -> Iterator[tuple[str, str | None]]:
    for key, words in (("name", file.name), ("act", file.act)):
        for language in LANGUAGES:
            if not words.get(language, "").strip():
                yield f"[{key}] has no {language}", None
    for key, text in (("outcome", file.outcome), ("place", file.place)):
        if not text.en.strip() or not text.ja.strip():
            yield f"[{key}] lacks en or ja", None
