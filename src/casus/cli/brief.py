"""``casus brief``: a report in, a brief out."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from casus.cli.exits import NO_INCIDENT, UNUSABLE
from casus.cli.inputs import parse_day, read_report, warn


class Format(StrEnum):
    """How to print."""

    text = "text"
    json = "json"


class BriefFormat(StrEnum):
    """How to print a brief."""

    text = "text"
    json = "json"
    html = "html"


class Language(StrEnum):
    """Languages of briefs."""

    en = "en"
    ja = "ja"


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Reports as text; - reads standard input.")],
    published: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="When the report was published (YYYY-MM-DD).")
    ] = None,
    on: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="Give the law and the ground as of this day.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the brief.")] = Language.en,
    format: Annotated[
        BriefFormat, typer.Option(help="Print text, JSON of the form casus.brief/1, or one self-contained HTML page.")
    ] = BriefFormat.text,
    quotes_only: Annotated[
        bool, typer.Option("--quotes-only", help="Leave the reports' full text out of the HTML page.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Print every line, with proofs and whole quotations.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Take a status carried past its last check as unknown.")
    ] = False,
    original: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A report this one cites, to compare with.")
    ] = None,
) -> None:
    """Work out what a report says, whose ground it is, who is bound, and what is open."""
    reports = [read_report(name, published) for name in files]
    originals = [read_report(name, published) for name in original or ()]
    from casus.briefing import armed_act_told, compose, to_html, to_text
    from casus.pipeline import assess, tools

    assessment, problems = assess(reports, on=on, strict=strict, originals=originals)
    warn(problems)
    brief = compose(assessment, law=tools().book)
    if format is BriefFormat.json:
        typer.echo(msgspec.json.encode(brief).decode("utf-8"))
    elif format is BriefFormat.html:
        typer.echo(to_html(brief, language=lang.value, quotes_only=quotes_only), nl=False)
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        typer.echo(to_text(brief, language=lang.value, full=full, width=width), nl=False)
    if assessment.incident is None and armed_act_told(assessment):
        typer.echo("casus: no day is known for the act: give --published or --on", err=True)
        raise typer.Exit(UNUSABLE)
    if assessment.incident is None:
        typer.echo("casus: no armed incident found", err=True)
        raise typer.Exit(NO_INCIDENT)
