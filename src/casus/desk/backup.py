"""A desk in one file: a backup taken while it runs, and put back."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
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
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive, _one_moment():
            counts = {label(model): _write(archive, model) for model in kept_models()}
            archive.writestr("manifest.json", json.dumps({"form": FORM, "casus": VERSION, "rows": counts}))
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
    return sum(counts.values())


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read what there is at one moment, while others go on writing."""
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    usual = connection.transaction_mode  # type: ignore[attr-defined]
    # The desk's own mode, IMMEDIATE, would keep all writers waiting to the end.
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            yield
    finally:
        connection.transaction_mode = usual  # type: ignore[attr-defined]


class Exactly(DjangoJSONEncoder):
    """Writes moments to the microsecond: the digests of the log are over them."""

    def default(self, o: object) -> object:
        """Write what JSON has no form for."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


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
            file.write(serializers.serialize("jsonl", [row], cls=Exactly).encode())
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
    if not rows:
        raise CasusError("the backup is not whole: it tells of no rows")
    total = 0
    with transaction.atomic(), connection.constraint_checks_disabled():
        for model in kept_models():
            if label(model) not in rows:
                continue  # a table that came after the casus that made the backup
            got = 0
            for rows_read in _batches(_rows(archive, label(model))):
                model._default_manager.bulk_create(row.object for row in rows_read)  # noqa: SLF001  as documented
                for row in rows_read:
                    for name, others in (row.m2m_data or {}).items():
                        getattr(row.object, name).set(others)
                got += len(rows_read)
            if got != rows[label(model)]:
                raise CasusError(f"the backup is not whole: {got} of {rows[label(model)]} rows of {label(model)}")
            total += got
        for sql in connection.ops.sequence_reset_sql(no_style(), kept_models()):  # new rows are numbered after these
            with connection.cursor() as cursor:
                cursor.execute(sql)
    connection.check_constraints()
    return total


def _batches(
    rows: Iterator[serializers.base.DeserializedObject],
) -> Iterator[list[serializers.base.DeserializedObject]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[serializers.base.DeserializedObject]:
    with archive.open(f"{name}.jsonl") as file:
        for line in file:
            yield from serializers.deserialize("jsonl", line.decode())
