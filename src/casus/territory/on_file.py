"""The positions files' answer for a point: recognised sovereign, control, views, and stretches nobody has marked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from casus.records.finding import HolderView
from casus.territory.ground import Ground, Spot, weakest
from casus.territory.outline import Outline
from casus.territory.position_file import Dated, Part, PositionFile, Undemarcated

Entry = TypeVar("Entry", bound=Dated)


class Match(NamedTuple):
    """A part of a file that a point lies in."""

    file: PositionFile
    part: Part
    by_name: bool


def matches(spot: Spot, files: Iterable[PositionFile]) -> tuple[Match, ...]:
    """Find the parts a point lies in: those that name its place first, then the smaller."""
    found = [
        Match(file, part, bool(spot.place and spot.place.id in part.places))
        for file in files
        for part in file.part
        if within(spot, part.places, part.outline)
    ]
    return tuple(sorted(found, key=lambda m: (not m.by_name, m.part.outline.area_km2, m.file.id, m.part.id)))


def within(spot: Spot, places: tuple[str, ...], outline: Outline) -> bool:
    """Tell whether a spot is one of some places, or lies within an outline."""
    if spot.place and spot.place.id in places:
        return True
    return spot.lat is not None and spot.lon is not None and outline.holds(spot.lat, spot.lon)


def on_file(spot: Spot, on: date, files: tuple[PositionFile, ...]) -> Ground | None:
    """Answer from the positions files; None where none knows the point."""
    found = matches(spot, files)
    if not found:
        return None
    match = next((m for m in found if m.file.speaks(on)), None)
    return _ground(spot, on, match) if match else _out_of_range(on, found[0].file)


def _out_of_range(on: date, file: PositionFile) -> Ground:
    why = f"{file.id}.toml speaks for {file.from_} to {file.until}, not for {on}"
    return Ground(standing="unknown", recognised_why=why, controller_why=why, sources=(f"{file.id}.toml",))


def _ground(spot: Spot, on: date, match: Match) -> Ground:
    file, part, _ = match
    on, carried = file.day_for(on)
    recognised = _last(file.recognised, part.id, on)
    control = _last(file.control, part.id, on)
    claims = _views(file, part.id, on)
    used: list[Dated] = [e for e in (recognised, control) if e]
    ground = f"{file.name['en']}, {part.name.get('en', part.id)}"
    none = f"{file.id}.toml says nothing of {ground} for {on}" + carried
    return Ground(
        standing="positions",
        recognised=recognised.state if recognised else None,
        recognised_why=_why(recognised, ground) + carried if recognised else none,
        controller=control.by if control else None,
        controller_why=_why(control, ground) + carried if control else none,
        backed_by=control.backed_by if control else (),
        views=claims,
        notes=(*((file.notes,) if file.notes else ()), *_rough_note(spot, part)),
        sources=tuple(dict.fromkeys(e.source for e in used)) or file.sources,
        certainty=weakest(*(e.certainty or file.certainty for e in used)),
    )


def _why(entry: Dated, ground: str) -> str:
    return f"{ground}: {entry.why or 'by ' + entry.source}"


def _last(entries: tuple[Entry, ...], part: str, on: date) -> Entry | None:
    """Give the last written entry valid for the part on the day."""
    return next((e for e in reversed(entries) if e.speaks_of(part) and e.holds(on)), None)


def _views(file: PositionFile, part: str | None, on: date) -> tuple[HolderView, ...]:
    """Give one view for each party, the last written, in the order of their ids."""
    views = {
        claim.by: HolderView(
            position=claim.by,
            holder=claim.holder,
            source=claim.source,
            certainty=claim.certainty or file.certainty,
        )
        for claim in file.claim
        if claim.holds(on) and (claim.part is None or claim.part == part)
    }
    return tuple(views[by] for by in sorted(views))


def _rough_note(spot: Spot, part: Part) -> tuple[dict[str, str], ...]:
    if spot.lat is None or spot.lon is None or (spot.place and spot.place.id in part.places):
        return ()
    edge = part.outline.edge_km(spot.lat, spot.lon)
    if edge > part.accuracy_km:
        return ()
    name = part.name.get("en", part.id)
    return (
        {
            "en": f"{edge:.1f} km from the edge of {name} on file, which may be {part.accuracy_km:g} km off",
            "ja": f"ファイルの描く{part.name.get('ja', name)}の縁から{edge:.1f} km(誤差{part.accuracy_km:g} km程度)",
        },
    )


def with_undemarcated(ground: Ground, spot: Spot, on: date, files: tuple[PositionFile, ...]) -> Ground:
    """Lay the stretches that nobody has marked over an answer: inside one, nobody's ground is beyond doubt."""
    named = any(m.by_name for m in matches(spot, files))
    for file in files:
        for stretch in file.undemarcated:
            day, carried = file.day_for(on)
            if file.speaks(on) and stretch.holds(day) and _in_stretch(spot, stretch, named):
                return _unmarked(ground, day, file, stretch, carried)
    return ground


def _in_stretch(spot: Spot, stretch: Undemarcated, named: bool) -> bool:
    """Tell whether a spot is in a stretch; a place that a part of a file names only if the stretch names it too."""
    if named and not (spot.place and spot.place.id in stretch.places):
        return False
    return within(spot, stretch.places, stretch.outline)


def _unmarked(ground: Ground, on: date, file: PositionFile, stretch: Undemarcated, carried: str) -> Ground:
    first, second = sorted(stretch.states)
    told = {v.position: v for v in _views(file, stretch.part, on)} | {v.position: v for v in ground.views}
    certainty = stretch.certainty or file.certainty
    for state in (first, second):
        own = HolderView(position=state, holder=state, source=stretch.source, certainty=certainty)
        told.setdefault(state, own)
    main = f"; recognised as {stretch.in_the_main} ground in the main" if stretch.in_the_main else ""
    why = f"within a stretch of the boundary {first}–{second} that nobody has marked on the ground{main}"
    why += (f" ({stretch.why})" if stretch.why else "") + carried
    return replace(
        ground,
        standing="positions",
        recognised=stretch.in_the_main,
        recognised_why=why,
        controller=ground.controller if ground.standing == "positions" else None,
        controller_why=ground.controller_why if ground.standing == "positions" else "who held it is not on file",
        views=tuple(told[by] for by in sorted(told)),
        undemarcated=(first, second),
        doubt=(first, second),
        notes=(*ground.notes, *((file.notes,) if file.notes and file.notes not in ground.notes else ())),
        sources=tuple(dict.fromkeys((stretch.source, *ground.sources))),
        certainty=weakest(certainty, ground.certainty if ground.standing == "positions" else "checked"),
    )
