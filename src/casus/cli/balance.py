"""``casus balance``: forces with and without the allies bound to help; never who wins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.inputs import read_bytes, stop, warn
from casus.cli.installed import folder
from casus.cli.weigh import read_incident
from casus.errors import Problem

INSTALLED = Path("capabilities") / "national.csv"
"""Where a file of national capabilities is looked for among the installed data."""


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An incident of the form casus.incident/1; - reads standard input.")
    ],
    capabilities: Annotated[
        str | None,
        typer.Option(metavar="CSV", help="National capabilities; without it, capabilities/national.csv in CASUS_DATA."),
    ] = None,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.balance/1.")] = Format.text,
) -> None:
    """Set the sides' forces beside each other, alone and with those bound, and say what such figures do not show."""
    incident = read_incident(file)
    if not incident.cases:
        stop([Problem(where=file, what="the incident has no case", hint="give at least one")])
    installed = folder() / INSTALLED
    name = capabilities or (str(installed) if installed.is_file() else None)
    from casus.briefing.standing import standing
    from casus.cli.installed import installed_tools
    from casus.outlook import balance, precedents, read_capabilities, support_before
    from casus.pipeline import neighbours
    from casus.treaties import weigh

    table, problems = read_capabilities(read_bytes(name), name) if name else (None, ())
    if name and table is None:
        stop(problems)
    warn(problems)
    use = installed_tools()
    findings, problems = weigh(incident, law=use.law, places=use.territory)
    warn(problems)
    support = support_before(incident, precedents())
    found = balance(incident, findings, table=table, support=support, neighbours=neighbours)
    if format is Format.json:
        typer.echo(msgspec.json.encode(found).decode("utf-8"))
        return
    for line in standing(found).lines:
        source = f" [{'; '.join(line.sources)}]" if line.sources else ""
        typer.echo(f"{line.says['en']}{source}")
