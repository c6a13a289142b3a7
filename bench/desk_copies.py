"""A full desk to be measured: copies of examples that were read and assessed, with ids, days and words of their own."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from casus.desk.store.models import (
        Publication,
        PublishedFinding,
        StoredBrief,
        StoredFinding,
        StoredIncident,
        StoredReport,
        StoredStatement,
    )
    from casus.records import Assessment

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = (("sevlake-wire.ja.txt", date(2021, 5, 15)), ("border-post.ja.txt", date(2021, 4, 30)))
NOW = datetime(2026, 1, 1, tzinfo=UTC)
REPORTS, STATEMENTS = 10, 10
PUBLISHED_OF = 10
"""One incident in so many is published, in two versions."""
BATCH = 200
WORDS = ("word", "слово")
"""What the copies' own words begin with, so that some are found in English and in Russian too."""


def _own_words(draw: random.Random) -> str:
    return " ".join(f"{word}{draw.randrange(5000)}" for word in WORDS)


def read_examples() -> list[StoredIncident]:
    """Take the examples in, let them be worked out, publish them twice; they are what the copies are made of."""
    from casus.desk.assessing import place_report
    from casus.desk.publishing import draft, publish
    from casus.desk.receiving import keep
    from casus.intake import receive

    made = []
    for name, published in EXAMPLES:
        data = (ROOT / "examples" / name).read_bytes()
        report, _ = receive(data, name=name, published=published)
        if report is not None:
            incident = place_report(keep(data, [report], by="bench", at=NOW).reports[0], at=NOW)
            made += [incident] if incident else []
    for incident in made:
        for correction in ("", "the day was wrong"):
            row, _ = draft(incident, by="bench", at=NOW, correction=correction)
            if row is not None:
                publish(row, by="bench", at=NOW)
    return made


class Packed:
    """An assessment whose findings, by far the most of it, are compressed once for all its copies (RFC 1950, 1951)."""

    def __init__(self, assessment: Assessment) -> None:
        self.findings = b'"findings":' + msgspec.json.encode(assessment.findings)
        self.head, self.tail = msgspec.json.encode(assessment).split(self.findings)
        self.deflated = deflated(self.findings, zlib.Z_FULL_FLUSH)

    def under(self, old: str, new: str) -> bytes:
        """Give it as a column holds it, with another report's id."""
        head, tail = (part.replace(old.encode(), new.encode()) for part in (self.head, self.tail))
        check = zlib.adler32(tail, zlib.adler32(self.findings, zlib.adler32(head)))
        parts = (deflated(head, zlib.Z_FULL_FLUSH), self.deflated, deflated(tail, zlib.Z_FINISH))
        return b"\x78\x9c" + b"".join(parts) + check.to_bytes(4, "big")


def deflated(data: bytes, end: int) -> bytes:
    """Compress a part of a stream."""
    press = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return press.compress(data) + press.flush(end)


