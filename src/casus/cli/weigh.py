"""``casus weigh``: who is bound to do what in an incident given as observable facts."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.inputs import parse_day, read_bytes, stop, warn
from casus.errors import Problem
from casus.records import Finding, Incident, Obligations


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An incident of the form casus.incident/1; - reads standard input.")
    ],
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.obligations/1.")] = Format.text,
    on: Annotated[
        date | None,
        typer.Option(parser=parse_day, metavar="DAY", help="Give the law as of this day instead of each case's."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Take a status carried past its last check as unknown.")
    ] = False,
    flips: Annotated[
        bool, typer.Option("--flips", help="Say of each finding what would flip it: at most three things together.")
    ] = False,
    as_known_on: Annotated[
        date | None,
        typer.Option(
            "--as-known-on",
            parser=parse_day,
            metavar="DAY",
            help="Leave out acts, checks, requests and decisions after this day.",
        ),
    ] = None,
    practice: Annotated[
        bool, typer.Option("--practice", help="Add how the instruments were called on before, and what came of it.")
    ] = False,
) -> None:
    """Work out every treaty provision that bears on an incident, with its proof and its open questions."""
    incident = read_incident(file)
    from casus.cli.installed import installed_tools
    from casus.logic import Truth
    from casus.treaties import flip_lines, practice_lines, weigh

    use = installed_tools()
    findings, problems = weigh(
        incident,
        law=use.law,
        places=use.territory,
        on=on,
        strict=strict,
        flips=tuple(Truth) if flips else (),
        as_known_on=as_known_on,
    )
    warn(problems)
    known = use.book.practices(f.treaty for f in findings) if practice else ()
    if format is Format.json:
        given = Obligations(incident=incident.id, findings=findings, practice=known)
        typer.echo(msgspec.json.encode(given).decode("utf-8"))
        return
    for finding in findings:
        typer.echo(_line(finding))
        for line in flip_lines(use.law, finding.flips, finding.flips_note):
            typer.echo(f"          {line}")
    for case in known:
        typer.echo("\n".join((use.book.title(case.treaty)["en"], *practice_lines(case))))


def read_incident(file: str) -> Incident:
    """Read an incident from a file or standard input; stop with what is wrong where it is none."""
    data = read_bytes(file)
    if not data.strip():
        stop([Problem(where=file, what="the file is empty", hint="give an incident of the form casus.incident/1")])
    try:
        return msgspec.json.decode(data, type=Incident)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        stop([Problem(where=file, what=f"not an incident of the form casus.incident/1: {trouble}")])


def _line(finding: Finding) -> str:
    parties = f"{', '.join(finding.obliged)} → {', '.join(finding.beneficiary)}"
    head = f"{finding.answer.value:8}{finding.title}, {finding.cite} [{finding.case}] {finding.owes}"
    return f"{head}: {parties}: {finding.why}"
