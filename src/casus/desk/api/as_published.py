"""What readers are given: versions as they were published, at a moment; nothing of what goes on at the desk since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from casus.desk.api.forms import ChangeRow, FindingRow, IncidentRow, MomentRow, PublicationRow, ReportRow
from casus.desk.publishing import latest, standing
from casus.desk.redacting import without_persons
from casus.desk.store.models import Publication, PublishedFinding, StoredReport
from casus.records import Incident

NOTHING: dict[str, Any] = {}
"""The record of a version that was published before records were kept; it is shown again with its next version."""


def versions(at: datetime) -> QuerySet[Publication]:
    """Give the version of every incident that stood at a moment and stands still."""
    return latest(at).exclude(record=NOTHING).defer(None).defer("content", "incident__assessment")


def version_of(incident_id: str, at: datetime) -> Publication:
    """Give an incident's version of a moment. Raises Http404 where none stood."""
    known = versions(at).filter(incident_id=incident_id) if "\0" not in incident_id else Publication.objects.none()
    row = known.first()
    if row is None:
        raise Http404
    return row


def incident_row(row: Publication) -> IncidentRow:
    """Give an incident as a version gives it; it changed when that version was published."""
    said = row.record["row"]
    return IncidentRow(id=row.incident_id, version=row.version, headline=row.headline, changed_at=_out_at(row), **said)


def _out_at(row: Publication) -> datetime:
    """Give when a version was published."""
    return row.published_at or row.drafted_at


def record(row: Publication) -> Incident:
    """Give the incident's record as it was frozen."""
    return msgspec.convert(row.record["incident"], Incident)


def findings(at: datetime) -> QuerySet[PublishedFinding]:
    """Give the findings of the versions of a moment."""
    return PublishedFinding.objects.filter(Exists(versions(at).order_by().filter(id=OuterRef("publication"))))


def finding_row(row: PublishedFinding) -> FindingRow:
    """Give a finding as it was published."""
    return FindingRow(**row.record)


def moments(row: Publication, at: datetime) -> list[MomentRow]:
    """Give what a version tells as having happened, and when versions were published."""
    told = [MomentRow(**moment) for moment in row.record["timeline"]]
    told += [
        MomentRow(happened=None, learned=_out_at(v), says=v.headline, disputed=False, kind="publication")
        for v in _before(row.incident_id, at)
    ]
    return sorted(told, key=lambda m: (m.happened or m.learned.date(), m.learned))


def _before(incident_id: str, at: datetime) -> Sequence[Publication]:
    """Give an incident's standing versions up to a moment, the first published first."""
    rows = standing().filter(incident_id=incident_id, published_at__lte=at)
    return list(rows.exclude(record=NOTHING).defer("content", "record", "incident__assessment").reverse())


def changes(row: Publication, at: datetime) -> list[ChangeRow]:
    """Give what changed in the answers from one published version to the next, the last first."""
    out: list[ChangeRow] = []
    before: dict[str, PublishedFinding] = {}
    for number, version in enumerate(_before(row.incident_id, at)):
        after = {f.question: f for f in version.findings.order_by("id")}
        if number:
            out += [
                _change(before.get(q), after.get(q), version)
                for q in sorted(before.keys() | after.keys())
                if _answer(before.get(q)) != _answer(after.get(q))
            ]
        before = after
    return out[::-1]


def _answer(found: PublishedFinding | None) -> str:
    return found.answer if found else ""


def _change(old: PublishedFinding | None, new: PublishedFinding | None, version: Publication) -> ChangeRow:
    one = new or old
    assert one is not None  # noqa: S101  a question comes from one of the two
    return ChangeRow(
        question=one.question,
        treaty=one.treaty,
        provision=one.provision,
        before=_answer(old),
        after=_answer(new),
        why=str(new.record["why"]) if new else "",
        cause=version.correction,
        at=_out_at(version),
    )


def reports(at: datetime) -> QuerySet[StoredReport]:
    """Give the reports that the versions of a moment were made from."""
    shown = StoredReport.objects.filter(publications__in=versions(at).order_by().values("id")).values("id")
    return StoredReport.objects.filter(id__in=shown).select_related("snapshot").defer("snapshot__content")


def report_row(row: StoredReport) -> ReportRow:
    """Give a report without its words, its account and when the desk received it."""
    address = row.record.url or row.snapshot.address or ""
    return ReportRow(
        id=row.id,
        title=without_persons(row.title),
        publisher=without_persons(row.publisher),
        language=row.language,
        published=row.published,
        url=address if address and without_persons(address) == address else None,
        sha256=row.snapshot_id,
        origin=row.origin,
    )


def publications(at: datetime) -> QuerySet[Publication]:
    """Give all versions published up to a moment that stand still."""
    return standing().filter(published_at__lte=at).defer("content", "record", "incident__assessment")


def publication_row(row: Publication) -> PublicationRow:
    """Give one version in a list."""
    names = ("number", "version", "headline", "arrow", "correction", "published_at", "withdrawn_at", "digest")
    return PublicationRow(incident=row.incident_id, **{name: getattr(row, name) for name in names})
