"""Home and overseas: which ground of a state is its metropolitan territory."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.territory.areas import area_book
from casus.territory.ground import Spot


def at_home(party: str, spot: Spot, on: date) -> tuple[Truth, str]:
    """Tell whether ground of the party is at home, and why; a state without overseas ground is at home always."""
    home = [h for h in area_book().home if h.state == party]
    if not home:
        return YES, f"{party} has no overseas ground on file"
    if spot.lat is None or spot.lon is None:
        return UNKNOWN, f"{spot.name!r} has no coordinates, and {party} has overseas ground"
    if any(h.outline.holds(spot.lat, spot.lon) and h.valid(on) for h in home):
        return YES, f"within the home ground of {party}"
    return NO, f"outside the home ground of {party}"
