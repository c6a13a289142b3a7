"""The Russian pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from casus.reading.clauses import Argument, Clause, Operator, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.gazetteer import Gazetteer
from casus.reading.lexicon import Predicate
from casus.reading.ru import dates
from casus.reading.ru.arguments import ENTERS, arguments_of, dates_of
from casus.reading.ru.chunking import chunks_of
from casus.reading.ru.clausing import Clauses
from casus.reading.ru.dialogue import reporter, teller
from casus.reading.ru.joining import join
from casus.reading.ru.morphology import forms
from casus.reading.ru.names import RussianNames, russian_names
from casus.reading.ru.nominals import find_nominals
from casus.reading.ru.operators import Operators
from casus.reading.ru.parties import RussianResolver
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.places import RussianPlaces
from casus.reading.ru.preds import Pred
from casus.reading.ru.roles import settle
from casus.reading.ru.sources import is_state_name
from casus.reading.ru.stated import is_stated
from casus.reading.ru.tokenizer import words_of
from casus.reading.ru.whereabouts import label_places, place_before
from casus.records import Span

_AGENCY = re.compile(r"\s*[/(][А-ЯЁ][^/()\n]{1,40}[/)]\.?\s*(?:[—–-]\s*)?")
"""What is left of a dateline where a full stop parts it: /ТАСС/. Вооружённые силы…"""
_LABEL = re.compile(
    r"\s*(?:Читайте также|По теме|Подробнее|См\. также|Смотрите также|Материалы по теме|Ранее по теме|Справка"
    r"|Источник(?!\s*:\s*[а-яё]))\s*:\s*"
)
_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d\s+(?=[А-ЯЁ«])")
_DATELINE = re.compile(
    r"\s*[А-ЯЁ][А-ЯЁ -]{2,}(?:\s*\([^)]*\))?,?\s*(?:\d{1,2}\s+[а-я]+(?:\s+\d{4}\s+года)?)?\.?\s*[.—–/-]\s*"
    r"(?:[А-ЯЁ][\w-]+(?:-[\w]+)?\.?\s*[.—–/-]\s*)?"
)
_NOT_DONE = frozenset({
    "rebut", "reject", "oppose", "not_comply", "defy", "deny", "not_confirm", "no_comment", "reject_talks", "undecided",
    "doubt", "block", "censor", "bar_ambassador", "neutral", "apply", "incapable",
})  # fmt: skip
"""Concepts whose rows with не tell of what somebody did not do."""


def _taken(pred: Pred) -> Predicate | None:
    """Give a predicate's row; what is taken and is no place is somebody's, and a state taken is both."""
    row = pred.row
    if row is not None and row.concept.name in ENTERS:
        row = msgspec.structs.replace(row, roles=(*row.roles, ("ground", "recipient")))
    if row is None or row.concept.type not in {"ASSAULT", "COERCE"}:
        return row
    by_slot = "place" in row.concept.roles_of("object") and not any(mark == "acc" for mark, _ in row.roles)
    if not by_slot and ("acc", "place") not in row.roles:
        return row
    row = msgspec.structs.replace(row, roles=(*row.roles, ("acc", "place"))) if by_slot else row
    object_ = pred.subject if pred.passive else next((t.chunk for t in pred.taken if t.mark == "acc"), None)
    if object_ is None or object_ in pred.swallowed:
        return row
    others = tuple(pair for pair in row.roles if pair != ("acc", "place"))
    if is_state_name(object_):
        return msgspec.structs.replace(row, roles=(*row.roles, ("acc", "recipient")))
    marks = {t.mark for t in pred.taken} | {t.mark.rpartition("+")[2] for t in pred.taken}
    if any(part == "recipient" and mark in marks for mark, part in others):
        return row  # отняли у гарнизона солеварни: the garrison is whom it is done to
    thing = not is_place_word(object_.head.text) and not object_.head.capital and not object_.head.mark
    known = object_.form is not None and object_.form.known and object_.form.kind != "geo"
    return msgspec.structs.replace(row, roles=(("acc", "recipient"), *others)) if thing and known else row


def _standing(pred: Pred) -> Predicate | None:
    """Give a predicate's row; who or what stands or lies somewhere, and is no place, is the one that does."""
    row = _taken(pred)
    if (
        row is None
        or pred.subject is None
        or "place" not in row.concept.roles_of("subject")
        or row.concept.name not in {"located", "belong_to"}
    ):
        return row
    subject = pred.subject
    if is_place_word(subject.head.text) or (
        subject.form is not None and subject.form.kind == "geo" and not subject.head.mark
    ):
        return row
    return msgspec.structs.replace(row, roles=(("nom", "actor"), *((m, r) for m, r in row.roles if m != "nom")))


@cache
def load() -> RussianPack:
    """Give the pack.

    Raises MissingExtraError where the tagger is not installed.
    """
    forms("готово")
    return RussianPack()


class RussianPack:
    """Russian: clauses and dates."""

    language = "ru"

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of a sentence."""
        a, b = after_dateline(text, sentence)
        if anchor.published is not None:
            day = dates.dateline(text, a, anchor.published)
            anchor = msgspec.structs.replace(anchor, published=day)
        before = dates.named_before(text, a, anchor) if dates.PART_OF_DAY.search(text, a, b) else None
        return dates.find(text[a:b], anchor, a, before) or dates.find_then(text, (a, b), anchor)

    def resolver(self, text: str, on: date | None) -> RussianResolver:
        """Give what resolves the parties of one text."""
        return RussianResolver(text, on)

    def names(self) -> RussianNames:
        """Give what finds names by dictionary form."""
        return russian_names()

    def places(self, text: str, gazetteer: Gazetteer) -> RussianPlaces:
        """Give what finds the places of one text."""
        return RussianPlaces(text, "ru", gazetteer)

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence."""
        words = words_of(text, after_dateline(text, sentence))
        clauses = Clauses(chunks_of(words, tuple(f.span for f in found)), headline=headline).read()
        settle(clauses.preds)
        nominals = find_nominals(clauses)
        join(clauses.preds)
        return _Assembly(sentence, clauses, nominals, teller(text, sentence) or reporter(text, sentence)).sentence()


