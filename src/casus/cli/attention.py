"""``casus attention``: each conflict's share of the coverage over time, the incident's day marked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from casus.cli.brief import Language
from casus.cli.explain import MatrixFormat
from casus.cli.inputs import parse_day, read_bytes, stop, warn
from casus.cli.progress import step
from casus.cli.reports import Published, take_in
from casus.cli.screen import shown
from casus.cli.telling import Lang
from casus.errors import Problem

if TYPE_CHECKING:
    from casus.outlook import Conflict
    from casus.outlook.counting import Counts


def command(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Reports, as for casus brief; none with --readings or --counts."),
    ] = None,
    conflict: Annotated[
        list[str] | None,
        typer.Option("--conflict", metavar="NAME=TERMS", help="As karabakh=ARM,AZE or gaza=ISR,PSE,Gaza; repeatable."),
    ] = None,
    readings: Annotated[
        list[str] | None,
        typer.Option("--readings", metavar="FILE", help="What casus read or casus bulk wrote; repeatable."),
    ] = None,
    counts: Annotated[
        str | None, typer.Option(metavar="CSV", help="A file of counts with the columns day, conflict, count.")
    ] = None,
    mark: Annotated[date | None, typer.Option(parser=parse_day, metavar="DAY", help="The day of the incident.")] = None,
    days: Annotated[int, typer.Option(min=1, metavar="N", help="Length of a span in days.")] = 7,
    published: Published = None,
    lang: Lang = Language.en,
    format: Annotated[
        MatrixFormat, typer.Option(help="Print text, JSON of the form casus.attention/1, or SVG.")
    ] = MatrixFormat.text,
) -> None:
    """Say what share of the coverage each conflict had, over time, and before and after an incident."""
    if sum(map(bool, (inputs, readings, counts))) != 1:
        raise typer.BadParameter("give reports, --readings FILE or --counts CSV, one of them", param_hint="INPUT")
    from casus.outlook import attention
    from casus.outlook.attention_showing import attention_svg, attention_text

    found, source = _file(counts) if counts else _counted(inputs or (), readings or (), conflict or (), published)
    if not found:
        stop([Problem(where=source, what="nothing could be counted", hint="reports need a day and a conflict named")])
    told = attention(found, days=days, marked=mark, window=days, source=source)
    match format:
        case MatrixFormat.json:
            typer.echo(msgspec.json.encode(told).decode("utf-8"))
        case MatrixFormat.svg:
            typer.echo(attention_svg(told, lang.value), nl=False)
        case MatrixFormat.text:
            typer.echo(shown(attention_text(told, lang.value)))


def _file(counts: str) -> tuple[Counts, str]:
    from casus.outlook import read_counts

    found, problems = read_counts(read_bytes(counts), counts)
    warn(problems)
    return found, counts


def _counted(
    inputs: list[str] | tuple[str, ...],
    readings: list[str] | tuple[str, ...],
    conflict: list[str] | tuple[str, ...],
    published: date | None,
) -> tuple[Counts, str]:
    """Count reports, or readings, by the conflicts given; say how many there were."""
    from casus.outlook import count_readings, count_reports, read_readings

    wanted = _conflicts(conflict)
    if inputs:
        reports = take_in(inputs, published=published).reports
        with step("counting"):
            found, problems = count_reports(reports, wanted)
        warn(problems)
        return found, f"{len(reports)} reports"
    held = [read_readings(read_bytes(name), name) for name in readings]
    every = [reading for some, _ in held for reading in some]
    found, problems = count_readings(every, wanted)
    warn([*(p for _, troubles in held for p in troubles), *problems])
    return found, f"{len(every)} readings"


def _conflicts(written: list[str] | tuple[str, ...]) -> list[Conflict]:
    from casus.outlook import Conflict, parse_conflict

    parsed = [parse_conflict(c) for c in written]
    wrong = [c for c in parsed if isinstance(c, Problem)]
    if wrong or not parsed:
        stop(wrong or [Problem(where="--conflict", what="none is given", hint="as --conflict gaza=ISR,PSE,Gaza")])
    return [c for c in parsed if isinstance(c, Conflict)]
