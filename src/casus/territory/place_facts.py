"""The ``place.*`` facts of the law files, each worked out with its reason and its value in every position."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth, from_bool
from casus.records.finding import Certainty
from casus.records.place import PlaceFact
from casus.territory.areas import in_area
from casus.territory.boundaries import ACCURACY_KM, Boundaries
from casus.territory.ground import Ground, Spot, weakest
from casus.territory.home import at_home
from casus.vocabulary.states import states

WATERS = frozenset({"sea", "strait"})
DRY = frozenset(
    {"settlement", "capital", "airfield", "base", "border-post", "island", "mountain", "pass", "road", "lake"}
)
CLEAR_KM = 3 * ACCURACY_KM
"""Beyond this from every boundary of the map, a point is in no stretch of one."""


def owned_by(name: str, ground: Ground, party: str) -> PlaceFact:
    """Tell whether the ground is recognised as the party's."""
    views = {v.position: from_bool(_is(v.holder, party)) for v in ground.views}
    truth = from_bool(_is(ground.recognised, party)) if ground.recognised else UNKNOWN
    if ground.undemarcated:
        truth = UNKNOWN if party in ground.undemarcated else NO
        views = views if party in ground.undemarcated else {}
    elif ground.standing == "sea" or (ground.recognised is None and ground.rivals and party not in ground.rivals):
        truth = NO
    return _fact(name, truth, ground.recognised_why, ground, views)


def _is(holder: str, party: str) -> bool:
    """Tell whether a holder is the party: a former code of a state that goes on is that state (``RHO``, ``ZAR``)."""
    return states().present(holder) == party


def held_by(name: str, ground: Ground, party: str) -> PlaceFact:
    """Tell whether the party controls or administers the ground."""
    truth = from_bool(_is(ground.controller, party)) if ground.controller else UNKNOWN
    why = ground.controller_why
    if party in ground.backed_by:
        truth = UNKNOWN
        why = f"held by {ground.controller}, backed by {party}: whether that is control is a matter of reading; {why}"
    elif ground.standing == "sea" or (not ground.controller and ground.parties and party not in ground.parties):
        truth = NO
    return _fact(name, truth, why, ground)


def disputed(name: str, ground: Ground) -> PlaceFact:
    """Tell whether states dispute whose the ground is; a view of an unrecognised entity is none of a state."""
    of_states = {v.position: v.holder for v in ground.views if states().is_state(v.position)}
    holders = {*of_states.values(), *((ground.recognised,) if ground.recognised and of_states else ())}
    if len(holders) > 1:
        told = ", ".join(f"{by}: {holder}'s" for by, holder in sorted(of_states.items()))
        return _fact(name, YES, f"states see it differently ({told})", ground)
    if ground.standing == "unknown" or ground.doubt:
        return _fact(name, UNKNOWN, ground.recognised_why, ground)
    return _fact(name, NO, "no dispute between states over this ground is on file for that day", ground)


def undemarcated(name: str, ground: Ground) -> PlaceFact:
    """Tell whether it is within a stretch of boundary that nobody has marked."""
    if ground.undemarcated:
        return _fact(name, YES, ground.recognised_why, ground)
    if ground.standing == "unknown":
        return _fact(name, UNKNOWN, ground.recognised_why, ground)
    nearest = ground.boundary
    if nearest is None or nearest.km > CLEAR_KM:
        away = f"{nearest.km:.0f} km from the nearest boundary" if nearest else "no boundary is near"
        return _fact(name, NO, f"{away}, and no unmarked stretch is on file here", ground)
    why = f"{nearest.km:.1f} km from the boundary {'–'.join(ground.owners)}: whether that is marked here is not on file"
    return _fact(name, UNKNOWN, why, ground)


def on_land(name: str, spot: Spot, ground: Ground, chart: Boundaries) -> PlaceFact:
    """Tell whether it is land, lakes and rivers within it included, and not sea."""
    kind = spot.place.kind if spot.place else None
    if kind in WATERS:
        return _fact(name, NO, f"{spot.name} is a {kind}", ground)
    if kind in DRY or ground.standing == "named":
        return _fact(name, YES, f"{spot.name} is a {kind or 'state'}", ground)
    if spot.lat is None or spot.lon is None:
        return _fact(name, UNKNOWN, ground.recognised_why, ground)
    coast = chart.nearest_coast(spot.lat, spot.lon)
    away = f"{coast.km:.1f} km from the nearest coast of the map" if coast else "far from any coast of the map"
    if chart.units_at(spot.lat, spot.lon):
        return _fact(name, YES, f"land on the map, {away}", ground)
    if kind == "reef":
        return _fact(name, UNKNOWN, f"{spot.name} is a reef", ground)
    if not ground.water:
        return _fact(name, UNKNOWN, f"{away}, which may be {ACCURACY_KM:.0f} km off", ground)
    return _fact(name, NO, f"sea, {away}", ground)


def metropolitan(name: str, spot: Spot, ground: Ground, on: date, party: str) -> PlaceFact:
    """Tell whether it is the party's home territory, not an overseas one."""
    owned = owned_by(name, ground, party)
    if owned.truth is NO:
        return _fact(name, NO, f"not {party} ground: {ground.recognised_why}", ground)
    home, why = at_home(party, spot, on)
    if home is NO or owned.truth is YES:
        return _fact(name, home, why, ground)
    return _fact(name, UNKNOWN, owned.reason, ground, owned.positions)


def within_area(name: str, spot: Spot, ground: Ground, units: tuple[str, ...], on: date, area: str | None) -> PlaceFact:
    """Tell whether it is within a treaty area."""
    answer = in_area(area, spot, ground, units, on)
    source = "; ".join(filter(None, (answer.source, ground.source)))
    return PlaceFact(
        name=name,
        truth=answer.truth,
        reason=answer.why,
        positions=answer.positions,
        source=source,
        certainty=weakest(answer.certainty, ground.certainty),
    )


def _fact(name: str, truth: Truth, reason: str, ground: Ground, positions: dict[str, Truth] | None = None) -> PlaceFact:
    certainty: Certainty = ground.certainty
    return PlaceFact(
        name=name, truth=truth, reason=reason, positions=positions or {}, source=ground.source, certainty=certainty
    )
