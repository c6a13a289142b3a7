"""Read the TOML files of this room: each of one form, with its schema; what does not fit is refused, and says where."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_args

import msgspec

from casus.errors import CasusError, Problem
from casus.logic import Truth
from casus.records.precedent import YesNo

SCHEMA = 1
Form = TypeVar("Form", bound=msgspec.Struct)


@cache
def installed(name: str, form: type[Form]) -> Form:
    """Read a file of the package that must be right. Raises CasusError with what is wrong."""
    found = read(name, (files("casus") / "data" / name).read_bytes(), form)
    if isinstance(found, Problem):
        raise CasusError(found.line())
    return found


def read(name: str, data: bytes, form: type[Form]) -> Form | Problem:
    """Read a file of a form that has a ``schema``; a problem where it does not fit."""
    try:
        found = msgspec.toml.decode(data, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        return Problem(where=name, what=str(trouble), hint=_hint(str(trouble), form))
    schema = getattr(found, "schema", None)
    if schema != SCHEMA:
        return Problem(where=name, what=f"schema is {schema}; this version reads {SCHEMA}")
    return found


def _hint(trouble: str, form: type[msgspec.Struct]) -> str | None:
    """Name the key that an unknown one is nearest to, in the form or the forms within it."""
    if "unknown field `" not in trouble:
        return None
    given = trouble.split("unknown field `", 1)[1].split("`", 1)[0]
    near = get_close_matches(given, sorted(_keys(form)), 1)
    return f"did you mean {near[0]!r}?" if near else None


def _keys(form: type[msgspec.Struct]) -> set[str]:
    keys: set[str] = set()
    for field in msgspec.structs.fields(form):
        keys.add(field.encode_name)
        for kind in (field.type, *get_args(field.type)):
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                keys |= _keys(kind)
    return keys


def flat(table: dict[str, dict[str, YesNo]]) -> dict[str, Truth]:
    """Make full names of dotted keys: ``act.fire_opened = "yes"`` stands in a table within a table.

    >>> flat({"act": {"fire_opened": "yes"}})
    {'act.fire_opened': <Truth.YES: 'yes'>}
    """
    return {f"{head}.{tail}": Truth(value) for head, row in table.items() for tail, value in row.items()}
