"""The head of a Russian noun phrase and the words before it: adjectives, participles, numbers, possessives."""

from __future__ import annotations

from casus.reading.ru.agreement import same
from casus.reading.ru.morphology import Form, lemmas
from casus.reading.ru.tokenizer import Word

_NUMERALS = frozenset({
    "несколько", "много", "немало", "мало", "большинство", "десяток", "сотня", "тысяча", "миллион", "пара", "часть",
    "ряд", "полсотни", "полтысячи", "полмиллиона",
    "полдюжины", "дюжина", "столько", "множество", "половина", "тысячи", "сотни", "десятки", "млн", "тыс",
    "двое", "трое", "четверо", "пятеро", "шестеро", "семеро", "десятеро",
})  # fmt: skip
_NAMED = frozenset({"NOUN", "UNKN", "LATN"})
_POINTING = frozenset({"это", "вот", "так", "там", "тут"})
_THIS = frozenset({"этом", "этого", "этому", "этим", "том", "того", "тому", "тем"})
_NAME = Form("", "LATN", "", "", "", "", "", "", False, False, False, False, "own", True)
COUNTS = frozenset({"сотня", "тысяча", "десяток", "миллион", "дюжина"})
_WORDY = frozenset({"VERB", "INFN", "PRED", "PRTS", "NPRO"})
"""What no name of several words has (unknown words only look like it: «Уолл-стрит джорнал»)."""
_POSSESSIVE = frozenset({"его", "ее", "их"})
_LIST = frozenset({"ADJF", "PRTF"})
_SUBSTANTIVE = frozenset({
    "нападавший", "нападающий", "пострадавший", "погибший", "раненый", "убитый", "задержанный", "пленный", "военный",
    "военнослужащий", "командующий", "рабочий", "протестующий", "митингующий", "выживший", "арестованный", "похищенный",
    "союзный", "гражданский", "местный", "неизвестный", "больной", "верующий", "пропавший", "прибывший", "бежавший",
    "заключенный", "осужденный", "уполномоченный", "поверенный", "главнокомандующий", "управляющий", "пограничный",
    "наступающий", "обороняющийся", "восставший", "дежурный", "вооруженный", "эвакуированный", "освобожденный",
    "военнопленный", "окруженный", "отступающий", "российский", "полицейский", "часовой", "постовой", "обвиняемый",
    "подозреваемый", "погиб", "свой", "наш", "ваш", "их", "оба", "обе", "каждый", "другой", "остальной", "иной",
    "все", "весь", "никто", "один", "первый", "второй", "третий", "четвертый",
    "последний", "некоторый", "многий", "последнее",
})  # fmt: skip


