"""Briefs as last composed; indexes for what pages and jobs look up among very many rows."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import casus.desk.store.fields


class Migration(migrations.Migration):
    """Briefs and look-ups."""

    dependencies: ClassVar = [("store", "0006_as_published")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="StoredBrief",
            fields=[
                (
                    "incident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="brief",
                        serialize=False,
                        to="store.storedincident",
                    ),
                ),
                (
                    "made_from",
                    models.CharField(
                        help_text="digest of the version and the reports it was composed from", max_length=80
                    ),
                ),
                ("record", casus.desk.store.fields.RecordField()),
            ],
        ),
        migrations.AddIndex(
            model_name="job", index=models.Index(fields=["key", "state"], name="store_job_key_848913_idx")
        ),
        migrations.AddIndex(
            model_name="storedreport", index=models.Index(fields=["origin"], name="store_store_origin_68b752_idx")
        ),
        migrations.AddIndex(
            model_name="storedreport", index=models.Index(fields=["publisher"], name="store_store_publish_203045_idx")
        ),
        migrations.AddIndex(
            model_name="storedreport",
            index=models.Index(fields=["language", "-received_at"], name="store_store_languag_7bf52f_idx"),
        ),
    ]
