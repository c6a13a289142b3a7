"""Which incident a report tells of: the same sides, about the same day, about the same place."""

from __future__ import annotations

from datetime import timedelta

from casus.desk.store.models import StoredIncident
from casus.incidents.areas import distance_km
from casus.records import Case, Incident

DAYS = timedelta(days=7)
NEAR_KM = 50.0


def matching(incident: Incident) -> tuple[StoredIncident, str] | None:
    """Give the incident on the desk that a report's incident is, and why it is taken for it; else None."""
    for case in incident.cases:
        for stored in _candidates(case):
            why = _why(case, stored)
            if why:
                return stored, why
    return None


def _candidates(case: Case) -> list[StoredIncident]:
    sides = {", ".join(case.attacker), ", ".join(case.victim)}
    return list(
        StoredIncident.objects.filter(
            attacker__in=sides,
            victim__in=sides,
            day__range=(case.on - DAYS, case.on + DAYS),
            merged_into=None,
        )
        .order_by("day", "id")
        .defer("assessment")
    )


def _why(case: Case, stored: StoredIncident) -> str:
    """Say why a case is of an incident: the places are one, near, or one of them is not known."""
    sides = f"{stored.attacker} and {stored.victim}, {stored.day}"
    if case.place.name == stored.place:
        return f"same sides, days and place ({sides}, {stored.place})"
    if case.place.lat is None or case.place.lon is None or stored.lat is None or stored.lon is None:
        return f"same sides and days ({sides}); where is not told exactly"
    apart = distance_km((case.place.lat, case.place.lon), (stored.lat, stored.lon))
    return f"same sides and days, {apart:.0f} km apart ({sides})" if apart <= NEAR_KM else ""
