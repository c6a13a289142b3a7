"""What the desk works with besides the reports: the state of its data files, by the area of what they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from casus.version import VERSION

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
REREAD = frozenset({"places", "words", "casus"})
"""Areas that the reading of a report rests on: where one of them has changed, its reports are read again."""


@cache
def state() -> str:
    """Give the state of all data files as one line, an area's name and digest after another; kept with what it made.

    >>> [part.split(" ")[0] for part in state().split(", ")]
    ['casus', 'facts', 'law', 'places', 'rest', 'words']
    """
    digests = {area: hashlib.sha256() for area in (*AREAS, "rest")}
    for name, data in _files(files("casus") / "data", ""):
        top = name.split("/")[1]
        area = next((area for area, tops in AREAS.items() if top in tops), "rest")
        digests[area].update(f"{name}\n{len(data)}\n".encode() + data)
    parts = {area: digest.hexdigest()[:8] for area, digest in digests.items()} | {"casus": VERSION}
    return ", ".join(f"{area} {parts[area]}" for area in sorted(parts))


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
