"""What a colon opens in a Russian sentence: what somebody says, a question, or an explanation."""

from __future__ import annotations

import re

from casus.reading.ru.controlling import is_sure
from casus.reading.ru.levels import Levels
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Pred, Said, Segment
from casus.reading.ru.quoting import voice
from casus.reading.ru.rows import affirms, disputes
from casus.reading.ru.sources import account, is_somebody, thinks
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


class Colons(Levels):
    """Reads what stands after a colon by what stands before it."""

    def _after_colon(self, segment: Segment) -> None:
        last = self.top.last or next((f.last for f in reversed(self.stack) if f.last is not None), None)
        happens = last is not None and (last.lemma in HAPPENS or last.lemma == "нет")
        if last is not None and happens and last.link in {"comp", "ask"} and last.parent is not None:
            last = last.parent  # рассказал, что произошло: …; считает, что нет: …
        if last is not None and (self._tells(last) or self._quotes(segment)):
            self._push(Frame("comp", "colon", last))
            return
        waiting = self.top.pending or self.loose
        if last is None and waiting and segment.chunks[0].low not in _ASKING and (segment.finite or voice(waiting[0])):
            speaker = waiting[0]
            told = is_somebody(speaker) or speaker.lemma in _TELLERS or _is_name(speaker)
            if speaker.kind == "np" and not speaker.prep and speaker.may("nom") and told:
                phrase = self.with_place(speaker)
                self.said.append(Said(speaker.start, phrase, "named", "ru.form:colon", part=self.part))
                self._passes(waiting[1:])
                self.loose.extend(self.top.pending)
        quoted = any(c.kind == "quote" for c in self.chunks if c.start >= segment.chunks[0].start)
        if segment.chunks[0].low in _ASKING - {"что", "как"} and not quoted:
            self.stack = [self._main()]
            self._push(Frame("ask", segment.chunks[0].low, None))
            return
        if self.top.link != "comp" or not quoted:  # уверяет, что…: их «кормили» is still what is said
            self.stack = [self._main()]

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
