"""Reading: incidents, reports, statements, findings and published pages."""

from __future__ import annotations

from datetime import date

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Query, Router

from casus.desk import searching
from casus.desk.api import acled, visible
from casus.desk.api.credentials import Caller, Known, caller_of
from casus.desk.api.forms import (
    ChangePage,
    ChangeRow,
    Day,
    FindingPage,
    FindingRow,
    IncidentPage,
    IncidentRow,
    MomentRow,
    Paged,
    PublicationPage,
    PublicationRow,
    ReportPage,
    ReportRow,
    StatementPage,
    StatementRow,
    Words,
)
from casus.desk.api.paging import page_of
from casus.desk.assessing import whole
from casus.desk.pages.mapping import drawn
from casus.desk.pages.telling import timeline
from casus.desk.store.models import StoredFinding, StoredIncident, StoredReport, StoredStatement

router = Router()


def _today() -> date:
    return timezone.now().date()


def _incident(row: StoredIncident, caller: Caller) -> IncidentRow:
    lat, lon, coarse = visible.point(row, caller, _today())
    names = ("id", "version", "headline", "attacker", "victim", "place", "day", "opened_at", "changed_at", "made_with")
    return IncidentRow(lat=lat, lon=lon, coarsened=coarse, **{name: getattr(row, name) for name in names})


@router.get("/incidents", response=IncidentPage, tags=["incidents"])
def list_incidents(request: HttpRequest, paged: Query[Paged]) -> IncidentPage:
    """List incidents, the last opened first."""
    caller = caller_of(request)
    rows = visible.incidents(caller).defer("assessment")
    found, more = page_of(rows, by="opened_at", cursor=paged.cursor, limit=paged.limit, request=request)
    return IncidentPage(items=[_incident(row, caller) for row in found], next=more)


