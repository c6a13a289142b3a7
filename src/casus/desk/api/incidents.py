"""Reading incidents: in lists, as a table, as records, on a timeline, as places on a map."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Query, Router

from casus.desk.api import acled, as_published, visible
from casus.desk.api.credentials import Known
from casus.desk.api.forms import (
    Asked,
    ChangePage,
    ChangeRow,
    IncidentPage,
    IncidentRow,
    MomentRow,
    Paged,
)
from casus.desk.api.paging import cursor_of, next_address, page_of, version_and_question
from casus.desk.assessing import outline, whole
from casus.desk.pages.mapping import drawn
from casus.desk.pages.telling import timeline
from casus.desk.store.models import Publication, StoredIncident

router = Router(tags=["incidents"])
ROW = ("id", "version", "headline", "attacker", "victim", "place", "lat", "lon", "day", "opened_at", "changed_at")


def _row(row: StoredIncident) -> IncidentRow:
    return IncidentRow(coarsened=False, made_with=row.made_with, **{name: getattr(row, name) for name in ROW})


@router.get("/incidents", response=IncidentPage)
def list_incidents(request: HttpRequest, paged: Query[Paged]) -> IncidentPage:
    """List incidents: to readers as published, the last published first; to the desk's people the last opened first."""
    at = visible.published_at(request, paged.as_of)
    if at is not None:
        versions = as_published.told_in_lists(at)
        told, more = page_of(versions, by="published_at", cursor=paged.cursor, limit=paged.limit, request=request)
        return IncidentPage(items=[as_published.incident_row(row) for row in told], next=more)
    rows = visible.incidents().defer("assessment")
    found, more = page_of(rows, by="opened_at", cursor=paged.cursor, limit=paged.limit, request=request)
    return IncidentPage(items=[_row(row) for row in found], next=more)


@router.get("/incidents.csv")
def incidents_as_table(request: HttpRequest, paged: Query[Paged]) -> HttpResponse:
    """Give incidents as CSV in ACLED's column shape plus ``initiator``; a header ``Link`` names the next page."""
    at = visible.published_at(request, paged.as_of)
    if at is not None:
        versions = as_published.versions(at)
        told, more = page_of(versions, by="published_at", cursor=paged.cursor, limit=paged.limit, request=request)
        lines = [acled.of_version(row) for row in told]
    else:
        rows = visible.incidents().defer("assessment")
        found, more = page_of(rows, by="opened_at", cursor=paged.cursor, limit=paged.limit, request=request)
        lines = [acled.of_desk(row) for row in found]
    table = acled.table(line for line in lines if line)
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="incidents.csv"'
    if more:
        answer.headers["Link"] = f'<{more}>; rel="next"'
    return answer


@router.get("/incidents/{incident_id}", response=IncidentRow)
def one_incident(request: HttpRequest, incident_id: str, asked: Query[Asked]) -> IncidentRow:
    """Give one incident."""
    at = visible.published_at(request, asked.as_of)
    if at is not None:
        return as_published.incident_row(as_published.version_of(incident_id, at))
    return _row(visible.one_incident(incident_id))


@router.get("/incidents/{incident_id}/record")
def incident_record(request: HttpRequest, incident_id: str, asked: Query[Asked]) -> HttpResponse:
    """Give the incident's record, ``casus.incident/1``."""
    at = visible.published_at(request, asked.as_of)
    if at is not None:
        return _record(as_published.record(as_published.version_of(incident_id, at)))
    record = outline(visible.one_incident(incident_id)).incident
    if record is None:
        raise Http404
    return _record(record)


@router.get("/incidents/{incident_id}/assessment", auth=Known("analyst"))
def incident_assessment(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give the whole assessment with its reports as it stands, ``casus.assessment/1``; for analysts."""
    del request
    return _record(whole(visible.one_incident(incident_id)))


def _record(record: msgspec.Struct) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(record), content_type="application/json; charset=utf-8")


@router.get("/incidents/{incident_id}/places.geojson")
def incident_places(request: HttpRequest, incident_id: str, asked: Query[Asked]) -> HttpResponse:
    """Give the incident's places and the boundaries near them as GeoJSON (RFC 7946)."""
    at = visible.published_at(request, asked.as_of)
    if at is not None:
        places = as_published.page_of_version(incident_id, at).content["places"]
    else:
        places = drawn(outline(visible.one_incident(incident_id)), today=timezone.now().date())
    return JsonResponse(places, content_type="application/geo+json")


@router.get("/incidents/{incident_id}/timeline", response=list[MomentRow])
def incident_timeline(request: HttpRequest, incident_id: str, asked: Query[Asked]) -> list[MomentRow]:
    """Give what happened and when it was learned; decisions are told to the desk's people alone."""
    at = visible.published_at(request, asked.as_of)
    if at is not None:
        return as_published.moments(as_published.version_of(incident_id, at), at)
    row = visible.one_incident(incident_id)
    return [MomentRow(**msgspec.structs.asdict(moment)) for moment in timeline(row, whole(row))]


@router.get("/incidents/{incident_id}/changes", response=ChangePage)
def incident_changes(request: HttpRequest, incident_id: str, paged: Query[Paged]) -> ChangePage:
    """Give what changed in the incident's answers, and why; to readers from one published version to the next."""
    at = visible.published_at(request, paged.as_of)
    if at is not None:
        return _published_changes(request, as_published.version_of(incident_id, at), at, paged)
    rows = visible.one_incident(incident_id).changes.all()
    found, more = page_of(rows, by="at", cursor=paged.cursor, limit=paged.limit, request=request)
    names = ("question", "treaty", "provision", "before", "after", "why", "cause", "at")
    return ChangePage(items=[ChangeRow(**{name: getattr(row, name) for name in names}) for row in found], next=more)


def _published_changes(request: HttpRequest, row: Publication, at: datetime, paged: Paged) -> ChangePage:
    after = version_and_question(paged.cursor) if paged.cursor else None
    found = list(islice(as_published.changes(row, at, after), paged.limit + 1))
    told = found[: paged.limit]
    more = len(found) > len(told) and told[-1]
    return ChangePage(
        items=[change for _, _, change in told],
        next=next_address(request, cursor_of(None, f"{more[0].number} {more[1]}")) if more else None,
    )
