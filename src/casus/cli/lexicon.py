"""``casus lexicon``: the word tables of the reader's languages, and whether every row's example is read as it says."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import FAULTS
from casus.cli.inputs import stop
from casus.errors import MissingExtraError, Problem

app = typer.Typer(help="The word tables of the reader's languages.", no_args_is_help=True)


@app.callback()
def lexicon() -> None:
    """Take the commands below as commands of their own."""


@app.command("check")
def check(
    languages: Annotated[
        list[str] | None, typer.Argument(metavar="LANGUAGE...", help="en, ja, ru; all of them where none is named.")
    ] = None,
    format: Annotated[Format, typer.Option(help="Print text, or JSON: the list of faults.")] = Format.text,
) -> None:
    """Read the example of every row of a language's tables and list those not read as the row says."""
    from casus.reading.lexicon_check import counted
    from casus.reading.packs import LANGUAGE_NAMES

    faults: list[Problem] = []
    for code in languages or LANGUAGE_NAMES:
        if code not in LANGUAGE_NAMES:
            stop([Problem(where=code, what="no reader for this language", hint=f"one of {', '.join(LANGUAGE_NAMES)}")])
        found = _faults(code)
        faults.extend(found)
        if format is Format.text:
            for problem in found:
                typer.echo(problem.line())
            typer.echo(f"{LANGUAGE_NAMES[code]}: {counted(code)} examples, {len(found)} faults")
    if format is Format.json:
        typer.echo(msgspec.json.encode(faults).decode("utf-8"))
    if faults:
        raise typer.Exit(FAULTS)


def _faults(language: str) -> tuple[Problem, ...]:
    """Check one language; stop where its tagger is not installed."""
    from casus.reading.lexicon_check import check_language
    from casus.reading.packs import pack_for

    try:
        pack_for(language)
    except MissingExtraError as error:
        stop([error.problem(f"languages/{language}")])
    return check_language(language)
