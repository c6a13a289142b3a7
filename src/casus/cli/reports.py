"""Inputs of every kind to reports: files, addresses and standard input; what fails costs nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import msgspec
import typer

from casus.cli.exits import BROKEN, OK, UNUSABLE
from casus.cli.inputs import bytes_of, parse_day, warn
from casus.cli.picking import Pick, listed, parse_items, pick, undecided
from casus.cli.progress import step
from casus.cli.screen import shown
from casus.errors import MissingExtraError, NotInstalled, Problem, Refused
from casus.fetch import Limits, fetch_reports
from casus.intake import receive_all
from casus.records import Report

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FEEDS = frozenset({"application/xml", "application/feed+json"})

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="Reports: files (text, HTML, RSS, Atom, JSON Feed), http(s) addresses, - for stdin."
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=parse_day, metavar="DAY", help="When the reports were published (YYYY-MM-DD), whatever they say."
    ),
]
Items = Annotated[
    Pick | None,
    typer.Option("--item", parser=parse_items, metavar="N", help="Which items of a feed: 2, or 1,3-5, or all."),
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.1, max=3600, metavar="S", help="Seconds that fetching one address may take.")
]
MaxBytes = Annotated[
    int, typer.Option("--max-bytes", min=1, metavar="N", help="Bytes that one input may have, also when unpacked.")
]
TIMEOUT_S = Limits().timeout_s
MAX_BYTES = Limits().max_bytes


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What the inputs gave."""

    reports: tuple[Report, ...]
    code: int = OK
    """The exit code that the inputs which gave nothing call for."""


def is_address(name: str) -> bool:
    """Is it an address rather than a file's name?

    >>> is_address("https://example.org/a"), is_address("C:/reports/a.txt"), is_address("-")
    (True, False, False)
    """
    return _ADDRESS.match(name) is not None


def take_in(
    names: Sequence[str], *, published: date | None = None, limits: Limits | None = None, items: Pick | None = None
) -> Taken:
    """Make reports of all inputs, in their order, and print what is wrong with any.

    A feed of several items gives those ``items`` names; without it, it is refused with a list to choose from.
    """
    reports: list[Report] = []
    code = OK
    fed = False
    for name in names:
        found, problems = _receive(name, published, limits or Limits())
        code = max(code, code_of(problems), OK if found else UNUSABLE)
        warn(problems)
        if any(r.media_type in _FEEDS for r in found):
            fed = True
            found, problems = _from_feed(name, found, items)
            code = max(code, code_of(problems))
        reports += found
    if reports and items and items.stretches and not fed:
        warn([Problem(where="--item", what="no input is a feed", hint="everything was taken")])
    return Taken(reports=tuple(reports), code=code)


def code_of(problems: Iterable[Problem]) -> int:
    """Give the exit code that problems call for: an extra is missing, a report was lost, or neither."""
    return max(
        (BROKEN if isinstance(p, NotInstalled) else UNUSABLE for p in problems if isinstance(p, Refused)), default=OK
    )


def _receive(name: str, published: date | None, limits: Limits) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    try:
        if is_address(name):
            with step(f"fetching {name}"):
                return fetch_reports(name, published=published, limits=limits)
        data = bytes_of(name, limits.max_bytes)
        if isinstance(data, Problem):
            return (), (data,)
        with step(f"taking in {name}"):
            return receive_all(data, name=name, published=published, max_bytes=limits.max_bytes)
    except MissingExtraError as error:
        return (), (error.problem(name),)


def _from_feed(
    name: str, found: tuple[Report, ...], items: Pick | None
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    if items is None and len(found) > 1:
        problems: tuple[Problem, ...] = (undecided(found, feed=name),)
        warn(problems)
        for line in listed(found):
            typer.echo(shown(line), err=True)
        return (), problems
    kept, problems = pick(found, items or Pick(), feed=name)
    warn(problems)
    return kept, problems
