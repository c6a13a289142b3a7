"""``casus overlook``: what an area of ground overlooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from casus.cli import spots
from casus.cli.brief import Format
from casus.cli.inputs import stop, warn
from casus.cli.progress import step
from casus.errors import Problem

if TYPE_CHECKING:
    from casus.terrain import Target


def command(
    area: Annotated[
        str, typer.Argument(metavar="AREA", help="A place, a point as LAT,LON, or a file of GeoJSON with polygons.")
    ],
    target: Annotated[
        list[str] | None, typer.Option("--target", metavar="NAME|LAT,LON", help="What is looked at; several may be.")
    ] = None,
    targets: Annotated[
        list[Path] | None,
        typer.Option("--targets", metavar="FILE", help="Targets and roads: GeoJSON, GeoPackage, OSM (XML, PBF)."),
    ] = None,
    radius: Annotated[
        float | None, typer.Option(min=0.05, metavar="KM", help="Half-width of the area about a place or point.")
    ] = None,
    elevation: spots.Elevations = None,
    observer_height: spots.Eyes = 2.0,
    target_height: spots.Tops = 2.0,
    range_km: Annotated[float, typer.Option("--range", min=0.1, metavar="KM", help="How far one looks.")] = 50.0,
    error: Annotated[float, typer.Option(min=0, metavar="M", help="Standard error of the elevation.")] = 3.0,
    samples: Annotated[int, typer.Option(min=1, metavar="N", help="Look from so many cells at most.")] = 15_000,
    draws: Annotated[int, typer.Option(min=0, metavar="N", help="Redraw the ground so often within its error.")] = 16,
    map: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="Draw a map over shaded relief: .svg or .html.")
    ] = None,
    format: Annotated[Format, typer.Option(help="Print text, or JSON of the form casus.overlook/1.")] = Format.text,
) -> None:
    """Say what an area overlooks: each target's verdict, the share of the area and of a road, range and clearance."""
    if map is not None and map.suffix.lower() not in {".svg", ".html"}:
        raise typer.BadParameter(f"{map}: a map is written as .svg or .html", param_hint="--map")
    from casus.terrain import Looking, needed, overlooked
    from casus.terrain.map_svg import to_svg
    from casus.terrain.telling import to_page, to_text

    places = spots.room()
    looked_from = spots.area(area, places, radius)
    looked_at = [spots.target(name, places) for name in target or ()]
    for path in targets or ():
        looked_at += _from_file(path)
    if not looked_at:
        raise typer.BadParameter("give what is looked at with --target or --targets")
    how = Looking(
        observer_height_m=observer_height, target_height_m=target_height, max_range_m=range_km * 1000,
        elevation_error_m=error, samples=samples, draws=draws,
    )  # fmt: skip
    box = needed(looked_from, looked_at, how)
    with step("laying the elevation together"):
        ground, problems = spots.tiles(elevation).ground(box)
    if ground is None:
        hint = spots.install_line(area, range_km)
        stop([msgspec.structs.replace(p, hint=p.hint or hint) for p in problems])
    warn(problems)
    with step(f"looking at {len(looked_at)} targets" if len(looked_at) > 1 else f"looking at {looked_at[0].name}"):
        view = overlooked(ground, looked_from, looked_at, how)
    if map is not None:
        svg = to_svg(ground, looked_from, looked_at, view)
        spots.write_whole(map, svg if map.suffix.lower() == ".svg" else to_page(view, svg))
    typer.echo(to_text(view) if format is Format.text else msgspec.json.encode(view).decode("utf-8"))


def _from_file(path: Path) -> list[Target]:
    from casus.terrain import read_targets

    found, problems = read_targets(path)
    warn(problems)
    if not found:
        stop(() if problems else [Problem(where=str(path), what="no target is in it")])
    return list(found)
