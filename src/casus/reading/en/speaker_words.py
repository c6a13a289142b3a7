"""The words of the table that name kinds of sources, found by their last word."""

from __future__ import annotations

import re
from functools import lru_cache

LAST = re.compile(r"[^\W_]+$")


@lru_cache(maxsize=8)
def by_last(speakers: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str]]]:
    """Give the kinds of speakers by their last word, in the order of the table."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, ident in speakers:
        last = LAST.search(word)
        found.setdefault(last.group() if last else "", []).append((word, ident))
    return found


def ends_in(head: str, word: str) -> bool:
    """Is the last word, or are the last words, of a phrase these?"""
    if not head.endswith(word):
        return False
    before = head[: -len(word)][-1:]
    return not (before.isalnum() or before == "_")
