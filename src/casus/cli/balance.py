"""``casus balance``: forces with and without the allies bound to help; never who wins."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format, Language
from casus.cli.cases import weighed_cases
from casus.cli.inputs import read_bytes, stop, warn
from casus.cli.installed import folder
from casus.cli.reports import Published
from casus.cli.screen import shown
from casus.cli.telling import Lang, warn_in
from casus.records import Balance

INSTALLED = Path("capabilities") / "national.csv"
"""Where a file of national capabilities is looked for among the installed data."""


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A report, or an incident (- or a .json file of the form casus.incident/1)."
        ),
    ],
    published: Published = None,
    capabilities: Annotated[
        str | None,
        typer.Option(metavar="CSV", help="National capabilities; without it, capabilities/national.csv in CASUS_DATA."),
    ] = None,
    lang: Lang = Language.en,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.balance/1.")] = Format.text,
) -> None:
    """Set the sides' forces beside each other, alone and with those bound, and say what such figures do not show."""
    installed = folder() / INSTALLED
    name = capabilities or (str(installed) if installed.is_file() else None)
    found = _balance(file, published, name)
    if name is None:
        from casus.vocabulary.phrases import say
        from casus.vocabulary.refusals import refusal

        hint = say("hint_no_file", file=file, path=str(installed), folder=str(installed.parent))
        warn_in([refusal("balance", "balance_no_file", hint=hint)], lang)
    if format is Format.json:
        typer.echo(msgspec.json.encode(found).decode("utf-8"))
        return
    from casus.briefing.standing import standing
    from casus.vocabulary.phrases import in_language

    for line in standing(found).lines:
        source = f" [{'; '.join(line.sources)}]" if line.sources else ""
        typer.echo(shown(f"{in_language(line.says, lang.value)}{source}"))


def _balance(file: str, published: date | None, capabilities: str | None) -> Balance:
    """Work out who is bound and set the figures of a file, if there is one, beside each other."""
    from casus.outlook import balance, precedents, read_capabilities, support_before, support_told
    from casus.pipeline import neighbours

    table, problems = read_capabilities(read_bytes(capabilities), capabilities) if capabilities else (None, ())
    if capabilities and table is None:
        stop(problems)
    warn(problems)
    known = weighed_cases(file, published)
    told = support_told(known.assessment.events) if known.assessment else ()
    support = (*told, *support_before(known.incident, precedents()))
    return balance(known.incident, known.findings, table=table, support=support, neighbours=neighbours)
