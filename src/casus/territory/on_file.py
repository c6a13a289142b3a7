"""The positions files' answer for a point: recognised sovereign, control, views, and stretches nobody has marked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from casus.records import Words
from casus.records.finding import HolderView
from casus.records.where import Peacekeepers
from casus.territory.ground import Ground, Spot, explained, weakest
from casus.territory.outline import Outline
from casus.territory.position_file import Dated, Part, PositionFile, Undemarcated
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import both, day_words, same, say

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


def peacekeepers(spot: Spot, on: date, files: tuple[PositionFile, ...]) -> tuple[Peacekeepers, ...]:
    """Give the forces that stood between the sides on a point's ground that day."""
    found: dict[str, Peacekeepers] = {}
    for match in matches(spot, files):
        for force in match.file.peacekeeping:
            if force.speaks_of(match.part.id) and force.holds(on):
                found.setdefault(
                    force.name["en"],
                    Peacekeepers(
                        by=force.by, name=force.name, first=force.from_, last=force.until, source=force.source
                    ),
                )
    return tuple(found.values())


def on_file(spot: Spot, on: date, files: tuple[PositionFile, ...], *, strict: bool = False) -> Ground | None:
    """Answer from the positions files; None where none knows the point.

    With ``strict`` nothing is said of days after a file's last check.
    """
    found = matches(spot, files)
    if not found:
        return None
    match = next((m for m in found if m.file.speaks(on) and not (strict and on > m.file.until)), None)
    return _ground(spot, on, match) if match else _out_of_range(on, found[0].file)


def _out_of_range(on: date, file: PositionFile) -> Ground:
    name = f"{file.id}.toml"
    days = {"first": day_words(file.from_), "last": day_words(file.until), "day": day_words(on)}
    why = say("ground_out_of_range", file=name, **days)
    return explained(Ground(standing="unknown", sources=(name,)), recognised=why, controller=why)


def _ground(spot: Spot, on: date, match: Match) -> Ground:
    file, part, _ = match
    on, carried = _day_for(file, on)
    recognised = _last(file.recognised, part.id, on)
    control = _last(file.control, part.id, on)
    claims = _views(file, part.id, on)
    used: list[Dated] = [e for e in (recognised, control) if e]
    ground = say("ground_of_part", file=file.name, part={"en": part.id, **part.name})
    none = say("ground_says_nothing", file=f"{file.id}.toml", ground=ground, day=day_words(on), carried=carried)
    found = Ground(
        standing="positions",
        recognised=recognised.state if recognised else None,
        controller=control.by if control else None,
        backed_by=control.backed_by if control else (),
        views=claims,
        notes=(*((file.notes,) if file.notes else ()), *_rough_note(spot, part)),
        sources=tuple(dict.fromkeys(e.source for e in used)) or file.sources,
        certainty=weakest(*(e.certainty or file.certainty for e in used)),
    )
    return explained(
        found,
        recognised=_why(recognised, ground, carried) if recognised else none,
        controller=_why(control, ground, carried) if control else none,
    )


def _day_for(file: PositionFile, on: date) -> tuple[date, Words]:
    """Give the day to look up for another, and the declared assumption where that is the day of the last check."""
    day, carried = file.day_for(on)
    return day, say("ground_carried", day=day_words(file.until)) if carried else same("")


def _why(entry: Dated, ground: Words, carried: Words) -> Words:
    told = both(entry.why, entry.why_ja) if entry.why else say("ground_by_source", source=entry.source)
    return say("ground_why", ground=ground, why=told, carried=carried)


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
            day, carried = _day_for(file, on)
            if file.speaks(on) and stretch.holds(day) and _in_stretch(spot, stretch, named):
                return _unmarked(ground, day, file, stretch, carried)
    return ground


def _in_stretch(spot: Spot, stretch: Undemarcated, named: bool) -> bool:
    """Tell whether a spot is in a stretch; a place that a part of a file names only if the stretch names it too."""
    if named and not (spot.place and spot.place.id in stretch.places):
        return False
    return within(spot, stretch.places, stretch.outline)


def _unmarked(ground: Ground, on: date, file: PositionFile, stretch: Undemarcated, carried: Words) -> Ground:
    first, second = sorted(stretch.states)
    told = {v.position: v for v in _views(file, stretch.part, on)} | {v.position: v for v in ground.views}
    certainty = stretch.certainty or file.certainty
    for state in (first, second):
        own = HolderView(position=state, holder=state, source=stretch.source, certainty=certainty)
        told.setdefault(state, own)
    main, told_why = stretch.in_the_main, both(stretch.why, stretch.why_ja)
    why = say(
        "ground_unmarked",
        first=coded(first),
        second=coded(second),
        main=say("ground_unmarked_main", state=coded(main)) if main else "",
        why=say("ground_in_brackets", why=told_why) if stretch.why else "",
        carried=carried,
    )
    held = None if ground.standing == "positions" else say("ground_holder_not_on_file")
    return replace(
        explained(ground, recognised=why, controller=held),
        standing="positions",
        recognised=stretch.in_the_main,
        controller=ground.controller if ground.standing == "positions" else None,
        views=tuple(told[by] for by in sorted(told)),
        undemarcated=(first, second),
        doubt=(first, second),
        notes=(*ground.notes, *((file.notes,) if file.notes and file.notes not in ground.notes else ())),
        sources=tuple(dict.fromkeys((stretch.source, *ground.sources))),
        certainty=weakest(certainty, ground.certainty if ground.standing == "positions" else "checked"),
    )
