"""What a map of an incident draws: places no more exactly than is safe, and the boundaries around them."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import UNSET

from casus.pipeline import tools
from casus.records import Assessment, TerritoryFinding

FRESH = timedelta(days=30)
COARSE_KM = 5.0
"""Within thirty days of an incident no place is shown more exactly than this."""
DEGREE_KM = 111.2


def coarsened(degrees: float, *, fresh: bool) -> float:
    """Round a latitude or longitude to about five kilometres while an incident is fresh.

    >>> coarsened(39.6012, fresh=True), coarsened(39.6012, fresh=False)
    (39.613, 39.6012)
    """
    step = COARSE_KM / DEGREE_KM
    return round(round(degrees / step) * step, 3) if fresh else degrees


def is_fresh(day: date, today: date) -> bool:
    """Is an incident younger than thirty days?"""
    return today - day < FRESH


def drawn(assessment: Assessment, *, today: date) -> dict[str, object]:
    """Give the places of an assessment and the boundaries near them as GeoJSON features."""
    places = [t for t in assessment.territory if t.lat is not UNSET and t.lon is not UNSET]
    features = [_point(t, fresh=is_fresh(t.on, today)) for t in places]
    return {"type": "FeatureCollection", "features": [*_lines(places), *features]}


def _point(found: TerritoryFinding, *, fresh: bool) -> dict[str, object]:
    lat, lon = float(found.lat), float(found.lon)  # type: ignore[arg-type]
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [coarsened(lon, fresh=fresh), coarsened(lat, fresh=fresh)],
        },
        "properties": {
            "kind": "place",
            "id": found.place,
            "name": found.name,
            "precision_km": COARSE_KM if fresh else None,
            "on": found.on.isoformat(),
            "disputed": bool(found.views) or found.undemarcated,
        },
    }


def _lines(places: list[TerritoryFinding]) -> list[dict[str, object]]:
    """Give boundaries and coasts about the first place, each stretch with whether it is disputed or not demarcated."""
    place = tools().territory.place(places[0].place) if places else None
    sketch = tools().territory.sketch(place, places[0].on) if place else None
    return [
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": [list(point) for point in line.points]},
            "properties": {"kind": "boundary", "dashed": line.dashed},
        }
        for line in (sketch.lines if sketch else ())
    ]
