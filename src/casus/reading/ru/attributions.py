"""Segments of a Russian sentence that only say whose words it gives: сообщил министр; по данным штаба."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.ru.agreement import agrees
from casus.reading.ru.filling import Filling
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Said, Segment
from casus.reading.ru.rows import speaks
from casus.reading.ru.sources import account, as_said, is_account, owner_of, place_speaks, says, thinks

_FINITE = frozenset({"verb", "short", "adj", "pred"})


class Attributions(Filling):
    """Takes attributions out of the run of the clauses."""

    def _beside(self, segment: Segment, following: Segment | None) -> bool:
        """Take a segment that only says whose words these are."""
        if as_said(segment) or self._is_tag(segment, following):
            return self._tag(segment, following)
        for chunk in segment.chunks:
            said = account(chunk)
            if said is None:
                continue
            alone = not any(c.kind in _FINITE or c.kind in {"inf", "ger", "part"} for c in segment.chunks)
            said.part, said.segment = self.part, segment
            self.said.append(said)
            if alone and chunk is next((c for c in segment.chunks if c.kind == "np"), None):
                others = [c for c in segment.chunks if c is not chunk and c.kind in {"np", "date"}]
                self.top.pending.extend(others) if not self.top.preds else self._to_last(others)
                self.loose.append(chunk)
                return True
        return False

    def _is_tag(self, segment: Segment, following: Segment | None) -> bool:
        """Is it сообщил министр, говорится в заявлении посольства, пообещала она: a verb, then who speaks?"""
        verbs = segment.of("verb", "short")
        first = next((c for c in segment.chunks if c.kind not in {"conj", "adv", "date", "unquote", "quote"}), None)
        if not verbs or not self._anything_before() or segment.sub is not None or segment.rel is not None:
            return False
        if segment.before not in {"comma", "dash", "unquote", "stop"} or segment.coord:
            return False
        if following is not None and following.before == "colon":
            return False
        verb = verbs[0]
        if len(segment.finite) > 1 or segment.of("inf") or not self._may_tag(verb):
            return False
        subject = self._speaker(segment, verb)
        if subject is None or (following is not None and following.sub is not None and following.sub.sub == "comp"):
            return False
        return first is verb or (segment.before == "dash" and self._quote_before(segment))

    def _quote_before(self, segment: Segment) -> bool:
        return any(c.kind == "unquote" for c in self.chunks[max(0, segment.first - 4) : segment.first])

    def _may_tag(self, verb: Chunk) -> bool:
        return thinks(verb.lemma) or says(verb.lemma) or speaks(verb.lemma)

    def _anything_before(self) -> bool:
        return bool(self.preds) or any(f.pending for f in self.stack) or bool(self.loose)

    def _speaker(self, segment: Segment, verb: Chunk) -> Chunk | None:
        nouns = [c for c in segment.of("np") if not is_account(c)]
        for chunk in nouns:
            if not chunk.prep and chunk.may("nom") and verb.form is not None and agrees(chunk.as_subject(), verb.form):
                return chunk
        if verb.kind == "short" or (
            verb.form is not None and (verb.form.number == "plur" or verb.lemma.endswith("ся"))
        ):
            return next((c for c in nouns if place_speaks(c)), None)
        return None

    def _tag(self, segment: Segment, following: Segment | None) -> bool:
        verb = segment.of("verb", "short")[0]
        speaker = self._speaker(segment, verb)
        effect, voice = "claim", "named"
        if speaker is None:
            voice = "unnamed"
            effect = "expected" if verb.lemma in {"ожидаться", "планироваться"} else "claim"
            voice = "none" if effect == "expected" else voice
        said = Said(
            verb.start, speaker.phrase() if speaker else None, voice, f"ru.cue:report:{verb.lemma}", effect, self.part
        )
        if (speaker is not None and place_speaks(speaker) and verb.kind == "short") or (
            speaker is not None and place_speaks(speaker) and verb.lemma.endswith("ся")
        ):
            said.speaker = _document(speaker)
        self.said.append(said)
        if speaker is not None and not says(verb.lemma) and not thinks(verb.lemma):
            pred = self._make(verb, Frame("tag"), segment)
            pred.candidates = [c for c in segment.of("np") if c is not speaker or not speaker.prep]
            if speaker is not None and speaker.prep:
                pred.candidates.append(speaker)
            said.pred = pred
        told = [p for p in self.preds if p is not said.pred]
        if following is not None:  # one that stands in the midst speaks in its own part only
            told = [p for p in told if not self._parted(p.position, verb.start)]
        said.covers = told
        self._passes_on(segment, said)
        if said.speaker is not None and speaker is not None:
            said.speaker = self._one_of(segment, speaker, said.speaker)
        return True

    def _parted(self, a: int, b: int) -> bool:
        """Does a semicolon outside of quotation marks part two places?"""
        depth = 0
        for chunk in self.chunks:
            if a < chunk.start < b:
                depth += (chunk.kind in {"quote", "open"}) - (chunk.kind in {"unquote", "close"})
                if chunk.kind == "semicolon" and depth == 0:
                    return not any(c.kind == "unquote" for c in self.chunks if chunk.start < c.start < b)
        return False

    def _passes_on(self, segment: Segment, said: Said) -> None:
        """Take сообщает агентство со ссылкой на источник for two, one inside the other."""
        for chunk in segment.of("np"):
            inner = account(chunk)
            if inner is not None and inner.cites:
                inner.part, inner.segment = self.part, segment
                inner.speaker, inner.covers, inner.cites = self._with_place(chunk), said.covers, False
                self.said.append(inner)

    def _one_of(self, segment: Segment, speaker: Chunk, phrase: Phrase) -> Phrase:
        """Write одна из газет as one phrase."""
        at = segment.chunks.index(speaker)
        following = segment.chunks[at + 1] if at + 1 < len(segment.chunks) else None
        if (
            following is None
            or following.prep != "из"
            or speaker.lemma not in {"один", "некоторый", "ряд", "несколько"}
        ):
            return phrase
        return Phrase((speaker.start, following.end), (following.start, following.core or following.end))

    def _to_last(self, nouns: list[Chunk]) -> None:
        last = self.top.last or (self.preds[-1] if self.preds else None)
        if last is None:
            self.loose.extend(nouns)
            return
        last.candidates.extend(c for c in nouns if c.kind == "np" and not is_account(c))
        last.dates.extend(c for c in nouns if c.kind == "date")


def _document(chunk: Chunk) -> Phrase:
    """Whose document it is (говорится в заявлении представителя), or the document itself."""
    return owner_of(chunk) or chunk.phrase()
