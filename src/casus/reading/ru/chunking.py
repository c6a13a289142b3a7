"""From Russian words to phrases: dates, prepositions with their nouns, verbs, marks."""

from __future__ import annotations

from casus.reading.ru.embedding import embed
from casus.reading.ru.morphology import Form
from casus.reading.ru.nounheads import stands_for_noun
from casus.reading.ru.nounphrases import NounPhrases
from casus.reading.ru.nounrows import distances, join_rows, some_of
from casus.reading.ru.phrases import Chunk, plain_chunk
from casus.reading.ru.readings import settle_forms
from casus.reading.ru.releasing import release
from casus.reading.ru.titles import titled
from casus.reading.ru.tokenizer import Word
from casus.reading.ru.words import (
    ADVERBIALS,
    APPROXIMATE,
    APPROXIMATE_NOMINATIVE,
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    longest,
)
from casus.records import Span

_POINTS = frozenset({"том", "тем", "то", "того", "тому", "лишь", "только", "даже"})
_VERBS = {"VERB": "verb", "INFN": "inf", "PRTS": "short", "GRND": "ger", "ADJS": "adj", "PRED": "pred"}
_IN_ORDER = frozenset({"первым", "первой", "первыми", "последним", "последней", "последними"})
_RELATIVE = frozenset({"который", "чей"})
_PREDICATIVE = frozenset(
    {"можно", "нельзя", "надо", "нужно", "необходимо", "нет", "пора", "жаль", "известно", "невозможно"}
)
_JUDGING = frozenset({
    "важно", "желательно", "понятно", "ясно", "очевидно", "маловероятно", "странно", "неверно", "ложно", "заметно",
    "вероятно", "возможно",
})  # fmt: skip
_HARD = frozenset({
    "трудно", "сложно", "легко", "рано", "поздно", "опасно", "тяжело", "нелегко", "непросто", "бесполезно", "пора",
    "нетрудно", "несложно", "немудрено", "бессмысленно", "глупо", "рискованно", "наивно", "преждевременно", "проще",
})  # fmt: skip
"""Words that judge what an infinitive tells (отрицать это трудно)."""
_JOINING = frozenset({"быть", "стать", "оказаться", "являться", "остаться", "оставаться", "считать", "признать"})
_NEVER_VERB = frozenset({"стали", "пять", "при", "для", "уже", "три", "мой", "том", "суши", "жило", "моря"})
_THIS = frozenset({
    "это", "этого", "этому", "этим", "этом", "то", "того", "тому", "тем", "том", "такое", "такого", "эти", "те",
    "всего",
})  # fmt: skip
_ADVERBS = frozenset({
    "также", "тоже", "уже", "еще", "только", "лишь", "даже", "именно", "там", "тут", "здесь", "тогда", "затем", "потом",
    "как", "так", "же", "бы", "не", "ни", "ли", "вот", "ведь", "якобы", "вдруг", "сейчас", "теперь", "вновь", "снова",
})  # fmt: skip
_WHOLE = frozenset({
    "весь", "целый", "каждый", "этот", "тот", "последний", "долгий", "несколько", "первый", "второй", "прошлый",
    "много",
})  # fmt: skip
_UNITS = frozenset({
    "день", "час", "неделя", "месяц", "год", "сутки", "минута", "раз", "километр", "метр", "миля", "процент",
    "лето", "зима", "весна", "осень", "ночь", "время", "секунда", "утро", "вечер", "тонна", "полвека", "век",
    "десятилетие", "полчаса", "полгода", "момент",
})  # fmt: skip
_AFTER_COMMA = frozenset({"кто", "кого", "чем", "нежели", "сколько", "насколько", "раз", "едва", "пока"})
_TIMES = frozenset({"день", "час", "неделя", "месяц", "сутки", "минута", "секунда", "год", "полчаса", "полгода"})
_SIZES = frozenset(
    {"численность", "количество", "длина", "глубина", "калибр", "дальность", "вес", "мощность", "скорость"}
)


