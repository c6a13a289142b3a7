"""Who a noun phrase is: party ids from the names in it, and from what the text said before (同国, 両国, bare 海軍)."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

import msgspec

from casus.reading.clauses import Phrase
from casus.reading.names import Found, is_party, name_table, within
from casus.reading.tables import rows
from casus.records import Span
from casus.vocabulary.holders import find_holder
from casus.vocabulary.roles import ROLES

UNKNOWN = "unknown"
_NAME = re.compile(r"[ァ-ヿ・＝=]{2,}|[一-鿿]{1,4}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*")
_STATE_LIKE = {"state", "short", "capital", "org", "group"}


class BackWords(msgspec.Struct, frozen=True):
    """A language's words that point back: to one party, or to two."""

    one: tuple[str, ...]
    both: tuple[str, ...]
    self_: tuple[str, ...]
    joins: tuple[str, ...]
    aside: tuple[str, ...]
    """What before a state's name makes it no modifier (駐, 在, 対)."""
    speakers: tuple[tuple[str, str], ...]
    author: tuple[str, ...]


def back_words(language: str) -> BackWords:
    """Give a language's pointing words from its table ``pointers.tsv``."""
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for row in rows("languages", language, "pointers.tsv"):
        by_kind.setdefault(row["kind"], []).append((row["word"], row["id"]))
    words = {k: tuple(w for w, _ in v) for k, v in by_kind.items()}
    return BackWords(
        one=words.get("one", ()),
        both=words.get("both", ()),
        self_=words.get("self", ()),
        joins=words.get("join", ()),
        aside=words.get("aside", ()),
        speakers=tuple(sorted(by_kind.get("speaker", []), key=lambda w: -len(w[0]))),
        author=words.get("author", ()),
    )


