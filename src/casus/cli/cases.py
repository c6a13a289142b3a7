"""An incident with its cases weighed, as a command is given it: a file of facts, or a report to work one out from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import typer

from casus.cli.exits import NO_INCIDENT
from casus.cli.inputs import stop, warn
from casus.cli.installed import installed_tools
from casus.cli.progress import step
from casus.cli.reports import take_in
from casus.cli.weigh import read_incident
from casus.errors import Problem

if TYPE_CHECKING:
    from casus.records import Assessment, Finding, Incident, TerritoryFinding

NOTHING = "no incident was found in it"


class WeighedCases(msgspec.Struct, frozen=True):
    """An incident that has cases, whose ground they are on, who owes what; the assessment where it is a report's."""

    incident: Incident
    grounds: tuple[TerritoryFinding, ...]
    findings: tuple[Finding, ...]
    assessment: Assessment | None = None


def weighed_cases(name: str, published: date | None) -> WeighedCases:
    """Read ``name`` as an incident where it is standard input or a .json file, else as a report; stop without cases."""
    return _of_file(name) if name == "-" or name.endswith(".json") else _of_report(name, published)


def _of_file(name: str) -> WeighedCases:
    incident = read_incident(name)
    if not incident.cases:
        stop([Problem(where=name, what="the incident has no case", hint="give at least one")])
    from casus.treaties import weigh

    with step("weighing the incident"):
        use = installed_tools()
        findings, problems = weigh(incident, law=use.law, places=use.territory)
        grounds = tuple(use.territory.stand(c.place, c.on) for c in incident.cases)
    warn(problems)
    return WeighedCases(incident, grounds, findings)


def _of_report(name: str, published: date | None) -> WeighedCases:
    taken = take_in([name], published=published)
    if not taken.reports:
        raise typer.Exit(taken.code)
    from casus.pipeline import assess

    with step("working out the incident"):
        assessment, problems = assess(taken.reports, with_tools=installed_tools())
    warn(problems)
    incident = assessment.incident
    if incident is None or not incident.cases:
        warn([Problem(where=name, what=NOTHING, hint="give its facts as a .json file of the form casus.incident/1")])
        raise typer.Exit(NO_INCIDENT)
    return WeighedCases(incident, assessment.territory, assessment.findings, assessment)
