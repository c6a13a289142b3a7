"""What a caller may see: readers what is published and no more exactly than is safe, the desk's people everything."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404
from msgspec.structs import replace

from casus.desk.api.credentials import Caller
from casus.desk.pages.mapping import is_fresh, shown_at
from casus.desk.store.models import Publication, StoredFinding, StoredIncident, StoredReport, StoredStatement
from casus.records import Incident


def publications(caller: Caller) -> QuerySet[Publication]:
    """Give published pages; drafts and withdrawn ones to the desk's people alone."""
    out = Publication.objects.all()
    return out if caller.staff else out.filter(published_at__isnull=False, withdrawn_at=None)


def incidents(caller: Caller) -> QuerySet[StoredIncident]:
    """Give incidents that a caller may see."""
    rows = StoredIncident.objects.filter(merged_into=None)
    return rows if caller.staff else rows.filter(id__in=publications(caller).values("incident_id"))


def one_incident(caller: Caller, incident_id: str) -> StoredIncident:
    """Give one incident. Raises Http404 for one that is not there, or not for this caller."""
    row = incidents(caller).filter(id=incident_id).first() if "\0" not in incident_id else None
    if row is None:
        raise Http404
    return row


def findings(caller: Caller) -> QuerySet[StoredFinding]:
    """Give findings; a yes that rests on unchecked law is not told to readers, as it is not published."""
    rows = StoredFinding.objects.filter(incident__in=incidents(caller).values("id"))
    return rows if caller.staff else rows.exclude(Q(answer="yes") & ~Q(certainty="checked"))


def reports(caller: Caller) -> QuerySet[StoredReport]:
    """Give reports; to readers those that stand in a published incident."""
    rows = StoredReport.objects.select_related("snapshot").defer("snapshot__content")
    if caller.staff:
        return rows
    shown = incidents(caller).values("id")
    return rows.filter(
        id__in=StoredReport.objects.filter(memberships__active=True, memberships__incident__in=shown).values("id")
    )


def statements(caller: Caller) -> QuerySet[StoredStatement]:
    """Give statements of the reports that a caller may see."""
    rows = StoredStatement.objects.defer("record", "terms")
    return rows if caller.staff else rows.filter(report__in=reports(caller).values("id"))


def point(row: StoredIncident, caller: Caller, today: date) -> tuple[float | None, float | None, bool]:
    """Give latitude, longitude and whether they were coarsened."""
    fresh = not caller.staff and is_fresh(row.day, today)
    if row.lat is None or row.lon is None:
        return row.lat, row.lon, False
    return *shown_at(row.lat, row.lon, fresh=fresh), fresh


def safe_incident(incident: Incident, caller: Caller, today: date) -> Incident:
    """Give the incident's record, its places no more exactly than a caller may know them."""
    if caller.staff:
        return incident
    cases = []
    for case in incident.cases:
        place = case.place
        if place.lat is not None and place.lon is not None:
            lat, lon = shown_at(place.lat, place.lon, fresh=is_fresh(case.on, today))
            place = replace(place, lat=lat, lon=lon)
        cases.append(replace(case, place=place))
    return replace(incident, cases=tuple(cases))
