"""Sentence patterns in several languages: ``reasons.toml`` (findings), ``phrases.toml`` (briefs), ``screens.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

import tomli

from casus.errors import CasusError
from casus.records import Words

LANGUAGES = ("en", "ja")
FILES = ("reasons.toml", "phrases.toml", "screens.toml")
ENGLISH_IN = {"ja": "［英語:{}］"}
"""How English words are marked that stand in a sentence of another language, for want of a text in that."""
MARKED = re.compile(r"［英語[:：](.*?)］", re.DOTALL)


@cache
def patterns() -> dict[str, Words]:
    """Read all patterns, by key."""
    found: dict[str, Words] = {}
    for name in FILES:
        text = (files("casus") / "data" / name).read_text(encoding="utf-8")
        found |= {key: dict(words) for key, words in tomli.loads(text).items()}
    return found


def say(key: str, **values: Words | str) -> Words:
    """Fill a pattern in every language it has.

    A value that has no text in a language is given in English, marked so; a plain string is the same in all languages.

    >>> say("as_reported")["en"]
    'as reported'
    >>> say("view_line", party={"en": "Alpha"}, holder="ベータ")["ja"]
    '［英語:Alpha］の立場:ベータ領'
    """
    known = patterns().get(key)
    if known is None:
        raise CasusError(f"no sentence pattern {key!r} in data/{' or data/'.join(FILES)}")
    if not values:
        return known
    return {
        lang: pattern.format(**{k: in_language(v, lang) for k, v in values.items()}) for lang, pattern in known.items()
    }


def in_language(value: Words | str, language: str) -> str:
    """Give a value's text in a language, else in English, marked so where the language has a mark for that."""
    if isinstance(value, str):
        return value
    if text := value.get(language):
        return text
    english = value["en"]
    return ENGLISH_IN.get(language, "{}").format(english) if english else ""


def same(text: str) -> Words:
    """Words that read the same in every language: codes, names, figures."""
    return dict.fromkeys(LANGUAGES, text)


def both(en: str, ja: str) -> Words:
    """Words in English, and in Japanese where there is a text."""
    return {"en": en, "ja": ja} if ja else {"en": en}


def marked(words: Words) -> Words:
    """Fill in every language, with the English marked where there is no text."""
    return {lang: in_language(words, lang) for lang in LANGUAGES}


def joined(parts: Iterable[Words], *, last: bool = False, apart: str = ", ") -> Words:
    """Put words together as a list in each language.

    ``last`` puts "and" before the last part; ``apart`` parts the others in English.

    >>> joined([{"en": "a"}, {"en": "b"}, {"en": "c"}], last=True)["en"]
    'a, b and c'
    """
    parts = list(parts)
    texts = {lang: [in_language(p, lang) for p in parts] for lang in LANGUAGES}
    en = texts["en"]
    english = f"{', '.join(en[:-1])} and {en[-1]}" if last and len(en) > 1 else apart.join(en)
    return {"en": english, "ja": ("、" if apart == ", " else "；").join(texts["ja"])}


@cache
def day_words(day: date) -> Words:
    """Write a day: as ISO 8601 has it in English, with year, month and day in Japanese.

    >>> day_words(date(2021, 5, 12))
    {'en': '2021-05-12', 'ja': '2021年5月12日'}
    """
    return {"en": day.isoformat(), "ja": f"{day.year}年{day.month}月{day.day}日"}


def days_words(first: date, last: date | None) -> Words:
    """Write a day, or the days from the first to the last.

    >>> days_words(date(2021, 5, 12), date(2021, 5, 14))["ja"]
    '2021年5月12日～14日'
    """
    if last is None or last == first:
        return day_words(first)
    year, month = (last.year != first.year, (last.year, last.month) != (first.year, first.month))
    ends = (f"{last.year}年" if year else "") + (f"{last.month}月" if month else "") + f"{last.day}日"
    return {"en": f"{first.isoformat()}/{last.isoformat()}", "ja": f"{day_words(first)['ja']}～{ends}"}
