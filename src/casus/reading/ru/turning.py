"""What turns a content around in Russian: a governing verb that is itself negated, and words that call it false."""

from __future__ import annotations

from casus.reading.ru.preds import Pred
from casus.reading.ru.words import governor

_FALSE = frozenset({
    "ложный", "недостоверный", "беспочвенный", "голословный", "безосновательный", "необоснованный", "вымышленный",
    "неверный",
})  # fmt: skip


def turned(above: Pred, effect: str, content: str, *, negative: bool) -> tuple[str, bool]:
    """How a content is put by a verb that may itself be negated (не подтвердил; не стал отрицать; не сомневается)."""
    if above.undone and above.concept() == "defy" and effect == "claim" and content == "np":
        return "denied", True  # потерю города не признаёт
    failed = above.helper is not None and above.helper.negated  # не смогли подтвердить, что
    if above.negated and above.lemma in {"сомневаться", "усомниться"}:
        return "claim", negative
    if (above.negated or failed) and effect == "claim":
        return "possible", negative
    if failed and effect == "denied":
        return "possible", False  # не стал отрицать, что
    return ("claim", False) if above.negated and effect == "denied" else (effect, negative)


def untrue(lemma: str) -> bool:
    """Is it a noun for what is not so (ложь, вымысел)?"""
    row = governor(lemma, "noun", "что")
    return row is not None and row.effect == "none" and row.negative


def is_false(pred: Pred) -> bool:
    """Does a predicate say that something is not true (ложны; не соответствуют действительности)?"""
    called = pred.lemma in {"являться", "быть", "оказаться", "стать"} and not pred.negative
    if called and any(t.mark == "inst" and untrue(t.chunk.lemma) for t in pred.taken):
        return True  # является вымыслом
    return pred.lemma in _FALSE or (pred.lemma == "соответствовать" and pred.negative)
