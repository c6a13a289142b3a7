"""Documented practice of an instrument: who called on it, what was decided, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.records.incident import Decided

PracticeKind = Literal["invoked", "refused", "not invoked", "claimed"]
"""``claimed``: somebody acted in the instrument's name on a request that the state concerned denied."""


class Practice(Record, frozen=True, kw_only=True):
    """One documented invocation, refusal or non-invocation: an earlier case of the same instrument."""

    id: str
    kind: PracticeKind
    on: date
    """Day of the request, else of the meeting or act."""
    by: tuple[str, ...]
    """Who called on it (or might have)."""
    provisions: tuple[str, ...]
    what: Words
    """The occasion."""
    organ: str = ""
    decided: Decided | None = None
    decided_on: date | None = None
    came: Words
    source: str
    certainty: Certainty
    treaty: str = ""
    cites: tuple[str, ...] = ()
    """The provisions as the instrument cites them."""
