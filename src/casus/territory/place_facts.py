"""The ``place.*`` facts of the law files, each worked out with its reason and its value in every position."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth, from_bool
from casus.records.base import Words
from casus.records.finding import Certainty
from casus.records.place import PlaceFact
from casus.territory.areas import in_area
from casus.territory.boundaries import ACCURACY_KM, Boundaries
from casus.territory.ground import Ground, Spot, weakest
from casus.territory.home import at_home
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import both, in_language, joined, say
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
    return _fact(name, truth, ground.recognised_words, ground, views)


def _is(holder: str, party: str) -> bool:
    """Tell whether a holder is the party: a former code of a state that goes on is that state (``RHO``, ``ZAR``)."""
    return states().present(holder) == party


def held_by(name: str, ground: Ground, party: str) -> PlaceFact:
    """Tell whether the party controls or administers the ground."""
    truth = from_bool(_is(ground.controller, party)) if ground.controller else UNKNOWN
    why = ground.controller_words
    if party in ground.backed_by:
        truth = UNKNOWN
        why = say("place_backed", holder=coded(ground.controller or ""), party=coded(party), why=why)
    elif ground.standing == "sea" or (not ground.controller and ground.parties and party not in ground.parties):
        truth = NO
    return _fact(name, truth, why, ground)


def disputed(name: str, ground: Ground) -> PlaceFact:
    """Tell whether states dispute whose the ground is; a view of an unrecognised entity is none of a state."""
    of_states = {v.position: v.holder for v in ground.views if states().is_state(v.position)}
    holders = {*of_states.values(), *((ground.recognised,) if ground.recognised and of_states else ())}
    if len(holders) > 1:
        told = joined([say("place_view", by=coded(b), holder=coded(h)) for b, h in sorted(of_states.items())])
        return _fact(name, YES, say("place_disputed", views=told), ground)
    if ground.standing == "unknown" or ground.doubt:
        return _fact(name, UNKNOWN, ground.recognised_words, ground)
    return _fact(name, NO, say("place_undisputed"), ground)


def undemarcated(name: str, ground: Ground) -> PlaceFact:
    """Tell whether it is within a stretch of boundary that nobody has marked."""
    if ground.undemarcated:
        return _fact(name, YES, ground.recognised_words, ground)
    if ground.standing == "unknown":
        return _fact(name, UNKNOWN, ground.recognised_words, ground)
    nearest = ground.boundary
    if nearest is None or nearest.km > CLEAR_KM:
        away = say("place_no_stretch", km=f"{nearest.km:.0f}") if nearest else say("place_no_boundary")
        return _fact(name, NO, away, ground)
    owners = [coded(o) for o in ground.owners]
    sides = {"en": "–".join(o["en"] for o in owners), "ja": "・".join(o["ja"] for o in owners)}
    return _fact(name, UNKNOWN, say("place_marked_unknown", km=f"{nearest.km:.1f}", sides=sides), ground)


def on_land(name: str, spot: Spot, ground: Ground, chart: Boundaries) -> PlaceFact:
    """Tell whether it is land, lakes and rivers within it included, and not sea."""
    kind = spot.place.kind if spot.place else None
    if kind in WATERS:
        return _fact(name, NO, _is_a(spot, kind), ground)
    if kind in DRY or ground.standing == "named":
        return _fact(name, YES, _is_a(spot, kind or "state"), ground)
    if spot.lat is None or spot.lon is None:
        return _fact(name, UNKNOWN, ground.recognised_words, ground)
    coast = chart.nearest_coast(spot.lat, spot.lon)
    away = say("place_coast_near", km=f"{coast.km:.1f}") if coast else say("place_coast_far")
    if chart.units_at(spot.lat, spot.lon):
        return _fact(name, YES, say("place_land", away=away), ground)
    if kind == "reef":
        return _fact(name, UNKNOWN, _is_a(spot, kind), ground)
    if not ground.water:
        return _fact(name, UNKNOWN, say("place_coast_maybe", away=away, accuracy=f"{ACCURACY_KM:.0f}"), ground)
    return _fact(name, NO, say("place_sea", away=away), ground)


def _is_a(spot: Spot, kind: str) -> Words:
    """Say what kind of place it is."""
    name = {**spot.names, "en": spot.name}
    return say("place_is_a", place=name if "ja" in name else spot.name, kind=say(f"kind_of_{kind}"))


def metropolitan(name: str, spot: Spot, ground: Ground, on: date, party: str) -> PlaceFact:
    """Tell whether it is the party's home territory, not an overseas one."""
    owned = owned_by(name, ground, party)
    if owned.truth is NO:
        return _fact(name, NO, say("place_not_theirs", party=coded(party), why=ground.recognised_words), ground)
    home, why = at_home(party, spot, on)
    if home is NO or owned.truth is YES:
        return _fact(name, home, why, ground)
    return _fact(name, UNKNOWN, both(owned.reason, owned.reason_ja), ground, owned.positions)


def within_area(name: str, spot: Spot, ground: Ground, units: tuple[str, ...], on: date, area: str | None) -> PlaceFact:
    """Tell whether it is within a treaty area."""
    answer = in_area(area, spot, ground, units, on)
    source = "; ".join(filter(None, (answer.source, ground.source)))
    return PlaceFact(
        name=name,
        truth=answer.truth,
        reason=answer.why["en"],
        reason_ja=in_language(answer.why, "ja"),
        positions=answer.positions,
        source=source,
        certainty=weakest(answer.certainty, ground.certainty),
    )


def _fact(
    name: str, truth: Truth, reason: Words, ground: Ground, positions: dict[str, Truth] | None = None
) -> PlaceFact:
    certainty: Certainty = ground.certainty
    return PlaceFact(
        name=name,
        truth=truth,
        reason=reason["en"],
        reason_ja=in_language(reason, "ja"),
        positions=positions or {},
        source=ground.source,
        certainty=certainty,
    )
