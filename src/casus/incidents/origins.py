"""Which reports are copies of one text: several outlets, one origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from casus.records import Report

CHARACTERS = 8
WORDS = 5
SAME = 0.6
FEWEST = 12
"""A text with fewer shingles is a copy only of an equal text: a short note shares phrases by chance."""

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_UNSPACED = frozenset({"ja", "zh", "th"})


def shingles(text: str, language: str) -> frozenset[str]:
    """Cut a text into overlapping pieces: 8 characters in scripts without spaces, 5 words in others.

    >>> sorted(shingles("One two three four five six", "en"))
    ['one two three four five', 'two three four five six']
    """
    if language in _UNSPACED:
        packed = _SPACE.sub("", text)
        return frozenset(packed[i : i + CHARACTERS] for i in range(len(packed) - CHARACTERS + 1))
    words = [w.casefold() for w in _WORD.findall(text)]
    return frozenset(" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))


def likeness(a: AbstractSet[object], b: AbstractSet[object]) -> float:
    """Give the share of the smaller set that the larger contains, 0 to 1 (Broder 1997, containment).

    It is at least the Jaccard index, and finds a copy that an outlet cut short or that readers' comments follow.

    >>> likeness(frozenset("abcd"), frozenset("abcx"))
    0.75
    """
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def origins(reports: Sequence[Report]) -> tuple[tuple[str, ...], ...]:
    """Group the ids of reports that tell one text; the earliest published comes first in each group."""
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: (str(r.published or "9999"), r.id))
    cut = [shingles(r.text, r.language) for r in ordered]
    group = list(range(len(ordered)))
    for later in range(len(ordered)):
        for earlier in range(later):
            if group[later] != group[earlier] and _copies(cut[earlier], cut[later], ordered[earlier], ordered[later]):
                old, new = max(group[later], group[earlier]), min(group[later], group[earlier])
                group = [new if g == old else g for g in group]
    return tuple(tuple(r.id for r, g in zip(ordered, group, strict=True) if g == key) for key in sorted(set(group)))


def copied(report: Report, others: Iterable[Report]) -> tuple[str, ...]:
    """Give the ids of those of some reports that tell the same text as one."""
    own = _marks(report.text, report.language)
    return tuple(o.id for o in others if _copies(own, _marks(o.text, o.language), report, o))


@lru_cache(maxsize=256)
def _marks(text: str, language: str) -> frozenset[int]:
    """Give the hashes of a text's shingles; kept, for the latest reports are compared with each that comes in."""
    return frozenset(map(hash, shingles(text, language)))


def _copies(a: AbstractSet[object], b: AbstractSet[object], one: Report, other: Report) -> bool:
    if min(len(a), len(b)) < FEWEST:
        return _SPACE.sub(" ", one.text).strip() == _SPACE.sub(" ", other.text).strip()
    return likeness(a, b) >= SAME
