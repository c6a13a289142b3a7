"""Making an English verb that only colours another part of it: is due to meet, wants to distract, began shelling."""

from __future__ import annotations

from casus.reading.en.clausing import Clauses
from casus.reading.en.preds import Pred
from casus.reading.en.standing import FEARED
from casus.reading.en.words import governor

_FOUND = {
    "find", "have", "see", "show", "give", "offer", "provide", "be", "take", "get",
}  # fmt: skip
_RAISING = {
    "hesitate", "dare", "begin", "start", "continue", "proceed", "manage", "happen", "tend", "use", "come", "go",
    "keep", "resume", "have", "need", "seem", "appear", "get", "fail", "neglect",
}  # fmt: skip
_ASPECT = {"begin", "start", "continue", "keep", "resume", "go"}


def fears(pred: Pred) -> bool:
    """Does somebody fear or dread what it governs, so that it is told for itself?"""
    return pred.lemma in {"fear", "dread", "worry"} and not pred.passive and pred.subject is not None


def absorb(pred: Pred, clauses: Clauses) -> None:
    """Make a verb that only colours another part of it: is due to meet, wants to distract, began shelling."""
    children = [p for p in clauses.preds if p.parent is pred and not p.absorbed]
    if (
        pred.row is not None
        and pred.row.concept.colours
        and not fears(pred)
        and any(p.link in {"comp", "np"} or (p.noun is not None and p.link != "rel") for p in children)
    ):
        pred.absorbed = True
        return
    if pred.lemma in _FOUND and any(
        (p.noun is not None and p.link == "comp" and any(t.chunk is p.noun for t in pred.taken))
        or p.noun is pred.complement is not None
        for p in children
    ):
        pred.absorbed = True
        return
    told = next((p for p in children if p.link == "part" and p.passive and p.index == pred.index + 1), None)
    if told is not None and pred.passive and pred.group.head.text.lower() in FEARED:
        pred.absorbed, told.coloured, told.start = True, "possible", pred.start
        return
    after = (p for p in children if p.link in {"inf", "ing"} and p.start > pred.start)
    child = next((p for p in after if _direct(pred, p)), None)
    if child is None or pred.absorbed:
        return
    if _only_grammar(pred, child):
        pred.absorbed = True
        if pred.lemma in {"have", "be"} and any(c.text == "yet" for c in clauses.chunks[pred.index : child.index]):
            child.negated = True
        if _plain(pred, child):
            child.start = pred.start
        if not pred.objects():
            child.subject, child.subject_own = pred.subject, pred.subject_own
        child.taken.extend(
            t for t in pred.taken if t.mark != "object" and t not in child.taken and t.chunk.index < child.index
        )


def _plain(pred: Pred, child: Pred) -> bool:
    return child.start - pred.start <= 30 and not pred.objects()


def _direct(pred: Pred, child: Pred) -> bool:
    """Does the child follow with nothing between but an adjective?"""
    if child.noun is not None:
        return pred.row is not None and pred.row.concept.kind == "obligation" and child.noun.index in pred.swallowed
    return child.mark in {"to", "ing", "from", "on", "of", "bare", "against"}


def _only_grammar(pred: Pred, child: Pred) -> bool:
    if (
        pred.row is not None
        and pred.row.concept.kind == "obligation"
        and pred.row.concept.name != "reserve_right"
        and not pred.objects()
        and child.mark == "to"
    ):
        return True
    colours = pred.row is not None and pred.row.concept.colours and not fears(pred)
    if (colours and not pred.group.copula) or (pred.lemma in {"stop", "fall"} and child.mark == "of"):
        return True
    if pred.objects() or (pred.row is not None and pred.lemma in _ASPECT and pred.swallowed):
        return False
    if pred.group.copula or pred.lemma in {"remain", "seem", "become", "be"}:
        adjective = pred.adjective.words[-1].text.lower() if pred.adjective is not None else ""
        bare = adjective == "" and pred.complement is None and pred.lemma != "become"
        return bare or governor(adjective, "adj", "inf") is not None
    if pred.passive:
        return governor(pred.lemma, "passive", "inf") is not None and child.mark == "to"
    if pred.lemma in _RAISING and child.mark in {"to", "ing", "on"}:
        return pred.lemma in _ASPECT or child.mark == "to"
    if colours:
        return True
    return (
        pred.row is None
        and pred.lemma in {"want", "plan", "intend", "hope", "try", "seek", "aim", "attempt", "wish", "prepare", "mean"}
        and child.mark == "to"
    )
