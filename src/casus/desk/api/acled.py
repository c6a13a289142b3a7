"""Incidents as a table in ACLED's column shape, with who began it; cells stay empty where a thing is not known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from casus.briefing.naming import party_name
from casus.desk.api.credentials import Caller
from casus.desk.api.visible import reports, safe_incident
from casus.desk.store.models import StoredIncident
from casus.records import Case

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp", "initiator"),
)
"""The columns of ACLED's export, in its order; ``initiator`` is ours."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(rows: Sequence[StoredIncident], caller: Caller, today: date) -> str:
    """Give a CSV table (RFC 4180) with a line for each case."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        for line in _lines(row, caller, today):
            writer.writerow({name: defused(cell) for name, cell in line.items()})
    return out.getvalue()


def defused(cell: str | float | None) -> str | float:
    """Keep a spreadsheet from taking words for a formula; numbers stay numbers.

    >>> defused("=1+1"), defused(-3.5), defused(None)
    ("'=1+1", -3.5, '')
    """
    if isinstance(cell, str):
        return "'" + cell if cell.startswith(FORMULA) else cell
    return "" if cell is None else cell


def _lines(row: StoredIncident, caller: Caller, today: date) -> Iterator[dict[str, str | float | None]]:
    incident = row.assessment.incident
    publishers = reports(caller).filter(memberships__incident=row, memberships__active=True)
    source = "; ".join(sorted({p for p in publishers.values_list("publisher", flat=True) if p}))
    for case in safe_incident(incident, caller, today).cases if incident else ():
        yield {
            **_who(case),
            "event_id_cnty": case.id,
            "event_date": case.on.isoformat(),
            "year": case.on.year,
            "time_precision": 1 if case.until in {None, case.on} else None,
            "location": case.place.name,
            "latitude": case.place.lat,
            "longitude": case.place.lon,
            "source": source,
            "notes": str(row.headline.get("en", "")),
            "timestamp": int(row.changed_at.timestamp()),
        }


def _who(case: Case) -> dict[str, str | float | None]:
    """Name the sides; only where all accounts agree is it said who began."""
    attacker, victim = ("; ".join(party_name(p)["en"] for p in side) for side in (case.attacker, case.victim))
    return {"actor1": attacker, "actor2": victim, "initiator": attacker if case.told_by == "agreed" else None}
