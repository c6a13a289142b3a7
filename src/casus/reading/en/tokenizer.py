"""English words: a tokeniser that keeps exact offsets, and HanTa's tags over it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol, cast

from casus.reading.en.retagging import retag
from casus.reading.tokens import Token
from casus.records import Span

_WORD = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                  # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sen|Rep|Gov|Prof|St|Mt|No)\.(?=\s)
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s)
    | [A-Z]\.(?=\s[A-Z])                                  # initials
    | (?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:]\d+)*(?:st|nd|rd|th|s|km|m|mm|%)?\b
    | [^\W\d_]+(?:[’'](?:[^\W\d_]{3,}|[A-Z][^\W\d_]+))?(?:[-‐][^\W_]+)*   # hyphens; O'Brien, al-Zoubi
    | [^\W_]+(?:[-‐][^\W_]+)*
    | --+ | \.\.\.+
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)[’'](?:s|re|ve|ll|d|m)$")
_NOT = re.compile(r"(?i)^(.+)(n[’']t)$")
_CONTRACTED = re.compile(r"(?i)[^\W\d_]+(?:n[’']t|[’'](?:s|re|ve|ll|d|m))(?![^\W\d_])")
_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "„": '"'}
_COARSE = {
    "NN0": "noun", "NN1": "noun", "NN2": "noun", "NP0": "propn", "AJ0": "adj", "AJC": "adj", "AJS": "adj",
    "CRD": "num", "ORD": "adj", "PNP": "pron", "PNI": "pron", "PNX": "pron", "PNQ": "pron", "DTQ": "pron",
    "DPS": "adnoun", "DT0": "adnoun", "AT0": "adnoun", "PRP": "particle", "PRF": "particle", "TO0": "particle",
    "POS": "suffix", "CJC": "conj", "CJS": "conj", "CJT": "conj", "AV0": "adv", "AVP": "adv", "AVQ": "adv",
    "XX0": "adv", "EX0": "pron", "ITJ": "adv",
}  # fmt: skip


class _Tagger(Protocol):
    def tag_sent(self, words: list[str]) -> list[tuple[str, str, str]]: ...


@cache
def _tagger() -> _Tagger:
    """Load HanTa; the package has no types, so its one method used here is declared above."""
    from HanTa import HanoverTagger

    return cast("_Tagger", HanoverTagger.HanoverTagger("morphmodel_en.pgz"))


@lru_cache(maxsize=20_000)
def _tag(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((lemma, tag) for _, lemma, tag in _tagger().tag_sent(list(words)))


def spans(text: str, span: Span) -> list[Span]:
    """Cut ``text[a:b]`` into words: contractions and possessives apart, abbreviations and hyphens together.

    >>> text = "They won't say what the U.S. envoy's aide saw."
    >>> [text[a:b] for a, b in spans(text, (0, len(text)))]
    ['They', 'wo', "n't", 'say', 'what', 'the', 'U.S.', 'envoy', "'s", 'aide', 'saw', '.']
    """
    found: list[Span] = []
    position, end = span
    while position < end:
        match = _CONTRACTED.match(text, position, end) or _WORD.search(text, position, end)
        if match is None:
            break
        found.extend(_split(text, *match.span()))
        position = match.end()
        while position < end and text[position].isspace():
            position += 1
    return found


def _split(text: str, a: int, b: int) -> list[Span]:
    word = text[a:b]
    if word.lower() == "cannot":
        return [(a, a + 3), (a + 3, b)]
    match = _NOT.match(word)
    if match:
        cut = a + match.end(1)
        return [(a, cut), (cut, b)]
    match = _CLITIC.search(word)
    if match and match.start() > 0:
        cut = a + match.start()
        return [(a, cut), (cut, b)]
    return [(a, b)]


def tokens(text: str, span: Span) -> list[Token]:
    """Give the words of ``text[a:b]`` with offsets into ``text``, tags of the BNC's C5 set."""
    places = spans(text, span)
    written = tuple(_plain(text[a:b]) for a, b in places)
    if not written:
        return []
    tagged = _tag(written)
    words = [
        Token(text[a:b], a, b, _lemma(word, lemma), coarse(tag), tag)
        for (a, b), word, (lemma, tag) in zip(places, written, tagged, strict=True)
    ]
    return retag(words)


def _plain(word: str) -> str:
    return "".join(_QUOTES.get(c, c) for c in word)


def _lemma(word: str, lemma: str) -> str:
    return {
        "wo": "will",
        "ca": "can",
        "sha": "shall",
        "n't": "not",
        "'ll": "will",
        "'d": "would",
        "'re": "be",
        "'m": "be",
        "'ve": "have",
    }.get(word.lower(), lemma.lower())


def coarse(tag: str) -> str:
    """Give the house's class of a word from its C5 tag."""
    if tag[:2] == "VV":
        return "verb"
    if tag[:2] in {"VB", "VH", "VD", "VM"}:
        return "aux"
    return _COARSE.get(tag, "comma" if tag.startswith("PU") else "noun")