class Resolver:
    """Resolves the phrases of one text, each in the light of what stands before it."""

    def __init__(self, text: str, language: str, on: date | None = None) -> None:
        self.on = on
        self.text = text
        self.language = language
        self.found = self._names()
        self.words = back_words(language)
        self.starts = [f.span[0] for f in self.found]
        self.people: dict[str, str] = {}
        self._memo: dict[Span, str] = {}

    def _names(self) -> tuple[Found, ...]:
        """Give the names of the text; a language with its own way of finding them says so here."""
        return name_table(self.language).scan(self.text)

    def party(self, phrase: Phrase, *, speaker: str | None = None) -> str:
        """Give the party id of a phrase; ``unknown`` where the words name none; "our troops" are the speaker's."""
        span = phrase.span
        if speaker is not None and self.text.startswith(self.words.self_, span[0]):
            return self._own(speaker, phrase)
        if span not in self._memo:
            self._memo[span] = self._resolve(phrase)
        found = self._memo[span]
        if speaker is not None and found != UNKNOWN and self._bare(phrase):
            return self._own(speaker, phrase, default=found)
        return found

    def _bare(self, phrase: Phrase) -> bool:
        """Are the words a mere role (軍, 兵士) that somebody who speaks may mean as their own?"""
        names = within(self.found, phrase.span)
        bare = [f for f in names if f.entry.kind == "role" and f.entry.id not in {"REB", "MED"} and not f.entry.country]
        whole = bool(bare) and bare[-1].span[0] == phrase.span[0]
        return whole and len(names) == len(bare) == 1 and bare[0].entry.sort != "person"

    def _own(self, speaker: str, phrase: Phrase, default: str | None = None) -> str:
        owners = [
            part.split()[0]
            for part in speaker.split(", ")
            if re.match(r"[A-Z]{3}( |$)", part) and part.split()[0] not in {"IGO", *ROLES}
        ]
        role = self._role(list(within(self.found, phrase.span)))
        return ", ".join(_with_role(o, role) for o in owners) if owners else default or self._resolve(phrase)

    def speaker(self, phrase: Phrase) -> str:
        """Give the id of a source: a party, a kind of unnamed source, the author, or its own words (a treaty)."""
        words = self.text[slice(*phrase.span)]
        if words in self.words.author:
            return "AUTHOR"
        head = self.text[slice(*phrase.head)]
        for word, ident in self.words.speakers:
            if head.endswith(word):
                named = self._named(phrase) if not ident.isupper() else ""
                return named or (ident if ident != "=" else words)
        found = self.party(phrase)
        return words if found == UNKNOWN else found

    def like_party(self, phrase: Phrase) -> bool:
        """Do the words look like somebody, though nobody known?"""
        return is_party(self.text[slice(*phrase.head)], self.language)

    def _named(self, phrase: Phrase) -> str:
        found = self.party(phrase)
        return "" if found == UNKNOWN else found

    def _resolve(self, phrase: Phrase) -> str:
        span = phrase.span
        words = self.text[slice(*span)]
        names = [f for f in within(self.found, span) if not self._set_aside(f, span[0])]
        role = self._role(names)
        both = self._pointed_both(words, span[0], role)
        if both:
            return both
        states = self._owners(names, role, span)
        if states:
            ident = ", ".join(_with_role(s, role) for s in states)
            title = next((f for f in reversed(names) if f.entry.kind == "role"), None)
            if title is not None and (name := self._personal_name(words, title)):
                self.people.setdefault(name, ident)
            return ident
        return self._holder(names) or self._by_context(words, span[0], role)

    def _holder(self, names: list[Found]) -> str:
        """Give the party of a named person who held office on the day of the report."""
        person = next((f for f in reversed(names) if f.entry.kind == "person"), None)
        held = find_holder(person.entry.id, self.language, on=self.on) if person is not None else None
        return held.party if held is not None else ""

    def _set_aside(self, found: Found, start: int) -> bool:
        before = self.text[max(start, found.span[0] - 1) : found.span[0]]
        return found.entry.kind in _STATE_LIKE and before in self.words.aside and bool(before)

    def _role(self, names: list[Found]) -> Found | None:
        roles = [f for f in names if f.entry.kind == "role"]
        if not roles:
            return None
        last = roles[-1]
        bodies = [f for f in roles[:-1] if f.entry.sort == "body"]
        if last.entry.sort in {"person", "persons"} and last.entry.id == "GOV" and bodies:
            return bodies[-1]
        return last

    def _owners(self, names: list[Found], role: Found | None, span: Span) -> tuple[str, ...]:
        """Give the states or organisations a phrase belongs to: those before its role, two where they are joined."""
        named = [f for f in names if f.entry.kind in _STATE_LIKE]
        if not named:
            told = [f.entry.country for f in names if f.entry.country]
            return (told[-1],) if told else ()
        before = [f for f in named if role is None or f.span[0] < role.span[0]] or named
        people = before[-1]
        if role is None and len(before) > 1 and not self._joined(before[-2], people):
            people = before[0] if self.text[people.span[1] : people.span[1] + 1] == "人" else people
        chosen = [people]
        for earlier in reversed(before[: before.index(people)]):
            if self._joined(earlier, chosen[0]):
                chosen.insert(0, earlier)
            else:
                break
        return tuple(dict.fromkeys(self._code(f, span) for f in chosen))

    def _code(self, found: Found, span: Span) -> str:
        if found.entry.kind == "capital" and found.span == span:
            return found.entry.id + " GOV"
        return found.entry.id

    def _joined(self, a: Found, b: Found) -> bool:
        between = self.text[a.span[1] : b.span[0]]
        return between in self.words.joins or (not between and a.entry.kind == b.entry.kind == "short")

    def _pointed_both(self, words: str, position: int, role: Found | None) -> str:
        if not words.startswith(self.words.both):
            return ""
        pair = self._pair(position)
        return ", ".join(_with_role(s, role) for s in sorted(pair)) if len(pair) == 2 else ""

    def _pair(self, position: int) -> list[str]:
        """Give two states for "both": the sentence's, those of the one before, else the two named most."""
        start = self._sentence_start(position)
        before = self._sentence_start(max(0, start - 1))
        for span in ((start, position), (before, start)):
            here = self._states_in(span)
            if len(here) == 2:
                return here
        counts: dict[str, int] = {}
        for state in self._all_states((0, position)) or self._all_states((0, len(self.text))):
            counts[state] = counts.get(state, 0) + 1
        if len(counts) < 2:
            for state in self._all_states((0, len(self.text))):
                counts[state] = counts.get(state, 0) + 1
        return sorted(counts, key=lambda s: (-counts[s], s))[:2]

    def _sentence_start(self, position: int) -> int:
        stops = [self.text.rfind(c, 0, position) for c in "。.!?！？\n"]
        return max(stops) + 1

    def _states_in(self, span: Span) -> list[str]:
        return list(dict.fromkeys(self._all_states(span)))

    def _all_states(self, span: Span) -> list[str]:
        names = within(self.found, span)
        return [f.entry.id for f in names if f.entry.kind in {"state", "short"} and not self._set_aside(f, 0)]

    def _last_states(self, position: int, count: int) -> list[str]:
        seen: list[str] = []
        for i in range(bisect_left(self.starts, position) - 1, -1, -1):
            found = self.found[i]
            if found.entry.kind not in _STATE_LIKE or self._set_aside(found, 0):
                continue
            if found.entry.id not in seen:
                seen.append(found.entry.id)
            if len(seen) == count:
                break
        return seen

    def _by_context(self, words: str, position: int, role: Found | None) -> str:
        if words.startswith(self.words.one):
            named = self._last_ending(words[1:], position)
            if named:
                return _with_role(named, role)
            last = self._last_states(position, 1)
            return _with_role(last[0], role) if last else (role.entry.id if role else UNKNOWN)
        if role is None:
            return self.people.get(words.removesuffix("氏"), UNKNOWN) if words.endswith("氏") else UNKNOWN
        if role.entry.country:
            return _with_role(role.entry.country, role)
        name = self._personal_name(words, role)
        if name:
            return self.people.get(name, role.entry.id)
        owner = self._last_with_role(role, position)
        return _with_role(owner, role) if owner else role.entry.id

    def _personal_name(self, words: str, role: Found) -> str:
        """Give the name written before an office (バズム in バズム大統領); empty for an office alone."""
        title = self.text[slice(*role.span)]
        before, found, _ = words.rpartition(title)
        if not found or role.entry.sort not in {"person", "persons"}:
            return ""
        name = before.rpartition("の")[2]
        return name if _NAME.fullmatch(name) and not name_table(self.language).scan(name) else ""

    def _last_ending(self, ending: str, position: int) -> str | None:
        """Give the owner of the last body that ends so (同省 after アルメニア国防省)."""
        for i in range(bisect_left(self.starts, position) - 1, 0, -1):
            found, before = self.found[i], self.found[i - 1]
            if found.entry.kind != "role" or not ending or not self.text[slice(*found.span)].endswith(ending[:2]):
                continue
            if found.entry.country:
                return found.entry.country
            if before.entry.kind in {"state", "short", "org"} and before.span[1] == found.span[0]:
                return before.entry.id
        return None

    def _last_with_role(self, role: Found, position: int) -> str | None:
        """Give the state whose same body or office was last named: bare 海軍 after フィリピン海軍."""
        word = self.text[slice(*role.span)]
        for i in range(bisect_left(self.starts, position) - 1, 0, -1):
            found = self.found[i]
            if found.entry.kind == "role" and self.text[slice(*found.span)] == word:
                before = self.found[i - 1]
                gap = self.text[before.span[1] : found.span[0]]
                if (
                    before.entry.kind in {"state", "short", "org"}
                    and len(gap) <= 10
                    and "、" not in gap
                    and "。" not in gap
                ):
                    return before.entry.id
        return None


def _with_role(owner: str, role: Found | None) -> str:
    if role is None or owner.startswith("IGO ") or role.entry.id in owner.split():
        return owner
    if len(owner.split()) > 1:
        return f"{owner.partition(' ')[0]} {role.entry.id}" if owner.endswith(" GOV") else owner
    return f"{owner} {role.entry.id}"
