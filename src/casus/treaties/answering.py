"""Is every fact the law asks about answered by somebody: by a rule that a test tries, or expressly by a person only."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from casus.errors import Problem
from casus.treaties.fact_answers import ENGINE_FACTS
from casus.treaties.law import Law
from casus.treaties.place_answers import HOMELAND

ASKED_ONLY = ("docs", "asked-only.md")
ROOMS = ("facts", "incidents", "pipeline", "territory", "treaties")
"""Folders of tests in which a fact is answered from a report, a map, or the records of requests and decisions."""


def used(law: Law) -> tuple[str, ...]:
    """List the facts that any text of the law asks about, sorted."""
    names = {n for t in law.treaties for p in t.provisions for text in p.text for n in law.names(t, text)}
    return tuple(sorted(names & set(law.facts)))


def unanswered(law: Law, repository: Traversable) -> Iterator[Problem]:
    """Note each fact without a tested rule, and each for a person only that the page for persons does not ask.

    A fact with concepts of statements is tried for each of them by the table of the facts room; one of the engine or of
    a place, or one read from who acts, must be named in a test of a room that answers it.
    """
    page = _text(repository, *ASKED_ONLY)
    tests = "".join(_tests(repository, room) for room in ROOMS)
    own = "".join(_tests(repository, room) for room in ("facts", "incidents"))
    for name in used(law):
        fact = law.facts[name]
        if fact.from_ == "asked-only":
            if f"| `{name}` |" not in page:
                what = f"'{name}' is for a person only, but {'/'.join(ASKED_ONLY)} does not ask it"
                yield Problem(where="facts.toml", what=what)
        elif fact.yes_from or fact.no_from:
            continue
        elif name not in (tests if name in ENGINE_FACTS or name == HOMELAND else own):
            hint = "name concepts in 'yes_from', write a rule and its test, or mark it asked-only"
            yield Problem(where="facts.toml", what=f"'{name}' is answered by no rule with a test", hint=hint)


def _text(folder: Traversable, *parts: str) -> str:
    """Read a file of a folder; empty where it is not there."""
    path = folder.joinpath(*parts)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _tests(repository: Traversable, room: str) -> str:
    """Read all tests of a room with their tables."""
    folder = repository / "tests" / room
    files = sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name) if folder.is_dir() else []
    return "".join(f.read_text(encoding="utf-8") for f in files if f.name.endswith((".py", ".toml", ".json")))
