"""The English pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from casus.reading.clauses import Clause, Operator, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.en import dates
from casus.reading.en.absorbing import fears
from casus.reading.en.announced import announced, menaced
from casus.reading.en.arguments import Arguments
from casus.reading.en.clausing import Clauses
from casus.reading.en.date_scope import dates_of, move_dates
from casus.reading.en.datelines import written
from casus.reading.en.joining import join
from casus.reading.en.nominals import find_nominals
from casus.reading.en.operators import Operators
from casus.reading.en.parties import EnglishResolver
from casus.reading.en.phrases import chunks, plain
from casus.reading.en.places import EnglishPlaces
from casus.reading.en.preds import Pred
from casus.reading.en.quotes import inside_quote, later_speaker
from casus.reading.en.rows import settle
from casus.reading.en.sides import same_side
from casus.reading.en.stated import Stated
from casus.reading.en.tokenizer import tokens
from casus.reading.gazetteer import Gazetteer
from casus.records import Span


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
        if anchor.published is not None:
            today = written(text, dates.after_dateline(text, sentence)[0], anchor.published)
            anchor = msgspec.structs.replace(anchor, published=today)
        return dates.find(text[a:b], anchor, a)

    def resolver(self, text: str, on: date | None) -> EnglishResolver:
        """Give what resolves the parties of one text."""
        return EnglishResolver(text, on)

    def places(self, text: str, gazetteer: Gazetteer) -> EnglishPlaces:
        """Give what finds the places of one text."""
        return EnglishPlaces(text, "en", gazetteer)

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence."""
        words = tokens(text, dates.after_dateline(text, sentence))
        parts = join(chunks(plain(words), tuple(f.span for f in found)))
        clauses = Clauses(parts, headline=headline, quoted=inside_quote(text, sentence[0])).read()
        if inside_quote(text, sentence[1]):
            clauses.later_speaker = later_speaker(text, sentence[1])
        settle(clauses, words)
        move_dates(clauses.preds, parts)
        nominals = find_nominals(clauses)
        return _Assembly(text, sentence, clauses, nominals).sentence()


class _Assembly:
    """Turns the predicates of one sentence into clauses."""

    def __init__(self, text: str, span: Span, clauses: Clauses, nominals: list[Pred]) -> None:
        self.span = span
        self.clauses = clauses
        self.operators = Operators(clauses, lambda a, b: same_side(text, a.span, b.span))
        stated = Stated(clauses, self.operators.asked).stated
        self.units = [p for p in [*clauses.preds, *nominals] if not p.absorbed and stated(p)]
        self.units.sort(key=lambda p: p.start)
        self.number = {id(p): i for i, p in enumerate(self.units)}
        self.arguments = Arguments(text, clauses.preds, self.units)

    def sentence(self) -> ParsedSentence:
        made = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, made, self._speakers())

    def _clause(self, pred: Pred) -> Clause:
        operators = self.operators.of(pred)
        negative = self._negative(pred, operators)
        row = pred.row
        if row is not None:
            parts = [pred, *(p for p in self.clauses.preds if p.absorbed and p.parent is pred and p.link == "ing")]
            conditioned = any(p.link == "cond" and any(p.parent is part for part in parts) for p in self.clauses.preds)
            verbal = not pred.nominal
            if pred.passive:
                row = menaced(row, operators) if conditioned and not negative else row
            else:
                row = announced(row, operators, negative=negative, conditioned=conditioned, verbal=verbal)
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=row,
            arguments=tuple(self.arguments.of(pred)),
            dates=tuple(dates_of(pred, self.clauses.preds, self.units)),
            operators=operators,
            negative=negative,
            stative=pred.group.copula or (pred.group.progressive and row is not None) or fears(pred),
            past=pred.group.past,
            nominal=pred.link == "np",
            speech=row is not None and row.concept.content is not None and row.pos != "adj",
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

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = []
        for pred in self.clauses.preds:
            for op in self.operators.of(pred):
                if op.voice == "named" and op.speaker is not None and op.effect == "claim" and op.speaker not in found:
                    found.append(op.speaker)
        return tuple(found)
