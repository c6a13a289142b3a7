"""Names and nouns for parties in Russian text, in any case: compared by dictionary form, the longest match wins."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from casus.reading.names import Entry, Found, name_table
from casus.reading.ru.morphology import forms, lemmas, plain
from casus.reading.tables import rows
from casus.vocabulary.states import states

_TOKEN = re.compile(r"[A-Za-zА-Яа-яЁё0-9]+(?:[-‐'’][\wА-Яа-яЁё]+)*")
_OF_COURTS = frozenset({
    "решение", "приговор", "зал", "председатель", "заседание", "член", "вердикт", "постановление", "здание",
})  # fmt: skip
_Key = tuple[frozenset[str], ...]

_SHORT = 80
_MANY = 20_000
"""So many phrases of so many characters at most are kept."""


class RussianNames:
    """All names, ready for scanning."""

    def __init__(self) -> None:
        self.by_first: dict[str, list[tuple[_Key, bool, str, Entry]]] = {}
        self.adjectives: dict[str, str] = {}
        self._kept: dict[str, tuple[Found, ...]] = {}
        self._opening: dict[str, bool] = {}
        for name, entry in name_table("ru").entries.items():
            self._add(name, entry)
        for state in states().rows:
            for adjective in state.adjectives.get("ru", ()):
                self.adjectives.setdefault(plain(adjective), state.alpha3)
                self._add(adjective, Entry("state", state.alpha3, "adjective"))
        for row in rows("languages", "ru", "demonyms.tsv"):
            for word in row["word"].split("|"):
                kind = "" if row["kind"] == "name" else row["kind"]
                if kind == "adjective":
                    self.adjectives.setdefault(plain(word), row["id"])
                self._add(word, Entry("state", row["id"], kind))
        for entries in self.by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def _add(self, name: str, entry: Entry) -> None:
        words = _TOKEN.findall(name)
        if not words:
            return
        key = tuple(_name_lemmas(w) for w in words)
        capital = words[0][0].isupper()
        for first in key[0]:
            self.by_first.setdefault(first, []).append((key, capital, words[0], entry))

    def scan(self, text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
        """Find all names, left to right, not overlapping; what phrases of a few words hold is kept."""
        if start or end is not None or len(text) > _SHORT:
            return self._scan(text, start, end)
        if text not in self._kept:
            if len(self._kept) > _MANY:
                self._kept.clear()
            self._kept[text] = self._scan(text, 0, None)
        return self._kept[text]

    def _scan(self, text: str, start: int, end: int | None) -> tuple[Found, ...]:
        tokens = [
            (m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
        ]
        found: list[Found] = []
        i = 0
        while i < len(tokens):
            word = tokens[i][2]
            hit = self._at(text, tokens, i) if self._begins(word) else None
            if hit is None:
                found.extend(self._pair(tokens[i]) if "-" in word else ())
                i += 1
                continue
            length, entry = hit
            found.append(Found((tokens[i][0], tokens[i + length - 1][1]), entry))
            i += length
        return tuple(found)

    def _begins(self, word: str) -> bool:
        """Does a name of the table begin with a word of that form?"""
        known = self._opening.get(word)
        if known is None:
            if len(self._opening) > _MANY:
                self._opening.clear()
            known = self._opening[word] = any(lemma in self.by_first for lemma in lemmas(word))
        return known

    def _at(self, text: str, tokens: list[tuple[int, int, str]], i: int) -> tuple[int, Entry] | None:
        word = tokens[i][2]
        best: tuple[int, Entry] | None = None
        for lemma in lemmas(word):
            for key, capital, own, entry in self.by_first.get(lemma, ()):
                n = len(key)
                if (best is not None and n <= best[0]) or i + n > len(tokens) or (capital and not word[0].isupper()):
                    continue
                if n == 1 and capital and not _is_own(word, lemma, own):
                    continue
                if n == 1 and (
                    not _fits(word, entry, capital=capital) or (entry.id == "JUD" and not _is_court(tokens, i))
                ):
                    continue
                if all(lemmas(tokens[i + k][2]) & key[k] and _close(text, tokens, i + k) for k in range(1, n)):
                    best = (n, entry)
                    break
        return best

    def _pair(self, token: tuple[int, int, str]) -> list[Found]:
        """Give both states of армяно-азербайджанский."""
        first, joint, second = token[2].partition("-")
        code = self.owner(second) if joint else ""
        if not code or not plain(first).endswith("о"):
            return []
        stem = plain(first)[:-1]
        other = next((c for a, c in self.adjectives.items() if a.startswith(stem) and len(stem) > 3), "")
        middle = token[0] + len(first)
        found = [Found((token[0], middle), Entry("state", other, "adjective"))] if other else []
        return [*found, Found((middle + 1, token[1]), Entry("state", code, "adjective"))]

    def owner(self, word: str) -> str:
        """Give the state whose adjective a word is, or nothing."""
        return next((self.adjectives[lemma] for lemma in lemmas(word) if lemma in self.adjectives), "")


def _is_court(tokens: list[tuple[int, int, str]], i: int) -> bool:
    """Is it a court, and not ships (суда, судов), which only a genitive before it tells?"""
    if plain(tokens[i][2]) not in {"суда", "судов", "судам", "судами", "судах"}:
        return True
    before = tokens[i - 1][2] if i else ""
    return plain(tokens[i][2]) == "суда" and bool(
        lemmas(before) & _OF_COURTS or plain(before).endswith(("ного", "ского", "шего"))
    )


@lru_cache(maxsize=50_000)
def _is_own(word: str, lemma: str, name: str) -> bool:
    """May a capital word be a form of the name: Того but not Тот, Мали but not Мала, Нато but not Эта or Иду?"""
    if word.isupper():
        return True
    if len(name) > 1 and name.isupper():
        common = (f for f in forms(word) if f.known and f.kind in {"", "person"})
        return not any(f.pos != "NOUN" or f.lemma != plain(word) for f in common)
    nouns = (f.pos in {"NOUN", "UNKN", "LATN"} or not f.known for f in forms(word) if f.lemma == lemma)
    return plain(word) == plain(name) or any(nouns)


def _close(text: str, tokens: list[tuple[int, int, str]], k: int) -> bool:
    """Do two words of a name stand side by side?"""
    between = text[tokens[k - 1][1] : tokens[k][0]]
    return between in {" ", "\u00a0", "-", " «", "» ", ". ", " - "}


def _fits(word: str, entry: Entry, *, capital: bool) -> bool:
    """Is a single word used as the noun or adjective it is entered as: силы, not сила of law; Рада, not рада?"""
    if entry.kind in {"org", "group"} and word.isupper():
        return True
    found = forms(word)
    if not found:
        return True
    if entry.sort == "adjective":
        return any(f.pos == "ADJF" for f in found)
    return found[0].pos not in {"VERB", "INFN", "ADVB", "PREP", "CONJ", "PRCL", "GRND"} or (
        capital and word[0].isupper()
    )


@lru_cache(maxsize=50_000)
def _name_lemmas(word: str) -> frozenset[str]:
    """Give the dictionary forms a word of a name counts under; a plural keeps to itself where the table has one."""
    return frozenset(lemmas(word))


@cache
def russian_names() -> RussianNames:
    """Give the one table of names."""
    return RussianNames()
