"""``casus explain``: explanations of reports under their hypotheses, and a matrix of evidence weighed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Language
from casus.cli.inputs import read_bytes, stop, warn
from casus.cli.installed import installed_tools
from casus.cli.progress import step
from casus.cli.reports import Items, Published, take_in
from casus.cli.screen import shown
from casus.cli.telling import Lang, stop_in
from casus.errors import Problem
from casus.records import MatrixSheet


class MatrixFormat(StrEnum):
    """How to print a matrix."""

    text = "text"
    json = "json"
    svg = "svg"


def command(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="INPUT", help="Reports, as for casus brief; none with --matrix.")
    ] = None,
    published: Published = None,
    item: Items = None,
    matrix: Annotated[
        str | None, typer.Option(metavar="FILE", help="Weigh a filled-in matrix of the form casus.matrix/1 instead.")
    ] = None,
    rater: Annotated[
        list[str] | None, typer.Option("--rater", metavar="NAME", help="Who will rate the sheet that is laid out.")
    ] = None,
    lang: Lang = Language.en,
    format: Annotated[
        MatrixFormat,
        typer.Option(help="Print text, JSON (casus.matrix/1 to be rated, casus.weighed/1 with --matrix), or SVG."),
    ] = MatrixFormat.text,
) -> None:
    """Gather explanations under hypotheses with what would refute them, or weigh a matrix that people have rated."""
    if (matrix is None) == (not inputs):
        raise typer.BadParameter("give reports, or --matrix FILE", param_hint="INPUT")
    if matrix is not None:
        _weigh(matrix, format, lang)
        return
    taken = take_in(inputs or (), published=published, items=item)
    if not taken.reports:
        raise typer.Exit(taken.code)
    from casus.hypotheses import Matrix, lay_out
    from casus.hypotheses.drawing import to_svg
    from casus.hypotheses.showing import heard_text
    from casus.pipeline import assess

    with step("gathering explanations"):
        assessment, problems = assess(taken.reports, with_tools=installed_tools())
    warn(problems)
    sheet = lay_out(assessment, assessment.heard, raters=rater or ())
    match format:
        case MatrixFormat.json:
            typer.echo(msgspec.json.encode(sheet).decode("utf-8"))
        case MatrixFormat.svg:
            typer.echo(to_svg(sheet, Matrix(sheet).weigh(), lang.value), nl=False)
        case MatrixFormat.text:
            typer.echo(shown(heard_text(assessment, assessment.heard, lang.value)))
    raise typer.Exit(taken.code)


def _weigh(file: str, format: MatrixFormat, lang: Language) -> None:
    try:
        sheet = msgspec.json.decode(read_bytes(file), type=MatrixSheet)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        stop([Problem(where=file, what=f"not a matrix of the form casus.matrix/1: {trouble}")])
    from casus.hypotheses import Matrix
    from casus.hypotheses.drawing import to_svg
    from casus.hypotheses.showing import weighed_text

    made, problems = Matrix.of(sheet, file)
    if made is None:
        stop_in(problems, lang)
    weighed = made.weigh()
    match format:
        case MatrixFormat.json:
            typer.echo(msgspec.json.encode(weighed).decode("utf-8"))
        case MatrixFormat.svg:
            typer.echo(to_svg(sheet, weighed, lang.value), nl=False)
        case MatrixFormat.text:
            typer.echo(shown(weighed_text(weighed, lang.value)))