class Copies:
    """Rows of one example, packed once, to be written out again under other ids."""

    def __init__(self, incident: StoredIncident) -> None:
        self.incident = incident
        self.report = incident.reports.get()
        self.assessment = Packed(incident.assessment)
        self.brief = msgspec.json.encode(incident.brief.record)
        self.record, self.reading = msgspec.json.encode(self.report.record), msgspec.json.encode(self.report.reading)
        self.statements = [(s, zlib.compress(msgspec.json.encode(s.record))) for s in self.report.statements.all()]
        self.findings = [(f, zlib.compress(msgspec.json.encode(f.record), 1)) for f in incident.findings.all()]
        self.versions = list(incident.publications.order_by("number").prefetch_related("findings"))

    def write(self, numbers: range, draw: random.Random) -> None:
        """Write incidents with their reports, statements and findings."""
        from casus.desk.store import models as m

        reports, statements, members, incidents, findings, published = [], [], [], [], [], []
        for n in numbers:
            ids = [f"sha256:{draw.getrandbits(256):064x}" for _ in range(REPORTS)]
            incidents.append(self._incident(f"{self.incident.id}-{n}", ids[0], n))
            for k, report_id in enumerate(ids):
                reports.append(self._report(report_id, ids[0] if k < 3 else report_id, n, k, draw))
                statements += list(self._statements(report_id, draw))
                given = {"added_at": NOW, "added_by": "bench", "why": "copied"}
                members.append(m.Membership(incident_id=incidents[-1].id, report_id=report_id, **given))
            findings += list(self._findings(incidents[-1].id))
            published += [] if n % PUBLISHED_OF else list(self._published(incidents[-1].id, n))
        m.StoredIncident.objects.bulk_create(incidents)
        m.StoredReport.objects.bulk_create(reports, batch_size=BATCH)
        m.StoredStatement.objects.bulk_create(statements, batch_size=BATCH)
        m.Membership.objects.bulk_create(members, batch_size=BATCH)
        m.StoredFinding.objects.bulk_create(findings, batch_size=BATCH)
        m.StoredBrief.objects.bulk_create(self._brief(one) for one in incidents)
        m.Publication.objects.bulk_create([row for row, _ in published], batch_size=BATCH)
        answers = [self._answer(row, old) for row, of in published for old in of.findings.all()]
        m.PublishedFinding.objects.bulk_create(answers, batch_size=BATCH)

    def _incident(self, name: str, report_id: str, n: int) -> StoredIncident:
        from casus.desk.store.models import StoredIncident

        old = self.incident
        packed = self.assessment.under(self.report.id, report_id)
        given = {f: getattr(old, f) for f in ("headline", "sides", "attacker", "victim", "lat", "lon", "made_with")}
        day, at = old.day + timedelta(days=n % 3000), NOW + timedelta(seconds=n)
        return StoredIncident(
            id=name, version=f"sha256:{n}", assessment=packed, place=f"{old.place} {n}", day=day,
            opened_at=at, changed_at=at, **given,
        )  # fmt: skip

    def _report(self, report_id: str, origin: str, n: int, k: int, draw: random.Random) -> StoredReport:
        from casus.desk.store.models import StoredReport

        old, to = self.report.id.encode(), report_id.encode()
        return StoredReport(
            id=report_id,
            snapshot_id=self.report.snapshot_id,
            record=zlib.compress(self.record.replace(old, to), 1),
            reading=zlib.compress(self.reading.replace(old, to), 1),
            title=f"report {n}.{k}",
            publisher=f"outlet {draw.randrange(300)}",
            language=self.report.language,
            published=self.report.published,
            received_at=NOW + timedelta(seconds=n * REPORTS + k),
            received_by="bench",
            origin=origin,
            terms=f"{self.report.terms} {_own_words(draw)}",
        )

    def _statements(self, report_id: str, draw: random.Random) -> Iterator[StoredStatement]:
        from casus.desk.store.models import StoredStatement

        kept = ("words", "concept", "plover", "modality", "polarity", "actor", "recipient", "speaker", "place", "day")
        for k in range(STATEMENTS):
            old, packed = self.statements[k % len(self.statements)]
            terms = f"{old.terms} {_own_words(draw)}"
            given = {name: getattr(old, name) for name in kept}
            yield StoredStatement(report_id=report_id, number=f"s{k}", record=packed, terms=terms, **given)

    def _findings(self, incident_id: str) -> Iterator[StoredFinding]:
        from casus.desk.store.models import StoredFinding

        for old, packed in self.findings:
            given = {name: getattr(old, name) for name in ("question", "treaty", "provision", "answer", "certainty")}
            yield StoredFinding(incident_id=incident_id, record=packed, **given)

    def _brief(self, incident: StoredIncident) -> StoredBrief:
        from casus.desk.composed import made_from
        from casus.desk.store.models import StoredBrief

        first = incident.memberships.order_by("id").values_list("report_id", flat=True)[0]
        text = self.brief.replace(self.report.id.encode(), first.encode())
        return StoredBrief(incident=incident, made_from=made_from(incident), record=zlib.compress(text, 1))

    def _published(self, incident_id: str, n: int) -> Iterator[tuple[Publication, Publication]]:
        """Give the versions of an incident's page, each with the one that it is a copy of."""
        from casus.desk.store.models import Publication

        kept = ("number", "version", "headline", "arrow", "content", "record", "digest", "picture", "correction")
        for old in self.versions:
            at = NOW + timedelta(days=old.number, seconds=n)
            given = {name: getattr(old, name) for name in kept}
            made = {"drafted_by": "bench", "drafted_at": at, "published_by": "bench", "published_at": at}
            yield Publication(incident_id=incident_id, **given, **made), old

    def _answer(self, row: Publication, old: PublishedFinding) -> PublishedFinding:
        from casus.desk.store.models import PublishedFinding

        kept = ("question", "treaty", "provision", "answer", "certainty", "record")
        return PublishedFinding(publication=row, **{name: getattr(old, name) for name in kept})


def fill(incidents: int) -> None:
    """Fill the desk."""
    from django.db import connection, transaction

    copies, draw = [Copies(one) for one in read_examples()], random.Random(1)  # noqa: S311
    start = time.perf_counter()
    for n in range(0, incidents, BATCH // 10):
        with transaction.atomic():
            copies[n // 20 % len(copies)].write(range(n, min(n + BATCH // 10, incidents)), draw)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took = time.perf_counter() - start
    rows = f"{incidents} incidents, {incidents * REPORTS} reports, {incidents * REPORTS * STATEMENTS} statements"
    print(f"filled: {rows} on {connection.vendor} in {took:.0f} s", flush=True)
