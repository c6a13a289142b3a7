"""One law file, text to typed records; every trouble is a problem with file, line, column and the nearest word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar, get_args

import msgspec
import tomli

from casus.errors import Problem
from casus.records import Practice
from casus.treaties import law
from casus.treaties.expression import Expression, ExpressionError
from casus.treaties.toml_source import Path, TomlSource
from casus.vocabulary.bilingual import JAPANESE, parted

T = TypeVar("T", bound=msgspec.Struct)

_PATH = re.compile(r" - at `(?:key in )?\$(.*)`$")
_STEP = re.compile(r"\.([A-Za-z_-]+)|\[(\d+)\]|\[\.\.\.\]")
_FORMS = (
    law.Treaty,
    law.Act,
    law.Organ,
    law.Provision,
    law.Text,
    law.Exception_,
    law.Term,
    law.TermReading,
    law.FactEntry,
    law.Authorisation,
    Practice,
)
_PARTS = ("acts", "organs", "provisions", "terms", "file")
"""Fields of a treaty that stand in tables of their own in the file."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give a hint naming the nearest known word, if any is near.

    >>> nearest("agression", ["aggression", "armed_attack"])
    "did you mean 'aggression'?"
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else None


def _words(form: object) -> Iterable[str]:
    """All words of a type made of literals and unions."""
    for part in get_args(form):
        if isinstance(part, str):
            yield part
        else:
            yield from _words(part)


def _known_words() -> tuple[frozenset[str], frozenset[str]]:
    """All keys and all literal values of the law files."""
    fields = [f for form in _FORMS for f in msgspec.structs.fields(form)]
    keys = {f.encode_name for f in fields if not f.name.endswith(JAPANESE)} - set(_PARTS) | {
        "schema",
        "treaty",
        "act",
        "organ",
        "provision",
        "term",
        "fact",
        "authorisation",
    }
    return frozenset(keys), frozenset(w for f in fields for w in _words(f.type))


KEYS, VALUES = _known_words()


def _expression(kind: type, value: object) -> object:
    """Build an expression where a form asks for one (a hook of msgspec)."""
    if kind is Expression and isinstance(value, str):
        return Expression(value)
    raise TypeError("an expression is a string")


def _steps(message: str) -> Path:
    """Read the path of a msgspec message: ``$.text[0].owes`` gives ("text", 0, "owes")."""
    match = _PATH.search(message)
    steps = _STEP.findall(match[1]) if match else []
    return tuple(int(i) if i else key for key, i in steps if key or i)


