"""``casus read``: what a report says, statement by statement."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import OK, UNUSABLE
from casus.cli.inputs import bytes_of, warn
from casus.cli.picking import EVERY
from casus.cli.progress import step
from casus.cli.reports import (
    MAX_BYTES,
    TIMEOUT_S,
    Inputs,
    Items,
    MaxBytes,
    Published,
    Timeout,
    code_of,
    take_in,
)
from casus.cli.screen import shown
from casus.errors import MissingExtraError, Problem
from casus.fetch import Limits
from casus.intake import receive
from casus.records import Reading, Report


class Item(msgspec.Struct):
    """One line of ``--jsonl``."""

    text: str
    id: str | int | None = None
    published: date | None = None


def command(
    inputs: Inputs,
    published: Published = None,
    item: Items = None,
    format: Annotated[Format, typer.Option(help="Print JSON of the form casus.reading/1, or text.")] = Format.json,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also list every party, place, date and number.")
    ] = False,
    keep: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Also write there each report's text, in which offsets count: <sha256>.txt."
        ),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Inputs hold lines {id, text, published}; print one reading a line.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            max=256,
            metavar="N",
            help="Read many: folders, zip archives, files of JSON lines (.jsonl), by N processes.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With --jobs: add the lines there, passing over what it has already."),
    ] = None,
    triage: Annotated[
        bool,
        typer.Option("--triage", help="With --jobs: pass over what holds no name of a state or no word of an act."),
    ] = False,
    timeout: Timeout = TIMEOUT_S,
    max_bytes: MaxBytes = MAX_BYTES,
) -> None:
    """Read reports: regions, statements with source and modality, readers' comments; one reading a line."""
    if jobs:
        from casus.cli.bulk import read_many

        raise typer.Exit(read_many(inputs, out=out, jobs=jobs, triage=triage, mentions=mentions, max_bytes=max_bytes))
    if jsonl:
        raise typer.Exit(max([_lines(name, mentions, max_bytes) for name in inputs]))
    taken = take_in(
        inputs, published=published, limits=Limits(timeout_s=timeout, max_bytes=max_bytes), items=item or EVERY
    )
    code = taken.code
    for report in taken.reports:
        with step(f"reading {report.name}"):
            reading, problems = _read(report, mentions)
        warn(problems)
        if format is Format.json:
            _emit(msgspec.to_builtins(reading))
        else:
            head = [f"# {report.name}"] if len(taken.reports) > 1 else []
            typer.echo(shown("\n".join([*head, *_text(reading, report.text)])))
        code = max(code, code_of(problems), _keep(report, keep) if keep else OK)
    raise typer.Exit(code)


def _read(report: Report, mentions: bool) -> tuple[Reading, tuple[Problem, ...]]:
    from casus.cli.installed import installed_tools
    from casus.reading import read

    return read(report, gazetteer=installed_tools().territory, mentions=mentions)


def _keep(report: Report, folder: Path) -> int:
    """Write a report's text under its own hash, byte by byte as it was hashed; give the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{report.id.partition(':')[2]}.txt").write_bytes(report.text.encode("utf-8", "surrogatepass"))
    except OSError as trouble:
        warn([Problem(where=str(folder), what=trouble.strerror or "cannot be written", hint="give a folder")])
        return UNUSABLE
    return OK


def _text(reading: Reading, text: str) -> Iterator[str]:
    """Print one statement a line: trigger, code, actor, recipient, source, modality."""
    for s in reading.statements:
        actor, recipient = (p.id if p else "-" for p in (s.actor, s.recipient))
        inherited = "*" if s.actor and s.actor.inherited else ""
        negative = " (negative)" if s.polarity == "negative" else ""
        cells = (s.id, s.trigger.text, s.event.type or "-", f"{actor}{inherited} > {recipient}", s.source.id)
        yield "\t".join((*cells, s.modality + negative))
    for c in reading.comments:
        words = " ".join(text[slice(*c.span)].split())
        yield f"{c.id}\t{c.topic}\t{c.stance}\t{c.hypothesis or '-'}\t{words}"


def _lines(file: str, mentions: bool, max_bytes: int) -> int:
    """Read lines of JSON and print a reading for each, in the same order and with its id; give the exit code."""
    data = bytes_of(file, max_bytes)
    if isinstance(data, Problem):
        warn([data])
        return UNUSABLE
    lines = [(n, line) for n, line in enumerate(data.splitlines(), 1) if line.strip()]
    return max((_line(line, f"{file}, line {n}", n, mentions) for n, line in lines), default=OK)


def _line(line: bytes, where: str, number: int, mentions: bool) -> int:
    try:
        item = msgspec.json.decode(line, type=Item)
    except msgspec.DecodeError as trouble:
        warn([Problem(where=where, what=f"not {{id, text, published}}: {trouble}")])
        _emit({"id": None, "error": str(trouble)})
        return UNUSABLE
    try:
        report, problems = receive(item.text.encode("utf-8"), name=str(item.id or number), published=item.published)
    except MissingExtraError as error:
        report, problems = None, (error.problem(where),)
    if report is None:
        warn(problems)
        _emit({"id": item.id, "error": problems[0].what})
        return max(UNUSABLE, code_of(problems))
    reading, problems = _read(report, mentions)
    warn(problems)
    _emit({"id": item.id, **msgspec.to_builtins(reading)})
    return code_of(problems)


def _emit(line: dict[str, object]) -> None:
    sys.stdout.write(msgspec.json.encode(line).decode("utf-8") + "\n")
    sys.stdout.flush()
