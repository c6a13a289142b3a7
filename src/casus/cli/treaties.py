"""``casus treaties``: the instruments casus knows, their parties on a day, their provisions, their faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import FAULTS
from casus.cli.inputs import parse_day, stop
from casus.errors import Problem
from casus.records import Record, Words
from casus.records.finding import Certainty, Owes
from casus.treaties.law import Treaty

app = typer.Typer(help="The instruments casus knows.", no_args_is_help=True)

DayOption = Annotated[
    date | None, typer.Option("--on", parser=parse_day, metavar="DAY", help="As of this day (YYYY-MM-DD).")
]
FormatOption = Annotated[Format, typer.Option("--format", help="Print text or JSON.")]


class TreatyRow(Record, frozen=True, kw_only=True):
    """One instrument in a list."""

    id: str
    title: Words
    signed: date
    binding: str
    owes: tuple[Owes, ...]
    parties: tuple[str, ...] | None
    """The states bound that day; None where no day is given."""
    certainty: Certainty
    checked_until: date


@app.command("list")
def list_(
    on: DayOption = None,
    party: Annotated[
        str | None, typer.Option(metavar="STATE", help="Only those that bind this state that day (alpha-3).")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """List the instruments, with their parties where a day is given."""
    rows = [_row(t, on) for t in _law_treaties()]
    if party:
        if on is None:
            stop([Problem(where="--party", what="parties change with time", hint="give the day too: --on YYYY-MM-DD")])
        rows = [r for r in rows if party.upper() in (r.parties or ())]
    if format is Format.json:
        typer.echo(msgspec.json.encode(rows).decode("utf-8"))
        return
    for row in rows:
        parties = f"  [{len(row.parties)} parties]" if row.parties is not None else ""
        look_alike = "" if row.binding == "yes" else f"  (binding: {row.binding})"
        typer.echo(f"{row.id:28}{row.signed}  {row.title['en']}{parties}{look_alike}")


@app.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An instrument's id, or words of its title.")],
    on: DayOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Show an instrument: who is bound, each provision with its dated texts, sources and certainty."""
    treaty = _find(name)
    if format is Format.json:
        typer.echo(msgspec.json.encode(treaty, enc_hook=str).decode("utf-8"))
        return
    for line in _shown(treaty, on):
        typer.echo(line)


@app.command("check")
def check(
    cases: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of case tables that must cover every provision.")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """Check every law file: words, names, dates, terms; with --cases also that every provision is tested."""
    from casus.treaties import check as check_law
    from casus.treaties import load_law

    law, problems = load_law()
    problems = (*problems, *check_law(law, cases))
    if format is Format.json:
        typer.echo(msgspec.json.encode(problems).decode("utf-8"))
    else:
        for problem in problems:
            typer.echo(problem.line())
        counts = f"{len(law.treaties)} instruments, {len(law.terms)} shared terms, {len(law.facts)} facts"
        typer.echo(f"{counts}: {len(problems)} faults")
    if problems:
        raise typer.Exit(FAULTS)


def _law_treaties() -> tuple[Treaty, ...]:
    from casus.pipeline import tools

    return tools().law.treaties


def _row(treaty: Treaty, on: date | None) -> TreatyRow:
    from casus.treaties import parties

    owes = sorted({text.owes for p in treaty.provisions for text in p.text if on is None or text.holds(on)})
    return TreatyRow(
        id=treaty.id,
        title=treaty.title,
        signed=treaty.signed,
        binding=treaty.binding,
        owes=tuple(owes),
        parties=parties(treaty, on) if on else None,
        certainty=treaty.certainty,
        checked_until=treaty.checked_until,
    )


def _find(name: str) -> Treaty:
    """Find an instrument by id or by words of its title; stop with the nearest where there is none, or several."""
    from difflib import get_close_matches

    treaties = _law_treaties()
    wanted = name.casefold()
    found = [t for t in treaties if t.id == wanted] or [
        t for t in treaties if any(wanted in n.casefold() for n in (*t.title.values(), *t.names))
    ]
    if len(found) == 1:
        return found[0]
    near = [t.id for t in found] or get_close_matches(wanted, [t.id for t in treaties], 5, 0.3)
    what = "several instruments are called so" if found else "no instrument of that name"
    hint = f"one of: {', '.join(near)}" if near else "casus treaties list names them all"
    return stop([Problem(where=name, what=what, hint=hint)])


def _shown(treaty: Treaty, on: date | None) -> list[str]:
    from casus.treaties import status

    lines = [f"{treaty.title['en']} ({treaty.id})", *(t for lang, t in treaty.title.items() if lang != "en")]
    lines += [f"signed {treaty.signed}; {treaty.text}; binding: {treaty.binding}"]
    lines += [f"certainty: {treaty.certainty}; checked until {treaty.checked_until}", treaty.notes, ""]
    lines.append(f"bound on {on}:" if on else "acts:")
    if on:
        lines += [f"  {status(treaty, s, on).says}" for s in treaty.states(on)]
    else:
        lines += [
            f"  {a.on}  {a.does}: {', '.join(a.states)}{f' — {a.ground}' if a.ground else ''}  [{a.source}]"
            for a in treaty.acts
        ]
    for provision in treaty.provisions:
        for text in provision.text:
            if on and not text.holds(on):
                continue
            until = f" until {text.until}" if text.until else ""
            lines += ["", f"{provision.cite}, from {text.from_}{until}: {text.kind}, {text.owes}: {text.duty}"]
            lines += [f"  {words}" for words in text.says.values()]
            lines += [f"  {text.procedure}"] if text.procedure else []
            lines += [f"  when: {text.when.text}"] if text.when else []
            lines += [f"  except {e.name}: {e.says}" for e in text.exception]
    return [line for line in lines if line is not None]
