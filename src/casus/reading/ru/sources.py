"""Attributions that stand beside a Russian clause: по данным штаба, как сообщает газета, ссылаясь на источник."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.ru.morphology import lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Said, Segment
from casus.reading.ru.words import Governor, governor, listed
from casus.vocabulary.outlets import find_outlet

_ACCOUNTS = frozenset({
    "слово", "данные", "сведение", "информация", "мнение", "сообщение", "версия", "оценка", "утверждение", "подсчет",
    "свидетельство", "признание", "расчет", "рассказ", "отчет", "заявление", "источник", "показание", "наблюдение",
    "убеждение", "донесение", "слух", "воспоминание", "сводка", "молва", "впечатление", "расследование", "экспертиза",
    "легенда", "предание", "уверение", "заверение", "предположение", "замечание", "высказывание", "описание",
    "заключение", "выражение", "логика",
})  # fmt: skip
_PAPERS = frozenset({
    "документ", "доклад", "письмо", "исследование", "пресс-релиз", "релиз", "коммюнике", "бюллетень", "справка",
    "публикация", "материал", "рапорт", "депеша", "телеграмма", "записка", "отчетность", "статистика", "опрос",
    "стенограмма", "досье", "уведомление", "обвинение", "переписка", "текст", "нота", "расшифровка", "запись",
})  # fmt: skip
"""What tells something only after согласно (согласно докладу), not after по."""
_INSTRUMENTS = frozenset({
    "договор", "пакт", "протокол", "конвенция", "соглашение", "хартия", "устав", "статья", "резолюция", "закон",
    "конституция", "меморандум", "решение", "положение", "акт", "декларация", "перемирие", "мандат", "правило", "норма",
    "кодекс", "регламент", "законодательство", "условие", "договоренность", "обязательство", "постановление",
    "приложение", "преамбула", "параграф",
})  # fmt: skip
_TELLING = _ACCOUNTS | _PAPERS | {
    "газета", "агентство", "издание", "телеканал", "канал", "радио", "радиостанция", "сми", "пресса", "журнал", "сайт",
    "портал", "снимок", "запись", "кадр", "собеседник", "сотрудник",
}  # fmt: skip
_LAWS = frozenset({
    "морскому", "международному", "гуманитарному", "морское", "международное", "гуманитарное", "воздушному",
    "воздушное",
})  # fmt: skip
"""Of which the law is an instrument, and no right of somebody's (по морскому праву)."""
_SEATS = frozenset({
    "штаб", "министерство", "правительство", "ведомство", "администрация", "кабинет", "командование", "миссия",
    "посольство", "консульство", "пресс-служба", "канцелярия", "секретариат", "мэрия", "дворец", "резиденция", "орден",
    "движение", "партия", "руководство", "альянс", "организация", "компания", "агентство", "прокуратура", "госпиталь",
})  # fmt: skip
_BODIES = _SEATS | {
    "управление", "служба", "департамент", "комитет", "комиссия", "совет", "союз", "лига", "коалиция", "ассамблея",
    "суд", "трибунал", "ассоциация", "фонд", "группировка", "фракция", "парламент", "палата", "делегация", "сенат",
    "агентство", "секретариат", "генштаб", "правление", "генеральный штаб", "прокуратура", "полиция", "армия", "флот",
}  # fmt: skip
"""Bodies that speak, threaten and promise as persons do (предупредило управление пограничной охраны)."""
_VIEWS = frozenset({"на взгляд", "с точки зрения", "в представлении", "в понимании"})
"""Before whoever sees something so (на взгляд эксперта)."""
_POSSESSIVE = frozenset({"его", "ее", "их"})
_MINE = frozenset({"мой", "наш"})


def is_account(chunk: Chunk) -> bool:
    """Is it по словам, по данным, согласно отчёту?"""
    if chunk.kind != "np":
        return False
    if chunk.prep in {"со ссылкой на", "судя по"} or (chunk.prep in _VIEWS and is_somebody(chunk)):
        return True
    if chunk.prep in {"с", "со"} and chunk.low.split()[0] == "слов" and chunk.parts:
        return True
    words = _ACCOUNTS if chunk.prep != "согласно" else _ACCOUNTS | _PAPERS
    told = bool(lemmas(chunk.head.text) & words)
    return told and chunk.prep in {"по", "согласно", "в соответствии с"} and (chunk.may("dat") or chunk.prep != "по")


def tells(chunk: Chunk) -> bool:
    """Is it words, data or a paper that somebody tells something by, or a medium (источник, данные, доклад, газета)?"""
    return chunk.kind == "np" and bool(lemmas(chunk.head.text) & _TELLING)


def is_instrument(chunk: Chunk) -> bool:
    """Is it a treaty, a law, or an article of one?"""
    if chunk.kind != "np":
        return False
    law = chunk.lemma == "право" and any(w.low in _LAWS for w in chunk.modifiers)
    return law or bool(lemmas(chunk.head.text) & _INSTRUMENTS)


