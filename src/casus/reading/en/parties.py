"""Who an English phrase is: names and titles, pronouns, ``its troops``, ``both sides``, ``the ministry``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise

import msgspec

from casus.reading.clauses import Phrase
from casus.reading.en.datelines import home, spoken_in
from casus.reading.en.names import english_names
from casus.reading.en.posts import posted
from casus.reading.en.pronouns import DONE_TO, apart, doing
from casus.reading.en.speaker_words import LAST, by_last, ends_in
from casus.reading.names import Found, within
from casus.reading.parties import UNKNOWN, Resolver
from casus.records import Span

_OWNERS = {"state", "capital", "org", "group"}
_THING = {"it", "its", "itself"}
_PERSON = {"he", "she", "him", "her", "his", "himself", "herself"}
_MANY = {"they", "them", "their", "themselves"}
_FIRST = {"we", "our", "us", "i", "my", "me", "ours", "mine"}
_BOTH = re.compile(r"(?i)^(?:the two|both|neither|either|the two sides|the pair)\b")
_SIDE = (
    r"sides?|countr(?:y|ies)|neighbou?rs?|arm(?:y|ies)|governments?|nations?|states?|part(?:y|ies)|capitals?|militar(?:y|ies)|"
    r"nav(?:y|ies)|camps?|rivals?|leaders?|presidents?|(?:\w+ )?ministr(?:y|ies)|(?:\w+ )?ministers?"
)
_BOTH_NOUNS = re.compile(rf"(?i)^(?:(?:the )?two|both|neither|either|each)(?: of the)?(?: (?:{_SIDE}))?$")
_ALL_SIDES = re.compile(r"(?i)^all (?:the |of the )?(?:sides|parties)$")
_DEFINITE = re.compile(r"(?i)^(?:the|this|that|these|those)\b")
_STOP = re.compile(r"[.;!?](?=[\s\"”]|$)|\n|(?<=[\"”])\s(?=[A-Z])")


class EnglishResolver(Resolver):
    """Resolves the phrases of one English text, each in the light of what stands before it."""

    def __init__(self, text: str, on: date | None = None) -> None:
        super().__init__(text, "en", on)
        self.words = msgspec.structs.replace(self.words, author=())
        self.by_last = by_last(self.words.speakers)
        self.stops = [m.end() for m in _STOP.finditer(text)]
        self.home = home(text)
        self._owner_memo: dict[int, str] = {}

    def _names(self) -> tuple[Found, ...]:
        return english_names().scan(self.text)

    def like_party(self, phrase: Phrase) -> bool:
        """Do the words look like somebody, though nobody known: or something, that may act?"""
        words = self.text[slice(*phrase.span)].lower()
        if words in _FIRST and not self._in_quote(phrase.span[0]):
            return False
        return words not in _NOBODY

    def speaker(self, phrase: Phrase) -> str:
        """Give the id of a source: a party, a kind of unnamed source, the author, or its own words (a treaty)."""
        words = self.text[slice(*phrase.span)]
        low = "-" if words == "US" else words.lower()
        if low in {"i", "we"} and not self._in_quote(phrase.span[0]):
            return "AUTHOR"
        head = self.text[slice(*phrase.head)].lower()
        if low.split()[0] in _THING | _PERSON | _MANY:
            found = self.party(phrase)
            return words if found == UNKNOWN else found
        last = LAST.search(head)
        for word, ident in self.by_last.get(last.group(), ()) if last else ():
            if ends_in(head, word):
                if ident == "=":
                    inner = [self.party(Phrase(p, p)) for p in phrase.parts]
                    known = next((i for i in inner if i != UNKNOWN), None)
                    return known if known is not None and word == "figures" else words
                named = self.party(phrase)
                generic = named == UNKNOWN or (len(named.split()) == 1 and not re.fullmatch(r"[A-Z]{3}", named))
                owned = not generic and ident.isupper() is False
                return ident if ident.isupper() or generic else (named if owned else ident)
        found = self.party(phrase)
        return words if found == UNKNOWN else found

    # resolving

    def _resolve(self, phrase: Phrase) -> str:
        a, b = phrase.span
        words = self.text[a:b]
        low = "" if words == "US" else words.lower()
        if low in _THING | _PERSON | _MANY | _FIRST:
            return self._pronoun(low, a)
        if low in _NO_PARTY:
            return UNKNOWN
        core = (a, phrase.head[1])
        names = list(within(self.found, (a, b)))
        inner = [f for f in names if f.span[1] <= core[1]] or names
        role = self._last_role(inner) or self._last_role([f for f in names if f.span[0] < core[1]])
        if _BOTH_NOUNS.match(self.text[a : core[1]]) and not re.match(
            r" of (?:its|his|her|their|the)\b", self.text[core[1] :]
        ):
            pair = self._sides(a)
            return ", ".join(_join(s, role) for s in pair) if len(pair) == 2 else (role.entry.id if role else UNKNOWN)
        if _ALL_SIDES.match(words):
            return ", ".join(self._named_lately(a)) or UNKNOWN
        first = re.match(r"\w+", low)
        opener = first.group() if first else ""
        if opener in {"its", "his", "her", "their", "our", "my"} and not any(f.entry.kind in _OWNERS for f in inner):
            owner = self._pronoun(opener, a)
            return self._owned(owner, role)
        owners = self._named_owners(names, role, phrase)
        if owners:
            return ", ".join(dict.fromkeys(_join(o, role if own else None) for o, own in owners))
        return self._holder(inner) or self._unowned(words, a, role)

    def _unowned(self, words: str, position: int, role: Found | None) -> str:
        """A phrase that names nobody: a body spoken of before, a role of somebody's."""
        if role is None:
            body = self._last_body(position) if _ALLIANCE.match(words) else ""
            body = body or (self._last_body(position, "group") if _GROUP.match(words) else "")
            return body or self._people(words)
        owner = role.entry.country or posted(self.found, self.text, position + len(words))
        return _join(owner, role) if owner else self._bare_role(words, position, role)

    def _last_body(self, position: int, kind: str = "org") -> str:
        """The organisation or armed group last named, for ``the alliance``, ``the movement``."""
        before = [f for f in within(self.found, (0, position)) if f.entry.kind == kind]
        return before[-1].entry.id if before else ""

    def _people(self, words: str) -> str:
        last = words.split()[-1:]
        return self.people.get(last[0], UNKNOWN) if last and last[0][:1].isupper() else UNKNOWN

    def _last_role(self, names: list[Found]) -> Found | None:
        roles = [f for f in names if f.entry.kind == "role"]
        if not roles:
            return None
        last = roles[-1]
        bodies = [f for f in roles[:-1] if f.entry.sort == "body" or f.entry.id in {"REB", "MIL", "COP"}]
        if (
            last.entry.id == "GOV"
            and last.entry.sort in {"person", "persons"}
            and bodies
            and bodies[-1].span[1] + 1 == last.span[0]
        ):
            return bodies[-1]
        return last

    def _named_owners(self, names: list[Found], role: Found | None, phrase: Phrase) -> list[tuple[str, bool]]:
        """The states and bodies of a phrase, each with whether the phrase's role is theirs."""
        named = [f for f in names if f.entry.kind in _OWNERS]
        if not named:
            return []
        if phrase.parts and self._listed(phrase):
            return self._members(phrase)
        if role is not None:
            before = [f for f in named if f.span[1] <= role.span[0]]
            chosen = before[-1:] or self._joined_after([f for f in named if f.span[0] >= role.span[1]])
            if len(before) > 1 and re.fullmatch(
                r"\s*(?:and|,|/|-|–)\s*(?:\d+ )?", self.text[before[-2].span[1] : before[-1].span[0]]
            ):
                chosen = before[-2:]
            return [(self._code(f, phrase.span, role=True), True) for f in chosen]
        head = [f for f in named if f.span[0] < phrase.head[1]] or named
        last = head[-1]
        return [(self._code(last, phrase.span), True)]

    def _joined_after(self, named: list[Found]) -> list[Found]:
        """Give the first name after a role, with those joined to it (the ministers of Armenia and Azerbaijan)."""
        chosen = named[:1]
        for a, b in pairwise(named):
            if not re.fullmatch(r"\s*(?:and|,)\s*(?:the )?", self.text[a.span[1] : b.span[0]]):
                break
            chosen.append(b)
        return chosen

    def _listed(self, phrase: Phrase) -> bool:
        """Is it a list (A, B and C), not one thing described?"""
        between = self.text[phrase.head[1] : phrase.parts[-1][0]]
        return bool(re.search(r"\b(?:and|or)\s*(?:the |an? )?(?:\w+ )?$|[-–—]\s*$", between)) and not re.match(
            r"\s+of\b", self.text[phrase.head[1] :]
        )

    def _members(self, phrase: Phrase) -> list[tuple[str, bool]]:
        """The parties of a list; a role at its end holds for all (Ethiopian troops and militiamen)."""
        spans = [(phrase.span[0], phrase.head[1]), *phrase.parts]
        made: list[tuple[str, bool]] = []
        for span in spans:
            names = list(within(self.found, span))
            own = self._last_role(names)
            named = [f for f in names if f.entry.kind in _OWNERS]
            if named:
                made.append((_join(self._code(named[-1], span), own), False))
        return made

    def _code(self, found: Found, span: Span, *, role: bool = False) -> str:
        if found.entry.kind == "capital" and not role:
            inside = self.text[span[0] : span[1]]
            alone = re.fullmatch(r"(?:the )?" + re.escape(self.text[slice(*found.span)]), inside)
            return found.entry.id + " GOV" if alone else found.entry.id
        return found.entry.id

    def _bare_role(self, words: str, position: int, role: Found) -> str:
        """A role without an owner: of whoever had it last, of the sentence's first state, of the dateline's."""
        definite = bool(_DEFINITE.match(words)) or (words[:1].isupper() and role.entry.sort in {"person", "body"})
        owner = self._same_role(role, position)
        bare = role.entry.sort == "body" and not re.match(r"(?i)an?\b", words)
        speaks = role.entry.sort in {"person", "body"} and re.search(r"(?i)spokes|official|minist", words) is not None
        if owner is None and (definite or bare or speaks):
            owner = (
                spoken_in(self.text[self._start(position) : self._end(position)]) if role.entry.id == "GOV" else None
            )
        if owner is None and (definite or bare or speaks):
            said = self.text[slice(*role.span)].lower() == "statement"
            here = None if said else self._sentence_owner(position, back=0)
            here = here.split()[0] if here and " REB" in here and role.entry.id != "REB" else here
            owner = here or (None if said else self.home) or self._sentence_owner(position, skip=said) or self.home
        return _join(owner, role) if owner else role.entry.id

    def _same_role(self, role: Found, position: int) -> str | None:
        word = self.text[slice(*role.span)].lower()
        for i in range(bisect_left(self.starts, position) - 1, 0, -1):
            found = self.found[i]
            if found.entry.kind == "role" and self.text[slice(*found.span)].lower() == word:
                before = self.found[i - 1]
                gap = self.text[before.span[1] : found.span[0]]
                if before.entry.kind in _OWNERS and re.fullmatch(r"(?:['’]s)? (?:\w+ )?", gap):
                    return before.entry.id
        return None

    def _sentence_owner(self, position: int, *, skip: bool = False, back: int = 1) -> str | None:
        """Give the first state the sentence names before a position, else the first of the sentence before."""
        start = self._start(position)
        spans = ((start, position), (self._start(max(0, start - 3)), start))
        for span in spans[1:] if skip else spans[: back + 1]:
            named = [f for f in within(self.found, span) if f.entry.kind in _OWNERS - {"org"}]
            names = [f for f in named if f.entry.sort != "adjective"]
            if named:
                return (names or named)[0].entry.id
        return None

    def _end(self, position: int) -> int:
        after = bisect_right(self.stops, position)
        return min(self.stops[after] if after < len(self.stops) else len(self.text), position + 600)

    def _start(self, position: int) -> int:
        before = bisect_right(self.stops, position)
        return max(self.stops[before - 1] if before else 0, position - 1200, 0)

    # pronouns

    def _pronoun(self, word: str, position: int) -> str:
        if word in _FIRST:
            return self._quoted_speaker(position)
        start = self._start(position)
        sort = "person" if word in _PERSON else ("many" if word in _MANY else "thing")
        doer = doing(self.text, self.found, self.starts, position) if word in DONE_TO else None
        for low, high in ((start, position), (self._start(max(0, start - 3)), start), (max(0, start - 600), start)):
            names = [f for f in within(self.found, (low, high)) if self._fits(f, sort)]
            names = [f for f in names if doer is None or apart(self._party_of(f), self._party_of(doer))]
            if names:
                if word in {"him", "them"} and low >= start:
                    return self._party_of(names[-1])
                chosen = names[0] if low >= start or sort != "many" else names[-1]
                return self._party_of(chosen)
        return UNKNOWN

    def _fits(self, found: Found, sort: str) -> bool:
        entry = found.entry
        words = self.text[slice(*found.span)].lower()
        several = words.endswith("s") and not words.endswith(("ss", "customs", "headquarters"))
        many = entry.sort == "persons" or (entry.kind == "role" and several)
        if sort == "person":
            return entry.kind == "person" or (entry.kind == "role" and entry.sort == "person")
        if sort == "many":
            return many or entry.kind == "group" or (entry.kind == "role" and entry.sort == "body")
        if entry.sort == "adjective" or (entry.kind == "state" and self._modifies(found)):
            return False
        return entry.kind in _OWNERS or (
            entry.kind == "role" and entry.sort in {"body", "vessel", "aircraft"} and not many
        )

    def _modifies(self, found: Found) -> bool:
        """Is a state's name only written before a noun, or a possessor (Qatar's ministry)?"""
        return self.text[found.span[1] : found.span[1] + 2] in {"'s", "’s"}

    def _party_of(self, found: Found) -> str:
        """The party of a mention, with the state written before it."""
        index = bisect_left(self.starts, found.span[0])
        start = found.span[0]
        if index and found.entry.kind in {"role", "person"}:
            before = self.found[index - 1]
            gap = self.text[before.span[1] : found.span[0]]
            comma = ",?" if before.entry.kind == "role" else ""
            if before.entry.kind in _OWNERS | {"role"} and re.fullmatch(rf"(?:['’]s)?{comma} (?:\w+ )?", gap):
                start = before.span[0]
                if (
                    before.entry.kind == "role"
                    and index > 1
                    and re.fullmatch(r"(?:['’]s)? ", self.text[self.found[index - 2].span[1] : start])
                ):
                    start = self.found[index - 2].span[0]
        end = found.span[1]
        follows = self.found[index + 1] if index + 1 < len(self.found) else None
        if follows is not None and follows.entry.kind in {"person", "role"} and self.text[end : follows.span[0]] == " ":
            end = follows.span[1]
        span = (start, end)
        return self._resolve(Phrase(span, span)) if span[1] - span[0] < 120 else UNKNOWN

    def _quoted_speaker(self, position: int) -> str:
        """Who says ``we`` in a quotation: the first party named after its end, else the last before it."""
        if not self._in_quote(position):
            return UNKNOWN
        close = re.search(r"[\"”]", self.text[position:])
        if close is not None:
            end = position + close.end()
            stop = re.search(r"[.;\n]", self.text[end:])
            limit = end + (stop.start() if stop else 80)
            after = list(within(self.found, (end, min(limit, end + 90))))
            if after:
                names = (after[0].span[0], after[min(len(after), 3) - 1].span[1])
                whole = self.text[names[0] : names[1]]
                if not re.search(r"\btold\b|\bin\b", whole):
                    return self._resolve(Phrase(names, names))
                return self._resolve(Phrase(after[0].span, after[0].span))
        opened = max(self.text.rfind('"', 0, position), self.text.rfind("“", 0, position))
        before = [
            f
            for f in within(self.found, (max(0, opened - 300), opened))
            if f.entry.kind in _OWNERS | {"person", "role"}
        ]
        start = self._start(max(0, opened - 2))
        first = next((f for f in before if f.span[0] >= start), None)
        chosen = first or (before[-1] if before else None)
        return self._party_of(chosen) if chosen is not None else UNKNOWN

    def _in_quote(self, position: int) -> bool:
        line = self.text.rfind("\n", 0, position) + 1
        before = self.text[line:position]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def _owned(self, owner: str, role: Found | None) -> str:
        """What is somebody's: their troops are of their state."""
        if owner == UNKNOWN:
            return role.entry.id if role is not None else UNKNOWN
        parts = [p.strip() for p in owner.split(",")]
        states = [p if p.startswith(("IGO", "NSA")) or len(p.split()) > 2 else p.split()[0] for p in parts]
        if role is None:
            return ", ".join(states)
        return ", ".join(_join(s, role) for s in states)

    def _sides(self, position: int) -> list[str]:
        """The two states of ``both sides``: the sentence's two, else the two the text names most."""
        start = self._start(position)
        for span in ((start, position), (self._start(max(0, start - 3)), start)):
            here = self._countries(span)
            if len(set(here)) == 2:
                return sorted(set(here))
        counts: dict[str, int] = {}
        for state in self._countries((0, len(self.text))):
            counts[state] = counts.get(state, 0) + 1
        return sorted(sorted(counts, key=lambda s: (-counts[s], s))[:2])

    def _named_lately(self, position: int) -> list[str]:
        """The states named in the sentence so far and in the one before, where they are two or more."""
        start = self._start(position)
        states = list(dict.fromkeys(self._countries((self._start(max(0, start - 3)), position))))
        return states if len(states) > 1 else []

    def _countries(self, span: Span) -> list[str]:
        return [f.entry.id for f in within(self.found, span) if f.entry.kind in {"state", "capital"}]


_ALLIANCE = re.compile(
    r"(?i)^(?:the|this|that)\s+(?:alliance|bloc|organi[sz]ation|grouping|union|council|members|allies)\b"
)


_NO_PARTY = frozenset({
    "which", "who", "that", "there", "this", "these", "those", "nobody", "anybody", "nothing", "something", "everybody",
    "what", "none",
})  # fmt: skip
_NOBODY = frozenset({
    "it", "there", "this", "that", "these", "those", "which", "who", "what", "one", "something", "anything",
    "everything", "nothing", "such", "so",
})  # fmt: skip


_GROUP = re.compile(r"(?i)^(?:the|this|that)\s+(?:group|movement|faction|outfit|organi[sz]ation)$")


def _join(owner: str, role: Found | None) -> str:
    if role is None or owner.startswith(("IGO ", "NSA ")) or role.entry.id in owner.split():
        return owner
    parts = owner.split()
    if len(parts) > 1:
        return f"{parts[0]} {role.entry.id}" if owner.endswith(" GOV") and len(parts) == 2 else owner
    return f"{owner} {role.entry.id}"
