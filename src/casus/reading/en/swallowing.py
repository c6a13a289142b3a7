"""Making the words of an English row part of its trigger, and what stands around them its arguments."""

from __future__ import annotations

from casus.reading.en.matching import Match, find_noun
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.senses import craft
from casus.reading.lexicon import Predicate
from casus.reading.places import place_words
from casus.reading.tokens import Token

LONGEST_TRIGGER = 60


def _leave_infinitive(match: Match, words: list[Token]) -> None:
    """Leave the ``to`` of an infinitive, and a ``not`` before it, out of a row's words."""
    if match.taken and words[max(match.taken)].tag == "TO0":
        match.taken.remove(max(match.taken))
        match.taken = [i for i in match.taken if words[i].tag != "XX0"]
        match.open_end = False


def swallow(pred: Pred, match: Match, words: list[Token]) -> None:
    """Make a row's words part of the trigger; what follows its last preposition becomes the object."""
    _leave_infinitive(match, words)
    if match.by_subject:
        _take_subject(pred, match, words)
    if not match.taken or match.by_subject:
        return
    starts = {words[i].start for i in match.taken}
    if any(_supposed(t.chunk, starts) for t in pred.taken):
        return
    phrases = [c for t in pred.taken for c in (t.chunk, *t.chunk.of)]
    content = next((c for c in phrases if c.kind == "np" and _asked_for(c, starts, match.row)), None)
    if content is not None:
        pred.content = content.index
        extend_trigger(
            pred, max((words[i].end for i in match.taken if words[i].end <= content.start), default=pred.end)
        )
        return
    last = words[max(match.taken)]
    if pred.complement is not None and pred.complement.head.start in starts:
        pred.taken.extend(Taken("of", c, own=True) for c in pred.complement.of if c.kind == "np")
    before = pred.taken
    kept: list[Taken] = []
    for taken in pred.taken:
        if any(taken.chunk.words[0].start <= s < taken.chunk.words[-1].end for s in starts):
            kept.extend(_inside(pred, taken, match, starts))
        else:
            kept.append(taken)
    pred.taken = kept
    if match.open_end and not match.gap:
        _as_object(pred, last)
    _towards(pred, match, last)
    phrase = next((t.chunk for t in before if t.chunk.words[0].start <= last.start < t.chunk.words[-1].end), None)
    extend_trigger(pred, last.end if phrase is None else phrase.words[-1].end)


def _take_subject(pred: Pred, match: Match, words: list[Token]) -> None:
    """Make a passive's subject that is the noun of a row part of it: what it is of, or whose, is acted on."""
    chunk = pred.subject
    starts = {words[i].start for i in match.taken}
    if chunk is None or not pred.passive or chunk.head.start not in starts:
        return
    marks = {mark for mark, role in match.row.roles if role == "recipient" and mark != "object"}
    other = any(t.mark.rpartition(" ")[2] in marks for t in pred.taken)
    if other and not _people(chunk):
        pred.subject, pred.flat_passive = None, False


def _towards(pred: Pred, match: Match, last: Token) -> None:
    """Make what follows a phrase's last preposition the object where it has no other (threw its weight behind)."""
    mark = last.text.lower()
    roles = dict(match.row.roles)
    if not match.gap or match.row.roles == () or mark in roles or roles.get("object") != "recipient" or pred.objects():
        return
    _as_object(pred, last)


def _as_object(pred: Pred, preposition: Token) -> None:
    """Make what follows a preposition the object."""
    for n, taken in enumerate(pred.taken):
        after = taken.chunk.words[0].start > preposition.start
        if after and taken.mark.split()[-1:] == [preposition.text.lower()]:
            pred.taken[n] = Taken("object", taken.chunk, taken.own)
            return


def _supposed(chunk: Chunk, starts: set[int]) -> bool:
    """Is it an event that is only supposed (respond to any further violation), and so a statement of its own?"""
    inside = any(chunk.words[0].start <= s < chunk.words[-1].end for s in starts)
    return inside and chunk.words[0].text.lower() == "any" and find_noun(chunk.words) is not None


_ASKS = frozenset({"requested", "demanded", "threatened", "ordered"})


def _asked_for(chunk: Chunk, starts: set[int], row: Predicate) -> bool:
    """Is it the event a demand or threat is about (called for restraint), and so a statement of its own?"""
    inside = any(chunk.words[0].start <= s < chunk.words[-1].end for s in starts)
    found = find_noun(chunk.words) if inside and row.concept.content in _ASKS else None
    return (
        found is not None and found[0].concept.name != row.concept.name and found[0].concept.kind in {"event", "state"}
    )


def _inside(pred: Pred, taken: Taken, match: Match, starts: set[int]) -> list[Taken]:
    """What stays an argument of a noun phrase that is part of the trigger."""
    chunk = taken.chunk
    whole = _people(chunk) or (("object", "recipient") in match.row.roles and craft(chunk))
    whole = whole or (match.gap and match.row.concept.name in _OF_PERSONS)
    if taken.mark == "object" and whole and (not match.gap or _done_to(chunk, match, starts)):
        return [taken]
    if _named_for(taken, match):
        return [taken]
    pred.swallowed.add(chunk.index)
    kept: list[Taken] = []
    if chunk.of and chunk.words[-1].start in starts and chunk.head.lemma not in place_words("en"):
        kept.append(Taken("object" if match.open_end else "of", chunk.of[0], taken.own))
    if match.gap and not match.open_end:
        kept.append(Taken("owner", chunk, taken.own))
    named = match.generic and chunk.head.pos == "propn"
    if named or (chunk.head.lemma in place_words("en") and chunk.head.lemma != "ground"):
        kept.append(Taken("place", chunk, taken.own))
    return kept


_OF_PERSONS = frozenset({"rescue", "release", "arrest", "detain", "take_prisoner", "hostage", "access", "deport"})
_DONE_TO = frozenset({"ACCUSE", "AID", "COERCE", "RETREAT", "SANCTION"})


def _named_for(taken: Taken, match: Match) -> bool:
    """Is a phrase with a preposition that a row takes up somebody it is done to (handed over to a tribunal)?"""
    mark = taken.mark.rpartition(" ")[2]
    named = names_in(" ".join(w.text for w in taken.chunk.words))
    return mark != "object" and (mark, "recipient") in match.row.roles and bool(named)


def _done_to(chunk: Chunk, match: Match, starts: set[int]) -> bool:
    """Is a row's own last noun whom the act is done to (freed six prisoners; expelled two diplomats)?"""
    concept = match.row.concept
    acts_on = ("object", "recipient") in concept.roles and concept.type in _DONE_TO
    return acts_on and concept.name not in {"recall_ambassador", "withdraw_mission"} and chunk.head.start in starts


def _people(chunk: Chunk) -> bool:
    """Are they persons, so that they stay the object of what is done to them (bars journalists)?"""
    return any(f.entry.kind == "role" and f.entry.id != "MIL" for f in names_in(chunk.head.text))


def extend_trigger(pred: Pred, end: int) -> None:
    """Let a trigger end further on, where it does not become too long."""
    if end > pred.end and end - pred.start <= LONGEST_TRIGGER:
        pred.end = end
