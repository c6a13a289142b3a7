"""What a colon opens in a Russian sentence: what somebody says, a question, or an explanation."""

from __future__ import annotations

import re

from casus.reading.ru.controlling import is_sure
from casus.reading.ru.levels import Levels
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Frame, Pred, Said, Segment
from casus.reading.ru.quoting import may_speak, voice
from casus.reading.ru.rows import affirms, disputes, wants_act
from casus.reading.ru.sources import account, is_outlet, is_somebody, place_speaks, thinks
from casus.reading.ru.words import HAPPENS, governor

_SENSES = frozenset({"видеть", "увидеть", "видать", "слышать", "помнить", "знать", "понимать"})
_ASKING = frozenset({"что", "чего", "чему", "кому", "кого", "как", "почему", "зачем", "когда", "сколько"})
"""Words of a question that a topic before a colon asks (Йемен: чего добивается коалиция)."""
_TELLERS = frozenset({
    "источник", "агентство", "газета", "телеканал", "канал", "издание", "штаб", "ведомство", "служба", "миссия",
    "посольство", "радио", "радиостанция", "сводка", "сми", "пресса", "командование", "собеседник",
})  # fmt: skip
"""Who may speak before a colon without a verb (источник в Пентагоне: решение не принято)."""
_SETTLES = frozenset({"договориться", "договариваться", "условиться", "решить", "постановить"})
"""Verbs after which a colon opens what is agreed or decided."""


_SCENARIOS = frozenset({"сценарий", "вариант", "ход", "исход", "развитие", "риск", "опасность"})
"""What may come about, told after a colon."""
_COUNTED = frozenset({"первый", "второй", "третий", "четвертый"})
_TALES = frozenset({"версия", "позиция", "мнение", "взгляд", "рассказ", "объяснение", "трактовка", "ответ"})
_TEXTS = frozenset(
    {"текст", "послание", "обращение", "ответ", "вывод", "вердикт", "сводка", "запись", "реплика", "тост"}
)
"""What somebody reads out or hands down before a colon (зачитал короткий текст: …)."""
_SPELT = re.compile(r"[А-ЯЁ][а-яё]{0,2}(?:-[а-яё]{2,3})+")
"""A name of letters as they are spoken (Си-эн-эн)."""


def _is_name(chunk: Chunk) -> bool:
    """Is it a name, though of nobody known (ЦАХАЛ: идёт бой)?"""
    unknown = chunk.form is not None and (chunk.form.pos in {"UNKN", "LATN"} or not chunk.form.known)
    spelt = _SPELT.fullmatch(chunk.head.text) is not None  # Би-би-си: порт взят
    return (chunk.head.text.isupper() and len(chunk.head.text) > 1) or unknown or spelt


def _tale(waiting: list[Chunk]) -> bool:
    """Does a noun without a verb announce what is told somewhere (в Белграде версия иная: …)?"""
    return any(c.kind == "np" and not c.prep and c.may("nom") and c.lemma in _TALES for c in waiting)


