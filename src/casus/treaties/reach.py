"""Has a helper a way to the victim: a border or base that a data row names, else a caveat that nobody checked."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import tomli
from msgspec import field

from casus.records import Record
from casus.records.finding import Certainty
from casus.treaties.steps import state_name


class Way(Record, frozen=True, kw_only=True):
    """A standing way of one state's forces to another state's ground: a common border or a base there."""

    of: str
    to: str
    kind: Literal["border", "base"]
    from_: date | None = field(name="from", default=None)
    until: date | None = None
    says: str
    source: str
    certainty: Certainty = "memory"

    def joins(self, of: str, to: str, on: date) -> bool:
        """Tell whether it leads from one state to the other on that day; a border leads both ways."""
        ends = (self.of, self.to) == (of, to) or (self.kind == "border" and (self.to, self.of) == (of, to))
        return ends and (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)


class _Ways(Record, frozen=True, kw_only=True):
    schema: Literal[1]
    way: tuple[Way, ...]


@cache
def ways() -> tuple[Way, ...]:
    """Read the table of ways that comes with casus."""
    text = (files("casus") / "data" / "ways.toml").read_text("utf-8")
    return msgspec.convert(tomli.loads(text), _Ways).way


def reach(of: str, to: str, on: date) -> str:
    """Say whether a state's forces have a way to another state's ground; without a row it is an unverified caveat."""
    found = [w for w in ways() if w.joins(of, to, on)]
    if found:
        told = "; ".join(f"{w.says} ({w.kind}, {w.certainty}; {w.source})" for w in found)
        return f"a way for {state_name(of)} to {state_name(to)}: {told}"
    return (
        f"unverified: whether {state_name(of)} has a way to {state_name(to)} (common border, base, overflight or "
        "passage through others) is in no data row"
    )
