"""What the worker can do, by the kind of job."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec
from django.db.models import QuerySet

from casus.desk.assessing import place_report, reports_of, work_out
from casus.desk.causes import data_changed
from casus.desk.knowledge import REREAD, changed, state
from casus.desk.polling import poll
from casus.desk.queue import Handler, Report, enqueue
from casus.desk.receiving import reread
from casus.desk.store.models import StoredIncident
from casus.desk.watching import tell
from casus.records import Words

TELLS_EVERY = 100


def _place(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Put a report into its incident."""
    report(0.1, "reading it against the incidents at hand")
    incident = place_report(str(arguments["report"]), at=at)
    return {"incident": incident.id if incident else None}


def _work_out(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Work one incident out anew."""
    incident = StoredIncident.objects.get(id=str(arguments["incident"]))
    read_again = 0
    if arguments.get("reread"):
        for row in reports_of(incident):
            report(0.1, f"reading again {row.id}")
            read_again += reread(row, at=at)
    report(0.5, f"working out {incident.id}")
    before = incident.changes.count()
    done = work_out(incident, cause=_words(arguments["cause"]), at=at)
    changes = incident.changes.count() - before
    report(0.9, f"{changes} answers changed")
    return {"version": done.version, "changes": changes, "read_again": read_again}


def _rework(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Queue the working out of all incidents that were made with other data files than those at hand."""
    del arguments
    rows = list(stale().order_by("id").values_list("id", "made_with"))
    for n, (incident, made_with) in enumerate(rows, 1):
        areas = changed(made_with, state())
        given = {"incident": incident, "cause": data_changed(areas), "reread": bool(REREAD & set(areas))}
        enqueue("work out", given, key=incident, at=at)
        if n % TELLS_EVERY == 0 or n == len(rows):
            report(n / len(rows), f"{n} of {len(rows)} incidents queued")
    return {"queued": len(rows)}


def stale() -> QuerySet[StoredIncident]:
    """Give the incidents that were worked out with other data files than those at hand."""
    return StoredIncident.objects.filter(merged_into=None).exclude(made_with=state())


def _words(given: object) -> Words:
    """Read the words of a cause as a job keeps them."""
    return msgspec.convert(given, Words)


HANDLERS: Mapping[str, Handler] = {
    "place": _place,
    "work out": _work_out,
    "rework": _rework,
    "poll": poll,
    "tell": tell,
}
