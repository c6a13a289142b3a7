"""What is wrong with a matrix that people filled in: unknown names, names used twice, ratings of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from casus.errors import Problem
from casus.records import Evidence, MatrixSheet


def vet(sheet: MatrixSheet, where: str) -> tuple[Problem, ...]:
    """Give every fault of a sheet; none where it can be weighed."""
    return (*_doubles(sheet, where), *_thin(sheet, where), *_bare(sheet, where), *strays(sheet, where))


def strays(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    """Give the ratings whose rater, hypothesis or item the sheet does not have."""
    known = (
        ("rater", frozenset(sheet.raters)),
        ("hypothesis", frozenset(h.id for h in sheet.hypotheses)),
        ("item", frozenset(i.id for i in sheet.items)),
    )
    for number, rating in enumerate(sheet.ratings, 1):
        for kind, names in known:
            name = _named(rating, kind)
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"add it to the sheet's {kind}s first"
                yield Problem(where=f"{where}: rating {number}", what=f"unknown {kind} {name!r}", hint=hint)


def _named(rating: Evidence, kind: str) -> str:
    return rating.rater if kind == "rater" else rating.hypothesis if kind == "hypothesis" else rating.item


def _doubles(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    named = (
        ("hypothesis", [h.id for h in sheet.hypotheses]),
        ("item", [i.id for i in sheet.items]),
        ("rater", list(sheet.raters)),
    )
    for kind, names in named:
        for name in _twice(names):
            yield Problem(where=where, what=f"the {kind} {name!r} stands twice", hint="give each an id of its own")


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def _thin(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    if len(sheet.hypotheses) < 2:
        hint = "give at least two: one explanation alone competes with nothing"
        yield Problem(where=where, what=f"{len(sheet.hypotheses)} hypotheses", hint=hint)
    if not sheet.items:
        yield Problem(where=where, what="no items of evidence", hint="give at least one")


def _bare(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    for hypothesis in sheet.hypotheses:
        if not hypothesis.refuted_by.get("en", "").strip():
            hint = "say in refuted_by what observation would tell against it"
            yield Problem(where=where, what=f"{hypothesis.id!r} does not say what would refute it", hint=hint)