class NounHeads:
    """Finds heads and their modifiers among the words of one sentence."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.index = {id(w): k for k, w in enumerate(words)}
        self.dated: frozenset[int] = frozenset()
        """The words that belong to date expressions."""
        self._nouns: dict[int, Form | None] = {}
        self._agreeing: dict[int, bool] = {}

    def is_numeral(self, word: Word) -> bool:
        """Is it a number, in digits or words, or a noun that counts (сотня, ряд)?"""
        if word.number or word.has("NUMR") is not None or word.low in _NUMERALS:
            return True
        return word.best is not None and word.best.lemma in COUNTS

    def _row_goes_on(self, j: int) -> bool:
        """Is what follows ``и`` one more adjective with a noun after it (американские и британские корабли)?"""
        return (
            j + 1 < len(self.words)
            and self._is_modifier(j)
            and not self.words[j].mark
            and self._noun(j + 1) is not None
        )

    def _is_modifier(self, j: int) -> bool:
        word = self.words[j]
        best = word.best
        if best is None or word.mark:
            return False
        if word.low in _POSSESSIVE:
            return self._owned(j + 1)
        form = word.has("ADJF", "PRTF")
        if form is None or (best.pos in {"NOUN", "VERB", "INFN", "ADVB", "PREP", "CONJ"} and not self._agrees_next(j)):
            return False
        following = self.words[j + 1] if j + 1 < len(self.words) else None
        if following is not None and following.text.isupper() and len(following.text) > 1 and stands_for_noun(word):
            return False  # командующий ВВС
        pointing = word.low in _THIS and self._agrees_next(j)  # в этом районе
        if (best.pos == "NPRO" and not pointing) or (best.pos == "NOUN" and form.fixed):
            return False
        if form.pos == "PRTF" and j and self.words[j - 1].mark == "comma":
            return False
        return self._agrees_next(j)

    def _owned(self, j: int) -> bool:
        """Is what follows его, её, их the thing they own?"""
        following = self.words[j] if j < len(self.words) else None
        if following is None or following.mark or following.best is None or following.text.isupper():
            return False
        if following.best.pos == "NOUN":
            return following.best.kind != "geo" and not following.capital
        return self._is_modifier(j) and following.low not in _POSSESSIVE

    def _agrees_next(self, j: int) -> bool:
        """Does a noun follow that the adjective agrees with, past further adjectives and numbers?"""
        if j not in self._agreeing:
            self._agreeing[j] = self._agreement(j)
        return self._agreeing[j]

    def _agreement(self, j: int) -> bool:
        word = self.words[j]
        counted = j > 0 and self.is_numeral(self.words[j - 1])
        k = j + 1
        while k < len(self.words) and k <= j + 5:
            following = self.words[k]
            if following.mark == "comma" and self._national(k - 1) and self._national(k + 1):
                k += 1
                continue
            noun = self._noun(k)
            if noun is not None and following.mark != "quote":
                numbered = counted or any(self.is_numeral(w) for w in self.words[j + 1 : k])
                numbered = numbered and not any(w.low in {"и", "или"} for w in self.words[j + 1 : k])
                if any(f.pos == "NOUN" for f in following.forms) or noun.pos in _LIST:
                    kinds = {"NOUN", noun.pos}
                    pairs = ((a, b) for a in word.forms if a.pos in _LIST for b in following.forms if b.pos in kinds)
                    return any(same(a, b) or (numbered and _counts(a, b)) for a, b in pairs)
                return following.best is not None and following.best.pos != "NPRO"
            if following.mark == "quote":
                return any(f.fixed for f in word.forms)
            more = (
                following.has("ADJF", "PRTF") is not None
                or self.is_numeral(following)
                or following.low in {"и", "или", "же"}
            )
            more = more or (
                word.has("PRTF") is not None and following.best is not None and following.best.pos == "ADVB"
            )
            if following.mark or not more:
                return False
            k += 1
        return False

    def _national(self, j: int) -> bool:
        """Is it an adjective of a people or state?"""
        form = self.words[j].has("ADJF") if 0 <= j < len(self.words) else None
        return form is not None and form.lemma.endswith(("ский", "цкий"))

    def _noun(self, j: int) -> Form | None:
        """Give the analysis under which the word at ``j`` may be a head; each is looked at once, for heads nest."""
        if j not in self._nouns:
            self._nouns[j] = self._head(j)
        return self._nouns[j]

    def _head(self, j: int) -> Form | None:
        if j >= len(self.words):
            return None
        word = self.words[j]
        if word.mark == "quote":
            return self.quoted_name(j)
        best = word.best
        if best is None or word.mark:
            return None
        if best.pos in {"NOUN", "NPRO", "UNKN", "LATN"}:
            return best
        guessed = word.has("NOUN") if word.capital and not best.known else None  # Мадуро, Яранцева
        if guessed is not None or self.is_odd_name(j):
            return guessed or _NAME
        if best.pos in {"VERB", "INFN", "GRND", "PREP", "CONJ", "PRCL", "PRED", "ADVB", "INTJ", "COMP"}:
            return word.has("NOUN") if word.capital and j and best.pos in {"VERB", "PRED", "ADVB"} else None
        if self._agrees_next(j):
            return None
        after_comma = j > 0 and self.words[j - 1].mark == "comma" and word.has("PRTF") is not None
        alone = word.has("ADJF", "PRTF") if stands_for_noun(word) and not after_comma else None
        return word.has("NOUN") or (alone if j and self._adjective_before(j) else None)

    def _adjective_before(self, j: int) -> bool:
        """Does an adjective stand before one that is used as a noun (временный поверенный, киргизских военных)?"""
        before = self.words[j - 1]
        form, own = before.has("ADJF", "NUMR"), self.words[j].has("ADJF", "PRTF")
        agree = (
            form is not None
            and own is not None
            and any(same(a, b) for a in before.forms for b in self.words[j].forms if a.pos == "ADJF" and b.pos in _LIST)
        )
        return agree or before.number or before.has("NUMR") is not None

    def quoted_name(self, j: int) -> Form | None:
        """Give the analysis of a name in quotation marks that opens at ``j``, or None where it is no name."""
        close = self._close(j)
        if close is None or close - j > 6 or not self.words[j + 1].capital:
            return None
        inner = self.words[j + 1 : close]
        if any(w.best is not None and w.best.known and w.best.pos in _WORDY for w in inner) and len(inner) > 1:
            return None
        if (
            any(w.mark in {"comma", "stop"} for w in inner)
            or not inner
            or (len(inner) > 1 and inner[0].low in _POINTING)
        ):
            return None
        return inner[0].has("NOUN") or _NAME

    def is_odd_name(self, j: int) -> bool:
        """Is a word no dictionary has a name, though it looks like an adverb or a verb (Ратко Младич)?"""
        word = self.words[j]
        best = word.best
        if (
            word.capital
            and j > 1
            and best is not None
            and best.mood == "impr"
            and not self.words[j - 1].mark.startswith("q")
        ):
            following = self.words[j + 1] if j + 1 < len(self.words) else None
            return (
                following is not None and following.capital and self.words[j - 1].mark not in {"stop", "colon", "dash"}
            )
        if not word.capital or not word.forms or any(f.known for f in word.forms) or word.forms[0].pos in _NAMED:
            return False
        following = self.words[j + 1] if j + 1 < len(self.words) else None
        acts = following is not None and following.best is not None and following.best.pos == "VERB"  # Мадуро приказал
        return j > 0 or acts or (following is not None and following.capital and not following.mark)

    def _close(self, j: int) -> int | None:
        return next((k for k in range(j + 1, min(len(self.words), j + 9)) if self.words[k].mark == "unquote"), None)

    def _modifiers(self, i: int) -> tuple[int, list[Word], bool]:
        modifiers: list[Word] = []
        counted = False
        j = i
        while j < len(self.words):
            word = self.words[j]
            nations = word.mark == "comma" and modifiers and self._national(j - 1) and self._national(j + 1)
            if nations and self._is_modifier(j + 1):  # американские, британские и иорданские самолёты
                j += 1
                continue
            if word.mark or not (self._is_modifier(j) or self.is_numeral(word)):
                row = word.low in {"и", "или"} and modifiers and self._is_modifier(j - 1) and self._row_goes_on(j + 1)
                own = word.low == "же" and modifiers and self._agrees_next(j - 1)  # свою же заставу
                adverb = word.best is not None and word.best.pos == "ADVB" and modifiers and modifiers[-1].has("PRTF")
                if row or own or (adverb and self._agrees_next(j - 1)):
                    j += 1
                    continue
                break
            counted = counted or self.is_numeral(word)
            modifiers.append(word)
            j += 1
        return j, modifiers, counted


def stands_for_noun(word: Word) -> bool:
    """May the adjective or participle stand for persons (раненые, неизвестные)?"""
    return bool(lemmas(word.text) & _SUBSTANTIVE)


def _counts(a: Form, b: Form) -> bool:
    """May an adjective stand between a number and its noun (два узбекских катера, своих сорок солдат)?"""
    return a.number == "plur" and (a.case == b.case or (b.case == "gen" and a.case in {"gen", "nom"}))
