"""All commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from casus import __version__
from casus.cli import (
    attention,
    balance,
    brief,
    cascade,
    data,
    desk,
    explain,
    forecast,
    lexicon,
    overlook,
    precedents,
    read,
    sight,
    treaties,
    weigh,
    where,
)

app = typer.Typer(
    name="casus",
    help="A report of an armed incident in, a checkable brief out: what happened and who says so, whose ground, who is "
    "bound by treaty, what is open.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"casus {__version__}")
        raise typer.Exit


@app.callback()
def casus(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


app.command("brief")(brief.command)
app.command("read")(read.command)
app.command("weigh")(weigh.command)
app.command("cascade")(cascade.command)
app.command("overlook", context_settings={"ignore_unknown_options": True})(overlook.command)
app.command("sight", context_settings={"ignore_unknown_options": True})(sight.command)
app.command("where", context_settings={"ignore_unknown_options": True})(where.command)
app.command("explain")(explain.command)
app.command("precedents")(precedents.command)
app.command("balance")(balance.command)
app.command("attention")(attention.command)
app.add_typer(forecast.app, name="forecast")
app.add_typer(treaties.app, name="treaties")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(data.app, name="data")
app.add_typer(desk.app, name="desk")