class LawFile:
    """A law file being read: its source, its tables, and what was wrong with them."""

    def __init__(self, name: str, data: bytes) -> None:
        self.problems: list[Problem] = []
        self.tables: dict[str, object] = {}
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            text = ""
            self.problems.append(Problem(where=name, what=f"not UTF-8: byte {error.start} cannot be read"))
        self.source = TomlSource(name, text)
        try:
            self.tables = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            self._not_toml(str(error))

    def _not_toml(self, message: str) -> None:
        """Note a TOML error with its line and column."""
        place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
        where = f"{self.source.name}:{place[1]}:{place[2]}" if place else self.source.name
        what = message[: place.start()] if place else message
        self.problems.append(Problem(where=where, what=f"not TOML: {what[:1].lower()}{what[1:]}"))

    def problem(self, path: Path, what: str, *, word: str = "", skip: int = 0, hint: str | None = None) -> None:
        """Note a problem at a path of the file (or at a word after it)."""
        where = self.source.where(path, word=word, skip=skip)
        self.problems.append(Problem(where=where, what=what, hint=hint))

    def check_top(self, *allowed: str) -> None:
        """Check the schema number and that only known tables stand at the top."""
        if self.tables and self.tables.get("schema") != 1:
            self.problem(("schema",), "'schema = 1' is missing: this casus reads law files of schema 1")
        for key in self.tables:
            if key not in (*allowed, "schema"):
                self.problem((key,), f"unknown table '{key}'", hint=nearest(key, allowed))

    def convert(self, value: object, form: type[T], path: Path) -> T | None:
        """Turn a table into a record, or note why it cannot be."""
        try:
            texts = parted(form, value) if isinstance(value, dict) else value
            return msgspec.convert(texts, form, dec_hook=_expression)
        except msgspec.ValidationError as error:
            self._refuse(error, path)
            return None

    def _refuse(self, error: msgspec.ValidationError, path: Path) -> None:
        """Say in words what msgspec refused."""
        message = str(error)
        full = path + _steps(message)
        what = _PATH.sub("", message)
        if isinstance(cause := error.__cause__, ExpressionError):
            self.problem(full, cause.what, skip=1 + cause.at)
        elif match := re.search(r"unknown field `(.+)`", what):
            self.problem((*full, match[1]), f"unknown key '{match[1]}'", hint=nearest(match[1], KEYS))
        elif match := re.search(r"required field `(.+)`", what):
            self.problem(full, f"'{match[1]}' is missing")
        elif what == "Expected `array`, got `object`" and full and full[-1] == "text":
            hint = "write [[provision.text]] first, then [[provision.text.exception]]"
            self.problem((*full, "exception", 0), "an exception to a text that is not there", hint=hint)
        elif match := re.search(r"Invalid enum value '(.+)'", what):
            self.problem(full, f"unknown value '{match[1]}'", hint=nearest(match[1], VALUES))
        else:
            self.problem(full, what[:1].lower() + what[1:])

    def many(self, key: str, form: type[T]) -> tuple[T, ...]:
        """Read an array of tables, leaving out those with problems."""
        rows = self.tables.get(key, [])
        if not isinstance(rows, list):
            self.problem((key,), f"'{key}' is written [[{key}]]")
            return ()
        found = (self.convert(row, form, (key, i)) for i, row in enumerate(rows))
        return tuple(row for row in found if row is not None)

    def named(self, key: str, form: type[T]) -> dict[str, T]:
        """Read a table of named tables, leaving out those with problems."""
        rows = self.tables.get(key, {})
        if not isinstance(rows, Mapping):
            self.problem((key,), f"'{key}' is written [{key}.NAME]")
            return {}
        found = {name: self.convert(row, form, (key, name)) for name, row in rows.items()}
        return {name: row for name, row in found.items() if row is not None}


def read_treaty(file: LawFile) -> law.Treaty | None:
    """Read one treaty file; None where its head cannot be read."""
    file.check_top("treaty", "act", "organ", "provision", "term")
    head = file.tables.get("treaty")
    if not isinstance(head, dict):
        if file.tables or not file.problems:
            file.problem((), "the table [treaty] is missing")
        return None
    for key in _PARTS:
        if key in head:
            file.problem(("treaty", key), f"unknown key '{key}'", hint=f"write [[{key.rstrip('s')}]] tables")
    treaty = file.convert({k: v for k, v in head.items() if k not in _PARTS}, law.Treaty, ("treaty",))
    parts = {
        "acts": file.many("act", law.Act),
        "organs": file.many("organ", law.Organ),
        "provisions": file.many("provision", law.Provision),
        "terms": file.named("term", law.Term),
        "file": file.source.name,
    }
    return treaty and msgspec.structs.replace(treaty, **parts)


def read_terms(file: LawFile) -> dict[str, law.Term]:
    """Read the shared terms; the file's certainty goes to those without one of their own."""
    file.check_top("term", "certainty")
    certainty = file.tables.get("certainty", "memory")
    if certainty not in law.WEAKEST_FIRST:
        file.problem(("certainty",), f"unknown value '{certainty}'", hint=nearest(str(certainty), law.WEAKEST_FIRST))
        certainty = "memory"
    terms = file.named("term", law.Term)
    return {n: t if t.certainty else msgspec.structs.replace(t, certainty=certainty) for n, t in terms.items()}


def read_facts(file: LawFile) -> dict[str, law.FactEntry]:
    """Read the facts and their questions."""
    file.check_top("fact")
    return file.named("fact", law.FactEntry)
