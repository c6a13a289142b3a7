"""What the desk itself refuses, in every language of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casus.desk.pages.phrases import LANGUAGES, phrase
from casus.records import Words
from casus.vocabulary.phrases import in_language, joined, same
from casus.vocabulary.refusals import Refusal, told


def refusal(where: Words | str, key: str, *, hint: str = "", **values: object) -> Refusal:
    """Refuse by one of the desk's phrases, with what to do about it by another; both take the values.

    >>> refusal("incident-1", "refused_nothing_to_withdraw").line()
    'incident-1: there is nothing to take back'
    """
    return told(where, in_words(key, **values), in_words(hint, **values) if hint else None)


def in_words(key: str, **values: object) -> Words:
    """Give a phrase of the desk in every language of its pages; a value may come in several languages itself.

    >>> in_words("at_decision", incident="incident-1")["en"]
    'decision on incident-1'
    """
    return {language: phrase(key, language, **_values(values, language)) for language in LANGUAGES}


def _values(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: in_language(v, language) if isinstance(v, dict) else v for name, v in values.items()}


def choices(names: Iterable[str]) -> Words:
    """List names that a value is chosen from.

    >>> choices(["A", "B"])["ja"]
    'A、B'
    """
    return joined(same(name) for name in names)
