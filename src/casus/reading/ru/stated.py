"""Which Russian predicates are statements: acts, states and claims, but no plain verbs of saying."""

from __future__ import annotations

from casus.reading.ru.clausing import Clauses
from casus.reading.ru.controlling import is_sure
from casus.reading.ru.preds import Pred
from casus.reading.ru.sources import says, thinks
from casus.reading.ru.words import governor

_EMPTY = frozenset(
    {
        "составить",
        "составлять",
        "насчитывать",
        "быть",
        "стать",
        "являться",
        "следовать",
        "казаться",
        "иметь",
        "мочь",
        "ссылаться",
        "прийтись",
        "нет",
        "оказаться",
    }
)
_SPEECHES = frozenset({"заявление", "коммюнике", "обращение", "брифинг", "речь"})
"""What somebody comes out with, who then only says something (выступил с заявлением, в котором…)."""
_NAMES = frozenset(
    {"называть", "назвать", "назваться", "раскрывать", "раскрыть", "представиться", "остаться", "оставаться"}
)
"""What somebody asks for who will not be named (пожелавший остаться неизвестным)."""
_QUALITIES = frozenset({
    "consider", "provide_for", "inspect", "disclose", "located", "explain", "detect", "no_casualties", "stay",
    "expect", "strategic_point", "disputed", "illegal", "neutral", "allied", "plan", "prepare", "ready", "possess",
})  # fmt: skip
"""Concepts that a participle only describes something by (изученные нами снимки)."""


def is_stated(pred: Pred, clauses: Clauses) -> bool:
    """Is the predicate a statement of the text?"""
    if pred.absorbed or not pred.stated or pred.link == "unlike" or _hides_name(pred, clauses):
        return False
    if pred.kind == "noun":
        return True
    children = [p for p in clauses.preds if p.parent is pred and p.link in {"comp", "inf", "purpose"}]
    if _only_introduces(pred, children) or _right_after(pred, clauses):
        return False
    if pred.row is None:
        return _open(pred, children) and not _holds_that(pred, clauses)
    if pred.kind == "part" and pred.row.concept.name in _QUALITIES:
        return False
    spoken = pred.row.concept.name == "declare" and any(c.lemma in _SPEECHES for c in pred.swallowed)
    if spoken or pred.row.concept.name == "disclose":
        return not any(p.link in {"rel", "comp"} and p.position > pred.position for p in clauses.preds)
    if says(pred.lemma) and pred.link != "tag" and pred.row.concept.type is None:
        plain = not pred.swallowed and (bool(children) or _only_reports(pred))
        return not plain
    return True


def _hides_name(pred: Pred, clauses: Clauses) -> bool:
    """Does it only say that a source will not be named (офицер, попросивший не называть его имени)?"""
    if pred.link == "inf" and pred.lemma in _NAMES:
        return pred.parent is not None and pred.parent.kind == "part"
    inner = (p.lemma for p in clauses.preds if p.parent is pred or p.helper is pred)
    unnamed = pred.segment is not None and any("анонимност" in c.low for c in pred.segment.chunks)
    return pred.kind == "part" and (unnamed or any(lemma in _NAMES for lemma in inner))


def _only_introduces(pred: Pred, children: list[Pred]) -> bool:
    """Does a predicate only say who vouches for the clause after it (уверен, что; настаивает, что; считается, что)?"""
    if children and pred.kind in {"adj", "short"} and is_sure(pred.lemma):
        return True
    if pred.lemma in {"дать", "давать"} and any(p.lemma == "понять" for p in children):
        return True
    marks = {p.mark for p in children if p.link == "comp"}
    if pred.lemma in {"настаивать", "настоять"}:
        return bool(marks & {"что", "colon"})
    plain = pred.row is not None and pred.row.concept.type is None and not pred.swallowed
    plain = plain and not (pred.kind == "ger" and pred.negative)  # стреляли, не проверив, что
    return "что" in marks and (_leads_to(pred) or (plain and thinks(pred.lemma)))


def _leads_to(pred: Pred) -> bool:
    """Does a predicate only say how the clause after it is put (считается, что; ходят слухи, что)?"""
    if pred.row is not None and pred.row.concept.type is not None:
        return False
    if pred.kind == "verb" and governor(pred.lemma, "adj", "что") is not None:
        return True
    subject = pred.subject
    told = subject is not None and governor(subject.lemma, "noun", "что") is not None
    return told and pred.row is None and subject is not None and subject.start > pred.position


def _holds_that(pred: Pred, clauses: Clauses) -> bool:
    """Does a verb of thinking lead to a clause that has no verb of its own (считают, что это вряд ли возможно)?"""
    later = (s for s in clauses.segments if s.first > pred.position or s.chunks[0].start > pred.position)
    return thinks(pred.lemma) and any(s.sub is not None and s.sub.low == "что" for s in later)


def _right_after(pred: Pred, clauses: Clauses) -> bool:
    """Does что open the very next segment after a verb that thinks and does nothing (допускают, что жертв больше)?"""
    if pred.link in {"ger", "part"}:
        return False
    sure = pred.row is None and pred.kind in {"adj", "short"} and is_sure(pred.lemma)
    if not sure and (pred.row is None or pred.row.concept.type is not None or pred.swallowed):
        return False
    later = next((s for s in clauses.segments if s.chunks[0].start > pred.position), None)
    return (sure or thinks(pred.lemma)) and later is not None and later.sub is not None and later.sub.low == "что"


def _only_reports(pred: Pred) -> bool:
    return pred.link in {"part", "ger"} or not pred.taken


def _open(pred: Pred, children: list[Pred]) -> bool:
    """Is a predicate outside of the table stated all the same?"""
    if pred.link == "ask" and pred.mark in {"где", "куда", "откуда"}:
        return False
    if pred.link == "rel" and pred.subject is not None and pred.subject.low in {"мы", "нам", "я", "мне"}:
        return False  # отчёт, с которым мы ознакомились
    if says(pred.lemma) or (thinks(pred.lemma) and children) or pred.link in {"part", "ger", "tag"}:
        return False
    if pred.form is not None and pred.form.person == "1per" and thinks(pred.lemma):
        return False
    if pred.lemma in {"быть", "нет"} and pred.negative and any(t.mark in {"gen", "acc"} for t in pred.taken):
        return True
    if pred.lemma in _EMPTY:
        return pred.lemma == "быть" and pred.subject is not None and any(t.mark in {"inst", "nom"} for t in pred.taken)
    return pred.kind != "pred" or bool(pred.subject)
