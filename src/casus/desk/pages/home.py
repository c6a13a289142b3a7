"""The first page: situations as they were last published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casus.desk.store.models import Publication

SHOWN = 50


def situations(request: HttpRequest) -> HttpResponse:
    """List what is published, the latest first, each incident once."""
    latest: dict[str, Publication] = {}
    published = Publication.objects.filter(published_at__isnull=False, withdrawn_at=None).select_related("incident")
    for row in published[: SHOWN * 4]:
        latest.setdefault(row.incident_id, row)
    return render(request, "desk/situations.html", {"situations": list(latest.values())[:SHOWN]})
