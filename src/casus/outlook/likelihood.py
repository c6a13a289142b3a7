"""Words for probabilities, from numbers only, and a check that no sentence mixes confidence with likelihood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from casus.errors import Problem
from casus.outlook.reading_files import installed
from casus.records import Words
from casus.records.finding import Certainty
from casus.vocabulary.phrases import say
from casus.vocabulary.refusals import refusal

_SENTENCE = re.compile(r"[^。!?！？\n.]+(?:\.(?=\d)[^。!?！？\n.]*)*[。!?！？.]?")
_PER_CENT = re.compile(r"\d\s*(?:%|％|per ?cent)", re.IGNORECASE)
_CHANCE = re.compile(r"\b(?:chance|probability|odds)\b|確率|公算|可能性", re.IGNORECASE)


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One band of probabilities and its words."""

    low: float
    high: float
    en: str
    ja: str
    also_en: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        """The words to print."""
        return {"en": self.en, "ja": self.ja}


class _ByLanguage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: tuple[str, ...]
    ja: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    source: str
    certainty: Certainty
    band: tuple[Band, ...]
    confidence: _ByLanguage
    likelihood: _ByLanguage


def bands() -> tuple[Band, ...]:
    """Give the bands, from the lowest on."""
    return _file().band


def likelihood(probability: float) -> Words:
    """Say a probability in words, with the number; below 1 and above 99 per cent the number alone.

    >>> likelihood(0.22)["en"], likelihood(0.5)["ja"], likelihood(0.001)["en"]
    ('unlikely (22 %)', 'ほぼ五分五分(50%)', 'under 1 %')
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is no probability")
    band = band_of(probability)
    if band is None:
        low = probability < bands()[0].low
        return {"en": "under 1 %" if low else "over 99 %", "ja": "1%未満" if low else "99%超"}
    per_cent = round(100 * probability)
    return {"en": f"{band.en} ({per_cent} %)", "ja": f"{band.ja}({per_cent}%)"}


def band_of(probability: float) -> Band | None:
    """Give the band a probability lies in; None below the first and above the last.

    >>> [band_of(p).en for p in (0.05, 0.2, 0.55, 0.99)]
    ['very unlikely', 'unlikely', 'likely', 'almost certain']
    """
    last = bands()[-1]
    if probability == last.high:
        return last
    return next((b for b in bands() if b.low <= probability < b.high), None)


def mixed_sentences(text: str, where: str = "text") -> tuple[Problem, ...]:
    """Find sentences that give a confidence and a likelihood at once (ICD 203 forbids it), in English or Japanese.

    >>> [p.what for p in mixed_sentences("We judge with high confidence that a withdrawal is likely. War is unlikely.")]
    ["'high confidence' and 'likely' stand in one sentence"]
    """
    found: list[Problem] = []
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        sure, likely = _first(sentence, _confidence()), _first(sentence, _likelihoods()) or _number(sentence)
        if sure and likely:
            at = f"{where}:{match.start()}"
            found.append(refusal(at, "refused_mixed", hint=say("hint_mixed"), sure=sure, likely=likely))
    return tuple(found)


def _first(sentence: str, words: Iterable[re.Pattern[str]]) -> str | None:
    return next((m[0] for m in (p.search(sentence) for p in words) if m), None)


def _number(sentence: str) -> str | None:
    """Find a per cent that is called a chance."""
    number = _PER_CENT.search(sentence)
    return number[0] if number and _CHANCE.search(sentence) else None


@cache
def _file() -> _File:
    found: _File = installed("likelihood.toml", _File)
    return found


@cache
def _confidence() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(w) for w in (*_file().confidence.en, *_file().confidence.ja))


@cache
def _likelihoods() -> tuple[re.Pattern[str], ...]:
    """Give all terms of likelihood, the longest first, so that the fullest is named."""
    terms = {t for b in bands() for t in (b.en, b.ja, *b.also_en)} | {*_file().likelihood.en, *_file().likelihood.ja}
    return tuple(_pattern(t) for t in sorted(terms, key=lambda t: (-len(t), t)))


def _pattern(words: str) -> re.Pattern[str]:
    edge = r"\b" if words[0].isalpha() and words.isascii() else ""
    return re.compile(rf"{edge}{re.escape(words)}{edge if words[-1].isalpha() else ''}", re.IGNORECASE)
