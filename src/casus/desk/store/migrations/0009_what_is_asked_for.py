"""What lists need of a published page, beside its large columns; indexes for all that the interface is asked by."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState, StateApps
from django.db.models.fields.json import KeyTransform

from casus.desk.store.fields import CodesField, RecordedField, SidesField, codes_in

CODES_HELP = "the states and entities its sides name, parted by spaces"
RECORDED_HELP = "has it a record for programs? The first versions have none"
SIDES_HELP = "party ids of the incident's sides, as the version has them"
CONTENT_HELP = "the page's sections by language, as rendered"
SEARCHED = ("store_storedreport", "store_storedstatement")
TERMS = """
CREATE FUNCTION desk_terms(given text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 300
AS $$ BEGIN RETURN string_to_array(given, ' '); END; $$;
"""
ON_THE_WAY = ("id", "day", "modality")
SOON_SORTED_IN = "gin_pending_list_limit = 256"
"""Kilobytes of new rows that a search goes through one by one before they are sorted into the index."""
RECORD_HELP = "what programs are given: row, casus.incident/1, timeline"


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the new columns of the versions that there are, from what was frozen with each."""
    known = apps.get_model("store", "Publication").objects.using(editor.connection.alias).order_by()
    bare = set(known.filter(record={}).values_list("id", flat=True))
    for row, sides in known.annotate(states=KeyTransform("states", "content")).values_list("id", "states"):
        given = {"sides": sides or [], "codes": codes_in(sides or []), "recorded": row not in bare}
        known.filter(id=row).update(**given)


class LargeLast(Operation):
    """Ask the new columns to be filled; on SQLite move the large ones to the end of a row, once and in one copy."""

    fields: ClassVar[dict[str, models.Field[object, object]]] = {
        "sides": SidesField(default=list, help_text=SIDES_HELP),
        "codes": CodesField(max_length=400, default="", help_text=CODES_HELP),
        "recorded": RecordedField(default=False, help_text=RECORDED_HELP),
        "content": models.JSONField(help_text=CONTENT_HELP),
        "record": models.JSONField(default=dict, help_text=RECORD_HELP),
    }

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Put the fields at the end in their order, so that a later copy of the table keeps it."""
        for name, field in self.fields.items():
            state.remove_field(app_label, "publication", name)
            state.add_field(app_label, "publication", name, field, preserve_default=True)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Change the table."""
        old, new = (state.apps.get_model(app_label, "Publication") for state in (from_state, to_state))
        pairs = [(old._meta.get_field(name), new._meta.get_field(name)) for name in self.fields]  # noqa: SLF001  as documented
        if schema_editor.connection.vendor == "sqlite":
            schema_editor._remake_table(old, alter_fields=pairs)  # type: ignore[attr-defined]  # noqa: SLF001  what altering a field does
            return
        for before, after in pairs:
            schema_editor.alter_field(old, before, after)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Leave the columns where they are: their order means nothing to earlier versions."""

    def describe(self) -> str:
        """Say what it does."""
        return "Keep the large columns of publications last"


def found_by_terms(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Index terms on PostgreSQL by a function that is told to cost something: taking a text apart is not free."""
    del apps
    if editor.connection.vendor == "postgresql":
        editor.execute(TERMS)
        for table in SEARCHED:
            editor.execute(f"DROP INDEX {table}_found")
            editor.execute(
                f"CREATE INDEX {table}_found ON {table} USING gin (desk_terms(terms)) WITH ({SOON_SORTED_IN})"
            )


def found_as_before(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Index terms as before."""
    del apps
    if editor.connection.vendor == "postgresql":
        for table in SEARCHED:
            editor.execute(f"DROP INDEX {table}_found")
            editor.execute(f"CREATE INDEX {table}_found ON {table} USING gin (string_to_array(terms, ' '))")
        editor.execute("DROP FUNCTION desk_terms(text)")


def index(model: str, name: str, *fields: str) -> migrations.AddIndex:
    """Add an index."""
    return migrations.AddIndex(model_name=model, index=models.Index(fields=list(fields), name=name))


class Migration(migrations.Migration):
    """What is asked for."""

    dependencies: ClassVar = [("store", "0008_lists")]
    operations: ClassVar = [
        migrations.RemoveIndex(model_name="publication", name="store_publi_publish_e718b9_idx"),
        migrations.RemoveIndex(model_name="publishedfinding", name="store_publi_treaty_95b3cc_idx"),
        migrations.RemoveIndex(model_name="storedreport", name="store_store_receive_95e7af_idx"),
        migrations.RemoveIndex(model_name="storedstatement", name="store_store_concept_a979bb_idx"),
        migrations.RemoveIndex(model_name="storedstatement", name="store_store_actor_509509_idx"),
        migrations.RemoveIndex(model_name="storedstatement", name="store_store_recipie_16ac00_idx"),
        migrations.RemoveIndex(model_name="storedstatement", name="store_store_place_054179_idx"),
        migrations.AddField("publication", "sides", SidesField(null=True, help_text=SIDES_HELP)),
        migrations.AddField("publication", "codes", CodesField(max_length=400, null=True, help_text=CODES_HELP)),
        migrations.AddField("publication", "recorded", RecordedField(null=True, help_text=RECORDED_HELP)),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=False),
        LargeLast(),
        migrations.RunPython(found_by_terms, found_as_before, elidable=False),
        index(
            *("publication", "store_publi_publish_3a9d42_idx"),
            *("-published_at", "-number", "withdrawn_at", "incident", "codes"),
        ),
        index("publishedfinding", "store_publi_treaty_022c6f_idx", "treaty", "id", "provision", "answer"),
        index("publishedfinding", "store_publi_provisi_f8490c_idx", "provision", "id", "answer"),
        index("publishedfinding", "store_publi_answer_5bc813_idx", "answer", "id"),
        index("storedfinding", "store_store_treaty_7f96a7_idx", "treaty", "id", "provision", "answer"),
        index("storedfinding", "store_store_provisi_723636_idx", "provision", "id", "answer"),
        index("storedfinding", "store_store_answer_d657e8_idx", "answer", "id"),
        index("storedincident", "store_store_merged__a6a2ad_idx", "merged_into", "-opened_at", "-id"),
        index("storedreport", "store_store_receive_0833e6_idx", "-received_at", "-id"),
        index("storedstatement", "store_store_concept_40e1b2_idx", "concept", *ON_THE_WAY, "plover"),
        index("storedstatement", "store_store_actor_42b849_idx", "actor", *ON_THE_WAY, "plover"),
        index("storedstatement", "store_store_recipie_409b0e_idx", "recipient", *ON_THE_WAY, "plover"),
        index("storedstatement", "store_store_place_f6aa2f_idx", "place", *ON_THE_WAY, "plover"),
        index("storedstatement", "store_store_plover_fc8cb8_idx", "plover", *ON_THE_WAY),
        index("storedstatement", "store_store_modalit_e2f435_idx", "modality", "id", "day"),
        index("storedstatement", "store_store_day_2bf08b_idx", "day", "id"),
    ]
