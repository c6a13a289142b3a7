"""Russian noun phrases: modifiers, head, genitives, names and numbers, with the cases they may stand in."""

from __future__ import annotations

from casus.reading.ru.agreement import same
from casus.reading.ru.morphology import ALL_CASES, Form
from casus.reading.ru.names import russian_names
from casus.reading.ru.noun_kinds import acted_on, is_union, never_genitive, only_by_name
from casus.reading.ru.nounheads import COUNTS, NounHeads, stands_for_noun
from casus.reading.ru.phrases import Chunk, any_case
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.tokenizer import Word
from casus.reading.ru.words import APPROXIMATE, longest, opens

_ROUTES = frozenset({
    "дорога", "трасса", "линия", "маршрут", "шоссе", "участок", "рейс", "направление", "договор", "пакт", "соглашение",
    "план", "доктрина", "граница",
})  # fmt: skip
_NUMBERED = frozenset({"резолюция", "статья", "пункт", "высота", "параграф", "глава"})
_STYLED = frozenset({"папа", "патриарх", "архиепископ", "митрополит"})
_PARTICLES = frozenset(
    ["де", "ди", "да", "дос", "ван", "фон", "бен", "ибн", "бин", "дель", "дер", "ла", "ле", "аль", "эль"]
)
_RULES = frozenset({"командующий", "управляющий", "командование", "руководство", "управление", "владение", "контроль"})
_SPELT_ALIKE = frozenset({"несколько", "много", "немало", "мало", "столько"})
_POSSESSIVE = frozenset({"его", "ее", "их"})
_LIST = frozenset({"ADJF", "PRTF"})


_DEEPEST = 6
"""So many phrases depend on each other at most; more of them are no phrase, and looking for one would never end."""
_TOLD = frozenset({"данные", "сведение", "информация", "версия", "оценка", "слово", "подсчет"})
"""What is told by whoever stands beside it (по данным «Рейтер»)."""
_TIMES = frozenset({"день", "сутки", "неделя", "месяц", "час", "минута", "век", "десятилетие", "зима", "лето"})
"""What has no name of its own (три месяца Асмэра молчала)."""


