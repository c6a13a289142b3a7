"""Which items of a feed are meant: the option ``--item``, and the list to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
import typer

from casus.errors import Problem, Refused
from casus.records import Report

_PART = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_SHOWN = 50


class Pick(msgspec.Struct, frozen=True):
    """Items of a feed: stretches of numbers from 1 on, both ends included; none at all is every item."""

    stretches: tuple[tuple[int, int], ...] = ()


EVERY = Pick()


def parse_items(value: str) -> Pick:
    """Read the option: numbers and stretches of them, or ``all``.

    >>> parse_items("1,3-5")
    Pick(stretches=((1, 1), (3, 5)))
    """
    if value.strip().lower() == "all":
        return EVERY
    stretches = []
    for part in value.split(","):
        match = _PART.fullmatch(part.strip())
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last:
            raise typer.BadParameter(f"{value!r} names no items: write numbers from 1 on, such as 2 or 1,3-5, or all")
        stretches.append((first, last))
    return Pick(tuple(stretches))


def pick(reports: Sequence[Report], wanted: Pick, *, feed: str) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Give the items meant, in the feed's order; a problem for numbers that it does not have."""
    if not wanted.stretches:
        return tuple(reports), ()
    numbers = {n for first, last in wanted.stretches for n in range(first, min(last, len(reports)) + 1)}
    beyond = [last for _, last in wanted.stretches if last > len(reports)]
    problems: tuple[Problem, ...] = ()
    if beyond:
        what = f"the feed has {len(reports)} items, there is no item {max(beyond)}"
        problems = (Refused(where=feed, what=what, hint="casus brief FEED lists them"),)
    return tuple(reports[n - 1] for n in sorted(numbers)), problems


def undecided(reports: Sequence[Report], *, feed: str) -> Problem:
    """Say that a feed has several items where one incident is meant."""
    what = f"this is a feed of {len(reports)} items, and a brief is of one incident"
    return Refused(
        where=feed, what=what, hint="say which items report it: --item 2, --item 1,3-5, or --item all for every one"
    )


def listed(reports: Sequence[Report]) -> Iterator[str]:
    """List the items of a feed: number, day, title."""
    for number, report in enumerate(reports[:_SHOWN], 1):
        day = report.published.isoformat() if report.published else "no day    "
        yield f"{number:>5}  {day}  {report.title or ' '.join(report.text[:80].split())}"
    if len(reports) > _SHOWN:
        yield f"       … and {len(reports) - _SHOWN} more"
