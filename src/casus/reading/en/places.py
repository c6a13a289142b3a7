"""Places in an English text: nouns of place, names the gazetteer knows, and names that stand where places stand."""

from __future__ import annotations

import re

from casus.reading.clauses import Phrase
from casus.reading.en.names import names_in
from casus.reading.places import Places, place_words

_SIDES = "upper|lower|northern|southern|eastern|western|central|nearby|disputed|occupied"
_BEFORE = re.compile(
    r"(?i)\b(?:in|at|near|off|inside|outside|into|onto|around|across|above|below|beyond|behind|through|"
    r"throughout|towards?|to|from|over|on|along|between|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of|"
    rf"close to|opposite|past|of)\s+(?:the\s+)?(?:(?:{_SIDES})\s+)*$"
)
_TAKEN = re.compile(
    r"(?i)\b(?:(?:re)?captur|seiz|occup|enter|reach|shell|bomb|bombard|pound|besieg|liberat|invad|storm|evacuat|overrun|"
    r"encircl|surround|attack|defend|abandon|annex|administer|control|raid|ransack|visit|"
    r"blockad|quit|rul|retak|approach|claim)(?:y|ied|ies|ed|es?|s|ing)?\s+$|"
    r"\b(?:(?:re)?(?:take|took|taken|takes|taking)|hit|struck|leave|left|overran|hold|held)\s+$"
)
_DIRECTION = re.compile(
    r"(?i)^(?:(?:far|central|upper|lower|mainland|rural|coastal|"
    r"(?:north|south)?-?(?:north|south|east|west)(?:ern)?)[ -])+(?-i:(?=[A-Z]))"
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|al-[A-Z]\w*|de|el|la|du|of))*")


class EnglishPlaces(Places):
    """Finds the places of one English text."""

    def like_place(self, phrase: Phrase) -> bool:
        """May the phrase name a place?"""
        words = self.text[slice(*phrase.head)]
        if not words:
            return False
        if words.split()[-1].lower() in place_words("en"):
            return True
        core = _DIRECTION.sub("", words.removeprefix("the ").removeprefix("The "))
        names = names_in(core)
        whole = len(names) == 1 and names[0].span == (0, len(core))
        if whole and names[0].entry.kind in {"state", "capital"}:
            return names[0].entry.sort == "name"
        if any(f.entry.kind in {"role", "org", "group", "person"} for f in names):
            return False
        if self._know(core) is not None and core[:1].isupper():
            return True
        before = self.text[max(0, phrase.head[0] - 60) : phrase.head[0]]
        return bool(_NAME.fullmatch(core)) and bool(_BEFORE.search(before) or _TAKEN.search(before))

    def _is_state(self, words: str) -> bool:
        names = names_in(words)
        return len(names) == 1 and names[0].entry.kind in {"state", "capital"} and names[0].span == (0, len(words))
