"""Joining predicates that are one statement: намерен занять, начали обстреливать; нельзя исключать, что."""

from __future__ import annotations

from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import match
from casus.reading.ru.words import governor

_NEVER = frozenset({"нельзя", "невозможно"})
_NEAR = 24


def join(preds: list[Pred]) -> None:
    """Let verbs that only colour an infinitive yield to it."""
    for pred in preds:
        done = _done(pred, preds) if pred.kind == "inf" and pred.lemma == "быть" and pred.link == "inf" else None
        if done is not None:
            _be_done(pred, done)
    for pred in preds:
        above = pred.parent
        if pred.link == "inf" and above is not None and pred.noun is None and _colours(above, pred):
            _take_over(pred, above)
            _children(pred, above, preds)
    for pred in preds:
        if pred.row is not None and pred.row.concept.colours and _has_content(pred, preds):
            pred.absorbed = True


def _done(be: Pred, preds: list[Pred]) -> Pred | None:
    """Find the participle of a passive infinitive (могут быть введены)."""
    after = [p for p in preds if p.segment is be.segment and p.position > be.position]
    near = min(after, key=lambda p: p.position, default=None)
    return near if near is not None and near.kind == "short" and near.passive and near.helper is None else None


def _be_done(be: Pred, done: Pred) -> None:
    """Make a participle with быть one infinitive."""
    be.absorbed = True
    done.link, done.parent, done.via, done.noun = be.link, be.parent, be.via, be.noun
    done.shares = done.shares or be.shares
    mine = {id(t.chunk) for t in done.taken}
    done.taken = [*done.taken, *(t for t in be.taken if id(t.chunk) not in mine and t.chunk is not done.subject)]
    done.trigger = [*be.chunk.words, *done.trigger]
    match(done)


def _colours(above: Pred, pred: Pred) -> bool:
    """Is a verb only grammar for the infinitive: an aspect, a modal, a wish or plan?"""
    if above.lemma in _NEVER or (above.kind == "pred" and not _refuses(above)):
        return True
    if is_flat(above.lemma) or governor(above.lemma, "verb", "inf") is not None:
        return above.kind == "short" or not _refuses(above)
    if above.lemma == "быть" and above.form is not None:
        return True
    concept = above.row.concept if above.row is not None else None
    duty = concept is not None and concept.kind == "obligation" and above.lemma in {"иметь", "обладать"}
    return concept is not None and (concept.colours or duty) and not pred.absorbed


def _refuses(above: Pred) -> bool:
    """Is it an act of its own (отказался, решил, согласился), told beside what it is about?"""
    concept = above.row.concept if above.row is not None else None
    return concept is not None and not concept.colours and concept.content is not None and concept.kind != "obligation"


def is_flat(lemma: str) -> bool:
    """Is a verb's infinitive told as an act of its own (начал обстреливать)?"""
    return governor(lemma, "flat", "inf") is not None


def _take_over(pred: Pred, above: Pred) -> None:
    """Make the infinitive the predicate of the clause its governor stands in."""
    above.absorbed = True
    pred.helper = above
    pred.link, pred.parent, pred.mark = above.link, above.parent, above.mark
    pred.noun, pred.rel = above.noun, above.rel
    if above.lemma in _NEVER:
        pred.negative = not pred.negative
    if above.kind != "inf":
        pred.subject, pred.subject_own = above.subject, above.subject_own
    elif pred.subject is None:
        pred.subject, pred.subject_own = above.subject, False
    pred.past, pred.future, pred.would, pred.question = above.past, above.future, above.would, above.question
    pred.shares = pred.shares or above.shares
    pred.dates = [*pred.dates, *above.dates]
    pred.adverbs = [*above.adverbs, *pred.adverbs]
    mine = {id(t.chunk) for t in pred.taken}
    moved = [t for t in above.taken if id(t.chunk) not in mine and t.chunk not in above.swallowed]
    pred.taken = [*pred.taken, *(Taken(_object(t, pred), t.chunk, t.own) for t in moved)]
    if above.passive and pred.row is None:
        pred.passive = False
    gap = pred.chunk.start - above.chunk.end
    if (
        0 <= gap <= _NEAR
        and above.trigger
        and not any(p is not pred and p.helper is above for p in (pred.shares,) if p)
    ):
        led = above.bare if above.lemma == "быть" else above.trigger
        pred.trigger = [*led, *pred.trigger]
    pred.bare = list(pred.trigger)
    flat = governor(above.lemma, "flat", "inf")
    if flat is not None and above.negative and not pred.negative:
        pred.negative = True  # не стал комментировать
        match(pred)
        if pred.row is not None and pred.row.text.startswith("не "):
            above.negative = False
            return
        pred.negative = False
    if flat is not None and flat.negative and above.row is not None and above.row.concept.name == "cease":
        pred.negative = not pred.negative  # прекратил пропускать: не пропускает
        match(pred)
        if pred.undone:
            pred.negative, pred.undone, pred.via = False, False, "undone"
            return
        pred.negative = not pred.negative
    match(pred)


def _object(taken: Taken, pred: Pred) -> str:
    """Give the mark of what stood with the governor: the accusative, where one is wanted (его пытаются втянуть)."""
    wanted = pred.row is not None and any(m == "acc" for m, _ in pred.row.roles)
    free = taken.mark == "gen" and taken.chunk.may("acc") and not any(t.mark == "acc" for t in pred.taken)
    return "acc" if wanted and free else taken.mark


def _children(pred: Pred, above: Pred, preds: list[Pred]) -> None:
    """Hang on the infinitive the clauses that follow it (нельзя исключать, что)."""
    for other in preds:
        if (
            other is not pred
            and other.parent is above
            and other.link in {"comp", "purpose", "np"}
            and other.position > pred.position
        ):
            other.parent = pred


def _has_content(pred: Pred, preds: list[Pred]) -> bool:
    """Does a clause, an infinitive or an event say what is wished, feared or possible?"""
    return any(p.parent is pred and p.link in {"comp", "np"} and p.stated and p.row is not None for p in preds)
