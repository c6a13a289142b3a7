"""Tokens for programs, and the table in which processes count together what is limited."""

from __future__ import annotations

from typing import ClassVar

from django.core.management import call_command
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def count_table(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table of the cache that all processes share."""
    del apps
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Tokens and counts."""

    dependencies: ClassVar = [("store", "0003_withdrawn_why")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(help_text="what it is for; who acts by it is named so in the log", max_length=60),
                ),
                ("digest", models.CharField(help_text="SHA-256 of the token", max_length=64, unique=True)),
                ("role", models.CharField(max_length=8)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={"ordering": ["-made_at", "-id"]},
        ),
        migrations.RunPython(count_table, migrations.RunPython.noop, elidable=False),
    ]
