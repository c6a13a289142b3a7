"""Data sets from outside that can be installed: names, addresses, licences, and the folder they are kept in."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from casus.errors import CasusError, Problem
from casus.records.base import Record
from casus.vocabulary.states import states

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class Dataset(Record, frozen=True, kw_only=True):
    """One kind of data set, as ``data/datasets.toml`` describes it."""

    kind: str
    title: str
    areas: Literal["state", "name"]
    address: str
    form: str
    max_mb: int
    licence: str
    attribution: str


class Wanted(Record, frozen=True, kw_only=True):
    """A data set of one area."""

    dataset: Dataset
    area: str

    @property
    def name(self) -> str:
        """The name it is asked for by: ``geonames:AM``."""
        return f"{self.dataset.kind}:{self.area}"

    @property
    def slug(self) -> str:
        """The name as part of a file's name."""
        return f"{self.dataset.kind}-{self.area}"

    @property
    def address(self) -> str:
        """Where the source keeps it."""
        return self.dataset.address.format(area=self.area.upper(), name=self.area.lower())


class _File(msgspec.Struct, forbid_unknown_fields=True):
    schema: Literal[1]
    dataset: tuple[Dataset, ...]


@cache
def datasets() -> tuple[Dataset, ...]:
    """Load the kinds of data sets. Raises CasusError where the file does not fit its form."""
    text = (files("casus") / "data" / "datasets.toml").read_text("utf-8")
    try:
        return msgspec.toml.decode(text, type=_File).dataset
    except msgspec.DecodeError as trouble:
        raise CasusError(f"datasets.toml: {trouble}") from trouble


def wanted(name: str) -> Wanted | Problem:
    """Read the name of a data set, ``KIND:AREA``; a state may stand under its three-letter code too.

    >>> wanted("geonames:arm").address
    'https://download.geonames.org/export/dump/AM.zip'
    """
    kind, _, area = name.strip().partition(":")
    known = {d.kind: d for d in datasets()}
    dataset = known.get(kind.lower())
    if dataset is None:
        near = get_close_matches(kind.lower(), known, 1)
        hint = f"did you mean {near[0]}:{area or 'AREA'}?" if near else f"kinds are {', '.join(sorted(known))}"
        return Problem(where=name, what="no data set of that kind is known", hint=hint)
    if dataset.areas == "state":
        return _of_state(name, dataset, area)
    if not _NAME.fullmatch(area.lower()):
        return Problem(where=name, what="an area is missing, or is no name of letters, digits and hyphens")
    return Wanted(dataset=dataset, area=area.lower())


def _of_state(name: str, dataset: Dataset, area: str) -> Wanted | Problem:
    state = states().by_code(area.upper())
    if state is None or state.until is not None or not state.alpha2:
        hint = f"give the two letters of a state, as in {dataset.kind}:AM for Armenia"
        return Problem(where=name, what=f"{area!r} is no code of a state of today", hint=hint)
    return Wanted(dataset=dataset, area=state.alpha2)


def data_folder(environ: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Give the folder of installed data: ``CASUS_DATA``, else where the system keeps a user's data.

    >>> data_folder({"CASUS_DATA": "/srv/casus"}, Path("/home/u")).as_posix()
    '/srv/casus'
    >>> data_folder({}, Path("/home/u"), "linux").as_posix()
    '/home/u/.local/share/casus'
    """
    if environ.get("CASUS_DATA"):
        return Path(environ["CASUS_DATA"])
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "casus"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "casus"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "casus"
