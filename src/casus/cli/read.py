"""``casus read``: what a report says, statement by statement."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import UNUSABLE
from casus.cli.inputs import parse_day, read_bytes, read_report, warn
from casus.errors import Problem
from casus.records import Reading


class Item(msgspec.Struct):
    """One line of ``--jsonl``."""

    text: str
    id: str | int | None = None
    published: date | None = None


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report as text; - reads standard input.")],
    published: Annotated[
        date | None, typer.Option(parser=parse_day, metavar="DAY", help="When the report was published (YYYY-MM-DD).")
    ] = None,
    format: Annotated[Format, typer.Option(help="Print JSON of the form casus.reading/1, or text.")] = Format.json,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also list every party, place, date and number.")
    ] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="FILE holds lines {id, text, published}; print one reading a line.")
    ] = False,
) -> None:
    """Read a report: regions, statements with source and modality, readers' comments."""
    if jsonl:
        _lines(file, mentions)
        return
    report = read_report(file, published)
    from casus.pipeline import tools
    from casus.reading import read

    reading, problems = read(report, gazetteer=tools().territory, mentions=mentions)
    warn(problems)
    if format is Format.json:
        typer.echo(msgspec.json.encode(reading).decode("utf-8"))
    else:
        typer.echo("\n".join(_text(reading, report.text)))


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


def _lines(file: str, mentions: bool) -> None:
    """Read lines of JSON and print a reading for each, in the same order and with its id; a bad line is reported."""
    from casus.intake import receive
    from casus.pipeline import tools
    from casus.reading import read

    bad = 0
    for number, line in enumerate(read_bytes(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = msgspec.json.decode(line, type=Item)
        except msgspec.DecodeError as trouble:
            bad += 1
            warn([Problem(where=f"{file}, line {number}", what=f"not {{id, text, published}}: {trouble}")])
            _emit({"id": None, "error": str(trouble)})
            continue
        report, problems = receive(item.text.encode("utf-8"), name=str(item.id or number), published=item.published)
        if report is None:
            bad += 1
            warn(problems)
            _emit({"id": item.id, "error": problems[0].what})
            continue
        reading, problems = read(report, gazetteer=tools().territory, mentions=mentions)
        warn(problems)
        _emit({"id": item.id, **msgspec.to_builtins(reading)})
    if bad:
        raise typer.Exit(UNUSABLE)


def _emit(line: dict[str, object]) -> None:
    sys.stdout.write(msgspec.json.encode(line).decode("utf-8") + "\n")
    sys.stdout.flush()
