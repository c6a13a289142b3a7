"""Home and overseas: which ground of a state is its metropolitan territory."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records.base import Words
from casus.territory.areas import area_book
from casus.territory.ground import Spot, as_asked
from casus.vocabulary.party_names import coded
from casus.vocabulary.phrases import say


def at_home(party: str, spot: Spot, on: date) -> tuple[Truth, Words]:
    """Tell whether ground of the party is at home, and why; a state without overseas ground is at home always."""
    home = [h for h in area_book().home if h.state == party]
    if not home:
        return YES, say("place_no_overseas", party=coded(party))
    if spot.lat is None or spot.lon is None:
        return UNKNOWN, say("place_home_unknown", place=as_asked(spot.name), party=coded(party))
    if any(h.outline.holds(spot.lat, spot.lon) and h.valid(on) for h in home):
        return YES, say("place_at_home", party=coded(party))
    return NO, say("place_overseas", party=coded(party))
