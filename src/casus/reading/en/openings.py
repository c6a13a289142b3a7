"""What stands between verbs: noun phrases, prepositions, subordinators, relatives, commas and quotation marks."""

from __future__ import annotations

from casus.reading.en.frames import Frames
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Frame, Pred, Taken, takes_that
from casus.reading.en.words import governor

TEMPORAL = {
    "after", "before", "until", "till", "since", "once", "as", "when", "while",
}  # fmt: skip
_TIMES = {
    "week", "day", "month", "night", "morning", "time", "hour", "minute", "year", "decade", "evening", "afternoon",
    "weekend", "twice", "first", "dawn", "dusk", "noon", "midday", "midnight", "nightfall", "daybreak", "sunrise",
    "sunset", "daylight", "darkness",
}  # fmt: skip
_VIEWS = {
    "view",
    "opinion",
    "judgment",
    "judgement",
    "eye",
    "word",
    "telling",
    "version",
    "account",
    "count",
    "reckoning",
    "estimate",
}
_UNITS = {"week", "day", "month", "hour", "minute", "year", "fortnight", "decade"}
_TIMED = {"at", "by", "before", "after", "until", "around", "in", "since", "within", "during", "throughout"}
_SOME = {"a", "an", "the", "several", "some", "few", "many"}
_ASKS = {
    "ask", "wonder", "know", "see", "doubt", "tell", "say", "question", "clarify",
}  # fmt: skip
_CONTRAST = {"while", "although", "though", "whereas", "even though"}


