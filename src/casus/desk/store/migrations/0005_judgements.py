"""Explanations taken up, ratings of evidence, and the ledger of forecasts; the database itself keeps them unchanged."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import casus.desk.store.fields

KEPT = ("store_storedrating", "store_ledgerentry")

SQLITE = """
CREATE TRIGGER {t}_kept_{when} BEFORE {when} ON {t} BEGIN SELECT RAISE(ABORT, '{t} is only added to'); END;
"""
POSTGRES_FUNCTION = """
CREATE FUNCTION only_added() RETURNS trigger AS $$ BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END; $$ LANGUAGE plpgsql;
"""
POSTGRES = "CREATE TRIGGER {t}_kept BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION only_added();"


def guard(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Let rows be added only."""
    del apps
    if editor.connection.vendor == "sqlite":
        for table in KEPT:
            for when in ("update", "delete"):
                editor.execute(SQLITE.format(t=table, when=when))
    else:
        editor.execute(POSTGRES_FUNCTION, params=None)
        for table in KEPT:
            editor.execute(POSTGRES.format(t=table))


class Migration(migrations.Migration):
    """Judgements."""

    dependencies: ClassVar = [("store", "0004_tokens_and_counts")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("record", casus.desk.store.fields.RecordField()),
                ("kind", models.CharField(help_text="question, forecast or resolution", max_length=10)),
                ("question", models.CharField(db_index=True, help_text="id of the question it is of", max_length=80)),
                (
                    "draft",
                    models.CharField(blank=True, help_text="id of the draft a question was made of", max_length=80),
                ),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger_entries",
                        to="store.storedincident",
                    ),
                ),
            ],
            options={"ordering": ["number"]},
        ),
        migrations.CreateModel(
            name="StoredRating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record", casus.desk.store.fields.RecordField()),
                ("hypothesis", models.CharField(max_length=80)),
                ("item", models.CharField(max_length=200)),
                ("rater", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="store.storedincident"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["incident", "hypothesis", "item"], name="store_store_inciden_742cbe_idx")
                ],
            },
        ),
        migrations.CreateModel(
            name="TakenUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hypothesis", models.CharField(max_length=80)),
                ("why", models.TextField()),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="taken_up", to="store.storedincident"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [models.UniqueConstraint(fields=("incident", "hypothesis"), name="taken_up_once")],
            },
        ),
        migrations.RunPython(guard, migrations.RunPython.noop, elidable=False),
    ]
