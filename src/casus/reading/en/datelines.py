"""Where and when an English report is written: the state a bare ministry is of, the day that yesterday leans on."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from casus.reading.date_choices import dateline_day
from casus.reading.en.date_ranges import is_month, month_number
from casus.reading.en.names import english_names, names_in

_CAPTION = re.compile(r"(?m)^(?:\W*)([A-Z][A-Z’' .-]{2,})(?:/[A-Z .]+)?(?:,|\s[-–—]|\s\()")
_SPOKEN = re.compile(
    r"\b(?:said|says|told|announced)\b(?: [a-z]+){0,3} in ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    r"|\bat (?:a|the) (?:\w+ )?(?:briefing|news conference|press conference) in ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)

_DATED = re.compile(
    r"^[ \t]*[A-Z][A-Z’'/ .-]{2,40}(?:,\s*[A-Z][a-z]+)?,\s*(?P<m>[A-Z][a-z]{2,8})\.?\s+(?P<d>\d{1,2})\s*"
    r"(?:\([^)\n]*\)\s*)?[-–—]",
    re.MULTILINE,
)


def written(text: str, position: int, published: date) -> date:
    """Give the day that a text's today is: that of the dateline before, else the day of publication.

    >>> written("LIMA, Feb 14 - Guns fired yesterday.", 15, date(1995, 2, 15))
    datetime.date(1995, 2, 14)
    """
    return dateline_day(published, _datelines(text), position)


@lru_cache(maxsize=64)
def _datelines(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give where the datelines of a text begin, with the numbers of their months and days."""
    found = _DATED.finditer(text)
    return tuple((m.start(), month_number(m["m"]), int(m["d"])) for m in found if is_month(m["m"]))


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
