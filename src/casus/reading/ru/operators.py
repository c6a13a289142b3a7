"""How a Russian clause is put: the words over it, from its own adverbs up to whoever speaks."""

from __future__ import annotations

from casus.reading.clauses import Operator
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred
from casus.reading.ru.sources import is_instrument, owner_of, thinks
from casus.reading.ru.voices import Voices
from casus.reading.ru.words import Governor, governor

_BESIDE = frozenset({"rel", "part", "ger", "adv", "ahead", "cond", "purpose", "instead"})
_SAID = frozenset({"claim", "denied", "demanded", "requested", "possible", "forecast"})
_MAKES = frozenset({"вынудить", "вынуждать", "заставить", "заставлять", "принудить", "принуждать"})
"""Verbs whose infinitive came about (вынудила боевиков отступить)."""
_NEAR = 12


class Operators(Voices):
    """Gives the operators over the predicates of one sentence."""

    def of(self, pred: Pred) -> tuple[Operator, ...]:
        """Give the operators over a predicate, nearest first."""
        key = id(pred)
        if key not in self._known:
            self._known[key] = ()
            inner = [
                s
                for s in self.clauses.said
                if pred.link == "comp" and pred.parent is not None and s.start > pred.parent.position
            ]
            outer = [s for s in self.clauses.said if s not in inner]
            over = [*self._said(pred, inner), *self._above(pred), *self._said(pred, outer)]
            spoken = any(op.voice in {"named", "unnamed", "carried"} for op in over)
            named = any(op.voice == "named" and op.effect == "claim" for op in over)
            found = [
                *(
                    _voiceless(op) if spoken and pred.helper is not None and op.effect == "intended" else op
                    for op in self._own(pred)
                    if not (named and op.effect == "claim" and op.voice == "unnamed")  # уверяет, что якобы
                ),
                *over,
            ]
            self._known[key] = tuple(dict.fromkeys(found))
        return self._known[key]

    def _sought(self, pred: Pred) -> bool:
        return pred.parent is not None and self._content(pred.parent, "чтобы", pred) is not None

    def _above(self, pred: Pred) -> list[Operator]:
        above = pred.parent
        told = self._noun_tells(pred)
        if above is None:
            return [told] if told is not None else []
        if told is not None:
            over = self._content(above, "np", pred) if above.row is not None else None
            return [told, *([over] if over is not None else []), *self._passed(above)]
        if pred.kind == "noun":
            return self._over_noun(pred, above)
        if pred.link in {"comp", "ask"}:
            return self._governed(pred, above, "что")
        if pred.link == "purpose" and (op := self._content(above, "чтобы", pred)) is not None:
            return [op, *self._passed(above)]
        if pred.link == "inf":
            return self._governed(pred, above, "inf")
        if pred.link in _BESIDE:
            return self._voices(above)
        return []

    def _noun_tells(self, pred: Pred) -> Operator | None:
        """How the noun right before a clause puts it (заявление о том, что; опасность того, что)."""
        noun, segment = pred.noun, pred.segment
        if (
            pred.link != "comp"
            or noun is None
            or segment is None
            or not 0 <= segment.chunks[0].start - noun.end <= _NEAR
        ):
            return None
        row = next((r for c in (*noun.parts, noun) if (r := governor(c.lemma, "noun", "что")) is not None), None)
        if row is None:
            return None
        above = pred.parent
        if above is not None and above.negative and above.lemma in {"нет", "быть"}:
            return Operator("possible", row.rule)  # нет свидетельств того, что
        return Operator(
            row.effect, row.rule, negative=row.negative, voice="unnamed" if row.effect == "claim" else "none"
        )

    def _governed(self, pred: Pred, above: Pred, content: str) -> list[Operator]:
        if (
            content == "inf"
            and pred.noun is not None
            and (pred.noun not in above.swallowed or pred.position < above.position)
            and (row := governor(pred.noun.lemma, "noun", "inf")) is not None
        ):
            return [self._by_noun(pred.noun, above, row), *self._voices(above)]
        op = self._content(above, content, pred)
        if content == "что" and above.lemma in {"нет", "быть"} and above.negative and pred.link == "comp":
            op = Operator("possible", "ru.form:нет")  # нет свидетельств того, что
        if op is None and pred.mark == "colon":
            speaker = self.speaker(above)
            op = Operator("claim", "ru.form:colon", speaker=speaker, voice="named" if speaker else "carried")
        if op is None and content == "inf":
            op = Operator("intended", "ru.form:infinitive")
        cited = (
            [self._operator(s, pred) for s in self.clauses.said if s.cites and s.segment is above.segment]
            if content == "что"
            else []
        )
        return self._within([*cited, *([op] if op is not None else [])], self._passed(above))

    def _within(self, found: list[Operator], over: list[Operator]) -> list[Operator]:
        """Order what puts a content: a claim that is itself only supposed is supposed (если следствие подтвердит)."""
        supposed = any(op.effect in {"conditional", "possible", "forecast", "question", "intended"} for op in over)
        return [*over, *found] if supposed and all(op.effect == "claim" for op in found) else [*found, *over]

    def _by_noun(self, noun: Chunk, above: Pred, row: Governor) -> Operator:
        """How a noun puts its infinitive (приказ отойти), and whose it is."""
        owner = owner_of(noun)
        speaker = (
            owner
            if owner is not None
            else above.subject.phrase()
            if above.subject is not None and row.voice == "subject"
            else None
        )
        named = speaker is not None and row.voice == "subject"
        return Operator(
            row.effect,
            row.rule,
            negative=row.negative != (above.negative and row.effect == "obligation"),
            speaker=speaker if named else None,
            voice="named" if named else "none",
        )

    def _passed(self, above: Pred) -> list[Operator]:
        """Give what a governing clause itself stands under, without its tense."""
        return [op for op in self.of(above) if not op.weak]

    def _voices(self, above: Pred) -> list[Operator]:
        """Give only who speaks: a clause beside another is told by the same voice."""
        spoken = [op for op in self.of(above) if op.voice in {"named", "carried", "unnamed"} and op.effect in _SAID]
        return [Operator("claim", op.rule, speaker=op.speaker, voice=op.voice) for op in spoken]

    def _over_noun(self, pred: Pred, above: Pred) -> list[Operator]:
        if pred.via == "content" and above.concept() == "investigate":
            return self._voices(above)
        if pred.via == "content":
            op = self._content(above, "np", pred)
            return self._within([op] if op is not None else [], self._passed(above))
        if pred.via == "ceased":
            speakers = [op.speaker for op in self.of(above) if op.speaker is not None]
            return (
                [Operator("claim", "ru.form:ceased", speaker=speakers[0], voice="named")]
                if speakers
                else list(self.of(above))
            )
        if pred.via.startswith("noun:"):
            row = governor(pred.via[5:], "noun", "np")
            if row is not None:
                doubted = above.negated and row.effect == "claim"  # доказательств участия не нашли
                outer = Operator(
                    "possible" if doubted else row.effect,
                    row.rule,
                    negative=row.negative,
                    voice="unnamed" if row.effect == "claim" else "none",
                )
                over = self._content(above, "np", pred) if self._is_content(pred, above) else None
                return [outer, over, *self._passed(above)] if over is not None else [outer, *self._voices(above)]
        if pred.via == "amid:по":
            return self._voices(above)
        return (
            list(self.of(above))
            if pred.via in {"given", "amid"} or above.future or above.would or not self._told(above)
            else self._voices(above)
        )

    def _told(self, above: Pred) -> bool:
        """Is a clause told as having happened, by whomever?"""
        return all(op.effect in {"claim", "none"} for op in self.of(above))

    def _is_content(self, pred: Pred, above: Pred) -> bool:
        """Is the noun that holds the event what the verb is about (опровергло сообщения об обстреле)?"""
        if above.row is None:
            return False
        parts = dict(above.row.roles)
        holder = next(
            (t for t in above.taken if t.chunk.start <= pred.position < t.chunk.end or t.chunk.end <= pred.position),
            None,
        )
        return holder is not None and parts.get(holder.mark) in {"content", "own"}

    def _content(self, above: Pred, content: str, pred: Pred) -> Operator | None:
        """How a verb puts what it governs, and who speaks in it."""
        if above.kind == "noun" and above.absorbed is False and above.row is None:
            return None
        concept = above.row.concept if above.row is not None else None
        row = self._table(above, content, pred)
        exact = row is not None and content in row.content.split(",") and content != "np" and not above.undone
        if concept is not None and concept.content is not None and not exact:
            effect, negative = self._by_concept(above, pred, content)
            rule = f"ru.predicate:{concept.name}"
        elif row is not None:
            effect, negative, rule = row.effect, row.negative, row.rule
        else:
            noun = pred.noun
            outer = (
                governor(noun.form.lemma if noun.form is not None else "", "noun", "что")
                if noun is not None and content == "что"
                else None
            )
            if outer is None:
                return None
            return Operator(
                outer.effect,
                outer.rule,
                negative=outer.negative,
                voice="unnamed" if outer.effect == "claim" else "none",
            )
        if above.negated and effect == "claim":
            effect = "possible"
        elif above.negated and effect == "denied":
            effect, negative = "claim", False
        return self._spoken(above, effect, negative, rule, row)

    def _table(self, above: Pred, content: str, pred: Pred) -> Governor | None:
        kinds = ("report", "verb", "adj", "noun") if above.kind != "adj" else ("adj", "verb", "report")
        wanted = {"comp": content, "ask": "ask"}.get(pred.link, content)
        if self._whether(pred) and content == "что":
            wanted = "ли"
        if pred.mark == "colon":
            wanted = "colon"
        for kind in kinds:
            for word in (above.lemma, above.chunk.low):
                row = governor(word, kind, wanted)
                if row is not None:
                    return row
        return None

    def _by_concept(self, above: Pred, pred: Pred, content: str) -> tuple[str, bool]:
        assert above.row is not None  # noqa: S101 - the caller asks
        concept = above.row.concept
        effect, negative = str(concept.content), concept.content_negative
        if above.subject is not None and is_instrument(above.subject) and effect not in {"authorised", "obligation"}:
            return "obligation", negative
        if content == "inf" and above.lemma in _MAKES:
            return "none", above.negated
        if pred.mark == "colon" and concept.type in {"REJECT", "ACCUSE"}:
            return "claim", False
        if content == "что" and self._only_says(above, pred, effect):
            return "claim", False
        if concept.name == "warn" and effect == "threatened" and content in {"чтобы", "np"}:
            return ("intended", negative) if content == "чтобы" else ("possible", False)
        if concept.name in {"agree", "accept"} and content == "np":
            return "agreed", False
        if effect == "intended" and concept.name in {"refuse", "reject"} and above.negated:
            return "intended", not negative
        return effect, negative

    def _only_says(self, above: Pred, pred: Pred, effect: str) -> bool:
        """Does a verb of threats, pledges or rulings introduce what is so (поклялся, что ищет мира)?"""
        if effect == "threatened":
            harms = pred.row is not None and pred.row.concept.type in {"ASSAULT", "COERCE", "SANCTION"}
            ours = pred.future and harms and (pred.passive or pred.subject is None)
            return pred.subject is not above.subject and not ours
        if effect == "intended":
            return above.concept() == "decide" and not pred.future
        return effect == "agreed" and not (pred.future or pred.kind == "inf")

    def _spoken(self, above: Pred, effect: str, negative: bool, rule: str, row: Governor | None) -> Operator:
        if effect == "none":
            return Operator("none", rule, negative=negative)
        speaker = self.speaker(above)
        if row is not None and row.voice == "none" and (above.row is None or above.row.concept.content is None):
            return Operator(effect, rule, negative=negative)
        if speaker is not None:
            return Operator(effect, rule, negative=negative, speaker=speaker, voice="named")
        if above.passive or (row is not None and row.voice == "unnamed"):
            return Operator(effect, rule, negative=negative, voice="unnamed")
        impersonal = above.form is not None and above.form.number == "plur" and thinks(above.lemma)
        return Operator(effect, rule, negative=negative, voice="unnamed" if impersonal else "carried")


def _voiceless(op: Operator) -> Operator:
    """A plan that somebody else tells of has the teller as its source."""
    return Operator(op.effect, op.rule, negative=op.negative, weak=op.weak)
