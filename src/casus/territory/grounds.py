"""Whose ground a piece of today's map was on a day: the table of successors, and parts with a history of their own."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Literal, cast

import msgspec
import tomli

from casus.errors import CasusError
from casus.records.base import Record, Words
from casus.records.finding import Certainty
from casus.territory.outline import LatLon, Outline
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import both, day_words, same, say
from casus.vocabulary.states import states
from casus.vocabulary.tables import certainty_of, parse_table

FIRST_DAY = date(1945, 10, 24)
"""The first day the table speaks for: the Charter of the United Nations in force."""
COLUMNS = ("ground", "part", "from", "until", "holder", "controller", "status", "source", "certainty", "notes")

Status = Literal["territory", "protectorate", "trust", "administered", "disputed"]
"""territory: recognised as the holder's; protectorate, trust: held, not owned; administered: held, and of the
unit's own state where that existed; disputed: held, with no sovereign generally recognised."""
_STATUS: dict[str, Status] = {s: s for s in ("territory", "protectorate", "trust", "administered", "disputed")}


class Holding(Record, frozen=True, kw_only=True):
    """Who was recognised in, and who held, a piece of ground on a day, with the reason."""

    recognised: str | None
    controller: str | None
    why: str
    source: str
    certainty: Certainty
    why_ja: str = ""
    rough: tuple[str, ...] = ()
    """The holders on both sides, where the point is too near the rough outline of a part."""

    @property
    def words(self) -> Words:
        """The reason in each language."""
        return both(self.why, self.why_ja)


class GroundPart(Record, frozen=True, kw_only=True, dict=True):
    """A part of a map unit."""

    unit: str
    id: str
    name: Words
    accuracy_km: float
    polygon: tuple[LatLon, ...]

    @cached_property
    def outline(self) -> Outline:
        """The part as ground."""
        return Outline(polygon=self.polygon)


class _Parts(Record, frozen=True, kw_only=True):
    schema: Literal[1]
    part: tuple[GroundPart, ...]


class Succession(Record, frozen=True, kw_only=True):
    """A row of the table: whose this ground was between two days."""

    ground: str
    part: str
    since: date | None
    until: date | None
    holder: str | None
    controller: str | None
    """Who held it in fact, where that was another."""
    status: Status
    source: str
    certainty: Certainty
    notes: str

    def holds(self, on: date) -> bool:
        """Tell whether the row is valid on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@cache
def ground_parts() -> dict[tuple[str, str], GroundPart]:
    """Load the parts of map units, by unit and id."""
    text = (files("casus") / "data" / "places" / "parts.toml").read_text("utf-8")
    read = msgspec.convert(tomli.loads(text), _Parts)
    return {(p.unit, p.id): p for p in read.part}


@cache
def successions() -> dict[str, tuple[Succession, ...]]:
    """Load the table of successors, by map unit, rows for parts first."""
    name = "places/successors.tsv"
    rows: defaultdict[str, list[Succession]] = defaultdict(list)
    text = (files("casus") / "data" / "places" / "successors.tsv").read_text("utf-8")
    for cells in parse_table(text, name, COLUMNS):
        if cells["status"] not in _STATUS:
            raise CasusError(f"{name}: status {cells['status']!r} is none of {', '.join(_STATUS)}")
        if cells["part"] and (cells["ground"], cells["part"]) not in ground_parts():
            raise CasusError(f"{name}: {cells['ground']} has no part {cells['part']!r} in parts.toml")
        row = Succession(
            ground=cells["ground"],
            part=cells["part"],
            since=date.fromisoformat(cells["from"]) if cells["from"] else None,
            until=date.fromisoformat(cells["until"]) if cells["until"] else None,
            holder=cells["holder"] or None,
            controller=cells["controller"] or None,
            status=_STATUS[cells["status"]],
            source=cells["source"],
            certainty=certainty_of(cells["certainty"], name),
            notes=cells["notes"],
        )
        rows[row.ground].append(row)
    return {ground: tuple(sorted(found, key=lambda r: not r.part)) for ground, found in rows.items()}


def holding(unit: str, on: date, point: LatLon | None = None) -> Holding:
    """Say who was recognised in, and held, a map unit on a day; the point decides between parts of it.

    >>> holding("ARM", date(1989, 1, 1)).recognised, holding("ARM", date(1992, 1, 1)).recognised
    ('SUN', 'ARM')
    >>> holding("DZA", date(1962, 1, 1)).recognised, holding("MAR", date(1950, 1, 1)).recognised
    ('FRA', None)
    """
    if on < FIRST_DAY:
        return _not_told(say("ground_before_the_table", day=day_words(FIRST_DAY)))
    found = _holding(unit, on, _part_at(unit, point))
    sides = _rough(unit, on, point, found)
    return found if not sides else msgspec.structs.replace(found, rough=sides)


@lru_cache(maxsize=8192)
def holder_of(unit: str, on: date) -> str:
    """Give whose a map unit was as a whole, for telling boundaries between states from lines within one."""
    found = holding(unit, max(on, FIRST_DAY))
    return found.recognised or found.controller or unit


@lru_cache(maxsize=8192)
def controller_of(unit: str, on: date) -> str:
    """Give who held a map unit as a whole, for finding de facto lines within a state."""
    return holding(unit, max(on, FIRST_DAY)).controller or unit


def _part_at(unit: str, point: LatLon | None) -> str:
    """Give the smallest part that holds the point."""
    if point is None:
        return ""
    held = [p for (u, _), p in ground_parts().items() if u == unit and p.outline.holds(*point)]
    return min(held, key=lambda p: p.outline.area_km2).id if held else ""


def _rough(unit: str, on: date, point: LatLon | None, found: Holding) -> tuple[str, ...]:
    """Give the holders on both sides of a part's outline that is nearer than its accuracy."""
    if point is None:
        return ()
    near = [p for (u, _), p in ground_parts().items() if u == unit and p.outline.edge_km(*point) <= p.accuracy_km]
    others = {h for p in near for h in (_holding(unit, on, p.id), _holding(unit, on, ""))}
    sides = {h.recognised or h.controller for h in others} | {found.recognised or found.controller}
    return tuple(sorted(cast("set[str]", sides - {None}))) if len(sides) > 1 else ()