class NounPhrases(NounHeads):
    """Finds the noun phrases of one sentence."""

    def __init__(self, words: list[Word]) -> None:
        super().__init__(words)
        self._depth = 0

    def at(self, i: int, allowed: frozenset[str] = ALL_CASES) -> Chunk | None:
        """Give the noun phrase that begins at ``i`` and may stand in one of the cases allowed."""
        j, modifiers, counted = self._modifiers(i)
        head = self.words[j] if j < len(self.words) else None
        form = self._noun(j)
        if head is None or form is None:
            return self._without_noun(modifiers, allowed, counted)
        if head.mark == "quote":
            return self._quoted(i, j, modifiers, allowed)
        cases = self._cases(modifiers, head, counted) & allowed
        if not cases:
            return None
        form = next((f for f in head.forms if f.case in cases and f.pos in {"NOUN", "NPRO"}), None) or (
            next((f for f in head.forms if f.case in cases and f.pos == form.pos), form)
        )
        made = Chunk("np", self.words[i : j + 1], head, form, cases=cases, modifiers=modifiers)
        made.number, made.gender = self._number(form, head, counted=counted)
        made.core = head.end
        made = self._extend(made, j + 1)
        if made.low.startswith("друг друг"):
            made.cases = any_case(made.words[1]) & allowed or made.cases  # each other is nobody's subject
        return made

    def counts(self, made: Chunk) -> bool:
        """Does a noun phrase begin with a number?"""
        return self.is_numeral(made.words[0])

    def _number(self, form: Form, head: Word, *, counted: bool) -> tuple[str, str]:
        before = self.words[self.index[id(head)] - 1].has("ADJF") if self.index[id(head)] else None
        if not counted and head.capital and not form.known and before is not None and before.number == "sing":
            return "sing", ""  # весь Баткен
        if counted or (head.capital and (not form.known or only_by_name(head))):
            return "", ""
        if form.fixed and form.kind == "geo" and form.number == "sing":
            return "sing", ""  # остров передали Чили
        if form.pos == "UNKN" or form.fixed or form.pos == "LATN":
            return ("", "") if form.number != "plur" else ("plur", "")
        return form.number, form.gender

    def _quoted(self, i: int, j: int, modifiers: list[Word], allowed: frozenset[str]) -> Chunk | None:
        close = self._close(j)
        if close is None:
            return None
        form = self.words[j + 1].has("NOUN")
        spelt = any_case(self.words[j + 1])
        declined = close == j + 2 and form is not None and form.known and not spelt & {"nom", "acc"}
        cases = (spelt if declined else spelt | {"nom", "acc"}) & allowed or allowed
        made = Chunk(
            "np", self.words[i : close + 1], self.words[close], form, cases=frozenset(cases), modifiers=modifiers
        )
        made.core = self.words[close].end
        return self._extend(made, close + 1)

    def _without_noun(self, modifiers: list[Word], allowed: frozenset[str], counted: bool) -> Chunk | None:
        """A number or an adjective alone (более 150, эритрейские, трое): modifiers with nothing to modify."""
        if not modifiers or not (counted and self.is_numeral(modifiers[-1])):
            return None
        last = modifiers[-1]
        cases = (any_case(last) if not last.number else ALL_CASES) & allowed
        if not cases:
            return None
        return Chunk("np", modifiers, last, last.best, cases=cases, core=last.end)

    def lone(self, i: int, allowed: frozenset[str] = ALL_CASES) -> Chunk | None:
        """Give an adjective or participle that stands for a noun (раненые, эритрейские, нападавших)."""
        word = self.words[i]
        found = [f for f in word.forms if f.pos in _LIST and f.case in allowed]
        turn = i > 0 and self.words[i - 1].mark == "comma" and found and found[0].pos == "PRTF"
        if not found or (turn and not stands_for_noun(word)):
            return None
        cases = frozenset(f.case for f in found)
        made = Chunk("np", [word], word, found[0], cases=cases, core=word.end)
        made.number, made.gender = found[0].number, found[0].gender
        return self._extend(made, i + 1)

    def _cases(self, modifiers: list[Word], head: Word, counted: bool) -> frozenset[str]:
        cases = any_case(head) | ({"nom", "acc"} if only_by_name(head) else frozenset())
        adjectives = [w for w in modifiers if not self.is_numeral(w) and w.low not in _POSSESSIVE]
        if counted:
            numerals = [w for w in modifiers if self.is_numeral(w)]
            spelt = frozenset(c for w in numerals for c in (any_case(w) if not w.number else ()))
            if any(w.low in _SPELT_ALIKE for w in numerals[:1]):
                spelt = spelt | {"nom", "acc"}
            whole = [any_case(w) for w in adjectives if w.start < numerals[0].start]
            return _narrowed(self._counted_cases(numerals[0], spelt, cases), whole)
        for word in adjectives:
            pairs = [(a, b) for a in word.forms if a.pos in _LIST for b in head.forms if b.case and same(a, b)]
            agreed = frozenset(a.case if b.fixed else b.case for a, b in pairs) if pairs else any_case(word)
            cases = (cases & agreed) or cases
        best = head.best
        plural = best is not None and any(f.case == "gen" and f.number == "plur" for f in head.forms)
        if "gen" in cases and plural and best is not None and (best.animate or stands_for_noun(head)):
            return cases | {"acc"}
        return cases

    def _counted_cases(self, number: Word, spelt: frozenset[str], cases: frozenset[str]) -> frozenset[str]:
        """Give the cases a noun with a number may stand in."""
        if "gen" in cases and number.has("NUMR") is not None and number.best is number.has("NUMR"):
            return spelt
        if "gen" in cases and spelt and number.best is not None and number.best.lemma in COUNTS:
            return spelt
        if "gen" in cases:
            return (spelt or frozenset({"nom", "acc", "gen"})) | (cases & spelt) | cases - {"nom"}
        return cases & spelt if spelt & cases else cases

    def _extend(self, made: Chunk, i: int) -> Chunk:
        """Take in what depends on the head, unless it is itself deep within others."""
        if self._depth < _DEEPEST:
            self._depth += 1
            made = self._with_dependents(made, i)
            self._depth -= 1
        return made

    def _with_dependents(self, made: Chunk, i: int) -> Chunk:
        """Take in names set beside the head, genitives, titles in quotation marks."""
        i = self._full_name(made, i)
        while i < len(self.words) and i not in self.dated:
            word = self.words[i]
            if (
                word.low in _PARTICLES
                and made.words[-1].capital
                and i + 1 < len(self.words)
                and self.words[i + 1].capital
            ):
                made.words = [*made.words, *self.words[i : i + 2]]
                made.parts = [*made.parts[:-1], *self._longer(made, i)]
                i += 2
                continue
            if made.lemma in _NUMBERED | _STYLED and made.head is made.words[-1] and self._follows(made, word):
                made.words, made.core = [*made.words, word], word.end  # статья шестая договора; Папа римский
                i += 1
                continue
            if (word.number and made.lemma in _NUMBERED) or self._craft(made, word):
                self._beside(made, [word])
                i += 1
                continue
            if word.mark == "dash" and self._route(made, i):
                made.words = [*made.words, *self.words[i : i + 2]]
                i += 2
                continue
            if word.mark == "quote" and made.form is not None and not self._proper(made):
                close = self._close(i)
                if self.quoted_name(i) is not None and close is not None:
                    self._beside(made, self.words[i : close + 1])
                break
            dependent = self._dependent(made, i) or self._another(made, i) or self._ruled(made, i)
            if dependent is None:
                break
            if dependent.words[0] is not word:
                made.words = [*made.words, word]
                i += 1
            made.words = [*made.words, *dependent.words]
            made.parts.append(dependent)
            i = self.index[id(dependent.words[-1])] + 1
        return made

    def _follows(self, made: Chunk, word: Word) -> bool:
        """Does an adjective after its noun agree with it?"""
        pairs = ((a, b) for a in word.forms if a.pos == "ADJF" for b in made.head.forms if b.case in made.cases)
        return word.has("ADJF") is not None and any(same(a, b) for a, b in pairs)

    def _craft(self, made: Chunk, word: Word) -> bool:
        """Is it a designation beside a noun (вертолёт Ми-8)?"""
        designation = word.capital and any(c.isdecimal() for c in word.text)
        return designation and made.form is not None and not self._proper(made)

    def _beside(self, made: Chunk, name: list[Word]) -> None:
        """Add a name beside a noun; after a noun of an event it is whom that befalls (перехват Су-35)."""
        made.words = [*made.words, *name]
        if name[0].capital or name[0].mark:
            best = name[0].best if len(name) == 1 else None
            part = Chunk("np", name, name[-1], best, cases=ALL_CASES, core=name[-1].end)
            made.parts.extend([part] if acted_on(made.lemma) or made.lemma in _TOLD else [])

    def _full_name(self, made: Chunk, i: int) -> int:
        """Take in all words of a person's name that the tables know (Ким Чен Ын)."""
        if not made.head.capital or i >= len(self.words) or not self.words[i].capital or made.head.mark:
            return i
        ahead = self.words[i - 1 : i + 3]
        names = russian_names().scan(" ".join(w.text for w in ahead))
        if not names or names[0].entry.kind != "person" or names[0].span[0]:
            return i
        more = " ".join(w.text for w in ahead)[: names[0].span[1]].count(" ")
        made.words = [*made.words, *self.words[i : i + more]]
        made.core = made.end
        return i + more

    def _ruled(self, made: Chunk, i: int) -> Chunk | None:
        """An instrumental that an office or a rule governs (командующий миротворческими силами)."""
        if made.lemma not in _RULES or made.parts or self.words[i].mark:
            return None
        return self.at(i, frozenset({"inst"}))

    def _rough(self, i: int) -> Chunk | None:
        """A rough number in the genitive (о гибели как минимум двухсот человек)."""
        if i >= len(self.words) or not opens(APPROXIMATE, self.words[i].low):  # type: ignore[arg-type]
            return None
        _, length = longest(APPROXIMATE, [w.low for w in self.words[i : i + 5]], 0)  # type: ignore[arg-type]
        found = self.at(i + length, frozenset({"gen"})) if length and i + length < len(self.words) else None
        if found is None or not self.counts(found):
            return None
        found.words = [*self.words[i : i + length], *found.words]
        return found

    def _longer(self, made: Chunk, i: int) -> list[Chunk]:
        """Give the name that goes on past its particle (Перес де Куэльяр)."""
        if not made.parts:
            return []
        last = made.parts[-1]
        last.words = [*last.words, *self.words[i : i + 2]]
        return [last]

    def _route(self, made: Chunk, i: int) -> bool:
        """Does a dash join the two ends of a road or line (дорога Кербен — Ала-Бука)?"""
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        return made.lemma in _ROUTES and made.words[-1].capital and following is not None and following.capital

    def _proper(self, made: Chunk) -> bool:
        return (
            made.head.capital
            and made.form is not None
            and (made.form.kind in {"geo", "person"} or made.form.pos in {"UNKN", "LATN"} or not made.form.known)
        )

    def _dependent(self, made: Chunk, i: int) -> Chunk | None:
        word = self.words[i]
        if (
            word.mark
            or (word.best is None and not word.number)
            or made.lemma == "год"
            or made.head.low == "заложники"  # взяли в заложники врача
            or (word.capital and made.lemma in _TIMES)
            or (made.form is not None and made.form.pos == "NPRO")
        ):
            return None
        if word.capital and (named := self._apposition(made, i)) is not None:
            return named
        if (self._proper(made) and not made.head.text.isupper()) or never_genitive(word):
            return None
        if made.form is not None and made.form.kind == "geo":
            return None
        if made.head.capital and not word.capital and is_union(" ".join(w.text for w in made.words)):
            return None
        following = self.at(i, frozenset({"gen"})) or self._rough(i)
        alone = following is None and word.low not in {"первой", "последней", "всех"}  # сторона первой открыла огонь
        if alone and word.has("ADJF", "PRTF") is not None and stands_for_noun(word):
            following = self.lone(i, frozenset({"gen"}))
        if following is None or (following.form is not None and following.form.pos == "NPRO"):
            return None
        if following.head.has("NOUN") is None and following.form is not None and following.form.pos in {"UNKN", "LATN"}:
            return following if following.head.text.isupper() or made.lemma in _TOLD else None
        return following

    def _another(self, made: Chunk, i: int) -> Chunk | None:
        """One more name in the genitive after и (президенты Киргизии и Таджикистана)."""
        last = made.parts[-1] if made.parts else None
        if self.words[i].low != "и" or last is None or not last.head.capital or i + 1 >= len(self.words):
            return None
        following = self.words[i + 1]
        if not following.capital or following.best is None or following.best.kind != "geo":
            return None
        return (
            self.at(i + 1, frozenset({"gen"}))
            if "gen" in any_case(following) and "gen" in any_case(last.head)
            else None
        )

    def _apposition(self, made: Chunk, i: int) -> Chunk | None:
        """A name beside its noun: порт Вонсан, гора Унгар-Тоо, генерал Рустам Миннекаев, село Парканы."""
        word = self.words[i]
        best = word.best
        if best is None or (best.pos in {"VERB", "PREP", "CONJ", "INFN", "ADVB"} and not self._goes_on_name(made, i)):
            return None
        if word.has("ADJF") is not None and self._is_modifier(i) and any(f.known for f in word.forms):
            return None
        unknown = best.pos in {"UNKN", "LATN"} or best.fixed or self.is_odd_name(i)
        if best.pos == "LATN" and made.words[-1].best is not None and made.words[-1].best.pos == "LATN":
            return Chunk("np", [word], word, best, cases=any_case(word), core=word.end)  # Le Monde
        form = word.has("NOUN", "UNKN", "LATN") or best
        name = Chunk("np", [word], word, form, cases=any_case(word), core=word.end)
        if word.text.isupper() and len(word.text) > 1:
            guessed = made.form is not None and not made.form.known and is_union(word.text)
            return None if self._proper(made) and not guessed else name  # Спецпосланник ООН opens the sentence
        kinds = {f.kind for f in word.forms if f.case in made.cases}
        person = "person" in kinds and best.kind != "geo"
        if self._proper(made):
            return name if self._surname(made, best, known=person or unknown or not best.known) else None
        if self._further_name(made) and best.kind != "geo":
            return name
        holder = made.form is not None and (made.form.animate or is_place_word(made.head.text))
        if person or (unknown and holder) or self._surname_beside(made, word, name):
            return name
        placed = is_place_word(made.head.text) and (
            best.kind != "person" or made.number != "plur"
        )  # батареи Асад не отвёл
        return name if "nom" in name.cases and placed else None

    def _surname_beside(self, made: Chunk, word: Word, name: Chunk) -> bool:
        """Is a capital after an office a surname, though small it is a common word (президент Макрон)?"""
        common = word.best is not None and word.best.pos == "NOUN" and not word.best.kind and word.best.known
        office = made.form is not None and made.form.animate and made.head is made.words[-1]
        small = any(w.text.isalpha() and not w.capital for w in self.words)
        other = any(f.entry.kind != "person" for f in russian_names().scan(word.text))
        return common and office and small and bool(name.cases & made.cases) and not other

    def _goes_on_name(self, made: Chunk, i: int) -> bool:
        """Is a word that could be a small one part of a name all in capitals (Амир Али Хаджизаде)?"""
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        person = made.form is not None and made.form.animate
        return person and made.words[-1].capital and following is not None and following.capital

    def _surname(self, made: Chunk, best: Form, *, known: bool) -> bool:
        """Is it one more name of a person (Майя Санду)?"""
        last = made.words[-1]
        if self.is_odd_name(self.index[id(last)]) and best.kind != "geo":
            return True
        if any(f.kind == "person" for f in last.forms[:2]) and best.kind != "geo":
            return True
        return last.has("NOUN") is not None and known and made.form is not None and made.form.kind != "geo"

    def _further_name(self, made: Chunk) -> bool:
        """Is it one more name after the one beside an office (генерал Талат Масуд)?"""
        beside = made.parts[-1] if made.parts else None
        if beside is None or made.form is None or not made.form.animate or beside.head is not made.words[-1]:
            return False
        return beside.head.capital and len(beside.words) == 1 and bool(beside.cases & (made.cases | {"nom"}))


def _narrowed(cases: frozenset[str], whole: list[frozenset[str]]) -> frozenset[str]:
    """Keep the cases of the adjectives before a number, which stand in the case of the whole (всех сорок рыбаков)."""
    for each in whole:
        cases = cases & each or cases
    return cases
