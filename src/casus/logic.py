"""Truth with three values, after Kleene: what is not known stays not known."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import NoReturn


class Truth(enum.Enum):
    """YES, NO or UNKNOWN; has no truth value of its own, so that a gap cannot pass for a NO.

    Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64, the strong connectives.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("a Truth is not a bool: compare it with Truth.YES, Truth.NO or Truth.UNKNOWN")


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def all_of(values: Iterable[Truth]) -> Truth:
    """Conjunction: NO if any is NO, else UNKNOWN if any is UNKNOWN, else YES (also of nothing).

    >>> all_of([YES, UNKNOWN]), all_of([UNKNOWN, NO]), all_of([])
    (<Truth.UNKNOWN: 'unknown'>, <Truth.NO: 'no'>, <Truth.YES: 'yes'>)
    """
    answer = YES
    for value in values:
        if value is NO:
            return NO
        if value is UNKNOWN:
            answer = UNKNOWN
    return answer


def any_of(values: Iterable[Truth]) -> Truth:
    """Disjunction: YES if any is YES, else UNKNOWN if any is UNKNOWN, else NO (also of nothing).

    >>> any_of([NO, UNKNOWN]), any_of([UNKNOWN, YES]), any_of([])
    (<Truth.UNKNOWN: 'unknown'>, <Truth.YES: 'yes'>, <Truth.NO: 'no'>)
    """
    return negate(all_of(negate(v) for v in values))


def negate(value: Truth) -> Truth:
    """Negation: UNKNOWN stays UNKNOWN."""
    return {Truth.YES: NO, Truth.NO: YES, Truth.UNKNOWN: UNKNOWN}[value]


def from_bool(value: bool | None) -> Truth:
    """Make a Truth of a bool; None is UNKNOWN."""
    return UNKNOWN if value is None else YES if value else NO
