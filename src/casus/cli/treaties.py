"""``casus treaties``: the instruments casus knows, their parties, provisions, practice, their course, their faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import FAULTS
from casus.cli.inputs import parse_day, stop
from casus.errors import Problem

if TYPE_CHECKING:  # the law room is imported where a command runs, so that --help stays quick
    from casus.treaties import DutyView, Law, TextView, Treaty, TreatyView

app = typer.Typer(help="The instruments casus knows.", no_args_is_help=True)

DayOption = Annotated[
    date | None, typer.Option("--on", parser=parse_day, metavar="DAY", help="As of this day (YYYY-MM-DD).")
]
FormatOption = Annotated[Format, typer.Option("--format", help="Print text or JSON.")]
NameArgument = Annotated[str, typer.Argument(metavar="ID", help="An instrument's id, or words of its title.")]


@app.command("list")
def list_(
    on: DayOption = None,
    party: Annotated[
        str | None, typer.Option(metavar="STATE", help="Only those that bind this state that day (alpha-3).")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """List the instruments, with their parties where a day is given."""
    from casus.treaties import describe, describe_all, latest_day

    law = _law()
    if party and on is None:
        stop([Problem(where="--party", what="parties change with time", hint="give the day too: --on YYYY-MM-DD")])
    if on:
        views = describe_all(law, on, state=party.upper() if party else None)
    else:
        views = tuple(describe(t, latest_day(t)) for t in sorted(law.treaties, key=lambda t: (t.signed, t.id)))
    if format is Format.json:
        _json(views)
        return
    for view in views:
        parties = f"  [{len(view.parties)} parties]" if on else ""
        look_alike = "" if view.binding == "yes" else f"  (binding: {view.binding})"
        typer.echo(f"{view.id:28}{view.signed}  {view.title['en']}{parties}{look_alike}")


@app.command("show")
def show(name: NameArgument, on: DayOption = None, format: FormatOption = Format.text) -> None:
    """Show an instrument on a day (by default as last checked): who is bound, each provision, who called on it."""
    from casus.treaties import describe, latest_day, precedents_of

    treaty = _find(name)
    view = describe(treaty, on or latest_day(treaty), precedents_of(treaty.id))
    if format is Format.json:
        _json(view)
        return
    for line in _shown(view):
        typer.echo(line)


@app.command("timeline")
def timeline(name: NameArgument, format: FormatOption = Format.text) -> None:
    """List what happened to an instrument: its acts, texts that begin and end, its practice, in order of days."""
    from casus.treaties import precedents_of
    from casus.treaties import timeline as through_time

    treaty = _find(name)
    moments = through_time(treaty, precedents_of(treaty.id))
    if format is Format.json:
        _json(moments)
        return
    for moment in moments:
        states = f"  {', '.join(moment.states)}" if moment.states else ""
        source = f"  [{moment.source}]" if moment.source else ""
        unsure = "  (from memory)" if moment.certainty == "memory" else ""
        typer.echo(f"{moment.on}  {moment.what}: {moment.says}{states}{source}{unsure}")


@app.command("between")
def between(
    a: Annotated[str, typer.Argument(metavar="A", help="A state: alpha-3 code or English name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another state.")],
    on: Annotated[date, typer.Option("--on", parser=parse_day, metavar="DAY", help="The day (YYYY-MM-DD).")],
    format: FormatOption = Format.text,
) -> None:
    """List the instruments that bind two states to each other on a day, with what each provision owes."""
    from casus.treaties import bonds

    found = bonds(_law(), _state(a), _state(b), on)
    if format is Format.json:
        _json(found)
        return
    if not found:
        typer.echo(f"no instrument on file binds {a} and {b} to each other on {on}")
    for bond in found:
        look_alike = "" if bond.binding == "yes" else f" (binding: {bond.binding})"
        typer.echo(f"{bond.title} ({bond.treaty}){look_alike}")
        for line in (*bond.standing, *(_duty(d) for d in bond.duties)):
            typer.echo(f"  {line}")


@app.command("diff")
def diff(
    name: NameArgument,
    provision: Annotated[str, typer.Argument(metavar="PROVISION", help="A provision's id, or how it is cited.")],
    format: FormatOption = Format.text,
) -> None:
    """Set a provision's dated texts side by side: what changed from one to the next."""
    from casus.treaties import texts

    treaty = _find(name)
    found = texts(treaty, provision)
    if not found:
        known = ", ".join(p.id for p in treaty.provisions)
        stop([Problem(where=provision, what=f"{treaty.id} has no such provision", hint=f"one of: {known}")])
    if format is Format.json:
        _json(found)
        return
    for line in _changes(found):
        typer.echo(line)


