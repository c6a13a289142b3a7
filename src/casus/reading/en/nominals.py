"""Events named by nouns (an airstrike on, the invasion, Venezuelan involvement): which of them are stated."""

from __future__ import annotations

from casus.reading.en.absorbing import fears
from casus.reading.en.action_nouns import is_body, verbal_noun
from casus.reading.en.clausing import Clauses
from casus.reading.en.matching import counted, find_noun, find_noun_of
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.told_events import (
    CHARGES,
    by_owner,
    given_out,
    known,
    lasts,
    not_to_come,
    owns_up,
    reported,
    stopped_by,
    tells_of,
)
from casus.reading.en.turned import of_workers
from casus.reading.en.words import governor
from casus.reading.lexicon import Predicate

_GOVERNS = {
    "denied", "demanded", "requested", "threatened", "intended", "expected", "forecast", "possible", "ordered",
    "authorised", "agreed", "conditional",
}  # fmt: skip
_EVENT_PREPS = {
    "after", "following", "during", "in", "amid", "since", "before", "despite", "by", "for", "from", "to",
}  # fmt: skip
_CASUALTY_ROWS = {"killed", "wounded"}
_BEGINS = frozenset({"begin", "start", "erupt", "resume", "continue", "occur", "happen", "follow", "break", "rage"})
_NEAR = 40


def find_nominals(clauses: Clauses) -> list[Pred]:
    """Give the nominal events of a sentence that are stated, each under the predicate that governs it."""
    found: list[Pred] = []
    finder = _Finder(clauses, len(clauses.preds))
    for pred in list(clauses.preds):
        for taken in list(pred.taken):
            if not taken.mark.startswith("date") and taken.chunk.kind == "np":
                found.extend(finder.under(taken, pred))
        if pred.subject is not None and pred.subject_own:
            found.extend(finder.subject(pred))
        found.extend(finder.owned(pred))
        if pred.complement is not None and pred.complement.index not in pred.swallowed:
            found.extend(finder.complement(pred))
    for event in found:
        above = event.parent
        if (
            above is not None
            and event.link == "np"
            and event.mark == "object"
            and above.row is not None
            and above.row.concept.colours
            and not fears(above)
        ):
            above.absorbed = True
        seen = event.noun is not None and above is not None and above.lemma in {"see", "have", "find"}
        if above is not None and above.row is None and (above.lemma in _SHOWS or seen):
            above.absorbed = True
    return found


_WANTS = frozenset({"want", "plan", "prepare", "contemplate", "launch", "consider"})
"""Verbs whose subject is to do what their object names (wanted no confrontation; plans a blockade)."""
_REGARDS = {"regard", "treat", "consider", "view", "see", "answer", "meet"}
_SHOWS = frozenset(["suggest", "indicate", "show", "point", "prove", "imply"])


def _whatever_comes(chunk: Chunk, mark: str, pred: Pred) -> bool:
    """Is it what may come and will be answered (will respond to any attack)?"""
    any_ = chunk.words[0].text.lower() == "any" and pred.group.modal in {"will", "would", "shall"}
    return any_ and (mark in {"to", "in response to"} or (mark == "object" and pred.lemma in _REGARDS))


