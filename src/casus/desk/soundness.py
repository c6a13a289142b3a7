"""Whether a desk is sound: tables up to date, the audit log and the ledger whole, nothing given up, nothing unread."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from casus.desk.auditing import broken_links
from casus.desk.forecasting import broken_lines
from casus.desk.store.models import Job, OwnFeed, StoredReport
from casus.errors import Problem


def faults() -> Iterator[Problem]:
    """Name what is not as it should be; nothing where all is well."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield Problem(where="tables", what=f"{len(waiting)} changes are waiting", hint="casus desk migrate")
        return
    yield from broken_links()
    yield from broken_lines()
    for job in Job.objects.filter(state=Job.FAILED):
        yield Problem(where=f"job {job.id}, {job.kind} {job.key}", what=job.says, hint="retry it on the page Work")
    for feed in OwnFeed.objects.filter(active=True).exclude(trouble=""):
        yield Problem(where=feed.address, what=feed.trouble)
    unread = StoredReport.objects.filter(reading=None).count()
    if unread:
        yield Problem(
            where="reports", what=f"{unread} have not been read", hint="is the extra of their language installed?"
        )
