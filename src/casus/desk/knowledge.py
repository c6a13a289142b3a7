"""What the desk works with besides the reports: data files that come with casus, and what is installed beside them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec.structs import replace

from casus.pipeline import Tools, installed_ground, keep_loaded, tools
from casus.territory import open_territory
from casus.version import VERSION
from casus.vocabulary.datasets import data_folder

AREAS = {
    "law": (
        "treaties",
        "authorisations.toml",
        "cow-states.tsv",
        "invocations",
        "terms.toml",
        "reasons.toml",
        "ways.toml",
    ),
    "facts": ("facts.toml", "contraries.tsv", "features.toml"),
    "places": ("places", "boundaries", "positions"),
    "words": ("languages", "vocabulary", "phrases.toml"),
}
"""Which files are of which area; every other file is of the area ``rest``."""
INSTALLED = ("places", "elevation", "osm")
"""Below the folder of data, what an assessment uses where it is installed: the area ``installed``."""
REREAD = frozenset({"places", "words", "casus", "installed"})
"""Areas that the reading of a report rests on: where one of them has changed, its reports are read again."""


def state() -> str:
    """Give the state of all data as one line, an area's name and digest after another; kept with what it made.

    >>> [part.split(" ")[0] for part in state().split(", ")]
    ['casus', 'facts', 'installed', 'law', 'places', 'rest', 'words']
    """
    return ", ".join(sorted((*packaged(), f"installed {_listing(folder())}")))


def folder() -> Path:
    """Give the folder of installed data (``CASUS_DATA``)."""
    return data_folder(os.environ, Path.home())


def _listing(where: Path) -> str:
    """Give the digest of what is installed: names, sizes and times, since the files are large."""
    found = (path for part in INSTALLED for path in sorted((where / part).rglob("*")) if path.is_file())
    lines = [f"{path.relative_to(where)} {(s := path.stat()).st_size} {s.st_mtime_ns}" for path in found]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def tools_at_hand() -> Tools:
    """Give what the pipeline works with here: the files that come with casus, and what is installed now."""
    return _opened(folder(), _listing(folder()))


@lru_cache(maxsize=1)
def _opened(where: Path, listing: str) -> Tools:
    del listing
    elevation, roads, _ = installed_ground(where)
    known = tools()
    territory = open_territory(where / "places") if (where / "places").is_dir() else known.territory
    opened = replace(known, territory=territory, elevation=elevation, roads=roads)
    keep_loaded()
    return opened


@cache
def packaged() -> tuple[str, ...]:
    """Give the state of the files that come with casus, by area."""
    digests = {area: hashlib.sha256() for area in (*AREAS, "rest")}
    for name, data in _files(files("casus") / "data", ""):
        top = name.split("/")[1]
        area = next((area for area, tops in AREAS.items() if top in tops), "rest")
        digests[area].update(f"{name}\n{len(data)}\n".encode() + data)
    parts = {area: digest.hexdigest()[:8] for area, digest in digests.items()} | {"casus": VERSION}
    return tuple(f"{area} {parts[area]}" for area in sorted(parts))


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{path}/{one.name}"
        if one.is_dir() and one.name not in {"__pycache__", "examples"}:
            yield from _files(one, name)
        elif one.is_file():
            yield name, one.read_bytes()


def changed(before: str, after: str) -> tuple[str, ...]:
    """Name the areas in which two states differ; all of the second where the first is not known.

    >>> changed("casus 1, law a, places b", "casus 1, law c, places b")
    ('law',)
    """
    known = set(before.split(", "))
    return tuple(part.split(" ")[0] for part in after.split(", ") if part not in known)