class _Finder:
    def __init__(self, clauses: Clauses, number: int) -> None:
        self.clauses = clauses
        self.number = number
        self.seen: set[int] = set()

    def under(self, taken: Taken, pred: Pred) -> list[Pred]:
        """An event among the objects and prepositional phrases of a predicate."""
        out: list[Pred] = []
        for chunk in [taken.chunk, *taken.chunk.members]:
            if chunk.index in pred.swallowed or chunk.words[0].start in self.seen or self._told_by_clause(chunk):
                continue
            found = self._noun(chunk)
            if found is None or (found[0].concept.colours and chunk.of):
                out.extend(self._of(chunk, pred))
                continue
            event = self._event(chunk, found, taken, pred)
            if event is not None:
                out.append(event)
        return out

    def _event(self, chunk: Chunk, found: tuple[Predicate, int], taken: Taken, pred: Pred) -> Pred | None:
        """The event a noun phrase of a predicate names, where it is stated."""
        effect = self._effect(taken.mark, pred)
        if self._complement(chunk, taken, pred):
            return self._called(chunk, found, pred)
        if effect in _GOVERNS and self._presupposed(found[0], pred):
            whose = self._marked(chunk) or self._by_somebody(chunk)
            return self._aside(self._make(chunk, found, pred, taken.mark), pred) if whose else None
        if known(chunk) and not_to_come(effect, found[0].concept):
            return None
        charged = effect == "claim" and taken.mark in CHARGES and tells_of(pred, taken.mark)
        told = charged or reported(taken.mark, chunk, pred, found[0].concept, effect)
        owned = owns_up(taken.mark, pred)
        told = told or owned or _whatever_comes(chunk, taken.mark, pred)
        if effect not in _GOVERNS and not told and not self._told(chunk, taken, pred, found):
            return None
        event = self._make(chunk, found, pred, taken.mark)
        event.noun = self._about(taken, pred)
        if charged:
            self._accused(event, pred)
        wants = pred.lemma in _WANTS and taken.mark == "object" and taken.chunk is chunk
        if wants and pred.subject is not None and not any(t.mark in {"by", "subject"} for t in event.taken):
            event.taken.append(Taken("subject", pred.subject, own=pred.subject_own))
        if owned and (pred.group.negative or pred.negated):
            return self._aside(event, pred)
        supposed = chunk.words[0].text.lower() == "any" and pred.group.modal
        if supposed and taken.mark in {"to", "in response to", "against", "object"}:
            event.coloured = "conditional"
        return event

    def owned(self, pred: Pred) -> list[Pred]:
        """The deed somebody claims as his own, where it belongs to the words of the claim (claimed the attack)."""
        out: list[Pred] = []
        for chunk in [self.clauses.chunks[n] for n in sorted(pred.swallowed)] if owns_up("object", pred) else []:
            if chunk.kind == "np" and (found := find_noun(chunk.words)) is not None and chunk.start > pred.group.end:
                event = self._make(chunk, found, pred, "object")
                pred.end = pred.group.end
                out.append(self._aside(event, pred) if pred.group.negative or pred.negated else event)
        return out

    def _called(self, chunk: Chunk, found: tuple[Predicate, int], pred: Pred) -> Pred:
        """What somebody calls something (calls it a flagrant violation)."""
        event = self._make(chunk, found, pred, "that")
        event.taken = [t for t in event.taken if t.mark != "subject" or t.chunk.index == chunk.index]
        event.noun = None
        pred.absorbed = pred.absorbed or pred.row is None
        return event

    def _accused(self, event: Pred, pred: Pred) -> None:
        """Give an event that somebody is charged with the accused as its doer, unless another is named."""
        accused = [t.chunk for t in pred.objects()] or ([pred.subject] if pred.passive and pred.subject else [])
        if pred.row is None:
            pred.absorbed = True
        elif accused and not any(t.mark in {"by", "subject"} for t in event.taken):
            event.taken.append(Taken("subject", accused[-1], own=False))

    def subject(self, pred: Pred) -> list[Pred]:
        """An event as the subject: of what is possible or likely, or of what takes place."""
        chunk = counted(pred.subject) if pred.subject is not None else None
        if chunk is None or chunk.words[0].start in self.seen or self._told_by_clause(chunk):
            return []
        found = self._noun(chunk)
        if found is None or found[0].concept.name == "hold_office":
            return self._of(chunk, pred) if found is None else []
        coloured = self._predicate_effect(pred)
        goes_on = lasts(pred)
        if pred.lemma == "take" and [t.chunk.text for t in pred.objects()] == ["place"]:
            pred.taken = [t for t in pred.taken if t.mark != "object"]
            pred.row = None
        bare = pred.row is None and not pred.group.copula and pred.link != "speaker" and not pred.objects()
        happens = bare or goes_on or given_out(pred, found[0].concept)
        agents = [t for t in pred.taken if t.mark == "by" and chunk.index < t.chunk.index < pred.index]
        if chunk.words[0].text.lower() == "any" and pred.group.modal in {"will", "would", "could", "may"}:
            event = self._make(chunk, found, pred, "subject")
            event.coloured = "conditional"
            return [event]
        if not agents and coloured is None and self._asked_for(found[0], pred):
            return [self._make(chunk, found, pred, "subject")]
        if coloured is None and not happens and not agents and not (self._marked(chunk) and pred.link != "speaker"):
            return []
        event = self._make(chunk, found, pred, "subject")
        if pred.passive and self._presupposed(found[0], pred):
            return [self._aside(event, pred)]
        if agents:
            pred.taken = [t for t in pred.taken if t not in agents]
        if coloured is not None or happens:
            self._instead(event, pred, coloured)
        return [event]

    def _asked_for(self, row: Predicate, pred: Pred) -> bool:
        """Is the event what is ordered, planned or demanded (an evacuation was ordered)?"""
        content = pred.row.concept.content if pred.row is not None and pred.passive else None
        asked = content in _GOVERNS and (content not in {"possible", "denied"} or pred.lemma == "consider")
        return asked and not self._presupposed(row, pred)

    def _instead(self, event: Pred, pred: Pred, coloured: str | None) -> None:
        """Put an event that takes place, or is possible, in the place of the clause that says so."""
        pred.absorbed = True
        event.parent = pred.parent if pred.link in {"comp", "inf", "ing"} else None
        event.mark = "that" if pred.link == "comp" else event.mark
        event.group = pred.group
        event.taken.extend(t for t in pred.taken)
        event.quoted, event.segment = pred.quoted, pred.segment
        event.negated = pred.group.negative or pred.negated
        event.noun = pred.noun
        begins = pred.lemma in _BEGINS or (pred.row is not None and pred.row.concept.name == "in_force")
        if begins and pred.end - event.start <= _NEAR:
            event.end = pred.end
        event.coloured = coloured or ("conditional" if pred.link == "cond" else None)

    def complement(self, pred: Pred) -> list[Pred]:
        """An event that there was, or is (there were clashes; it was an ambush)."""
        chunk = pred.complement
        if chunk is None:
            return []
        there = pred.subject is not None and pred.subject.text == "there"
        found = self._noun(chunk)
        if found is None:
            return self._of(chunk, pred)
        if not there:
            return []
        event = self._make(chunk, found, pred, "subject")
        pred.absorbed = True
        event.parent, event.group = pred.parent, pred.group
        event.taken.extend(pred.taken)
        event.negated = pred.group.negative or chunk.words[0].text.lower() == "no"
        return [event]

    def _presupposed(self, row: Predicate, pred: Pred) -> bool:
        """Is it what somebody said before, and is now rejected (rejected the proposal): no content of the rejection?"""
        if pred.row is None or pred.row.concept.content == "denied":
            return False
        if pred.lemma == "accept":
            return row.concept.content is not None
        answers = pred.lemma in {"reject", "dismiss", "ignore", "rebuff"}
        speaks = row.concept.content is not None or (answers and row.concept.type in {"PROTEST", "ACCUSE"})
        return pred.row.concept.type == "REJECT" and speaks

    def _aside(self, event: Pred, pred: Pred) -> Pred:
        """Put an event beside the clause it is mentioned in: under what stands over that clause, not under its verb."""
        event.parent = pred.parent if pred.link in {"comp", "inf", "ing"} else None
        event.mark = "that" if pred.link == "comp" else event.mark
        event.noun = None
        return event

    def _told_by_clause(self, chunk: Chunk) -> bool:
        """Says a clause on the noun what it does (shots fired overnight)?"""
        return any(
            (p.noun is chunk and p.link == "rel" and p.row is not None and p.row.concept.type is not None)
            or (p.subject is chunk and p.link == "inf" and p.passive)
            for p in self.clauses.preds
        )

    def _of(self, chunk: Chunk, pred: Pred) -> list[Pred]:
        """An event a noun of risk, evidence or threat is about (the risk of an invasion)."""
        made = governor(chunk.head.lemma, "noun", "of")
        if made is None or not chunk.of:
            return []
        out = []
        for inner in chunk.of:
            if (
                inner.kind == "np"
                and (found := self._noun(inner)) is not None
                and inner.words[0].start not in self.seen
            ):
                event = self._make(inner, found, pred, "of")
                event.noun = chunk
                out.append(event)
        return out

    def _about(self, taken: Taken, pred: Pred) -> Chunk | None:
        """The noun before that the event is about (no information about an incursion)."""
        if taken.mark not in {"of", "about", "on", "for", "against"}:
            return None
        before = [t.chunk for t in pred.taken if t.mark == "object" and t.chunk.index < taken.chunk.index]
        noun = before[-1] if before else pred.complement
        if noun is None or not 0 < taken.chunk.index - noun.index <= 2:
            return None
        return noun if governor(noun.head.lemma, "noun", "that") is not None else None

    def _complement(self, chunk: Chunk, taken: Taken, pred: Pred) -> bool:
        """Is it what somebody calls something (calls it a flagrant violation)?"""
        objects = pred.objects()
        if pred.mark == "what" and pred.lemma in {"call", "label", "term", "describe"}:
            return taken.mark in {"object", "as"}
        return (
            pred.lemma in {"call", "label", "brand", "term", "deem", "consider", "name", "declare"}
            and taken.mark == "object"
            and len(objects) > 1
            and objects[-1].chunk is chunk
        )

    def _noun(self, chunk: Chunk) -> tuple[Predicate, int] | None:
        name = chunk.head.text[0].isupper() and chunk.index > 0 and len(chunk.words) > 1
        if chunk.head.pos not in {"noun", "propn"} or chunk.used or name or is_body(chunk):
            return None
        found = find_noun(chunk.words) or (find_noun_of(chunk.words, chunk.of[0].words) if chunk.of else None)
        if found is not None and chunk.head.text.lower().endswith("ing"):
            return found
        verbal = verbal_noun(chunk)
        same = found is not None and verbal is not None and found[0].concept.type == verbal[0].concept.type
        return found if same else verbal or found

    def _effect(self, mark: str, pred: Pred) -> str | None:
        content = "np" if mark == "object" else mark
        made = governor(pred.lemma, "verb", content)
        if made is not None and content in made.content.split(","):
            return made.effect
        concept = pred.row.concept if pred.row is not None else None
        if concept is not None and concept.content is not None and mark in {"object", "for", "of", "to", "on"}:
            return concept.content
        return None

    def _predicate_effect(self, pred: Pred) -> str | None:
        if pred.adjective is None:
            return None
        made = governor(pred.adjective.words[-1].text.lower(), "predicate", "")
        return made.effect + (" not" if made.negative else "") if made is not None else None

    def _told(self, chunk: Chunk, taken: Taken, pred: Pred, found: tuple[Predicate, int]) -> bool:
        """Is an event in a phrase told of rather than alluded to?"""
        if self._marked(chunk) and found[0].concept.type is not None:
            return taken.mark != "object" or pred.row is None
        first = chunk.words[0]
        new = first.text.lower() in {"a", "an", "another", "several", "two", "three", "heavy"} or first.pos in {
            "noun",
            "adj",
            "num",
        }
        casualty = pred.row is not None and pred.row.concept.mode in _CASUALTY_ROWS
        if stopped_by(taken.mark, pred, found[0].concept):
            return new
        return (
            new
            and taken.mark.split()[-1] in _EVENT_PREPS
            and (casualty or pred.headline or taken.mark in {"after", "following", "during"})
        )

    def _marked(self, chunk: Chunk) -> bool:
        """Is who acts or suffers written with it (the Turkish bombardment, an ambush by rebels)?"""
        before = chunk.words[:-1]
        if not before and not chunk.of:
            return False
        text = " ".join(w.text for w in before)
        names = names_in(text)
        owned = any(w.tag == "POS" for w in before)
        return any(f.entry.kind in {"state", "org", "group", "capital"} or owned for f in names)

    def _by_somebody(self, chunk: Chunk) -> bool:
        """Is who made it written after it (a protest by Australia, an offer from Qatar)?"""
        after = self.clauses.chunks[chunk.index + 1 : chunk.index + 3]
        by = len(after) == 2 and after[0].text in {"by", "from"}
        return by and bool(names_in(" ".join(w.text for w in after[1].words)))

    def _make(self, chunk: Chunk, found: tuple[Predicate, int], pred: Pred, mark: str) -> Pred:
        row, first = found
        words = chunk.words
        self.seen.add(words[0].start)
        group = Group(words, "noun", words[-1])
        event = Pred(self.number, group, words[-1].lemma, chunk.index, link="np", mark=mark, parent=pred)
        self.number += 1
        event.row = row
        event.start, event.end = words[first].start, words[-1].end
        whole = find_noun(words) is None and bool(chunk.of) and row.pos == "n" and " of " in row.text
        if whole:
            event.end = chunk.of[0].words[-1].end
        event.nominal, event.quoted, event.segment = True, pred.quoted, pred.segment
        event.negated = words[0].text.lower() == "no"
        event.group.past = pred.group.past
        self._modifiers(event, chunk, first)
        self._after(event, chunk, pred)
        event.row = of_workers(event, row)
        return event

    def _modifiers(self, event: Pred, chunk: Chunk, first: int) -> None:
        """Who is written before the noun acts; who is written with ``of`` is acted on, where anybody can be."""
        before = [
            w
            for w in chunk.words[:first]
            if w.pos in {"noun", "propn", "adj", "adnoun"} and w.tag not in {"AT0", "DT0"}
        ]
        if before and before[-1].tag != "POS":
            names = names_in(" ".join(w.text for w in before))
            only_describes = before[-1].tag == "AJ0" and all(f.entry.kind == "role" for f in names)
            if names and not only_describes:
                event.taken.append(Taken("subject", Chunk("np", before, index=chunk.index)))
            elif before[0].tag == "DPS":
                mark = "subject" if by_owner(event) else "of"
                event.taken.append(Taken(mark, Chunk("np", before[:1], index=chunk.index)))
        named = 1 if event.end > chunk.words[-1].end else 0
        event.taken.extend(Taken("of", c) for c in chunk.of[named:] if c.kind == "np")

    def _after(self, event: Pred, chunk: Chunk, pred: Pred) -> None:
        """What stands after the noun with a preposition is its own (an ambush by troops near a hill)."""
        for taken in pred.taken:
            parallel = taken.mark == event.mark and taken.mark in CHARGES and find_noun(taken.chunk.words) is not None
            if taken.chunk.index > chunk.index and taken.mark != "object" and not parallel:
                event.taken.append(taken)
