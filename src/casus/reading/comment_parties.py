"""The parties that a reader's comment names."""

from __future__ import annotations

import re
from functools import cache

from casus.reading.packs import scanner
from casus.vocabulary.states import states

_NAMED = frozenset({"state", "capital", "org", "group"})


def parties_in(words: str, language: str) -> str | None:
    """Give the ids of states, organisations and groups named, in text order, each once; None where there is none.

    >>> parties_in("The Armenians asked the CSTO, and Armenia waited.", "en")
    'ARM, IGO CSTO'
    """
    found = [(f.span[0], f.entry.id) for f in scanner(language).scan(words) if f.entry.kind in _NAMED]
    pattern, codes = _peoples(language)
    if codes:
        found += [(m.start(), codes[m[0].casefold()]) for m in pattern.finditer(words)]
    return ", ".join(dict.fromkeys(party for _, party in sorted(found))) or None


@cache
def _peoples(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give the words for peoples and things of a state (Armenian, Armenians), and the codes they stand for."""
    codes: dict[str, str] = {}
    for state in states().rows:
        for word in (*state.adjectives.get(language, ()), *(state.nationals_en if language == "en" else ())):
            codes.setdefault(word.casefold(), state.alpha3)
    longest_first = sorted(codes, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE), codes