class Colons(Levels):
    """Reads what stands after a colon by what stands before it."""

    def _after_colon(self, segment: Segment) -> None:
        last = self.top.last or next((f.last for f in reversed(self.stack) if f.last is not None), None)
        happens = last is not None and (last.lemma in HAPPENS or last.lemma == "нет")
        if last is not None and happens and last.link in {"comp", "ask"} and last.parent is not None:
            last = last.parent  # рассказал, что произошло: …; считает, что нет: …
        if last is not None and self.lists_acts(segment, last):
            return
        if last is not None and (self._tells(last) or self._quotes(segment)):
            self._push(Frame("comp", "colon", last))
            return
        if segment.finite and self._supposes(segment):
            return
        waiting = self.top.pending or self.loose
        if last is None and waiting and segment.chunks[0].low not in _ASKING and (segment.finite or voice(waiting[0])):
            self._speaks_before(waiting)
        quoted = any(c.kind == "quote" for c in self.chunks if c.start >= segment.chunks[0].start)
        if segment.chunks[0].low in _ASKING - {"что", "как"} and not quoted:
            self.stack = [self._main()]
            self._push(Frame("ask", segment.chunks[0].low, None))
            return
        if self.top.link != "comp" or not quoted:  # уверяет, что…: их «кормили» is still what is said
            self.stack = [self._main()]

    def lists_acts(self, segment: Segment, last: Pred) -> bool:
        """Does a colon open what somebody asks for, orders or decides (требует большего: отозвать посла и …)?"""
        bare = bool(segment.of("inf")) and not segment.finite and segment.sub is None
        return bare and segment.before == "colon" and last.kind == "verb" and wants_act(last.lemma)

    def _supposes(self, first: Segment) -> bool:
        """Take a colon after a scenario, or after one of several, for what may come (худший вариант: …; второй: …)."""
        before = [c for c in self.chunks[: first.first] if c.kind in {"np", "adjective", "verb", "short"}]
        named = any(c.kind == "np" and not c.prep and c.lemma in _SCENARIOS for c in before)
        counted = bool(before) and before[0].head.low in _COUNTED and len(before[0].words) == 1
        if not (named or counted) or any(c.kind == "verb" for c in before):
            return False
        self.said.append(Said(before[0].start, None, "none", "ru.form:colon", "possible", self.part))
        self.stack = [self._main()]
        return True

    def _speaks_before(self, waiting: list[Chunk]) -> None:
        """Take who stands before a colon without a verb for who speaks after it (Мэр: …; в Белграде версия иная: …)."""
        speaker = waiting[0]
        seat = next((c for c in waiting if place_speaks(c)), None) if _tale(waiting) else None
        topic = is_place_word(speaker.head.text) and not may_speak(speaker)  # Озеро Малави: патруль отнял лодки
        told = (is_somebody(speaker) and not topic) or speaker.lemma in _TELLERS or _is_name(speaker)
        told = told or is_outlet(speaker)
        if seat is None and not (speaker.kind == "np" and not speaker.prep and speaker.may("nom") and told):
            return
        phrase = seat.phrase() if seat is not None else self.with_place(speaker)
        self.said.append(Said((seat or speaker).start, phrase, "named", "ru.form:colon", part=self.part))
        if seat is None:
            self._passes(waiting[1:])
            self.loose.extend(self.top.pending)

    def _passes(self, others: list[Chunk]) -> None:
        """Take whom the speaker before a colon passes on (агентство со ссылкой на штаб: …)."""
        for chunk in others:
            inner = account(chunk)
            if inner is not None and inner.voice == "named":
                inner.speaker = self.with_place(chunk) if inner.cites else inner.speaker
                inner.part, inner.rule, inner.cites = self.part, "ru.form:colon", False
                self.said.append(inner)

    def _tells(self, last: Pred) -> bool:
        """Does a verb before a colon announce what somebody says (возразил: …; отвергает упрёки: …)?"""
        if (last.lemma in _SENSES and last.negative) or last.link == "ask" or last.question:
            return False  # такого город не видел: …
        if last.form is not None and last.form.person == "1per" and not any(c.may("nom") for c in last.candidates):
            return False  # напомним: …
        told = last.candidates[-1] if last.candidates else None
        noun = governor(told.lemma, "noun", "что") if told is not None and not told.prep else None
        text = told is not None and not told.prep and told.may("acc") and told.lemma in _TEXTS
        if text or (noun is not None and noun.effect == "claim"):
            return True  # опубликовали заявление: …; зачитал текст: …
        if thinks(last.lemma) or governor(last.lemma, "report", "colon") is not None:
            return True
        if last.row is None and last.lemma in _SETTLES:
            return True
        if affirms(last.lemma):
            return True  # удар подтвердили: корабль угрожал
        return (last.kind == "verb" and disputes(last.lemma)) or (last.kind in {"adj", "short"} and is_sure(last.lemma))

    def _quotes(self, segment: Segment) -> bool:
        """Does a quotation, or мол, open right after a colon?"""
        first = segment.first
        opened = any(c.kind == "quote" for c in self.chunks[max(0, first - 1) : first + 1])
        return (opened and bool(segment.quoted)) or any(
            c.low in {"мол", "дескать"} for c in self.chunks[first : first + 4]
        )
