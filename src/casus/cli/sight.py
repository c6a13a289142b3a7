"""``casus sight``: does one point see another, and what ground stands between."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from casus.cli import spots
from casus.cli.brief import Format
from casus.cli.inputs import stop, warn

NEAR_KM = 30.0


def command(
    start: Annotated[str, typer.Argument(metavar="FROM", help="A place, or a point as LAT,LON.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="A place, or a point as LAT,LON.")],
    elevation: spots.Elevations = None,
    observer_height: spots.Eyes = 2.0,
    target_height: spots.Tops = 2.0,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw the profile into a file.")] = None,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.sight/1.")] = Format.text,
) -> None:
    """Say whether one point sees another, over which ground, and where it stands in the way."""
    from casus.terrain import line_of_sight
    from casus.terrain.profile import to_svg, to_text, verdict_line

    places = spots.room()
    found, problems = line_of_sight(
        spots.tiles(elevation), spots.target(start, places), spots.target(end, places),
        observer_height_m=observer_height, target_height_m=target_height,
    )  # fmt: skip
    if found is None:
        hint = spots.install_line(start, NEAR_KM)
        stop([msgspec.structs.replace(p, hint=p.hint or hint) for p in problems])
    warn(problems)
    if svg is not None:
        spots.write_whole(svg, to_svg(found))
    if format is Format.json:
        typer.echo(msgspec.json.encode(found).decode("utf-8"))
        return
    typer.echo(verdict_line(found))
    picture = to_text(found)
    if picture:
        typer.echo(picture)
    for source in found.sources:
        typer.echo(
            f"elevation: {source.name}, {source.resolution_m:g} m"
            + (f"; {source.attribution}" if source.attribution else "")
        )
