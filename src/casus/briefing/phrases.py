"""Sentence patterns in several languages, from ``data/phrases.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from casus.errors import CasusError
from casus.records import Words

LANGUAGES = ("en", "ja")


@cache
def _patterns() -> dict[str, Words]:
    text = (files("casus") / "data" / "phrases.toml").read_text(encoding="utf-8")
    return {key: dict(words) for key, words in tomllib.loads(text).items()}


def say(key: str, **values: Words | str) -> Words:
    """Fill a pattern in every language it has.

    A value that has no text in a language is given in English; a plain string is the same in all languages.

    >>> say("as_reported")["en"]
    'as reported'
    """
    patterns = _patterns().get(key)
    if patterns is None:
        raise CasusError(f"no sentence pattern {key!r} in data/phrases.toml")
    return {
        lang: pattern.format(**{k: in_language(v, lang) for k, v in values.items()})
        for lang, pattern in patterns.items()
    }


def in_language(value: Words | str, language: str) -> str:
    """Give a value's text in a language, else in English."""
    return value if isinstance(value, str) else value.get(language) or value["en"]


def same(text: str) -> Words:
    """Words that read the same in every language."""
    return dict.fromkeys(LANGUAGES, text)


def joined(parts: list[Words], *, last: bool = False, apart: str = ", ") -> Words:
    """Put words together as a list in each language.

    ``last`` puts "and" before the last part; ``apart`` parts the others in English.

    >>> joined([{"en": "a"}, {"en": "b"}, {"en": "c"}], last=True)["en"]
    'a, b and c'
    """
    texts = {lang: [in_language(p, lang) for p in parts] for lang in LANGUAGES}
    en = texts["en"]
    english = f"{', '.join(en[:-1])} and {en[-1]}" if last and len(en) > 1 else apart.join(en)
    return {"en": english, "ja": ("、" if apart == ", " else "；").join(texts["ja"])}
