"""What is wrong with a matrix that people filled in: unknown names, names used twice, ratings of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from casus.errors import Problem
from casus.records import Evidence, MatrixSheet
from casus.vocabulary.phrases import say
from casus.vocabulary.refusals import refusal


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
                hint = say("hint_near", near=near[0]) if near else say("hint_add", kinds=say(f"kinds_{kind}"))
                at = f"{where}: rating {number}"
                yield refusal(at, "refused_unknown", hint=hint, kind=say(f"kind_{kind}"), name=name)


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
            yield refusal(where, "refused_twice", hint=say("hint_twice"), kind=say(f"kind_{kind}"), name=name)


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def _thin(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    if len(sheet.hypotheses) < 2:
        yield refusal(where, "refused_thin", hint=say("hint_thin"), count=str(len(sheet.hypotheses)))
    if not sheet.items:
        yield refusal(where, "refused_no_items", hint=say("hint_no_items"))


def _bare(sheet: MatrixSheet, where: str) -> Iterator[Problem]:
    for hypothesis in sheet.hypotheses:
        if not hypothesis.refuted_by.get("en", "").strip():
            yield refusal(where, "refused_bare", hint=say("hint_bare"), name=hypothesis.id)
