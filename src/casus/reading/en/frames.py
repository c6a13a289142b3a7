"""The clauses open while a sentence is read, and what all steps of reading it share."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.en.matching import find_noun
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Frame, Pred, Taken
from casus.reading.en.words import governor, listed


class Frames:
    """The phrases of one sentence with the clauses opened so far, the innermost last."""

    def __init__(self, chunks: list[Chunk], *, headline: bool, quoted: bool = False) -> None:
        self.chunks = chunks
        self.headline = headline
        self.preds: list[Pred] = []
        self.stack: list[Frame] = [Frame("main")]
        self.segment = 0
        self.quote = int(quoted)
        self.quotes = int(quoted)
        self.later_speaker: Phrase | None = None
        """Who speaks at the end of a quotation that runs on after the sentence."""
        self.resumes: Chunk | None = None
        """The noun phrase a relative clause just closed hung on: the verb that follows is its."""
        self.sources: list[tuple[int, Chunk, int, str]] = []
        """Speakers given with ``according to``: position, noun phrase, segment, what it is only for."""

    @property
    def top(self) -> Frame:
        """The clause being read."""
        return self.stack[-1]

    def _make(self, i: int, made: Group) -> Pred:
        frame = self.top
        pred = Pred(len(self.preds), made, made.head.lemma, i)
        pred.start, pred.end = made.start, made.end
        pred.quoted, pred.segment, pred.headline = self.quote, self.segment, self.headline
        pred.parent, pred.noun, pred.mark = frame.parent, frame.noun, frame.intro
        pred.link = {"adv": "adv", "comp": "comp", "rel": "rel", "inf": "inf", "ing": "ing", "en": "en"}.get(
            frame.kind, "main"
        )
        if frame.kind == "adv" and frame.intro in listed("condition"):
            pred.link = "cond"
        pred.question = frame.kind == "rel" and frame.noun is None and self._question_mark(i)
        pred.taken.extend(t for t in frame.pending)
        frame.pending = []
        self._subject(pred, frame)
        frame.pred = pred
        self.preds.append(pred)
        pred.below = self.stack[-2] if len(self.stack) > 1 else None
        return pred

    def _subject(self, pred: Pred, frame: Frame) -> None:
        if frame.pre:
            pred.subject = frame.pre[-1]
            if frame.kind == "rel" and frame.wh_object and frame.noun is not None:
                pred.taken.append(Taken("object", frame.noun, own=False))
        elif frame.kind == "rel" and frame.noun is not None:
            pred.subject, pred.subject_own = frame.noun, False

    def _close_to(self, frame: Frame) -> None:
        while self.top is not frame:
            self.stack.pop()

    def _close_after(self, pred: Pred) -> None:
        """Close the clauses opened after a predicate's own."""
        for n, frame in enumerate(self.stack):
            if frame.pred is pred:
                del self.stack[max(n, 0) :]
                break
        if not self.stack:
            self.stack.append(Frame("main"))
            self.stack[0].pred = pred

    def _last_pred(self) -> Pred | None:
        return next((f.pred for f in reversed(self.stack) if f.pred is not None), None)

    def _holder(self, chunk: Chunk) -> Pred | None:
        for pred in reversed(self.preds):
            if any(t.chunk is chunk for t in pred.taken) or pred.complement is chunk:
                return pred
        return None

    def _noun_before(self, i: int) -> Chunk | None:
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"comma", "prep", "date", "quote"}:
            j -= 1
        if j < 0 or self.chunks[j].kind != "np":
            return None
        if self.chunks[i].text == "who" and self._kind(j - 2) == "np" and self._text(j - 1) in {"in", "at", "near"}:
            j = j - 2 if self.chunks[j].head.tag == "NP0" else j  # of somebody in a place, it is he who does it
        noun = self.chunks[j]
        inner = noun.of[-1] if noun.of and noun.of[-1].kind == "np" and noun.of[-1].head.pos == "noun" else None
        if inner is not None and (self.chunks[i].text in {"which", "that"} or self._event_of(i, noun)):
            return inner
        return noun

    def _claim_by(self, i: int) -> Chunk | None:
        """The claim of which a clause tells, with who makes it written between (the claim by the army that)."""
        noun = self._at(i - 3) if self._text(i - 2) in {"by", "from"} and self._kind(i - 1) == "np" else None
        tells = noun is not None and noun.kind == "np" and governor(noun.head.lemma, "noun", "that") is not None
        return noun if tells else None

    def _event_of(self, i: int, noun: Chunk) -> bool:
        """Describes a participle whom an event befalls (the arrest of a minister accused of), not the event?"""
        return self.chunks[i].kind == "vg" and find_noun(noun.words) is not None

    def _kind_of(self, pred: Pred) -> str:
        return {
            "main": "main",
            "comp": "comp",
            "rel": "rel",
            "inf": "inf",
            "ing": "ing",
            "part": "ing",
            "en": "en",
            "adv": "adv",
            "cond": "adv",
        }.get(pred.link, "main")

    def _after_cc(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"adv", "date", "comma"}:
            j -= 1
        return j >= 0 and self.chunks[j].kind == "cc"

    def _vg_after(self, i: int, *, strict: bool = True) -> bool:
        j = i + 1
        while self._kind(j) in ({"adv"} if strict else {"adv", "np", "date"}):
            if self._kind(j) == "np":
                return False
            j += 1
        return self._kind(j) == "vg" and self.chunks[j].group.form == "finite"

    def _vg_next(self, i: int) -> bool:
        j = i + 1
        while self._kind(j) == "adv":
            j += 1
        return self._kind(j) == "vg" and self.chunks[j].group.form == "finite"

    def _finite_after_np(self, i: int) -> bool:
        """Is a noun phrase the subject of a finite verb that comes before the clause ends?"""
        seen_np = 1
        j = i + 1
        while (c := self._at(j)) is not None:
            if c.kind == "vg":
                form = c.group.form
                if form == "finite":
                    return seen_np == 1
                if form != "en":
                    return False
                seen_np = 0
            elif c.kind == "np":
                before = self.chunks[j - 1]
                seen_np = seen_np if before.kind in {"prep", "cc"} else seen_np + 1
                if seen_np == 0:
                    seen_np = 1
            elif c.kind in {"comma", "mark", "sub", "comp", "wh", "quote"} or (
                c.kind == "cc" and self._kind(j + 1) in {"vg", "adv"}
            ):
                return False
            if seen_np > 1:
                return False
            j += 1
        return False

    def _finite_later(self, i: int) -> bool:
        """Comes a comma and then another finite verb?"""
        comma = False
        j = i + 1
        while (c := self._at(j)) is not None:
            comma = comma or c.kind == "comma"
            if comma and c.kind == "vg" and c.group.form == "finite":
                return True
            if c.kind == "mark":
                return False
            j += 1
        return False

    def _question_mark(self, i: int) -> bool:
        return any(c.text == "?" for c in self.chunks[i:])

    def _at(self, i: int) -> Chunk | None:
        return self.chunks[i] if 0 <= i < len(self.chunks) else None

    def _kind(self, i: int) -> str:
        return self.chunks[i].kind if 0 <= i < len(self.chunks) else ""

    def _text(self, i: int) -> str:
        return self.chunks[i].text if 0 <= i < len(self.chunks) else ""
