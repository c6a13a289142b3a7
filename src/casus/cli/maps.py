"""The maps of ``casus where``: SVG, a page of HTML, GeoJSON."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from casus.cli.inputs import stop
from casus.errors import Problem
from casus.records import CasePlace, Place, Whereabouts

if TYPE_CHECKING:
    from casus.territory.territory import Territory


class WhereFormat(StrEnum):
    """How to print whose ground a place is."""

    text = "text"
    json = "json"
    svg = "svg"
    html = "html"
    geojson = "geojson"


def drawn(format: WhereFormat, answer: Whereabouts, place: Place | CasePlace, room: Territory) -> str:
    """Draw a map of an answer; stop where the place has no point."""
    from casus.territory.account import span_words
    from casus.territory.map_geojson import to_geojson
    from casus.territory.map_page import to_page
    from casus.territory.map_svg import to_svg

    found = answer.finding
    map_ = room.sketch(place, found.on)
    if map_ is None:
        hint = "ask for a town in it, or give a point as LAT,LON"
        stop([Problem(where=answer.asked, what="it has no one point that a map could be drawn about", hint=hint)])
    if format is WhereFormat.geojson:
        wide = place.radius_km if isinstance(place, Place) else 0.0
        valid = room.standing(place, found.on)
        return to_geojson(map_, found, precision_km=max(wide, 1.0), valid=valid).decode("utf-8") + "\n"
    lines = room.account(found)
    told = dict(reversed(lines))
    summary = f"recognised: {told['recognised'].partition(':')[0]}; held by: {told['held by'].partition(':')[0]}"
    svg = to_svg(map_, summary)
    if format is WhereFormat.svg:
        return svg
    spans = [("standing", span_words(span)) for span in answer.spans]
    return to_page(f"{map_.title}, {found.on}", svg, [*lines, *spans])
