"""The map's answer for a point: land, coast or sea, with what its error leaves open."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from casus.records.place import Place
from casus.territory.boundaries import ACCURACY_KM, NEAR_KM, NOBODY, Boundaries, Nearest
from casus.territory.ground import Ground, Spot, weakest
from casus.territory.grounds import Holding, controller_of, holder_of, holding

NAUTICAL_MILE_KM = 1.852
TERRITORIAL_SEA_KM = 12 * NAUTICAL_MILE_KM
"""Article 3 of the Convention on the Law of the Sea (1982)."""
OLD_TERRITORIAL_SEA_KM = 3 * NAUTICAL_MILE_KM
"""The breadth nobody disputed before the convention."""
LAW_OF_THE_SEA = date(1982, 12, 10)
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
        why = f"{spot.name!r} has no coordinates and is not in the tables of places"
        return Ground(standing="unknown", recognised_why=why)
    found = holding(place.within, on)
    return _from_holding(found, f"the tables of places show {place.name()} in {place.within}: {found.why}", "named")


def _from_holding(found: Holding, why: str, standing: str = "map") -> Ground:
    return Ground(
        standing="named" if standing == "named" else "map",
        recognised=found.recognised,
        recognised_why=why,
        controller=found.controller,
        controller_why=found.why
        if found.controller != found.recognised
        else "nothing on file says that another held it",
        doubt=found.rough,
        sources=(MAP, found.source) if found.source != MAP else (MAP,),
        certainty=weakest("partly", found.certainty),
    )


def _on_land(spot: Spot, unit: str, on: date) -> Ground:
    found = holding(unit, on, (spot.lat or 0.0, spot.lon or 0.0))
    return _from_holding(found, found.why)


def _off_land(spot: Spot, on: date, chart: Boundaries) -> Ground:
    lat, lon = spot.lat or 0.0, spot.lon or 0.0
    land = spot.place or spot.island
    if land and land.kind in DRAWN_TOO_SMALL and land.within:
        return _told_by_tables(spot, land, land.within, on)
    coast = chart.nearest_coast(lat, lon, lambda u: "" if u == NOBODY else u)
    if coast is None or coast.km > TERRITORIAL_SEA_KM + ACCURACY_KM:
        away = f"{coast.km:.0f} km" if coast else f"more than {NEAR_KM:.0f} km"
        return _open_sea(spot, f"open sea: {away} from the nearest coast on the map, beyond 12 nautical miles")
    owner = holder_of(coast.units[0], on)
    other = chart.nearest_coast(lat, lon, lambda u: "" if u == NOBODY or holder_of(u, on) == owner else u)
    found = holding(coast.units[0], on, (lat, lon))
    ground = _from_holding(found, f"{coast.km:.1f} km off the coast of {coast.units[0]}: {found.why}")
    ground = replace(ground, water=coast.km > ACCURACY_KM)
    rivals = _rivals(coast, other, on)
    if coast.km > _sea_km(on) - ACCURACY_KM:
        rivals = rivals or (owner,)
    return _doubtful(ground, rivals, coast) if rivals else ground


def _told_by_tables(spot: Spot, place: Place, unit: str, on: date) -> Ground:
    """Answer for a place that is land though the map draws sea there: an island too small, a harbour."""
    found = holding(unit, on, (spot.lat or 0.0, spot.lon or 0.0))
    why = f"the tables of places show {place.name()} in {unit}, too small for the map: {found.why}"
    ground = _from_holding(found, why)
    return replace(
        ground, sources=tuple(dict.fromkeys((place.source, *ground.sources))),
        certainty=weakest(place.certainty, ground.certainty),
    )  # fmt: skip


def _open_sea(spot: Spot, why: str) -> Ground:
    if spot.place and spot.place.kind in {"island", "reef", "settlement", "base"}:
        missing = f"{spot.place.name()} is too small for the map, and no positions file knows it"
        return Ground(standing="unknown", recognised_why=missing, water=True)
    return Ground(
        standing="sea", recognised_why=why, controller_why=why, water=True, sources=(MAP,), certainty="partly"
    )


def _sea_km(on: date) -> float:
    return TERRITORIAL_SEA_KM if on >= LAW_OF_THE_SEA else max(OLD_TERRITORIAL_SEA_KM, 2 * ACCURACY_KM)


def _rivals(coast: Nearest, other: Nearest | None, on: date) -> tuple[str, ...]:
    """Give both owners where two coasts are about as near."""
    if other is None or other.km - coast.km > 2 * ACCURACY_KM:
        return ()
    return tuple(sorted({holder_of(coast.units[0], on), holder_of(other.units[0], on)}))


def _doubtful(ground: Ground, rivals: tuple[str, ...], coast: Nearest) -> Ground:
    who = " or ".join(rivals)
    why = f"at sea, {coast.km:.1f} km from the coast of {coast.units[0]}: whether waters of {who} the map does not tell"
    return replace(
        ground, recognised=None, recognised_why=why, controller=None, controller_why=why, doubt=rivals, sources=(MAP,)
    )


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
        why = f"the tables of places show {spot.place.name()} in {spot.place.within}; the map is too coarse here"
        return replace(
            found, recognised=told.recognised, recognised_why=why, controller=told.controller, doubt=told.rough,
            sources=(*found.sources, spot.place.source), certainty=weakest(spot.place.certainty, told.certainty),
        )  # fmt: skip
    why = (
        f"{nearest.km:.1f} km from the boundary {'–'.join(owners)}, which the map may draw up to {ACCURACY_KM:.0f} km "
        "off: by the map alone it may be either's"
    )
    return replace(found, recognised=None, recognised_why=why, controller=None, controller_why=why, doubt=owners)


def _near_line(spot: Spot, on: date, found: Ground, chart: Boundaries) -> Ground:
    """Leave open who held the ground, within the map's accuracy of a de facto line inside one state."""
    if found.standing != "map" or found.controller is None or found.recognised is None:
        return found
    nearest = chart.nearest_boundary(spot.lat or 0.0, spot.lon or 0.0, lambda u: controller_of(u, on))
    if nearest is None or nearest.km > ACCURACY_KM or len({holder_of(u, on) for u in nearest.units}) > 1:
        return found
    sides = " and ".join(sorted({controller_of(u, on) for u in nearest.units}))
    why = f"{nearest.km:.1f} km from the line between {sides}, which the map may draw up to {ACCURACY_KM:.0f} km off"
    return replace(found, controller=None, controller_why=why)


def _rough(found: Ground) -> Ground:
    """Leave open whose the ground was, near the rough outline of a part with a history of its own."""
    if not found.doubt or found.recognised is None or found.standing != "map":
        return found
    why = f"too near the line between {' and '.join(found.doubt)} of that day, which is on file only roughly"
    return replace(found, recognised=None, recognised_why=why, controller=None, controller_why=why)
