"""The Japanese pack: from a sentence's words to clauses in no language in particular."""

from __future__ import annotations

from functools import cache

from casus.reading.clauses import Argument, Clause, DateSpan, ParsedSentence, Phrase
from casus.reading.dates import Anchor, FoundDate
from casus.reading.ja import dates
from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.chunks import chunks
from casus.reading.ja.endings import own_operators
from casus.reading.ja.holding import HOLDS, KEEPS
from casus.reading.ja.links import link_all
from casus.reading.ja.operators import Operators
from casus.reading.ja.particles import merge_compounds, slots_of
from casus.reading.ja.preds import Pred, find_preds
from casus.reading.ja.rows import find_rows, operator_cue, passive_word
from casus.reading.ja.tokenizer import tokens
from casus.reading.ja.words import content_words, cue_index
from casus.reading.names import is_party
from casus.records import Span
from casus.vocabulary.concepts import Slot

_EMPTY = {
    "ある",
    "ない",
    "無い",
    "なる",
    "する",
    "できる",
    "いる",
    "おる",
    "いう",
    "みる",
    "くる",
    "いく",
    "来る",
    "行く",
    "やる",
    "出来る",
    "よる",
    "つく",
}
_PASSIVE: dict[str, tuple[Slot, ...]] = {
    "が": ("object",),
    "に": ("subject",),
    "によって": ("subject",),
    "から": ("subject", "origin"),
    "の": ("subject",),
}
_INSTRUMENTS = ("条約", "協定", "議定書", "憲章", "決議", "憲法", "法", "条", "規定", "宣言")
_VICTIM = {"killed", "wounded", "arrest", "destroy", "confiscate", "hostage", "execute", "shoot-down", "abduct"}


@cache
def load() -> JapanesePack:
    """Give the pack; raises MissingExtraError where Sudachi is not installed."""
    tokens("。", (0, 1))
    return JapanesePack()


class JapanesePack:
    """Japanese: clauses and dates."""

    language = "ja"

    def dates(self, text: str, sentence: Span, anchor: Anchor) -> tuple[FoundDate, ...]:
        """Give the date expressions of a sentence."""
        a, b = sentence
        return dates.find(text[a:b], anchor, a)

    def parse(
        self, text: str, sentence: Span, found: tuple[FoundDate, ...], *, headline: bool = False
    ) -> ParsedSentence:
        """Give the clauses of one sentence."""
        parts = merge_compounds(chunks(tokens(text, sentence), tuple(f.span for f in found)))
        preds = find_preds(parts, headline=headline)
        consumed = link_all(preds, parts)
        attachment = Attachment(parts, preds, _is_party, consumed, headline=headline)
        attachment.run()
        _settle_purposes(attachment)
        nominals = find_rows(attachment)
        return _Assembly(sentence, attachment, preds, nominals, headline=headline).sentence()


def _settle_purposes(attachment: Attachment) -> None:
    """Give a clause with ため that has a subject of its own gives a reason, not a purpose."""
    for pred in attachment.preds:
        subject = attachment.frames[pred.index].subject()
        if pred.link == "purpose" and subject is not None and not subject.shared and subject.chunk.tail == "が":
            pred.link = "reason"


def _is_party(text: str) -> bool:
    return is_party(text, "ja")


