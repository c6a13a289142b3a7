"""What the ground gives: claims that a place watches or commands another, and heights, held against the elevation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from casus.briefing.books import PlaceBook
from casus.briefing.measures import heights
from casus.briefing.phrases import joined, same, say
from casus.briefing.words import Shelf
from casus.records import (
    AreaHeights,
    GroundClaim,
    GroundView,
    Line,
    Overlook,
    Place,
    Section,
    StatementRef,
    TestedAssertion,
    Words,
)
from casus.records.assessment import Verdict

OVERSEEING = frozenset({"overlook", "control_road"})
WATCHING = frozenset({"monitor"})
"""Watching that somebody does: of ground only where the sentence gives a height too."""
ROAD_WORDS = ("道路", "街道", "幹線", "国道", "road", "highway", "motorway", "дорог", "трасс", "шоссе")
VERB_LAST = frozenset({"ja"})
"""Languages whose sentences end with their verb."""
FAR_CHARACTERS = 80
"""What is watched is named within so many characters after the verb."""
SHORT_CLAIMS = 3
MARKS: dict[str, tuple[Verdict, Literal["yes", "no", "unknown"]]] = {
    "overlooked": ("borne out", "yes"),
    "hidden": ("not borne out", "no"),
    "marginal": ("cannot tell", "unknown"),
    "unknown": ("cannot tell", "unknown"),
}


def ground_claims(shelf: Shelf, places: PlaceBook) -> tuple[GroundClaim, ...]:
    """Find the claims of observation or control: which place, over what; and the heights that are given beside a place.

    The height of ground is looked for about the place its sentence speaks of, else that of the first case.
    """
    found: list[GroundClaim] = []
    for report in shelf.assessment.reports:
        high = {shelf.statement_at(report.id, h.span[0]): h.height_m for h in heights(report.text, report.language)}
        by_sentence = {shelf.statement(ref).sentence: metres for ref, metres in high.items() if ref}
        for ref, statement in shelf.statements():
            if ref.report != report.id:
                continue
            height_m = by_sentence.get(statement.sentence)
            watched = statement.concept in WATCHING and height_m is not None
            if statement.polarity == "negative" or not (statement.concept in OVERSEEING or watched):
                continue
            area, target = _area_and_target(shelf, ref, places)
            if area is None:
                continue
            road = any(word in shelf.sentence(ref).casefold() for word in ROAD_WORDS)
            led_to = road and statement.concept == "control_road"
            found.append(
                GroundClaim(
                    statement=ref,
                    area=area.id,
                    target=target.id if target and not led_to else None,
                    road=road,
                    height_m=height_m,
                )
            )
    return tuple(found)


def _area_and_target(shelf: Shelf, ref: StatementRef, places: PlaceBook) -> tuple[Place | None, Place | None]:
    """Give the place that watches and the one that is watched, as the order of words puts them.

    What is watched stands before the verb in languages that end with it, else after it. What watches is a place of a
    case that the words before name, else another named there, else the place of the first case.
    """
    statement = shelf.statement(ref)
    (start, end), (at, after) = statement.sentence, statement.trigger.span
    named = [m for m in shelf.reading(ref.report).mentions or () if m.kind == "place" and start <= m.span[0] < end]
    before = [m.id for m in named if m.span[1] <= at and m.id]
    behind = [m.id for m in named if after <= m.span[0] <= after + FAR_CHARACTERS and m.id]
    of_cases = [t.place for t in shelf.assessment.territory]
    if shelf.report(ref.report).language in VERB_LAST:
        watched, others = before[-1:], before[:-1]
    else:
        watched, others = behind[:1], before
    target = next(filter(None, (_spot(places, p) for p in watched)), None)
    own = target.id if target else None
    ranked = sorted(others, key=lambda p: p not in of_cases)
    return next(filter(None, (_spot(places, p) for p in [*ranked, *of_cases] if p != own)), None), target


def _spot(places: PlaceBook, place_id: str) -> Place | None:
    """Give a place that one can stand on or look at: not a state, a region or a sea."""
    place = places.place(place_id)
    wide = place is None or place.lat is None or place.kind in {"state", "region", "sea", "entity"}
    return None if wide else place


def answered(shelf: Shelf) -> tuple[TestedAssertion, ...]:
    """Answer each claim by what its area overlooks; a road by whether any of it is."""
    by_area = {view.area: view for view in shelf.assessment.ground_views if view.sources}
    return tuple(
        TestedAssertion(
            statement=claim.statement,
            kind="observation",
            verdict=MARKS[row.verdict][0],
            reason=_told(shelf, by_area[claim.area], row),
        )
        for claim in shelf.assessment.ground_claims
        if claim.area in by_area
        for row in by_area[claim.area].overlooks
        if _is_about(claim, row)
    )


def _is_about(claim: GroundClaim, row: Overlook) -> bool:
    return claim.target == row.target or (claim.road and row.share_of_line is not None)


def overlooked(shelf: Shelf) -> Section:
    """Tell what the ground gives; nothing where no report claims that one place watches another."""
    lines: list[Line] = []
    for view in shelf.assessment.ground_views:
        claims = [c for c in shelf.assessment.ground_claims if c.area == view.area]
        if not view.sources:
            lines.append(_missing(shelf, view, claims))
            continue
        lines += [_row(shelf, view, row, claims) for row in view.overlooks]
        lines += [
            _height(shelf, view, claim) for claim in {c.height_m: c for c in claims if c.height_m is not None}.values()
        ]
        lines.append(_made_with(view))
    ranked = tuple(_short(line) if n < SHORT_CLAIMS else line for n, line in enumerate(lines))
    return Section(id="overlook", title=say("section_overlook"), lines=ranked)


def _short(line: Line) -> Line:
    return Line(says=line.says, quotes=line.quotes, sources=line.sources, mark=line.mark, short=True, more=line.more)


def _name(shelf: Shelf, place_id: str) -> Words:
    return shelf.place_names().get(place_id) or same(place_id)


def _row(shelf: Shelf, view: GroundView, row: Overlook, claims: Sequence[GroundClaim]) -> Line:
    """Tell one target with its figures, and the words that claim it."""
    about = [c for c in claims if _is_about(c, row)]
    verdict, mark = MARKS[row.verdict]
    said = say("verdict_" + verdict.replace(" ", "_"))
    says = say("overlook_line", told=_told(shelf, view, row), verdict=said)
    return Line(says=says, quotes=tuple(shelf.quote(c.statement) for c in about), sources=(row.source,), mark=mark)


def _told(shelf: Shelf, view: GroundView, row: Overlook) -> Words:
    """Say what an area sees of a target, with the figures."""
    area, target = _name(shelf, view.area), _name(shelf, row.target)
    return say(f"overlook_{row.verdict}", area=area, target=target, figures=_reason(row))


def _reason(row: Overlook) -> Words:
    """Give the figures of a row: the share seen, range and clearance; of an unknown, why."""
    if row.verdict == "unknown":
        return say("overlook_gaps")
    parts = []
    if row.share_of_line is not None:
        span = _span(row.line_low, row.line_high)
        parts.append(say("overlook_length", share=_percent(row.share_of_line), span=span))
    if row.share_of_area:
        parts.append(
            say("overlook_share", share=_percent(row.share_of_area), span=_span(row.share_low, row.share_high))
        )
    if row.nearest_m is not None:
        parts.append(say("overlook_range", km=f"{row.nearest_m / 1000:.1f}"))
    if row.clearance_m is not None:
        key = "overlook_clear" if row.clearance_m >= 0 else "overlook_under"
        parts.append(say(key, metres=f"{abs(row.clearance_m):,.0f}"))
    return joined(parts) if parts else say("overlook_gaps")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= 0.01 else f"{100 * share:.1g} %"


def _span(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{100 * low:.0f}–{100 * high:.0f} %"


def _height(shelf: Shelf, view: GroundView, claim: GroundClaim) -> Line:
    """Try a height against the place itself, the area and the massif about it."""
    given = claim.height_m or 0.0
    fitting = [h for h in view.heights if h.fits(given)]
    told = joined([_part(h) for h in view.heights])
    key = "height_fits" if fitting else "height_fits_none"
    says = say(
        key, height=f"{given:,.0f} m", place=_name(shelf, view.area), told=told,
        part=say(f"height_part_{fitting[0].name}") if fitting else same(""),
    )  # fmt: skip
    return Line(says=says, quotes=(shelf.quote(claim.statement),), sources=_sources(view))


def _part(part: AreaHeights) -> Words:
    name = say(f"height_part_{part.name}")
    if part.lowest_m == part.highest_m:
        return say("height_part_at", part=name, height=f"{part.highest_m:,.0f} m")
    return say("height_part_span", part=name, low=f"{part.lowest_m:,.0f}", high=f"{part.highest_m:,.0f}")


def _missing(shelf: Shelf, view: GroundView, claims: Sequence[GroundClaim]) -> Line:
    """Say in one line which elevation is missing and how to get it."""
    command = f'casus data install elevation --around "{_name(shelf, view.area)["en"]}" --radius 30'
    says = say("overlook_missing", area=_name(shelf, view.area), tiles=", ".join(view.missing), command=command)
    return Line(says=says, quotes=tuple(shelf.quote(c.statement) for c in claims), mark="unknown")


def _made_with(view: GroundView) -> Line:
    level = say("overlook_surface") if any(s.surface for s in view.sources) else same("")
    gaps = say("overlook_tiles", tiles=", ".join(view.missing)) if view.missing else same("")
    says = say(
        "overlook_made_with", cells=f"{view.cells:,}", eyes=f"{view.observer_height_m:g}",
        targets=f"{view.target_height_m:g}", error=f"{view.elevation_error_m:g}",
        source=joined([same(f"{s.name}, {s.resolution_m:g} m") for s in view.sources]), level=level, gaps=gaps,
    )  # fmt: skip
    return Line(says=says, sources=_sources(view))


def _sources(view: GroundView) -> tuple[str, ...]:
    return tuple(f"{s.name}: {s.attribution}" if s.attribution else s.name for s in view.sources)
