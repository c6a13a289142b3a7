"""What a caller may see: readers what is published, as it was published; the desk's people what stands on the desk."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from casus.desk.api.credentials import caller_of
from casus.desk.store.models import Snapshot, StoredIncident, StoredReport, StoredStatement


def published_at(request: HttpRequest, as_of: datetime | None) -> datetime | None:
    """Give the moment whose published state is meant.

    None: the desk's own state, which its people see unless they ask for a moment.
    """
    if as_of is None and caller_of(request).staff:
        return None
    return as_of or timezone.now()


def incidents() -> QuerySet[StoredIncident]:
    """Give the incidents of the desk."""
    return StoredIncident.objects.filter(merged_into=None)


def one_incident(incident_id: str) -> StoredIncident:
    """Give one incident. Raises Http404 for one that is not there."""
    row = incidents().defer("assessment").filter(id=incident_id).first() if "\0" not in incident_id else None
    if row is None:
        raise Http404
    return row


def reports() -> QuerySet[StoredReport]:
    """Give reports with where they came from, not the bytes."""
    return StoredReport.objects.prefetch_related(Prefetch("snapshot", Snapshot.objects.defer("content")))


def statements() -> QuerySet[StoredStatement]:
    """Give statements without what they are searched by."""
    return StoredStatement.objects.defer("record", "terms")
