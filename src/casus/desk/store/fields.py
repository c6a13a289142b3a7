"""Columns of the desk's own: one that holds a record as compressed JSON, one of terms to search by."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
from django.db import models
from django.db.models.expressions import Col

from casus.errors import CasusError
from casus.records import Record

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R", bound=Record)
LEVEL = 4
"""Effort of compression: 6 makes an assessment a tenth smaller in nearly twice the time."""
LATEST = 1000
"""How many rows a search looks at, the last ones."""


class RecordField(models.BinaryField, Generic[R]):  # type: ignore[type-arg]
    """Holds a record of one type; what is kept is its JSON, so that any later version can still read it."""

    def __init__(self, kind: type[R] = Record, **options: object) -> None:  # type: ignore[assignment]
        super().__init__(**options)  # type: ignore[arg-type]
        self.kind = kind
        decoder(kind)  # before there are threads: two that first read one type at once end the process

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        """Describe the field for migrations, which do not depend on the type of record."""
        name, _, args, options = super().deconstruct()
        return name, "casus.desk.store.fields.RecordField", list(args), dict(options)

    def from_db_value(self, value: bytes | memoryview | None, expression: object, connection: object) -> R | None:
        """Read a record; one that a later casus wrote in a form not known here is a broken installation."""
        del expression, connection
        return None if value is None else unpack(bytes(value), self.kind)

    def get_db_prep_value(self, value: object, connection: BaseDatabaseWrapper, prepared: bool = False) -> object:
        """Pack a record."""
        packed = pack(value) if isinstance(value, Record) else value
        return super().get_db_prep_value(packed, connection, prepared)

    def to_python(self, value: object) -> object:
        """Take records as they are, and read those a backup holds."""
        return unpack(b64decode(value), self.kind) if isinstance(value, str) else value

    def value_to_string(self, obj: models.Model) -> str:
        """Write a record for a backup."""
        value = self.value_from_object(obj)
        return b64encode(pack(value)).decode("ascii") if isinstance(value, Record) else ""


@cache
def decoder(kind: type[R]) -> msgspec.json.Decoder[R]:
    """Give what reads records of a type."""
    return msgspec.json.Decoder(kind)


def pack(record: Record) -> bytes:
    """Write a record as compressed JSON."""
    return zlib.compress(msgspec.json.encode(record), LEVEL)


def unpack(data: bytes, kind: type[R]) -> R:
    """Read a record back. Raises CasusError where the data is none of its form."""
    try:
        read: R = decoder(kind).decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as trouble:
        raise CasusError(f"a stored {kind.__name__} cannot be read: {trouble}") from trouble
    return read


class TermsField(models.TextField):  # type: ignore[type-arg]
    """Terms of a text, parted by spaces.

    ``terms__has=[…]`` finds the rows that have all of some, ``terms__latest=[…]`` the thousand of them put in last.
    """


@TermsField.register_lookup
class Has(models.Lookup):
    """All of some terms: by the full-text index of SQLite, by an index over arrays on PostgreSQL."""

    lookup_name = "has"
    prepare_rhs = False
    sqlite_end = ""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[object]]:
        """Ask the index that stands beside the table."""
        del compiler
        column: Col = self.lhs
        table = column.target.model._meta.db_table  # noqa: SLF001  Django's documented way to a table's name
        quoted, found = connection.ops.quote_name(column.alias), connection.ops.quote_name(f"{table}_found")
        match = " ".join(f'"{term}"' for term in self.rhs)
        sql = f"{quoted}.rowid IN (SELECT rowid FROM {found} WHERE {found} MATCH %s{self.sqlite_end})"  # noqa: S608  names of our own tables
        return sql, [match]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[object]]:
        """Ask whether the array of terms holds them."""
        del connection
        column, given = compiler.compile(self.lhs)
        return f"string_to_array({column}, ' ') @> %s", [*given, list(self.rhs)]


@TermsField.register_lookup
class Latest(Has):
    """All of some terms, only the rows put in last: a term that half of all rows have costs no more than a rare one."""

    lookup_name = "latest"
    sqlite_end = f" ORDER BY rowid DESC LIMIT {LATEST}"
