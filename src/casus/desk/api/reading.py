"""Reading findings, reports, statements and published pages."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from ninja import Query, Router

from casus.desk import searching
from casus.desk.api import as_published, visible
from casus.desk.api.credentials import Known
from casus.desk.api.forms import (
    Asked,
    Day,
    FindingPage,
    FindingRow,
    Paged,
    PublicationPage,
    ReportPage,
    ReportRow,
    StatementPage,
    StatementRow,
    Words,
)
from casus.desk.api.paging import page_of
from casus.desk.freezing import finding_row
from casus.desk.publishing import listed
from casus.desk.store.models import Publication, StoredFinding, StoredIncident, StoredReport, StoredStatement

router = Router()


class FindingFilter(Paged):
    """What findings to give."""

    treaty: Words | None = None
    provision: Words | None = None
    answer: Words | None = None


@router.get("/incidents/{incident_id}/findings", response=FindingPage, tags=["findings"])
def incident_findings(request: HttpRequest, incident_id: str, wanted: Query[FindingFilter]) -> FindingPage:
    """Give an incident's findings."""
    at = visible.published_at(request, wanted.as_of)
    if at is not None:
        row = as_published.version_of(incident_id, at)
        return _findings(request, wanted, publication=row.pk)
    return _findings(request, wanted, incident=visible.one_incident(incident_id).id)


@router.get("/findings", response=FindingPage, tags=["findings"])
def list_findings(request: HttpRequest, wanted: Query[FindingFilter]) -> FindingPage:
    """Give findings over all incidents, by instrument, provision and answer."""
    return _findings(request, wanted)


def _findings(request: HttpRequest, wanted: FindingFilter, **of: object) -> FindingPage:
    asked = {n: v for n in ("treaty", "provision", "answer") if (v := getattr(wanted, n)) is not None} | of
    at = visible.published_at(request, wanted.as_of)
    if at is not None:
        told = as_published.findings(at).filter(**asked)
        rows, more = page_of(told, by=None, cursor=wanted.cursor, limit=wanted.limit, request=request)
        return FindingPage(items=[as_published.finding_row(row) for row in rows], next=more)
    merged = StoredIncident.objects.filter(merged_into__isnull=False).order_by().values("id")
    known = StoredFinding.objects.filter(**asked).exclude(incident__in=merged)
    found, more = page_of(known, by=None, cursor=wanted.cursor, limit=wanted.limit, request=request)
    return FindingPage(items=[FindingRow(incident=r.incident_id, **finding_row(r.record)) for r in found], next=more)


@router.get("/reports", response=ReportPage, tags=["reports"])
def list_reports(request: HttpRequest, paged: Query[Paged]) -> ReportPage:
    """List reports, the last received first, without their words."""
    at = visible.published_at(request, paged.as_of)
    rows = visible.reports() if at is None else as_published.reports(at)
    known = rows.defer("reading", "terms")
    found, more = page_of(known, by="received_at", cursor=paged.cursor, limit=paged.limit, request=request)
    return ReportPage(items=[_report(row) if at is None else as_published.report_row(row) for row in found], next=more)


@router.get("/reports/{report_id}", response=ReportRow, tags=["reports"])
def one_report(request: HttpRequest, report_id: str, asked: Query[Asked]) -> ReportRow:
    """Give one report; with its words to the desk's people."""
    at = visible.published_at(request, asked.as_of)
    rows = visible.reports() if at is None else as_published.reports(at)
    row = rows.filter(id=report_id).first() if "\0" not in report_id else None
    if row is None:
        raise Http404
    return _report(row, text=row.record.text) if at is None else as_published.report_row(row)


def _report(row: StoredReport, text: str | None = None) -> ReportRow:
    return ReportRow(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        language=row.language,
        published=row.published,
        url=row.record.url or row.snapshot.address or None,
        sha256=row.snapshot_id,
        received_at=row.received_at,
        origin=row.origin,
        text=text,
    )


SAID = ("concept", "actor", "recipient", "place", "plover", "modality")
"""What statements are asked for by; the last two have few values, half of all statements may be behind one."""
OF_FEW_VALUES = ("plover", "modality")


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


@router.get("/statements", response=StatementPage, auth=Known("analyst"), tags=["reports"])
def list_statements(request: HttpRequest, wanted: Query[StatementFilter]) -> StatementPage:
    """Give statements by what they say, the last read first; asked by days alone, the latest day first.

    ``q`` searches their words. For analysts: readers have the published pages.
    """
    rows = visible.statements()
    asked = {name: value for name in SAID if (value := getattr(wanted, name)) is not None}
    rows = _saying(rows, asked)
    if wanted.since:
        rows = rows.filter(day__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(day__lte=wanted.until)
    if wanted.q:
        rows = rows.filter(id__in=searching.statements(wanted.q).order_by().values("id"))
    by = None if asked or not (wanted.since or wanted.until) else "day"
    found, more = page_of(rows, by=by, cursor=wanted.cursor, limit=wanted.limit, request=request)
    return StatementPage(items=[_statement(row) for row in found], next=more)


def _saying(rows: QuerySet[StoredStatement], asked: dict[str, str]) -> QuerySet[StoredStatement]:
    """Keep the statements that say all of this.

    SQLite takes an index of few values for as good as another; what is asked besides stands in that other as well.
    """
    for number, (name, value) in enumerate(asked.items()):
        if number and name in OF_FEW_VALUES and connection.vendor == "sqlite":
            rows = rows.alias(**{f"its_{name}": Coalesce(name, Value(""))}).filter(**{f"its_{name}": value})
        else:
            rows = rows.filter(**{name: value})
    return rows


def _statement(row: StoredStatement) -> StatementRow:
    names = ("number", "concept", "plover", "actor", "recipient", "speaker", "place", "day", "modality", "polarity")
    given = {name: getattr(row, name) for name in (*names, "words")}
    return StatementRow(id=f"{row.report_id}.{row.number}", report=row.report_id, **given)


@router.get("/publications", response=PublicationPage, tags=["publications"])
def list_publications(request: HttpRequest, paged: Query[Paged]) -> PublicationPage:
    """List published pages, version by version, the last published first; withdrawn ones to the desk's people alone."""
    at = visible.published_at(request, paged.as_of)
    every = listed(Publication.objects.filter(published_at__isnull=False))
    rows = every if at is None else as_published.publications(at)
    found, more = page_of(rows, by="published_at", cursor=paged.cursor, limit=paged.limit, request=request)
    return PublicationPage(items=[as_published.publication_row(row) for row in found], next=more)
