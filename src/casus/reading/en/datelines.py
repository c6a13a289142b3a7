"""Where an English report is written or somebody speaks: the state that a bare ministry or spokesman is of."""

from __future__ import annotations

import re
from functools import lru_cache

from casus.reading.en.names import english_names, names_in

_CAPTION = re.compile(r"(?m)^(?:\W*)([A-Z][A-Z’' .-]{2,})(?:/[A-Z .]+)?(?:,|\s[-–—]|\s\()")
_SPOKEN = re.compile(
    r"\b(?:said|says|told|announced)\b(?: [a-z]+){0,3} in ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|\bat (?:a|the) (?:\w+ )?(?:briefing|news conference|press conference) in ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)


@lru_cache(maxsize=64)
def home(text: str) -> str | None:
    """Give the state whose capital or name opens the report as its dateline.

    >>> home("BAKU, Sept. 13 (Agency) - Shells fell on a village.")
    'AZE'
    """
    match = _CAPTION.search(text[:800])
    if match is None:
        return None
    names = [f for f in english_names().scan(match.group(1).strip().title()) if f.entry.kind in {"capital", "state"}]
    return names[0].entry.id if names else None


def spoken_in(words: str) -> str | None:
    """Give the state in whose capital somebody speaks, by the words of a sentence.

    >>> spoken_in("A ministry spokesman told reporters in Baku that the guards had fired.")
    'AZE'
    """
    match = _SPOKEN.search(words)
    if match is None:
        return None
    names = [f for f in names_in(match.group(1) or match.group(2)) if f.entry.kind == "capital"]
    return names[0].entry.id if names else None
