"""Indexes that answer lists by themselves: on SQLite a row is read past its large records to reach what follows."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes for lists."""

    dependencies: ClassVar = [("store", "0007_briefs_and_lookups")]
    operations: ClassVar = [
        migrations.RemoveIndex(
            model_name="storedincident",
            name="store_store_attacke_47df59_idx",
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["-published_at", "-number", "withdrawn_at", "incident"], name="store_publi_publish_e718b9_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["incident", "-number", "withdrawn_at", "published_at"], name="store_publi_inciden_b0d490_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="storedincident",
            index=models.Index(fields=["attacker", "victim", "day", "id"], name="store_store_attacke_ac4c8a_idx"),
        ),
        migrations.AddIndex(
            model_name="storedincident",
            index=models.Index(fields=["merged_into", "-changed_at", "id"], name="store_store_merged__aabe05_idx"),
        ),
        migrations.AddIndex(
            model_name="storedincident",
            index=models.Index(fields=["merged_into", "made_with", "id"], name="store_store_merged__552857_idx"),
        ),
        migrations.AddIndex(
            model_name="storedstatement",
            index=models.Index(fields=["recipient"], name="store_store_recipie_16ac00_idx"),
        ),
        migrations.AddIndex(
            model_name="storedstatement",
            index=models.Index(fields=["place"], name="store_store_place_054179_idx"),
        ),
    ]
