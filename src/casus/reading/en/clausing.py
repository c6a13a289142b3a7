"""English clauses: which verb groups are predicates, what introduces each, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.en.phrases import Chunk, Group, group
from casus.reading.en.words import governor, listed
from casus.reading.lexicon import Predicate
from casus.reading.tokens import Token
from casus.records import Span

_TEMPORAL = {"after", "before", "until", "till", "since", "once", "as", "when", "while"}
_TIMES = {"week", "day", "month", "night", "morning", "time", "hour", "minute", "year", "decade", "evening", "afternoon", "weekend", "twice", "first"}
_CONTRAST = {"while", "although", "though", "whereas", "even though"}
_OWN_OF = {
    "accuse",
    "warn",
    "convict",
    "suspect",
    "inform",
    "notify",
    "remind",
    "assure",
    "deprive",
    "rob",
    "absolve",
    "clear",
    "dispose",
    "consist",
    "die",
    "complain",
    "speak",
    "think",
    "dream",
}


@dataclass(slots=True)
class Taken:
    """A noun phrase or date of a predicate, with its mark."""

    mark: str
    chunk: Chunk
    own: bool = True


@dataclass(slots=True)
class Pred:
    """A predicate on its way to a clause."""

    number: int
    group: Group
    lemma: str
    index: int
    """Index of its phrase in the sentence."""
    link: str = "main"
    """``main comp quote inf ing en part adv rel coord cond purpose np``."""
    mark: str = ""
    """The word that introduces it: that, if, of, without …"""
    parent: Pred | None = None
    noun: Chunk | None = None
    """The noun a relative clause or a noun's complement hangs on."""
    subject: Chunk | None = None
    subject_own: bool = True
    shares: Pred | None = None
    """The conjunct it shares its subject with."""
    taken: list[Taken] = field(default_factory=list)
    adjective: Chunk | None = None
    complement: Chunk | None = None
    row: Predicate | None = None
    start: int = 0
    end: int = 0
    question: bool = False
    quoted: int = 0
    """Number of the quotation it stands in; 0 for none."""
    segment: int = 0
    nominal: bool = False
    headline: bool = False
    helps: Pred | None = None
    """The bare infinitive that let, make or help goes with."""
    swallowed: set[int] = field(default_factory=set)
    """Indexes of the phrases that belong to the trigger."""
    absorbed: bool = False
    """Is it only grammar for another predicate (is due to + meet)?"""
    flat_passive: bool | None = None
    negated: bool = False
    below: Frame | None = None
    """The clause it was opened in."""
    coloured: str | None = None
    """How a nominal event is put by the adjective it is the subject of (possible, ``forecast not``)."""

    @property
    def passive(self) -> bool:
        return self.group.passive if self.flat_passive is None else self.flat_passive

    def objects(self) -> list[Taken]:
        return [t for t in self.taken if t.mark == "object"]


@dataclass(slots=True)
class Frame:
    """A clause being read."""

    kind: str
    intro: str = ""
    parent: Pred | None = None
    noun: Chunk | None = None
    pred: Pred | None = None
    pre: list[Chunk] = field(default_factory=list)
    pending: list[Taken] = field(default_factory=list)
    wh_object: bool = False
    coordinated: bool = False


