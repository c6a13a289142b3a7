"""Language packs: what one must offer, and where they are found."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import Protocol, runtime_checkable

from casus.errors import MissingExtraError
from casus.reading.clauses import ParsedSentence
from casus.reading.dates import Anchor, FoundDate
from casus.reading.gazetteer import Gazetteer
from casus.reading.names import Found, name_table
from casus.reading.parties import Resolver
from casus.reading.places import Places
from casus.records import Span

_PACKS = {"ja": "casus.reading.ja.pack", "en": "casus.reading.en.pack", "ru": "casus.reading.ru.pack"}
LANGUAGE_NAMES = {"en": "English", "ja": "Japanese", "ru": "Russian"}


class Pack(Protocol):
    """A language: its clauses, its date words, its names for kinds of parties."""

    language: str

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of one sentence."""

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence whose date expressions were found."""


@runtime_checkable
class OwnNames(Protocol):
    """A pack with its own ways of naming: pronouns, titles, names of places."""

    def resolver(self, text: str, on: date | None) -> Resolver:
        """Give what resolves the parties of one text."""

    def places(self, text: str, gazetteer: Gazetteer) -> Places:
        """Give what finds the places of one text."""


@runtime_checkable
class OwnScanner(Protocol):
    """A pack that finds the names of parties in its own way, such as by dictionary form."""

    def names(self) -> Scanner:
        """Give what finds the names."""


class Scanner(Protocol):
    """Finds the names of states, organisations, groups and offices in a text."""

    def scan(self, text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
        """Give the names left to right, not overlapping."""


def scanner(language: str) -> Scanner:
    """Give what finds the names of parties in a language; without its extra, the table of names does."""
    try:
        pack = pack_for(language)
    except MissingExtraError:
        return name_table(language)
    return pack.names() if isinstance(pack, OwnScanner) else name_table(language)


@cache
def pack_for(language: str) -> Pack | None:
    """Give a language's pack, or None where there is no reader for it yet.

    Raises MissingExtraError where the pack's tagger is not installed.
    """
    name = _PACKS.get(language)
    if name is None:
        return None
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        if error.name and name.startswith(error.name):
            return None
        raise
    pack: Pack = module.load()
    return pack
