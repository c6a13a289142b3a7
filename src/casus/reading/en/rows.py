"""Giving English predicates their rows and triggers, and making those that are mere grammar part of the next one."""

from __future__ import annotations

from casus.reading.en.absorbing import absorb
from casus.reading.en.clausing import Clauses
from casus.reading.en.extents import NOUNS
from casus.reading.en.matching import (
    Match,
    counted,
    find_adjective,
    find_noun,
    find_verb,
    forms_of,
    is_be_row,
    verb_forms,
)
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.senses import another_sense
from casus.reading.en.swallowing import LONGEST_TRIGGER, extend_trigger, swallow
from casus.reading.en.turned import by_object, by_state, of_places
from casus.reading.en.words import PARTICLES, governor, index
from casus.reading.tokens import Token

_NOT_WORDS = {"no", "neither", "nobody", "nothing", "none", "few", "little", "nowhere"}


def settle(clauses: Clauses, words: list[Token]) -> None:
    """Find the row of every predicate and set its trigger."""
    position = {w.start: i for i, w in enumerate(words)}
    forms = forms_of(words)
    for pred in clauses.preds:
        _negation(pred, words, position)
        _row(pred, words, position, find_verb(pred, words, position, forms), clauses.preds)
    for pred in clauses.preds:
        _cleft(pred)
        _apart(pred, clauses)
        _helping(pred)
        _stopping(pred, clauses)
        _reserving(pred, clauses)
        absorb(pred, clauses)


def _cleft(pred: Pred) -> None:
    """Make ``it was not Russia that attacked`` one negative act."""
    above = pred.parent
    cleft = pred.link == "rel" and above is not None and above.group.copula and above.complement is pred.noun
    if above is not None and cleft and above.subject is not None and above.subject.text == "it":
        above.absorbed = True
        pred.negated = pred.negated or above.group.negative
        pred.link, pred.mark, pred.parent, pred.subject_own = above.link, above.mark, above.parent, True


def _apart(pred: Pred, clauses: Clauses) -> None:
    """Where a row takes up a verb that is a predicate too (vowed to strike): speech keeps it apart, else it is one."""
    for child in clauses.preds:
        if (
            child is pred
            or pred.row is None
            or not pred.start < child.group.head.start < pred.end
            or child.number < pred.number
        ):
            continue
        if pred.row.concept.content is not None:
            pred.end = pred.group.end
        else:
            child.absorbed = True
            done_to = child.subject if child.link in {"comp", "inf"} and not pred.objects() else None
            if done_to is not None and done_to.index > pred.index:
                pred.taken.insert(0, Taken("object", done_to))
            pred.taken.extend(t for t in child.taken if t not in pred.taken)


def _helping(pred: Pred) -> None:
    """Make let, make and help part of what they let happen, unless the lexicon knows them."""
    child = pred.helps
    if child is None:
        return
    if pred.row is None or (pred.lemma == "help" and not pred.objects()):
        pred.absorbed = True
        child.negated = child.negated or (pred.group.negative and governor(pred.lemma, "verb", "inf") is None)
        if not pred.objects():
            child.subject, child.subject_own = pred.subject, pred.subject_own
            child.taken.extend(t for t in pred.taken if t not in child.taken)
    elif child.start < pred.end or child.row is None or child.row.concept.kind == "state":
        child.absorbed = True
        pred.taken.extend(t for t in child.taken if t.mark != "object")
        if child.subject is not None and not any(t.chunk is child.subject for t in pred.taken):
            pred.taken.append(Taken("object", child.subject))
        extend_trigger(pred, child.end)


_STOPS = {"stop", "cease", "halt", "quit", "end", "suspend"}


