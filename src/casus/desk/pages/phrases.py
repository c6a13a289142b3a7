"""The desk's words in its languages, from ``phrases.toml`` beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from casus.errors import CasusError
from casus.records import Words

LANGUAGES = ("en", "ja")
ENGLISH = "english"
"""Marks a message that is not translated, such as a problem's line."""


@cache
def phrases() -> dict[str, Words]:
    """Read all phrases; one that lacks a language is a broken installation."""
    text = (files("casus.desk.pages") / "phrases.toml").read_text(encoding="utf-8")
    found = {key: dict(words) for key, words in tomllib.loads(text).items()}
    lacking = [key for key, words in found.items() if set(words) != set(LANGUAGES)]
    if lacking:
        raise CasusError(f"desk phrases without a language: {', '.join(lacking)}")
    return found


def phrase(key: str, language: str, **values: object) -> str:
    """Give a phrase in a language, its places filled. Raises CasusError for a key that is none."""
    words = phrases().get(key)
    if words is None:
        raise CasusError(f"no phrase '{key}' for the desk")
    return words.get(language, words["en"]).format(**values)
