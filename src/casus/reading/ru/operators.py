"""How a Russian clause is put: the words over it, from its own adverbs up to whoever speaks."""

from __future__ import annotations

import msgspec

from casus.reading.clauses import Operator, Phrase
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred
from casus.reading.ru.quoting import quoted_from
from casus.reading.ru.rows import i_think, noun_row
from casus.reading.ru.sources import is_instrument, owner_of, thinks
from casus.reading.ru.turning import is_false, turned, untrue
from casus.reading.ru.voices import Voices
from casus.reading.ru.words import Governor, governor

_BESIDE = frozenset({"rel", "part", "ger", "adv", "ahead", "cond", "purpose", "instead"})
_SAID = frozenset({"claim", "denied", "demanded", "requested", "possible", "forecast"})
_PUT = _SAID | {"threatened", "agreed", "intended", "ordered"}
_MAKES = frozenset({"вынудить", "вынуждать", "заставить", "заставлять", "принудить", "принуждать"})
"""Verbs whose infinitive came about (вынудила боевиков отступить)."""
_SETTLES = frozenset({"договориться", "договариваться", "условиться", "условливаться", "сговориться"})
_CAUSES = frozenset({"amid:по", "amid:за", "amid:из-за", "amid:в ответ на", "amid:в связи с", "amid:вследствие"})
"""What has already happened, whatever is promised or threatened for it (обещает отомстить за гибель учёных)."""
_HIDES = frozenset({"скрывать", "утаивать", "таить"})
_EXPRESSES = frozenset({
    "выразить", "выражать", "высказать", "высказывать", "опубликовать", "распространить", "сделать", "выпустить",
    "озвучить", "повторить", "выступить", "выступать",
})  # fmt: skip
"""Verbs whose subject says what their noun tells (выразил уверенность, что; сделал заявление о том, что)."""
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
                if pred.link == "comp"
                and pred.parent is not None
                and s.start > pred.parent.position
                and pred.parent.kind != "pred"  # неверно, что…, заявил министр: he says the whole
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
            if over is not None and over.effect == "intended" and over.negative and told.effect == "claim":
                over = msgspec.structs.replace(over, effect="denied")  # отверг версию о том, что
            return [told, *([over] if over is not None else []), *self._passed(above)]
        if pred.kind == "noun":
            return self._over_noun(pred, above)
        if pred.link in {"comp", "ask"}:
            return self._governed(pred, above, "что")
        if pred.link == "purpose" and (op := self._content(above, "чтобы", pred)) is not None:
            return [op, *self._passed(above)]
        if pred.link == "inf":
            return self._governed(pred, above, "inf")
        return self._around(pred, above) if pred.link in _BESIDE else []

    def _around(self, pred: Pred, above: Pred) -> list[Operator]:
        """Give who speaks in a clause beside another; a condition may belong to what an infinitive says."""
        if pred.mark.startswith("из-за того") and above.concept() in {"protest", "accuse", "criticise"}:
            speaker = self.speaker(above)  # выразил протест из-за того, что
            voice = "named" if speaker is not None else "unnamed"
            return [Operator("claim", "ru.form:grievance", speaker=speaker, voice=voice), *self._voices(above)]
        content = self._before_it(pred, above) if pred.link == "cond" else None
        if content is not None or pred.link == "cond":
            return self._voices(content or above, _PUT)  # пригрозила, что, если засады повторятся, введёт конвои
        return self._voices(above)

    def _before_it(self, pred: Pred, above: Pred) -> Pred | None:
        """Give the infinitive a condition after it belongs to (пригрозил ударить, если блокаду не снимут)."""
        said = [p for p in self.clauses.preds if p.link == "inf" and p.parent is above and p.position < pred.position]
        return said[-1] if said and above.position < said[-1].position else None

    def _noun_tells(self, pred: Pred) -> Operator | None:
        """How the noun right before a clause puts it (заявление о том, что; опасность того, что)."""
        noun, segment = pred.noun, pred.segment
        if (
            pred.link != "comp"
            or noun is None
            or segment is None
            or not 0 <= segment.chunks[0].start - noun.end <= _NEAR
            or any(noun.end <= p.position < segment.chunks[0].start for p in self.clauses.preds)
        ):
            return None
        told = next(((c, r) for c in (*noun.parts, noun) if (r := governor(c.lemma, "noun", "что")) is not None), None)
        if told is None:
            return None
        holder, row = told
        above = pred.parent
        absent = above is None and any(p.lemma == "нет" and p.position > pred.position for p in self.clauses.preds)
        if absent or (above is not None and above.negative and above.lemma in {"нет", "быть"}):
            return Operator("possible", row.rule)  # нет свидетельств того, что
        if row.effect == "claim" and self._called_false(noun):
            return Operator("none", "ru.form:false", negative=True)  # сообщения о том, что…, — ложь
        teller = self._teller(holder, row, above)
        voice = "named" if teller is not None else "unnamed" if row.effect == "claim" else "none"
        return Operator(row.effect, row.rule, negative=row.negative, speaker=teller, voice=voice)

    def _called_false(self, noun: Chunk) -> bool:
        """Does the sentence say that what a noun tells is not so (утверждения о том, что…, ложны)?"""
        if any(p.subject is noun and is_false(p) for p in self.clauses.preds):
            return True
        after_dash = (s.chunks[0] for s in self.clauses.segments if s.before == "dash" and s.chunks[0].start > noun.end)
        return any(c.kind == "np" and untrue(c.lemma) for c in after_dash)

    def _teller(self, holder: Chunk, row: Governor, above: Pred | None) -> Phrase | None:
        """Who says what a noun tells: whoever expresses it (выразил уверенность, что), else whose it is."""
        if above is not None and above.lemma in _EXPRESSES and above.position < holder.start:
            return self.speaker(above)
        events = any(noun_row(p) is not None for p in holder.parts[:1])
        return owner_of(holder) if row.effect == "claim" and not events else None

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
        cited = self._cited(pred, above) if content == "что" else []
        return self._within([*cited, *([op] if op is not None else [])], self._passed(above))

    def _cited(self, pred: Pred, above: Pred) -> list[Operator]:
        """Give whom a verb passes on (сообщает со ссылкой на; ссылаясь на; приводит слова старосты)."""
        found = [self._operator(s, pred) for s in self.clauses.said if s.cites and s.segment is above.segment]
        words = quoted_from(above.lemma, [t.chunk for t in above.taken]) if pred.mark == "colon" else None
        if words is not None:
            found.append(Operator("claim", "ru.form:quoted", speaker=words, voice="named"))
        return found

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
        denied = above.row is not None and above.row.concept.content == "denied" and not above.negated
        return Operator(
            row.effect,
            row.rule,
            negative=row.negative != (denied or (above.negative and row.effect == "obligation")),
            speaker=speaker if named else None,
            voice="named" if named else "none",
        )

    def _passed(self, above: Pred) -> list[Operator]:
        """Give what a governing clause itself stands under, without its tense."""
        return [op for op in self.of(above) if not op.weak]

    def _voices(self, above: Pred, put: frozenset[str] = _SAID) -> list[Operator]:
        """Give only who speaks: a clause beside another is told by the same voice."""
        spoken = [op for op in self.of(above) if op.voice in {"named", "carried", "unnamed"} and op.effect in put]
        return [Operator("claim", op.rule, speaker=op.speaker, voice=op.voice) for op in spoken]

    def _over_noun(self, pred: Pred, above: Pred) -> list[Operator]:
        if pred.via == "content" and above.concept() == "investigate":
            return self._voices(above)
        if pred.via == "content" and above.concept() == "claim_responsibility" and above.negated:
            return self._passed(above)  # ответственность за взрыв никто не взял
        if pred.via == "content":
            op = self._content(above, "np", pred)
            if op is not None and op.effect == "intended" and op.negative and self._of_a_claim(pred, above):
                op = msgspec.structs.replace(op, effect="denied")  # отверг утверждения об обстреле
            return self._within([*self._cited(pred, above), *([op] if op is not None else [])], self._passed(above))
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
                return self._under_noun(pred, above, row)
        if pred.via in _CAUSES:
            return self._voices(above)
        if pred.via == "given" and above.would and above.subject is not None and pred.chunk is above.subject:
            return [Operator("conditional", "ru.form:бы"), *self._voices(above)]  # нападение ввело бы в действие пакт
        return (
            list(self.of(above))
            if pred.via in {"given", "amid"} or above.future or above.would or not self._told(above)
            else self._voices(above)
        )

    def _under_noun(self, pred: Pred, above: Pred, row: Governor) -> list[Operator]:
        """How an event stands under the noun that it depends on (доказательств участия не нашли; слухи о штурме)."""
        claimed = row.effect == "claim"
        if claimed and is_false(above):
            outer = Operator("none", "ru.form:false", negative=True)
        else:
            effect = "possible" if claimed and above.negated else row.effect
            outer = Operator(effect, row.rule, negative=row.negative, voice="unnamed" if claimed else "none")
        over = self._content(above, "np", pred) if self._is_content(pred, above) else None
        return [outer, over, *self._passed(above)] if over is not None else [outer, *self._voices(above)]

    def _of_a_claim(self, pred: Pred, above: Pred) -> bool:
        """Does a noun that only claims stand right before the event (утверждения об обстреле)?"""
        start = pred.chunk.start - len(pred.chunk.prep) - 1
        holder = next((t.chunk for t in above.taken if 0 <= start - t.chunk.end <= 1), None)
        row = governor(holder.lemma, "noun", "np") if holder is not None and pred.chunk.prep in {"о", "об"} else None
        return row is not None and row.effect == "claim"

    def _told(self, above: Pred) -> bool:
        """Is a clause told as having happened, by whomever?"""
        return all(op.effect in {"claim", "none"} for op in self.of(above))

    def _is_content(self, pred: Pred, above: Pred) -> bool:
        """Is the noun that holds the event what the verb is about (опровергло сообщения об обстреле)?"""
        if above.row is None:
            return False
        parts = dict(above.row.roles)
        before = [t for t in above.taken if t.chunk.start <= pred.position]
        holder = max(before, key=lambda t: t.chunk.start, default=None)
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
            if above.lemma in _HIDES:
                effect = "denied" if above.negated else "none"  # не скрывал, что: he says so
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
        effect, negative = turned(above, effect, content, negative=negative)
        return self._spoken(above, effect, negative, rule, row)

    def _table(self, above: Pred, content: str, pred: Pred) -> Governor | None:
        kinds = ("report", "verb", "adj", "noun") if above.kind != "adj" else ("adj", "verb", "report")
        wanted = {"comp": content, "ask": "ask"}.get(pred.link, content)
        if self._whether(pred) and content == "что":
            wanted = "ли"
        if pred.mark == "colon":
            wanted = "colon"
        inner = [p.lemma for p in self.clauses.preds if p.link == "inf" and p.parent is above and p.end < pred.start]
        words = (above.lemma, above.chunk.low, *(inner[-1:] if pred.link == "comp" else ()))  # дал понять, что
        for kind in kinds:
            for word in words:
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
            return "forecast" if above.future else "none", above.negated  # не заставят отступить
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
            ours = ours or (above.concept() == "threaten" and pred.future)
            return pred.subject is not above.subject and not ours
        if effect == "intended":
            return above.concept() == "decide" and not pred.future
        settled = above.lemma in _SETTLES and not pred.past  # договорились, что войска не переходят реку
        return effect == "agreed" and not (pred.future or pred.kind == "inf" or settled)

    def _spoken(self, above: Pred, effect: str, negative: bool, rule: str, row: Governor | None) -> Operator:
        if effect == "none" or above.lemma in _MAKES:
            return Operator(effect, rule, negative=negative)
        if i_think(above) and effect in {"claim", "possible", "opinion"}:
            return Operator("opinion", rule, negative=negative or above.negative)
        if above.kind == "inf" and above.parent is not None and _asks(above.parent):
            return Operator(effect, rule, negative=negative)  # просят союзников разрешить стрелять: they have not yet
        speaker = self.speaker(above)
        if row is not None and row.voice == "none" and (above.row is None or above.row.concept.content is None):
            return Operator(effect, rule, negative=negative)
        if speaker is not None:
            return Operator(effect, rule, negative=negative, speaker=speaker, voice="named")
        if above.subject is not None and above.subject.low == "никто":
            return Operator(effect, rule, negative=negative)  # никто не подтвердил, что
        if above.passive or (row is not None and row.voice == "unnamed"):
            return Operator(effect, rule, negative=negative, voice="unnamed")
        impersonal = above.form is not None and above.form.number == "plur" and thinks(above.lemma)
        return Operator(effect, rule, negative=negative, voice="unnamed" if impersonal else "carried")


def _asks(pred: Pred) -> bool:
    return pred.row is not None and pred.row.concept.type == "REQUEST"


def _voiceless(op: Operator) -> Operator:
    """A plan that somebody else tells of has the teller as its source."""
    return Operator(op.effect, op.rule, negative=op.negative, weak=op.weak)