class Openings(Frames):
    """Reads the phrases that are no verbs: they fill a clause, or open and close one."""

    def _noun(self, i: int) -> int:
        chunk, frame = self.chunks[i], self.top
        if frame.pred is None or frame.pred.index > i:
            if chunk.head.lemma not in _TIMES or not frame.pre:
                frame.pre.append(chunk)
            if chunk.text == "whoever":
                self.stack.append(Frame("rel", "who", noun=chunk))
        elif chunk.head.lemma in _TIMES and frame.pred is not None:
            return i + 1
        elif chunk.text != "that" or not self._vg_after(i):
            mark = "aside" if self._kind(i - 1) == "comma" else "object"
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
                "whenever",
                "so",
                "than",
                "lest",
                "whereas",
                "suppose",
                "supposing",
                "provided",
                "as long as",
                "so long as",
                "as soon as",
            }
            and chunk.kind == "sub"
        ):
            return (
                chunk.text == "than" and after is not None and after.kind == "np" and not self._finite_after_np(i + 1)
            )
        if after is None or after.kind not in {"np", "date", "vg", "prep", "adv", "adj", "quote"}:
            return False
        if after.kind == "vg":
            form = after.group.form
            if chunk.kind == "sub" and form == "en":
                return False
            return form in {"ing", "en"} and not (form == "en" and chunk.text in TEMPORAL)
        if after.kind == "adj" and chunk.kind == "sub":
            return False
        if chunk.text in TEMPORAL and after.kind == "np" and self._finite_after_np(i + 1):
            later = self._finite_later(i + 1)
            if self.top.kind == "rel" and not later and any(f.pre and f.pred is None for f in self.stack[:-1]):
                return True
            return not (self.top.pred is not None or later)
        return True

    def _prep(self, i: int) -> int:
        """Read a preposition and what it goes with."""
        text, j = self.chunks[i].text, i + 1
        if text == "in" and self._text(i + 1) == "order":
            return i + 2
        if text == "in" and self._text(i + 1) == "case" and self._kind(i + 2) == "np" and not self.chunks[i + 1].of:
            self._open_sub("if", i + 1)
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
        if after.kind == "vg" and after.group.form == "ing":
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
            self.sources.append((i, noun, self.segment, self._inside(i - 2)))
            noun.used = True
            return
        owned = noun.of or any(w.tag == "POS" for w in noun.words) or (text == "by" and noun.head.lemma == "account")
        views = _VIEWS if text in {"in", "by"} else {"version", "account"} if text == "on" else ()
        if noun.head.lemma in views and owned:
            self.sources.append((i, noun.of[0] if noun.of else noun, self.segment, ""))
            noun.used = True
            return
        if noun.head.lemma in _TIMES and text in _TIMED:
            return
        if text in {"to", "for"} and i == 0 and self._held_by(noun):
            self.sources.append((i, noun, self.segment, ""))
            noun.used = True
            return
        frame = self.top
        if frame.pred is None and text in {"to", "with", "for", "against"} and self._hangs_on(i, frame):
            return
        taken = Taken(text, noun)
        if frame.pred is not None and frame.pred.index < noun.index:
            frame.pred.taken.append(taken)
        else:
            frame.pending.append(taken)

    def _hangs_on(self, i: int, frame: Frame) -> bool:
        """Hangs a phrase on the noun of the opening phrase right before it (In a broadcast to the nation, …)?"""
        before = self._at(i - 1)
        return any(t.chunk is before for t in frame.pending)

    def _held_by(self, noun: Chunk) -> bool:
        """Is it in whose eyes something is so (To the rebels she is an enemy ship)?"""
        verb = next((c for c in self.chunks if c.kind == "vg"), None)
        return verb is not None and verb.group.copula and bool(names_in(" ".join(w.text for w in noun.words)))

    def _inside(self, i: int) -> str:
        """Tell what follows the beginning of a later clause (, and clinics, …; which, …): ``later`` or ``rel``."""
        if self._kind(i) == "cc":
            return "later" if self._kind(i - 1) == "comma" else ""
        opens = i - 1 if self._kind(i - 1) in {"wh", "cc"} else i - 2
        if self._kind(i) != "comma":
            return ""
        return {"wh": "rel", "cc": "later", "comp": "later"}.get(self._kind(opens), "")

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

    def _open_sub(self, word: str, i: int) -> None:
        if self.top.pred is None and self.top.kind in {"adv", "comp"} and not self.top.pre:
            self.top.intro = word
            self.top.kind = "adv"
            return
        after = self._at(i + 1)
        if after is not None and after.kind in {"comma", "mark", "adv"} and word == "so":
            return
        parent = self._last_pred()
        if word == "whether" or (word == "if" and parent is not None and _asks(parent)):
            self.stack.append(Frame("comp", word, parent=parent))
            return
        if word in _CONTRAST and self._kind(i - 1) in {"comma", "quote"}:
            self.stack = [Frame("main")]
            return
        frame = Frame("adv", word, parent=parent)
        count = self._at(i - 1)
        if word in {"after", "before"} and count is not None and _counts(count) and parent is not None:
            frame.pending = [t for t in parent.taken if t.chunk is count]
            parent.taken = [t for t in parent.taken if t.chunk is not count]
        self.stack.append(frame)

    def _open_comp(self, i: int) -> None:
        before = self._claim_by(i) or self._at(i - 1)
        parent = self._last_pred()
        noun = None
        if (
            before is not None
            and before.kind == "np"
            and parent is None
            and governor(before.head.lemma, "noun", "that") is not None
        ):
            self.stack.append(Frame("comp", "that", noun=before))
            return
        opens = before is not None and before.kind == "np" and parent is None and self.top.pre[-1:] == [before]
        if before is not None and (opens or (before.kind == "np" and before.head.tag == "PNI")):
            self.stack.append(Frame("rel", "that", parent=parent, noun=before, wh_object=self._kind(i + 1) == "np"))
            return
        if before is not None and before.kind == "np" and parent is not None and not _anonymous(before):
            noun = before if governor(before.head.lemma, "noun", "that") is not None else None
            if noun is None and not takes_that(parent):
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
        if [self._text(i - 2), self._text(i - 1)] == ["according", "to"] and word == "which":
            self.stack.append(Frame("comp", "that", parent=self._last_pred(), noun=self._noun_before(i - 2)))
            return
        if word == "who" and before is not None and before.kind == "prep":
            self.stack.append(Frame("comp", word, parent=self._last_pred()))
            return
        asks = noun is None and before is not None and before.kind in {"adj", "vg", "adv"}
        if asks and word in {"who", "which", "whose", "whom"}:
            self.stack.append(Frame("comp", word, parent=self._last_pred()))
            return
        if word in {"what", "how", "why", "where", "whether"} and (word != "where" or noun is None):
            self.stack.append(Frame("comp", word, parent=self._last_pred()))
            return
        if noun is None or (before is not None and before.kind == "mark"):
            self.stack.append(Frame("rel", word, parent=self._last_pred(), noun=noun))
            return
        after = self._at(i + 1)
        frame = Frame("rel", word, parent=self._last_pred(), noun=noun)
        if after is not None and after.kind == "comma":
            after = self._past_insertion(i + 1)
        frame.wh_object = after is not None and after.kind == "np"
        if before is not None and before.kind == "prep":
            frame.wh_object = False
        self.stack.append(frame)

    def _past_insertion(self, i: int) -> Chunk | None:
        """Give what follows words set between commas that begin here."""
        end = next((j for j in range(i + 1, min(i + 8, len(self.chunks))) if self._kind(j) == "comma"), None)
        return self._at(end + 1) if end is not None else None

    def _comma(self, i: int) -> None:
        """Close a fronted clause, or one set between commas, before the clause it interrupts."""
        aside = next((f for f in reversed(self.stack) if f.kind == "rel" and f.noun is not None), None)
        if aside is not None and aside is not self.top and self._resumed(i):
            self._close_to(aside)
        while len(self.stack) > 1 and self.top.pred is not None and not self._list_goes_on(i):
            below = self.stack[-2]
            if below.pred is None or (self.top.kind in {"rel", "part"} and self._vg_next(i)):
                self.resumes = self.top.noun if below.pred is not None else None
                self.stack.pop()
            else:
                break

    def _resumed(self, i: int) -> bool:
        """Goes the clause on with its verb after the comma (…, who asked not to be named, told Reuters)?"""
        verb = self._at(i + 1)
        if verb is None or verb.kind != "vg" or verb.group.form != "finite":
            return False
        return self._kind(i + 2) != "np" or verb.group.head.lemma == "tell"

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

    def _quotation(self, i: int) -> None:  # noqa: ARG002
        if self.quote:
            self.quote = 0
            self._quoted_object()
        else:
            self.quotes += 1
            self.quote = self.quotes
            if self.top.pred is not None and not self.top.pre:
                parent = self._last_pred()
                self.stack.append(Frame("comp", '"', parent=parent))

    def _quoted_object(self) -> None:
        """Give a quotation without a verb to the verb before it as its object (attack “anything American,” and …)."""
        frame = self.top
        if frame.kind != "comp" or frame.intro != '"' or frame.pred is not None or frame.parent is None:
            return
        self.stack.pop()
        frame.parent.taken.extend(Taken("object", c) for c in frame.pre[-1:] if not frame.parent.objects())

    def _gerund(self, i: int, mark: str) -> None:
        """Read an -ing form after a preposition."""
        made = self.chunks[i].group
        parent = self._last_pred()
        if mark == "of" and self._text(i - 2) == "instead":
            mark = "instead of"
        before_prep = self._noun_of_gerund(i)
        if parent is not None and parent.complement is not None and parent.subject is not None:
            before_prep = parent.complement if parent.subject.text == "there" else before_prep
        noun = (
            before_prep
            if before_prep is not None
            and (governor(before_prep.head.lemma, "noun", "ing") or governor(before_prep.head.lemma, "noun", mark))
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


def _anonymous(noun: Chunk) -> bool:
    """Is it ``(on) condition of anonymity``, which governs nothing?"""
    return noun.head.lemma == "condition" and bool(noun.of)


def _counts(chunk: Chunk) -> bool:
    """Is it a stretch of time (two days after), no date of the clause before (on Nov. 25 after)?"""
    last, first = chunk.words[-1].lemma.removesuffix("s"), chunk.words[0]
    counted = first.tag == "CRD" or first.text.lower() in _SOME or len(chunk.words) == 1
    return chunk.kind == "date" and last in _UNITS and counted


def _asks(pred: Pred) -> bool:
    """May ``if`` after the verb open a reported question (did not say if), no condition (…, he said, if)?"""
    plain = pred.lemma in {"say", "tell"} and not pred.group.negative
    return pred.lemma in _ASKS and pred.link != "speaker" and not plain