def _stopping(pred: Pred, clauses: Clauses) -> None:
    """Make ``stop flying over`` one act: what ends is no act of its own."""
    if pred.lemma not in _STOPS or pred.absorbed:
        return
    child = next((p for p in clauses.preds if p.parent is pred and p.link == "ing" and p.mark == "ing"), None)
    if child is not None:
        child.absorbed = True
        pred.taken.extend(child.taken)
        if pred.row is not None and pred.row.pos == "vi":
            rows = (row for rest, row in index().verbs.get(pred.lemma, ()) if not rest and row.pos != "vi")
            pred.row = next(rows, pred.row)
        extend_trigger(pred, child.end)


def _reserving(pred: Pred, clauses: Clauses) -> None:
    """Make ``reserves the right to respond`` one reservation."""
    if pred.row is None or pred.row.concept.name != "reserve_right" or pred.passive or pred.group.copula:
        return
    child = next((p for p in clauses.preds if p.parent is pred and p.link == "inf"), None)
    if child is not None:
        child.absorbed = True
        extend_trigger(pred, child.end)


def _negation(pred: Pred, words: list[Token], position: dict[int, int]) -> None:
    """A negative word as subject or object negates the clause (no treaty obliges, few expect, found no evidence)."""
    first = pred.subject.words[0].text.lower() if pred.subject is not None and pred.subject_own else ""
    at = position[pred.group.words[0].start]
    before = words[at - 1].text.lower() if at else ""
    opens = position.get(pred.subject.words[0].start, 0) if pred.subject is not None and pred.subject_own else 0
    denied = bool(opens) and words[opens - 1].text.lower() in {"not", "hardly", "neither"}
    denied = denied and not (opens > 1 and words[opens - 2].text.lower() == "or")
    nouns = [t.chunk for t in pred.objects()] + ([pred.complement] if pred.complement is not None else [])
    none = any(c.words[0].text.lower() == "no" for c in nouns)
    pred.negated = first in _NOT_WORDS or before in {"neither", "nor"} or denied or none


def _row(pred: Pred, words: list[Token], position: dict[int, int], match: Match | None, others: list[Pred]) -> None:
    copular = pred.group.copula or pred.lemma in _COPULAS
    told = match is not None and match.by_subject
    if ((copular and (match is None or match.verb_only)) or (_participial(pred) and not told)) and _complement_row(
        pred, words, position
    ):
        return
    if (match is None or (match.verb_only and pred.lemma in _LIGHT)) and _light(pred, words):
        return
    if match is None or match.verb_only or match.row.concept.name in {"visit", "leave_scene"}:
        moved = of_places(pred, match)
        if moved is not None:
            pred.row = moved
            return
    if match is None:
        if copular and not _left(pred):
            _copular(pred)
        return
    if another_sense(pred, match, others):
        return
    pred.row = by_object(pred, by_state(pred, match))
    if is_be_row(match.row, pred):
        pred.flat_passive = False
    if match.row.text.lower().split()[0] in {"not", "cannot", "could", "neither"}:
        pred.negated = pred.group.negative = match.row.concept.name in _SAID_NOT
    swallow(pred, match, words)


def _copular(pred: Pred) -> None:
    """Make what is said with a copula part of the trigger (was fake; was under artillery fire)."""
    said = pred.adjective or pred.complement
    if said is not None:
        extend_trigger(pred, said.end)
        return
    if not pred.group.copula:
        return
    near = next((t.chunk for t in pred.taken if t.mark in {"under", "in", "among"}), None)
    if near is not None and near.index == pred.index + 2:
        extend_trigger(pred, near.words[-1].end)


def _left(pred: Pred) -> bool:
    """Give ``remains suspended`` the row of the verb: somebody has left its subject so."""
    word = pred.adjective.words[-1] if pred.adjective is not None and pred.lemma in {"remain", "stay"} else None
    if word is None or not word.text.lower().endswith("ed"):
        return False
    found = (row for form in verb_forms(word.text.lower()) for rest, row in index().verbs.get(form, ()) if not rest)
    pred.row = next(found, None)
    if pred.row is not None:
        pred.flat_passive = True
        extend_trigger(pred, word.end)
    return pred.row is not None