@router.get("/incidents.csv", tags=["incidents"])
def incidents_as_table(request: HttpRequest, paged: Query[Paged]) -> HttpResponse:
    """Give incidents as CSV in ACLED's column shape plus ``initiator``; a header ``Link`` names the next page."""
    caller = caller_of(request)
    rows = visible.incidents(caller)
    found, more = page_of(rows, by="opened_at", cursor=paged.cursor, limit=paged.limit, request=request)
    answer = HttpResponse(acled.table(found, caller, _today()), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="incidents.csv"'
    if more:
        answer.headers["Link"] = f'<{more}>; rel="next"'
    return answer


@router.get("/incidents/{incident_id}", response=IncidentRow, tags=["incidents"])
def one_incident(request: HttpRequest, incident_id: str) -> IncidentRow:
    """Give one incident."""
    caller = caller_of(request)
    return _incident(visible.one_incident(caller, incident_id), caller)


@router.get("/incidents/{incident_id}/record", tags=["incidents"])
def incident_record(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give the incident's record, ``casus.incident/1``."""
    caller = caller_of(request)
    record = visible.one_incident(caller, incident_id).assessment.incident
    if record is None:
        raise Http404
    return _record(visible.safe_incident(record, caller, _today()))


@router.get("/incidents/{incident_id}/assessment", auth=Known("analyst"), tags=["incidents"])
def incident_assessment(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give the whole assessment with its reports, ``casus.assessment/1``; for analysts."""
    return _record(whole(visible.one_incident(caller_of(request), incident_id)))


def _record(record: msgspec.Struct) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(record), content_type="application/json; charset=utf-8")


@router.get("/incidents/{incident_id}/places.geojson", tags=["incidents"])
def incident_places(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give the incident's places and the boundaries near them as GeoJSON (RFC 7946)."""
    row = visible.one_incident(caller_of(request), incident_id)
    return JsonResponse(drawn(whole(row), today=_today()), content_type="application/geo+json")


@router.get("/incidents/{incident_id}/timeline", response=list[MomentRow], tags=["incidents"])
def incident_timeline(request: HttpRequest, incident_id: str) -> list[MomentRow]:
    """Give what happened and when it was learned; decisions are told to the desk's people alone."""
    caller = caller_of(request)
    row = visible.one_incident(caller, incident_id)
    moments = timeline(row, whole(row))
    return [MomentRow(**msgspec.structs.asdict(m)) for m in moments if caller.staff or m.kind != "decision"]


@router.get("/incidents/{incident_id}/changes", response=ChangePage, tags=["incidents"])
def incident_changes(request: HttpRequest, incident_id: str, paged: Query[Paged]) -> ChangePage:
    """Give what changed in the incident's answers, and why; to readers without who decided."""
    caller = caller_of(request)
    rows = visible.one_incident(caller, incident_id).changes.all()
    if not caller.staff:
        told = visible.findings(caller).filter(incident_id=incident_id).values("question")
        rows = rows.filter(question__in=told)
    found, more = page_of(rows, by="at", cursor=paged.cursor, limit=paged.limit, request=request)
    names = ("question", "treaty", "provision", "before", "after", "why", "at")
    items = [
        ChangeRow(cause=row.cause if caller.staff else "", **{name: getattr(row, name) for name in names})
        for row in found
    ]
    return ChangePage(items=items, next=more)


class FindingFilter(Paged):
    """What findings to give."""

    treaty: Words | None = None
    provision: Words | None = None
    answer: Words | None = None


@router.get("/incidents/{incident_id}/findings", response=FindingPage, tags=["findings"])
def incident_findings(request: HttpRequest, incident_id: str, wanted: Query[FindingFilter]) -> FindingPage:
    """Give an incident's findings."""
    row = visible.one_incident(caller_of(request), incident_id)
    return _findings(request, wanted, incident_id=row.id)


@router.get("/findings", response=FindingPage, tags=["findings"])
def list_findings(request: HttpRequest, wanted: Query[FindingFilter]) -> FindingPage:
    """Give findings over all incidents, by instrument, provision and answer."""
    return _findings(request, wanted)


def _findings(request: HttpRequest, wanted: FindingFilter, **of: str) -> FindingPage:
    asked = {n: v for n in ("treaty", "provision", "answer") if (v := getattr(wanted, n)) is not None}
    rows = visible.findings(caller_of(request)).filter(**asked, **of)
    found, more = page_of(rows, by=None, cursor=wanted.cursor, limit=wanted.limit, request=request)
    return FindingPage(items=[_finding(row) for row in found], next=more)


def _finding(row: StoredFinding) -> FindingRow:
    return FindingRow(
        incident=row.incident_id,
        question=row.question,
        treaty=row.treaty,
        provision=row.provision,
        answer=row.answer,
        certainty=row.certainty,
        cite=row.record.cite,
        obliged=list(row.record.obliged),
        beneficiary=list(row.record.beneficiary),
        why=row.record.why,
    )


@router.get("/reports", response=ReportPage, tags=["reports"])
def list_reports(request: HttpRequest, paged: Query[Paged]) -> ReportPage:
    """List reports, the last received first, without their words."""
    caller = caller_of(request)
    rows = visible.reports(caller).defer("reading", "terms", "snapshot__content")
    found, more = page_of(rows, by="received_at", cursor=paged.cursor, limit=paged.limit, request=request)
    return ReportPage(items=[_report(row, caller) for row in found], next=more)


@router.get("/reports/{report_id}", response=ReportRow, tags=["reports"])
def one_report(request: HttpRequest, report_id: str) -> ReportRow:
    """Give one report; with its words to the desk's people."""
    caller = caller_of(request)
    row = visible.reports(caller).filter(id=report_id).first() if "\0" not in report_id else None
    if row is None:
        raise Http404
    return _report(row, caller, text=row.record.text if caller.staff else None)


def _report(row: StoredReport, caller: Caller, text: str | None = None) -> ReportRow:
    return ReportRow(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        language=row.language,
        published=row.published,
        url=row.record.url or row.snapshot.address or None,
        sha256=row.snapshot_id,
        received_at=row.received_at if caller.staff else None,
        origin=row.origin,
        text=text,
    )


class StatementFilter(Paged):
    """What statements to give."""

    concept: Words | None = None
    plover: Words | None = None
    actor: Words | None = None
    recipient: Words | None = None
    place: Words | None = None
    modality: Words | None = None
    since: Day | None = None
    until: Day | None = None
    q: Words | None = None


@router.get("/statements", response=StatementPage, tags=["statements"])
def list_statements(request: HttpRequest, wanted: Query[StatementFilter]) -> StatementPage:
    """Give statements by what they say; ``q`` searches their words."""
    caller = caller_of(request)
    rows = visible.statements(caller)
    for name in ("concept", "plover", "actor", "recipient", "place", "modality"):
        if (value := getattr(wanted, name)) is not None:
            rows = rows.filter(**{name: value})
    if wanted.since:
        rows = rows.filter(day__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(day__lte=wanted.until)
    if wanted.q:
        rows = rows.filter(id__in=searching.statements(wanted.q).order_by().values("id"))
    found, more = page_of(rows, by=None, cursor=wanted.cursor, limit=wanted.limit, request=request)
    return StatementPage(items=[_statement(row, caller) for row in found], next=more)


def _statement(row: StoredStatement, caller: Caller) -> StatementRow:
    names = ("number", "concept", "plover", "actor", "recipient", "speaker", "place", "day", "modality", "polarity")
    given = {name: getattr(row, name) for name in names}
    words = row.words if caller.staff else None
    return StatementRow(id=f"{row.report_id}.{row.number}", report=row.report_id, words=words, **given)


@router.get("/publications", response=PublicationPage, tags=["publications"])
def list_publications(request: HttpRequest, paged: Query[Paged]) -> PublicationPage:
    """List published pages, version by version, the last published first."""
    rows = visible.publications(caller_of(request)).filter(published_at__isnull=False)
    found, more = page_of(rows, by="published_at", cursor=paged.cursor, limit=paged.limit, request=request)
    names = ("number", "version", "headline", "arrow", "correction", "published_at", "withdrawn_at", "digest")
    items = [PublicationRow(incident=row.incident_id, **{n: getattr(row, n) for n in names}) for row in found]
    return PublicationPage(items=items, next=more)
