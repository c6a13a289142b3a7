"""Is the law whole: every duty and every exception tried by a case; for ``casus treaties check``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from casus.errors import Problem
from casus.logic import YES
from casus.treaties.answering import unanswered
from casus.treaties.boundaries import faults
from casus.treaties.case_tables import CaseTable, Outcome, load_table, run
from casus.treaties.evaluation import nodes
from casus.treaties.law import Law, Provision, Treaty
from casus.treaties.wording import FROM_MEMORY, PLACE_FROM_MEMORY

CASES = ("tests", "treaties")
"""Where the case tables stand in a repository."""


def check(law: Law, tables: Traversable | None = None, *, repository: Traversable | None = None) -> tuple[Problem, ...]:
    """Check the law against itself and, where a folder of case tables is given, against its cases.

    Of each treaty with a duty the table must hold, for every obliging provision, a case with YES (unless its binding
    force is disputed), one with NO and one with UNKNOWN, and for every exception one in which it applies. Its YES case
    is also moved to the boundary days of the acts and texts; and each finding of a table must say so where it rests on
    law from memory. A repository gives the tables too, and shows whether every fact the law asks about is answered by a
    rule that a test tries, or stands on the page of what only a person can answer.
    """
    problems = [p for treaty in law.treaties for p in _treaty(law, treaty)]
    if tables is None and repository is not None:
        tables = repository.joinpath(*CASES)
    if tables is not None:
        problems += _tables(law, tables)
    if repository is not None:
        problems += unanswered(law, repository)
    return tuple(problems)


def _treaty(law: Law, treaty: Treaty) -> Iterator[Problem]:
    """Check one treaty by itself."""
    if not treaty.provisions:
        yield Problem(
            where=treaty.file, what="no provision: a look-alike needs one too, to say that it does not oblige"
        )
    if not any(a.does == "become bound" for a in treaty.acts):
        yield Problem(
            where=treaty.file, what="nobody ever becomes bound", hint="a look-alike takes effect for somebody too"
        )
    used = {n for p in treaty.provisions for text in p.text for n in law.names(treaty, text)}
    for name in sorted(set(treaty.terms) - used):
        yield Problem(where=treaty.file, what=f"the term '{name}' is used by no provision")


def _tables(law: Law, folder: Traversable) -> Iterator[Problem]:
    """Run all tables of a folder and note what they leave out."""
    tried: dict[str, list[Outcome]] = {}
    files: dict[str, str] = {}
    for path in sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        table, problems = load_table(path.name, path.read_bytes())
        yield from problems
        if table is None:
            continue
        files[table.treaty] = path.name
        if law.treaty(table.treaty) is None:
            yield Problem(where=path.name, what=f"no law file has the id '{table.treaty}'")
            continue
        tried[table.treaty] = outcomes(law, table)
        for outcome in tried[table.treaty]:
            told = (*outcome.trouble, *_silent_on_memory(outcome))
            yield from (Problem(where=f"{path.name}: {outcome.case.name}", what=t) for t in told)
    for treaty in law.treaties:
        where = files.get(treaty.id, f"{treaty.id}.toml")
        own = tried.get(treaty.id, [])
        yield from _untried(treaty, own, where)
        yield from faults(law, treaty, tuple(o.case for o in own), where)


def _silent_on_memory(outcome: Outcome) -> Iterator[str]:
    """Say that a finding hides that it rests on what nobody checked, or claims so without need."""
    if outcome.finding is None:
        return
    says = outcome.finding.why.endswith((FROM_MEMORY, PLACE_FROM_MEMORY))
    if says is not (outcome.finding.certainty == "memory"):
        yield f"certainty is {outcome.finding.certainty}, but the reason says '{outcome.finding.why}'"


def outcomes(law: Law, table: CaseTable) -> list[Outcome]:
    """Run all cases of a table."""
    return [run(law, table.treaty, case) for case in table.case]


def _untried(treaty: Treaty, tried: list[Outcome], where: str) -> Iterator[Problem]:
    """Note answers and exceptions of a treaty that no case shows."""
    if treaty.binding == "no":
        return
    for provision in treaty.provisions:
        if not any(text.kind == "obliges" for text in provision.text):
            continue
        own = [o for o in tried if o.case.provision == provision.id]
        wanted = ("no", "unknown") if treaty.binding == "disputed" else ("yes", "no", "unknown")
        missing = [w for w in wanted if w not in {o.case.expect for o in own}]
        if missing:
            yield Problem(where=where, what=f"{provision.id}: no case with {', '.join(missing)}")
        yield from _unshown(provision, own, where)


def _unshown(provision: Provision, tried: list[Outcome], where: str) -> Iterator[Problem]:
    """Note exceptions that apply in no case."""
    proofs = [o.finding.because for o in tried if o.finding]
    shown = {n.name for proof in proofs for n in nodes(proof) if n.kind == "exception" and n.truth is YES}
    for name in dict.fromkeys(e.name for text in provision.text for e in text.exception):
        if name not in shown:
            yield Problem(where=where, what=f"{provision.id}: the exception '{name}' applies in no case")
