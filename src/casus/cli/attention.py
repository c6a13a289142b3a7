"""``casus attention``: each conflict's share of the coverage over time, the incident's day marked."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
import typer

from casus.cli.explain import MatrixFormat
from casus.cli.inputs import parse_day, read_bytes, stop, warn
from casus.cli.reports import Published, take_in
from casus.errors import Problem


def command(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="INPUT", help="Reports, as for casus brief; none with --counts.")
    ] = None,
    conflict: Annotated[
        list[str] | None,
        typer.Option("--conflict", metavar="NAME=TERMS", help="As karabakh=ARM,AZE or gaza=ISR,PSE,Gaza; repeatable."),
    ] = None,
    counts: Annotated[
        str | None, typer.Option(metavar="CSV", help="A file of counts with the columns day, conflict, count.")
    ] = None,
    mark: Annotated[date | None, typer.Option(parser=parse_day, metavar="DAY", help="The day of the incident.")] = None,
    days: Annotated[int, typer.Option(min=1, metavar="N", help="Length of a span in days.")] = 7,
    published: Published = None,
    format: Annotated[
        MatrixFormat, typer.Option(help="Print text, JSON of the form casus.attention/1, or SVG.")
    ] = MatrixFormat.text,
) -> None:
    """Say what share of the coverage each conflict had, over time, and before and after an incident."""
    if (counts is None) == (not inputs):
        raise typer.BadParameter("give reports, or --counts CSV", param_hint="INPUT")
    from casus.outlook import Conflict, attention, count_reports, parse_conflict, read_counts
    from casus.outlook.showing import attention_svg, attention_text

    if counts is not None:
        found, problems = read_counts(read_bytes(counts), counts)
        source = counts
    else:
        parsed = [parse_conflict(c) for c in conflict or ()]
        wrong = [c for c in parsed if isinstance(c, Problem)]
        if wrong or not parsed:
            stop(wrong or [Problem(where="--conflict", what="none is given", hint="as --conflict gaza=ISR,PSE,Gaza")])
        reports = take_in(inputs or (), published=published).reports
        found, problems = count_reports(reports, [c for c in parsed if isinstance(c, Conflict)])
        source = f"{len(reports)} reports"
    warn(problems)
    if not found:
        stop([Problem(where=source, what="nothing could be counted", hint="reports need a day and a conflict named")])
    told = attention(found, days=days, marked=mark, window=days, source=source)
    match format:
        case MatrixFormat.json:
            typer.echo(msgspec.json.encode(told).decode("utf-8"))
        case MatrixFormat.svg:
            typer.echo(attention_svg(told), nl=False)
        case MatrixFormat.text:
            typer.echo(attention_text(told))
