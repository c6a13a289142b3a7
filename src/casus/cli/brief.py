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
from casus.cli.inputs import parse_day, warn
from casus.cli.progress import step
from casus.cli.reports import (
    MAX_BYTES,
    TIMEOUT_S,
    Inputs,
    Items,
    MaxBytes,
    Published,
    Timeout,
    code_of,
    take_in,
)
from casus.cli.screen import shown
from casus.fetch import Limits
from casus.records import Brief


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
    inputs: Inputs,
    published: Published = None,
    item: Items = None,
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
        list[str] | None, typer.Option(metavar="INPUT", help="A report this one cites, to compare with.")
    ] = None,
    timeout: Timeout = TIMEOUT_S,
    max_bytes: MaxBytes = MAX_BYTES,
) -> None:
    """Work out what a report says, whose ground it is, who is bound, and what is open."""
    limits = Limits(timeout_s=timeout, max_bytes=max_bytes)
    taken = take_in(inputs, published=published, limits=limits, items=item)
    originals = take_in(original or (), published=published, limits=limits)
    code = max(taken.code, originals.code)
    if not taken.reports:
        raise typer.Exit(code)
    from casus.briefing import armed_act_told, compose
    from casus.cli.installed import installed_tools
    from casus.cli.spots import installed
    from casus.pipeline import assess

    elevation, roads = installed()
    use = msgspec.structs.replace(installed_tools(), elevation=elevation, roads=roads)
    with step(f"working out {len(taken.reports)} report{'s' if len(taken.reports) > 1 else ''}"):
        assessment, problems = assess(taken.reports, on=on, strict=strict, originals=originals.reports, with_tools=use)
    warn(problems)
    code = max(code, code_of(problems))
    _print(compose(assessment, law=use.book), format, lang, full=full, quotes_only=quotes_only)
    if assessment.incident is None and armed_act_told(assessment):
        typer.echo("casus: no day is known for the act: give --published or --on", err=True)
        code = max(code, UNUSABLE)
    elif assessment.incident is None:
        typer.echo(f"casus: no armed incident found{' in what could be read' if code else ''}", err=True)
        code = max(code, NO_INCIDENT)
    raise typer.Exit(code)


def _print(brief: Brief, format: BriefFormat, lang: Language, *, full: bool, quotes_only: bool) -> None:
    from casus.briefing import to_html, to_text

    if format is BriefFormat.json:
        typer.echo(msgspec.json.encode(brief).decode("utf-8"))
    elif format is BriefFormat.html:
        typer.echo(to_html(brief, language=lang.value, quotes_only=quotes_only), nl=False)
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        typer.echo(shown(to_text(brief, language=lang.value, full=full, width=width)), nl=False)
