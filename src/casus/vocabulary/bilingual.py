"""Texts of the data files that may stand in two languages: ``duty = "…"``, or ``duty = { en = "…", ja = "…" }``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

import msgspec

JAPANESE = "_ja"
"""Ending of the field of a record that takes the Japanese of the field before it."""


def parted(form: type[msgspec.Struct], table: Mapping[str, object]) -> dict[str, object]:
    """Part the texts of a table that stand in two languages, so that each goes to the field of its own.

    Only fields that have a Japanese twin in the form are parted; tables within go by the forms within.

    >>> class Duty(msgspec.Struct):
    ...     duty: str
    ...     duty_ja: str = ""
    >>> parted(Duty, {"duty": {"en": "help", "ja": "援助"}})
    {'duty': 'help', 'duty_ja': '援助'}
    """
    within, twins = _plan(form)
    out: dict[str, object] = {}
    for key, value in table.items():
        if key in twins and isinstance(value, Mapping) and set(value) == {"en", "ja"}:
            out[key], out[f"{key}{JAPANESE}"] = value["en"], value["ja"]
        elif key in within and isinstance(value, list):
            out[key] = [parted(within[key], v) if isinstance(v, Mapping) else v for v in value]
        else:
            out[key] = value
    return out


@cache
def _plan(form: type[msgspec.Struct]) -> tuple[dict[str, type[msgspec.Struct]], frozenset[str]]:
    """Give the form that each field of a form holds, where it holds one, and the fields with a Japanese twin."""
    fields = {f.encode_name: f for f in msgspec.structs.fields(form)}
    within = {name: held for name, f in fields.items() if (held := next(_forms(f.type), None))}
    return within, frozenset(name for name in fields if f"{name}{JAPANESE}" in fields)


def _forms(kind: object) -> Iterator[type[msgspec.Struct]]:
    """Give the forms in a type: in ``tuple[Text, ...]`` that is ``Text``."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in get_args(kind):
        yield from _forms(part)
