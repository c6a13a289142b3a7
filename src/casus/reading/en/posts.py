"""Whose somebody is by where he serves: an official at the Chinese embassy, officers with India's army."""

from __future__ import annotations

import re

from casus.reading.names import Found, within

_HOUSE = re.compile(
    r"\s(?:at|with|from)\s(?:the\s)?(?P<owner>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:['’]s)?\s"
    r"(?:(?:military|naval|foreign|defen[cs]e|interior|general|air|diplomatic|armed)\s)?"
    r"(?:embassy|consulate|mission|delegation|ministry|army|navy|force|forces|staff|police|government|intelligence)\b",
    re.IGNORECASE,
)
_NAMES_STATES = frozenset({"state", "capital"})


def posted(found: tuple[Found, ...], text: str, end: int) -> str:
    """Give the state whose house stands right after somebody who serves there; nothing where none does."""
    house = _HOUSE.match(text, end)
    if house is None:
        return ""
    names = (f for f in within(found, house.span("owner")) if f.entry.kind in _NAMES_STATES)
    return next((f.entry.id for f in names), "")
