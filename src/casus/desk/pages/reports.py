"""Reports: the list, and one with its words marked and what was read in it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from casus.briefing.naming import act_of, party_list
from casus.desk.pages.marking import Piece, pieces
from casus.desk.roles import only
from casus.desk.store.models import StoredIncident, StoredReport, StoredStatement

ON_A_PAGE = 40


@only("analyst")
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """List the reports, the last received first."""
    rows = StoredReport.objects.defer("record", "reading", "terms").prefetch_related(
        Prefetch("incidents", StoredIncident.objects.only("day", "place", "headline"))
    )
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/reports.html", {"page": page})


@only("analyst")
@require_safe
def report(request: HttpRequest, report_id: str) -> HttpResponse:
    """Show one report; ``from`` and ``to`` mark some of its words."""
    stored = get_object_or_404(StoredReport, id=report_id)
    said = list(stored.statements.all())
    span = _span(request, len(stored.record.text))
    text: list[Piece] = pieces(stored.record.text, [s.record.trigger.span for s in said], span)
    given = {
        "report": stored,
        "text": text,
        "statements": [_row(s) for s in said],
        "incidents": stored.incidents.filter(memberships__active=True).defer("assessment"),
        "copies": StoredReport.objects.filter(origin=stored.origin).exclude(id=stored.id).defer("reading", "terms"),
    }
    return render(request, "desk/report.html", given)


def _span(request: HttpRequest, length: int) -> tuple[int, int] | None:
    start, end = request.GET.get("from", ""), request.GET.get("to", "")
    if not (start.isdecimal() and end.isdecimal()) or not int(start) < int(end) <= length:
        return None
    return int(start), int(end)


def _row(stored: StoredStatement) -> dict[str, object]:
    """Give what a statement says, in words."""
    return {
        "stored": stored,
        "act": act_of(stored.concept) if stored.concept else {"en": stored.record.trigger.text},
        "actor": party_list(stored.actor) if stored.actor else None,
        "recipient": party_list(stored.recipient) if stored.recipient else None,
        "speaker": party_list(stored.speaker),
        "trigger": stored.record.trigger,
    }
