"""Where an English predicate happens beyond its own phrases: adverbs, clauses with where, participles before it."""

from __future__ import annotations

import re

from casus.reading.clauses import Argument, Phrase
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.places import place_words

ADVERBS = frozenset({
    "there", "here", "ashore", "abroad", "overhead", "offshore", "inland", "nearby", "elsewhere", "home",
})  # fmt: skip
"""Adverbs of place."""
_ADVERB = re.compile(
    r"\b(?:there(?! (?:is|are|was|were|has|have|had|will|would|could|may|might|must|can|should|be|seems?|appears?|"
    r"remains?|remained|came|comes)\b)|here|ashore|abroad|overhead|offshore|inland|elsewhere|"
    r"nearby(?=[,.;]|$| (?:and|when|while|as|but)\b)|"
    r"(?<=return )home|(?<=returned )home|(?<=returning )home|(?<=go )home|(?<=went )home|(?<=come )home|"
    r"(?<=came )home|(?<=flew )home|(?<=flown )home|(?<=sailed )home|(?<=brought )home|(?<=sent )home)\b"
)
_STOPS = re.compile(r"[,;:—()\"“”]| (?:that|which|who|and|but|where|when|while|because|if|after|before)\b")
_TELLING = frozenset({"speak", "talk", "address", "meet", "gather", "stand", "stop", "appear", "arrive", "land"})
_SET_UP = frozenset({"set", "build", "establish", "open", "erect", "pitch", "install", "construct", "dig"})
_ENTERS = frozenset({"enter_airspace", "enter_waters", "intrude", "invade", "infiltrate", "cross_border"})
_AT = frozenset({"in", "at", "on", "near", "inside", "outside", "off", "over", "across", "along", "beyond", "around"})


def adverb_of_place(text: str, pred: Pred, later: list[Pred]) -> list[Argument]:
    """Give the adverb after a verb that says where (met there, came ashore), up to the next verb or mark."""
    if pred.link == "np":
        return []
    end = min([p.start for p in later if p.start > pred.start and p.link != "np"], default=len(text))
    end = min(end, pred.end + 90)
    mark = _STOPS.search(text, pred.end, end)
    found = _ADVERB.search(text, pred.start, mark.start() if mark else end)
    return [Argument("place", (), Phrase(found.span(), found.span()))] if found else []


def place_before(text: str, pred: Pred, preds: list[Pred]) -> list[Argument]:
    """Give what a clause with where is about (flew to Lima, where he met …)."""
    over = pred.parent if pred.parent is not None and pred.parent.absorbed else pred
    if "where" not in {pred.mark, over.mark}:
        return []
    at = text.rfind("where ", 0, pred.start)
    chunks = [c for p in preds if p is not pred for c in _phrases(p) if c.end <= at]
    last = max(chunks, key=lambda c: c.start, default=None)
    return [Argument("place", (), last.phrase(), own=False)] if last is not None else []


def _phrases(pred: Pred) -> list[Chunk]:
    found = [t.chunk for t in pred.taken if not t.mark.startswith("date")]
    return found if pred.subject is None else [*found, pred.subject]


def lent_places(pred: Pred, preds: list[Pred]) -> list[Argument]:
    """Give where a participle before the verb has whoever does it (speaking in the port, he ordered …)."""
    led = [p for p in preds if p.parent is pred and p.link in {"part", "ing"} and p.start < pred.start]
    taken = [t for p in led if p.lemma in _TELLING for t in p.taken if t.mark in _AT]
    return [Argument("place", (), t.chunk.phrase(), own=False) for t in taken]


def shared_places(pred: Pred) -> list[Argument]:
    """Give where the verb before it, joined by and with the same subject, says it was (landed there and dug in)."""
    mate = pred.shares
    if mate is None or mate.index > pred.index or pred.link == "np":
        return []
    taken = [t for t in mate.taken if t.mark == "place" or t.mark.split(" ")[0] in _AT or t.mark == "to"]
    return [Argument("place", (), t.chunk.phrase(), own=False) for t in taken]


def ground_entered(pred: Pred) -> list[Argument]:
    """Give the waters or the air that are part of what a row says (entered Surinamese waters)."""
    if pred.row is None or pred.row.concept.name not in _ENTERS:
        return []
    chunks = [t.chunk for t in pred.taken if t.mark == "owner"]
    return [Argument("place", (), c.phrase()) for c in chunks if c.head.text.lower() in {*place_words("en"), "space"}]


def sets_up(pred: Pred, mark: str) -> bool:
    """Is what a verb makes somewhere not where it is made (set up a camp on the far bank)?"""
    return mark == "place" and pred.lemma in _SET_UP and any(t.mark.split(" ")[0] in _AT for t in pred.taken)
