"""What the desk itself refuses, in every language of its pages."""

from __future__ import annotations

from casus.desk.pages.phrases import LANGUAGES, phrase
from casus.records import Words
from casus.vocabulary.refusals import Refusal, told


def refusal(where: str, key: str, *, hint: str = "", **values: object) -> Refusal:
    """Refuse by one of the desk's phrases, with what to do about it by another.

    >>> refusal("incident-1", "refused_nothing_to_withdraw").line()
    'incident-1: there is nothing to take back'
    """
    return told(where, _words(key, **values), _words(hint) if hint else None)


def _words(key: str, **values: object) -> Words:
    return {language: phrase(key, language, **values) for language in LANGUAGES}
