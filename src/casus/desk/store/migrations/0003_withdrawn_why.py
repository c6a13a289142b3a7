"""Why a page or a short post was taken back."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the reasons."""

    dependencies: ClassVar = [
        ("store", "0002_search_and_audit"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="publication",
            name="withdrawn_why",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="shortpost",
            name="withdrawn_why",
            field=models.TextField(blank=True),
        ),
    ]
