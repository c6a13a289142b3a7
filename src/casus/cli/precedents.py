"""``casus precedents``: earlier incidents, and those nearest to one given as a file."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.inputs import stop, warn
from casus.cli.weigh import read_incident
from casus.errors import Problem


def command(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="An incident of the form casus.incident/1; without it all are listed."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="List so many of the nearest.")] = 5,
    show: Annotated[str | None, typer.Option(metavar="ID", help="Print one precedent in full.")] = None,
    rates: Annotated[bool, typer.Option("--rates", help="List the registered base rates instead.")] = False,
    format: Annotated[Format, typer.Option(help="Print text or JSON.")] = Format.text,
) -> None:
    """List earlier incidents with their outcomes; with an incident, the nearest, with what is alike and unlike."""
    from casus.outlook import precedents, registered, unregistered
    from casus.outlook.showing import nearness_text, precedent_text, rate_text

    if rates:
        _json_or({"registered": registered(), "unregistered": unregistered()}, rate_text(), format)
        return
    listed = precedents()
    if show is not None:
        one = next((p for p in listed if p.id == show), None)
        if one is None:
            stop([Problem(where=show, what="no precedent has that id", hint="casus precedents lists them")])
        _json_or(one, precedent_text(one), format)
        return
    if file is None:
        _json_or(listed, "\n".join(f"{p.on}  {p.id:32}{p.name['en']}: {p.outcome.ground}" for p in listed), format)
        return
    incident = read_incident(file)
    if not incident.cases:
        stop([Problem(where=file, what="the incident has no case", hint="give at least one")])
    from casus.cli.installed import installed_tools
    from casus.outlook import features_of, nearest
    from casus.treaties import weigh

    use = installed_tools()
    findings, problems = weigh(incident, law=use.law, places=use.territory)
    warn(problems)
    grounds = [use.territory.stand(c.place, c.on) for c in incident.cases]
    found = nearest(features_of(incident, grounds, findings), listed, most=most, before=incident.cases[0].on)
    _json_or(found, nearness_text(found), format)


def _json_or(record: object, text: str, format: Format) -> None:
    typer.echo(msgspec.json.encode(record).decode("utf-8") if format is Format.json else text)
