"""Reading Russian clauses: what opens one, and what depends on what."""

from __future__ import annotations

from casus.reading.ru.levels import Levels
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Frame, Said, Segment
from casus.reading.ru.rows import joins
from casus.reading.ru.sources import is_somebody, thinks
from casus.reading.ru.words import governor

_BESIDE = frozenset({"cond", "adv", "rel", "part", "ger", "ahead", "purpose", "instead", "unlike"})


class Clauses(Levels):
    """The clauses of one sentence."""

    def read(self) -> Clauses:
        """Read the segments in order."""
        for i, segment in enumerate(self.segments):
            self._mark(segment)
            following = self.segments[i + 1] if i + 1 < len(self.segments) else None
            if not self._beside(segment, following):
                self._place(segment)
        return self

    def _mark(self, segment: Segment) -> None:
        if segment.before in {"semicolon", "colon"}:
            self.part += 1
        if segment.before == "semicolon":
            self.stack = [self._main()]
        elif segment.before == "colon":
            self._after_colon(segment)
        elif segment.before == "close":
            del self.stack[2:]
        while len(self.stack) > 1 and self.top.link in {"part", "ger"}:
            self.stack.pop()

    def _after_colon(self, segment: Segment) -> None:
        last = self.top.last or next((f.last for f in reversed(self.stack) if f.last is not None), None)
        if last is not None and (thinks(last.lemma) or governor(last.lemma, "report", "colon") is not None):
            self._push(Frame("comp", "colon", last))
            return
        if last is None and len(self.loose or self.top.pending) >= 1 and segment.finite:
            speaker = (self.top.pending or self.loose)[0]
            if speaker.kind == "np" and not speaker.prep and speaker.may("nom") and is_somebody(speaker):
                self.said.append(Said(speaker.start, speaker.phrase(), "named", "ru.form:colon", part=self.part))
                self.loose.extend(self.top.pending)
        quoted = any(c.kind == "quote" for c in self.chunks if c.start >= segment.chunks[0].start)
        if self.top.link != "comp" or not quoted:  # уверяет, что…: их «кормили» is still what is said
            self.stack = [self._main()]

    def _place(self, segment: Segment) -> None:
        if segment.sub is not None:
            self._subordinate(segment)
        elif segment.rel is not None:
            self._relative(segment)
        elif (lead := self._participle(segment)) is not None:
            self._participial(segment, lead)
            return
        elif segment.of("ger") and not segment.finite:
            self._adverbial(segment)
            return
        elif not segment.finite:
            self._verbless(segment)
            return
        else:
            self._go_on(segment)
        self._fill(segment)

    def _subordinate(self, segment: Segment) -> None:
        assert segment.sub is not None  # noqa: S101 - the caller asks
        link = segment.sub.sub
        if (segment.coord in {"и", "или"} and self.top.link == link and self.top.preds) or (
            segment.coord and self.top.link in _BESIDE
        ):
            self.stack.pop()
        governed = self.top.last or next((f.last for f in reversed(self.stack) if f.last is not None), None)
        last = self.preds[-1] if self.preds else None
        if (
            last is not None
            and last.kind == "ger"
            and last.segment is not None
            and last.segment.chunks[-1] in self.chunks[max(0, segment.first - 3) : segment.first]
        ):
            governed = last
        before = next((c for c in reversed(self.chunks[: segment.first]) if c.kind != "comma"), None)
        if link == "ask" and before is not None and before.lemma in {"тот", "то"}:
            link = "rel"
        noun = self._last_noun(segment.first)
        self._push(Frame(link, segment.sub.low, governed, noun if link == "comp" else None))

    def _relative(self, segment: Segment) -> None:
        assert segment.rel is not None  # noqa: S101 - the caller asks
        noun = self._antecedent(segment)
        while self.top.link in _BESIDE and segment.coord:
            self.stack.pop()
        frame = self._push(Frame("rel", "который", self.top.last, noun))
        frame.rel, frame.rel_prep = segment.rel, segment.rel_prep

    def _antecedent(self, segment: Segment) -> Chunk | None:
        """The noun a relative clause is about: the nearest before that has its number and gender."""
        rel = segment.rel
        for chunk in reversed(self.chunks[: segment.first]):
            if chunk.kind != "np":
                continue
            options = [*reversed(chunk.parts), chunk] if not chunk.joined else [chunk]
            if chunk.parts and chunk.parts[-1].head.capital:
                options = [chunk, *reversed(chunk.parts)]
            for option in options:
                if (
                    rel is None
                    or not option.number
                    or not rel.number
                    or (
                        option.number == rel.number
                        and (rel.number == "plur" or not option.gender or not rel.gender or option.gender == rel.gender)
                    )
                ):
                    return option
        return self._last_noun(segment.first)

    def _participle(self, segment: Segment) -> Chunk | None:
        """The participle a segment opens with."""
        for chunk in segment.chunks:
            if chunk.kind == "part":
                return chunk
            if chunk.kind not in {"adv", "not", "conj", "date"}:
                return None
        return None

    def _participial(self, segment: Segment, lead: Chunk) -> None:
        noun = self._agreeing(segment, lead)
        pred = self._make(lead, Frame("part", "", self.top.last, noun), segment)
        rest = [c for c in segment.chunks if c.kind == "np"]
        if noun in rest:
            at = rest.index(noun)
            pred.candidates = rest[:at]
            self.top.pending.extend(rest[at:]) if not segment.finite else None
            if segment.finite and noun is not None:
                segment.chunks = segment.chunks[segment.chunks.index(noun) :]
                if not segment.finite:
                    self.top.pending.extend(segment.of("np", "date"))
                    return
                self._go_on(segment)
                self._fill(segment)
            return
        if segment.finite:
            cut = segment.chunks.index(segment.finite[0])
            pred.candidates = [c for c in segment.chunks[:cut] if c.kind == "np"]
            segment.chunks = segment.chunks[cut:]
            self._go_on(segment)
            self._fill(segment)
            return
        pred.candidates = rest
        pred.dates = segment.of("date")
        self._infinitives(segment, pred)

    def _agreeing(self, segment: Segment, lead: Chunk) -> Chunk | None:
        before = self._last_noun(segment.first)
        if before is not None and segment.before in {"comma", "conj", "open"}:
            for option in [*reversed(before.parts), before]:
                if option.may(*lead.cases) and (not option.number or not lead.number or option.number == lead.number):
                    return option
            for chunk in reversed(self.chunks[: segment.first]):
                if chunk.kind == "np" and chunk.may(*lead.cases) and chunk.number in {"", lead.number}:
                    return chunk
            return before
        return next((c for c in segment.of("np") if c.may(*lead.cases) and c.number in {"", lead.number}), None)

    def _adverbial(self, segment: Segment) -> None:
        gerunds = segment.of("ger")
        for n, chunk in enumerate(gerunds):
            pred = self._make(chunk, Frame("ger", "", self.top.last), segment)
            pred.mark = "pending" if self.top.last is None else ""
            end = gerunds[n + 1] if n + 1 < len(gerunds) else None
            inside = segment.chunks[segment.chunks.index(chunk) : segment.chunks.index(end) if end else None]
            pred.candidates = [c for c in inside if c.kind == "np"]
            if n == 0:
                lead = segment.chunks[: segment.chunks.index(chunk)]
                pred.candidates = [*(c for c in lead if c.kind == "np"), *pred.candidates]
            pred.dates = [c for c in inside if c.kind == "date"]
            self._infinitives(segment, pred)
            self._cites(pred)

    def _verbless(self, segment: Segment) -> None:
        """A segment without a predicate: more of the clause being read, or infinitives of its own."""
        nouns = segment.of("np", "date")
        if segment.of("inf"):
            self._bare_infinitive(segment)
            return
        frame = next((f for f in reversed(self.stack) if not f.preds), self.top)
        if self._said_to_be(segment, frame, nouns):
            return
        if not frame.preds:
            frame.pending.extend(nouns)
            self.loose.extend(nouns)
            return
        last = frame.last or self.top.last
        bare = last is not None and any(not c.prep for c in last.candidates)
        self._to_last([c for c in nouns if c.kind == "date" or c.prep or not bare])
        self.loose.extend(c for c in nouns if c.kind == "np")

    def _said_to_be(self, segment: Segment, frame: Frame, nouns: list[Chunk]) -> bool:
        """Read a dash for a verb left out, where the table knows what is said (Армения — член ОДКБ)."""
        what = nouns[0] if nouns and segment.before == "dash" else None
        who = [c for c in frame.pending if c.kind == "np" and not c.prep and c.may("nom")]
        if what is None or what.prep or not what.may("nom") or frame.preds or len(who) != 1 or not joins(what):
            return False
        pred = self._make(what, frame, segment)
        pred.kind, pred.lemma, pred.trigger, pred.subject = "pred", "быть", [what.head], who[0]
        pred.candidates = [*(c for c in frame.pending if c.kind == "np" and c is not who[0]), *nouns]
        pred.candidates = [c for c in pred.candidates if c.kind == "np"]
        frame.pending = []
        frame.preds.append(pred)
        return True

    def _bare_infinitive(self, segment: Segment) -> None:
        """Infinitives that go on after a comma: …, а Эфиопии вернуть администрацию; но наносить удар не стал."""
        owner = self.top.last
        while owner is not None and owner.kind == "inf" and owner.parent is not None:
            owner = owner.parent
        if owner is not None and (segment.before in {"comma", "conj", "dash"} or self.top.mark):
            self._infinitives(segment, owner, apart=True)
            return
        first = segment.of("inf")[0]
        pred = self._make(first, self.top, segment)
        cut = segment.chunks.index(first)
        pred.candidates = [*self.top.pending, *(c for c in segment.chunks[:cut] if c.kind == "np")]
        self.top.pending = []
        self.top.preds.append(pred)
        self._infinitives(segment, pred)
