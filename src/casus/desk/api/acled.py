"""Incidents as a table in ACLED's column shape, with who began it; cells stay empty where a thing is not known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from casus.briefing.naming import party_name
from casus.desk.api.as_published import record
from casus.desk.assessing import outline
from casus.desk.redacting import without_persons
from casus.desk.store.models import Publication, StoredIncident
from casus.records import Case, Incident, Record, Words

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp", "initiator"),
)
"""The columns of ACLED's export, in its order; ``initiator`` is ours."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Told(Record, frozen=True, kw_only=True):
    """An incident as the table tells it."""

    incident: Incident
    source: str
    notes: str
    changed_at: datetime


def table(told: Iterable[Told]) -> str:
    """Give a CSV table (RFC 4180) with a line for each case."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for one in told:
        for line in _lines(one):
            writer.writerow({name: defused(cell) for name, cell in line.items()})
    return out.getvalue()


def of_desk(row: StoredIncident) -> Told | None:
    """Give an incident as it stands on the desk; None where its reports no longer tell of one."""
    publishers = row.reports.filter(memberships__incident=row, memberships__active=True)
    return _told(outline(row).incident, publishers.values_list("publisher", flat=True), row.headline, row.changed_at)


def of_version(row: Publication) -> Told | None:
    """Give an incident as a version has it."""
    publishers = [without_persons(p) for p in row.reports.values_list("publisher", flat=True)]
    return _told(record(row), publishers, row.headline, row.published_at)


def _told(incident: Incident | None, publishers: Iterable[str], headline: Words, at: datetime | None) -> Told | None:
    if incident is None or at is None:
        return None
    source = "; ".join(sorted({p for p in publishers if p}))
    return Told(incident=incident, source=source, notes=str(headline.get("en", "")), changed_at=at)


def defused(cell: str | float | None) -> str | float:
    """Keep a spreadsheet from taking words for a formula; numbers stay numbers.

    >>> defused("=1+1"), defused(-3.5), defused(None)
    ("'=1+1", -3.5, '')
    """
    if isinstance(cell, str):
        return "'" + cell if cell.startswith(FORMULA) else cell
    return "" if cell is None else cell


def _lines(told: Told) -> Iterator[dict[str, str | float | None]]:
    for case in told.incident.cases:
        yield {
            **_who(case),
            "event_id_cnty": case.id,
            "event_date": case.on.isoformat(),
            "year": case.on.year,
            "time_precision": 1 if case.until in {None, case.on} else None,
            "location": case.place.name,
            "latitude": case.place.lat,
            "longitude": case.place.lon,
            "source": told.source,
            "notes": told.notes,
            "timestamp": int(told.changed_at.timestamp()),
        }


def _who(case: Case) -> dict[str, str | float | None]:
    """Name the sides; only where all accounts agree is it said who began."""
    attacker, victim = ("; ".join(party_name(p)["en"] for p in side) for side in (case.attacker, case.victim))
    return {"actor1": attacker, "actor2": victim, "initiator": attacker if case.told_by == "agreed" else None}
