"""Base rates (``data/baserates.toml``), registered before use, and shares among the listed precedents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal

from casus.errors import CasusError, Problem
from casus.outlook.reading_files import installed, read
from casus.records import BaseRate, ListedShare, Precedent, Unregistered, Words
from casus.records.base import Record

FILE = "baserates.toml"
HELD = frozenset({"driven out", "withdrew", "both withdrew", "stayed", "partly"})
"""Outcomes of ground that was taken and of which it is known what became."""
LEFT = frozenset({"withdrew", "both withdrew"})


class RatesFile(Record, frozen=True, kw_only=True):
    """The file as it stands."""

    schema: Literal[1]
    rate: tuple[BaseRate, ...]
    unregistered: tuple[Unregistered, ...] = ()


def registered() -> tuple[BaseRate, ...]:
    """Give all registered base rates. Raises CasusError where the file does not fit."""
    return _file().rate


def unregistered() -> tuple[Unregistered, ...]:
    """Give the published figures that are no base rates, with what they lack."""
    return _file().unregistered


def rate(name: str) -> BaseRate | None:
    """Give a registered base rate by its id; None where none is registered under it.

    >>> found = rate("honoured-after-1945")
    >>> (found.count, found.n, round(found.share, 3)) if found else None
    (12, 54, 0.222)
    """
    return next((r for r in registered() if r.id == name), None)


def read_rates(data: bytes, name: str = FILE) -> RatesFile | Problem:
    """Read a file of rates; one that lacks n, period, definition or source is refused with the reason."""
    return read(name, data, RatesFile)


@cache
def _file() -> RatesFile:
    found: RatesFile = installed(FILE, RatesFile)
    names = [*(r.id for r in found.rate), *(u.id for u in found.unregistered)]
    if len(set(names)) != len(names):
        raise CasusError(f"{FILE}: an id stands twice")
    return found


def share_of(precedents: Iterable[Precedent], what: Words, counts: Callable[[Precedent], bool]) -> ListedShare:
    """Count the listed precedents of which something is so."""
    among = tuple(precedents)
    found = tuple(p.id for p in among if counts(p))
    return ListedShare(what=what, count=len(found), among=len(among), precedents=found)


def withdrawals(precedents: Iterable[Precedent], what: Words) -> ListedShare:
    """Count those whose attacker left the ground undriven, among those in which ground was taken and it is known."""
    held = [p for p in precedents if p.outcome.ground in HELD]
    return share_of(held, what, lambda p: p.outcome.ground in LEFT)


def came_to_help(precedents: Iterable[Precedent], what: Words) -> ListedShare:
    """Count those in which a bound ally fought or sent forces for the victim, among those with a pact and no doubt."""
    bound = [p for p in precedents if p.alliance.victim]
    return share_of(bound, what, lambda p: any(_came(h.side, h.how, h.bound) for h in p.helper))


def _came(side: str, how: str, bound: str) -> bool:
    return side == "victim" and bound == "yes" and how in ("fought", "sent forces")
