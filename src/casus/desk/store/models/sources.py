"""Reports as they came in: the bytes, the text, the statements read in it, and the feeds they come from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.fields import RecordField, TermsField
from casus.records import Reading, Report, Statement


class Snapshot(models.Model):
    """Bytes as received, once for each digest."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    media_type = models.CharField(max_length=100, default="text/plain")
    content = models.BinaryField()
    address = models.TextField(blank=True, help_text="where it was fetched from; empty for what was pasted or uploaded")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256[:12]


class StoredReport(models.Model):
    """One report: its text with everything the reader makes of it."""

    id = models.CharField(max_length=80, primary_key=True, help_text="the record's id, sha256 of the text")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="reports")
    record = RecordField(Report)
    reading = RecordField(Reading, null=True)
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    published = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField()
    """When the desk learned of it: the second clock beside the day of publication."""
    received_by = models.CharField(max_length=150, blank=True)
    origin = models.CharField(max_length=80, blank=True, help_text="id of the report that it is a copy of, or its own")
    terms = TermsField(
        blank=True, put_in="received_at", often=(60, 200), help_text="words and pairs of characters to search by"
    )

    class Meta:
        """Order and look-ups."""

        ordering: ClassVar = ["-received_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["-received_at", "-id"]),
            models.Index(fields=["published"]),
            models.Index(fields=["origin"]),
            models.Index(fields=["publisher"]),
            models.Index(fields=["language", "-received_at"]),
        ]

    def __str__(self) -> str:
        return self.title or self.record.name


class StoredStatement(models.Model):
    """One statement of a report, with the columns that are searched and filtered by."""

    report = models.ForeignKey(StoredReport, on_delete=models.CASCADE, related_name="statements")
    number = models.CharField(max_length=16, help_text="the statement's id within its report")
    record = RecordField(Statement)
    words = models.TextField(help_text="the sentence it stands in")
    concept = models.CharField(max_length=60, blank=True)
    plover = models.CharField(max_length=16, blank=True)
    modality = models.CharField(max_length=16)
    polarity = models.CharField(max_length=8)
    actor = models.CharField(max_length=120, blank=True)
    recipient = models.CharField(max_length=120, blank=True)
    speaker = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    day = models.DateField(null=True, blank=True)
    terms = TermsField(blank=True)

    class Meta:
        """Order and look-ups."""

        ordering: ClassVar = ["report", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "number"], name="one_of_a_number")]
        indexes: ClassVar = [
            # Each filter of the interface in the order of its cursor, with what is looked at on the way.
            models.Index(fields=["concept", "id", "day", "modality", "plover"]),
            models.Index(fields=["actor", "id", "day", "modality", "plover"]),
            models.Index(fields=["recipient", "id", "day", "modality", "plover"]),
            models.Index(fields=["place", "id", "day", "modality", "plover"]),
            models.Index(fields=["plover", "id", "day", "modality"]),
            models.Index(fields=["modality", "id", "day"]),
            models.Index(fields=["day", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.words[:60]}"


class OwnFeed(models.Model):
    """A feed that the desk polls."""

    address = models.URLField(max_length=2000, unique=True)
    title = models.TextField(blank=True)
    added_by = models.CharField(max_length=150)
    etag = models.TextField(blank=True)
    modified = models.TextField(blank=True)
    next_poll = models.DateTimeField(db_index=True)
    every_minutes = models.PositiveIntegerField(default=30)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True, help_text="what went wrong the last time, in words")
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.title or self.address


class OutletGrade(models.Model):
    """How reliable this desk holds an outlet, A to F, in the place of the table that comes with casus."""

    outlet = models.CharField(max_length=200, unique=True)
    grade = models.CharField(max_length=1)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.outlet}: {self.grade}"
