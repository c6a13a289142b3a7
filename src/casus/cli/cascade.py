"""``casus cascade``: hypothetical steps after an incident, and the provisions each would engage."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from casus.cli.inputs import stop, warn
from casus.cli.weigh import read_incident
from casus.errors import Problem
from casus.records import Step


class CascadeFormat(StrEnum):
    """How to print a cascade."""

    text = "text"
    json = "json"
    svg = "svg"


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An incident of the form casus.incident/1; - reads standard input.")
    ],
    act: Annotated[
        list[str] | None,
        typer.Option(
            "--act",
            metavar="STEP",
            help="A step, in order: STATE:helps[:STATE] or STATE:attacks[:PLACE or STATE]. May be given several times.",
        ),
    ] = None,
    depth: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Follow so many levels (default: the steps and one more).")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Print every provision with its reasons and ties.")] = False,
    format: Annotated[
        CascadeFormat, typer.Option(help="Print a tree, JSON of the form casus.cascade/1, or a self-contained SVG.")
    ] = CascadeFormat.text,
) -> None:
    """Follow suppositions after an incident: whom each step calls up, on which conditions, where it stops and why."""
    incident = read_incident(file)
    steps = _steps(act or [])
    from casus.cli.installed import installed_tools
    from casus.treaties import cascade, cascade_svg, cascade_text

    use = installed_tools()
    found, problems = cascade(incident, steps, law=use.law, places=use.territory, depth=depth)
    warn(problems)
    match format:
        case CascadeFormat.json:
            typer.echo(msgspec.json.encode(found).decode("utf-8"))
        case CascadeFormat.svg:
            typer.echo(cascade_svg(found, full=full), nl=False)
        case CascadeFormat.text:
            typer.echo(cascade_text(found, full=full), nl=False)


def _steps(written: list[str]) -> tuple[Step, ...]:
    from casus.treaties import parse_step

    read = [parse_step(words) for words in written]
    wrong = [step for step in read if isinstance(step, Problem)]
    if wrong:
        stop(wrong)
    return tuple(step for step in read if isinstance(step, Step))
