"""The maps of ``casus where``: SVG, a page of HTML, GeoJSON."""

from __future__ import annotations

import re
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


def drawn(format: WhereFormat, answer: Whereabouts, place: Place | CasePlace, room: Territory, language: str) -> str:
    """Draw a map of an answer; stop where the place has no point."""
    from casus.territory.account import labelled, span_words
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
    lines = room.account(found, language)
    told = dict(reversed(lines))
    parts = (
        labelled(label, language) + ": " + re.split("[:：]", told[label])[0] for label in ("recognised", "held by")
    )
    svg = to_svg(map_, "; ".join(parts))
    if format is WhereFormat.svg:
        return svg
    spans = [("standing", span_words(span)[language]) for span in answer.spans]
    rows = [(labelled(label, language), words) for label, words in (*lines, *spans)]
    return to_page(f"{map_.title}, {found.on}", svg, rows, language)
