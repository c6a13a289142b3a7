"""Who a Russian phrase is: names and offices in any case, pronouns, «его войска», «обе стороны»."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import lru_cache

from casus.reading.clauses import Phrase
from casus.reading.names import Found, within
from casus.reading.parties import UNKNOWN, Resolver
from casus.reading.ru.morphology import forms, lemmas, plain
from casus.reading.ru.names import russian_names
from casus.records import Span

_OWNERS = frozenset({"state", "capital", "org", "group"})
_HE = frozenset({"тот", "он", "его", "него", "ему", "нему", "им", "ним", "нем", "сам"})
_SHE = frozenset({"та", "она", "ее", "нее", "ей", "ней", "ею", "нею"})
_IT = frozenset({"оно"})
_THEY = frozenset({"те", "они", "их", "них", "им", "ним", "ими", "ними"})
_FIRST = frozenset({"мы", "нас", "нам", "нами", "я", "меня", "мне", "мной", "наш", "мой"})
_OWN = frozenset({"свой", "себя"})
_BOTH = frozenset({"оба", "обе"})
_SIDES = frozenset({"сторона", "страна", "государство", "армия", "держава", "правительство", "столица", "сосед"})
_VAGUE = frozenset({"сторона", "страна", "государство", "республика", "держава"})
_BODIES = frozenset({"организация", "альянс", "блок", "лига"})
_BANDS = frozenset({"группировка", "движение", "организация"})
_THIS = frozenset({"этот", "тот", "другой", "первый", "второй", "свой", "сам", "весь", "противоположный", "данный"})
_ENEMY = frozenset({"противник", "враг", "неприятель", "агрессор", "захватчик", "оккупант"})
_NOBODY = frozenset(
    {
        "это",
        "что",
        "все",
        "то",
        "кто",
        "никто",
        "одно",
        "следующее",
        "ничто",
        "этого",
        "того",
        "всего",
        "такое",
        "какой",
        "там",
        "кому",
        "кем",
        "чем",
        "кого",
        "чего",
        "чему",
    }
)
_PAST_OF = frozenset({"в", "во", "на", "против", "о", "об", "с", "со", "к", "по", "за", "над", "под"})
_COUNCIL = re.compile(r"Совет\w* Безопасности|Совбез\w* ООН|СБ ООН")
_CAPITAL = re.compile(r"[А-ЯЁ][\w-]+")
_BESIDE = re.compile(r"(?: [А-ЯЁ][\w-]+){0,2} ?")
_CODE = re.compile(r"[A-Z]{3}( |$)")


class RussianResolver(Resolver):
    """Resolves the phrases of one Russian text, each in the light of what stands before it."""

    def __init__(self, text: str, on: date | None = None) -> None:
        super().__init__(text, "ru", on)

    def _names(self) -> tuple[Found, ...]:
        """Give the names of the text, compared by dictionary form."""
        return russian_names().scan(self.text)

    def like_party(self, phrase: Phrase) -> bool:
        """Do the words look like somebody, though nobody known: or something, that may act?"""
        return plain(self.text[slice(*phrase.span)]) not in _NOBODY

    def speaker(self, phrase: Phrase) -> str:
        """Give the id of a source: a party, a kind of unnamed source, the author, or its own words (a treaty)."""
        words = self.text[slice(*phrase.span)]
        if plain(words) in {"я", "мы", "мне", "нам"} and not self._in_quote(phrase.span[0]):
            return "AUTHOR"
        head = self.text[slice(*phrase.head)]
        last = lemmas(head.split()[-1]) if head.split() else frozenset()
        low = plain(head)
        for word, before, ident in _speaker_words(self.words.speakers):
            if word in last and all(w in low for w in before):
                if ident == "=":
                    return words
                named = self.party(phrase)
                owned = named not in {UNKNOWN, "GOV", "CIV", "MED"} and not ident.isupper()
                return named if owned else ident
        found = self.party(phrase)
        return words if found == UNKNOWN else found

    def party(self, phrase: Phrase, *, speaker: str | None = None) -> str:
        """Give the party id of a phrase; "the enemy" is the other side of the two, seen from who speaks."""
        found = super().party(phrase, speaker=speaker)
        words = self.text[slice(*phrase.head)].split()
        if found != UNKNOWN or speaker is None or not words or not lemmas(words[-1]) & _ENEMY:
            return found
        own = speaker.split(" ")[0]
        pair = self._pair(phrase.span[0])
        other = [s for s in pair if s.split(" ")[0] != own]
        return f"{other[0].split(' ')[0]} MIL" if len(pair) == 2 and len(other) == 1 else found

    # resolving

    def _bare(self, phrase: Phrase) -> bool:
        """Are the words a mere role that somebody may mean as their own: not Совбез, of which there is one?"""
        return super()._bare(phrase) and "совбез" not in lemmas(self.text[slice(*phrase.span)])

    def _resolve(self, phrase: Phrase) -> str:
        a, b = phrase.span
        words = plain(self.text[a:b])
        tokens = re.findall(r"[\w-]+", words)
        if not tokens:
            return UNKNOWN
        if len(tokens) == 1 and tokens[0] in _HE | _SHE | _THEY | _IT:
            return self._pronoun(tokens[0], a)
        names = list(within(self.found, phrase.span))
        role = self._role_of(names)
        bare = len(tokens) == 1 and bool(lemmas(tokens[0]) & {"совбез"})
        if bare or (_COUNCIL.match(self.text, a) and not any(f.entry.kind in _OWNERS for f in names)):
            return "IGO UNSC"
        if lemmas(tokens[0]) & _BOTH and len(tokens) > 1 and self._is_side(tokens, role):
            pair = self._pair(a)
            return (
                ", ".join(_owned(s, role) for s in sorted(pair))
                if len(pair) == 2
                else (role.entry.id if role else UNKNOWN)
            )
        owners = self._owners_of(names, role, phrase.span)
        if owners:
            ident = ", ".join(_owned(o, role) for o in owners)
            self._remember(phrase, ident)
            return ident
        held = self._holders(names)
        if held:
            self._remember(phrase, held)
            return held
        if tokens[0] in {"его", "ее", "их"} and len(tokens) > 1:
            owner = self._pronoun(tokens[0], a)
            return (
                _owned(owner.split(",")[0].split(" ")[0], role)
                if _CODE.match(owner)
                else (role.entry.id if role else UNKNOWN)
            )
        return self._known_person(phrase) or self._in_context(phrase, tokens, role)

    def _holders(self, names: list[Found]) -> str:
        """Give the parties of the persons named, each by the office held on the day."""
        persons = [f for f in names if f.entry.kind == "person"]
        return ", ".join(dict.fromkeys(p for f in persons if (p := self._holder([f]))))

    def _is_side(self, tokens: list[str], role: Found | None) -> bool:
        return any(lemmas(t) & _SIDES for t in tokens[1:]) or role is not None

    def _role_of(self, names: list[Found]) -> Found | None:
        """Give the role of the head, which in Russian stands first; сотрудник полиции is police."""
        roles = [f for f in names if f.entry.kind == "role"]
        if not roles:
            return None
        first = roles[0]
        if first.entry.sort in {"person", "persons"} and first.entry.id in {"GOV", "CIV"}:
            near = (f for f in roles[1:] if f.span[0] - first.span[1] <= 2)
            body = next((f for f in near if f.entry.sort == "body" or f.entry.id == "REB"), None)
            return body if body is not None and body.entry.id != "CIV" else first
        return first

    def _owners_of(self, names: list[Found], role: Found | None, span: Span) -> tuple[str, ...]:
        """Give the states or organisations a phrase belongs to; two where they are joined."""
        named = [f for f in names if f.entry.kind in _OWNERS and not self._set_aside(f, span[0])]
        if not named:
            told = [f.entry.country for f in names if f.entry.country]
            return (told[0],) if told else ()
        first = named[0]
        if first.entry.kind == "capital" and role is not None:
            others = [f for f in named if f.entry.kind != "capital"]
            first = others[0] if others else first
        chosen = [first]
        for later in named[named.index(first) + 1 :]:
            between = plain(self.text[chosen[-1].span[1] : later.span[0]]).strip()
            if not between and chosen[-1].entry.sort == "adjective" and later.entry.sort == "people":
                break
            if between in {"и", ",", "или", "-", "и из", ""} and (between or later.entry.kind == first.entry.kind):
                chosen.append(later)
            else:
                break
        if (
            len(chosen) > 1
            and len({f.entry.kind for f in chosen}) > 1
            and not any(f.entry.kind == "capital" for f in chosen)
        ):
            chosen = chosen[:1] if chosen[0].entry.sort == "adjective" else chosen
        return tuple(dict.fromkeys(self._code_of(f, span, role) for f in chosen))

    def _code_of(self, found: Found, span: Span, role: Found | None) -> str:
        alone = role is None and found.entry.kind == "capital" and found.span[0] == span[0]
        return found.entry.id + (" GOV" if alone else "")

    def _set_aside(self, found: Found, start: int) -> bool:
        """Is a state only where something is, or whom it is against (посол в Грузии, война с Перу)?"""
        if found.span[0] <= start:
            return False
        before = plain(self.text[max(start, found.span[0] - 24) : found.span[0]]).split()
        return any(w in _PAST_OF for w in before[-1:])

    def _remember(self, phrase: Phrase, ident: str) -> None:
        """Keep whose a personal name is, for when it stands alone."""
        for word in re.findall(r"[А-ЯЁ][\w-]+", self.text[slice(*phrase.span)]):
            first = forms(word)[:1]
            if any(f.kind == "person" or f.pos == "UNKN" for f in first) and not russian_names().scan(word):
                for lemma in lemmas(word):
                    self.people.setdefault(lemma, ident)

    def _known_person(self, phrase: Phrase) -> str:
        for word in reversed(re.findall(r"[А-ЯЁ][\w-]+", self.text[slice(*phrase.span)])):
            found = next((self.people[lemma] for lemma in sorted(lemmas(word)) if lemma in self.people), "")
            if found or (found := self._named_before(word, phrase.span[0])):
                return found
        return ""

    def _named_before(self, word: str, position: int) -> str:
        """Give the party of an office that a surname stood beside earlier (представитель МИД России Кривцов)."""
        own = lemmas(word)
        for match in _CAPITAL.finditer(self.text, 0, position):
            if match.group()[:3] != word[:3] or not lemmas(match.group()) & own:
                continue
            i = bisect_left(self.starts, match.start()) - 1
            start = match.start()
            while i >= 0 and _BESIDE.fullmatch(self.text, self.found[i].span[1], start):
                start = self.found[i].span[0]
                i -= 1
            if start < match.start():
                return self._resolve(Phrase((start, match.end()), (start, match.end())))
        return ""

    def _pronoun(self, word: str, position: int) -> str:
        """Give the last party before a pronoun that it may stand for."""
        plural = word in _THEY and word not in _HE
        for i in range(bisect_left(self.starts, position) - 1, -1, -1):
            found = self.found[i]
            if position - found.span[0] > 400:
                break
            if found.entry.sort == "adjective" or found.entry.kind not in {*_OWNERS, "role", "person"}:
                continue
            number, gender = _shape(self.text[slice(*found.span)])
            if not number and found.entry.kind == "role":
                continue
            if plural != (number == "plur") and number:
                continue
            if not plural and gender and ((word in _SHE) != (gender == "femn")):
                continue
            ident = self._at(found)
            if ident != UNKNOWN:
                return ident
        return UNKNOWN

    def _at(self, found: Found) -> str:
        after = within(self.found, (found.span[0], min(len(self.text), found.span[1] + 60)))
        end = found.span[1]
        for each in after[1:]:
            if plain(self.text[end : each.span[0]]).strip() not in {"", "«"}:
                break
            end = each.span[1]
        start = found.span[0]
        i = self.found.index(found)
        if i and self.found[i - 1].entry.sort == "adjective" and self.found[i - 1].span[1] + 1 == start:
            start = self.found[i - 1].span[0]
        return self._resolve(Phrase((start, end), (start, end)))

    def _in_context(self, phrase: Phrase, tokens: list[str], role: Found | None) -> str:
        a = phrase.span[0]
        head = lemmas(self.text[slice(*phrase.head)].split()[-1]) if phrase.head[0] < phrase.head[1] else frozenset()
        if role is None:
            vague = len(tokens) == 1 or (len(tokens) == 2 and bool(lemmas(tokens[0]) & _THIS))
            if head & _VAGUE and vague and not lemmas(tokens[0]) & _BOTH:
                plural = (tokens[-1].startswith("сторон") and tokens[-1] != "сторона") or any(
                    f.number == "plur" for f in forms(tokens[-1])[:1]
                )
                pair = self._pair(a)
                if plural:
                    return ", ".join(sorted(pair)) if len(pair) == 2 else UNKNOWN
                last = self._last_owners(a)
                return last or UNKNOWN
            if vague and head & _BODIES:
                return self._last_owners(a, "org") or UNKNOWN
            if vague and head & _BANDS:
                return self._last_owners(a, "group") or UNKNOWN
            return UNKNOWN
        if role.entry.country:
            return _owned(role.entry.country, role)
        owner = self._last_with(role, a)
        return _owned(owner, role) if owner else role.entry.id

    def _last_owners(self, position: int, kind: str = "") -> str:
        for i in range(bisect_left(self.starts, position) - 1, -1, -1):
            entry = self.found[i].entry
            if entry.kind in ({kind} if kind else {"state", "capital"}) and entry.sort != "adjective":
                return entry.id if entry.kind != "capital" else entry.id + " GOV"
        return ""

    def _last_with(self, role: Found, position: int) -> str:
        """Give the state whose same body or office was last named, in the same word."""
        word = lemmas(self.text[slice(*role.span)].split()[0])
        for i in range(bisect_left(self.starts, position) - 1, -1, -1):
            found = self.found[i]
            if found.entry.kind != "role" or not lemmas(self.text[slice(*found.span)].split()[0]) & word:
                continue
            for other in (*self.found[max(0, i - 1) : i], *self.found[i + 1 : i + 2]):
                gap = self.text[min(other.span[1], found.span[1]) : max(other.span[0], found.span[0])]
                if other.entry.kind in {"state", "org"} and len(gap) <= 2:
                    return other.entry.id
        return ""

    def _all_states(self, span: Span) -> list[str]:
        names = within(self.found, span)
        return [
            f.entry.id
            for f in names
            if f.entry.kind == "state" or (f.entry.kind == "capital" and not self._somewhere(f))
        ]

    def _somewhere(self, found: Found) -> bool:
        """Is a capital where something is, and not who acts (подписали в Женеве)?"""
        before = plain(self.text[max(0, found.span[0] - 12) : found.span[0]]).split()
        return bool(before) and before[-1] in {"в", "из", "под", "у", "до", "на", "близ"}

    def _in_quote(self, position: int) -> bool:
        start = max(self.text.rfind("\n", 0, position), 0)
        return self.text.count("«", start, position) > self.text.count("»", start, position)


@lru_cache(maxsize=4)
def _speaker_words(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Give each kind of source by its last word, with the words before it."""
    made = ((plain(word).split(), ident) for word, ident in rows)
    return tuple((words[-1], tuple(words[:-1]), ident) for words, ident in made)


def _shape(words: str) -> tuple[str, str]:
    first = re.findall(r"[\w-]+", words)[:1]
    form = forms(first[0])[0] if first else None
    return ("", "") if form is None or form.fixed else (form.number, form.gender)


def _owned(owner: str, role: Found | None) -> str:
    """Join an owner and a role: KGZ and GOV are KGZ GOV; an organisation keeps to itself."""
    if role is None or owner.startswith("IGO ") or role.entry.id in owner.split():
        return owner
    if len(owner.split()) > 1:
        return (
            f"{owner.partition(' ')[0]} {role.entry.id}"
            if owner.endswith(" GOV") and len(owner.split()) == 2
            else owner
        )
    return f"{owner} {role.entry.id}"