def after_dateline(text: str, sentence: Span) -> Span:
    """Give the sentence without a dateline or a clock time before it.

    >>> after_dateline("21:30 Киев ответил.", (0, 19))
    (6, 19)
    """
    for pattern in (_LABEL, _CLOCK, _AGENCY, _DATELINE):
        match = pattern.match(text, *sentence)
        if match and match.end() < sentence[1]:
            return match.end(), sentence[1]
    return sentence


def _goes_on(pred: Pred) -> bool:
    """Does it tell what was done next (…; лётчик погиб), not what somebody said of it?"""
    says = pred.row is not None and pred.row.concept.content is not None
    return pred.form is not None and pred.form.perfective and not says


class _Assembly:
    """Turns the predicates of one sentence into clauses."""

    def __init__(self, span: Span, clauses: Clauses, nominals: list[Pred], teller: Phrase | None) -> None:
        self.span = span
        self.teller = teller
        self.clauses = clauses
        self.operators = Operators(clauses, nominals)
        all_ = [*clauses.preds, *nominals]
        self.units = sorted((p for p in all_ if is_stated(p, clauses)), key=lambda p: p.start)
        self.number = {id(p): i for i, p in enumerate(self.units)}

    def sentence(self) -> ParsedSentence:
        made = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, made, self._speakers())

    def _clause(self, pred: Pred) -> Clause:
        operators = self._operators(pred)
        row = pred.row
        refused = pred.undone and row is not None and row.concept.name in _NOT_DONE
        negative = (pred.negated or refused) != (pred.helper is not None and pred.helper.negated)
        for op in operators:
            if op.effect != "none":
                break
            negative = negative != op.negative
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=_standing(pred),
            arguments=(*arguments_of(pred), *self._lent(pred)),
            dates=dates_of(pred, self._before(pred)),
            operators=operators,
            negative=negative,
            stative=pred.kind in {"adj", "pred"} or pred.link == "tag" or (row is None and pred.lemma == "быть"),
            past=pred.past or (pred.kind == "noun" and pred.parent is not None and pred.parent.past),
            nominal=pred.kind == "noun",
            finite=pred.future,
            speech=row is not None and row.concept.content is not None,
            content_of=self._number_of(pred, {"comp", "inf", "np", "purpose"}) or self._threat_of(pred),
            trigger_of=self._number_of(pred, {"cond"}),
            rules=() if row is None else (f"ru.predicate:{row.concept.name}",),
        )

    def _lent(self, pred: Pred) -> tuple[Argument, ...]:
        """Give the places that the words around a clause give it."""
        chunks = self.clauses.chunks
        return (*place_before(chunks, pred), *label_places(chunks, pred))

    def _operators(self, pred: Pred) -> tuple[Operator, ...]:
        """Give the operators over a predicate; what nobody else says is the words of whoever the paragraph quotes."""
        found = self.operators.of(pred)
        if self.teller is None or any(op.voice in {"named", "unnamed", "carried"} for op in found):
            return found
        return (*found, Operator("claim", "ru.form:dialogue", speaker=self.teller, voice="named"))

    def _before(self, pred: Pred) -> Pred | None:
        """The clause whose day another shares: before a colon or после чего, or with the day at the sentence's head."""
        segment = pred.segment
        if pred.link != "main" or segment is None or not pred.past:
            return None
        earlier = [p for p in self.clauses.preds if p.position < pred.position and p.link == "main" and p.dates]
        explains = pred.part > 0 and any(c.kind == "colon" for c in self.clauses.chunks)
        after = segment.chunks[0].prep == "после" and segment.chunks[0].low == "чего"
        opens = bool(earlier) and self._opens_with_day(earlier[-1]) and _goes_on(pred)
        return earlier[-1] if earlier and (explains or after or opens) else None

    def _opens_with_day(self, pred: Pred) -> bool:
        """Is a clause's date the first phrase of the sentence, so that it holds for what is told next?"""
        first = next((c for c in self.clauses.chunks if c.kind not in {"conj", "adv"}), None)
        return first is not None and any(c is first for c in pred.dates)

    def _threat_of(self, pred: Pred) -> int | None:
        """Give the number of the threat that stands as a tag in a sentence with a condition, and what it threatens."""
        if pred.link != "main" or not any(p.link == "cond" for p in self.clauses.preds):
            return None
        over = (s for s in self.clauses.said if pred in s.covers or (s.frame is not None and pred in s.frame.preds))
        threats = (s.pred for s in over if s.pred is not None)
        tag = next((p for p in threats if p.row is not None and p.row.concept.type == "THREATEN"), None)
        return self.number.get(id(tag)) if tag is not None else None

    def _number_of(self, pred: Pred, links: set[str]) -> int | None:
        parent = pred.parent if pred.link in links else None
        while parent is not None and parent.absorbed and parent.parent is not None:
            parent = parent.parent
        return self.number.get(id(parent)) if parent is not None else None

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = []
        for pred in self.units:
            for op in reversed(self._operators(pred)):
                if op.voice == "named" and op.speaker is not None and op.effect == "claim" and op.speaker not in found:
                    found.append(op.speaker)
        return tuple(found)
