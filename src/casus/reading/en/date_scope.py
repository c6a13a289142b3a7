"""Which predicate of an English sentence a date belongs to: its own clause's, that of a verb joined to it."""

from __future__ import annotations

from collections.abc import Iterable

from casus.reading.clauses import DateSpan
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken, tense
from casus.reading.en.standing import is_instrument
from casus.records import Span

_AT_ONCE = frozenset({"when", "while", "as"})
_BEFORE_CLAUSE = frozenset({"comma", "adv", "prep", "quote"})
_HEAD = 1
"""Index of the last phrase that still opens a sentence (On / 3 May / the army …)."""
_LINK_WORDS = frozenset({"cc", "mark", "sub"})


def move_dates(preds: list[Pred], chunks: list[Chunk]) -> None:
    """Give a clause the date it opens with after and, but or a semicolon (…, and two days later gunmen fired).

    Read from left to right such a date goes to the verb before it.
    """
    for pred in preds:
        for taken in [t for t in pred.taken if t.mark.startswith("date") and t.chunk.index > pred.index]:
            owner = _opened(taken, preds, chunks)
            if owner is not None and owner is not pred:
                pred.taken.remove(taken)
                owner.taken.append(taken)


def _opened(taken: Taken, preds: list[Pred], chunks: list[Chunk]) -> Pred | None:
    """Give the predicate of the clause that a date opens: joined to the one before, with the date at its head."""
    left = taken.chunk.index - 1
    while left > 0 and chunks[left].kind in {"comma", "adv", "prep"}:
        left -= 1
    if left <= 0 or chunks[left].kind not in _LINK_WORDS:
        return None
    right = taken.chunk.index + 1
    while right < len(chunks) and chunks[right].kind in _BEFORE_CLAUSE:
        right += 1
    heads = (p for p in preds if p.group.form == "finite" and p.index >= right)
    return next((p for p in heads if p.index == right or (p.subject is not None and p.subject.index == right)), None)


def dates_of(pred: Pred, preds: list[Pred], units: list[Pred]) -> list[DateSpan]:
    """Give a predicate's dates: its own, then those it shares."""
    found = [DateSpan(day, True) for day in (*_taken(pred), *_in_nouns(pred))]
    parent = pred.parent
    if not found and parent is not None and pred.link == "comp" and not any(p is parent for p in units):
        found.extend(DateSpan(day, True) for day in _taken(parent))
    if not found and pred.subject is not None and is_instrument(pred.subject) and pred.group.past:
        found.extend(DateSpan(c.date, True) for c in pred.subject.of if c.kind == "date" and c.date is not None)
    found.extend(DateSpan(day, False) for day in _shared(pred))
    return found or [DateSpan(day, False) for day in (_same_time(pred, preds) or _opening_day(pred, preds))]


def _taken(pred: Pred, before: int | None = None) -> Iterable[Span]:
    """Give the dates a predicate takes, or those that stand before a phrase."""
    dates = (t.chunk for t in pred.taken if t.mark.startswith("date") and (before is None or t.chunk.index < before))
    return [c.date for c in dates if c.date is not None]


def _in_nouns(pred: Pred) -> Iterable[Span]:
    """Give the dates that stand with a nominal event's ``of``."""
    inside = (c for t in pred.taken if t.mark == "of" for c in t.chunk.of if c.kind == "date")
    return [c.date for c in inside if c.date is not None]


def _shared(pred: Pred) -> Iterable[Span]:
    """Give the dates before a predicate that belong to the verbs it is joined to, or to the clause it hangs on."""
    above = pred.shares or (pred.parent if pred.link in {"part", "rel", "np"} else None)
    while above is not None:
        days = _taken(above, pred.index)
        if days or above.shares is None:
            return days
        above = above.shares
    return ()


def _same_time(pred: Pred, preds: list[Pred]) -> Iterable[Span]:
    """Give the dates of the clause a ``when`` clause is at the same time as, and the other way round."""
    beside = [p for p in preds if p.parent is pred and p.link == "adv" and p.mark in _AT_ONCE]
    if pred.parent is not None and pred.link == "adv" and pred.mark in _AT_ONCE:
        beside.append(pred.parent)
    return [day for p in beside if p.group.past == pred.group.past for day in _taken(p)]


def _opening_day(pred: Pred, preds: list[Pred]) -> Iterable[Span]:
    """Give the date a sentence opens with to a later main clause that goes on with what happened then."""
    if pred.link != "main" or pred.nominal or pred.group.copula or not _goes_on(pred):
        return ()
    dated = [p for p in preds if p.link == "main" and p.index < pred.index and _taken(p)]
    if not dated or dated[-1].quoted != pred.quoted or dated[-1].subject is None:
        return ()
    opening = [t.chunk for t in dated[-1].taken if t.mark.startswith("date") and t.chunk.index <= _HEAD]
    return [c.date for c in opening if c.date is not None and c.index < dated[-1].subject.index]


def _goes_on(pred: Pred) -> bool:
    """Does it tell what was done next, not what had been done before, nor what somebody said of it?"""
    says = pred.row is not None and pred.row.concept.content is not None
    return pred.group.past and tense(pred.group)[0] not in {"have", "would", "will"} and not says
