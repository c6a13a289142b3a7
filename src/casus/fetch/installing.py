"""Installing a data set: fetched, verified, compiled, and put where casus looks for it, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from casus.errors import MissingExtraError, Problem
from casus.fetch.resolving import Allow, Resolver, refuse_all, system_resolver
from casus.fetch.shelf import Installed, note_path, places_folder, put
from casus.territory.geonames import compiled
from casus.territory.towns import ENDING
from casus.vocabulary.datasets import Wanted, wanted

if TYPE_CHECKING:
    from casus.fetch.downloading import Progress

MOST_UNPACKED = 2_000_000_000
"""A file that unpacks to more bytes is not taken."""
MOST_FAULTS = 0.01
"""So large a part of the rows may not fit before the whole file is thought to be something else."""


def install(
    name: str,
    folder: Path,
    *,
    on: date,
    progress: Progress,
    resolver: Resolver = system_resolver,
    allow: Allow = refuse_all,
    address: str | None = None,
) -> tuple[Installed | None, tuple[Problem, ...]]:
    """Install a data set (``geonames:AM``) in a folder; None and problems where it cannot be had, or is not sound.

    What has come of a file that broke off is kept in ``partial`` and goes on from there the next time. ``on`` is noted
    as the day of installing; ``address`` stands in for the source's (a mirror); ``resolver`` and ``allow`` are for
    tests. Raises MissingExtraError without the extra ``web``.
    """
    try:
        from casus.fetch.downloading import download, forget
    except ModuleNotFoundError as error:
        raise MissingExtraError("fetching data sets", "web") from error
    asked = wanted(name)
    if isinstance(asked, Problem):
        return None, (asked,)
    url = address or asked.address
    part = folder / "partial" / f"{asked.slug}.zip"
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        limit = asked.dataset.max_mb * 1_000_000
        trouble = download(url, part, max_bytes=limit, progress=progress, resolver=resolver, allow=allow)
        if trouble:
            return None, (trouble,)
        done, problems = _shelve(asked, url, part, folder, on)
        forget(part)
    except OSError as error:
        what = f"the folder of data cannot be written: {error.strerror or error}"
        return None, (Problem(where=str(folder), what=what, hint="make room, or name another with CASUS_DATA"),)
    return done, problems


def _shelve(
    asked: Wanted, url: str, part: Path, folder: Path, on: date
) -> tuple[Installed | None, tuple[Problem, ...]]:
    """Verify and compile what has come, and put it in its place."""
    member = f"{asked.area.upper()}.txt"
    lines, problems = _read(part, url, member)
    if not lines:
        return None, problems
    file = places_folder(folder) / f"{asked.slug}{ENDING}"
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 6, packed, mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode("utf-8"))
    data = part.read_bytes()
    entry = Installed(
        name=asked.name,
        file=file.relative_to(folder).as_posix(),
        address=url,
        on=on,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        rows=len(lines),
        licence=asked.dataset.licence,
        attribution=asked.dataset.attribution,
    )
    put(file, packed.getvalue())
    put(note_path(folder, asked.slug), msgspec.json.encode(entry))
    return entry, problems


def _read(part: Path, url: str, member: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    hint = "install it again: what came has been thrown away"
    try:
        with zipfile.ZipFile(part) as packed:
            if packed.testzip() is not None:
                return (), (Problem(where=url, what="the zip file is damaged: a checksum does not fit", hint=hint),)
            if member not in packed.namelist():
                what = f"the zip file holds no {member}, only {', '.join(packed.namelist()[:5]) or 'nothing'}"
                return (), (Problem(where=url, what=what),)
            if packed.getinfo(member).file_size > MOST_UNPACKED:
                return (), (Problem(where=url, what=f"{member} unpacks to more than {MOST_UNPACKED:,} bytes"),)
            with packed.open(member) as raw, io.TextIOWrapper(raw, "utf-8", newline="\n") as text:
                made = compiled(member, text)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, NotImplementedError, RuntimeError) as trouble:
        return (), (Problem(where=url, what=f"what came is no sound zip file: {trouble}", hint=hint),)
    if not made.lines or made.unfit > MOST_FAULTS * made.rows:
        what = f"{member} has not the form it should: {made.unfit:,} of its {made.rows:,} rows do not fit"
        return (), (*made.problems, Problem(where=url, what=what))
    return made.lines, made.problems
