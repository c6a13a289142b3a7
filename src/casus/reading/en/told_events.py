"""Events named by nouns that somebody tells of: charged, announced, condemned, or known already."""

from __future__ import annotations

from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.words import governor
from casus.vocabulary.concepts import Concept


def tells_of(pred: Pred, mark: str) -> bool:
    """Does somebody charge another with it, or speak of it?"""
    made = governor(pred.lemma, "verb", mark)
    told = pred.lemma in _SPEAKS if pred.row is None else pred.row.concept.type == "ACCUSE"
    return told and made is not None and mark in made.content.split(",")


def _accuses(pred: Pred) -> bool:
    return pred.row is not None and pred.row.concept.type == "ACCUSE"


def _any_such(chunk: Chunk) -> bool:
    """Is it told here for the first time (condemns reckless aggression), not known from before (the raid)?"""
    return chunk.words[0].tag not in {"AT0", "DPS", "DT0"} and not any(w.tag == "POS" for w in chunk.words)


def by_owner(event: Pred) -> bool:
    """Is whose it is written to be who does it (their withdrawal, its attack), not who suffers it (their arrest)?"""
    concept = event.row.concept if event.row is not None else None
    return concept is not None and concept.type in _OWN_DEEDS and concept.mode not in _SUFFERED


_OWN_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "REQUEST", "ACCUSE", "AGREE", "REJECT"})
_SUFFERED = frozenset({
    "killed", "wounded", "destroy", "abduct", "release", "return", "torture", "cleansing", "assassinate", "execute",
    "capture", "occupy", "recapture", "beat", "loss", "encircle",
})  # fmt: skip


def _reports(pred: Pred) -> bool:
    """Is it what somebody announces, reports or owns up to (announced their withdrawal)?"""
    active = not pred.passive and pred.subject is not None
    return pred.lemma in _GIVES_OUT and active and (pred.row is None or pred.row.concept.content == "claim")


def owns_up(mark: str, pred: Pred) -> bool:
    """Is it the deed somebody claims as his own (claimed responsibility for the bombing)?"""
    return pred.row is not None and pred.row.concept.name == "claim_responsibility" and mark in {"for", "object"}


_GIVES_OUT = frozenset({"announce", "report", "admit", "acknowledge", "concede", "confirm", "declare"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "COOPERATE", "AID", "PROTEST", "CONSULT"})


def known(chunk: Chunk) -> bool:
    """Is it a thing the reader knows already (discussed the deal), nothing to come?"""
    return chunk.words[0].text.lower() in {"the", "this", "that"} and not chunk.of


def not_to_come(effect: str | None, concept: Concept) -> bool:
    """Is what is known already no content of a plan or a thought (discussed the deal, annulled the vote)?"""
    if effect == "intended":
        return concept.type is None
    return effect == "possible" and concept.type in {"AGREE", "SUPPORT", "CONSULT"}


def reported(mark: str, chunk: Chunk, pred: Pred, concept: Concept, effect: str | None) -> bool:
    """Is an event told by somebody: announced, condemned, done at somebody's request?"""
    if mark == "at":
        return concept.type == "REQUEST"
    if mark != "object":
        return False
    return (_reports(pred) and concept.type in _DEEDS) or (effect == "claim" and _any_such(chunk) and _accuses(pred))


def given_out(pred: Pred, concept: Concept) -> bool:
    """Says a clause only that an event is announced or put in force (a halt to shelling was proclaimed)?"""
    over = pred.lemma in {"end", "begin", "open", "conclude"} and not pred.passive and not pred.objects()
    if pred.row is not None and pred.row.concept.name == "in_force":
        return concept.type in _MEASURES
    put = pred.passive and pred.lemma in _PUT_IN_FORCE and concept.type in _DEEDS
    return put or (over and concept.type in _SITTINGS)


def stopped_by(mark: str, pred: Pred, concept: Concept) -> bool:
    """Says a passive only what an event did to a thing (traffic was halted by a strike of drivers)?"""
    idle = pred.row is None or pred.row.concept.type is None or pred.lemma in {"hit", "strike", "stop", "disrupt"}
    return mark == "by" and pred.passive and idle and concept.type in _DISTURBS


_DISTURBS = frozenset({"PROTEST", "ASSAULT"})
_SITTINGS = frozenset({"PROTEST", "CONSULT"})
"""What is told of where it is only said to be over (three days of rioting ended), no fighting: its end is a deed."""
_MEASURES = frozenset({"SANCTION", "COERCE", "CONCEDE", "PROTEST", "MOBILIZE"})
"""What takes effect as a deed of somebody's (a freeze on deposits), no treaty or truce."""
_PUT_IN_FORCE = frozenset({
    "announce", "declare", "proclaim", "decree", "impose", "begin", "start", "complete", "resume", "finish", "report",
})  # fmt: skip
_SPEAKS = frozenset({"speak", "talk", "tell"})
CHARGES = frozenset({"of", "for", "with"})
"""Prepositions before what somebody is charged with."""


def lasts(pred: Pred) -> bool:
    """Says a clause only that an event begins or lasts (riots broke out; a strike entered its third day)?"""
    name = pred.row.concept.name if pred.row is not None else ""
    if name == "continue" or (name == "fight" and pred.lemma in {"break", "erupt", "flare"}):
        return True
    return pred.lemma == "enter" and any(t.chunk.head.lemma in {"day", "week", "month", "year"} for t in pred.objects())
