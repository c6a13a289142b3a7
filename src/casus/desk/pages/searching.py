"""The search page: reports and statements, in any of the languages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casus.desk import searching
from casus.desk.pages.paging import CappedPaginator
from casus.desk.roles import only
from casus.desk.store.models import StoredReport, StoredStatement

ON_A_PAGE = 20


@only("analyst")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a query with the reports and the statements that have all its terms."""
    query = request.GET.get("q", "")[:200]
    page = request.GET.get("page")
    shown = StoredReport.objects.defer("reading", "terms")
    reports = CappedPaginator(searching.reports(query), shown, ON_A_PAGE).get_page(page)
    said = StoredStatement.objects.select_related("report")
    said = said.defer("terms", "report__record", "report__reading", "report__terms")
    statements = CappedPaginator(searching.statements(query), said, ON_A_PAGE).get_page(page)
    return render(request, "desk/search.html", {"query": query, "reports": reports, "statements": statements})
