"""All law files of a folder, read, checked against each other, and joined into the law."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from casus.errors import Problem
from casus.treaties.authorising import FILE as AUTHORISATIONS
from casus.treaties.authorising import read_authorisations
from casus.treaties.law import Law, Treaty
from casus.treaties.law_file import LawFile, read_facts, read_terms, read_treaty
from casus.treaties.vetting import Vetting, circles
from casus.vocabulary.states import states

TERMS, FACTS, TREATIES = "terms.toml", "facts.toml", "treaties"


def load_law(folder: Traversable | None = None) -> tuple[Law, tuple[Problem, ...]]:
    """Read a folder of law files (``treaties/*.toml``, ``terms.toml``, ``facts.toml``); by default the package's.

    A treaty whose file has a problem is left out of the law: a rule that cannot be read must not answer.
    """
    return _default() if folder is None else _load(folder)


@cache
def _default() -> tuple[Law, tuple[Problem, ...]]:
    """Read the package's own law once."""
    return _load(files("casus") / "data")


def known_state(code: str) -> bool:
    """Is it the alpha-3 code of a state, of today or former, or of an entity written under one?"""
    state, _, entity = code.partition("-")
    return len(state) == 3 and states().by_code(state) is not None and (not entity or entity.isupper())


def _read(folder: Traversable, name: str, digest: list[bytes]) -> LawFile:
    """Read one file of a folder; a missing one is a problem of its own."""
    path = folder
    for part in name.split("/"):
        path = path / part
    try:
        data = path.read_bytes()
    except OSError:
        file = LawFile(name, b"")
        file.problems.append(Problem(where=name, what="the file is not there"))
        return file
    digest += [name.encode(), hashlib.sha256(data).digest()]
    return LawFile(name, data)


def _treaty_names(folder: Traversable) -> Iterator[str]:
    """Give the names of all treaty files, sorted."""
    place = folder / TREATIES
    if place.is_dir():
        yield from sorted(f"{TREATIES}/{f.name}" for f in place.iterdir() if f.name.endswith(".toml"))


def _load(folder: Traversable) -> tuple[Law, tuple[Problem, ...]]:
    """Read, check and join the law files of a folder."""
    digest: list[bytes] = []
    facts_file, terms_file = _read(folder, FACTS, digest), _read(folder, TERMS, digest)
    facts = read_facts(facts_file) if facts_file.tables else {}
    shared = read_terms(terms_file) if terms_file.tables else {}
    read = [_read(folder, name, digest) for name in _treaty_names(folder)]
    found = [(file, read_treaty(file)) for file in read]
    Vetting(terms_file, terms=shared, facts=facts, known_state=known_state).own_terms(shared)
    caught = {name for circle in circles(shared) for name in circle}
    shared = {name: term for name, term in shared.items() if name not in caught}
    treaties: dict[str, Treaty] = {}
    for file, treaty in found:
        if treaty is None:
            continue
        Vetting(file, terms={**shared, **treaty.terms}, facts=facts, known_state=known_state).treaty(treaty)
        _identify(file, treaty, treaties)
        if not file.problems:
            treaties[treaty.id] = treaty
    mandates = [_read(folder, AUTHORISATIONS, digest)] if (folder / AUTHORISATIONS).is_file() else []
    law = Law(
        treaties=tuple(treaties[i] for i in sorted(treaties)),
        terms=shared,
        facts=facts,
        authorisations=tuple(a for file in mandates for a in read_authorisations(file, known_state)),
        version=hashlib.sha256(b"".join(digest)).hexdigest()[:12],
    )
    return law, tuple(p for file in (facts_file, terms_file, *mandates, *read) for p in file.problems)


def _identify(file: LawFile, treaty: Treaty, others: dict[str, Treaty]) -> None:
    """Check that a treaty's id is its file's name and nobody else's."""
    if file.source.name != f"{TREATIES}/{treaty.id}.toml":
        file.problem(("treaty", "id"), f"the id '{treaty.id}' is not the file's name")
    if treaty.id in others:
        file.problem(("treaty", "id"), f"the id '{treaty.id}' is that of {others[treaty.id].file} too")
