"""What programs are given of a published version, kept with it; the word that signs what a watch sends."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Records, reports and findings of published versions."""

    dependencies: ClassVar = [("store", "0005_judgements")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="publication",
            name="record",
            field=models.JSONField(default=dict, help_text="what programs are given: row, casus.incident/1, timeline"),
        ),
        migrations.AddField(
            model_name="publication",
            name="reports",
            field=models.ManyToManyField(
                help_text="the reports it was made from", related_name="publications", to="store.storedreport"
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="secret",
            field=models.CharField(blank=True, help_text="signs what is sent to the webhook", max_length=80),
        ),
        migrations.AddField(
            model_name="findingchange",
            name="cause_ja",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="findingchange",
            name="why_ja",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="PublishedFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=80)),
                ("treaty", models.CharField(max_length=80)),
                ("provision", models.CharField(max_length=80)),
                ("answer", models.CharField(max_length=8)),
                ("certainty", models.CharField(max_length=8)),
                ("record", models.JSONField(help_text="the row as programs are given it")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="store.publication"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["treaty", "provision"], name="store_publi_treaty_95b3cc_idx")],
                "constraints": [models.UniqueConstraint(fields=("publication", "question"), name="answered_once_in")],
            },
        ),
    ]
