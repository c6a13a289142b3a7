"""Read positions files and say exactly what is wrong with one: file, line, entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

import msgspec
import tomli

from casus.errors import Problem
from casus.territory.position_file import Dated, PositionFile
from casus.vocabulary.bilingual import parted
from casus.vocabulary.states import states

_ENTRY = re.compile(r"\$\.(\w+)\[(\d+)\](?:\.(\w+))?|\$\.(\w+)")
_PARTY = re.compile(r"([A-Z]{3})(-[A-Z0-9-]+)?|(IGO|NSA) [A-Z0-9 -]+")

Found = tuple[PositionFile | None, tuple[Problem, ...]]


def read_positions(name: str, text: str) -> Found:
    """Read one file of that name; with any problem there is no file."""
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as trouble:
        return None, (Problem(where=name, what=f"not TOML: {trouble}"),)
    try:
        found = msgspec.convert(parted(PositionFile, table), PositionFile)
    except msgspec.ValidationError as trouble:
        return None, (_shape_problem(name, text, str(trouble)),)
    problems = tuple(
        Problem(where=f"{name}:{_line_of(text, table_name, index)}", what=what, hint=hint)
        for table_name, index, what, hint in _checks(name, found)
    )
    return (None, problems) if problems else (found, ())


def _shape_problem(name: str, text: str, trouble: str) -> Problem:
    """Turn msgspec's message into ours, with the line of the entry."""
    what, _, path = trouble.partition(" - at ")
    match = _ENTRY.search(path)
    if match is None:
        return Problem(where=f"{name}:1", what=_plain(what))
    table_name, index, key, top = match.groups()
    if top:
        return Problem(where=f"{name}:{_line_of(text, top, None)}", what=f"{top}: {_plain(what)}")
    entry = f"[[{table_name}]] no. {int(index) + 1}" + (f", {key.rstrip('_')}" if key else "")
    return Problem(where=f"{name}:{_line_of(text, table_name, int(index))}", what=f"{entry}: {_plain(what)}")


def _plain(what: str) -> str:
    """Say in plain words what msgspec says."""
    missing = re.fullmatch(r"Object missing required field `(\w+)`", what)
    if missing:
        return f"`{missing[1]}` is missing"
    if "RFC3339" in what:
        return "not a day: write 1991-12-26, without quotation marks"
    unknown = re.fullmatch(r"Object contains unknown field `(\w+)`", what)
    return f"`{unknown[1]}` is not known here" if unknown else what[:1].lower() + what[1:]


def _line_of(text: str, table_name: str, index: int | None) -> int:
    """Find the line of the n-th ``[[table]]``, or entry of ``table = [``, or of a key at the top; 1 where none is."""
    opens = re.compile(rf"\s*{table_name}\s*=" + (r"\s*\[\s*(?:#.*)?$" if index is not None else ""))
    seen, listing = -1, False
    for number, line in enumerate(text.splitlines(), 1):
        if opens.match(line):
            if index is None:
                return number
            listing = True
        elif index is not None:
            bare = line.split("#")[0].strip()
            listing = listing and not bare.startswith("]")
            seen += bare == f"[[{table_name}]]" or (listing and bare.startswith("{"))
            if seen == index:
                return number
    return 1


Check = tuple[str, int | None, str, str | None]


def _checks(name: str, found: PositionFile) -> Iterator[Check]:
    if name != f"{found.id}.toml":
        yield "id", None, f"the id is {found.id!r}: name the file {found.id}.toml, or change the id", None
    if found.until < found.from_:
        yield "until", None, f"the file ends on {found.until}, before it begins on {found.from_}", None
    if not found.part and not found.undemarcated:
        yield (
            "id",
            None,
            "it has neither a [[part]] nor an [[undemarcated]] stretch, so it covers nothing",
            None,
        )
    if "en" not in found.name:
        yield "name", None, "the English name is missing", 'write name = { en = "…" }'
    yield from _part_checks(found)
    yield from _entry_checks(found)


