"""Indexes to search by, and a log that the database itself keeps from being changed; by the database in use."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SEARCHED = ("store_storedreport", "store_storedstatement")

SQLITE_SEARCH = """
CREATE VIRTUAL TABLE {t}_found USING fts5(terms, content='{t}', content_rowid='rowid', detail='none', columnsize=0,
  tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER {t}_found_in AFTER INSERT ON {t} BEGIN
  INSERT INTO {t}_found(rowid, terms) VALUES (new.rowid, new.terms); END;
CREATE TRIGGER {t}_found_out AFTER DELETE ON {t} BEGIN
  INSERT INTO {t}_found({t}_found, rowid, terms) VALUES ('delete', old.rowid, old.terms); END;
CREATE TRIGGER {t}_found_new AFTER UPDATE OF terms ON {t} BEGIN
  INSERT INTO {t}_found({t}_found, rowid, terms) VALUES ('delete', old.rowid, old.terms);
  INSERT INTO {t}_found(rowid, terms) VALUES (new.rowid, new.terms); END;
"""
SQLITE_AUDIT = """
CREATE TRIGGER audit_kept_{when} BEFORE {when} ON store_auditentry BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to'); END;
"""
POSTGRES_SEARCH = "CREATE INDEX {t}_found ON {t} USING gin (string_to_array(terms, ' '));"
POSTGRES_AUDIT = """
CREATE FUNCTION audit_kept() RETURNS trigger AS $$ BEGIN
  RAISE EXCEPTION 'the audit log is only added to'; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON store_auditentry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_kept();
"""


def forwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the indexes and the guard."""
    del apps
    if editor.connection.vendor == "sqlite":
        for table in SEARCHED:
            _script(editor, SQLITE_SEARCH.format(t=table))
        for when in ("update", "delete"):
            _script(editor, SQLITE_AUDIT.format(when=when))
    else:
        for table in SEARCHED:
            editor.execute(POSTGRES_SEARCH.format(t=table))
        editor.execute(POSTGRES_AUDIT)


def _script(editor: BaseDatabaseSchemaEditor, text: str) -> None:
    """Run SQLite statements one by one; a trigger's own semicolons stand before its END."""
    for statement in _statements(text):
        editor.execute(statement)


def _statements(text: str) -> list[str]:
    found, part = [], ""
    for line in text.strip().splitlines():
        part += line + "\n"
        trigger = part.lstrip().startswith("CREATE TRIGGER")
        if line.rstrip().endswith("END;") or (line.rstrip().endswith(";") and not trigger):
            found.append(part)
            part = ""
    return found


class Migration(migrations.Migration):
    """Search and audit."""

    dependencies: ClassVar = [("store", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(forwards, migrations.RunPython.noop, elidable=False)]
