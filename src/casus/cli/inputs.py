"""What commands read: reports from files or standard input, days from options."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from casus.cli.exits import UNUSABLE
from casus.errors import Problem
from casus.intake import receive
from casus.intake.receive import MAX_BYTES, too_large
from casus.records import Report


def parse_day(value: str) -> date:
    """Read a day given as an option; anything else is refused with what was expected."""
    try:
        return date.fromisoformat(value)
    except ValueError as trouble:
        raise typer.BadParameter(f"{value!r} is not a day: write it as YYYY-MM-DD, for example 2021-05-15") from trouble


def read_bytes(name: str) -> bytes:
    """Give the bytes of a file, or of standard input for ``-``; stop with a message where there are none to be had."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        size = Path(name).stat().st_size
        if size > MAX_BYTES:
            stop([too_large(name, size, MAX_BYTES)])
        return Path(name).read_bytes()
    except OSError as trouble:
        stop(
            [
                Problem(
                    where=name,
                    what=trouble.strerror or "cannot be read",
                    hint="give a readable file, or - for standard input",
                )
            ]
        )


def read_report(name: str, published: date | None) -> Report:
    """Take in a report; stop with what is wrong where it cannot be used."""
    report, problems = receive(read_bytes(name), name=name, published=published)
    if report is None:
        stop(problems)
    warn(problems)
    return report


def warn(problems: Iterable[Problem]) -> None:
    """Print problems to standard error."""
    for problem in problems:
        typer.echo(f"casus: {problem.line()}", err=True)


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Print problems and leave with the exit code for unusable input."""
    warn(problems)
    raise typer.Exit(UNUSABLE)
