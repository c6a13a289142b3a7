"""Places in a Russian text: nouns of place, and names, which the gazetteer knows in any case."""

from __future__ import annotations

import re

from casus.reading.clauses import Phrase
from casus.reading.places import Places
from casus.reading.ru.morphology import Form, forms, plain
from casus.reading.ru.names import russian_names
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.standpoints import WHERE, meets_there, prepositions, stands_where
from casus.records import PlaceMention

_NAME = re.compile(r"[А-ЯЁ][\w-]*(?:[ -][А-ЯЁ][\w-]*)*")
_ARMS = frozenset({"ПЗРК", "РСЗО", "РПГ", "БТР", "БМП", "ПТУР", "ПВО", "ЗРК", "БПЛА", "АКМ", "САУ", "ПТРК"})
_WATERS = frozenset({"вод", "воды", "водам", "водах", "водами"})
_SETS_ASIDE = frozenset({"role", "org", "group", "person"})


def _is_thing(form: Form) -> bool:
    return form.known and form.pos == "NOUN" and not form.kind


class RussianPlaces(Places):
    """Finds the places of one Russian text."""

    def like_place(self, phrase: Phrase) -> bool:
        """May the phrase name a place?"""
        words = self.text[slice(*phrase.head)].split()
        if not words:
            return False
        head = words[-1].strip('«»"')
        if is_place_word(head) or plain(head) in _WATERS or plain(head) in WHERE:
            return True
        if any(c.isdecimal() for c in head) or head in _ARMS:
            return False  # Ил-20, Ту-154
        names = russian_names().scan(self.text, *phrase.head)
        if any(f.entry.kind in {"state", "capital"} and f.entry.sort == "" for f in names):
            return True
        aside = any(f.entry.kind in _SETS_ASIDE for f in names)
        if self._stands(phrase, words, body=aside):
            return True
        form = forms(head)[0] if forms(head) else None
        if form is not None and (form.pos == "NPRO" or (_is_thing(form) and self._know(head) is None)):
            return False  # a common noun that opens a sentence
        return not aside and head[:1].isupper() and self._name(phrase, head)

    def _name(self, phrase: Phrase, head: str) -> bool:
        """May a word with a capital be a place's name: nobody's, or one somebody is in (в Арике)?"""
        before = prepositions(self.text[max(0, phrase.span[0] - 30) : phrase.span[0]])
        inside = before[-1:] in {("в",), ("во",)} and any(f.case in {"loc", "acc"} for f in forms(head))
        person = any(f.kind == "person" and f.animate and f.known for f in forms(head)[:1])
        return inside or not person or self._know(head) is not None

    def _stands(self, phrase: Phrase, words: list[str], *, body: bool) -> bool:
        """Does the preposition before it make it a place (у армии is none)?"""
        before = self.text[max(0, phrase.span[0] - 30) : phrase.span[0]]
        said = " ".join(words)
        return meets_there(before, said) or (not body and stands_where(before, said))

    def is_state(self, phrase: Phrase) -> bool:
        """Is it a state's name and no more?"""
        return self._is_state(self.text[slice(*phrase.head)])

    def mention(self, phrase: Phrase) -> PlaceMention:
        """Give the phrase as a place, with the gazetteer's id of the narrowest name in it."""
        found = super().mention(phrase)
        if found.id is not None:
            return found
        words = self.text[slice(*phrase.span)]
        place = next((p for m in _NAME.finditer(words) if (p := self._know(m.group())) is not None), None)
        if place is None:
            return found
        self._known[words] = place
        return super().mention(phrase)

    def _is_state(self, words: str) -> bool:
        names = russian_names().scan(words)
        return len(names) == 1 and names[0].entry.kind in {"state", "capital"} and names[0].span == (0, len(words))
