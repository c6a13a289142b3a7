"""English words: a tokeniser that keeps exact offsets, and the tagger's tags over it."""

from __future__ import annotations

import re
from functools import cache

from casus.reading.en.retagging import retag
from casus.reading.en.tagger import lemma, tag
from casus.reading.tokens import Token
from casus.records import Span

_WORD = r"""
      (?:[A-Za-z]\.){2,}                                  # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sen|Rep|Gov|Prof|St|Mt|No)\.(?=\s)
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s)
    | [A-Z]\.(?=\s[A-Z])                                  # initials
    | [A-Z][\w-]+\.(?i:com|net|org|info|az|am|ge|ru|ua|by|kz|kg|ir|il|tr|pk|io|uk|mk|rs)(?=[\s,;:)’'"”]|$)  # News.am
    | \d+(?:[-‐][^\W\d_]+)+                              # 34-year-old
    | (?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:]\d+)*(?:st|nd|rd|th|s|km|m|mm|bn|%)?(?:[-–]\d+)?\b
    | [A-Z]+\d+[A-Za-z]*\b                                # M23, MH17
    | [^\W\d_]+(?:[’'](?:[^\W\d_]{3,}|[A-Z][^\W\d_]+))?(?:[-‐][^\W_]+)*   # hyphens; O'Brien, al-Zoubi
    | [^\W_]+(?:[-‐][^\W_]+)*
    | --+ | \.\.\.+
    | \S
    """
_CONTRACTED = r"[^\W\d_]+(?:[nN][’'][tT]|[’'](?:[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dDmM]))(?![^\W\d_])"
_PIECE = re.compile(rf"(?P<contracted>{_CONTRACTED})|(?P<clitic>(?<=[\w.])[’'][sS](?!\w))|{_WORD}", re.VERBOSE)
_CLITIC = re.compile(r"(?i)[’'](?:s|re|ve|ll|d|m)$")
_CANNOT = len("cannot")
_NOT = re.compile(r"(?i)^(.+)(n[’']t)$")
_CONTRACTED_FORMS = {
    "wo": "will", "ca": "can", "sha": "shall", "n't": "not", "'ll": "will", "'d": "would", "'re": "be", "'m": "be",
    "'ve": "have",
}  # fmt: skip
_CONTRACTIONS = {form(word): full for word, full in _CONTRACTED_FORMS.items() for form in (str, str.upper, str.title)}
_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "„": '"'}
_COARSE = {
    "NN0": "noun", "NN1": "noun", "NN2": "noun", "NP0": "propn", "AJ0": "adj", "AJC": "adj", "AJS": "adj",
    "CRD": "num", "ORD": "adj", "PNP": "pron", "PNI": "pron", "PNX": "pron", "PNQ": "pron", "DTQ": "pron",
    "DPS": "adnoun", "DT0": "adnoun", "AT0": "adnoun", "PRP": "particle", "PRF": "particle", "TO0": "particle",
    "POS": "suffix", "CJC": "conj", "CJS": "conj", "CJT": "conj", "AV0": "adv", "AVP": "adv", "AVQ": "adv",
    "XX0": "adv", "EX0": "pron", "ITJ": "adv",
}  # fmt: skip


def spans(text: str, span: Span) -> list[Span]:
    """Cut ``text[a:b]`` into words: contractions and possessives apart, abbreviations and hyphens together.

    >>> text = "They won't say what the U.S. envoy's aide saw."
    >>> [text[a:b] for a, b in spans(text, (0, len(text)))]
    ['They', 'wo', "n't", 'say', 'what', 'the', 'U.S.', 'envoy', "'s", 'aide', 'saw', '.']
    """
    found: list[Span] = []
    for match in _PIECE.finditer(text, *span):
        if match.lastgroup == "contracted" or match.end() - match.start() == _CANNOT:
            found.extend(_split(text, *match.span()))
        else:
            found.append(match.span())
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
    words = [
        Token(text[a:b], a, b, _CONTRACTIONS.get(word) or lemma(word, tag_), coarse(tag_), tag_)
        for (a, b), word, tag_ in zip(places, written, tag(written), strict=True)
    ]
    return retag(words)


def _plain(word: str) -> str:
    return word if word.isascii() else "".join(_QUOTES.get(c, c) for c in word)


@cache
def coarse(tag_: str) -> str:
    """Give the house's class of a word from its C5 tag."""
    if tag_[:2] == "VV":
        return "verb"
    if tag_[:2] in {"VB", "VH", "VD", "VM"}:
        return "aux"
    return _COARSE.get(tag_, "comma" if tag_.startswith("PU") else "noun")
