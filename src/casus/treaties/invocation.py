"""Which instrument and article a request speaks of, and whose organ decided: free words against the law files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from casus.records import OrganDecision, Request
from casus.treaties.law import Treaty

Article = tuple[str, ...]
"""Number and paragraphs of an article, Arabic: ``Article IV(1)`` is ``("4", "1")``."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_KANJI = {k: v for v, k in enumerate("一二三四五六七八九", start=1)}
_NUMBER = r"(?:\d+|[ivxl]+\b|[一二三四五六七八九十]+)(?:\s*\(\s*\w+\s*\))*"
_ARTICLES = re.compile(
    rf"(?:\bart(?:icle|ikel|\.)?s?\.?|\bстать\w*|\bст\.|第)\s*({_NUMBER}(?:\s*(?:,|and|or|&|и|、|・)\s*(?:第\s*)?{_NUMBER})*)\s*条?"
)
_ORGANISATION = re.compile(r"\((IGO [^()]+)\)")
_DAY = re.compile(
    r"\b(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+\d{1,2})?\b,?(?=\s*(?:1[0-9]{3}|20[0-9]{2}))"
)
"""Day and month before a year: "the exchange of notes of 19 June 1961"."""
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_LINKS = frozenset(("the", "of", "and", "for", "on", "in", "to", "between", "under", "a", "an", "with", "its"))


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """Fold case, width, accents and punctuation: ``Traité de l’Atlantique`` is ``traite de l atlantique``."""
    folded = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c for c in folded if not unicodedata.combining(c) or ord(c) > 0x3000)
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", kept)))


def arabic(number: str) -> str:
    """Turn a Roman or Japanese numeral into Arabic; leave others.

    >>> arabic("IV"), arabic("四十二"), arabic("42")
    ('4', '42', '42')
    """
    low = number.lower()
    if re.fullmatch(r"[ivxl]+", low):
        values = [_ROMAN[c] for c in low]
        following = [*values[1:], 0]
        return str(sum(-v if v < w else v for v, w in zip(values, following, strict=True)))
    if re.fullmatch(r"[一二三四五六七八九十]+", low):
        tens, ten, ones = low.rpartition("十")
        return str((_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones, 0))
    return low


@lru_cache(maxsize=4096)
def articles(words: str) -> tuple[Article, ...]:
    """Find the articles that words name.

    >>> articles("Arts. 2 and 4"), articles("Treaty of 1951, Art. IV(1)"), articles("条約第2条")
    ((('2',), ('4',)), (('4', '1'),), (('2',),))
    """
    found: list[Article] = []
    for run in _ARTICLES.findall(words.lower()):
        for number in re.findall(_NUMBER, run):
            head, *paragraphs = re.findall(r"\w+", number)
            found.append((arabic(head), *(p.lower() for p in paragraphs)))
    return tuple(found)


def same_article(cite: str, named: Iterable[Article]) -> bool:
    """Is the article of a citation among those named; a paragraph counts only where both give one."""
    own = articles(cite)
    return any(a[: min(len(a), len(b))] == b[: min(len(a), len(b))] for a in own for b in named)


@lru_cache(maxsize=4096)
def _instrument(under: str) -> tuple[str, frozenset[str]]:
    """Split what a request is under into the instrument's words (plain) and the years given."""
    rest = _DAY.sub(" ", _ARTICLES.sub(" ", under.lower()))
    years = frozenset(_YEAR.findall(rest))
    return plain(_YEAR.sub(" ", rest)), years


@lru_cache(maxsize=4096)
def _plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names made plain, without years."""
    return tuple(sorted({plain(_YEAR.sub(" ", n)) for n in names} - {""}))


def _names(treaty: Treaty) -> tuple[str, ...]:
    """All names of an instrument, plain and without years."""
    return _plain_names((*treaty.title.values(), *treaty.names))


def _overlap(words: str, treaty: Treaty) -> int:
    """Rate how a name agrees with words: length of the longest name in them, 1 for part of one, else 0."""
    padded = f" {words} "
    whole = [len(n) for n in _names(treaty) if f" {n} " in padded or (not n.isascii() and n in words)]
    if whole:
        return max(whole) + 1
    loose = set(words.split()) - _LINKS
    return int(bool(loose) and any(loose <= set(n.split()) for n in _names(treaty)))


def _concerns(request: Request, treaty: Treaty) -> bool:
    """Do asker and addressee belong to the instrument?"""
    states = treaty.states()
    addressed = request.to in states or request.to in treaty.organisations or request.to.startswith(("IGO ", "NSA "))
    return request.by in states and addressed and request.by != request.to


def _named(request: Request, treaties: Iterable[Treaty], words: str, years: frozenset[str]) -> list[tuple[int, Treaty]]:
    """Instruments that words and years may mean, with how well they agree."""
    found = []
    for treaty in treaties:
        if years and not any(str(treaty.signed.year) == y or any(y in n for n in treaty.names) for y in years):
            continue
        agreement = _overlap(words, treaty)
        loose_enough = agreement > 1 or years or len(set(words.split()) - _LINKS) > 1
        if agreement and loose_enough and _concerns(request, treaty):
            found.append((agreement, treaty))
    return found


def instruments(request: Request, treaties: tuple[Treaty, ...]) -> dict[str, tuple[Article, ...]]:
    """Give the instruments a request is under, by id, with the articles it names.

    An instrument is meant if the words give one of its names, or part of one and the right year; of several the one
    named most fully. Words that name none ("Art. 4", or nothing) mean the instruments of the organisation addressed.
    """
    words, years = _instrument(request.under or "")
    named = articles(request.under or "")
    if words:
        found = _named(request, treaties, words, years)
        best = max((a for a, _ in found), default=0)
        return {t.id: named for a, t in found if a == best}
    return {t.id: named for t in treaties if request.to in t.organisations and request.by in t.states()}


def decides_for(decision: OrganDecision, treaty: Treaty) -> bool:
    """Is it an organ of this instrument that decided?

    An organisation's id in parentheses settles it: "ambassadors (IGO NATO)". Else the organ's name must be among the
    decision's words; or, where no id stands there, be the same once the organisation's own name is taken off both, so
    that "Permanent Council" alone does not pass for another organisation's.
    """
    ids = {id_.strip() for id_ in _ORGANISATION.findall(decision.organ)}
    if ids & set(treaty.organisations):
        return True
    said = plain(_ORGANISATION.sub(" ", decision.organ)).split()
    own = {w for o in treaty.organisations for w in plain(o.removeprefix("IGO ")).split()}
    for organ in treaty.organs:
        for name in map(plain, organ.names):
            words = name.split()
            inside = len(words) > 1 and set(words) - _LINKS <= set(said)
            alone = name == " ".join(said) or [w for w in words if w not in own] == said
            if inside or (alone and not ids):
                return True
    return False
