"""Language packs: what one must offer, and where they are found."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol

from casus.reading.clauses import ParsedSentence
from casus.reading.dates import Anchor, FoundDate
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
