"""Points and areas as typed on the command line, the elevation to look over them, and files written whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casus.cli.inputs import stop, warn
from casus.cli.installed import folder
from casus.cli.where import POINT
from casus.errors import Problem

if TYPE_CHECKING:
    from casus.records import Place
    from casus.terrain import Area, Elevation, Target
    from casus.terrain.tiles import Tiles
    from casus.territory.territory import Territory

Elevations = Annotated[
    list[Path] | None,
    typer.Option(
        "--elevation", metavar="PATH",
        help="A file or folder of elevation (.hgt, .hgt.gz, .zip, GeoTIFF); default: what is installed.",
    ),
]  # fmt: skip
Eyes = Annotated[
    float, typer.Option("--observer-height", min=0, metavar="M", help="Height of the eyes over the ground.")
]
Tops = Annotated[float, typer.Option("--target-height", min=0, metavar="M", help="Height of targets over the ground.")]
RADIUS_KM = 1.0


def room() -> Territory:
    """Open the territory room with the places that are installed."""
    from casus.territory import open_territory

    return open_territory(folder() / "places")


def tiles(paths: list[Path] | None) -> Tiles:
    """Open elevation files; those that are none are told of, and none at all stops with how to come by some."""
    from casus.terrain import open_elevation

    where = paths or [folder() / "elevation"]
    absent = [Problem(where=str(p), what="no such file or folder") for p in paths or () if not p.exists()]
    if absent:
        stop(absent)
    found, problems = open_elevation(where)
    warn(problems)
    return found


def installed() -> tuple[Elevation | None, tuple[Target, ...]]:
    """Give the elevation and the roads that are installed; none where there are none, or the extra is missing."""
    from casus.pipeline import installed_ground

    elevation, roads, problems = installed_ground(folder())
    warn(problems)
    return elevation, roads


def install_line(name: str, radius_km: float) -> str:
    """Give the command that installs the elevation about a place."""
    quoted = f'"{name}"' if " " in name or "," in name else name
    return f"casus data install elevation --around {quoted} --radius {max(1, round(radius_km))}"


def target(name: str, places: Territory) -> Target:
    """Read a target: LAT,LON, or the name of a place."""
    from casus.terrain import Target

    at = point(name)
    if at:
        return Target.point(name.strip(), *at)
    place = _place(name, places)
    return Target.point(place.name(), *_located(name, place))


def area(name: str, places: Territory, radius_km: float | None) -> Area:
    """Read an area: a file of GeoJSON, or a circle about LAT,LON or a place."""
    from casus.terrain import Area, read_area

    at = point(name)
    if at:
        return Area.circle(name.strip(), *at, radius_km or RADIUS_KM)
    if name.lower().endswith((".geojson", ".json")):
        found = read_area(Path(name))
        if isinstance(found, Problem):
            stop([found])
        return found
    place = _place(name, places)
    return Area.circle(place.name(), *_located(name, place), radius_km or place.radius_km or RADIUS_KM)


def point(name: str) -> tuple[float, float] | None:
    """Read LAT,LON; None where it is no point; stop where there is no such point on earth."""
    found = POINT.fullmatch(name)
    if not found:
        return None
    lat = -float(found[1]) if found[2].upper() == "S" else float(found[1])
    lon = -float(found[3]) if found[4].upper() == "W" else float(found[3])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        hint = "latitude comes first, in degrees, as in 39.6,46.24"
        stop([Problem(where=name, what="there is no such point", hint=hint)])
    return lat, lon


def _place(name: str, places: Territory) -> Place:
    language = "ru" if re.search(r"[\u0400-\u04ff]", name) else "ja" if re.search(r"[\u3040-\u9fff]", name) else "en"
    found = places.seek(name, language)
    if not found:
        near = places.suggest(name)
        hint = f"did you mean {' or '.join(near)}?" if near else "give a point as LAT,LON, latitude first"
        stop([Problem(where=name, what="no place of that name is in the tables", hint=hint)])
    return found[0]


def _located(name: str, place: Place) -> tuple[float, float]:
    if place.lat is None or place.lon is None:
        stop([Problem(where=name, what="the tables give no point for it", hint="give one as LAT,LON")])
    return place.lat, place.lon


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; stop where it cannot be written."""
    half = path.with_name(path.name + ".new")
    try:
        half.write_text(text, encoding="utf-8", newline="\n")
        half.replace(path)
    except OSError as trouble:
        half.unlink(missing_ok=True)
        stop([Problem(where=str(path), what=f"cannot be written: {trouble.strerror or trouble}")])
