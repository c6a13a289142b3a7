"""Infinitives, gerunds and participles: what each depends on, and who is to be understood as its subject."""

from __future__ import annotations

import itertools

from casus.reading.en.finite import Finite
from casus.reading.en.matching import find_noun
from casus.reading.en.names import names_in
from casus.reading.en.participles import COUNTS
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Frame, Pred
from casus.reading.en.undergone import DONE_TO
from casus.reading.en.words import governor, listed


class Nonfinite(Finite):
    """Reads verb groups that are not finite."""

    def _infinitive(self, i: int, made: Group) -> None:
        if self._after_cc(i):
            other = next((p for p in reversed(self.preds) if p.link in {"inf", "purpose"} and p.group.to), None)
            if other is not None:
                self._coordinate_inf(i, made, other)
                return
        before = self._at(i - 1)
        if self._each_his_own(i, made, before):
            return
        if self._headline_future(before):
            made.form = "finite"
            self._make(i, made)
            return
        noun = (
            before
            if before is not None
            and before.kind == "np"
            and governor(before.head.lemma, "noun", "inf") is not None
            and before.head.text.lower() != "authorities"
            else None
        )
        parent = self._last_pred()
        purpose = before is not None and before.text == "order"
        frame = Frame("inf", "to", parent=parent, noun=noun)
        self.stack.append(frame)
        pred = self._make(i, made)
        if purpose and parent is not None:
            parent = next(
                (p for p in reversed(self.preds[:-1]) if p.group.form == "finite" and p.segment == self.segment), parent
            )
            pred.parent, noun = parent, None
        if before is not None and before.text == "only" and parent is not None:
            pred.link, pred.parent, noun = "part", parent, None
        elif purpose or parent is None:
            pred.link = "purpose" if parent is not None or noun is None else "inf"
        shares = parent is not None and (purpose or pred.link == "part")
        pred.subject = parent.subject if shares and parent is not None else self._controller(parent, noun)
        pred.subject_own = False

    def _each_his_own(self, i: int, made: Group, before: Chunk | None) -> bool:
        """Read one more infinitive with a subject of its own (expects Iran to retaliate and Israel to strike back)."""
        joined = before is not None and before.kind == "np" and self._kind(i - 2) in {"cc", "comma"}
        if not joined or before is None or not names_in(" ".join(w.text for w in before.words)):
            return False
        other = next((p for p in reversed(self.preds) if p.link == "inf" and p.group.to and p.parent is not None), None)
        asked = other.parent.objects() if other is not None and other.parent is not None else []
        if other is None or other.subject is None or not any(t.chunk is other.subject for t in asked):
            return False
        self._drop(before)
        self._coordinate_inf(i, made, other)
        self.preds[-1].subject, self.preds[-1].subject_own, self.preds[-1].shares = before, True, None
        return True

    def _headline_future(self, before: Chunk | None) -> bool:
        """Is it a headline's ``Kenya to send police``: a subject with nothing but an infinitive?"""
        frame = self.top
        if (
            frame.kind != "main"
            or frame.pred is not None
            or not frame.pre
            or frame.pending
            or before is not frame.pre[-1]
        ):
            return False
        return governor(before.head.lemma, "noun", "inf") is None

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
        if noun is not None and noun is parent.subject and not any(w.tag == "POS" for w in noun.words):
            return None
        if noun is not None and parent.lemma not in {
            "have",
            "make",
            "take",
            "give",
            "issue",
            "announce",
            "repeat",
            "renew",
            "see",
            "get",
            "keep",
        }:
            return None
        if noun is None and not parent.passive:
            objects = [t.chunk for t in parent.taken if t.mark == "object"]
            if not objects and parent.lemma in {"call", "appeal", "plead", "wait", "press", "vote", "push"}:
                objects = [t.chunk for t in parent.taken if t.mark in {"on", "upon", "to", "for"}]
            if objects and parent.lemma == "give" and self._deadline():
                return objects[0]
            if objects and (parent.lemma in listed("control") or _asks_of(parent)):
                return objects[-1]
        return parent.subject

    def _deadline(self) -> bool:
        """Stands a length of time right before what has just been begun (gave the envoy three days to leave)?"""
        before = self._at(self.preds[-1].index - 1)
        return before is not None and before.head.lemma in {"day", "hour", "week", "minute", "month"}

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
        if self.top.pred is None and not self.top.pre and before is None and self._gerund_subject(i):
            self.stack.append(Frame("ing", "gerund", parent=None))
            self._make(i, made)
            return
        told = parent is not None and (parent.lemma == "say" or parent.lemma in listed("report"))
        if told and parent is not None and parent.index == i - 1 and self._gerund_subject(i):
            self.stack.append(Frame("comp", "that", parent=parent, pre=[self.chunks[i]]))
            return
        spoken = parent is not None and parent.lemma in _SPEAKS and bool(parent.taken) and parent.taken[-1].mark == "of"
        content = (
            [t.chunk for t in parent.taken if t.mark == ("of" if spoken else "object")] if parent is not None else []
        )
        if (told or spoken) and parent is not None and before is not None and content[-1:] == [before]:
            parent.taken = [t for t in parent.taken if t.chunk is not before]
            self.stack.append(Frame("comp", "that", parent=parent, pre=[before]))
            self._make(i, made)
            return
        if before is not None and before.kind == "np" and (parent is not None or self.top.pre[-1:] == [before]):
            self.stack.append(Frame("rel", "ing", parent=parent, noun=before))
            pred = self._make(i, made)
            pred.link, pred.subject, pred.subject_own = "rel", before, False
            return
        particle = before is not None and before.head.tag == "AVP" and self._kind(i - 2) == "vg"
        gerund = before is not None and parent is not None and (before.kind == "vg" or particle)
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

    def _told_or_wanted(self, i: int, made: Group, before: Chunk | None, parent: Pred | None) -> bool:
        """Read a participle after a number that is reported, after what is wanted, and in a row of perfects."""
        if before is None or parent is None:
            return False
        counts = parent.lemma in COUNTS and self._counted(i, parent)
        counts = counts or (parent.lemma in _PUTS and self._text(i - 2) == "at" and before.words[0].tag == "CRD")
        if counts and self.top.pred is parent:
            self._drop(before)
            self.stack.append(Frame("comp", "that", parent=parent, pre=[before]))
            made.form, made.passive = "finite", True
            self._make(i, made)
        elif parent.lemma in _WANTS and self._object_of(before, parent):
            self.stack.append(Frame("inf", "to", parent=parent))
            pred = self._make(i, made)
            pred.link, pred.subject, pred.subject_own = "inf", before, True
        elif before.kind == "comma" and self._one_more(i):
            self._joined_participle(i, made, subject_before=False)
        else:
            return False
        return True

    def _gerund_subject(self, i: int) -> bool:
        """Is a gerund right after a verb of saying the subject of a verb (says protecting kin is a duty)?"""
        j = i + 1
        while self._kind(j) in {"np", "prep", "date", "adv"}:
            j += 1
        return j > i + 1 and self._kind(j) == "vg" and self.chunks[j].group.form == "finite"

    def _past_participle(self, i: int, made: Group) -> None:
        before = self._at(i - 1)
        parent = self._last_pred()
        noun = self._noun_before(i)
        if self._told_or_wanted(i, made, before, parent):
            return
        if self.top.kind == "rel" and self.top.wh_object and self.top.pred is None and self.top.pre:
            made.form, made.passive, made.past = "finite", False, True
            self._make(i, made)
            return
        if self.top.pred is not None and before is not None and self._kind(i - 2) == "comma" and self._toll(i, before):
            self._drop(before)
            self.stack = [Frame("main")]
            self.top.pre.append(before)
        if (self.headline or self._toll(i)) and self.top.pred is None and self.top.pre:
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
        if noun is not None and parent is not None and noun is before and _suffers(parent, noun):
            pred = self._make(i, made)
            pred.link, pred.mark, pred.parent, pred.noun = parent.link, parent.mark, parent.parent, parent.noun
            pred.subject, pred.subject_own, pred.start = noun, True, made.start
            parent.taken = [t for t in parent.taken if t.chunk is not noun]
            parent.absorbed = True
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

    def _counted(self, i: int, parent: Pred) -> bool:
        """Is it a toll somebody reports (counted 30 killed): a number as object, a participle, no verb of its own?"""
        before = self._at(i - 1)
        objects = parent.objects()
        number = before is not None and any(w.tag == "CRD" for w in before.words)
        return number and bool(objects) and objects[-1].chunk is before

    def _object_of(self, before: Chunk, parent: Pred) -> bool:
        objects = parent.objects()
        said_of = bool(objects) and objects[-1].chunk is before and parent.group.form == "finite"
        return said_of and not (parent.lemma == "order" and find_noun(before.words) is not None)

    def _one_more(self, i: int) -> bool:
        """Is it one more of a row of perfects, with an object (has expelled the envoy, torn up two pacts and …)?"""
        other = self._last_pred()
        perfect = other is not None and other.group.perfect and not other.passive and other.segment == self.segment
        j = i + 2 if self._kind(i + 1) in {"adv", "prep"} else i + 1
        return perfect and self._kind(j) == "np" and any(c.kind == "cc" for c in self.chunks[j:])

    def _drop(self, chunk: Chunk) -> None:
        holder = self._holder(chunk)
        if holder is not None:
            holder.taken = [t for t in holder.taken if t.chunk is not chunk]

    def _toll(self, i: int, subject: Chunk | None = None) -> bool:
        """Is it a bare toll (two killed in the raid), with no verb of its own to come?"""
        subject = subject or (self.top.pre[-1] if self.top.pre else None)
        made = self.chunks[i].group
        number = subject is not None and any(w.tag == "CRD" for w in subject.words)
        number = number or (subject is not None and made.head.text.lower() in DONE_TO | {"shot"})
        after = itertools.takewhile(lambda c: c.kind not in {"sub", "mark", "wh", "comp"}, self.chunks[i + 1 :])
        return number and not any(c.kind == "vg" and c.group.form == "finite" for c in after)

    def _passive_before(self) -> bool:
        return any(p.passive and p.segment == self.segment for p in self.preds)

    def _joined_participle(self, i: int, made: Group, *, subject_before: bool = True) -> None:
        """``two were killed and five wounded``: a participle that shares its auxiliary."""
        other = next((p for p in reversed(self.preds) if p.group.head.tag == "VVN" and p.segment == self.segment), None)
        subject = self._subject_before(i) if subject_before else None
        if other is None:
            other = next((p for p in reversed(self.preds) if any(w.lemma == "be" for w in p.group.words)), None)
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
        beside = other.group.head.tag != "VVN"
        pred.flat_passive = other.passive or beside
        pred.group.passive = other.passive or beside
        if not other.passive or beside:
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


_SPEAKS = frozenset({"tell", "speak", "talk", "hear", "learn"})
_WANTS = frozenset({"want", "need", "order", "like", "demand", "see"})


_PUTS = frozenset({"put", "estimate", "set"})


def _asks_of(parent: Pred) -> bool:
    """Is its object to do what the infinitive says (asked them to leave), not its subject (moved guns to fire)?"""
    made = governor(parent.lemma, "verb", "inf")
    return made is not None and made.effect not in {"none", "intended"}


def _suffers(parent: Pred, noun: Chunk) -> bool:
    """Is it ``had its ambassador recalled``: somebody to whom what is said of the object is done?"""
    objects = parent.objects()
    owned = noun.words[0].tag == "DPS" and bool(objects) and objects[-1].chunk is noun
    return parent.lemma == "have" and owned and len(objects) == 1 and parent.group.form == "finite"
