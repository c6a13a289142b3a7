"""Subjects a Russian predicate has from elsewhere: shared, left out, or those of the verb over an infinitive."""

from __future__ import annotations

from casus.reading.ru.agreement import agrees
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import is_copula, speaks
from casus.reading.ru.sources import is_somebody, place_speaks, thinks
from casus.reading.ru.words import governor

_LEANS = frozenset({"comp", "adv", "cond", "ahead"})


def borrow(pred: Pred) -> None:
    """Give a predicate without a subject of its own the one it shares or leaves out."""
    if pred.subject is not None or pred.kind in {"part", "inf"}:
        return
    if pred.link == "ger" and pred.parent is not None:
        pred.subject, pred.subject_own = pred.parent.subject, False
        return
    if pred.form is not None and pred.form.number == "plur" and pred.kind == "verb" and _institution(pred):
        return
    if pred.shares is not None and pred.shares.subject is not None and goes_with(pred.shares.subject, pred):
        pred.subject, pred.subject_own = pred.shares.subject, pred.shares.subject_own
        return
    pred.shares = None
    above = pred.parent
    if (
        pred.link in _LEANS
        and above is not None
        and not (pred.link != "comp" and pred.position < above.position)
        and above.subject is not None
        and pred.form is not None
    ):
        third_plural = pred.form.number == "plur" and (above.form is None or above.form.number != "plur")
        if pred.kind != "pred" and not third_plural and goes_with(above.subject, pred) and not _impersonal(pred):
            pred.subject, pred.subject_own = above.subject, False
    elif pred.kind == "verb":
        _institution(pred)


def _institution(pred: Pred) -> bool:
    """Make the place where something is said the one who says it (в Кремле опасались)."""
    if not (thinks(pred.lemma) or speaks(pred.lemma) or _minds(pred)):
        return False
    speaker = next((t for t in pred.taken if place_speaks(t.chunk) and is_somebody(t.chunk)), None)
    if speaker is None:
        return False
    pred.subject = speaker.chunk
    pred.taken.remove(speaker)
    return True


def _minds(pred: Pred) -> bool:
    return pred.row is not None and pred.row.concept.content is not None


def _impersonal(pred: Pred) -> bool:
    return (
        pred.form is not None
        and pred.form.tense == "past"
        and pred.form.gender == "neut"
        and pred.form.number == "sing"
    )


def goes_with(subject: Chunk, pred: Pred) -> bool:
    """May a noun phrase of another clause be the subject here too?"""
    return (
        pred.form is None
        or agrees(subject.as_subject(), pred.form, joined=bool(subject.joined))
        or subject.number == ""
    )


def control(pred: Pred) -> None:
    """Give an infinitive the one who is to act: the subject of a promise, the one asked by a demand."""
    above = pred.parent
    if above is None or pred.subject is not None:
        return
    if above.kind == "inf" and above.subject is None:
        control(above)
    content = _way(above) if pred.link == "inf" else "own"
    pred.via = content
    told = next((t for t in pred.taken if t.mark == "dat" and t.chunk.end <= pred.position), None)
    if told is not None and content == "content":
        pred.subject = told.chunk
        pred.taken.remove(told)
        above.taken.append(Taken("dat", told.chunk, asked=True))
        return
    if content == "content":
        asked = _asked(above)
        if asked is not None:
            asked.asked = True
            pred.subject, pred.subject_own = asked.chunk, False
        return
    pred.subject, pred.subject_own = above.subject, False


def _way(above: Pred) -> str:
    """Is the infinitive what the subject does itself (own), or what another is to do (content)?"""
    if above.row is not None:
        way = next((part for mark, part in above.row.roles if mark == "inf"), "")
        if way in {"own", "content"}:
            return way
        if above.row.concept.type == "REQUEST":
            return "content"
    if governor(above.lemma, "verb", "чтобы") is not None and governor(above.lemma, "verb", "inf") is None:
        return "content"
    return "content" if is_copula(above.lemma) and above.kind == "noun" else "own"


def _asked(above: Pred) -> Taken | None:
    for mark in ("acc", "dat", "от+gen", "у+gen", "к+dat"):
        found = next((t for t in above.taken if t.mark == mark and t.chunk not in above.swallowed), None)
        if found is not None:
            return found
    return None