def _holding(unit: str, on: date, part: str) -> Holding:
    row = next((r for r in successions().get(unit, ()) if r.holds(on) and r.part in {part, ""}), None)
    return _from_row(row, on) if row else _from_states(unit, on)


def _from_row(row: Succession, on: date) -> Holding:
    own = states().by_code(row.ground[:3])
    recognised = {
        "territory": row.holder,
        "administered": own.alpha3 if own and own.existed(on) else None,
    }.get(row.status)
    held = row.controller or row.holder
    why = _row_words(row)
    return Holding(
        recognised=recognised,
        controller=held,
        why=why["en"],
        why_ja=why["ja"],
        source=row.source,
        certainty=row.certainty,
    )


def _row_words(row: Succession) -> Words:
    """Say what a row of the table says."""
    bare = "" if row.holder or row.status not in ("administered", "disputed") else "_bare"
    holder = coded(row.holder) if row.holder else same("")
    ground = coded(row.ground)
    if row.part:
        ground = say("ground_part", unit=ground, part=ground_parts()[row.ground, row.part].name)
    ends = [say("ground_from", day=day_words(row.since))] if row.since else []
    ends += [say("ground_until", day=day_words(row.until))] if row.until else []
    notes = say("ground_notes", notes={"en": row.notes}) if row.notes else same("")
    days = {lang: "".join(end[lang] for end in ends) for lang in notes}
    label = say(f"ground_{row.status}{bare}", holder=holder)
    words = say("ground_row", ground=ground, label=label, holder=holder, days="", notes="")
    return {lang: text.rstrip() + days[lang] + notes[lang] for lang, text in words.items()}


def _not_told(why: Words) -> Holding:
    """Say that the table does not tell."""
    return Holding(
        recognised=None,
        controller=None,
        why=why["en"],
        why_ja=why["ja"],
        source="successors.tsv",
        certainty="memory",
    )


def _from_states(unit: str, on: date) -> Holding:
    state = states().by_code(unit)
    if state is None or not state.existed(on):
        return _not_told(say("ground_no_row", unit=coded(unit), day=day_words(on)))
    why = say("ground_map_shows", state={lang: state.name(lang) for lang in ("en", "ja")})
    return Holding(
        recognised=unit,
        controller=unit,
        why=why["en"],
        why_ja=why["ja"],
        source="Natural Earth 1:10m",
        certainty="partly",
    )
