"""Words that put what depends on them (says, denies, wants, fears): the rows of a language's table in one form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from casus.reading.tables import rows


@dataclass(frozen=True, slots=True)
class Governor:
    """How a word puts what depends on it; each language has its own class, which names the language."""

    language: ClassVar[str] = ""

    word: str
    kind: str
    """What kind of word it is, in the language's own list: ``report``, ``verb``, ``noun``, ``adj``, ``prep`` …"""
    content: str
    """What depends on it, by commas, in the language's own terms (``that,inf``, ``что``); empty for anything."""
    effect: str
    negative: bool
    voice: str
    """``subject`` (its subject speaks), ``none``, ``unnamed``."""

    @property
    def rule(self) -> str:
        """The id under which a statement names the row."""
        return f"{self.language}.cue:{self.kind}:{self.word}" + (f"/{self.content}" if self.content else "")


G = TypeVar("G", bound=Governor)
Rows = dict[tuple[str, str], tuple[G, ...]]
"""Rows by word and kind."""


def read_governors(make: type[G]) -> Rows[G]:
    """Read the table of a language; ё stands as е, as texts write it."""
    found: dict[tuple[str, str], list[G]] = {}
    for row in rows("languages", make.language, "governors.tsv"):
        effect, _, sign = row["effect"].partition(" ")
        for word in row["word"].replace("ё", "е").split("|"):
            made = make(word, row["kind"], row["content"], effect, sign == "not", row["voice"] or "subject")
            found.setdefault((word, row["kind"]), []).append(made)
    return {k: tuple(v) for k, v in found.items()}


def by_content(table: Rows[G]) -> dict[tuple[str, str], dict[str, G]]:
    """Give the rows by what depends on the word; under the empty string those for anything."""
    found: dict[tuple[str, str], dict[str, G]] = {}
    for key, entries in table.items():
        for entry in entries:
            for content in entry.content.split(","):
                found.setdefault(key, {}).setdefault(content, entry)
    return found
