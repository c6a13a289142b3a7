"""``casus precedents``: earlier incidents, and those nearest to one given as a file."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format, Language
from casus.cli.cases import WeighedCases, weighed_cases
from casus.cli.inputs import stop
from casus.cli.reports import Published
from casus.cli.telling import Lang
from casus.errors import Problem
from casus.records import Nearness, Precedent


def command(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="A report, or an incident (- or a .json file, casus.incident/1); without it all are listed.",
        ),
    ] = None,
    published: Published = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="List so many of the nearest.")] = 5,
    show: Annotated[str | None, typer.Option(metavar="ID", help="Print one precedent in full.")] = None,
    rates: Annotated[bool, typer.Option("--rates", help="List the registered base rates instead.")] = False,
    lang: Lang = Language.en,
    format: Annotated[Format, typer.Option(help="Print text or JSON.")] = Format.text,
) -> None:
    """List earlier incidents with their outcomes; with a report or an incident those recalled in it and the nearest."""
    from casus.outlook import precedents, registered, unregistered
    from casus.outlook.showing import nearness_text, precedent_text, precedents_text, rate_text
    from casus.vocabulary.phrases import say

    if sum((file is not None, show is not None, rates)) > 1:
        raise typer.BadParameter("give a report or an incident, --show ID or --rates, not several", param_hint="FILE")
    if rates:
        _json_or({"registered": registered(), "unregistered": unregistered()}, rate_text(lang.value), format)
        return
    listed = precedents()
    if show is not None:
        one = _one(show, listed)
        _json_or(one, precedent_text(one, lang.value), format)
        return
    if file is None:
        _json_or(listed, precedents_text(listed, lang.value), format)
        return
    known = weighed_cases(file, published)
    found = _nearest(known, listed, most)
    recalled = known.assessment.recalled_near if known.assessment else ()
    if not recalled:
        _json_or(found, nearness_text(found, lang.value), format)
        return
    parts = (("near_recalled", recalled), ("near_nearest", found))
    text = "\n".join(f"{say(key)[lang.value]}\n{nearness_text(some, lang.value)}" for key, some in parts)
    _json_or({"recalled": recalled, "nearest": found}, text, format)


def _one(name: str, listed: tuple[Precedent, ...]) -> Precedent:
    from difflib import get_close_matches

    found = next((p for p in listed if p.id == name), None)
    if found is None:
        near = get_close_matches(name, [p.id for p in listed], 1)
        hint = f"did you mean {near[0]}?" if near else "casus precedents lists them"
        stop([Problem(where=name, what="no precedent has that id", hint=hint)])
    return found


def _nearest(known: WeighedCases, listed: tuple[Precedent, ...], most: int) -> tuple[Nearness, ...]:
    from casus.outlook import features_of, nearest

    features = features_of(known.incident, known.grounds, known.findings)
    return nearest(features, listed, most=most, before=known.incident.cases[0].on)


def _json_or(record: object, text: str, format: Format) -> None:
    typer.echo(msgspec.json.encode(record).decode("utf-8") if format is Format.json else text)
