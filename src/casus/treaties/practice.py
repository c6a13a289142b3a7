"""Documented practice of the instruments (``data/invocations``): invocations, refusals and non-invocations, sourced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec.structs import replace

from casus.errors import Problem
from casus.records import Practice
from casus.treaties.law import Law, Treaty
from casus.treaties.law_file import LawFile, nearest
from casus.treaties.loading import known_state, load_law
from casus.treaties.status import status
from casus.treaties.toml_source import Path

FOLDER = "invocations"


def load_practice(
    law: Law, folder: Traversable | None = None
) -> tuple[dict[str, tuple[Practice, ...]], tuple[Problem, ...]]:
    """Read the practice of all instruments, by id and in order of days; by default the package's.

    A file that names an unknown instrument, provision or state, or a party that was none, is a problem with its place.
    """
    place = folder or files("casus") / "data" / FOLDER
    found: dict[str, tuple[Practice, ...]] = {}
    problems: list[Problem] = []
    for path in sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        file = LawFile(f"{FOLDER}/{path.name}", path.read_bytes())
        treaty = _treaty(file, law)
        cases = file.many("invocation", Practice)
        if treaty is not None:
            for number, case in enumerate(cases):
                _vet(file, treaty, case, ("invocation", number))
            found[treaty.id] = tuple(sorted((_of(treaty, c) for c in cases), key=lambda c: (c.on, c.id)))
        problems += file.problems
    return found, tuple(problems)


def precedents_of(treaty: str) -> tuple[Practice, ...]:
    """Give the documented practice of an instrument of the package, in order of days; empty where none is on file."""
    return _default().get(treaty, ())


def lines(case: Practice) -> tuple[str, str, str]:
    """Say one case of practice (English) in three lines: who called on what, what came of it, and the source."""
    decided = f"; {case.organ or 'parties'}: {case.decided}, {case.decided_on}" if case.decided else ""
    head = f"  {case.on}  {case.kind} by {', '.join(case.by)}, {', '.join(case.cites)}: {case.what['en']}{decided}"
    return head, f"    {case.came['en']}", f"    [{case.source}; {case.certainty}]"


@cache
def _default() -> dict[str, tuple[Practice, ...]]:
    return load_practice(load_law()[0])[0]


def _treaty(file: LawFile, law: Law) -> Treaty | None:
    """Find the instrument a file is about."""
    file.check_top("treaty", "invocation")
    if not file.tables:
        return None
    named = file.tables.get("treaty")
    treaty = law.treaty(named) if isinstance(named, str) else None
    if treaty is None:
        hint = nearest(str(named), (t.id for t in law.treaties))
        file.problem(("treaty",), f"no law file has the id '{named}'", hint=hint)
    elif file.source.name != f"{FOLDER}/{treaty.id}.toml":
        file.problem(("treaty",), f"the id '{treaty.id}' is not the file's name")
    return treaty


def _vet(file: LawFile, treaty: Treaty, case: Practice, path: Path) -> None:
    """Check one case against the instrument."""
    for what, word, key in _wrong(treaty, case):
        file.problem((*path, key), what, word=word)


def _wrong(treaty: Treaty, case: Practice) -> Iterator[tuple[str, str, str]]:
    """Say what of a case cannot be: the words, the word it is about, and its key."""
    known = {p.id for p in treaty.provisions}
    for provision in case.provisions:
        if provision not in known:
            yield f"the instrument has no provision '{provision}'", provision, "provisions"
    for state in case.by:
        if not known_state(state):
            yield f"unknown state '{state}'", state, "by"
        elif state not in treaty.states(case.on):
            yield f"{status(treaty, state, case.on).says} on {case.on}", state, "by"
    if case.decided_on and case.decided_on < case.on:
        yield f"decided on {case.decided_on}, before it was asked on {case.on}", "", "decided_on"
    if "en" not in case.what or "en" not in case.came:
        yield "'what' and 'came' need English words ('en')", "", "what"


def _of(treaty: Treaty, case: Practice) -> Practice:
    """Give a case with its instrument and how that cites the provisions."""
    cites = {p.id: p.cite for p in treaty.provisions}
    return replace(case, treaty=treaty.id, cites=tuple(cites.get(p, p) for p in case.provisions))
