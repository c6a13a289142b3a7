"""A desk in one file: everything is in it, and comes back as it was."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from tests.desk.made import BAKU, NOW, YEREVAN, followed

from casus.desk.auditing import broken_links
from casus.desk.backup import backup, kept_models, restore
from casus.desk.deciding import Wanted, decide
from casus.desk.store.models import StoredIncident
from casus.errors import CasusError


def everything() -> dict[str, str]:
    """Write out all rows of all tables."""
    return {str(m): serializers.serialize("json", m._default_manager.order_by("pk")) for m in kept_models()}


def empty() -> None:
    """Empty all tables, as a new desk has them."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_kept_delete")
        else:
            cursor.execute("ALTER TABLE store_auditentry DISABLE TRIGGER audit_kept")
    for model in reversed(kept_models()):
        model._default_manager.all().delete()


@pytest.mark.django_db(transaction=True)
def test_what_is_put_back_is_what_was_there(tmp_path: Path) -> None:
    """Users, reports, incidents, decisions and the log, row by row; the log is still whole."""
    User.objects.create_user("ann", password="a long password")
    incident = followed(YEREVAN, BAKU)
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0].id
    decide(
        incident, Wanted(does="set-fact", target=case, name="act.fire_opened", value="no", why="seen"), by="ann", at=NOW
    )
    before = everything()
    file = tmp_path / "desk.backup"
    rows = backup(file)
    with pytest.raises(CasusError, match="empty desk only"):
        restore(file)
    empty()
    assert restore(file) == rows
    assert everything() == before
    assert list(broken_links()) == []
    assert StoredIncident.objects.get(id=incident.id).assessment == incident.assessment
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.django_db
def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    """A file of another kind, an archive of another form, and one with rows missing."""
    other, lacking = tmp_path / "other", tmp_path / "lacking"
    other.write_text("no archive")
    with pytest.raises(CasusError, match="not a backup"):
        restore(other)
    with zipfile.ZipFile(lacking, "w") as archive:
        archive.writestr("manifest.json", json.dumps({"form": "casus.backup/1", "rows": {}}))
    with pytest.raises(CasusError, match="not whole"):
        restore(lacking)


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_an_earlier_desk_lacks_later_tables(tmp_path: Path) -> None:
    """What the desk of that day had is put back; a table that came later is empty."""
    incident = followed(YEREVAN)
    file, earlier = tmp_path / "desk.backup", tmp_path / "earlier.backup"
    rows = backup(file)
    late = "store.storedbrief"
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(earlier, "w") as part:
        manifest = json.loads(whole.read("manifest.json"))
        taken = manifest["rows"].pop(late)
        for name in whole.namelist():
            if name not in {"manifest.json", f"{late}.jsonl"}:
                part.writestr(name, whole.read(name))
        part.writestr("manifest.json", json.dumps(manifest))
    assert taken == 1
    empty()
    assert restore(earlier) == rows - taken
    assert StoredIncident.objects.get(id=incident.id).assessment == incident.assessment