def account(chunk: Chunk) -> Said | None:
    """Read an attribution made with a preposition: whose words, data, opinion it is."""
    if chunk.kind == "np" and chunk.prep == "на" and chunk.lemma == "взгляд" and chunk.modifiers:
        return Said(chunk.start, None, "author", "ru.cue:prep:на взгляд", effect="opinion")
    if not is_account(chunk):
        return None
    rule = f"ru.cue:prep:{chunk.prep}"
    if chunk.prep == "со ссылкой на":
        return Said(chunk.start, chunk.phrase(), "named", rule, cites=True)
    if chunk.prep in _VIEWS:
        return Said(chunk.start, chunk.phrase(), "named", rule)
    owner = owner_of(chunk)
    if chunk.prep == "судя по":
        told = owner is not None and bool(lemmas(chunk.head.text) & (_ACCOUNTS | _PAPERS))
        return Said(chunk.start, owner if told else None, "named" if told else "none", rule, effect="possible")
    if any(w.best is not None and w.best.lemma in _MINE for w in chunk.modifiers):
        return Said(chunk.start, None, "author", rule, effect="opinion")
    if owner is not None:
        return Said(chunk.start, owner, "named", rule)
    whole = Phrase((chunk.start, chunk.core or chunk.end), (chunk.start, chunk.core or chunk.end))
    return Said(chunk.start, whole, "unnamed", rule)


def owner_of(chunk: Chunk) -> Phrase | None:
    """Whose it is: a genitive after the noun, его, or the adjective of a state."""
    owners = chunk.parts
    if owners:
        inner = owners[0]
        core = inner.core or inner.end
        return Phrase((inner.start, chunk.end), (inner.start, core), tuple((p.start, p.end) for p in owners[1:]))
    for word in chunk.modifiers:
        if word.low in _POSSESSIVE or russian_names().owner(word.text):
            return Phrase((word.start, word.end), (word.start, word.end))
    return None


def says(word: str) -> bool:
    """Is it the dictionary form of a plain verb of saying?"""
    return word in listed("report")


def thinks(word: str) -> bool:
    """May a verb stand as a tag on what somebody says or thinks?"""
    return says(word) or governor(word, "verb", "quote") is not None


def as_said(segment: Segment) -> bool:
    """Is the segment как сообщает газета, как ожидается, как заявил министр?"""
    first = next((c for c in segment.chunks if c.kind not in {"conj", "quote", "date"}), None)
    if first is None or first.low != "как":
        return False
    verb = next(iter(segment.of("verb", "short")), None)
    if verb is None or segment.of("inf"):
        return False
    return thinks(verb.lemma) or verb.lemma in AS_TOLD or supposes(verb.lemma) is not None


def supposes(word: str) -> Governor | None:
    """Give the row of a verb of thinking that puts what it is about as more than a claim (ожидать, опасаться)."""
    row = governor(word, "verb", "что")
    return row if row is not None and row.effect in {"forecast", "possible", "expected", "opinion"} else None


AS_TOLD = frozenset(
    {
        "ожидаться",
        "известно",
        "стать",
        "предполагаться",
        "считаться",
        "оказаться",
        "выясниться",
        "планироваться",
        "следовать",
    }
)


FOLLOWS = frozenset({"следовать", "явствовать", "вытекать"})
"""Verbs of what a paper says, which stands after из (из доклада следует)."""


def follows_from(nouns: list[Chunk]) -> Phrase | None:
    """Give whose the paper is from which something follows, or the paper itself."""
    paper = next((c for c in nouns if c.prep in {"из", "с"} and c.may("gen")), None)
    return (owner_of(paper) or paper.phrase()) if paper is not None else None


def speaks_from(chunk: Chunk) -> bool:
    """Does somebody speak from where they are (с корабля передали; из Кремля ответили)?"""
    named = chunk.kind == "np" and (chunk.head.capital or chunk.head.mark != "" or is_somebody(chunk))
    return named and chunk.prep in {"с", "со", "из"} and chunk.may("gen")


def is_outlet(chunk: Chunk) -> bool:
    """Is it a medium known by name (передаёт ТАСС; Рейтер: идёт бой)?"""
    words = [w.text for w in chunk.words if not w.mark]
    return bool(words) and words[0][:1].isupper() and find_outlet(" ".join(words), "ru") is not None


def place_speaks(chunk: Chunk) -> bool:
    """Does an institution speak as a place (в министерстве заявили; говорится в заявлении посольства)?"""
    return chunk.kind == "np" and chunk.prep in {"в", "во", "на"} and chunk.may("loc")


def sits(chunk: Chunk) -> bool:
    """Is it an institution, or a capital or body known by name, where those who speak or decide sit (в штабе)?"""
    return place_speaks(chunk) and (is_somebody(chunk) or bool(lemmas(chunk.head.text) & _SEATS))


def is_state_name(chunk: Chunk) -> bool:
    """Is it a state's name and no more?"""
    text = " ".join(w.text for w in chunk.words)
    found = russian_names().scan(text)
    return (
        len(found) == 1
        and found[0].span == (0, len(text))
        and found[0].entry.kind == "state"
        and not found[0].entry.sort
    )


def is_body(chunk: Chunk) -> bool:
    """Is it a body that may act with words (комитет, управление, комиссия)?"""
    return chunk.kind == "np" and chunk.lemma in _BODIES


def is_somebody(chunk: Chunk) -> bool:
    """Is it a person or a party known by name or office?"""
    if chunk.form is not None and (chunk.form.animate or chunk.form.kind == "person"):
        return True
    return bool(russian_names().scan(" ".join(w.text for w in chunk.words)))
