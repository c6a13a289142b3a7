"""The map's answer for a point: land, coast or sea, with what its error leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from casus.records.base import Words
from casus.records.place import Place
from casus.territory.boundaries import ACCURACY_KM, NEAR_KM, NOBODY, Boundaries, Nearest
from casus.territory.ground import Ground, Spot, as_asked, explained, weakest
from casus.territory.grounds import Holding, controller_of, holder_of, holding
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import say

NAUTICAL_MILE_KM = 1.852
TERRITORIAL_SEA_KM = 12 * NAUTICAL_MILE_KM
"""Article 3 of the Convention on the Law of the Sea (1982)."""
OLD_TERRITORIAL_SEA_KM = 3 * NAUTICAL_MILE_KM
"""The breadth nobody disputed before the convention."""
LAW_OF_THE_SEA = date(1982, 12, 10)
RIVAL_KM = 2 * ACCURACY_KM
"""Of two coasts whose distances differ by less, neither is surely the nearer one."""
MAP = "Natural Earth 1:10m"
SETTLED = frozenset({"settlement", "capital", "airfield", "base", "border-post"})
"""Kinds of place whose state the tables of places tell better than a coarse map."""
DRAWN_TOO_SMALL = SETTLED | {"island"}
"""Kinds of place that are land even where the map shows sea."""


def on_map(spot: Spot, on: date, chart: Boundaries) -> Ground:
    """Answer from the map, the table of successors and the state that the tables of places show the place in."""
    if spot.lat is None or spot.lon is None:
        return _without_point(spot, on)
    units = tuple(u for u in chart.units_at(spot.lat, spot.lon) if u != NOBODY)
    found = _on_land(spot, units[0], on) if units else _off_land(spot, on, chart)
    return _near_line(spot, on, _near_boundary(spot, on, found, chart), chart)


def _without_point(spot: Spot, on: date) -> Ground:
    place = spot.place
    if place is None or place.within is None:
        return explained(
            Ground(standing="unknown"),
            recognised=say("ground_no_point", place=as_asked(spot.name)),
        )
    found = holding(place.within, on)
    return _from_holding(found, _shown("ground_tables_show", place, place.within, found), "named")


def _shown(key: str, place: Place, unit: str, found: Holding) -> Words:
    """Say in which unit the tables of places show a place."""
    return say(key, place=_named(place), unit=coded(unit), why=found.words)


def _named(place: Place) -> Words:
    """Name a place in each language."""
    return {lang: place.name(lang) for lang in ("en", "ja")}


def _from_holding(found: Holding, why: Words, standing: str = "map") -> Ground:
    held = found.words if found.controller != found.recognised else say("ground_no_other_holder")
    ground = Ground(
        standing="named" if standing == "named" else "map",
        recognised=found.recognised,
        controller=found.controller,
        doubt=found.rough,
        sources=(MAP, found.source) if found.source != MAP else (MAP,),
        certainty=weakest("partly", found.certainty),
    )
    return explained(ground, recognised=why, controller=held)


def _on_land(spot: Spot, unit: str, on: date) -> Ground:
    found = holding(unit, on, (spot.lat or 0.0, spot.lon or 0.0))
    return _from_holding(found, found.words)


def _off_land(spot: Spot, on: date, chart: Boundaries) -> Ground:
    lat, lon = spot.lat or 0.0, spot.lon or 0.0
    land = spot.place or spot.island
    if land and land.kind in DRAWN_TOO_SMALL and land.within:
        return _told_by_tables(spot, land, land.within, on)
    coast = chart.nearest_coast(lat, lon, lambda u: "" if u == NOBODY else u)
    if coast is None or coast.km > TERRITORIAL_SEA_KM + ACCURACY_KM:
        far = say("ground_open_sea_far", km=f"{NEAR_KM:.0f}")
        return _open_sea(spot, say("ground_open_sea", km=f"{coast.km:.0f}") if coast else far)
    owner = holder_of(coast.units[0], on)
    other = chart.nearest_coast(lat, lon, lambda u: "" if u == NOBODY or holder_of(u, on) == owner else u)
    found = holding(coast.units[0], on, (lat, lon))
    why = say("ground_off_coast", km=f"{coast.km:.1f}", unit=coded(coast.units[0]), why=found.words)
    ground = _from_holding(found, why)
    ground = replace(ground, water=coast.km > ACCURACY_KM)
    rivals = _rivals(coast, other, on)
    if coast.km > sea_km(on) - ACCURACY_KM:
        rivals = rivals or (owner,)
    return _doubtful(ground, rivals, coast) if rivals else ground


def _told_by_tables(spot: Spot, place: Place, unit: str, on: date) -> Ground:
    """Answer for a place that is land though the map draws sea there: an island too small, a harbour."""
    found = holding(unit, on, (spot.lat or 0.0, spot.lon or 0.0))
    ground = _from_holding(found, _shown("ground_too_small", place, unit, found))
    return replace(
        ground, sources=tuple(dict.fromkeys((place.source, *ground.sources))),
        certainty=weakest(place.certainty, ground.certainty),
    )  # fmt: skip


def _open_sea(spot: Spot, why: Words) -> Ground:
    if spot.place and spot.place.kind in {"island", "reef", "settlement", "base"}:
        missing = say("ground_unknown_island", place=_named(spot.place))
        return explained(Ground(standing="unknown", water=True), recognised=missing)
    sea = Ground(standing="sea", water=True, sources=(MAP,), certainty="partly")
    return explained(sea, recognised=why, controller=why)


def sea_km(on: date) -> float:
    """Give how far from the coast the territorial sea was taken to reach on a day."""
    return TERRITORIAL_SEA_KM if on >= LAW_OF_THE_SEA else max(OLD_TERRITORIAL_SEA_KM, 2 * ACCURACY_KM)


def _rivals(coast: Nearest, other: Nearest | None, on: date) -> tuple[str, ...]:
    """Give both owners where two coasts are about as near."""
    if other is None or other.km - coast.km > RIVAL_KM:
        return ()
    return tuple(sorted({holder_of(coast.units[0], on), holder_of(other.units[0], on)}))


def _doubtful(ground: Ground, rivals: tuple[str, ...], coast: Nearest) -> Ground:
    who = _sides(rivals, " or ")
    why = say("ground_doubtful_waters", km=f"{coast.km:.1f}", unit=coded(coast.units[0]), who=who)
    ground = explained(ground, recognised=why, controller=why)
    return replace(ground, recognised=None, controller=None, doubt=rivals, sources=(MAP,))


def _sides(parties: Iterable[str], between: str) -> Words:
    """Name the sides of a line."""
    named = [coded(p) for p in parties]
    return {"en": between.join(n["en"] for n in named), "ja": "・".join(n["ja"] for n in named)}


def _near_boundary(spot: Spot, on: date, found: Ground, chart: Boundaries) -> Ground:
    """Add the nearest boundary; within the map's accuracy of it, leave open whose the ground is."""
    nearest = chart.nearest_boundary(spot.lat or 0.0, spot.lon or 0.0, lambda u: holder_of(u, on))
    if nearest is None:
        return found
    owners = tuple(sorted({holder_of(u, on) for u in nearest.units}))
    found = replace(found, boundary=nearest, owners=owners)
    if found.standing != "map" or nearest.km > ACCURACY_KM:
        return _rough(found)
    if spot.place and spot.place.kind in SETTLED and spot.place.within:
        told = holding(spot.place.within, on, (spot.lat or 0.0, spot.lon or 0.0))
        why = _shown("ground_map_too_coarse", spot.place, spot.place.within, told)
        return replace(
            explained(found, recognised=why),
            recognised=told.recognised, controller=told.controller, doubt=told.rough,
            sources=(*found.sources, spot.place.source), certainty=weakest(spot.place.certainty, told.certainty),
        )  # fmt: skip
    km, accuracy = f"{nearest.km:.1f}", f"{ACCURACY_KM:.0f}"
    why = say("ground_near_boundary", km=km, sides=_sides(owners, "–"), accuracy=accuracy)
    return replace(explained(found, recognised=why, controller=why), recognised=None, controller=None, doubt=owners)


def _near_line(spot: Spot, on: date, found: Ground, chart: Boundaries) -> Ground:
    """Leave open who held the ground, within the map's accuracy of a de facto line inside one state."""
    if found.standing != "map" or found.controller is None or found.recognised is None:
        return found
    nearest = chart.nearest_boundary(spot.lat or 0.0, spot.lon or 0.0, lambda u: controller_of(u, on))
    if nearest is None or nearest.km > ACCURACY_KM or len({holder_of(u, on) for u in nearest.units}) > 1:
        return found
    sides = _sides(sorted({controller_of(u, on) for u in nearest.units}), " and ")
    why = say("ground_near_line", km=f"{nearest.km:.1f}", sides=sides, accuracy=f"{ACCURACY_KM:.0f}")
    return replace(explained(found, controller=why), controller=None)


def _rough(found: Ground) -> Ground:
    """Leave open whose the ground was, near the rough outline of a part with a history of its own."""
    if not found.doubt or found.recognised is None or found.standing != "map":
        return found
    why = say("ground_rough_line", sides=_sides(found.doubt, " and "))
    return replace(explained(found, recognised=why, controller=why), recognised=None, controller=None)
