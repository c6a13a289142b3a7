"""What readers are given: versions as they were published, at a moment; nothing of what goes on at the desk since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

import msgspec
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTransform
from django.http import Http404

from casus.desk.api import visible
from casus.desk.api.forms import ChangeRow, FindingRow, IncidentRow, MomentRow, PublicationRow, ReportRow
from casus.desk.publishing import latest, listed, standing
from casus.desk.redacting import without_persons
from casus.desk.store.models import Publication, PublishedFinding, StoredReport
from casus.records import Incident


class NotRecorded(Exception):  # noqa: N818  it says what is so, as Http404 does
    """A version that was published before records were kept has nothing of what is asked for but its page."""

    def __init__(self, row: Publication) -> None:
        super().__init__(f"version {row.number} of {row.incident_id} was published before records were kept")
        self.row = row


def versions(at: datetime) -> QuerySet[Publication]:
    """Give the version of every incident that stood at a moment and stands still, of those that have a record."""
    return latest(at).filter(recorded=True).defer(None).defer("content")


def page_of_version(incident_id: str, at: datetime) -> Publication:
    """Give an incident's version of a moment, its page with it. Raises Http404 where none stood."""
    row = _known(incident_id, at).first()
    if row is None:
        raise Http404
    return row


def version_of(incident_id: str, at: datetime) -> Publication:
    """Give an incident's version of a moment with its record. Raises Http404 where none stood, NotRecorded."""
    row = _known(incident_id, at).defer(None).defer("content").first()
    if row is None:
        raise Http404
    if not row.recorded:
        raise NotRecorded(row)
    return row


def _known(incident_id: str, at: datetime) -> QuerySet[Publication]:
    return latest(at).filter(incident_id=incident_id) if "\0" not in incident_id else Publication.objects.none()


def told_in_lists(at: datetime) -> QuerySet[Publication]:
    """Give the same versions with the row of their record alone, as ``told``: the whole is as long as a page."""
    return listed(versions(at)).annotate(told=KeyTransform("row", "record"))


def incident_row(row: Publication) -> IncidentRow:
    """Give an incident as a version gives it; it changed when that version was published."""
    said: dict[str, Any] = vars(row).get("told") or row.record["row"]
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
    return list(listed(standing().filter(incident_id=incident_id, published_at__lte=at)).reverse())


Change = tuple[Publication, str, ChangeRow]
"""A change with where it stands in the list: the version that brought it, and the question."""


def changes(row: Publication, at: datetime, after: tuple[int, str] | None = None) -> Iterator[Change]:
    """Give what changed in the answers from one published version to the next, the last first.

    ``after`` is where an earlier part of the list ended: a version's number and a question.
    """
    told = [version for version in reversed(_before(row.incident_id, at)) if version.recorded]
    began = [version for version in told if after is None or version.number <= after[0]]
    for new, old in pairwise(began):
        answers, earlier = _answers(new), _answers(old)
        for question in sorted(answers.keys() | earlier.keys(), reverse=True):
            found, was = answers.get(question), earlier.get(question)
            if _answer(found) != _answer(was) and (after is None or (new.number, question) < after):
                yield new, question, _change(was, found, new)


def _answers(version: Publication) -> dict[str, PublishedFinding]:
    return {found.question: found for found in version.findings.all()}


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
    return visible.reports().filter(id__in=shown)


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
    return listed(standing().filter(published_at__lte=at))


def publication_row(row: Publication) -> PublicationRow:
    """Give one version in a list."""
    told = ("number", "version", "headline", "arrow", "correction", "recorded")
    names = (*told, "published_at", "withdrawn_at", "digest")
    return PublicationRow(incident=row.incident_id, **{name: getattr(row, name) for name in names})
