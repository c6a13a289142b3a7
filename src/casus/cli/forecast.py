"""``casus forecast``: questions, forecasts and how they came out, in a ledger that is only ever added to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, TypeVar

import msgspec
import typer

from casus.cli import ledgers
from casus.cli.brief import Format, Language
from casus.cli.exits import FAULTS
from casus.cli.inputs import parse_day, read_bytes, stop, warn
from casus.cli.installed import installed_tools
from casus.cli.progress import step
from casus.cli.reports import Published, take_in
from casus.cli.screen import shown
from casus.cli.telling import Lang, stop_in, warn_in
from casus.errors import Problem
from casus.records import Forecast, Question, Resolution

app = typer.Typer(no_args_is_help=True, help="Questions about what comes, forecasts with reasons, and their scores.")
LedgerFile = Annotated[str, typer.Argument(metavar="LEDGER", help="A ledger, one JSON entry a line; made if missing.")]
Given = Annotated[str, typer.Argument(metavar="FILE", help="The record as JSON; - reads standard input.")]
Kind = TypeVar("Kind", Question, Forecast, Resolution)


@app.command("ask")
def ask(ledger: LedgerFile, file: Given, lang: Lang = Language.en) -> None:
    """Add a question: text, criteria, sources, days, branches, and the base rate it is given."""
    _add(ledger, _decoded(file, Question), lang)


@app.command("give")
def give(ledger: LedgerFile, file: Given, lang: Lang = Language.en) -> None:
    """Add a forecast: whose, on what day, probabilities over the branches, reasons. A later one is a revision."""
    made = _decoded(file, Forecast)
    from casus.outlook import mixed_sentences

    _add(ledger, made, lang)
    warn_in(mixed_sentences(made.reasons, "reasons"), lang)


@app.command("resolve")
def resolve(ledger: LedgerFile, file: Given, lang: Lang = Language.en) -> None:
    """Add how a question came out: the branch (null where it fell away), the day, the source."""
    _add(ledger, _decoded(file, Resolution), lang)


@app.command("score")
def score(
    ledger: LedgerFile,
    by: Annotated[str, typer.Option(metavar="NAME", help="Whose record (default: of all together).")] = "*",
    on: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="As of this day (default: today).")
    ] = None,
    lang: Lang = Language.en,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.track/1.")] = Format.text,
) -> None:
    """Score what came out: Brier, log score, skill against the base rates, calibration where enough is resolved."""
    from casus.outlook import EVERYBODY, track
    from casus.outlook.showing import track_text

    found = ledgers.read(ledger, lang)
    if by not in (EVERYBODY, *found.forecasters()):
        hint = f"those are {', '.join(found.forecasters()) or 'none yet'}"
        stop([Problem(where=ledger, what=f"unknown forecaster {by!r}", hint=hint)])
    record = track(found, by=by, on=on or datetime.now(UTC).date())
    text = shown(track_text(record, lang.value))
    typer.echo(msgspec.json.encode(record).decode("utf-8") if format is Format.json else text)


@app.command("check")
def check(
    ledger: LedgerFile,
    kept: Annotated[
        str | None, typer.Option(metavar="HASH", help="A hash printed earlier: the ledger must still lead to it.")
    ] = None,
    lang: Lang = Language.en,
) -> None:
    """Check that every line follows from those before it and that the end was not cut off; print the hash."""
    from casus.vocabulary.phrases import say

    found = ledgers.read(ledger, lang)
    if kept is not None and (problems := found.holds(kept, ledger)):
        stop_in(problems, lang)
    typer.echo(say("ledger_unchanged", count=str(len(found.entries)), head=found.head)[lang.value])


@app.command("draft")
def draft(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Reports, as for casus brief.")],
    published: Published = None,
    lang: Lang = Language.en,
    format: Annotated[Format, typer.Option(help="Print text or JSON.")] = Format.text,
) -> None:
    """Draft questions from reports' own conditionals and forecasts; criteria, sources and a day are yours to give."""
    taken = take_in(inputs, published=published)
    if not taken.reports:
        raise typer.Exit(taken.code)
    from casus.briefing.next_steps import draft_words
    from casus.pipeline import assess
    from casus.vocabulary.phrases import in_language, say

    with step("drafting questions"):
        assessment, problems = assess(taken.reports, with_tools=installed_tools())
    warn(problems)
    if format is Format.json:
        typer.echo(msgspec.json.encode(assessment.drafts).decode("utf-8"))
    else:
        lines = [in_language(draft_words(d), lang.value) for d in assessment.drafts]
        typer.echo(shown("\n".join(lines) or say("draft_none")[lang.value]))
    raise typer.Exit(taken.code)


@app.command("lint")
def lint(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - reads standard input.")],
    lang: Lang = Language.en,
) -> None:
    """Find sentences that mix confidence with likelihood."""
    from casus.outlook import mixed_sentences

    problems = mixed_sentences(read_bytes(file).decode("utf-8", errors="replace"), file)
    warn_in(problems, lang)
    if problems:
        raise typer.Exit(FAULTS)


def _decoded(file: str, form: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(read_bytes(file), type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        stop([Problem(where=file, what=f"not a {form.__name__.lower()}: {trouble}")])


def _add(ledger: str, noted: Question | Forecast | Resolution, lang: Language) -> None:
    from casus.vocabulary.phrases import say

    found = ledgers.add(ledger, noted, lang)
    typer.echo(say("ledger_added", number=str(len(found.entries)), head=found.head)[lang.value])
