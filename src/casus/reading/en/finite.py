"""Finite verbs: whose predicate each is, and which clause begins where none waits for it."""

from __future__ import annotations

from casus.reading.en.inserted import Inserted
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Frame, Pred, takes_tag, takes_that, tense
from casus.reading.en.words import listed

_ONE = frozenset({"VHZ", "VBZ", "VVZ", "VDZ"})
_SPEECH_ACTS = frozenset({
    "demand", "deny", "accuse", "urge", "warn", "reject", "condemn", "threaten", "vow", "pledge", "blame", "appeal",
    "denounce", "offer", "propose", "ask", "call", "summon", "promise", "protest", "order", "instruct", "authorise",
    "authorize",
})  # fmt: skip
"""Verbs of what is done by speaking, joined to a verb of saying rather than to what is said."""


class Finite(Inserted):
    """Reads finite verb groups."""

    def _trailing(self, word: str) -> bool:
        """May a condition without ``if`` follow the clause (will answer should they cross; would have won had they)?"""
        last = self._last_pred()
        would = last is not None and last.group.modal in {"would", "could", "might", "may"}
        return word == "should" or (word in {"had", "were"} and would)

    def _inverted(self, i: int, made: Group) -> int:
        """Read a question or an inverted condition (Should that happen; Will anybody go): the index after it, or 0."""
        only_aux = all(w.pos == "aux" or w.tag in {"XX0", "AV0"} for w in made.words)
        nor = self._text(i - 1) in {"nor", "neither"} and self._kind(i + 1) == "np"
        if only_aux and nor:
            self.stack = [Frame("main")]
        if not only_aux or self._kind(i + 1) != "np":
            return 0
        trails = self.top.pred is not None and self._trailing(made.words[-1].text.lower())
        if (self.top.pre or self.top.pred is not None) and not trails:
            return 0
        j = i + 2
        while self._kind(j) == "adv":
            j += 1
        if made.copula and self._kind(j) in {"np", "adj"} and self._question_mark(j):
            self.top.pre.append(self.chunks[i + 1])
            self._make(i, made).question = True
            return i + 2
        form = self.chunks[j].group.form if self._kind(j) == "vg" else ""
        if form not in {"bare", "en", "ing", "finite"} and not (form == "inf" and self.chunks[i].text == "were"):
            return 0
        past = self.chunks[i].text == "had" and self.chunks[j].words[0].tag == "VVD"
        if form == "finite" and self.chunks[j].words[0].tag != "VVB" and not past:
            return 0
        merged = Chunk("vg", [*made.words, *self.chunks[j].words], index=j)
        whole = merged.group
        whole.form = "finite"
        if trails:
            self.stack.append(Frame("adv", "if", parent=self._last_pred()))
        elif self.chunks[i].text in {"should", "were", "had"} and not self._question_mark(j):
            self.top.kind, self.top.intro, self.top.parent = "adv", "if", None
            self.stack = [Frame("main"), self.top]
        self.top.pre.append(self.chunks[i + 1])
        pred = self._make(j, whole)
        pred.question = self._question_mark(j)
        pred.group.negative = pred.group.negative or nor
        pred.start = pred.group.words[0].start if pred.link == "cond" else self.chunks[j].start
        return j + 1

    def _finite(self, i: int, made: Group) -> None:
        before = self._at(i - 1)
        if self._interrupts(i, made):
            self.stack.append(Frame("main", pre=[self.stack[-1].pre.pop()]))
            self._make(i, made).link = "speaker"
            self.stack.pop()
            return
        if self._follows_opener(i, made):
            self.stack.append(Frame("comp", "", parent=self._make(i, made)))
            return
        frame = self._frame_without_pred(i)
        if frame is self.top and self._says_inside(i, made):
            self._make(i, made)
            noun = frame.noun or next((c for c in self.chunks[i::-1] if c.text == "what"), None)
            self.stack.append(Frame("comp", "", parent=frame.pred, pre=[noun] if noun is not None else []))
            return
        if frame is not None:
            self._fill(frame, i, made)
            return
        if self._after_cc(i):
            self._coordinate(i, made)
            return
        self._without_frame(i, made, before)

    def _fill(self, frame: Frame, i: int, made: Group) -> None:
        """Give a clause that waits for its verb the verb."""
        self._close_to(frame)
        told = self._tag_at(i) or (self._set_off(i) and self._told_before())
        put = self._as_told(i, made)
        if self._kind(i - 1) == "comma" and not frame.pre and self._told_after(i, made):
            self._said_inverted(i, made)
            return
        pred = self._make(i, made)
        if put:
            pred.link, pred.parent = "speaker", None
        if frame.kind == "main" and len(self.preds) > 1 and told and self._tells(i, made):
            pred.link = "speaker"

    def _told_after(self, i: int, made: Group) -> bool:
        """Is it a tag on an answer without a verb, its speaker after it (Not so, counters the army: …)?"""
        told = takes_tag(made.head.lemma) and not (made.passive or made.modal or self.preds)
        return told and self._kind(i + 1) == "np" and self._kind(i + 2) in {"comma", "mark", "prep", "wh"}

    def _without_frame(self, i: int, made: Group, before: Chunk | None) -> None:
        """Read a verb no clause waits for: a tag on what is said, a clause of its own, or one more verb."""
        subject = self._subject_before(i) or self.resumes
        self.resumes = None
        if subject is None:
            if before is not None and before.kind == "quote":
                self._close_to(self.stack[0])
            insists = before is not None and before.kind == "quote" and takes_tag(made.head.lemma)
            insists = insists or self._warns_after(i, made)
            apart = self._subject_apart(i)
            if apart is not None:
                self._new_clause(i, made, apart)
                return
            if insists or made.head.lemma in listed("report") or made.head.lemma == "say":
                self._said_inverted(i, made)
                return
            self._coordinate(i, made)
            return
        self._new_clause(i, made, subject)

    def _warns_after(self, i: int, made: Group) -> bool:
        """Is it a tag with its speaker after it, no verb of saying (…, warned the envoy, …; …, fears the mayor)?"""
        told = made.head.lemma in listed("tag") and not made.passive and not made.modal
        closed = self._kind(i + 2) in {"", "comma", "mark"} and self._kind(i + 1) == "np"
        return told and closed and self._kind(i - 1) == "comma" and self._told_before()

    def _subject_apart(self, i: int) -> Chunk | None:
        """The subject of a verb of saying behind words set apart (the envoy, on a visit, said Paris stood by)."""
        content = self._kind(i + 1) == "np" and self._vg_next(i + 1)
        if self._kind(i - 1) != "comma" or not (content or self._kind(i + 1) == "comp"):
            return None
        j = next((k for k in range(i - 2, 0, -1) if self._kind(k) == "comma"), 0)
        aside = self._kind(j + 1) == "prep" and not any(c.kind in {"vg", "cc"} for c in self.chunks[j:i])
        opens = j > 1 and self._kind(j - 1) == "np" and self._kind(j - 2) in {"cc", "comma", "mark"}
        return self.chunks[j - 1] if aside and opens else None

    def _says_inside(self, i: int, made: Group) -> bool:
        """Is it who says so, set into a relative clause right before its verb (the rebels, who Kabul says hide in)?"""
        waits = self.top.kind == "rel" and self.top.noun is not None and bool(self.top.pre)
        what = self.top.kind == "comp" and self.top.intro == "what" and self.top.parent is not None
        waits = waits or (what and bool(self.top.pre))
        return waits and takes_tag(made.head.lemma) and not made.passive and self._vg_next(i)

    def _frame_without_pred(self, i: int) -> Frame | None:
        """The innermost clause that still waits for its verb and has a subject, or a pronoun that is one."""
        for frame in reversed(self.stack):
            if frame.pred is None:
                if (
                    frame.pre
                    or (frame.kind == "rel" and not frame.wh_object)
                    or frame.intro in {"what", "as", "if", "than", "who"}
                ):
                    return frame
                if frame.kind == "main" and not self._objects_since(frame) and not self._set_off(i):
                    return frame
                if frame.kind == "main" and self.top.intro == "gerund":
                    return frame
        return None

    def _tag_at(self, i: int) -> bool:
        """Stands a noun phrase right before the verb and right after a quotation (…," the spokesman said)?"""
        return self._kind(i - 1) == "np" and self._kind(i - 2) == "quote"

    def _set_off(self, i: int) -> bool:
        """Stands a noun phrase right before the verb and right after a comma or quotation (…, the army said)?"""
        return self._kind(i - 1) == "np" and self._kind(i - 2) in {"quote", "comma"}

    def _told_before(self) -> bool:
        """Stands a whole clause before in the sentence, so that a verb of saying after a comma is a tag on it?"""
        return any(p.link == "main" and p.segment == self.segment for p in self.preds)

    def _objects_since(self, frame: Frame) -> bool:
        return any(f.pred is not None and f.pred.objects() for f in self.stack if f is not frame)

    def _subject_before(self, i: int) -> Chunk | None:
        """The noun phrase before a verb that is no other verb's, with the phrases after it left aside."""
        j = i - 1
        if self._kind(j) == "quote" and self.chunks[i].start < self.chunks[j].start:
            j -= 1
        while j >= 0 and (self.chunks[j].kind in {"adv", "date", "np", "prep"} or self._described(j)):
            if self.chunks[j].kind == "np" and (j == 0 or self.chunks[j - 1].kind != "prep"):
                return self.chunks[j]
            j -= 1
        if self._kind(j) == "comma" and self._text(j - 3) == "according" and self._kind(j - 4) == "comma":
            return self._subject_before(j - 4)
        return None

    def _described(self, j: int) -> bool:
        """Is it a participle that only describes the noun before it (lawmakers briefed by the agency said)?"""
        chunk = self.chunks[j]
        return (
            chunk.kind == "vg"
            and chunk.group.form == "en"
            and self._kind(j - 1) == "np"
            and self._kind(j + 1) == "prep"
        )

    def _new_clause(self, i: int, made: Group, subject: Chunk) -> None:
        """A clause whose subject was first taken for an object, or that stands after a conjunction or a comma."""
        holder = self._holder(subject)
        if holder is not None:
            holder.taken = [t for t in holder.taken if t.chunk.index < subject.index]
            if holder.complement is subject:
                holder.complement = None
        j = subject.index - 1
        while self._kind(j) in {"adv", "date", "prep"} or (self._kind(j) == "np" and self._kind(j - 1) == "prep"):
            j -= 1
        opener = self.chunks[j] if j >= 0 else None
        if opener is not None and opener.kind in {"comma", "quote"} and self.preds and self._tells(i, made):
            self.stack = [self.stack[0]]
            frame = Frame("main")
            self.stack = [frame]
            frame.pre.append(subject)
            pred = self._make(i, made)
            pred.link = "speaker"
            return
        if opener is not None and opener.kind == "cc":
            frame = self._joined_clause(j)
        elif opener is not None and opener.kind == "comma":
            frame = Frame("main")
            while len(self.stack) > 1 and self.top.kind != "comp":
                self.stack.pop()
            if self.top.kind == "comp" and self.top.pred is not None:
                frame = Frame("comp", self.top.intro, parent=self.top.parent, noun=self.top.noun)
        else:
            frame = self._contained(i, subject, holder, j)
        frame.pre.append(subject)
        self.stack.append(frame)
        if frame.kind == "rel" and frame.noun is not None and self._holds_what_follows(i, made):
            frame.wh_object = False
            self.stack.append(Frame("comp", "", parent=self._make(i, made), pre=[frame.noun]))
            return
        self._make(i, made)

    def _contained(self, i: int, subject: Chunk, holder: Pred | None, j: int) -> Frame:
        """A clause inside another without a word that opens it: what is said, what a claim tells, or a relative."""
        parent, opener = holder or self._last_pred(), self._at(j)
        if opener is not None and parent is not None and self._tells_claim(opener, subject, parent, i):
            return Frame("comp", "that", parent=parent, noun=opener)
        content = parent is not None and takes_that(parent)
        if content and holder is not None and (opener is None or opener.kind != "np" or not self._claims(j)):
            return Frame("comp", "", parent=parent)
        return Frame("rel", "", parent=parent, noun=self._noun_before(subject.index), wh_object=True)

    def _joined_clause(self, j: int) -> Frame:
        """A clause with its own subject after and, but: by the innermost ``that`` clause, after a comma by the main."""
        comma = self._kind(j - 1) == "comma" or (self._kind(j - 1) == "quote")
        inner = next((f for f in reversed(self.stack) if f.kind in {"comp", "adv"} and f.pred is not None), None)
        if inner is not None and not comma:
            self._close_to(inner)
            self.stack.pop()
            made_frame = Frame(inner.kind, inner.intro, parent=inner.parent, noun=inner.noun)
            made_frame.coordinated = True
            return made_frame
        self.stack = [Frame("main")]
        return Frame("main")

    def _coordinate(self, i: int, made: Group) -> None:
        """A verb joined to an earlier one whose subject it shares."""
        other = self._conjunct(made, i)
        if other is None:
            self.stack.append(Frame("main"))
            self._make(i, made)
            return
        self._close_after(other)
        frame = Frame(self._kind_of(other), other.mark, parent=other.parent, noun=other.noun)
        frame.coordinated = True
        self.stack.append(frame)
        pred = self._make(i, made)
        pred.link, pred.mark, pred.parent, pred.noun = other.link, other.mark, other.parent, other.noun
        if other.link == "speaker":
            pred.link = "main"
        pred.subject, pred.subject_own, pred.shares = other.subject, False, other
        pred.question = other.question

    def _conjunct(self, made: Group, i: int) -> Pred | None:
        same = [p for p in self.preds if p.group.form == made.form and p.segment == self.segment and not p.nominal]
        same = [p for p in same if p.link != "speaker"] or same
        opens = [f.pred for f in self.stack if f.pred is not None]
        same = [p for p in same if any(p is q for q in opens)] or same
        teller = self._teller(made)
        if teller is not None:
            return teller
        inner = same[-1] if same else None
        if (
            inner is not None
            and inner.group.perfect
            and not tense(made)[0]
            and made.past
            and not self._comma_before_cc(i)
        ):
            return inner
        if made.form != "finite":
            return same[-1] if same else None
        joined = self._text(i - 1) in {"and", "but"}
        same = [p for p in same if not joined or _agree(p.subject, made)] or same
        alike = [p for p in same if tense(p.group) == tense(made)]
        alike = [p for p in alike if p.group.head.tag == made.head.tag or made.head.tag not in {"VVZ", "VVB"}] or alike
        candidates = alike or same
        return candidates[-1] if candidates else None

    def _teller(self, made: Group) -> Pred | None:
        """The verb of saying another one goes on from (denied that X and said Y); content seldom says something."""
        if made.form != "finite" or not (made.head.lemma in listed("report") or made.head.lemma in _SPEECH_ACTS):
            return None
        opens = [f.pred for f in self.stack if f.pred is not None and f.pred.link == "main"]
        speaks = (p for p in reversed(opens) if takes_that(p) and tense(p.group) == tense(made))
        return next(speaks, None)

    def _comma_before_cc(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and self._kind(j) in {"adv", "date"}:
            j -= 1
        return self._kind(j - 1) == "comma"

    def _said_inverted(self, i: int, made: Group) -> None:
        """``…, said the minister``: the speaker follows."""
        frame = Frame("main")
        self.stack = [frame]
        pred = self._make(i, made)
        pred.link = "speaker"
        after = self._at(i + 1)
        if after is not None and after.kind == "np" and made.head.lemma != "tell":
            pred.subject = after


def _agree(subject: Chunk | None, made: Group) -> bool:
    """May a noun phrase be the subject of a verb by its number (its soldiers … has sent)?"""
    first = next((w for w in made.words if w.pos in {"aux", "verb"}), made.head)
    return not (first.tag in _ONE and subject is not None and subject.head.tag == "NN2")
