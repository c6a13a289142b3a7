"""The language of what a command prints, and refusals told in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NoReturn

import typer

from casus.cli.brief import Language
from casus.cli.exits import UNUSABLE
from casus.cli.screen import shown
from casus.errors import Problem

Lang = Annotated[Language, typer.Option("--lang", help="Language of what is printed; JSON keys never change.")]


def warn_in(problems: Iterable[Problem], lang: Language) -> None:
    """Print problems to standard error in a language."""
    from casus.vocabulary.refusals import line_in

    for problem in problems:
        typer.echo(shown(f"casus: {line_in(problem, lang.value)}"), err=True)


def stop_in(problems: Iterable[Problem], lang: Language) -> NoReturn:
    """Print problems in a language and leave with the exit code for unusable input."""
    warn_in(problems, lang)
    raise typer.Exit(UNUSABLE)