@app.command("check")
def check(
    cases: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of case tables that must cover every provision.")
    ] = None,
    repository: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A checkout: its case tables, and whether a tested rule answers every fact."),
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """Check every law file: words, names, dates, terms; with --cases or --repository also what tests leave out."""
    from casus.treaties import check as check_law
    from casus.treaties import load_law, load_practice

    law, problems = load_law()
    problems = (*problems, *load_practice(law)[1], *check_law(law, cases, repository=repository))
    if format is Format.json:
        _json(problems)
    else:
        for problem in problems:
            typer.echo(problem.line())
        counts = f"{len(law.treaties)} instruments, {len(law.terms)} shared terms, {len(law.facts)} facts"
        typer.echo(f"{counts}: {len(problems)} faults")
    if problems:
        raise typer.Exit(FAULTS)


def _json(what: object) -> None:
    typer.echo(msgspec.json.encode(what).decode("utf-8"))


def _law() -> Law:
    from casus.cli.installed import installed_tools

    return installed_tools().law


def _state(words: str) -> str:
    """Give a state's code; stop where the words name none."""
    from casus.treaties import state_code

    code = state_code(words)
    return code or stop([Problem(where=words, what="not a state", hint="give its alpha-3 code or English name")])


def _find(name: str) -> Treaty:
    """Find an instrument by id or by words of its title; stop with the nearest where there is none, or several."""
    from difflib import get_close_matches

    treaties = _law().treaties
    wanted = name.casefold()
    names = {t.id: [n.casefold() for n in (*t.title.values(), *t.names)] for t in treaties}
    found = [t for t in treaties if t.id == wanted]
    found = found or [t for t in treaties if t.title["en"].casefold() == wanted]
    found = found or [t for t in treaties if wanted in names[t.id]]
    found = found or [t for t in treaties if any(wanted in name for name in names[t.id])]
    if len(found) == 1:
        return found[0]
    near = [t.id for t in found] or get_close_matches(wanted, [t.id for t in treaties], 5, 0.3)
    what = "several instruments are called so" if found else "no instrument of that name"
    hint = f"one of: {', '.join(near)}" if near else "casus treaties list names them all"
    return stop([Problem(where=name, what=what, hint=hint)])


def _shown(view: TreatyView) -> list[str]:
    """Say an instrument on a day in lines."""
    from casus.treaties import practice_lines

    lines = [f"{view.title['en']} ({view.id})", *(t for lang, t in view.title.items() if lang != "en")]
    lines += [f"signed {view.signed}; {view.text}; binding: {view.binding}"]
    lines += [f"certainty: {view.certainty}; checked until {view.checked_until}", view.notes]
    lines += ["", f"bound on {view.on}:", *(f"  {p.says}  [{p.source}]" for p in view.parties)]
    lines += ["others:", *(f"  {p.says}  [{p.source}]" for p in view.others)] if view.others else []
    for duty in view.duties:
        lines += ["", _duty(duty), *(f"  {words}" for words in duty.says.values())]
        lines += [f"  procedure: {duty.procedure}"] if duty.procedure else []
        lines += [f"  when: {duty.when}"] if duty.when else []
        lines += [f"  except: {name}" for name in duty.exceptions]
        lines += [f"  certainty: {duty.certainty}"] if duty.certainty != view.certainty else []
    told = [line for case in view.practice for line in practice_lines(case)]
    lines += ["", "practice:", *told] if told else []
    return lines


def _duty(duty: DutyView) -> str:
    return f"{duty.cite}: {duty.kind}, {duty.owes}: {duty.duty}"


def _changes(found: tuple[TextView, ...]) -> list[str]:
    """Say each text, the first in full and of each later one what is otherwise."""
    lines: list[str] = []
    before: dict[str, str] = {}
    for text in found:
        now = _fields(text)
        until = f" until {text.until}" if text.until else ""
        lines += [*([""] if lines else []), f"{text.cite}, from {text.from_day}{until}"]
        for field in {**before, **now}:
            old, new = before.get(field, ""), now.get(field, "")
            if old == new:
                continue
            lines += [f"  - {field}: {old}"] if old else []
            lines += [f"  + {field}: {new}" if before else f"  {field}: {new}"] if new else []
        before = now
    return lines


def _fields(text: TextView) -> dict[str, str]:
    """Give what of a text may change from one to the next."""
    named = {
        "kind": text.kind,
        "owes": text.owes,
        "duty": text.duty,
        "procedure": text.procedure,
        "says": text.says.get("en", ""),
        "when": text.when,
        "area": text.area,
        "except": "; ".join(text.exceptions),
        "source": text.source,
    }
    return {field: words for field, words in named.items() if words}
