"""English pronouns in the object: who does what is done to them, and so is somebody else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from casus.reading.names import Found

DONE_TO = frozenset({"it", "him", "them"})
_OBJECT = re.compile(
    r"(?i)(?:him|them|it)(?=[.;,]| (?:of|to|for|as|an?|the|any|from|with|on|at|in|over|into|and|or)\b)"
)
"""A pronoun that stands as no subject: no verb follows it."""
_DOES = re.compile(
    r" (?:(?:has|had|have|will|would|may|might|could|can|did|does|not|also|again|now|later|then|never|already|once"
    r"|still|\w+ly|(?:refuse|vow|threaten|want|plan|vot|offer|agree|promis|tri|try)(?:e?d|e?s)? to) )*[a-z]+ "
)
"""What stands between a subject and its pronoun object."""


def doing(text: str, found: Sequence[Found], starts: Sequence[int], position: int) -> Found | None:
    """Give who does what is done to the pronoun at a position (Israel has accused it of stalling), else None."""
    index = bisect_left(starts, position) - 1
    if index < 0 or _OBJECT.match(text, position) is None:
        return None
    before = found[index]
    return before if _DOES.fullmatch(text, before.span[1], position) else None


def apart(party: str, doer: str) -> bool:
    """Are they two parties: two states, two bodies, or two roles of no state that is known?"""
    return party != doer and (party.startswith("IGO ") or party.split(maxsplit=1)[0] != doer.split(maxsplit=1)[0])
