"""Which clause of a Russian sentence a segment with a verb goes on with."""

from __future__ import annotations

from casus.reading.ru.agreement import agrees
from casus.reading.ru.attributions import Attributions
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Pred, Segment
from casus.reading.ru.rows import acts_with_words
from casus.reading.ru.sources import thinks

_BESIDE = frozenset({"cond", "adv", "rel", "part", "ger", "ahead", "purpose", "instead", "unlike"})


class Levels(Attributions):
    """Finds the level of a segment among the clauses being read."""

    def _go_on(self, segment: Segment) -> None:
        verb = segment.finite[0]
        if segment.chunks[0].prep == "после" and segment.chunks[0].low == "чего":
            while len(self.stack) > 1 and self.top.mark != "colon":
                self.stack.pop()  # рассказывают так: машины вошли, после чего рынок загорелся
        subject = self._own_subject(segment, verb)
        if subject is not None and self._after_gerund(segment):
            del self.stack[1:]
        if (self.top.link == "ask" or self._fronted) and self._opens_main(segment):
            self.stack.pop()
        if not self.top.preds and (self.top.pending or len(self.stack) == 1 or self.top.link != "main"):
            return
        pending = next((f for f in reversed(self.stack[:-1]) if not f.preds and f.pending), None)
        if pending is not None and subject is None and self._fits_pending(pending, verb):
            while self.top is not pending:
                self.stack.pop()
            return
        if subject is None:
            self._to_sharing(segment, verb)
        else:
            self._beside_it(segment, verb)

    def _after_gerund(self, segment: Segment) -> bool:
        """Is it the main clause after what a gerund before it says (заявив, что враг отошёл, генерал уехал)?"""
        over = self.top.parent
        if self.top.link != "comp" or over is None or over.kind != "ger" or over.mark != "pending":
            return False
        alone = over.parent is None and bool(self.top.preds) and not self.stack[0].preds
        return alone and segment.before == "comma" and not segment.coord

    def _own_subject(self, segment: Segment, verb: Chunk) -> Chunk | None:
        if verb.form is None:
            return None
        nouns = (c for c in segment.of("np") if not c.prep and c.may("nom"))
        found = [c for c in nouns if agrees(c.as_subject(), verb.form, joined=bool(c.joined))]
        sure = [c for c in found if not c.may("acc") or c.start < verb.start]
        return (
            sure[0]
            if sure
            else next(iter(found), None)
            if verb.kind == "short" or not found or self._intransitive(verb)
            else None
        )

    def _intransitive(self, verb: Chunk) -> bool:
        return verb.lemma.endswith(("ся", "сь"))

    def _fits_pending(self, frame: Frame, verb: Chunk) -> bool:
        if verb.form is None:
            return True
        return any(
            c.kind == "np" and not c.prep and c.may("nom") and agrees(c.as_subject(), verb.form, joined=bool(c.joined))
            for c in frame.pending
        )

    def _to_sharing(self, segment: Segment, verb: Chunk) -> None:
        """Find the clause whose subject a verb without one of its own shares."""
        if self.top.mark == "colon" and segment.before == "comma" and not segment.coord and self.top.preds:
            return  # договорились: дамбу не строят, пограничников уводят
        if self._opens_main(segment):
            while len(self.stack) > 1 and self.top.link in _BESIDE:
                self.stack.pop()
            return
        below = segment.before == "comma" and segment.coord == "и" and len(self.stack) > 1
        frames = list(reversed(self.stack[:-1] if below else self.stack))
        for frame in frames:
            last = frame.last
            if last is None or verb.form is None:
                continue
            if self._alike(last, verb):
                while self.top is not frame:
                    self.stack.pop()
                return
        if self.top.link in _BESIDE:
            self._beside_it(segment, verb)

    @property
    def _fronted(self) -> bool:
        """Is it a content that opens the sentence, before who tells it (что мост взорван, штаб признал)?"""
        return self.top.link == "comp" and self.top.parent is None and self.top.mark == "что" and len(self.stack) == 2

    def _opens_main(self, segment: Segment) -> bool:
        """Is it the main clause after a condition that began the sentence (если не уйдут, откроют огонь)?"""
        below = next((f for f in reversed(self.stack) if f.link not in _BESIDE and f.link != "ask"), None)
        if self._fronted:
            below = self.stack[0]
        ahead = self.top.link in {"cond", "adv", "ahead", "ask"} or self._fronted
        if not ahead or below is None or below.preds:
            return False
        if segment.before != "comma" or segment.coord or not self.top.preds:
            return False
        at = next(i for i, s in enumerate(self.segments) if s is segment)
        rest = self.segments[at + 1 :]
        cut = next((i for i, s in enumerate(rest) if s.before in {"colon", "semicolon"}), len(rest))
        return not any(s.part_of_row(segment) for s in rest[:cut])

    def _alike(self, last: Pred, verb: Chunk) -> bool:
        if last.form is None or verb.form is None or last.kind in {"ger", "part"}:
            return last.kind == "noun"
        if last.kind == "inf":
            return False
        if last.form.number and verb.form.number and last.form.number != verb.form.number:
            return False
        if last.form.gender and verb.form.gender and last.form.gender != verb.form.gender:
            return False
        return not (last.form.person and verb.form.person and last.form.person != verb.form.person)

    def _turns_away(self, segment: Segment, verb: Chunk) -> bool:
        """Does another party act with words, after what the first holds (уверены, что…, а Ташкент предложил)?"""
        if segment.coord not in {"а", "но", "однако"} or len(self.stack) < 2 or self.top.link != "comp":
            return False
        said = [p.form for p in self.top.preds if p.form is not None]
        tense = verb.form.tense if verb.form is not None else ""
        return acts_with_words(verb.lemma) and bool(said) and all(f.tense != tense for f in said)

    def _beside_it(self, segment: Segment, verb: Chunk) -> None:
        """Find the level of a clause with a subject of its own."""
        if self._turns_away(segment, verb):
            del self.stack[1:]
            return
        reports = (thinks(verb.lemma)) and segment.after in {"comma", "colon"} and len(self.stack) > 1
        if reports and segment.coord in {"но", "однако", "а", "и"}:
            del self.stack[1:]
            return
        while (
            len(self.stack) > 1
            and self.top.link in _BESIDE
            and not (segment.coord and self.top.link == "cond" and segment.before == "conj")
        ):
            self.stack.pop()
