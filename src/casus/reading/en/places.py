"""Places in an English text: nouns of place, names the gazetteer knows, and names that stand where places stand."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from casus.reading.clauses import Phrase
from casus.reading.en.names import names_in
from casus.reading.en.whereabouts import ADVERBS
from casus.reading.places import Places, place_words
from casus.records import PlaceMention

_SIDES = "upper|lower|northern|southern|eastern|western|central|nearby|disputed|occupied"
_BEFORE = re.compile(
    r"(?i)\b(?:in|at|near|off|inside|outside|into|onto|around|across|above|below|beyond|behind|through|"
    r"throughout|towards?|to|from|over|on|along|between|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of|"
    rf"close to|opposite|past|of)\s+(?:the\s+)?(?:(?:{_SIDES})\s+)*$"
)
_TAKEN = re.compile(
    r"(?i)\b(?:(?:re)?captur|seiz|occup|enter|reach|shell|bomb|bombard|pound|besieg|liberat|invad|storm|evacuat|overrun|"
    r"encircl|surround|attack|defend|abandon|annex|administer|control|raid|ransack|visit|"
    r"blockad|quit|rul|retak|approach|claim)(?:y|ied|ies|ed|es?|s|ing)?\s+(?:the\s+)?$|"
    r"\b(?:(?:re)?(?:take|took|taken|takes|taking)|hit|struck|leave|left|overran|hold|held)\s+(?:the\s+)?$"
)
_CROSSED = re.compile(r"(?i)\b(?:cross|enter|occup|overfl|patrol)(?:y|ied|ies|ed|es|s|ing|ew)?\s+$|\b(?:hold|held)\s+$")
"""Verbs whose pronoun as an object is a place."""
_BESIDE = re.compile(
    r"(?i)\b(?:near|off|outside|inside|along|across|beneath|underneath|beside|opposite|alongside|above|close to|"
    r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of)\s+"
    r"(?:(?:the|a|an|its|their|his|her|our|some|other)\s+)*$"
)
"""Prepositions that say where, whatever thing is beside."""
_WAYS = re.compile(
    r"(?i)\b(?:cross|thread|patrol|block|straddl|skirt|round|clos|leav|enter|hit|hitting|struck|strik)(?:ed|es|s|e|ing|ling)?\s+"
    r"(?:(?:the|a|an|its|their)\s+)*$"
)
"""Verbs of going along, over or out of what is a way or a piece of ground."""
_GROUND = frozenset({
    "spot", "path", "limit", "limits", "sky", "skies", "air", "space", "riverbed", "seabed", "roadside", "scene",
    "deck", "roof", "courtyard", "orchard", "bend", "crossroads", "junction", "intersection", "runway", "jetty",
    "pier", "quay", "hotel", "restaurant", "university", "prison", "jail", "house", "building", "side", "place",
    "hull", "wreck", "watershed", "shoals", "lane", "lanes", "surface", "bottom", "edge", "foot", "mouth",
    "mid-atlantic", "mid-pacific", "mid-ocean", "midair", "mid-air", "midstream", "transit", "court", "ditch", "pit",
    "well", "garden", "park", "yard", "cafe", "shop", "hall", "theatre", "theater", "stadium", "villa", "home",
    "apartment", "flat", "basement", "cellar", "rooftop", "tower", "minaret", "monastery", "temple", "shrine",
    "cemetery", "bunker", "hangar", "taxiway", "verge", "pavement", "vineyard", "clearing", "woods", "grove", "dune",
    "sandbar", "sandbank", "cay", "cove", "inlet", "fjord", "lagoon", "creek", "stream", "canyon", "foothills",
    "lowlands", "highlands", "shipyard", "wharf", "berth", "anchorage", "roadstead", "rooftops", "balcony",
    "corridor", "lobby", "classroom", "ward", "clinic", "orphanage", "quarry", "gully", "culvert", "roundabout",
    "tollbooth", "motorway", "railhead", "siding", "platform", "rig", "buoy", "lighthouse", "watchtower", "tent",
    "hut", "cabin", "cockpit", "bridgehead", "foxhole", "room", "office",
})  # fmt: skip
"""Things that are places after a preposition of place or a verb of going."""
_NO_GROUND = re.compile(
    r"(?i)(?:tion|sion|ment|ness|ity|ism|ence|ance|ing)s?$|^(?:midnight|noon|dawn|dusk|collapse|end|deal|agreement|talks|"
    r"control|law|days?|hours?|weeks?|months?|years?|minutes?|time|doubt|war|peace|lines?|all|zero|them|it|him|her|us|me|"
    r"that|this|which|whom|suspicion|criticism|channels|average|others?)$"
)
_AT = re.compile(
    r"(?i)\b(?:in|at|on|over|into|onto|to|from|towards?|through|past|around|up|down|by|before)\s+"
    r"(?:(?:the|a|an|its|their|his|her|our|this|that|both)\s+)*$"
)
_DIRECTION = re.compile(
    r"(?i)^(?:(?:far|central|upper|lower|mainland|rural|coastal|"
    r"(?:north|south)?-?(?:north|south|east|west)(?:ern)?)[ -])+(?-i:(?=[A-Z]))"
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|al-[A-Z]\w*|de|el|la|du|of))*")


_MEASURED = re.compile(
    r"(?:about |some |only |just )?[\w.,-]+(?: nautical)? (?:miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|yards?|feet) "
    r"(?:of|from|off|inside|outside|short of|(?:north|south|east|west)(?:-?(?:east|west))? of) "
    r"(?:the |a |its |their )?[\w’'-]+"
)
"""How far from somewhere (50 miles of the port)."""
_BEARINGS = frozenset({"north", "south", "east", "west"})
_LIES = re.compile(
    r",? (?:near|outside|off|above|over|in|on|inside|"
    r"(?:just )?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of) "
    r"(?P<where>(?:the )?(?:[a-z-]+ern )?(?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    r"[A-Z][\w’'-]+(?:(?: (?:and|of|de|el|al) | )[A-Z][\w’'-]+)*)"
    r"(?=[,.;:)]|$| (?:and|on|at|by|after|before|last|when|where)\b)"
)
"""Where a place is, right after it, up to the end of the phrase."""


def _last(words: str) -> str:
    return words.lower().rsplit(maxsplit=1)[-1]


@cache
def is_place_word(word: str) -> bool:
    """Is it a noun for a kind of place, or the plural of one (capitals, valleys)?"""
    nouns = place_words("en")
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word in nouns or singular in nouns or (word.endswith("es") and word[:-2] in nouns)


class EnglishPlaces(Places):
    """Finds the places of one English text."""

    def like_place(self, phrase: Phrase) -> bool:
        """May the phrase name a place?"""
        words = self.text[slice(*phrase.head)]
        if not words:
            return False
        low = words.lower()
        if low.endswith(" channels") or (low in _BEARINGS and self._goes_on(phrase)):
            return False  # through diplomatic channels; turned north to the hills
        if is_place_word(_last(low)) or low in ADVERBS or self._stands(phrase, low):
            return True
        return self._named(phrase, words)

    def _named(self, phrase: Phrase, words: str) -> bool:
        """Is it a name of a place, or a name where places stand?"""
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

    def mention(self, phrase: Phrase) -> PlaceMention:
        """Give the phrase as a place, with where that is (the hills near Harduf, nine sites in Punjab)."""
        found = super().mention(phrase)
        lies = _LIES.match(self.text, phrase.span[1])
        words = self.text[slice(*phrase.span)]
        if lies is None or lies.end() - phrase.span[1] > 2 * len(words) + 12 or not is_place_word(_last(words)):
            return found
        span = (phrase.span[0], lies.end("where"))
        whole = super().mention(Phrase(span, (lies.start("where"), lies.end("where"))))
        return msgspec.structs.replace(whole if found.id is None else found, text=self.text[slice(*span)], span=span)

    def _goes_on(self, phrase: Phrase) -> bool:
        """Is a bearing no more than the way to what is named after it (turned north to the hills)?"""
        return self.text.startswith((" to ", " into ", " towards ", " toward "), phrase.head[1])

    def _stands(self, phrase: Phrase, low: str) -> bool:
        """Does the preposition or verb before a phrase make it a place (off other coasts, crossed the path)?"""
        before = self.text[max(0, phrase.span[0] - 40) : phrase.span[0]]
        last = _last(low)
        if _MEASURED.match(self.text, phrase.span[0]):
            return True
        if low in {"it", "them"}:
            return bool(_CROSSED.search(before))
        if last in _GROUND:
            return bool(_AT.search(before) or _BESIDE.search(before) or _WAYS.search(before))
        return bool(_BESIDE.search(before)) and not _NO_GROUND.search(last) and not last[0].isdecimal()

    def _is_state(self, words: str) -> bool:
        names = names_in(words)
        return len(names) == 1 and names[0].entry.kind in {"state", "capital"} and names[0].span == (0, len(words))
