"""Events named by nouns (an airstrike on, the invasion, Venezuelan involvement): which of them are stated."""

from __future__ import annotations

from casus.reading.en.clausing import Clauses
from casus.reading.en.matching import find_noun
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Pred, Taken
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
        ):
            above.absorbed = True
        if above is not None and above.row is None and above.lemma in _SHOWS:
            above.absorbed = True
    return found


_REGARDS = {"regard", "treat", "consider", "view", "see", "answer", "meet"}
_SHOWS = frozenset(["suggest", "indicate", "show", "point", "prove", "imply"])


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
            if found is None:
                out.extend(self._of(chunk, pred))
                continue
            effect = self._effect(taken.mark, pred)
            if self._complement(chunk, taken, pred):
                event = self._make(chunk, found, pred, "that")
                event.taken = [t for t in event.taken if t.mark != "subject" or t.chunk.index == chunk.index]
                event.noun = None
                if pred.row is None:
                    pred.absorbed = True
                out.append(event)
                continue
            if effect in _GOVERNS and self._presupposed(found[0], pred):
                if self._marked(chunk):
                    out.append(self._aside(self._make(chunk, found, pred, taken.mark), pred))
                continue
            anyhow = (
                chunk.words[0].text.lower() == "any"
                and pred.group.modal in {"will", "would", "shall"}
                and (taken.mark in {"to", "in response to"} or (taken.mark == "object" and pred.lemma in _REGARDS))
            )
            if effect in _GOVERNS or anyhow or self._told(chunk, taken, pred, found):
                event = self._make(chunk, found, pred, taken.mark)
                event.noun = self._about(taken, pred)
                if (
                    chunk.words[0].text.lower() == "any"
                    and taken.mark in {"to", "in response to", "against", "object"}
                    and pred.group.modal
                ):
                    event.coloured = "conditional"
                out.append(event)
        return out

    def subject(self, pred: Pred) -> list[Pred]:
        """An event as the subject: of what is possible or likely, or of what takes place."""
        chunk = pred.subject
        if chunk is None or chunk.words[0].start in self.seen or self._told_by_clause(chunk):
            return []
        found = self._noun(chunk)
        if found is None:
            return self._of(chunk, pred)
        coloured = self._predicate_effect(pred)
        goes_on = pred.row is not None and pred.row.concept.name == "continue"
        if pred.lemma == "take" and [t.chunk.text for t in pred.objects()] == ["place"]:
            pred.taken = [t for t in pred.taken if t.mark != "object"]
            pred.row = None
        happens = (
            pred.row is None and not pred.group.copula and pred.link != "speaker" and not pred.objects()
        ) or goes_on
        agents = [t for t in pred.taken if t.mark == "by" and chunk.index < t.chunk.index < pred.index]
        if chunk.words[0].text.lower() == "any" and pred.group.modal in {"will", "would", "could", "may"}:
            coloured = "conditional"
            event = self._make(chunk, found, pred, "subject")
            event.coloured = coloured
            return [event]
        if coloured is None and not happens and not agents and not (self._marked(chunk) and pred.link != "speaker"):
            return []
        event = self._make(chunk, found, pred, "subject")
        if pred.passive and self._presupposed(found[0], pred):
            return [self._aside(event, pred)]
        if agents:
            pred.taken = [t for t in pred.taken if t not in agents]
        if coloured is not None or happens:
            pred.absorbed = True
            event.parent = pred.parent if pred.link in {"comp", "inf", "ing"} else None
            event.mark = "that" if pred.link == "comp" else event.mark
            if pred.link == "cond":
                coloured = coloured or "conditional"
            event.group = pred.group
            event.taken.extend(t for t in pred.taken)
            event.quoted, event.segment = pred.quoted, pred.segment
            event.negated = pred.group.negative or pred.negated
            event.noun = pred.noun
            event.coloured = coloured
        return [event]

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
        rejects = pred.row is not None and pred.row.concept.type == "REJECT" and pred.row.concept.content != "denied"
        return rejects and row.concept.content is not None

    def _aside(self, event: Pred, pred: Pred) -> Pred:
        """Put an event beside the clause it is mentioned in: under what stands over that clause, not under its verb."""
        event.parent = pred.parent if pred.link in {"comp", "inf", "ing"} else None
        event.mark = "that" if pred.link == "comp" else event.mark
        event.noun = None
        return event

    def _told_by_clause(self, chunk: Chunk) -> bool:
        """Says a clause on the noun what it does (shots fired overnight)?"""
        return any(
            p.noun is chunk and p.link == "rel" and p.row is not None and p.row.concept.type is not None
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
        return (
            pred.lemma in {"call", "label", "brand", "term", "deem", "consider", "name", "declare"}
            and taken.mark == "object"
            and len(objects) > 1
            and objects[-1].chunk is chunk
        )

    def _noun(self, chunk: Chunk) -> tuple[Predicate, int] | None:
        name = chunk.head.text[0].isupper() and chunk.index > 0 and len(chunk.words) > 1
        if chunk.head.pos not in {"noun", "propn"} or chunk.used or name or _body(chunk):
            return None
        return find_noun(chunk.words)

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
        return any(f.entry.kind in {"state", "org", "group", "capital"} for f in names)

    def _make(self, chunk: Chunk, found: tuple[Predicate, int], pred: Pred, mark: str) -> Pred:
        row, first = found
        words = chunk.words
        self.seen.add(words[0].start)
        group = Group(words, "noun", words[-1])
        event = Pred(self.number, group, words[-1].lemma, chunk.index, link="np", mark=mark, parent=pred)
        self.number += 1
        event.row = row
        event.start, event.end = words[first].start, words[-1].end
        event.nominal, event.quoted, event.segment = True, pred.quoted, pred.segment
        event.negated = words[0].text.lower() == "no"
        event.group.past = pred.group.past
        self._modifiers(event, chunk, first)
        self._after(event, chunk, pred)
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
            if names:
                event.taken.append(Taken("subject", Chunk("np", before, index=chunk.index)))
        event.taken.extend(Taken("of", c) for c in chunk.of if c.kind == "np")

    def _after(self, event: Pred, chunk: Chunk, pred: Pred) -> None:
        """What stands after the noun with a preposition is its own (an ambush by troops near a hill)."""
        for taken in pred.taken:
            if taken.chunk.index > chunk.index and taken.mark != "object":
                event.taken.append(taken)


def _body(chunk: Chunk) -> bool:
    """Are the last words together somebody's name (the armed forces), no event?"""
    names = names_in(" ".join(w.text for w in chunk.words[-3:]))
    last = names[-1] if names else None
    words = " ".join(w.text for w in chunk.words[-3:])
    return (
        last is not None
        and last.entry.kind == "role"
        and last.span[1] == len(words)
        and " " in words[slice(*last.span)]
    )
