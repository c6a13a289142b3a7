"""What a map of an incident draws: places no more exactly than is safe, and the boundaries around them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from msgspec import UNSET

from casus.desk.knowledge import state, tools_at_hand
from casus.records import Assessment, TerritoryFinding
from casus.territory.sketch import coarsened

FRESH = timedelta(days=30)
COARSE_KM = 5.0
"""Within thirty days of an incident no place is shown more exactly than this."""


def shown_at(lat: float, lon: float, *, fresh: bool) -> tuple[float, float]:
    """Give a point as it may be shown: in the middle of a cell of five kilometres while an incident is fresh.

    >>> shown_at(39.598, 46.231, fresh=True), shown_at(39.598, 46.231, fresh=False)
    ((39.5926, 46.2442), (39.598, 46.231))
    """
    return coarsened(lat, lon, COARSE_KM) if fresh else (lat, lon)


def is_fresh(day: date, today: date) -> bool:
    """Is an incident younger than thirty days?"""
    return today - day < FRESH


def drawn(assessment: Assessment, *, today: date) -> dict[str, object]:
    """Give the places of an assessment and the boundaries near them as GeoJSON features."""
    places = [t for t in assessment.territory if t.lat is not UNSET and t.lon is not UNSET]
    features = [_point(t, fresh=is_fresh(t.on, today)) for t in places]
    return {"type": "FeatureCollection", "features": [*_lines(places, today), *features]}


def _point(found: TerritoryFinding, *, fresh: bool) -> dict[str, object]:
    lat, lon = shown_at(float(found.lat), float(found.lon), fresh=fresh)  # type: ignore[arg-type]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "kind": "place",
            "id": found.place,
            "name": found.name,
            "precision_km": COARSE_KM if fresh else None,
            "on": found.on.isoformat(),
            "disputed": bool(found.views) or found.undemarcated,
        },
    }


def _lines(places: list[TerritoryFinding], today: date) -> list[dict[str, object]]:
    """Give boundaries and coasts about the first place, each stretch with whether it is disputed or not demarcated.

    The box they are cut to is that of the place as it may be shown, so that its middle tells no more.
    """
    if not places:
        return []
    coarse_km = COARSE_KM if is_fresh(places[0].on, today) else 0.0
    return _lines_about(places[0].place, places[0].on, coarse_km, state())


@lru_cache(maxsize=256)
def _lines_about(place_id: str, on: date, coarse_km: float, made_with: str) -> list[dict[str, object]]:
    """Cut the lines about a place on a day; kept while the data files are the same."""
    del made_with
    place = tools_at_hand().territory.place(place_id)
    sketch = tools_at_hand().territory.sketch(place, on, coarse_km=coarse_km) if place else None
    return [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": [list(point) for point in line.points]},
            "properties": {"kind": "boundary", "dashed": line.dashed},
        }
        for line in (sketch.lines if sketch else ())
    ]
