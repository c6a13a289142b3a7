"""The English pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

from datetime import date
from functools import cache

from casus.reading.clauses import Argument, Clause, DateSpan, Operator, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.en import dates
from casus.reading.en.clausing import Clauses, Pred, Taken
from casus.reading.en.joining import join
from casus.reading.en.matching import find_noun
from casus.reading.en.names import english_names
from casus.reading.en.nominals import find_nominals
from casus.reading.en.operators import Operators, is_instrument
from casus.reading.en.parties import EnglishResolver
from casus.reading.en.phrases import Chunk, chunks
from casus.reading.en.places import EnglishPlaces
from casus.reading.en.quotes import inside_quote, later_speaker
from casus.reading.en.rows import settle
from casus.reading.en.sides import same_side
from casus.reading.en.tokenizer import tokens
from casus.reading.en.words import governor, listed
from casus.reading.gazetteer import Gazetteer
from casus.reading.lexicon import Predicate
from casus.records import Span
from casus.vocabulary.concepts import Slot

_SLOTS: dict[str, tuple[Slot, ...]] = {
    "subject": ("subject",),
    "object": ("object", "target"),
    "by": ("subject",),
    "to": ("target", "goal"),
    "into": ("goal",),
    "in": ("goal",),
    "inside": ("goal",),
    "onto": ("goal",),
    "at": ("target", "goal"),
    "on": ("target", "goal"),
    "upon": ("target",),
    "against": ("target",),
    "towards": ("target", "goal"),
    "toward": ("target", "goal"),
    "with": ("partner",),
    "from": ("origin",),
    "of": ("object", "target"),
    "for": (),
}
_PLACES = frozenset(
    "in at on near over off inside outside into onto along around across above below beyond behind between through within under by to towards toward "
    "north south east west of from beneath throughout opposite past".split()
)
_EMPTY = frozenset({"be", "have", "do", "go", "come", "get", "say", "tell", "happen", "make", "seem", "appear", "include", "mean", "need", "follow", "know", "like", "cite", "quote"})


@cache
def load() -> EnglishPack:
    """Give the pack."""
    tokens("Ready.", (0, 6))
    return EnglishPack()


class EnglishPack:
    """English: clauses and dates."""

    language = "en"

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of a sentence."""
        a, b = sentence
        return dates.find(text[a:b], anchor, a)

    def resolver(self, text: str, on: date | None) -> EnglishResolver:
        """Give what resolves the parties of one text."""
        return EnglishResolver(text, on)

    def places(self, text: str, gazetteer: Gazetteer) -> EnglishPlaces:
        """Give what finds the places of one text."""
        return EnglishPlaces(text, "en", gazetteer)

    def parse(self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False) -> ParsedSentence:
        """Give the clauses of one sentence."""
        words = tokens(text, dates.after_dateline(text, sentence))
        parts = join(chunks(words, tuple(f.span for f in found)))
        clauses = Clauses(parts, headline=headline, quoted=inside_quote(text, sentence[0]))
        if inside_quote(text, sentence[1]):
            clauses.later_speaker = later_speaker(text, sentence[1])
        settle(clauses, words)
        nominals = find_nominals(clauses, words)
        return _Assembly(text, sentence, clauses, nominals).sentence()


