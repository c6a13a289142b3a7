"""What the desk has published: pages of incidents, version by version, and short posts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.fields import CodesField, RecordedField, SidesField
from casus.desk.store.models.incidents import StoredIncident
from casus.desk.store.models.sources import StoredReport


class Publication(models.Model):
    """One version of an incident's page; never changed: a correction is a new version with its reason."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    version = models.CharField(max_length=80, help_text="the incident's version it was made from")
    headline = models.JSONField(help_text="judgement in one line, by language")
    arrow = models.CharField(max_length=8, help_text="up, down or same: against the version before")
    sides = SidesField(default=list, help_text="party ids of the incident's sides, as the version has them")
    codes = CodesField(max_length=400, default="", help_text="the states and entities its sides name, parted by spaces")
    recorded = RecordedField(default=False, help_text="has it a record for programs? The first versions have none")
    reports: models.ManyToManyField[StoredReport, models.Model] = models.ManyToManyField(
        StoredReport, related_name="publications", help_text="the reports it was made from"
    )
    digest = models.CharField(max_length=64)
    picture = models.JSONField(default=dict, help_text="address, creator, licence, credit, whether a file photo")
    correction = models.TextField(blank=True, help_text="what was wrong, for a version that corrects")
    drafted_by = models.CharField(max_length=150)
    published_by = models.CharField(max_length=150, blank=True, help_text="empty: waits for a second person")
    drafted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    # What is large stands last in a row: SQLite reads all that stands before a column to reach it.
    content = models.JSONField(help_text="the page's sections by language, as rendered")
    record = models.JSONField(default=dict, help_text="what programs are given: row, casus.incident/1, timeline")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-published_at", "-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "number"], name="numbered_once")]
        indexes: ClassVar = [
            models.Index(fields=["-published_at", "-number", "withdrawn_at", "incident", "codes"]),
            models.Index(fields=["incident", "-number", "withdrawn_at", "published_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.incident_id} no. {self.number}"


class PublishedFinding(models.Model):
    """The answer to one question as a version gives it, by what programs ask for."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="findings")
    question = models.CharField(max_length=80)
    treaty = models.CharField(max_length=80)
    provision = models.CharField(max_length=80)
    answer = models.CharField(max_length=8)
    certainty = models.CharField(max_length=8)
    record = models.JSONField(help_text="the row as programs are given it")

    class Meta:
        """A version answers a question once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["publication", "question"], name="answered_once_in")]
        indexes: ClassVar = [
            models.Index(fields=["treaty", "id", "provision", "answer"]),
            models.Index(fields=["provision", "id", "answer"]),
            models.Index(fields=["answer", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.treaty} {self.provision}: {self.answer}"


class ShortPost(models.Model):
    """A few words with a source, for what does not become an article."""

    text = models.TextField()
    language = models.CharField(max_length=8, default="en")
    source = models.TextField(help_text="address or words of where it comes from")
    incident = models.ForeignKey(
        StoredIncident, on_delete=models.PROTECT, null=True, blank=True, related_name="short_posts"
    )
    by = models.CharField(max_length=150)
    at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return self.text[:60]