class _Assembly:
    """Turns the predicates of one sentence into clauses."""

    def __init__(
        self, span: Span, attachment: Attachment, preds: list[Pred], nominals: list[Pred], *, headline: bool
    ) -> None:
        self.span = span
        self.attachment = attachment
        self.operators = Operators(attachment, headline=headline)
        self.nominals = nominals
        self.units = [p for p in [*preds, *nominals] if p.absorbed is None and self._stated(p)]
        self.number = {id(p): i for i, p in enumerate(self.units)}

    def sentence(self) -> ParsedSentence:
        clauses = tuple(self._clause(p) for p in self.units)
        return ParsedSentence(self.span, clauses, self._speakers())

    def _stated(self, pred: Pred) -> bool:
        """Is it something stated, not a mere verb of saying or of grammar?"""
        words = {pred.lemma, passive_word(pred)}
        if self._announces(pred) or self._only_holds(pred):
            return False
        if not pred.nominal and not pred.light and not pred.used and words & content_words("report"):
            return pred.lemma == "表明" and self._offers(pred)
        if pred.row is not None:
            return not self._only_frames(pred)
        if any(p.parent is pred and p.link == "quote" for p in self.attachment.preds):
            return False  # A verb nobody lists, with a clause and と: it only says who speaks.
        return self._open(pred, words)

    def _announces(self, pred: Pred) -> bool:
        """Ask: does it only give voice to what stands before its noun (…との見方を示した)?"""
        if (pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(p.parent is pred and p.link == "noun" and p.absorbed is None for p in self.attachment.preds)

    def _only_holds(self, pred: Pred) -> bool:
        """Ask: does it only say that a possibility or plan holds (攻撃の恐れがある)?"""
        if pred.lemma not in HOLDS | KEEPS and (pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(n.parent is pred and n.mark == "の" for n in self.nominals)

    def _offers(self, pred: Pred) -> bool:
        """Is what is declared a readiness or a plan of one's own (用意があると表明)?"""
        content = (p for p in self.attachment.preds if p.parent is pred and p.link == "quote" and p.absorbed is None)
        return any(op.effect == "intended" for p in content for op in p.operators)

    def _only_frames(self, pred: Pred) -> bool:
        """Is it the verb of a treaty (議定書は…を認めている) or one whose content says it all (国境の閉鎖を決め)?"""
        subject = self.attachment.frames[pred.index].subject()
        governs = operator_cue(pred, "koto")
        if governs is not None and governs[0] in {"authorised", "obligation"}:
            if pred.link in {"rel", "noun"} and governs[0] == "obligation":
                return True
            if subject is not None and subject.chunk.text.endswith(_INSTRUMENTS):
                return True
        if pred.row is not None and pred.row.concept.name == "decide":
            return any(n.parent is pred for n in self.nominals)
        return pred.link in {"rel", "noun"} and "できる" in pred.form.text

    def _open(self, pred: Pred, words: set[str]) -> bool:
        """Is a predicate outside of the lexicon stated all the same?"""
        if pred.link in {"rel", "noun"} or words & _EMPTY:
            return False
        if pred.link == "cont" and pred.parent is not None and pred.parent.link in {"rel", "noun"}:
            return False
        if {pred.lemma, pred.chunk.text} & content_words("grammar"):
            return pred.link == "cond" and pred.form.shape == "仮定形" and pred.chunk.last.pos in {"verb", "helper"}
        if pred.copula or pred.chunk.last.pos == "adj":
            return pred.link == "cond"
        return True

    def _clause(self, pred: Pred) -> Clause:
        _, negative = own_operators(pred)
        frame = self.attachment.frames[pred.index]
        operators = self.operators.of(pred)
        hidden = pred.given if pred.row is None or pred.row.concept.content else set()
        kept = [t for t in frame.taken if t.mark == "place" or t.chunk.index not in pred.used | hidden]
        taken = [t for t in kept if self._fits(t, pred)]
        arguments = [a for t in taken for a in self._arguments(t, pred)]
        arguments.extend(self._inherited(pred))
        rules = () if pred.row is None else (f"ja.predicate:{pred.row.concept.name}",)
        return Clause(
            number=self.number[id(pred)],
            sentence=self.span,
            trigger=(pred.start, pred.end),
            lemma=pred.lemma,
            predicate=pred.row,
            arguments=tuple(arguments),
            dates=self._dates(pred),
            operators=operators,
            negative=negative,
            passive=pred.form.passive,
            causative=pred.form.causative,
            stative=pred.form.ongoing or pred.copula or pred.chunk.last.pos == "adj",
            past=self.operators.past(pred),
            nominal=pred.nominal,
            finite=self.operators.announces(pred),
            speech=pred.row is not None and pred.row.concept.content is not None,
            content_of=self._content_of(pred),
            trigger_of=self._trigger_of(pred),
            rules=rules,
        )

    def _dates(self, pred: Pred) -> tuple[DateSpan, ...]:
        """Give the clause's dates; a nominal event that is declared or decided leans on those of its verb."""
        own = tuple(DateSpan(span, held) for span, held in self.attachment.frames[pred.index].dates)
        if own or not pred.nominal or pred.parent is None or self._asked(pred):
            return own
        return tuple(DateSpan(span, own=False) for span, _ in self.attachment.frames[pred.parent.index].dates)

    def _fits(self, taken: Taken, pred: Pred) -> bool:
        """May a subject from outside of the clause stand in: only for one who acts, and never for one who is asked?"""
        if taken.own or taken.mark != "が":
            return True
        acts = pred.row is None or pred.form.causative or "actor" in pred.row.concept.roles_of("subject")
        return acts and not self._asked(pred) and not pred.form.passive

    def _asked(self, pred: Pred) -> bool:
        return any(
            op.effect in {"demanded", "requested", "ordered", "sought", "ought"} for op in self.operators.of(pred)[:1]
        )

    def _arguments(self, taken: Taken, pred: Pred) -> list[Argument]:
        """One argument, or two for the sides of a mutual act (A と B が対峙)."""
        concept = pred.row.concept if pred.row else None
        if taken.mark == "が" and concept is not None and concept.roles_of("partner") and not pred.form.passive:
            chain = self.attachment.modifiers(taken.chunk)
            first = next((c for c in chain if c.tail == "と"), None)
            if first is not None and not any(t.mark == "と" for t in self.attachment.frames[pred.index].taken):
                whole, left = self.attachment.phrase(taken.chunk, until=first), self.attachment.phrase(first)
                return [
                    Argument("が", ("subject",), left, taken.own, taken.shared),
                    Argument("と", ("partner",), whole, taken.own, taken.shared),
                ]
        return [self._argument(taken, pred)]

    def _argument(self, taken: Taken, pred: Pred) -> Argument:
        slots = self._slots(taken, pred)
        mark = taken.mark
        if mark == "の" and pred.row is not None and not any(m == "の" for m, _ in pred.row.roles):
            mark = {"subject": "が", "object": "を"}.get(slots[0] if slots else "", mark)
        return Argument(mark, slots, self.attachment.phrase(taken.chunk), taken.own, taken.shared)

    def _slots(self, taken: Taken, pred: Pred) -> tuple[Slot, ...]:
        mark = taken.mark
        if mark == "が" and self._topic_object(taken, pred):
            return ("object",)
        if pred.form.passive and not pred.form.causative:
            return _PASSIVE.get(mark, slots_of(mark))
        if mark == "へ" and taken.chunk.tail != "への":
            return ("goal", "target")
        if mark == "から" and pred.row is not None and ("が", "recipient") in pred.row.roles:
            return ("subject", "origin")
        if mark == "によって":
            return ("subject",)
        if mark == "の":
            return (self._genitive(taken, pred),)
        return slots_of(mark)

    def _topic_object(self, taken: Taken, pred: Pred) -> bool:
        """Is a topic that is no party the object (主権は尊重する)?"""
        if taken.chunk.tail not in {"は", "も"} or _is_party(taken.chunk.text) or pred.form.passive:
            return False
        concept = pred.row.concept if pred.row else None
        speaker = self.attachment.frames[pred.parent.index].subject() if pred.parent is not None else None
        others = [t for t in self.attachment.frames[pred.index].taken if t.mark == "が" and t is not taken]
        if not others and (speaker is None or speaker.chunk is taken.chunk):
            return False
        has_object = any(t.mark == "を" for t in self.attachment.frames[pred.index].taken)
        return concept is not None and bool(concept.roles_of("object")) and not has_object

    def _genitive(self, taken: Taken, pred: Pred) -> Slot:
        """Is X in X の撤退, X の殺害 the one who acts or the one acted on?"""
        concept = pred.row.concept if pred.row else None
        if concept is None:
            return "object"
        if not concept.roles_of("object"):
            return "subject"
        if concept.mode in _VICTIM or not _is_party(taken.chunk.text):
            return "object"
        return "subject"

    def _inherited(self, pred: Pred) -> list[Argument]:
        """Give the speaker or the addressee as the one who acts, where the content names nobody."""
        held = self.attachment.frames[pred.index].subject()
        if (held is not None and self._fits(held, pred) and not self._topic_object(held, pred)) or pred.parent is None:
            return []
        if pred.form.passive or any(
            op.effect in {"fact", "conditional", "possible"} for op in self.operators.of(pred)[:1]
        ):
            return []
        plan = (pred.link == "cont" and pred.nominal) or pred.link == "purpose"
        if pred.link not in {"quote", "demand", "object", "noun", "nom"} and not plan:
            return []
        parent = self.attachment.frames[pred.parent.index]
        if self._asked(pred) and not self._nested(pred):
            to = next((t for t in parent.taken if t.mark in {"に", "に対して"}), None)
            return [Argument("が", ("subject",), self.attachment.phrase(to.chunk), own=False)] if to else []
        subject = parent.subject()
        acts = pred.row is None or pred.form.causative or "actor" in pred.row.concept.roles_of("subject")
        if subject is None or pred.named or pred.happens or not acts:
            return []
        return [Argument("が", ("subject",), self.attachment.phrase(subject.chunk), own=False)]

    def _nested(self, pred: Pred) -> bool:
        """Is it asked that somebody allow the asker to act (派兵の承認を求めた)?"""
        if not pred.nominal or pred.parent is None:
            return False
        after = self.attachment.chunks[pred.chunk.index + 1]
        return pred.chunk.tail == "の" and after.text in content_words("permission")

    def _content_of(self, pred: Pred) -> int | None:
        if pred.link not in {"quote", "demand", "object", "noun", "nom"} or pred.parent is None:
            return None
        return self.number.get(id(pred.parent))

    def _trigger_of(self, pred: Pred) -> int | None:
        return self.number.get(id(pred.parent)) if pred.link == "cond" and pred.parent is not None else None

    def _speakers(self) -> tuple[Phrase, ...]:
        """Those who speak in the sentence, outermost first."""
        found: list[Phrase] = [self.attachment.phrase(c) for _, c in self.attachment.speakers]
        for pred in self.units + [p for p in self.attachment.preds if p.absorbed is None]:
            for op in self.operators.of(pred):
                if op.voice == "named" and op.speaker is not None and op.effect == "claim" and op.speaker not in found:
                    found.append(op.speaker)
        return tuple(found)
