"""The law as a book to look things up in: instruments by the names reports use, parties, paraphrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from casus.logic import Truth
from casus.records import Flip, Practice, Words
from casus.treaties.flip_words import set_words
from casus.treaties.law import Law, Text
from casus.treaties.practice import load_practice
from casus.treaties.status import parties, status
from casus.vocabulary.phrases import both, say


class LawBook:
    """Look-ups in the law files; made once for a law and kept."""

    def __init__(self, law: Law) -> None:
        self.law = law

    @cached_property
    def _names(self) -> tuple[tuple[str, re.Pattern[str], str], ...]:
        """Names folded, with their patterns, the longest first, so that a name within another never hides it."""
        pairs = sorted(self.names(), key=lambda pair: (-len(pair[0]), pair))
        return tuple((name.casefold(), _pattern(name), treaty) for name, treaty in pairs)

    def names(self) -> tuple[tuple[str, str], ...]:
        """List (name, instrument id) of all names and titles, in the order of the files."""
        return tuple((n, t.id) for t in self.law.treaties for n in (*t.names, *t.title.values()))

    def instruments_in(self, text: str) -> tuple[str, ...]:
        """Give ids of the instruments named in words, in order of first mention."""
        first: dict[str, int] = {}
        taken: list[tuple[int, int]] = []
        folded = text.casefold()
        for name, pattern, treaty in self._names:
            for match in pattern.finditer(text) if name in folded else ():
                inside = any(a <= match.start() and match.end() <= b and (a, b) != match.span() for a, b in taken)
                if not inside:
                    taken.append(match.span())
                    first[treaty] = min(first.get(treaty, match.start()), match.start())
        return tuple(sorted(first, key=lambda t: (first[t], t)))

    def instruments_of(self, organisation: str) -> tuple[str, ...]:
        """Give ids of the instruments an organisation (``IGO X``) acts under."""
        return tuple(t.id for t in self.law.treaties if organisation in t.organisations)

    def title(self, treaty: str) -> Words:
        """Give what people call an instrument, else its title; its id where there is no such file."""
        known = self.law.treaty(treaty)
        return {**known.title, **known.short} if known else {"en": treaty}

    def bound(self, treaty: str, state: str, on: date) -> tuple[Truth, Words]:
        """Is a state bound by an instrument that day, and why?"""
        known = self.law.treaty(treaty)
        if known is None:
            return Truth.UNKNOWN, say("status_no_file", treaty=treaty)
        found = status(known, state, on)
        return found.truth, {"en": found.says, "ja": found.says_ja}

    def parties(self, treaty: str, on: date) -> tuple[str, ...]:
        """Give the states bound by an instrument that day."""
        known = self.law.treaty(treaty)
        return parties(known, on) if known else ()

    @cached_property
    def _practice(self) -> dict[str, tuple[Practice, ...]]:
        return load_practice(self.law)[0]

    def practice(self, treaty: str) -> tuple[Practice, ...]:
        """Give an instrument's documented practice in order of days: who called on it, what came of it."""
        return self._practice.get(treaty, ())

    def practices(self, treaties: Iterable[str]) -> tuple[Practice, ...]:
        """Give the documented practice of some instruments, each once, in order of instruments and days."""
        return tuple(p for treaty in sorted(set(treaties)) for p in self.practice(treaty))

    def flip(self, flip: Flip) -> Words:
        """Say what would have to be so for a finding to be answered otherwise."""
        return set_words(self.law, flip.set)

    def paraphrase(self, treaty: str, provision: str, on: date) -> Words | None:
        """Give our paraphrase of a provision's text in force that day."""
        text = self._text(treaty, provision, on)
        return dict(text.says) if text else None

    def procedure(self, treaty: str, provision: str, on: date) -> Words:
        """Say how a provision is set going: on whose request, by whose decision; empty where unsaid."""
        text = self._text(treaty, provision, on)
        return both(text.procedure, text.procedure_ja) if text and text.procedure else {}

    def fact_words(self, name: str, truth: Truth) -> Words:
        """Say that a fact is so, or that it is not; its bare name where there are no words for it."""
        known = self.law.facts.get(name)
        words = (known.no if truth is Truth.NO else known.yes) if known else None
        return dict(words) if words else {"en": f"{name}: {truth.value}"}

    def _text(self, treaty: str, provision: str, on: date) -> Text | None:
        known = self.law.treaty(treaty)
        article = next((p for p in known.provisions if p.id == provision), None) if known else None
        return next((t for t in article.text if t.holds(on)), None) if article else None


def _pattern(name: str) -> re.Pattern[str]:
    """Match a name: whole words in scripts with spaces, anywhere in Japanese; short capitals keep their case."""
    quoted = re.escape(name)
    if not name[0].isascii() or not name[-1].isascii():
        return re.compile(quoted)
    return re.compile(rf"(?<![A-Za-z0-9]){quoted}(?![A-Za-z0-9])", 0 if name.isupper() else re.IGNORECASE)
