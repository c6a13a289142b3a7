"""Installing elevation and roads about a place: from the first source that has them, verified, whole or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from casus.errors import Problem, needs
from casus.fetch.ground_sources import GroundSource, ground_sources
from casus.fetch.resolving import Allow, Resolver, refuse_all, system_resolver
from casus.fetch.shelf import Installed, note_path, put
from casus.terrain import Area, Box, open_elevation

if TYPE_CHECKING:
    from casus.fetch.downloading import Progress

MOST_TILES = 36
NOT_THE_SEA = "a missing tile is not the sea: what lies on it stays unknown"


@dataclass(frozen=True, slots=True)
class Errand:
    """What is wanted: the ground about a point, by which name, into which folder, noted for which day."""

    name: str
    lat: float
    lon: float
    radius_km: float
    folder: Path
    on: date
    resolver: Resolver = system_resolver
    allow: Allow = refuse_all

    @property
    def box(self) -> Box:
        """Give the box about the circle."""
        return Area.circle(self.name, self.lat, self.lon, self.radius_km).box()

    @property
    def slug(self) -> str:
        """Give the name as part of a file's name."""
        return re.sub(r"[^\w-]+", "-", self.name.strip().casefold()).strip("-") or "here"


def install_elevation(
    errand: Errand, progress: Progress, sources: Sequence[GroundSource] | None = None
) -> tuple[tuple[Installed, ...], tuple[Problem, ...]]:
    """Install the one-degree tiles about a place.

    Sources of one level of heights fill in for each other tile by tile; the next level is asked only for the whole, so
    that levels are never mixed. Where none is complete, that with the most tiles is taken and the rest are named.
    """
    tiles = errand.box.tiles()
    if len(tiles) > MOST_TILES:
        what = f"{len(tiles)} tiles would be needed, more than {MOST_TILES}"
        return (), (Problem(where=errand.name, what=what, hint="give a smaller --radius"),)
    asked = [s for s in sources or ground_sources() if s.gives == "elevation"]
    best: dict[str, tuple[GroundSource, str, Path]] = {}
    told: dict[str, list[str]] = {tile: [] for tile in tiles}
    for level in dict.fromkeys(s.level for s in asked):
        found = _of_level([s for s in asked if s.level == level], tiles, errand, progress, told)
        if len(found) > len(best):
            best = found
        if len(best) == len(tiles):
            break
    done = [
        _shelve(errand, f"elevation:{tile}", source, url, part, "elevation")
        for tile, (source, url, part) in best.items()
    ]
    missing = [
        Problem(where=tile, what=f"no source has it ({'; '.join(told[tile])})", hint=NOT_THE_SEA)
        for tile in tiles
        if tile not in best
    ]
    return tuple(done), tuple(missing)


def _of_level(
    sources: Sequence[GroundSource], tiles: Sequence[str], errand: Errand, progress: Progress,
    told: dict[str, list[str]],
) -> dict[str, tuple[GroundSource, str, Path]]:  # fmt: skip
    found: dict[str, tuple[GroundSource, str, Path]] = {}
    for tile in tiles:
        for source in sources:
            url, file = source.of_tile(tile)
            part = _fetched(url, file, source, errand, progress, _sound_elevation)
            if isinstance(part, Path):
                found[tile] = (source, url, part)
                break
            told[tile].append(f"{source.name}: {part.what}")
    return found


def install_roads(
    errand: Errand, progress: Progress, sources: Sequence[GroundSource] | None = None
) -> tuple[tuple[Installed, ...], tuple[Problem, ...]]:
    """Install the roads, airfields and towns about a place, from the first source that answers."""
    problems: list[Problem] = []
    for source in sources or ground_sources():
        if source.gives != "roads":
            continue
        url, file = source.of_roads(errand.box, errand.slug)
        part = _fetched(url, file, source, errand, progress, _sound_roads)
        if isinstance(part, Path):
            return (_shelve(errand, f"osm:{errand.slug}", source, url, part, "osm"),), ()
        problems.append(Problem(where=source.name, what=part.what, hint=part.hint))
    return (), tuple(problems)


def _fetched(
    url: str, file: str, source: GroundSource, errand: Errand, progress: Progress,
    trouble_with: Callable[[Path], Problem | None],
) -> Path | Problem:  # fmt: skip
    """Fetch a file to the folder of parts and verify it there; what is not sound is thrown away."""
    with needs("web", "fetching data sets"):
        from casus.fetch.downloading import download, forget
    part = errand.folder / "partial" / file
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return Problem(where=str(part), what=f"cannot be written: {error.strerror or error}")
    limit = source.max_mb * 1_000_000
    trouble = download(
        url, part, max_bytes=limit, progress=progress, resolver=errand.resolver, allow=errand.allow
    ) or trouble_with(part)  # fmt: skip
    if trouble:
        if part.exists() and trouble_with(part):
            forget(part)
        return trouble
    return part


def _sound_elevation(part: Path) -> Problem | None:
    """Say what is wrong with a file of elevation: it is opened and a piece of it read."""
    found, problems = open_elevation([part])
    if problems or not found.sheets:
        return problems[0] if problems else Problem(where=part.name, what="it is no elevation")
    box = found.sheets[0].box
    _, problems = found.ground(Box(box.west + 0.4, box.south + 0.4, box.west + 0.45, box.south + 0.45), cell_m=90.0)
    return problems[0] if problems else None


def _sound_roads(part: Path) -> Problem | None:
    from casus.terrain import read_targets

    _, problems = read_targets(part)
    return problems[0] if problems else None


def _shelve(errand: Errand, name: str, source: GroundSource, url: str, part: Path, kind: str) -> Installed:
    from casus.fetch.downloading import forget

    data = part.read_bytes()
    file = errand.folder / kind / part.name
    entry = Installed(
        name=name, file=file.relative_to(errand.folder).as_posix(), address=url, on=errand.on, bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(), rows=0, licence=source.licence, attribution=source.attribution,
    )  # fmt: skip
    put(file, data)
    put(note_path(errand.folder, name.replace(":", "-")), msgspec.json.encode(entry))
    forget(part)
    return entry