_COPULAS = {
    "remain", "become", "stay", "seem", "appear", "look", "prove", "get", "feel", "stand", "be",
}  # fmt: skip


_LIGHT = frozenset({
    "launch", "carry", "conduct", "mount", "stage", "begin", "start", "make", "commit", "undertake", "wage",
    "perform", "execute", "unleash", "lead", "open", "deliver", "inflict", "suffer", "face", "cause", "provoke", "hold",
    "have", "give", "provide", "extend", "resume", "impose", "send", "receive", "render", "intensify", "sustain",
    "organise", "organize", "renew", "get",
})  # fmt: skip


def _light(pred: Pred, words: list[Token]) -> bool:
    """Give a light verb the row of the event it takes as its object (launch a ground invasion)."""
    if pred.lemma not in _LIGHT:
        return False
    objects = [pred.subject] if pred.passive and pred.subject is not None else [t.chunk for t in pred.objects()]
    for whole in objects:
        chunk = counted(whole)
        found = find_noun(chunk.words) if chunk.head.pos in NOUNS else None
        if found is not None and found[0].concept.kind == "event":
            pred.row = found[0]
            pred.swallowed.update((whole.index, chunk.index))
            pred.taken = [t for t in pred.taken if t.chunk is not whole]
            pred.taken.extend(Taken("of", c) for c in chunk.of if c.kind == "np")
            if pred.passive:
                pred.subject, pred.flat_passive = None, False
            elif pred.lemma in {"suffer", "face", "receive", "get"}:
                pred.flat_passive = True
            extend_trigger(pred, _after_particle(pred, words) if pred.flat_passive is False else chunk.words[-1].end)
            return True
    return False


def _after_particle(pred: Pred, words: list[Token]) -> int:
    """Give where a verb ends with the particle right after it (was carried out)."""
    after = next((w for w in words if w.start >= pred.group.end), None)
    near = after is not None and after.start <= pred.group.end + 1 and after.text.lower() in PARTICLES
    return after.end if after is not None and near else pred.end


def _participial(pred: Pred) -> bool:
    """May a participle be an adjective (is disputed): it has no agent?"""
    return pred.passive and pred.group.form == "finite" and not any(t.mark == "by" for t in pred.taken)


_SAID_NOT = {"defy", "not_confirm", "incapable", "not_comply", "no_comment", "reject_talks"}


def _place_trigger(pred: Pred, first: Token, last: Token) -> None:
    """Set the trigger of ``is … impassable``: from the verb where that is near, else the word itself."""
    if last.end - pred.start <= LONGEST_TRIGGER:
        pred.end = max(pred.end, last.end)
    else:
        pred.start, pred.end = first.start, last.end


def _complement_row(pred: Pred, words: list[Token], position: dict[int, int]) -> bool:
    """Find the row of a predicate adjective or noun (is illegal, is at risk, was a violation)."""
    at = position[pred.group.head.start] + (0 if pred.passive else 1)
    if pred.adjective is not None:
        at = position[pred.adjective.words[0].start]
    found = find_adjective(words[at : at + 6])
    if found is not None:
        pred.row = found[0]
        pred.flat_passive = False
        _place_trigger(pred, found[1], found[1])
        pred.swallowed.update(
            t.chunk.index for t in pred.taken if t.chunk.words[0].start <= found[1].start < t.chunk.end
        )
        return True
    if pred.passive:
        return False
    if pred.complement is not None:
        noun = find_noun(pred.complement.words)
        if noun is not None and pred.complement.head.pos in NOUNS:
            pred.row = noun[0]
            pred.nominal = True
            extend_trigger(pred, pred.complement.words[-1].end)
            pred.taken.extend(Taken("of", c, own=True) for c in pred.complement.of)
            pred.swallowed.add(pred.complement.index)
            return True
    return False
