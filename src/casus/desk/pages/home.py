"""The first page: situations as they were last published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casus.desk.publishing import latest

SHOWN = 50


def situations(request: HttpRequest) -> HttpResponse:
    """List what is published, the latest first, each incident once."""
    rows = latest().defer("content", "incident__assessment")[:SHOWN]
    return render(request, "desk/situations.html", {"situations": rows})
