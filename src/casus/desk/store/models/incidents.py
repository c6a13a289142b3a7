"""Incidents followed over days: their reports, people's decisions, and the findings with what changed them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.fields import RecordField
from casus.desk.store.models.sources import StoredReport
from casus.records import Assessment, Brief, Decision, Finding


class StoredIncident(models.Model):
    """One incident; its assessment is kept without the reports and readings, which stand in their own rows."""

    id = models.CharField(max_length=80, primary_key=True, help_text="the founding id, kept for good")
    version = models.CharField(max_length=80, help_text="digest of the assessment")
    assessment = RecordField(Assessment)
    headline = models.JSONField(default=dict, help_text="the judgement in one line, by language")
    sides = models.JSONField(default=list, help_text="party ids of attackers and victims")
    attacker = models.CharField(max_length=200, db_index=True)
    victim = models.CharField(max_length=200, db_index=True)
    place = models.CharField(max_length=200)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    day = models.DateField(db_index=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    made_with = models.CharField(max_length=120)
    reports: models.ManyToManyField[StoredReport, Membership] = models.ManyToManyField(
        StoredReport, through="Membership", related_name="incidents"
    )

    class Meta:
        """Newest change first."""

        ordering: ClassVar = ["-changed_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["attacker", "victim", "day", "id"]),
            models.Index(fields=["merged_into", "-changed_at", "id"]),
            models.Index(fields=["merged_into", "made_with", "id"]),
            models.Index(fields=["merged_into", "-opened_at", "-id"]),
        ]

    def __str__(self) -> str:
        return str(self.headline.get("en", self.id))


class Membership(models.Model):
    """That a report belongs to an incident: put there by the matching or by a person; taken out by a decision."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.CASCADE, related_name="memberships")
    report = models.ForeignKey(StoredReport, on_delete=models.CASCADE, related_name="memberships")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=150)
    why = models.TextField()
    active = models.BooleanField(default=True)

    class Meta:
        """A report is in an incident once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "report"], name="once_in_an_incident")]

    def __str__(self) -> str:
        return f"{self.report_id} in {self.incident_id}"


class StoredDecision(models.Model):
    """A person's decision about an incident: never changed, undone by another."""

    id = models.CharField(max_length=80, primary_key=True)
    incident = models.ForeignKey(StoredIncident, on_delete=models.PROTECT, related_name="decisions")
    record = RecordField(Decision)
    does = models.CharField(max_length=12)
    target = models.CharField(max_length=200)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField()

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.by}: {self.does} {self.target}"


class StoredBrief(models.Model):
    """An incident's brief as last composed, so that showing it costs no composing; its assessment is without proofs."""

    incident = models.OneToOneField(StoredIncident, on_delete=models.CASCADE, primary_key=True, related_name="brief")
    made_from = models.CharField(max_length=80, help_text="digest of the version and the reports it was composed from")
    record = RecordField(Brief)

    def __str__(self) -> str:
        return f"brief of {self.incident_id}"


class StoredFinding(models.Model):
    """The answer to one question as it stands now; its proof stands in the assessment."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.CASCADE, related_name="findings")
    question = models.CharField(max_length=80)
    record = RecordField(Finding)
    treaty = models.CharField(max_length=80, db_index=True)
    provision = models.CharField(max_length=80)
    answer = models.CharField(max_length=8)
    certainty = models.CharField(max_length=8)

    class Meta:
        """A question is answered once."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "question"], name="answered_once")]
        indexes: ClassVar = [
            models.Index(fields=["treaty", "id", "provision", "answer"]),
            models.Index(fields=["provision", "id", "answer"]),
            models.Index(fields=["answer", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.treaty} {self.provision}: {self.answer}"


class FindingChange(models.Model):
    """That an answer changed, and what changed it."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.CASCADE, related_name="changes")
    question = models.CharField(max_length=80)
    treaty = models.CharField(max_length=80)
    provision = models.CharField(max_length=80)
    before = models.CharField(max_length=8, blank=True, help_text="empty: the question is new")
    after = models.CharField(max_length=8, blank=True, help_text="empty: it is no longer asked")
    why = models.TextField(help_text="the reason the new answer gives")
    why_ja = models.TextField(blank=True)
    cause = models.TextField(help_text="what led to working it out again: a report, a decision, other law")
    cause_ja = models.TextField(blank=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.treaty} {self.provision}: {self.before or '-'} > {self.after or '-'}"
