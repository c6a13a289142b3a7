"""The first page: situations as they were last published."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casus.desk.publishing import latest, listed

ON_A_PAGE = 50


def situations(request: HttpRequest) -> HttpResponse:
    """List what is published, the latest first, each incident once."""
    page = Paginator(listed(latest()), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/situations.html", {"page": page})
