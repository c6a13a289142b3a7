"""What commands read: bytes of files or standard input, days from options; and how they say what is wrong."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from casus.cli.exits import UNUSABLE
from casus.cli.screen import shown
from casus.errors import Problem
from casus.intake.receive import MAX_BYTES, too_large

_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/|www\.", re.IGNORECASE)


def parse_day(value: str) -> date:
    """Read a day given as an option; anything else is refused with what was expected."""
    try:
        return date.fromisoformat(value)
    except ValueError as trouble:
        raise typer.BadParameter(f"{value!r} is not a day: write it as YYYY-MM-DD, for example 2021-05-15") from trouble


def bytes_of(name: str, limit: int = MAX_BYTES) -> bytes | Problem:
    """Give the bytes of a file, or of standard input for ``-``; a problem where there are none, or more than ``limit``.

    No more is read than the limit: a device or a pipe without end is refused too.
    """
    try:
        if name == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            size = Path(name).stat().st_size
            if size > limit:
                return too_large(name, size, limit)
            with Path(name).open("rb") as file:
                data = file.read(limit + 1)
    except (OSError, ValueError) as trouble:
        what = getattr(trouble, "strerror", None) or "cannot be read"
        hint = f"is it an address? write https://{name}" if _BARE_ADDRESS.match(name) else None
        return Problem(where=name, what=what, hint=hint or "give a readable file, or - for standard input")
    return too_large(name, None, limit) if len(data) > limit else data


def read_bytes(name: str) -> bytes:
    """Give the bytes of a file, or of standard input for ``-``; stop with a message where there are none to be had."""
    found = bytes_of(name)
    if isinstance(found, Problem):
        stop([found])
    return found


def warn(problems: Iterable[Problem]) -> None:
    """Print problems to standard error."""
    for problem in problems:
        typer.echo(shown(f"casus: {problem.line()}"), err=True)


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Print problems and leave with the exit code for unusable input."""
    warn(problems)
    raise typer.Exit(UNUSABLE)
