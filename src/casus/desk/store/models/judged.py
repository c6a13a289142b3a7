"""What people judge: explanations taken up and evidence rated against them; questions, forecasts and how they came out.

Rows are only added: a later rating of the same cell takes the place of an earlier one, which stays on record.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casus.desk.store.fields import RecordField
from casus.desk.store.models.incidents import StoredIncident
from casus.records import Entry, Evidence


class TakenUp(models.Model):
    """That a person wants a standard explanation weighed which nobody in the reports offers."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.PROTECT, related_name="taken_up")
    hypothesis = models.CharField(max_length=80)
    why = models.TextField()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; one is taken up once."""

        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "hypothesis"], name="taken_up_once")]

    def __str__(self) -> str:
        return f"{self.hypothesis} in {self.incident_id}"


class StoredRating(models.Model):
    """One person's rating of one item of evidence against one explanation."""

    incident = models.ForeignKey(StoredIncident, on_delete=models.PROTECT, related_name="ratings")
    record = RecordField(Evidence)
    hypothesis = models.CharField(max_length=80)
    item = models.CharField(max_length=200)
    rater = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """Oldest first, so that the last of a rater for a cell counts."""

        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["incident", "hypothesis", "item"])]

    def __str__(self) -> str:
        return f"{self.rater}: {self.hypothesis} / {self.item}"


class LedgerEntry(models.Model):
    """One line of the desk's ledger: a question, a forecast or a resolution, bound to the line before it."""

    number = models.BigIntegerField(primary_key=True)
    record = RecordField(Entry)
    kind = models.CharField(max_length=10, help_text="question, forecast or resolution")
    question = models.CharField(max_length=80, db_index=True, help_text="id of the question it is of")
    incident = models.ForeignKey(
        StoredIncident, on_delete=models.PROTECT, null=True, blank=True, related_name="ledger_entries"
    )
    draft = models.CharField(max_length=80, blank=True, help_text="id of the draft a question was made of")
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        """In the order in which they were written down."""

        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.by}: {self.kind} {self.question}"
