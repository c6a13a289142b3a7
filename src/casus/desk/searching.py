"""Search over reports and statements, the same on both databases: every term asked for must be there."""

from __future__ import annotations

from django.db.models import QuerySet

from casus.desk.store.models import StoredReport, StoredStatement
from casus.desk.terms import asked


def reports(query: str) -> QuerySet[StoredReport]:
    """Find the latest reports, newest first, a thousand at most; nothing for a query without a term."""
    wanted = asked(query)
    found = StoredReport.objects.filter(terms__latest=wanted) if wanted else StoredReport.objects.none()
    return found.order_by("-received_at", "id")


def statements(query: str) -> QuerySet[StoredStatement]:
    """Find the statements read last, the last first, a thousand at most; nothing for a query without a term."""
    wanted = asked(query)
    found = StoredStatement.objects.filter(terms__latest=wanted) if wanted else StoredStatement.objects.none()
    return found.select_related("report").order_by("-id")