class Clauses:
    """Reads the phrases of one sentence into predicates."""

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
        self.sources: list[tuple[int, Chunk, int]] = []
        """Speakers given with ``according to``: position, noun phrase, segment."""
        self._run()

    @property
    def top(self) -> Frame:
        return self.stack[-1]

    def _run(self) -> None:
        i = 0
        while i < len(self.chunks):
            i = self._step(i)
        for pred in self.preds:
            above = pred.below.pred if pred.below is not None else None
            if above is not None and above.number > pred.number and pred.link in {"rel", "part", "adv", "en"}:
                pred.parent = above

    def _step(self, i: int) -> int:
        chunk = self.chunks[i]
        kind = chunk.kind
        if kind == "np":
            return self._noun(i)
        if kind == "vg":
            return self._verb(i)
        if kind in {"prep", "sub"} and self._is_prep(i):
            return self._prep(i)
        if kind in {"sub", "prep"} and (kind == "sub" or chunk.text in _TEMPORAL):
            self._open_sub(chunk.text, i)
        elif kind == "comp":
            self._open_comp(i)
        elif kind == "wh":
            self._open_wh(i)
        elif kind == "comma":
            self._comma(i)
        elif kind == "mark":
            self._mark(i)
        elif kind == "quote":
            self._quotation()
        elif kind == "adj":
            self._adjective(i)
        elif kind == "date":
            self._take_date(i)
        return i + 1

    # nouns and prepositions

    def _noun(self, i: int) -> int:
        chunk, frame = self.chunks[i], self.top
        if frame.pred is None or frame.pred.index > i:
            frame.pre.append(chunk)
        elif chunk.head.lemma in _TIMES and frame.pred is not None:
            return i + 1
        elif chunk.text not in {"that"} or not self._vg_after(i):
            mark = "object"
            pred = frame.pred
            if pred.group.copula and pred.complement is None and not pred.passive:
                pred.complement = chunk
            else:
                pred.taken.append(Taken(mark, chunk))
        return i + 1

    def _is_prep(self, i: int) -> bool:
        chunk = self.chunks[i]
        after = self._at(i + 1)
        if (
            chunk.text
            in {
                "because",
                "although",
                "though",
                "if",
                "unless",
                "whether",
                "while",
                "when",
                "so",
                "than",
                "lest",
                "whereas",
            }
            and chunk.kind == "sub"
        ):
            return (
                chunk.text in {"than"} and after is not None and after.kind == "np" and not self._finite_after_np(i + 1)
            )
        if after is None or after.kind not in {"np", "date", "vg", "prep", "adv", "adj", "quote"}:
            return False
        if after.kind == "vg":
            form = group(after).form
            if chunk.kind == "sub" and form == "en":
                return False
            return form in {"ing", "en"} and not (form == "en" and chunk.text in _TEMPORAL)
        if after.kind == "adj" and chunk.kind == "sub":
            return False
        if chunk.text in _TEMPORAL and after.kind == "np" and self._finite_after_np(i + 1):
            later = self._finite_later(i + 1)
            return not (self.top.pred is not None or later)
        return True

    def _finite_after_np(self, i: int) -> bool:
        """Is a noun phrase the subject of a finite verb that comes before the clause ends?"""
        seen_np = 1
        j = i + 1
        while (c := self._at(j)) is not None:
            if c.kind == "vg":
                form = group(c).form
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
            elif c.kind in {"comma", "mark", "sub", "comp", "wh", "quote"} or (c.kind == "cc" and self._kind(j + 1) in {"vg", "adv"}):
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
            if comma and c.kind == "vg" and group(c).form == "finite":
                return True
            if c.kind == "mark":
                return False
            j += 1
        return False

    def _prep(self, i: int) -> int:
        text, j = self.chunks[i].text, i + 1
        if text == "in" and self._text(i + 1) == "order":
            return i + 2
        if (
            text == "in"
            and self._text(i + 1) in {"line", "case", "front", "response", "retaliation", "charge"}
            and self._kind(i + 2) == "prep"
        ):
            text, j = f"in {self._text(i + 1)} {self._text(i + 2)}", i + 3
        while self._kind(j) in {"adv", "prep"} and self._kind(j + 1) in {"np", "prep", "date", "vg"}:
            text = text if self._kind(j) == "adv" else f"{text} {self._text(j)}"
            j += 1
        after = self._at(j)
        if after is None:
            return i + 1
        if after.kind == "vg" and group(after).form == "ing":
            self._gerund(j, text)
            return j + 1
        if after.kind == "date":
            self._take_date(j, text)
            return j + 1
        if after.kind != "np":
            return i + 1
        self._attach(i, text, after)
        return j + 1

    def _attach(self, i: int, text: str, noun: Chunk) -> None:
        if (
            text in {"according to", "to"}
            and i
            and self.chunks[i - 1].kind == "vg"
            and self.chunks[i - 1].text == "according"
        ):
            self.sources.append((i, noun, self.segment))
            noun.used = True
            return
        frame = self.top
        taken = Taken(text, noun)
        if frame.pred is not None and frame.pred.index < noun.index:
            frame.pred.taken.append(taken)
        else:
            frame.pending.append(taken)

    def _take_date(self, i: int, mark: str = "") -> None:
        frame = self.top
        taken = Taken("date:" + mark, self.chunks[i])
        if frame.pred is not None and frame.pred.index < i:
            frame.pred.taken.append(taken)
        else:
            frame.pending.append(taken)

    def _adjective(self, i: int) -> None:
        pred = self.top.pred
        if pred is not None and pred.index < i and pred.adjective is None:
            pred.adjective = self.chunks[i]

    # openings

    def _open_sub(self, word: str, i: int) -> None:
        if self.top.pred is None and self.top.kind in {"adv", "comp"} and not self.top.pre:
            self.top.intro = word
            self.top.kind = "adv"
            return
        after = self._at(i + 1)
        if after is not None and after.kind in {"comma", "mark", "adv"} and word == "so":
            return
        parent = self._last_pred()
        if word in _CONTRAST and self._kind(i - 1) in {"comma", "quote"}:
            self.stack = [Frame("main")]
            return
        frame = Frame("adv", word, parent=parent)
        count = self._at(i - 1)
        if word in {"after", "before"} and count is not None and count.kind == "date" and parent is not None:
            frame.pending = [t for t in parent.taken if t.chunk is count]
            parent.taken = [t for t in parent.taken if t.chunk is not count]
        self.stack.append(frame)

    def _open_comp(self, i: int) -> None:
        before = self._at(i - 1)
        parent = self._last_pred()
        noun = None
        if before is not None and before.kind == "np" and before.head.tag == "PNI":
            self.stack.append(Frame("rel", "that", parent=parent, noun=before, wh_object=self._kind(i + 1) == "np"))
            return
        if before is not None and before.kind == "np" and parent is not None:
            noun = before if governor(before.head.lemma, "noun", "that") is not None else None
            if noun is None and not _takes_that(parent):
                self.stack.append(Frame("rel", "that", parent=parent, noun=before, wh_object=self._kind(i + 1) == "np"))
                return
        if before is not None and before.kind == "cc":
            parent = self._comp_parent() or parent
        self.stack.append(Frame("comp", "that", parent=parent, noun=noun))

    def _comp_parent(self) -> Pred | None:
        """The verb that takes the ``that`` clause another one is joined to."""
        for frame in reversed(self.stack):
            if frame.kind == "comp":
                return frame.parent
        return None

    def _open_wh(self, i: int) -> None:
        word = self.chunks[i].text
        before = self._at(i - 1)
        noun = self._noun_before(i)
        if word in {"what", "how", "why", "where", "whether"} and (word != "where" or noun is None):
            self.stack.append(Frame("comp", word, parent=self._last_pred()))
            return
        if noun is None or (before is not None and before.kind == "mark"):
            self.stack.append(Frame("rel", word, parent=self._last_pred(), noun=noun))
            return
        after = self._at(i + 1)
        frame = Frame("rel", word, parent=self._last_pred(), noun=noun)
        frame.wh_object = after is not None and after.kind == "np"
        if before is not None and before.kind == "prep":
            frame.wh_object = False
        self.stack.append(frame)

    def _noun_before(self, i: int) -> Chunk | None:
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"comma", "prep", "date", "quote"}:
            j -= 1
        return self.chunks[j] if j >= 0 and self.chunks[j].kind == "np" else None

    def _comma(self, i: int) -> None:
        """Close a fronted clause, or one set between commas, before the clause it interrupts."""
        while len(self.stack) > 1 and self.top.pred is not None and not self._list_goes_on(i):
            below = self.stack[-2]
            if below.pred is None or (self.top.kind in {"rel", "part"} and self._vg_next(i)):
                self.resumes = self.top.noun if below.pred is not None else None
                self.stack.pop()
            else:
                break

    def _vg_next(self, i: int) -> bool:
        j = i + 1
        while self._kind(j) in {"adv"}:
            j += 1
        return self._kind(j) == "vg" and group(self.chunks[j]).form == "finite"

    def _list_goes_on(self, i: int) -> bool:
        return self._kind(i + 1) == "cc" and self._kind(i + 2) == "vg"

    def _mark(self, i: int) -> None:
        if self.chunks[i].text in {";", ":", "—", "–", "--", "-", "?", "!"}:
            if self.chunks[i].text in {"-", "–", "—", "--"} and self.top.pred is None and self.top.pre:
                self.top.pre = self.top.pre if self._vg_after(i) else []
                self.top.pending = []
                return
            self.stack = [Frame("main")]
            self.segment += 1

    def _quotation(self) -> None:
        if self.quote:
            self.quote = 0
        else:
            self.quotes += 1
            self.quote = self.quotes
            if self.top.pred is not None and not self.top.pre:
                parent = self._last_pred()
                self.stack.append(Frame("comp", '"', parent=parent))

    # verbs

    def _verb(self, i: int) -> int:
        chunk = self.chunks[i]
        made = group(chunk)
        if chunk.text == "according":
            return i + 1
        if made.form == "finite" and (end := self._inverted(i, made)):
            return end
        if made.form == "inf":
            self._infinitive(i, made)
        elif made.form == "ing":
            self._participle(i, made)
        elif made.form == "en":
            self._past_participle(i, made)
        elif made.form == "bare":
            self._bare(i, made)
        else:
            self._finite(i, made)
        return i + 1

    def _inverted(self, i: int, made: Group) -> int:
        """Read a question or an inverted condition (Should that happen; Will anybody redraw): the index after it, or 0."""
        only_aux = all(w.pos == "aux" or w.tag in {"XX0", "AV0"} for w in made.words)
        if not only_aux or self.top.pre or self.top.pred is not None or self._kind(i + 1) != "np":
            return 0
        j = i + 2
        while self._kind(j) in {"adv"}:
            j += 1
        if self._kind(j) != "vg" or group(self.chunks[j]).form not in {"bare", "en", "ing", "finite"}:
            return 0
        form = group(self.chunks[j]).form
        past = self.chunks[i].text == "had" and self.chunks[j].words[0].tag == "VVD"
        if form == "finite" and self.chunks[j].words[0].tag != "VVB" and not past:
            return 0
        merged = Chunk("vg", [*made.words, *self.chunks[j].words], index=j)
        whole = group(merged)
        whole.form = "finite"
        if self.chunks[i].text in {"should", "were", "had"} and not self._question_mark(j):
            self.top.kind, self.top.intro, self.top.parent = "adv", "if", None
            self.stack = [Frame("main"), self.top]
        self.top.pre.append(self.chunks[i + 1])
        pred = self._make(j, whole)
        pred.question = self._question_mark(j)
        pred.start = pred.group.words[0].start if pred.link == "cond" else self.chunks[j].start
        return j + 1

    def _question_mark(self, i: int) -> bool:
        return any(c.text == "?" for c in self.chunks[i:])

    def _finite(self, i: int, made: Group) -> None:
        before = self._at(i - 1)
        frame = self._frame_without_pred(i)
        if frame is not None:
            self._close_to(frame)
            self._make(i, made)
            return
        if self._after_cc(i):
            self._coordinate(i, made)
            return
        subject = self._subject_before(i) or self.resumes
        self.resumes = None
        if subject is None:
            if before is not None and before.kind == "quote":
                self._close_to(self.stack[0])
            if made.head.lemma in listed("report") or made.head.lemma == "say":
                self._said_inverted(i, made)
                return
            self._coordinate(i, made)
            return
        self._new_clause(i, made, subject)

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
                if frame.kind == "main" and not self._objects_since(frame, i):
                    return frame
        return None

    def _objects_since(self, frame: Frame, i: int) -> bool:
        return any(f.pred is not None and f.pred.objects() for f in self.stack if f is not frame)

    def _after_cc(self, i: int) -> bool:
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"adv", "date", "comma"}:
            j -= 1
        return j >= 0 and self.chunks[j].kind == "cc"

    def _subject_before(self, i: int) -> Chunk | None:
        """The noun phrase before a verb that is no other verb's, with the phrases after it left aside."""
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"adv", "date", "np", "prep"}:
            if self.chunks[j].kind == "np" and (j == 0 or self.chunks[j - 1].kind != "prep"):
                return self.chunks[j]
            j -= 1
        return None

    def _new_clause(self, i: int, made: Group, subject: Chunk) -> None:
        """A clause whose subject was first taken for an object, or that stands after a conjunction or a comma."""
        holder = self._holder(subject)
        if holder is not None:
            holder.taken = [t for t in holder.taken if t.chunk.index < subject.index]
            if holder.complement is subject:
                holder.complement = None
        j = subject.index - 1
        while j >= 0 and self.chunks[j].kind in {"adv", "date", "prep"}:
            j -= 1
        opener = self.chunks[j] if j >= 0 else None
        lost = [t for t in holder.taken if False] if holder else []
        report = not made.passive and takes_tag(made.head.lemma)
        if opener is not None and opener.kind in {"comma", "quote"} and report and self.preds and not self._content_follows(i):
            self.stack = [self.stack[0]]
            frame = Frame("main")
            self.stack = [frame]
            frame.pre.append(subject)
            pred = self._make(i, made)
            pred.link = "speaker"
            return
        if opener is not None and opener.kind == "cc":
            frame = self._joined_clause(j, made)
        elif opener is not None and opener.kind == "comma":
            frame = Frame("main")
            while len(self.stack) > 1 and self.top.kind not in {"comp"}:
                self.stack.pop()
            if self.top.kind == "comp" and self.top.pred is not None:
                frame = Frame("comp", self.top.intro, parent=self.top.parent, noun=self.top.noun)
        else:
            parent = holder or self._last_pred()
            content = parent is not None and (
                parent.lemma in listed("verb") or parent.lemma in listed("report") or parent.row is not None
            )
            frame = (
                Frame("comp", "", parent=parent)
                if content and holder is not None
                else Frame("rel", "", parent=parent, noun=self._noun_before(subject.index))
            )
            frame.wh_object = frame.kind == "rel"
        frame.pre.append(subject)
        frame.pending.extend(lost)
        self.stack.append(frame)
        self._make(i, made)

    def _content_follows(self, i: int) -> bool:
        """Has a verb of saying its content after it (so that it is no tag on what stands before)?"""
        j = i + 1
        while self._kind(j) in {"adv", "date"} or (self._kind(j) == "prep" and self._kind(j + 1) in {"np", "date"}):
            j += 2 if self._kind(j) == "prep" else 1
        if self._kind(j) == "comp":
            return True
        if self._kind(j) == "np":
            k = j + 1
            while self._kind(k) in {"adv"} or (self._kind(k) == "prep" and self._kind(k + 1) == "np"):
                k += 2 if self._kind(k) == "prep" else 1
            return self._kind(k) in {"comp"} or (self._kind(k) == "vg" and group(self.chunks[k]).form == "finite")
        return False

    def _holder(self, chunk: Chunk) -> Pred | None:
        for pred in reversed(self.preds):
            if any(t.chunk is chunk for t in pred.taken) or pred.complement is chunk:
                return pred
        return None

    def _joined_clause(self, j: int, made: Group) -> Frame:
        """A clause with its own subject after and, but, while: beside the innermost ``that`` clause, after a comma beside the main one."""
        comma = self._kind(j - 1) == "comma" or (self._kind(j - 1) == "quote")
        inner = next((f for f in reversed(self.stack) if f.kind in {"comp", "adv"} and f.pred is not None), None)
        if inner is not None and not comma:
            self._close_to(inner)
            self.stack.pop()
            made_frame = Frame(inner.kind, inner.intro, parent=inner.parent, noun=inner.noun)
            made_frame.coordinated = True
            return made_frame
        self.stack = [Frame("main")]
        return self.stack.pop() if False else Frame("main")

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
        opens = [f.pred for f in self.stack if f.pred is not None]
        same = [p for p in same if any(p is q for q in opens)] or same
        same = [p for p in same if p.link != "speaker"] or same
        if made.form != "finite":
            return same[-1] if same else None
        alike = [p for p in same if _tense(p.group) == _tense(made)]
        return (alike or same or [None])[-1]

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

    def _said_inverted(self, i: int, made: Group) -> None:
        """``…, said the minister``: the speaker follows."""
        frame = Frame("main")
        self.stack = [frame]
        pred = self._make(i, made)
        pred.link = "speaker"
        after = self._at(i + 1)
        if after is not None and after.kind == "np":
            pred.subject = after

    def _infinitive(self, i: int, made: Group) -> None:
        if self._after_cc(i):
            other = next((p for p in reversed(self.preds) if p.link in {"inf", "purpose"} and p.group.to), None)
            if other is not None:
                self._coordinate_inf(i, made, other)
                return
        before = self._at(i - 1)
        noun = (
            before
            if before is not None and before.kind == "np" and governor(before.head.lemma, "noun", "inf") is not None
            else None
        )
        parent = self._last_pred()
        purpose = before is not None and before.text == "order"
        frame = Frame("inf", "to", parent=parent, noun=noun)
        self.stack.append(frame)
        pred = self._make(i, made)
        if purpose and parent is not None:
            parent = next((p for p in reversed(self.preds[:-1]) if p.group.form == "finite" and p.segment == self.segment), parent)
            pred.parent, noun = parent, None
        if purpose or parent is None:
            pred.link = "purpose" if parent is not None or noun is None else "inf"
        pred.subject, pred.subject_own = (parent.subject if purpose and parent is not None else self._controller(parent, noun)), False

    def _coordinate_inf(self, i: int, made: Group, other: Pred) -> None:
        self._close_after(other)
        self.stack.append(Frame("inf", other.mark, parent=other.parent, noun=other.noun))
        pred = self._make(i, made)
        pred.link, pred.parent, pred.noun, pred.mark = other.link, other.parent, other.noun, other.mark
        pred.subject, pred.subject_own, pred.shares = other.subject, False, other

    def _controller(self, parent: Pred | None, noun: Chunk | None) -> Chunk | None:
        """Who is to act in an infinitive: the one asked, ordered or urged; else the subject above."""
        if parent is None:
            return None
        if noun is None and not parent.passive:
            objects = [t.chunk for t in parent.taken if t.mark == "object"]
            if not objects and parent.lemma in {"call", "appeal", "plead", "wait", "press", "vote", "push"}:
                objects = [t.chunk for t in parent.taken if t.mark in {"on", "upon", "to", "for"}]
            if objects and (parent.lemma in listed("control") or governor(parent.lemma, "verb", "inf") is not None):
                return objects[-1]
        return parent.subject

    def _gerund(self, i: int, mark: str) -> None:
        made = group(self.chunks[i])
        parent = self._last_pred()
        before_prep = self._noun_of_gerund(i)
        noun = (
            before_prep
            if before_prep is not None and governor(before_prep.head.lemma, "noun", "ing") is not None
            else None
        )
        self.stack.append(Frame("ing", mark, parent=parent, noun=noun))
        pred = self._make(i, made)
        pred.link = "ing"
        objects = [t.chunk for t in parent.objects()] if parent is not None else []
        takes = mark in {"of", "from", "for", "into", "as", "with"} and objects and noun is None
        pred.subject = objects[-1] if takes else (parent.subject if parent is not None else None)
        pred.subject_own = False

    def _noun_of_gerund(self, i: int) -> Chunk | None:
        j = i - 1
        while j >= 0 and self.chunks[j].kind in {"prep", "adv"}:
            j -= 1
        return self.chunks[j] if j >= 0 and self.chunks[j].kind == "np" else None

    def _participle(self, i: int, made: Group) -> None:
        """An -ing form without a preposition before it."""
        before = self._at(i - 1)
        parent = self._last_pred()
        if self._after_cc(i):
            other = next((p for p in reversed(self.preds) if p.group.form == "ing" and p.segment == self.segment), None)
            if other is not None:
                self._close_after(other)
                self.stack.append(Frame("ing", other.mark, parent=other.parent, noun=other.noun))
                pred = self._make(i, made)
                pred.link, pred.parent, pred.noun, pred.mark = other.link, other.parent, other.noun, other.mark
                pred.subject, pred.subject_own, pred.shares = other.subject, False, other
                return
        if before is not None and before.kind == "np" and parent is not None:
            self.stack.append(Frame("rel", "ing", parent=parent, noun=before))
            pred = self._make(i, made)
            pred.link, pred.subject, pred.subject_own = "rel", before, False
            return
        gerund = before is not None and before.kind in {"vg", "adv"} and parent is not None and before.kind == "vg"
        self.stack.append(Frame("ing", "ing" if gerund else "part", parent=parent))
        pred = self._make(i, made)
        pred.link = "ing" if gerund else "part"
        root = parent
        if not gerund and before is not None and before.kind == "comma":
            root = (
                next((f.pred for f in self.stack if f.pred is not None and f.pred.link in {"main", "speaker"}), parent)
                if made.head.lemma in listed("report")
                else parent
            )
        pred.parent = root if root is not pred else None
        pred.subject = root.subject if root is not None and root is not pred else None
        pred.subject_own = False

    def _past_participle(self, i: int, made: Group) -> None:
        before = self._at(i - 1)
        parent = self._last_pred()
        noun = self._noun_before(i)
        if self.top.kind == "rel" and self.top.wh_object and self.top.pred is None and self.top.pre:
            made.form, made.passive, made.past = "finite", False, True
            self._make(i, made)
            return
        if self.headline and self.top.pred is None and self.top.pre:
            made.form, made.passive = "finite", True
            self._make(i, made)
            return
        if self._after_cc(i) or (
            before is not None
            and before.kind == "np"
            and self._kind(before.index - 1) == "cc"
            and self._passive_before()
        ):
            self._joined_participle(i, made)
            return
        if self.top.kind == "adv" and self.top.pred is None and not self.top.pre:
            pred = self._make(i, made)
            pred.subject, pred.subject_own = (parent.subject if parent else None), False
            return
        if noun is not None and before is not None and before.kind in {"np", "comma", "adv", "date"}:
            waits = self.top.pred is None
            self.stack.append(Frame("rel", "en", parent=parent, noun=noun))
            pred = self._make(i, made)
            pred.link, pred.subject, pred.subject_own = "rel", noun, False
            if not waits and before.kind == "comma":
                pred.link = "part"
                pred.subject = parent.subject if parent is not None else noun
            return
        self.stack.append(Frame("en", "en", parent=parent))
        pred = self._make(i, made)
        pred.link, pred.subject, pred.subject_own = "part", (parent.subject if parent else None), False

    def _passive_before(self) -> bool:
        return any(p.passive and p.segment == self.segment for p in self.preds)

    def _joined_participle(self, i: int, made: Group) -> None:
        """``two were killed and five wounded``: a participle that shares its auxiliary."""
        other = next((p for p in reversed(self.preds) if p.group.head.tag == "VVN" and p.segment == self.segment), None)
        subject = self._subject_before(i)
        if other is None:
            self.stack.append(Frame("en", "en", parent=self._last_pred()))
            self._make(i, made)
            return
        holder = self._holder(subject) if subject is not None else None
        if holder is not None and subject is not None:
            holder.taken = [t for t in holder.taken if t.chunk is not subject]
        self._close_after(other)
        self.stack.append(Frame(self._kind_of(other), other.mark, parent=other.parent, noun=other.noun))
        pred = self._make(i, made)
        pred.link, pred.parent, pred.noun, pred.mark = other.link, other.parent, other.noun, other.mark
        pred.flat_passive = other.passive
        pred.group.passive = other.passive
        if not other.passive:
            pred.group.form = other.group.form
        pred.group.past, pred.group.modal = other.group.past, other.group.modal
        if subject is not None and subject.index > other.index:
            pred.subject, pred.subject_own = subject, True
        else:
            pred.subject, pred.subject_own, pred.shares = other.subject, False, other

    def _bare(self, i: int, made: Group) -> None:
        """A bare infinitive: joined to an earlier one, or after let, make, help, see."""
        if self._after_cc(i):
            other = next(
                (
                    p
                    for p in reversed(self.preds)
                    if p.segment == self.segment and (p.group.form in {"inf", "bare"} or p.group.modal)
                ),
                None,
            )
            if other is not None:
                self._close_after(other)
                self.stack.append(Frame(self._kind_of(other), other.mark, parent=other.parent, noun=other.noun))
                pred = self._make(i, made)
                pred.link, pred.parent, pred.noun, pred.mark = other.link, other.parent, other.noun, other.mark
                pred.subject, pred.subject_own, pred.shares = other.subject, False, other
                pred.group.modal, pred.group.negative = other.group.modal, other.group.negative
                return
        parent = self._last_pred()
        frame = self._frame_without_pred(i)
        if frame is not None:
            self._close_to(frame)
            self._make(i, made)
            return
        self.stack.append(Frame("inf", "bare", parent=parent))
        pred = self._make(i, made)
        objects = [t.chunk for t in parent.objects()] if parent is not None else []
        pred.link = "inf"
        pred.subject = objects[-1] if objects else (parent.subject if parent else None)
        pred.subject_own = bool(objects)
        if parent is not None and parent.lemma in {"let", "make", "help"}:
            parent.helps = pred

    # frames

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

    def _vg_after(self, i: int, *, strict: bool = True) -> bool:
        j = i + 1
        while self._kind(j) in ({"adv"} if strict else {"adv", "np", "date"}):
            if self._kind(j) == "np":
                return False
            j += 1
        return self._kind(j) == "vg" and group(self.chunks[j]).form == "finite"

    def _at(self, i: int) -> Chunk | None:
        return self.chunks[i] if 0 <= i < len(self.chunks) else None

    def _kind(self, i: int) -> str:
        return self.chunks[i].kind if 0 <= i < len(self.chunks) else ""

    def _text(self, i: int) -> str:
        return self.chunks[i].text if 0 <= i < len(self.chunks) else ""


def takes_tag(lemma: str) -> bool:
    """May a verb stand as a tag on what somebody says or thinks (…, the minister warned)?"""
    return lemma in listed("report") or (governor(lemma, "verb", "that") is not None and lemma not in {"call", "ask", "see", "find"})


def _takes_that(pred: Pred) -> bool:
    """May a ``that`` clause after an object be the verb's own (told reporters that), not the noun's?"""
    return any(governor(pred.lemma, kind, "that") is not None for kind in ("verb", "report", "passive"))


def _tense(made: Group) -> tuple[str, bool]:
    first = next((w for w in made.words if w.pos in {"aux", "verb"}), made.head)
    aux = first.lemma if first.pos == "aux" else ""
    return aux, made.past


def spans_of(words: list[Token]) -> Span:
    """Give the stretch of text some words cover."""
    return words[0].start, words[-1].end
