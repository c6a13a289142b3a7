"""Which Russian predicates are statements: acts, states and claims, but no plain verbs of saying."""

from __future__ import annotations

from casus.reading.ru.clausing import Clauses
from casus.reading.ru.preds import Pred
from casus.reading.ru.sources import says, thinks

_EMPTY = frozenset(
    {"быть", "стать", "являться", "следовать", "казаться", "иметь", "мочь", "ссылаться", "прийтись", "нет", "оказаться"}
)


def is_stated(pred: Pred, clauses: Clauses) -> bool:
    """Is the predicate a statement of the text?"""
    if pred.absorbed or not pred.stated or pred.link == "unlike":
        return False
    if pred.kind == "noun":
        return True
    children = [p for p in clauses.preds if p.parent is pred and p.link in {"comp", "inf", "purpose"}]
    if pred.row is None:
        return _open(pred, children)
    if says(pred.lemma) and pred.link != "tag" and pred.row.concept.type is None:
        plain = not pred.swallowed and (bool(children) or _only_reports(pred))
        return not plain
    return True


def _only_reports(pred: Pred) -> bool:
    return pred.link in {"part", "ger"} or not pred.taken


def _open(pred: Pred, children: list[Pred]) -> bool:
    """Is a predicate outside of the table stated all the same?"""
    if says(pred.lemma) or (thinks(pred.lemma) and children) or pred.link in {"part", "ger", "rel", "tag"}:
        return False
    if pred.form is not None and pred.form.person == "1per" and thinks(pred.lemma):
        return False
    if pred.lemma in {"быть", "нет"} and pred.negative and any(t.mark in {"gen", "acc"} for t in pred.taken):
        return True
    if pred.lemma in _EMPTY:
        return pred.lemma == "быть" and pred.subject is not None and any(t.mark in {"inst", "nom"} for t in pred.taken)
    return pred.kind != "pred" or bool(pred.subject)
