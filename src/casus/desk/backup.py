"""A desk in one file: a backup taken while it runs, and put back."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.db import connection, models, transaction

from casus.errors import CasusError
from casus.version import VERSION

FORM = "casus.backup/1"
BATCH = 500


def backup(target: Path) -> int:
    """Write all rows into a file, as they are at one moment; give their number. The file is whole or not there."""
    handle, part = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive, transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            counts = {label(model): _write(archive, model) for model in kept_models()}
            archive.writestr("manifest.json", json.dumps({"form": FORM, "casus": VERSION, "rows": counts}))
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
    return sum(counts.values())


def kept_models() -> list[type[models.Model]]:
    """Give the tables of a backup, those that others refer to first: users with their groups, and the store."""
    wanted = [*apps.get_app_config("auth").get_models(), *apps.get_app_config("store").get_models()]
    return list(serializers.sort_dependencies([(None, [m for m in wanted if label(m) != "auth.permission"])]))


def label(model: type[models.Model]) -> str:
    """Name a table."""
    return str(model._meta.label_lower)  # noqa: SLF001  Django's documented way to a model's name


def _write(archive: zipfile.ZipFile, model: type[models.Model]) -> int:
    count = 0
    with archive.open(f"{label(model)}.jsonl", "w") as file:
        for row in model._default_manager.order_by("pk").iterator(chunk_size=BATCH):  # noqa: SLF001  as documented
            file.write(serializers.serialize("jsonl", [row]).encode())
            count += 1
    return count


def restore(source: Path) -> int:
    """Put a backup into an empty desk; give the number of rows. Raises CasusError where it is none, or not empty."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            if manifest.get("form") != FORM:
                raise CasusError(f"{source} is not a backup of the form {FORM}")
            return _put_back(archive, manifest["rows"])
    except (OSError, zipfile.BadZipFile, KeyError, json.JSONDecodeError) as trouble:
        raise CasusError(f"{source} is not a backup of a desk: {trouble}") from trouble


def _put_back(archive: zipfile.ZipFile, rows: dict[str, int]) -> int:
    filled = [label(m) for m in kept_models() if m._default_manager.exists()]  # noqa: SLF001  as documented
    if filled:
        raise CasusError(f"a backup is put back into an empty desk only; this one has rows in {', '.join(filled)}")
    total = 0
    with transaction.atomic(), connection.constraint_checks_disabled():
        for model in kept_models():
            got = 0
            for row in _rows(archive, label(model)):
                row.save()
                got += 1
            if got != rows.get(label(model), 0):
                raise CasusError(
                    f"the backup is not whole: {got} of {rows.get(label(model), 0)} rows of {label(model)}"
                )
            total += got
    connection.check_constraints()
    return total


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[serializers.base.DeserializedObject]:
    with archive.open(f"{name}.jsonl") as file:
        for line in file:
            yield from serializers.deserialize("jsonl", line.decode())
