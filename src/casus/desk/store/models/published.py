"""What the desk has published: pages of incidents, version by version, and short posts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.models.incidents import StoredIncident


class Publication(models.Model):
    """One version of an incident's page; never changed: a correction is a new version with its reason."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    version = models.CharField(max_length=80, help_text="the incident's version it was made from")
    headline = models.JSONField(help_text="judgement in one line, by language")
    arrow = models.CharField(max_length=8, help_text="up, down or same: against the version before")
    content = models.JSONField(help_text="the page's sections by language, as rendered")
    digest = models.CharField(max_length=64)
    picture = models.JSONField(default=dict, help_text="address, creator, licence, credit, whether a file photo")
    correction = models.TextField(blank=True, help_text="what was wrong, for a version that corrects")
    drafted_by = models.CharField(max_length=150)
    published_by = models.CharField(max_length=150, blank=True, help_text="empty: waits for a second person")
    drafted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-published_at", "-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "number"], name="numbered_once")]

    def __str__(self) -> str:
        return f"{self.incident_id} no. {self.number}"


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
