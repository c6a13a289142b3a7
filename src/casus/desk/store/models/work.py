"""Work to be done, what was done by whom, and who wants to be told."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.models.incidents import StoredIncident


class Job(models.Model):
    """A piece of work for a worker; taken under a lease, so that what a killed worker held is taken up again."""

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, blank=True, help_text="work with a key already waiting is not queued twice")
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default=WAITING)
    progress = models.FloatField(default=0.0, help_text="share done, 0 to 1")
    says = models.TextField(blank=True, help_text="what it is at, or what went wrong")
    result = models.JSONField(default=dict)
    tries = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=150, blank=True)
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField(db_index=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    leased_by = models.CharField(max_length=100, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["not_before", "id"]
        indexes: ClassVar = [models.Index(fields=["state", "not_before"]), models.Index(fields=["key", "state"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.state}"


class AuditEntry(models.Model):
    """One act of a person or of the desk; each carries the digest of the one before, and none can be changed."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    does = models.CharField(max_length=60)
    target = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    before = models.CharField(max_length=64, help_text="digest of the entry before; empty for the first")
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order in which things happened."""

        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.by}: {self.does} {self.target}"


class Watch(models.Model):
    """That somebody wants to be told when an answer changes."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.CASCADE, related_name="watches")
    treaty = models.CharField(max_length=80, blank=True, help_text="empty: any instrument")
    provision = models.CharField(max_length=80, blank=True)
    mail = models.EmailField(blank=True)
    webhook = models.URLField(max_length=2000, blank=True)
    secret = models.CharField(max_length=80, blank=True, help_text="signs what is sent to the webhook")
    by = models.CharField(max_length=150)
    since = models.DateTimeField()
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.incident_id} {self.treaty} {self.provision}"
