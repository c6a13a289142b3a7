"""Quotations in a Russian sentence: where they stand, and whose words a verb of citing passes on."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.names import Found
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Segment
from casus.reading.ru.sources import is_somebody, owner_of, says
from casus.records import Span

CITES = frozenset({"цитировать", "процитировать"})
BRINGS = CITES | {
    "приводить", "привести", "передавать", "передать", "публиковать", "опубликовать", "распространять",
    "распространить", "озвучить",
}  # fmt: skip
_WORDS = frozenset({"слово", "заявление", "высказывание", "рассказ"})
UNNAMED = frozenset({"источник", "собеседник", "корреспондент"})
"""Speakers whom only where they are tells apart (источник в полиции)."""
_SUCH = frozenset({"данные", "сведение", "информация", "оценка", "сообщение", "цифра", "заявление", "версия"})
_WIRES = frozenset({
    "источник", "собеседник", "сми", "агентство", "телеканал", "полиция", "штаб", "ведомство", "очевидец",
    "корреспондент", "журналист", "газета", "радио", "телеграм-канал",
})  # fmt: skip
"""Who may stand without a verb after what a headline tells (Армия отошла — источник)."""


def quoted_from(lemma: str, nouns: list[Chunk]) -> Phrase | None:
    """Give whose words a verb passes on (цитирует министра; приводит слова старосты)."""
    if lemma not in BRINGS:
        return None
    for chunk in nouns:
        if chunk.prep or not chunk.may("acc", "gen"):
            continue
        if chunk.lemma in _WORDS:
            return owner_of(chunk)
        if lemma in CITES and is_somebody(chunk):
            end = agency(chunk)
            return chunk.phrase() if end is None else Phrase((chunk.start, chunk.core), (chunk.start, chunk.core))
    return None


def points_back(chunk: Chunk, lemma: str) -> bool:
    """Does it point back to what was just told (…, об этом сообщил мэр; …, такие данные приводит миссия)?"""
    if chunk.kind != "np":
        return False
    if chunk.prep in {"о", "об", "обо"}:
        return chunk.low in {"этом", "чем"} and says(lemma)
    such = any(w.best is not None and w.best.lemma in {"такой", "этот"} for w in chunk.modifiers)
    return such and not chunk.prep and chunk.lemma in _SUCH and lemma in BRINGS


def agency(chunk: Chunk) -> Chunk | None:
    """Give the agency that stands right after whom it cites, as its name has no cases (цитирует министра ТАСС)."""
    last = chunk.parts[-1] if len(chunk.parts) == 1 else None
    if last is None or chunk.may("nom") or len(last.words) > 1:
        return None
    latin = last.form is not None and last.form.pos == "LATN"
    return last if latin or (len(last.head.text) > 1 and last.head.text.isupper()) else None


def quotation(chunks: list[Chunk], segment: Segment) -> Span | None:
    """Give where the quotation stands that a segment interrupts, or that ends right before it."""
    start = segment.chunks[0].start
    if chunks[0].kind == "dash":  # — Мы взяли мост, — сказал он, — и ушли.
        return chunks[0].start, chunks[-1].end + 1
    opened = [c.start for c in chunks if c.kind == "quote" and c.start < start]
    if not opened:
        return None
    closed = next((c.end for c in chunks if c.kind == "unquote" and c.start > opened[-1]), None)
    return (opened[-1], closed) if closed is not None else None


def may_speak(chunk: Chunk) -> bool:
    """May a noun phrase be the speaker of what stands before a dash (Повстанцы взяли порт — ООН)?"""
    if chunk.prep or not chunk.may("nom"):
        return False
    if chunk.lemma in _WIRES or (chunk.form is not None and (chunk.form.animate or chunk.form.kind == "person")):
        return True
    return any(found.span[0] == 0 for found in _names(chunk))


def tells_news(chunk: Chunk) -> bool:
    """May somebody close a sentence as who tells it (Колонна ушла — местные СМИ.): an office, a body or a medium?"""
    medium = chunk.head.mark != "" and len(chunk.words) > 2 and chunk.words[0].mark == "quote"  # — «Судан трибьюн»
    return medium or (may_speak(chunk) and (chunk.lemma in _WIRES or any(f.span[0] == 0 for f in _names(chunk))))


def voice(chunk: Chunk) -> bool:
    """Does somebody, and no country or town, stand before a colon (Мэр: взрыв у моста)?"""
    if chunk.kind != "np" or chunk.prep or not chunk.may("nom"):
        return False
    if chunk.lemma in _WIRES or (chunk.form is not None and chunk.form.animate and chunk.form.known):
        return True
    return any(found.span[0] == 0 and found.entry.kind not in {"state", "capital"} for found in _names(chunk))


def _names(chunk: Chunk) -> tuple[Found, ...]:
    return russian_names().scan(" ".join(w.text for w in chunk.words))
