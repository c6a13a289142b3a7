"""``casus forecast``: questions, forecasts and how they came out, in a ledger that is only ever added to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import FAULTS
from casus.cli.inputs import parse_day, read_bytes, stop, warn
from casus.cli.reports import Published, take_in
from casus.errors import Problem
from casus.records import Forecast, Question, Resolution

if TYPE_CHECKING:
    from casus.outlook import Ledger

app = typer.Typer(no_args_is_help=True, help="Questions about what comes, forecasts with reasons, and their scores.")
LedgerFile = Annotated[str, typer.Argument(metavar="LEDGER", help="A ledger, one JSON entry a line; made if missing.")]
Given = Annotated[str, typer.Argument(metavar="FILE", help="The record as JSON; - reads standard input.")]
Kind = TypeVar("Kind", Question, Forecast, Resolution)


@app.command("ask")
def ask(ledger: LedgerFile, file: Given) -> None:
    """Add a question: text, criteria, sources, days, branches, and the base rate it is given."""
    _add(ledger, _decoded(file, Question))


@app.command("give")
def give(ledger: LedgerFile, file: Given) -> None:
    """Add a forecast: whose, on what day, probabilities over the branches, reasons. A later one is a revision."""
    _add(ledger, _decoded(file, Forecast))


@app.command("resolve")
def resolve(ledger: LedgerFile, file: Given) -> None:
    """Add how a question came out: the branch (null where it fell away), the day, the source."""
    _add(ledger, _decoded(file, Resolution))


@app.command("score")
def score(
    ledger: LedgerFile,
    by: Annotated[str, typer.Option(metavar="NAME", help="Whose record (default: of all together).")] = "*",
    on: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="As of this day (default: today).")
    ] = None,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.track/1.")] = Format.text,
) -> None:
    """Score what came out: Brier, log score, skill against the base rates, calibration where enough is resolved."""
    from casus.outlook import EVERYBODY, track
    from casus.outlook.showing import track_text

    found = _read(ledger)
    if by not in (EVERYBODY, *found.forecasters()):
        hint = f"those are {', '.join(found.forecasters()) or 'none yet'}"
        stop([Problem(where=ledger, what=f"unknown forecaster {by!r}", hint=hint)])
    record = track(found, by=by, on=on or datetime.now(UTC).date())
    typer.echo(msgspec.json.encode(record).decode("utf-8") if format is Format.json else track_text(record))


@app.command("check")
def check(ledger: LedgerFile) -> None:
    """Check that every line follows from those before it, and print the hash of the whole."""
    found = _read(ledger)
    typer.echo(f"{len(found.entries)} entries, nothing changed; hash {found.head}")


@app.command("draft")
def draft(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Reports, as for casus brief.")],
    published: Published = None,
    format: Annotated[Format, typer.Option(help="Print text or JSON.")] = Format.text,
) -> None:
    """Draft questions from reports' own conditionals and forecasts; criteria, sources and a day are yours to give."""
    taken = take_in(inputs, published=published)
    if not taken.reports:
        raise typer.Exit(taken.code)
    from casus.briefing.next_steps import draft_words
    from casus.pipeline import assess

    assessment, problems = assess(taken.reports)
    warn(problems)
    if format is Format.json:
        typer.echo(msgspec.json.encode(assessment.drafts).decode("utf-8"))
    else:
        typer.echo("\n".join(draft_words(d)["en"] for d in assessment.drafts) or "no conditional and no forecast")
    raise typer.Exit(taken.code)


@app.command("lint")
def lint(file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - reads standard input.")]) -> None:
    """Find sentences that mix confidence with likelihood."""
    from casus.outlook import mixed_sentences

    problems = mixed_sentences(read_bytes(file).decode("utf-8", errors="replace"), file)
    warn(problems)
    if problems:
        raise typer.Exit(FAULTS)


def _decoded(file: str, form: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(read_bytes(file), type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        stop([Problem(where=file, what=f"not a {form.__name__.lower()}: {trouble}")])


def _read(ledger: str) -> Ledger:
    from casus.outlook import read_ledger

    data = Path(ledger).read_bytes() if Path(ledger).is_file() else b""
    found, problems = read_ledger(data, ledger)
    if problems:
        stop(problems)
    return found


def _add(ledger: str, noted: Question | Forecast | Resolution) -> None:
    """Write one line at the end; what stands is never touched."""
    from casus.outlook import written

    found, problems = _read(ledger).add(noted, ledger)
    if problems:
        stop(problems)
    with Path(ledger).open("a", encoding="utf-8") as file:
        file.write(written(found.entries[-1]) + "\n")
    typer.echo(f"entry {len(found.entries)}; hash {found.head}")
