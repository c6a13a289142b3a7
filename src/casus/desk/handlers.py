"""What the worker can do, by the kind of job."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casus.desk.assessing import place_report, work_out
from casus.desk.polling import poll
from casus.desk.queue import Handler, Report, enqueue
from casus.desk.store.models import StoredIncident
from casus.pipeline import tools


def _place(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Put a report into its incident."""
    report(0.1, "reading it against the incidents at hand")
    incident = place_report(str(arguments["report"]), at=at)
    return {"incident": incident.id if incident else None}


def _work_out(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Work one incident out anew."""
    incident = StoredIncident.objects.get(id=str(arguments["incident"]))
    report(0.1, f"working out {incident.id}")
    return {"version": work_out(incident, cause=str(arguments["cause"]), at=at).version}


def _rework(arguments: Mapping[str, object], report: Report, at: datetime) -> dict[str, object]:
    """Queue the working out of all incidents that were made with other law files than those at hand."""
    del arguments
    version = tools().law.version
    stale = StoredIncident.objects.filter(merged_into=None).exclude(made_with__endswith=version)
    ids = list(stale.values_list("id", flat=True))
    for n, incident in enumerate(ids):
        cause = f"law and places files changed: {version}"
        enqueue("work out", {"incident": incident, "cause": cause}, key=incident, at=at)
        report((n + 1) / len(ids), f"{n + 1} of {len(ids)} incidents queued")
    return {"queued": len(ids)}


HANDLERS: Mapping[str, Handler] = {"place": _place, "work out": _work_out, "rework": _rework, "poll": poll}
