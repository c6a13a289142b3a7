"""Places in a text: which phrases name one, and what the gazetteer knows of it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import UNSET

from casus.reading.clauses import Phrase
from casus.reading.gazetteer import Gazetteer
from casus.reading.names import name_table
from casus.reading.tables import rows
from casus.records import Place, PlaceMention

_RUN = re.compile(
    r"[ァ-ヿ・＝]+[一-鿿]{0,3}|[一-鿿]{2,}|[A-Za-z][\w'’-]*(?: [A-Z][\w'’-]*)*|[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*)*"
)
_COUNTED = re.compile(r"[\d０-９一二三四五六七八九十数]+(?:カ所|か所|ヵ所|ヶ所|箇所|棟|軒|地点|地区|都市|州)$")
"""How many places there are, written after the noun (核施設3カ所)."""
_COUNTERS = frozenset("所棟軒点区市州")


@cache
def place_words(language: str) -> tuple[str, ...]:
    """Give the nouns that end the name of a kind of place, longest first."""
    return tuple(sorted((r["word"] for r in rows("languages", language, "place_words.tsv")), key=lambda w: -len(w)))


class Places:
    """Finds the places of one text; what the gazetteer says of a name is asked once."""

    def __init__(self, text: str, language: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.language = language
        self.gazetteer = gazetteer
        self._known: dict[str, Place | None] = {}

    def like_place(self, phrase: Phrase) -> bool:
        """May the phrase name a place?"""
        words = self.text[slice(*phrase.head)]
        words = _COUNTED.sub("", words) if words[-1:] in _COUNTERS else words
        if words.endswith(place_words(self.language)):
            return not self._is_office(words)
        ends = next((m.group() for m in _RUN.finditer(words) if m.end() == len(words)), words)
        return self._know(words) is not None or self._know(ends) is not None or self._is_state(words)

    def is_state(self, phrase: Phrase) -> bool:
        """Is it a state's name and no more?"""
        return self._is_state(self.text[slice(*phrase.head)])

    def mention(self, phrase: Phrase) -> PlaceMention:
        """Give the phrase as a place, with the gazetteer's id of the name nearest its end."""
        words = self.text[slice(*phrase.span)]
        place = self._best(words)
        if place is None:
            return PlaceMention(text=words, span=phrase.span)
        return PlaceMention(
            text=words,
            span=phrase.span,
            id=place.id,
            lat=UNSET if place.lat is None else place.lat,
            lon=UNSET if place.lon is None else place.lon,
        )

    def _is_office(self, words: str) -> bool:
        """Ask: do the words end in an office (大統領), not in a kind of place (領)?"""
        found = name_table(self.language).scan(words)
        return bool(found) and found[-1].span[1] == len(words) and found[-1].entry.sort in {"person", "persons"}

    def _is_state(self, words: str) -> bool:
        found = name_table(self.language).scan(words)
        return bool(found) and found[-1].entry.kind in {"state", "capital"} and found[-1].span[1] == len(words)

    def _best(self, words: str) -> Place | None:
        whole = self._know(words)
        if whole is not None:
            return whole
        runs = [m.group() for m in _RUN.finditer(words)]
        known = (self._know(name) for run in reversed(runs) for name in _shorter(run))
        return next((p for p in known if p is not None), None)

    def _know(self, name: str) -> Place | None:
        if name not in self._known:
            found = self.gazetteer.find(name, self.language) if len(name) > 1 else ()
            self._known[name] = found[0] if found else None
        return self._known[name]


def _shorter(run: str) -> tuple[str, ...]:
    """Give a run of letters and its shorter heads and tails (セブ湖周辺, セブ湖 …)."""
    if run.isascii() or not any("ぁ" <= c <= "鿿" for c in run):
        return (run,)
    heads = tuple(run[:n] for n in range(len(run), 1, -1))
    return heads + tuple(run[n:] for n in range(1, len(run) - 1))
