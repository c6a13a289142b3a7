"""Columns of the desk's own: records as compressed JSON, terms to search by, what lists need of a published page."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
import zstandard
from django.db import models
from django.db.models.expressions import Col

from casus.errors import CasusError
from casus.records import Record

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R", bound=Record)
LEVEL = 3
"""Effort of compression, zstandard's own choice; proofs that repeat far apart make its wide window worth it."""
OF_ZSTANDARD = zstandard.FRAME_HEADER
"""How a record begins that is kept this way; earlier ones are zlib's."""
LATEST = 1000
"""How many rows a search looks at, the last ones."""
LATEST_ON_POSTGRES = """
{alias}.{key} IN (
  WITH often AS MATERIALIZED (
    SELECT count(*) >= {often} AS so
    FROM (SELECT {terms} AS said FROM {table} ORDER BY {put_in} DESC LIMIT {looked_at}) AS newest
    WHERE string_to_array(said, ' ') @> %s
  ) SELECT found FROM (
    (SELECT {key} AS found, {put_in} AS at FROM {table}
      WHERE (SELECT so FROM often) AND CASE WHEN string_to_array({terms}, ' ') @> %s THEN true ELSE false END
      ORDER BY {put_in} DESC LIMIT {latest})
    UNION ALL
    (SELECT {key}, {put_in} FROM {table} WHERE NOT (SELECT so FROM often) AND desk_terms({terms}) @> %s OFFSET 0)
  ) AS every ORDER BY at DESC LIMIT {latest})"""
"""CASE keeps PostgreSQL from guessing that hardly a row has them, OFFSET 0 from guessing that every row may."""


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
    return zstandard.compress(msgspec.json.encode(record), LEVEL)


def unpack(data: bytes, kind: type[R]) -> R:
    """Read a record back. Raises CasusError where the data is none of its form."""
    try:
        plain = zstandard.decompress(data) if data.startswith(OF_ZSTANDARD) else zlib.decompress(data)
        read: R = decoder(kind).decode(plain)
    except (zlib.error, zstandard.ZstdError, msgspec.DecodeError) as trouble:
        raise CasusError(f"a stored {kind.__name__} cannot be read: {trouble}") from trouble
    return read


class TermsField(models.TextField):  # type: ignore[type-arg]
    """Terms of a text, parted by spaces.

    ``terms__has=[…]`` finds the rows that have all of some, ``terms__latest=[…]`` the thousand of them put in last;
    ``put_in`` is the column that tells which those are. ``often`` says how many of how many rows put in last have terms
    that are so frequent that going back from the last row is quicker than an index (PostgreSQL): a long text is slow to
    look through.
    """

    def __init__(self, *, put_in: str = "id", often: tuple[int, int] = (30, 1000), **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.put_in, self.often = put_in, often


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
        return f"desk_terms({column}) @> %s", [*given, list(self.rhs)]


@TermsField.register_lookup
class Latest(Has):
    """All of some terms, only the rows put in last: a term that half of all rows have costs no more than a rare one."""

    lookup_name = "latest"
    sqlite_end = f" ORDER BY rowid DESC LIMIT {LATEST}"

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[object]]:
        """Go back from the last row where terms are frequent, else look them up and sort.

        The database itself takes terms for independent of each other: it would hope to meet a thousand rows that have
        all of some soon, and go through all rows, or look up half of all rows to sort them.
        """
        column: Col = self.lhs
        field = column.target
        assert isinstance(field, TermsField)  # noqa: S101  what the lookup is registered for
        names = {
            "table": field.model._meta.db_table,  # noqa: SLF001  Django's documented way to a table's name
            "key": field.model._meta.pk.column,  # noqa: SLF001  as documented
            "terms": field.column,
            "put_in": field.put_in,
        }
        quoted = {what: connection.ops.quote_name(str(name)) for what, name in names.items()}
        quoted["alias"] = compiler.quote_name_unless_alias(column.alias)
        sizes = {"latest": LATEST, "often": field.often[0], "looked_at": field.often[1]}
        return LATEST_ON_POSTGRES.format(**sizes, **quoted), [list(self.rhs)] * 3


class SidesField(models.JSONField):
    """The parties a published page is about, taken from its content whenever a row is written."""

    def pre_save(self, model_instance: models.Model, add: bool) -> list[str]:
        """Take them."""
        del add
        sides = sides_of(model_instance)
        setattr(model_instance, self.attname, sides)
        return sides


class CodesField(models.CharField):  # type: ignore[type-arg]
    """The codes that the sides of a published page are made of, between spaces, to be found by."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """Take them."""
        del add
        codes = codes_in(sides_of(model_instance))
        setattr(model_instance, self.attname, codes)
        return codes


class RecordedField(models.BooleanField):  # type: ignore[type-arg]
    """Whether a published page has a record for programs."""

    def pre_save(self, model_instance: models.Model, add: bool) -> bool:
        """Look."""
        del add
        recorded = bool(model_instance.record)  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, recorded)
        return recorded


def sides_of(page: models.Model) -> list[str]:
    """Give the parties of a published page."""
    content: dict[str, list[str]] = page.content  # type: ignore[attr-defined]
    return list(content.get("states", ()))


def codes_in(sides: Iterable[str]) -> str:
    """Give the codes that party ids are made of.

    >>> codes_in(["AZE", "NSA-ARM", "IGO CSTO"])
    ' AZE NSA ARM IGO CSTO '
    """
    codes = dict.fromkeys(code for side in sides for code in side.replace("-", " ").split())
    return f" {' '.join(codes)} " if codes else ""