class Chunker:
    """Reads the words of one sentence into chunks."""

    def __init__(self, words: list[Word], dates: tuple[Span, ...]) -> None:
        self.words = words
        settle_forms(words)
        self.lows = ["," if w.mark == "comma" else w.low for w in words]
        self.dates = dates
        self.nouns = NounPhrases(words)
        if dates:
            inside = (k for k, w in enumerate(words) if any(a <= w.start < b for a, b in dates))
            self.nouns.dated = frozenset(inside)
        self.chunks: list[Chunk] = []

    def read(self) -> list[Chunk]:
        """Give the chunks, rows of nouns joined."""
        i = 0
        while i < len(self.words):
            i = self._next(i)
        return join_rows(some_of(distances(release(embed(titled(self.chunks))))))

    def _next(self, i: int) -> int:
        word = self.words[i]
        span = next((d for d in self.dates if d[0] <= word.start < d[1]), None) if self.dates else None
        if span is not None:
            j = i + 1
            while j < len(self.words) and self.words[j].start < span[1]:
                j += 1
            made = plain_chunk("date", self.words[i:j])
            made.date = span
            return self._add(made)
        if word.mark == "quote" and self.nouns.quoted_name(i) is not None:
            found = self.nouns.at(i)
            if found is not None:
                return self._add(found)
        if word.mark:
            return self._add(plain_chunk(word.mark, [word]))
        return (
            self._adverbial(i)
            or self._each_other(i)
            or self._about(i)
            or self._with_aim(i)
            or self._joint(i)
            or self._prepositional(i)
            or self._word(i)
        )

    def _add(self, made: Chunk) -> int:
        self.chunks.append(made)
        return self.nouns.index[id(made.words[-1])] + 1

    def _adverbial(self, i: int) -> int:
        """A phrase that is as good as an adverb (в живых, тем временем)."""
        _, length = longest(ADVERBIALS, self.lows, i)  # type: ignore[arg-type]
        if not length or longest(PREPOSITIONS, self.lows, i)[1] > length:  # type: ignore[arg-type]
            return 0  # в ответ на
        return self._add(plain_chunk("adv", self.words[i : i + length]))

    def _each_other(self, i: int) -> int:
        """One another with a preposition between (друг на друга)."""
        lows = self.lows[i : i + 3]
        if len(lows) < 3 or lows[0] != "друг" or lows[1] not in PREPOSITIONS or not lows[2].startswith("друг"):
            return 0
        made = plain_chunk("np", self.words[i : i + 3], self.words[i + 2].best)
        made.prep, made.core = lows[1], made.end
        made.cases = frozenset(PREPOSITIONS[lows[1]][:1])
        return self._add(made)

    def _about(self, i: int) -> int:
        """A rough number with what it counts (около двухсот солдат, не менее десяти человек, минут на десять)."""
        key, length = longest(APPROXIMATE, self.lows, i)  # type: ignore[arg-type]
        found = self.nouns.at(i + length) if length and i + length < len(self.words) else None
        if found is not None and found.lemma not in _UNITS and self.nouns.counts(found):
            if key not in APPROXIMATE_NOMINATIVE:
                found.cases = frozenset({"nom", "acc"})
                found.number = found.gender = ""
            found.words = [*self.words[i : i + length], *found.words]
            found.kind = "measure" if self._sizes() or found.is_clock() else "np"
            return self._add(found)
        if self._inverted(i):
            return self._add(plain_chunk("measure", self.words[i : i + 3]))
        return 0

    def _sizes(self) -> bool:
        """Does the number say how large something is (численностью до 250 человек)?"""
        return bool(self.chunks) and self.chunks[-1].kind == "np" and self.chunks[-1].lemma in _SIZES

    def _inverted(self, i: int) -> bool:
        """Is it a unit before its number (минут на десять, километрах в пяти)?"""
        unit, *rest = self.words[i : i + 3]
        if len(rest) < 2 or unit.best is None or unit.best.lemma not in _UNITS or unit.best.number != "plur":
            return False
        return rest[0].low in {"на", "в", "через", "за"} and self.nouns.is_numeral(rest[1])

    def _with_aim(self, i: int) -> int:
        """An infinitive after с целью, ради, в целях: it is what somebody is after (с целью сорвать перемирие)."""
        length = 2 if self.lows[i : i + 2] in (["с", "целью"], ["в", "целях"]) else 0
        following = self.words[i + length] if length and i + length < len(self.words) else None
        if following is None or following.best is None or following.best.pos != "INFN":
            return 0
        made = plain_chunk("sub", self.words[i : i + length])
        made.sub = "purpose"
        return self._add(made)

    def _joint(self, i: int) -> int:
        """A conjunction or a word that opens a clause."""
        word = self.words[i]
        if word.low in {"не", "ни"} and self.lows[i + 1 : i + 2] != [","]:
            return self._add(plain_chunk("not", [word]))
        best = word.best
        if best is not None and best.lemma in _RELATIVE and word.has("ADJF", "NPRO") is not None:
            made = plain_chunk("rel", [word], word.has("ADJF", "NPRO"))
            made.cases = frozenset(f.case for f in word.forms if f.case)
            made.number, made.gender = (best.number, best.gender)
            return self._add(made)
        key, length = longest(SUBORDINATORS, self.lows, i)  # type: ignore[arg-type]
        if length and SUBORDINATORS[key] and self._opens(i, key):
            made = plain_chunk("sub", self.words[i : i + length])
            ahead = self.words[i + length].best if i + length < len(self.words) else None
            than = key in {"чем", "нежели"} and ahead is not None and ahead.pos == "INFN"  # лучше уйти, чем воевать
            made.sub = "unlike" if than else SUBORDINATORS[key]
            return self._add(made)
        if word.low in COORDINATORS:
            return self._add(plain_chunk("conj", [word]))
        return 0

    def _opens(self, i: int, key: str) -> bool:
        """Does the word open a clause here: after a comma, at the beginning, or after a joint?"""
        before = self.words[i - 1] if i else None
        if key == "чем" and before is None:
            return False  # Чем всё кончится?
        if key in _AFTER_COMMA and before is not None:
            return before.mark == "comma" and not (key == "пока" and self._after_aside(i))
        if key == "будто" and before is not None and self.lows[i + 1 : i + 2] == ["бы"]:
            return before.mark == "comma"  # армия будто бы ответила; «…», — будто бы сказал он
        if key == "как будто" or before is None or before.mark:
            return True
        joined = before.low in COORDINATORS or before.low in PREPOSITIONS or before.low in _POINTS
        return joined or key not in {"что", "где", "чем", "когда"}

    def _after_aside(self, i: int) -> bool:
        """Does a comma end как пишет газета before the word, which opens no clause then (пока не намерен)?"""
        commas = [k for k in range(i - 1) if self.words[k].mark == "comma"]
        return bool(commas) and self.lows[commas[-1] + 1] == "как"

    def _prepositional(self, i: int) -> int:
        key, length = longest(PREPOSITIONS, self.lows, i)  # type: ignore[arg-type]
        if not length or i + length >= len(self.words):
            return 0
        following = self.words[i + length]
        if following.best is not None and following.best.lemma in _RELATIVE:
            prep = plain_chunk("prep", self.words[i : i + length])
            prep.prep = key
            self.chunks.append(prep)
            return i + length
        allowed = frozenset(PREPOSITIONS[key])
        if following.mark == "quote" and (quoted := self._into_quote(i + length, key, allowed)):
            return quoted
        found = self.nouns.at(i + length, allowed)
        if found is None and following.has("ADJF", "PRTF") is not None and (stands_for_noun(following) or length >= 1):
            found = self.nouns.lone(i + length, allowed)
        if found is None and length > 1 and (inner := self._shorter(i, key)):
            return inner
        if found is None and following.capital and (found := self.nouns.at(i + length)) is not None:
            found.cases = allowed  # у Хамы: a name, whatever else it may be
        if found is None:
            if following.best is not None and following.best.pos in _VERBS and length == 1:
                return 0
            prep = plain_chunk("prep", self.words[i : i + length])
            prep.prep = key
            self.chunks.append(prep)
            return i + length
        found.prep = key
        lasts = key in {"на", "за", "через", "в течение", "на протяжении"} and found.lemma in _TIMES and not found.parts
        found.kind = "measure" if found.is_clock() or lasts else "np"
        return self._add(found)

    def _into_quote(self, i: int, key: str, allowed: frozenset[str]) -> int:
        """A preposition before words in quotation marks that are no name (ответила на «диверсию»)."""
        found = self.nouns.at(i + 1, allowed) if self.nouns.quoted_name(i) is None and i + 1 < len(self.words) else None
        if found is None:
            return 0
        self.chunks.append(plain_chunk("quote", [self.words[i]]))
        found.prep, found.kind = key, "np"
        return self._add(found)

    def _shorter(self, i: int, key: str) -> int:
        """Read under the shorter preposition what has no noun after it (под угрозой оказались)."""
        first = key.partition(" ")[0]
        found = self.nouns.at(i + 1, frozenset(PREPOSITIONS[first])) if first in PREPOSITIONS else None
        if found is None:
            return 0
        found.prep = first
        found.kind = "np"
        return self._add(found)

    def _word(self, i: int) -> int:
        word = self.words[i]
        verb = self._verb(i)
        if verb is not None:
            kind = _VERBS.get(verb.pos, "adv")
            if word.low in _PREDICATIVE or word.low in _JUDGING or word.low in _HARD:
                kind = "pred"
            return self._add(plain_chunk(kind, [word], verb))
        if word.low in _ADVERBS:
            return self._add(plain_chunk("adv", [word], word.best))
        found = self.nouns.at(i)
        if found is not None:
            found.kind = "measure" if _measures(found) or (self._sizes() and self.nouns.counts(found)) else "np"
            return self._add(found)
        part = word.has("PRTF")
        if part is not None and not self._lone(i):
            kind = "adjective" if self._said_of(word) else "part"
            made = plain_chunk(kind, [word], part)
            made.cases = frozenset(f.case for f in word.forms if f.pos == "PRTF")
            made.number, made.gender = part.number, part.gender
            return self._add(made)
        if word.has("ADJF", "PRTF") is not None:
            other = word.low in {"тот", "та", "те"} and (
                not i or self.lows[i - 1] in {"а", "но", "и", "что", "если", "когда", "хотя", ",", ";", ":", "—"}
            )
            alone = self.nouns.lone(i) if self._lone(i) or word.low in _THIS or other else None
            if alone is not None:
                return self._add(alone)
            made = plain_chunk("adjective", [word], word.has("ADJF", "PRTF"))
            made.cases = frozenset(f.case for f in word.forms if f.case)
            return self._add(made)
        return self._add(plain_chunk("adv", [word], word.best))

    def _said_of(self, word: Word) -> bool:
        """Is a participle what somebody is said to be (остаётся открытым, оказались втянутыми)?"""
        before = next((c for c in reversed(self.chunks) if c.kind not in {"np", "adv"}), None)
        joins = before is not None and before.kind in {"verb", "inf", "ger"} and before.lemma in _JOINING
        return joins and any(f.case == "inst" for f in word.forms)

    def _lone(self, i: int) -> bool:
        """Does an adjective or participle here stand for a noun?"""
        word = self.words[i]
        if word.low in _IN_ORDER:
            return False  # первой открыла огонь
        before = self.chunks[-2] if i > 1 and self.words[i - 1].mark == "comma" and len(self.chunks) > 1 else None
        if stands_for_noun(word):
            participle = [f for f in word.forms if f.pos == "PRTF"]
            numbers = {f.number for f in participle}
            cases = {f.case for f in participle}
            thing = before is not None and before.form is not None and not before.form.animate
            cases -= {"acc"} if thing and "gen" in cases else set()  # жилые кварталы, пострадавших нет
            turn = before is not None and before.kind == "np" and before.may(*cases)
            turn = turn and before is not None and (not before.number or before.number in numbers)
            return not turn or not participle
        following = self.words[i + 1].best if i + 1 < len(self.words) else None
        if not i and following is not None and following.pos == "VERB" and any(f.case == "nom" for f in word.forms):
            return True
        if not i and following is not None and following.pos == "VERB" and word.has("PRTF") is not None:
            return True  # Спасшихся подбирали эсминцы.
        form = word.has("ADJF")
        national = form is not None and form.lemma.endswith(("ский", "цкий"))
        nominative = form is not None and any(f.case == "nom" for f in word.forms)
        return national and nominative and word.has("PRTF") is None

    def _verb(self, i: int) -> Form | None:
        """Give the analysis as a verb, where that is how the word is used here."""
        word = self.words[i]
        best = word.best
        if best is None or word.low in PREPOSITIONS or self._initials(word) or self.nouns.is_odd_name(i):
            return None
        if word.low in _PREDICATIVE or (
            word.low in _JUDGING and self.lows[i + 1 : i + 3] in ([",", "что"], [",", "чтобы"])
        ):
            return word.has("PRED", "ADVB", "ADJS") or best
        if word.low in _HARD and any(
            w.best is not None and w.best.pos == "INFN" for w in self.words[max(0, i - 4) : i + 5]
        ):
            return word.has("PRED", "ADVB", "ADJS") or best
        found = word.has(*_VERBS)
        guessed = word.capital and not best.known and word.has("NOUN") is not None
        if (
            found is None
            or guessed
            or (word.capital and i and best.pos == "NOUN" and self.words[i - 1].mark not in {"quote", "dash", "colon"})
        ):
            return None
        if best.pos in _VERBS:
            return best if not (best.pos == "GRND" and word.has("PREP")) else None
        return self._unlikely_verb(i, best, found) if word.low not in _NEVER_VERB else None

    def _unlikely_verb(self, i: int, best: Form, found: Form) -> Form | None:
        """Give the verb a word is, though it is likelier an adverb (убито 12 солдат) or a noun."""
        short = self.words[i].has("PRTS")
        if best.pos == "ADVB" and short is not None and not self._other_verb(i):
            return short
        return found if best.pos == "NOUN" and found.pos == "VERB" and self._verb_fits(i) else None

    def _initials(self, word: Word) -> bool:
        """Is it a name in capitals among small letters (ЦАХАЛ)?"""
        capitals = len(word.text) > 1 and word.text.isupper()
        return capitals and any(w.text.isalpha() and not w.text.isupper() for w in self.words)

    def _verb_fits(self, i: int) -> bool:
        """Does a noun's reading make no sense here: right after a nominative, with nothing else for a verb?"""
        return not self._other_verb(i) and i > 0 and any(f.case == "nom" for f in self.words[i - 1].forms)

    def _other_verb(self, i: int) -> bool:
        return any(k != i and w.best is not None and w.best.pos in {"VERB", "PRTS"} for k, w in enumerate(self.words))


def _is_year(word: str) -> bool:
    return word.isdecimal() and 1500 <= int(word) <= 2100


def _measures(chunk: Chunk) -> bool:
    """Is it a length of time or way, which plays no part (длилось девять дней)?"""
    if (
        len(chunk.words) == 1
        and chunk.head.number
        and ((_is_year(chunk.head.text) and not chunk.prep) or ":" in chunk.head.text)
    ):
        return True
    counted = all(
        w.number or w.has("NUMR") is not None or w.best is None or w.best.lemma in _WHOLE for w in chunk.modifiers
    )
    return chunk.lemma in _UNITS and not chunk.prep and counted and (bool(chunk.modifiers) or chunk.may("acc"))


def chunks_of(words: list[Word], dates: tuple[Span, ...]) -> list[Chunk]:
    """Give the chunks of one sentence."""
    return Chunker(words, dates).read()
