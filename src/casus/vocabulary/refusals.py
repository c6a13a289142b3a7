"""Refusals in several languages: problems whose words come from the table of sentence patterns."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from casus.errors import Problem
from casus.records import Words
from casus.vocabulary.phrases import in_language, say


class Refusal(Problem, frozen=True, kw_only=True):
    """A problem that can be told in every language of the table; ``what`` and ``hint`` are its English."""

    says: Words
    does: Words | None = None
    at: Words | None = None
    """Where it is, if that is said in words and not by a name."""


def refusal(where: str, key: str, *, hint: Words | None = None, **values: Words | str) -> Refusal:
    """Refuse by a pattern, with what to do about it.

    >>> refusal("ledger", "refused_no_criteria", hint=say("hint_criteria")).line()
    'ledger: the question has no criteria (say by what it will be told how it came out)'
    """
    return told(where, say(key, **values), hint)


def told(where: Words | str, says: Words, does: Words | None = None) -> Refusal:
    """Refuse in words that are filled in already."""
    place, at = (where, None) if isinstance(where, str) else (where["en"], where)
    return Refusal(where=place, what=says["en"], hint=does["en"] if does else None, says=says, does=does, at=at)


def placed(problems: Iterable[Problem], at: Words) -> tuple[Problem, ...]:
    """Say where refusals are in words of other languages; the English line keeps its own.

    >>> at = {"en": "question", "ja": "問い"}
    >>> [line_in(p, "ja") for p in placed([refusal("question", "refused_no_criteria")], at)]
    ['問い：問いに判定基準がない']
    """
    return tuple(replace(p, at=at) if isinstance(p, Refusal) else p for p in problems)


def line_in(problem: Problem, language: str) -> str:
    """Print a problem on one line in a language; what has no text in it is given in English.

    >>> line_in(refusal("ledger", "refused_no_criteria"), "ja")
    'ledger：問いに判定基準がない'
    """
    if language == "en" or not isinstance(problem, Refusal):
        return problem.line()
    hint = f"（{in_language(problem.does, language)}）" if problem.does else ""
    where = in_language(problem.at, language) if problem.at else problem.where
    return f"{where}：{in_language(problem.says, language)}{hint}"
