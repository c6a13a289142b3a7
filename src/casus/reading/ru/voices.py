"""Who speaks in a Russian sentence: verbs of saying, and attributions beside the clauses."""

from __future__ import annotations

from casus.reading.clauses import Operator, Phrase
from casus.reading.ru.controlling import speaks_there, tells_what
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Said, Segment
from casus.reading.ru.quoting import UNNAMED
from casus.reading.ru.sources import FOLLOWS, follows_from, owner_of, thinks
from casus.reading.ru.standing import Standing
from casus.reading.ru.words import governor

_DOCUMENTS = frozenset(
    {"говориться", "сказано", "сообщаться", "отмечаться", "указываться", "подчеркиваться", "значиться"}
)


_HIGHEST = 20
"""So many predicates stand over each other at most."""


class Voices(Standing):
    """Finds the speakers over a predicate."""

    def _said(self, pred: Pred, said: list[Said]) -> list[Operator]:
        if pred.link == "tag":
            return []
        if self._own_word(pred):
            return []
        over = [each for each in reversed(said) if self._covers(each, pred)]
        return [self._operator(each, pred) for each in sorted(over, key=lambda each: each.relays)]

    def _leads_on(self, segment: Segment | None) -> bool:
        """Does an attribution belong to the clause after it (…, и, по словам мэра, город пал)?"""
        if segment is None or segment.finite:
            return False
        at = next(i for i, s in enumerate(self.clauses.segments) if s is segment)
        before = self.clauses.segments[at - 1] if at else None
        joint = before is not None and all(c.kind == "conj" for c in before.chunks)
        return bool(segment.coord) or joint

    def _own_word(self, pred: Pred) -> bool:
        """Is it a speech act, told of the one in whose document it stands (призывает, говорится в заявлении)?"""
        concept = pred.row.concept if pred.row is not None else None
        act = (
            concept is not None
            and concept.content is not None
            and concept.type in {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}
        )
        return act and any(self._covers(s, pred) and s.rule.rpartition(":")[2] in _DOCUMENTS for s in self.clauses.said)

    def _covers(self, said: Said, pred: Pred) -> bool:
        anchor = pred
        while anchor.kind == "noun" and anchor.parent is not None and anchor.parent.segment is not None:
            anchor = anchor.parent
        apart = anchor.link not in {"main", "comp"} and (said.frame is None or anchor not in said.frame.preds)
        if said.effect == "expected" and apart:
            return False
        quoted = said.quote is not None and said.quote[0] < anchor.position < said.quote[1]
        if quoted or (said.frame is not None and self._goes_on(said, anchor)):
            return True
        if said.pred is not None or said.covers or said.frame is not None:
            return anchor in said.covers or (
                said.pred is None and pred.part > said.part and self._runs_on(said, anchor)
            )
        if said.rule == "ru.form:colon":
            return pred.position > said.start
        if said.part > pred.part or (said.part < pred.part and not self._runs_on(said, pred)):
            return False
        beside = [p for p in self.clauses.preds if p.link == anchor.link and p.parent is anchor.parent]
        earlier = [p for p in beside if p.part == said.part and p.position < said.start]
        if not earlier:
            return True
        segment = next((s for s in self.clauses.segments if any(c.start == said.start for c in s.chunks)), None)
        if self._leads_on(segment):
            return anchor.position > said.start
        return anchor.segment is segment or (anchor is earlier[-1] and segment is not None and not segment.finite)

    def _goes_on(self, said: Said, anchor: Pred) -> bool:
        """Is a predicate in the clause that an attribution interrupts, or in one that goes on after it?"""
        assert said.frame is not None  # noqa: S101 - the caller asks
        root = anchor
        for _ in range(_HIGHEST):  # Predicates of a garbled sentence may hang on each other.
            above = root.helper or root.parent
            if root in said.frame.preds or above is None:
                break
            root = above
        if root not in said.frame.preds or root.position < said.start:
            return False
        between = (p for p in said.frame.preds if said.start < p.position <= root.position)
        return not any(self._turns(p, said) for p in between)

    def _turns(self, pred: Pred, said: Said) -> bool:
        """Does a clause of its own turn against what somebody said (…, но город держится)?"""
        told = said.frame.preds if said.frame is not None else []
        segment = pred.segment
        first = next((p for p in told if p.position > said.start), None)
        begun = segment is not None and bool(segment.coord) and any(p.position < said.start for p in told)
        if pred is first and not begun:
            return False
        own = pred.subject is not None and pred.subject_own and pred.shares is None
        return segment is not None and segment.coord in {"а", "но", "однако", "зато"} and own

    def _runs_on(self, said: Said, pred: Pred) -> bool:
        """Does an attribution that opens the sentence hold past a semicolon, where nobody else speaks?"""
        if pred.link != "main" or any(s.part > said.part for s in self.clauses.said):
            return False
        if any(c.kind == "colon" for c in self.clauses.chunks):
            return False
        if any(p.part > said.part and p.link == "main" and thinks(p.lemma) for p in self.clauses.preds):
            return False
        opens = not any(
            p.part < said.part or (p.part == said.part and p.position < said.start) for p in self.clauses.preds
        )
        return opens or bool(said.covers)

    def _operator(self, said: Said, pred: Pred) -> Operator:
        effect = said.effect
        if said.pred is not None and self._threatens(said.pred, pred):
            return Operator("threatened", said.rule, speaker=said.speaker, voice=said.voice)
        if said.pred is not None and said.pred.row is not None and said.pred.row.concept.content is not None:
            content = str(said.pred.row.concept.content)
            same = (
                pred.subject is not None
                and said.speaker is not None
                and content in {"agreed", "threatened", "intended"}
            )
            if same and pred.future and said.pred.row.concept.name != "warn":
                effect = "intended" if content == "agreed" else content
        return Operator(effect, said.rule, speaker=said.speaker, voice=said.voice)

    def _threatens(self, said: Pred, pred: Pred) -> bool:
        """Is it what somebody warns will follow, if a condition comes true (если не уйдут, предупредил он, ударим)?"""
        warns = said.row is not None and said.row.concept.type == "THREATEN"
        harms = pred.row is not None and pred.row.concept.type in {"ASSAULT", "COERCE", "SANCTION"}
        harms = harms and pred.row is not None and pred.row.concept.mode not in {"loss", "killed", "wounded"}
        future = pred.future or (pred.helper is not None and pred.helper.future)
        own = pred.form is not None and pred.form.person == "1per"  # «Мы ответим», — предупредил он
        whoever = any(p.link != "ask" and p.subject is not None and p.subject.low == "кто" for p in self.clauses.preds)
        return warns and harms and future and (own or whoever or any(p.link == "cond" for p in self.clauses.preds))

    def speaker(self, above: Pred) -> Phrase | None:
        """Who speaks in a verb of saying: its subject, or the institution it is said in."""
        places = [t.chunk for t in above.taken if speaks_there(t.chunk) and not tells_what(t, above)]
        places = places or self._paper(above)
        paper = next((owner_of(c) or c.phrase() for c in places), None)  # в докладе указано
        if above.passive:
            agent = next((t for t in above.taken if t.mark == "inst"), None)
            return agent.chunk.phrase() if agent is not None else paper if thinks(above.lemma) else None
        if above.subject is not None:
            if above.subject.low == "никто":
                return None
            unnamed = above.subject.lemma in UNNAMED
            return self.clauses.with_place(above.subject) if unnamed else self._title(above.subject)
        if above.lemma in FOLLOWS and (source := follows_from([t.chunk for t in above.taken])):
            return source
        minded = thinks(above.lemma) or governor(above.lemma, "adj", "что") is not None or self._disclaims(above)
        return places[0].phrase() if places and minded else None

    def _paper(self, above: Pred) -> list[Chunk]:
        """Give the paper that a relative clause quotes (письмо, в котором сказано, что; нота, где говорится)."""
        if above.link != "rel" or above.segment is None or above.subject is not None:
            return []
        if above.lemma not in _DOCUMENTS and above.lemma not in {"утверждаться", "написать"}:
            return []
        paper = above.noun if above.rel_prep in {"в", "во"} else None
        if above.mark == "где":
            paper = self.clauses.last_noun(above.segment.first)
        return [paper] if paper is not None and not paper.head.capital else []

    def _disclaims(self, above: Pred) -> bool:
        """Do those of an institution answer for something (в штабе не подтвердили; не смогли подтвердить)?"""
        finite = above.helper or above
        plural = finite.form is not None and finite.form.number == "plur"
        return plural and above.row is not None and above.row.concept.content is not None
