"""Intake: bytes become a report in the store, once, with its statements and the snapshot they came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction

from casus.desk.auditing import audit
from casus.desk.knowledge import tools_at_hand
from casus.desk.queue import enqueue
from casus.desk.store.models import Snapshot, StoredReport, StoredStatement
from casus.desk.terms import terms
from casus.errors import Problem
from casus.incidents import copied
from casus.reading import read
from casus.records import Reading, Record, Report, Statement

NEIGHBOURS = 200
"""Against how many of the latest reports of its language a new one is compared to find that it is a copy."""


class Received(Record, frozen=True, kw_only=True):
    """What became of something taken in: ids of the reports, which of them were new, and the trouble met."""

    reports: tuple[str, ...]
    new: tuple[str, ...]
    problems: tuple[Problem, ...]


def keep(
    data: bytes, reports: Sequence[Report], *, by: str, at: datetime, address: str = "", media_type: str = "text/plain"
) -> Received:
    """Keep bytes with the reports made of them, each with the job to place it; a text at hand is not kept twice."""
    ids: list[str] = []
    new: list[str] = []
    problems: list[Problem] = []
    for report in reports:
        ids.append(report.id)
        if StoredReport.objects.filter(id=report.id).exists():
            continue
        reading, found = read(report, gazetteer=tools_at_hand().territory, mentions=True)
        problems += found
        if _keep_one(data, report, reading, by=by, at=at, address=address, media_type=media_type):
            new.append(report.id)
    return Received(reports=tuple(ids), new=tuple(new), problems=tuple(problems))


def _keep_one(
    data: bytes, report: Report, reading: Reading, *, by: str, at: datetime, address: str, media_type: str
) -> bool:
    with transaction.atomic():
        digest = hashlib.sha256(data).hexdigest()
        given = {"content": data, "media_type": media_type, "address": address, "taken_at": at}
        snapshot, _ = Snapshot.objects.get_or_create(sha256=digest, defaults=given)
        stored, made = StoredReport.objects.get_or_create(
            id=report.id,
            defaults={
                "snapshot": snapshot,
                "record": report,
                "reading": reading,
                "title": report.title or "",
                "publisher": report.publisher or "",
                "language": report.language,
                "published": report.published,
                "received_at": at,
                "received_by": by,
                "origin": _origin(report),
                "terms": " ".join(dict.fromkeys(terms(report.text))),
            },
        )
        if made:
            StoredStatement.objects.bulk_create(_rows(stored, report, reading))
            audit(by, "received a report", report.id, at=at, name=report.name, bytes=digest)
            enqueue("place", {"report": report.id}, key=report.id, by=by, at=at)
    return made


def reread(stored: StoredReport, *, at: datetime) -> bool:
    """Read a kept report again with the words and places at hand now; tell whether that gives another reading."""
    reading, _ = read(stored.record, gazetteer=tools_at_hand().territory, mentions=True)
    if reading == stored.reading:
        return False
    with transaction.atomic():
        stored.reading = reading
        stored.save(update_fields=["reading"])
        stored.statements.all().delete()
        StoredStatement.objects.bulk_create(_rows(stored, stored.record, reading))
        audit("casus", "read a report again", stored.id, at=at, statements=len(reading.statements))
    return True


def _rows(stored: StoredReport, report: Report, reading: Reading) -> Iterator[StoredStatement]:
    for statement in reading.statements:
        yield _row(stored, report.text[slice(*statement.sentence)], statement)


def _row(stored: StoredReport, words: str, said: Statement) -> StoredStatement:
    return StoredStatement(
        report=stored,
        number=said.id,
        record=said,
        words=words,
        concept=said.concept or "",
        plover=(said.event.type if said.event else None) or "",
        modality=said.modality,
        polarity=said.polarity,
        actor=(said.actor.id if said.actor else None) or "",
        recipient=(said.recipient.id if said.recipient else None) or "",
        speaker=said.source.id,
        place=(said.place.id if said.place else None) or "",
        day=_day(said),
        terms=" ".join(dict.fromkeys(terms(words))),
    )


def _day(said: Statement) -> date | None:
    return said.date.from_ if said.date else None


def _origin(report: Report) -> str:
    """Give the id of the report that this one copies, of the latest ones in its language; else its own."""
    latest = StoredReport.objects.filter(language=report.language).order_by("-received_at")
    latest = latest.defer("reading", "terms")[:NEIGHBOURS]
    known = {row.id: row for row in latest}
    originals = [known[i] for i in copied(report, (row.record for row in known.values()))]
    return min(originals, key=lambda row: (row.received_at, row.id)).origin if originals else report.id


def with_changes(report: Report, **changes: object) -> Report:
    """Give a report with what a person says of it: its day of publication, publisher, title."""
    return msgspec.structs.replace(report, **{k: v for k, v in changes.items() if v is not None})
