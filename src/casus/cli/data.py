"""``casus data``: install, list and remove data sets from outside."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import Annotated

import msgspec
import typer

from casus.cli.brief import Format
from casus.cli.exits import UNUSABLE
from casus.cli.inputs import warn
from casus.cli.installed import folder
from casus.errors import Problem
from casus.vocabulary.datasets import datasets

app = typer.Typer(no_args_is_help=True, help="Install, list and remove data sets from outside; all works without them.")

Names = Annotated[list[str], typer.Argument(metavar="KIND:AREA...", help="Data sets, as geonames:AM.")]


class Meter:
    """Tells on standard error how far a file has come, once a second at most, and only where that takes a while."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._said = time.monotonic()
        self._open = False

    def __call__(self, size: int, total: int | None) -> None:
        """Take in how many bytes there are."""
        now = time.monotonic()
        if now - self._said < 1.0:
            return
        self._said = now
        share = f" of {total / 1e6:.1f} MB, {100 * size / total:.0f} %" if total else " MB"
        end = "\r" if sys.stderr.isatty() else "\n"
        sys.stderr.write(f"{self._name}: {size / 1e6:.1f}{share}{end}")
        sys.stderr.flush()
        self._open = end == "\r"

    def close(self) -> None:
        """End the line."""
        if self._open:
            sys.stderr.write("\n")


@app.command("install")
def install(
    names: Names,
    around: Annotated[
        str | None, typer.Option(metavar="PLACE|LAT,LON", help="Where the ground is wanted, for elevation.")
    ] = None,
    radius: Annotated[
        float, typer.Option(min=1, max=300, metavar="KM", help="How far about it, for elevation and osm.")
    ] = 30.0,
) -> None:
    """Fetch data sets from their sources, verify them, and put them where casus looks for them."""
    from casus.fetch.installing import install as put_in

    failed = False
    for name in names:
        kind, _, area = name.strip().partition(":")
        if kind in {"elevation", "osm"}:
            failed = not _install_ground(kind, around or area, radius) or failed
            continue
        meter = Meter(name)
        done, problems = put_in(name, folder(), on=datetime.now(UTC).date(), progress=meter)
        meter.close()
        warn(problems)
        if done is None:
            failed = True
            continue
        typer.echo(f"{done.name}: {done.rows:,} names, {done.licence}, {done.attribution}; in {folder() / done.file}")
    if failed:
        raise typer.Exit(UNUSABLE)


def _install_ground(kind: str, place: str, radius_km: float) -> bool:
    """Install elevation or roads about a place; tell whether all of it is there."""
    from casus.cli.spots import room, target
    from casus.fetch.installing_ground import Errand, install_elevation, install_roads

    if not place:
        warn([Problem(where=kind, what="no place is given", hint=f"write {kind} --around PLACE --radius KM")])
        return False
    about = target(place, room())
    lon, lat = about.corners[0].tolist()
    errand = Errand(about.name, lat, lon, radius_km, folder(), datetime.now(UTC).date())
    meter = Meter(kind)
    done, problems = (install_elevation if kind == "elevation" else install_roads)(errand, meter)
    meter.close()
    warn(problems)
    for entry in done:
        typer.echo(f"{entry.name}: {entry.licence}, {entry.attribution}; in {folder() / entry.file}")
    return bool(done) and not problems


@app.command("list")
def show(format: Annotated[Format, typer.Option(help="Print text or JSON.")] = Format.text) -> None:
    """List what is installed, and what can be."""
    from casus.fetch.shelf import installed

    found, problems = installed(folder())
    warn(problems)
    if format is Format.json:
        typer.echo(msgspec.json.encode({"installed": found, "kinds": datasets()}).decode("utf-8"))
        return
    typer.echo(f"installed in {folder()}:" if found else f"nothing is installed in {folder()}")
    for entry in found:
        size = f"{entry.bytes / 1e6:.1f} MB"
        typer.echo(f"  {entry.name}  {_rows(entry.rows)}{size}, {entry.on}, {entry.licence}, {entry.attribution}")
    typer.echo("can be installed:")
    for kind in datasets():
        area = "AM" if kind.areas == "state" else "AREA"
        typer.echo(f"  {kind.kind}:{area}  {kind.title}; {kind.licence}, {kind.attribution}")
    typer.echo("  elevation --around PLACE --radius KM  heights about a place, from the first source that has them")
    typer.echo(
        "  osm:PLACE --radius KM  roads, airfields and towns about a place; ODbL 1.0, © OpenStreetMap contributors"
    )


def _rows(count: int) -> str:
    return f"{count:,} names, " if count else ""


@app.command("remove")
def remove(names: Names) -> None:
    """Remove installed data sets."""
    from casus.fetch.shelf import remove as take_out

    problems = [p for p in (take_out(folder(), name) for name in names) if p]
    warn(problems)
    if problems:
        raise typer.Exit(UNUSABLE)