class _Assembly:
    """Turns the predicates of one sentence into clauses."""

    def __init__(self, text: str, span: Span, clauses: Clauses, nominals: list[Pred]) -> None:
        self.text = text
        self.span = span
        self.clauses = clauses
        self.operators = Operators(clauses, lambda a, b: same_side(text, a.span, b.span))
        self.units = sorted((p for p in [*clauses.preds, *nominals] if not p.absorbed and self._stated(p)), key=lambda p: p.start)
        self.number = {id(p): i for i, p in enumerate(self.units)}

    def sentence(self) -> ParsedSentence:
        made = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, made, self._speakers())

    def _stated(self, pred: Pred) -> bool:
        """Is it something stated, not a mere verb of saying or of grammar?"""
        if pred.link == "np":
            return True
        if pred.lemma == "insist" and any(p.parent is pred and p.link == "comp" and not self.operators.asked(p) for p in self.clauses.preds):
            return False
        if self._imperative(pred):
            return False
        if pred.link == "speaker":
            return pred.row is not None and pred.lemma not in listed("report")
        report = pred.lemma in listed("report") and not pred.passive
        content = any(p.parent is pred and p.link in {"comp", "np"} for p in self.clauses.preds)
        if report and (pred.row is None or pred.row.text.lower() == pred.lemma) and pred.lemma not in _SPEECH_EVENTS:
            if pred.lemma == "tell" and any(p.parent is pred and p.link == "inf" for p in self.clauses.preds):
                return True
            return pred.row is not None and not content and bool(pred.objects()) and pred.lemma not in {"say", "tell", "report", "add"}
        if pred.row is not None:
            return not (pred.link == "rel" and pred.lemma in {"cite", "quote"})
        return self._open(pred)

    def _imperative(self, pred: Pred) -> bool:
        """Is it a bare verb without a subject at the beginning (Live:)?"""
        return pred.subject is None and pred.link == "main" and pred.group.form == "finite" and pred.group.head.tag == "VVB" and not pred.question

    def _open(self, pred: Pred) -> bool:
        """Is a predicate outside of the lexicon stated all the same?"""
        if pred.group.copula:
            told = pred.complement is not None or pred.adjective is not None or pred.group.negative
            there = pred.subject is not None and pred.subject.text in {"there", "it", "this", "that"}
            return told and not there and pred.link in {"main", "comp"}
        if pred.lemma in _EMPTY or pred.link in {"rel", "part", "en", "speaker"}:
            return False
        if pred.link in {"adv"} or (pred.link == "ing" and pred.mark not in {"ing", "of", "for", "from"}):
            return False
        if governor(pred.lemma, "verb", "that") is not None and any(p.parent is pred for p in self.clauses.preds):
            return False
        return True

    def _clause(self, pred: Pred) -> Clause:
        operators = self.operators.of(pred)
        row = pred.row
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=row,
            arguments=tuple(self._arguments(pred)),
            dates=tuple(self._dates(pred)),
            operators=operators,
            negative=self._negative(pred, operators),
            stative=pred.group.copula or pred.group.progressive,
            past=pred.group.past,
            nominal=pred.link == "np",
            finite=pred.group.form == "finite" and not pred.group.past,
            speech=row is not None and row.concept.content is not None,
            content_of=self._number_of(pred, {"comp", "inf", "ing", "np"}),
            trigger_of=self._number_of(pred, {"cond"}),
            rules=() if row is None else (f"en.predicate:{row.concept.name}",),
        )

    def _negative(self, pred: Pred, operators: tuple[Operator, ...]) -> bool:
        """Is the clause negative: by its own word, or by what it directly stands under (without, fail to)?"""
        own = (pred.group.negative or pred.negated) if pred.link != "np" else pred.negated
        for op in operators:
            if op.effect != "none":
                break
            if op.negative:
                return not own
        return own

    def _number_of(self, pred: Pred, links: set[str]) -> int | None:
        if pred.link not in links or pred.parent is None:
            return None
        parent = pred.parent
        while parent.absorbed and parent.parent is not None:
            parent = parent.parent
        return self.number.get(id(parent))

    # arguments

    def _arguments(self, pred: Pred) -> list[Argument]:
        found: list[Argument] = []
        if pred.subject is not None and pred.link != "np":
            found.extend(self._subject(pred))
        found.extend(self._beside(pred))
        for taken in pred.taken:
            if taken.mark == "owner of duty":
                found.append(Argument("object", ("object", "target"), taken.chunk.phrase(), taken.own))
                continue
            if taken.mark.startswith("date") or taken.chunk.index in pred.swallowed and taken.mark not in {"owner", "of", "object"}:
                continue
            found.extend(self._argument(taken, pred))
        return found

    def _beside(self, pred: Pred) -> list[Argument]:
        """What those killed in an attack and the attack lend each other: its agent, its victims."""
        if pred.link == "np" and pred.parent is not None and _casualty(pred.parent) and pred.parent.subject is not None and pred.parent.passive:
            if not any(t.mark in {"of", "on", "against"} for t in pred.taken):
                return [Argument("of", ("object", "target"), pred.parent.subject.phrase(), own=False, shared=True)]
        later = next((p for p in self.clauses.preds if p.shares is pred and p.passive), None)
        if later is not None and pred.passive and not any(t.mark == "by" for t in pred.taken):
            return [Argument("by", ("subject",), t.chunk.phrase(), own=False, shared=True) for t in later.taken if t.mark == "by"]
        if _casualty(pred) and pred.passive:
            event = next((p for p in self.units if p.link == "np" and p.parent is pred), None)
            agent = next((t for t in event.taken if t.mark in {"subject", "by"}), None) if event is not None else None
            if agent is not None and not any(t.mark == "by" for t in pred.taken):
                return [Argument("by", ("subject",), agent.chunk.phrase(), own=False, shared=True)]
        return []

    def _subject(self, pred: Pred) -> list[Argument]:
        assert pred.subject is not None
        mark = "object" if pred.passive else "subject"
        phrase = pred.subject.phrase()
        if not pred.passive and pred.subject.members and pred.row is not None and pred.row.concept.roles_of("partner"):
            return [Argument(mark, _SLOTS[mark], phrase, pred.subject_own)]
        if pred.subject.words[0].text.lower() in {"there", "it"} and pred.group.copula:
            return []
        slots: tuple[Slot, ...] = ("object", "target") if pred.passive else ("subject",)
        return [Argument(mark, slots, phrase, pred.subject_own, shared=not pred.subject_own)]

    def _argument(self, taken: Taken, pred: Pred) -> list[Argument]:
        mark = taken.mark
        if mark == "object" and pred.row is not None and self._same_event(taken.chunk, pred.row):
            return []
        words = mark.split()
        own_roles = {m for m, _ in pred.row.roles} if pred.row is not None else set()
        if mark == "owner":
            return self._owner(taken.chunk, pred)
        key = mark if mark in own_roles or not words else next((w for w in (mark, words[0], words[-1]) if w in own_roles), words[-1] if words else mark)
        slots = self._slots(key, pred)
        if key == "by" and (taken.chunk.text in _MEANS or not (pred.passive or pred.link in {"rel", "np", "part"} or pred.flat_passive is False)):
            slots = ()
        if mark == "object" and pred.passive and pred.link != "np":
            slots = ("target",)
        out = [Argument(key, slots, taken.chunk.phrase(), taken.own)]
        if words and words[0] in _PLACES and key not in {"by"} and not self._fills_role(pred, key, slots):
            out.append(Argument("place", (), taken.chunk.phrase(), taken.own))
        return out

    def _same_event(self, chunk: Chunk, row: Predicate) -> bool:
        """Does an object only repeat what the verb says (fired no shots)?"""
        found = find_noun(chunk.words) if chunk.kind == "np" else None
        return found is not None and found[0].concept.name == row.concept.name

    def _slots(self, key: str, pred: Pred) -> tuple[Slot, ...]:
        """The slots a mark fills; an object is a goal too where nothing else is to be acted on (entered the town)."""
        slots = _SLOTS.get(key, ())
        concept = pred.row.concept if pred.row is not None else None
        if key == "object" and concept is not None and not any(concept.roles_of(s) for s in slots):
            return (*slots, "goal")
        if key == "by" and concept is not None and pred.row is not None and pred.row.pos == "adj":
            return ()
        return slots

    def _fills_role(self, pred: Pred, key: str, slots: tuple[Slot, ...]) -> bool:
        if pred.row is None:
            return False
        return bool(set(pred.row.parts(key, slots)) & {"place"}) or (key in {"by", "with"})

    def _owner(self, chunk: Chunk, pred: Pred) -> list[Argument]:  # noqa: ARG002
        """The possessor inside a row's words (violated Qatar's airspace, fell into rebel hands) as its object."""
        cut = next((i for i, w in enumerate(chunk.words) if w.tag in {"POS", "DPS"}), None)
        words = chunk.words[:-1]
        if cut is not None:
            words = chunk.words[:cut] if chunk.words[cut].tag == "POS" else chunk.words[cut : cut + 1]
        elif words:
            text = self.text[words[0].start : words[-1].end]
            names = english_names().scan(text)
            if not names:
                return []
            a = words[0].start
            span = (a + names[0].span[0], a + names[-1].span[1])
            return [Argument("object", _SLOTS["object"], Phrase(span, span), True)]
        if not words:
            return []
        span = (words[0].start, words[-1].end)
        return [Argument("object", _SLOTS["object"], Phrase(span, span), True)]

    # dates and speakers

    def _dates(self, pred: Pred) -> list[DateSpan]:
        own = [t.chunk.date for t in pred.taken if t.mark.startswith("date") and t.chunk.date is not None]
        found = [DateSpan(d, True) for d in own]
        found.extend(DateSpan(c.date, True) for t in pred.taken for c in t.chunk.of if c.kind == "date" and c.date is not None and t.mark in {"of"})
        if not found and pred.parent is not None and pred.link == "comp" and id(pred.parent) not in self.number:
            found.extend(DateSpan(t.chunk.date, True) for t in pred.parent.taken if t.mark.startswith("date") and t.chunk.date is not None)
        if not found and pred.subject is not None and is_instrument(pred.subject) and pred.group.past:
            found.extend(DateSpan(c.date, True) for c in pred.subject.of if c.kind == "date" and c.date is not None)
        if pred.shares is not None or pred.link in {"part", "rel", "np"}:
            above = pred.shares or pred.parent
            if above is not None:
                found.extend(DateSpan(t.chunk.date, False) for t in above.taken if t.mark.startswith("date") and t.chunk.date is not None and t.chunk.index < pred.index)
        return found

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = []
        for pred in self.clauses.preds:
            for op in self.operators.of(pred):
                if op.voice == "named" and op.speaker is not None and op.effect == "claim" and op.speaker not in found:
                    found.append(op.speaker)
        return tuple(found)


def _casualty(pred: Pred) -> bool:
    return pred.row is not None and pred.row.concept.mode in {"killed", "wounded"}


_MEANS = frozenset("sea air land road rail train night day force mistake accident phone video boat helicopter helicopters hand now then far itself".split())
_SPEECH_EVENTS = frozenset({"deny", "accuse", "warn", "threaten", "admit", "acknowledge", "confirm", "announce", "declare", "propose", "reject", "insist"})
