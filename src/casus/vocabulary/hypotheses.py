"""The standard explanations of an act, read from ``data/hypotheses/``: one file each, with what would refute it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, get_args

import msgspec
import tomli

from casus.errors import CasusError
from casus.records import Hypothesis
from casus.records.statement import Topic

LANGUAGES = ("en", "ja")
_SCHEMA = 1


@cache
def hypotheses() -> tuple[Hypothesis, ...]:
    """Give all standard explanations, sorted by id."""
    folder = files("casus") / "data" / "hypotheses"
    found = [
        read_hypothesis(f.name, f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda h: h.id))


@cache
def hypothesis(name: str) -> Hypothesis | None:
    """Give the standard explanation of that id; None where there is none.

    >>> hypothesis("intent-diversion").label["en"]
    'Diversion from another crisis'
    """
    return next((h for h in hypotheses() if h.id == name), None)


def read_hypothesis(name: str, text: str) -> Hypothesis:
    """Read one file of that name.

    Raises:
        CasusError: naming the file and what is wrong with it.
    """
    try:
        table: dict[str, Any] = tomli.loads(text)
        schema = table.pop("schema", None)
        found = msgspec.convert(table, Hypothesis)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as trouble:
        raise CasusError(f"{name}: {trouble}") from trouble
    if schema != _SCHEMA:
        raise CasusError(f"{name}: schema is {schema!r}; this version reads {_SCHEMA}")
    if name != f"{found.id}.toml":
        raise CasusError(f"{name}: the id is {found.id!r}; name the file {found.id}.toml")
    if found.id.split("-", 1)[0] not in get_args(Topic):
        raise CasusError(f"{name}: {found.id!r} does not open with a topic of comments, such as intent-")
    _check_words(name, found)
    return found


def _check_words(name: str, found: Hypothesis) -> None:
    """Refuse a file that lacks a language, or says nothing."""
    for key, words in (
        ("label", found.label),
        ("says", found.says),
        ("refuted_by", found.refuted_by),
        ("expects", found.expects),
    ):
        for language in LANGUAGES:
            if not words.get(language, "").strip():
                raise CasusError(f"{name}: [{key}] has no {language}")
    if not found.source.strip():
        raise CasusError(f"{name}: source is empty")