def _part_checks(found: PositionFile) -> Iterator[Check]:
    seen: set[str] = set()
    for index, part in enumerate(found.part):
        if part.id in seen:
            yield "part", index, f"the part {part.id!r} is there twice", None
        seen.add(part.id)
        if not (part.polygon or part.circles or part.places):
            yield "part", index, f"the part {part.id!r} has no polygon, circles or places", None
        yield from _point_checks("part", index, part.polygon, part.circles)
    for index, stretch in enumerate(found.undemarcated):
        if not (stretch.polygon or stretch.circles or stretch.places or stretch.line):
            yield "undemarcated", index, "the stretch has no line, polygon, circles or places", None
        if stretch.line and (len(stretch.line) < 2 or stretch.margin_km <= 0):
            yield "undemarcated", index, "a line needs two points or more and a margin_km above 0", None
        if stretch.in_the_main and stretch.in_the_main not in stretch.states:
            yield (
                "undemarcated",
                index,
                f"in_the_main is {stretch.in_the_main!r}, not one of the two states",
                None,
            )
        yield from _point_checks("undemarcated", index, (*stretch.polygon, *stretch.line), stretch.circles)


def _point_checks(
    table: str, index: int, points: tuple[tuple[float, float], ...], circles: tuple[tuple[float, float, float], ...]
) -> Iterator[Check]:
    for lat, lon in (*points, *((c[0], c[1]) for c in circles)):
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            yield table, index, f"[{lat}, {lon}] is not a latitude and a longitude", "latitude comes first"


def _entry_checks(found: PositionFile) -> Iterator[Check]:
    parts = [p.id for p in found.part]
    lists: dict[str, tuple[Dated, ...]] = {
        "recognised": found.recognised,
        "control": found.control,
        "claim": found.claim,
        "undemarcated": found.undemarcated,
        "peacekeeping": found.peacekeeping,
    }
    for table, entries in lists.items():
        for index, entry in enumerate(entries):
            if entry.part is not None and entry.part not in parts:
                near = get_close_matches(entry.part, parts, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"the parts are {', '.join(parts) or 'none'}"
                yield table, index, f"there is no part {entry.part!r}", hint
            if entry.from_ and entry.until and entry.until < entry.from_:
                yield table, index, f"it ends on {entry.until}, before it begins on {entry.from_}", None
            if not entry.source:
                yield table, index, "the source is missing", "say where it can be looked up"
    for table, index, party in _parties(found):
        if not _known(party):
            yield table, index, f"{party!r} is no state, entity or organisation", "write ARM, AZE-ARTSAKH or IGO UN"


def _parties(found: PositionFile) -> Iterator[tuple[str, int, str]]:
    for i, recognised in enumerate(found.recognised):
        yield from (("recognised", i, recognised.state),) if recognised.state else ()
    for i, control in enumerate(found.control):
        yield from (("control", i, p) for p in (control.by, *control.backed_by) if p)
    for i, claim in enumerate(found.claim):
        yield from (("claim", i, p) for p in (claim.by, claim.holder))
    for i, stretch in enumerate(found.undemarcated):
        yield from (("undemarcated", i, p) for p in stretch.states)
    for i, force in enumerate(found.peacekeeping):
        yield "peacekeeping", i, force.by


@cache
def _known(party: str) -> bool:
    match = _PARTY.fullmatch(party)
    return match is not None and (match[1] is None or states().is_state(match[1]))


@cache
def positions() -> tuple[tuple[PositionFile, ...], tuple[Problem, ...]]:
    """Read all positions files that come with casus, in the order of their names."""
    folder = files("casus") / "data" / "positions"
    read = [
        read_positions(f.name, f.read_text("utf-8"))
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".toml")
    ]
    return tuple(found for found, _ in read if found), tuple(p for _, problems in read for p in problems)
