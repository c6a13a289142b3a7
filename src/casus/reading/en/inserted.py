"""Tellers set into an English clause or beside it: between commas, between quotations, with ``as``, after ``said``."""

from __future__ import annotations

from casus.reading.en.insertions import HANDLES
from casus.reading.en.openings import Openings
from casus.reading.en.phrases import Chunk, Group
from casus.reading.en.preds import Frame, Pred, takes_tag, takes_that
from casus.reading.en.telling_tags import CLAIMS
from casus.reading.en.words import governor, listed

ADDRESSES = frozenset({"tell", "warn", "inform", "assure", "remind", "say", "advise"})
"""Verbs of saying whose object is the hearer, so that they may still be a tag (…, the general told reporters)."""
_CITES = frozenset({"quote", "cite"})
_PUTS = frozenset({"put", "describe", "see", "have", "tell"})
"""Verbs that tell with ``it`` for what is told (as the general put it)."""
_HOLDS = frozenset({"believe", "insist", "suspect", "think", "warn"})
_SPREADS = frozenset({"come", "spread", "emerge", "circulate", "surface", "arrive", "reach", "abound", "mount"})
_WEIGHS = HANDLES | {"support", "rule", "verify", "back", "accept", "substantiate", "endorse", "address", "repeat"}
"""Verbs of what is done with a claim that somebody weighs."""
_LIMITS = frozenset({"until", "till", "unless", "if", "once", "as long as", "so long as", "as soon as"})
_ASIDES = frozenset({"en", "ing"})
_ENDS = frozenset({"", "comma", "mark", "quote"})


class Inserted(Openings):
    """Finds who says so where the words stand inside what is said, or before it."""

    def _tells(self, i: int, made: Group) -> bool:
        """Is the verb a tag on what is said before it?"""
        impersonal = made.passive and self._text(i - 1) == "it" and made.head.lemma in listed("report")
        plain = (impersonal or not made.passive) and not made.modal and not made.negative
        lemma = made.head.lemma
        if lemma in {"find", "see", "witness"} and self._kind(i + 1) in {"", "mark"}:
            return plain
        if lemma in _CITES and self._kind(i + 1) == "np" and self._text(i + 2) == "as":
            return plain
        own_object = self._kind(i + 1) == "np" and lemma not in ADDRESSES
        own_object = own_object or (self._kind(i + 1) == "vg" and self.chunks[i + 1].group.form == "ing")
        return plain and takes_tag(lemma) and not own_object and not self._content_follows(i)

    def _noun(self, i: int) -> int:
        """Open what is said with its subject, where an aside stands before its verb (says the ship, hit by X, sank)."""
        if self._told_apart(i):
            self.stack.append(Frame("comp", "", parent=self.top.pred, pre=[self.chunks[i]]))
            return i + 1
        tag = self.top.pred
        goes_on = self._kind(i - 1) == "cc" and self._kind(i - 2) == "comma" and self._kind(i + 1) == "wh"
        if goes_on and tag is not None and tag.link == "speaker":
            self.stack = [Frame("main")]
        return super()._noun(i)

    def _told_apart(self, i: int) -> bool:
        """Stands a noun phrase right after a verb of saying, then an aside between commas, then a verb?"""
        teller = self.top.pred
        if teller is None or self._kind(i + 1) not in {"comma", "wh"} or i - teller.index > 2:
            return False
        if teller.link == "speaker" or teller.subject is None or not takes_that(teller):
            return False
        if self._kind(i + 1) == "wh":
            return not teller.objects() and self._opens_after(teller.index, i) and self._two_verbs(i + 2)
        aside = self._at(i + 2)
        opens = aside is not None and (aside.kind == "wh" or (aside.kind == "vg" and aside.group.form in _ASIDES))
        end = next((j for j in range(i + 3, min(i + 12, len(self.chunks))) if self._kind(j) == "comma"), 0)
        return opens and end > 0 and not teller.objects() and self._vg_next(end) and self._opens_after(teller.index, i)

    def _two_verbs(self, i: int) -> bool:
        """Come two finite verbs before the clause ends (says the men who fired were drunk)?"""
        verbs = 0
        for chunk in self.chunks[i : i + 12]:
            if chunk.kind in {"comma", "mark", "comp", "sub", "quote", "cc", "wh"}:
                break
            verbs += chunk.kind == "vg" and chunk.group.form == "finite"
        return verbs > 1

    def _opens_after(self, a: int, b: int) -> bool:
        """Stands nothing but a date or adverb between a verb and what it is followed by?"""
        return all(c.kind in {"adv", "date"} for c in self.chunks[a + 1 : b])

    def _interrupts(self, i: int, made: Group) -> bool:
        """Is it a tag set between a subject and its verb (The raid, Kabul insists, was launched …)?"""
        frame, speaker = self.top, self._at(i - 1)
        waits = frame.pred is None and frame.pre[-1:] == [speaker] and frame.kind == "main"
        waits = waits and (len(frame.pre) > 1 or bool(self.preds) or bool(frame.pending))
        closes = self._kind(i + 1) == "comma" or (self._kind(i + 1) in {"np", "date"} and self._kind(i + 2) == "comma")
        return waits and self._kind(i - 2) in {"comma", "quote"} and closes and self._tells(i, made)

    def _as_told_by(self, i: int, made: Group) -> int:
        """Read ``as reported by X`` as a source, like ``according to X``: the index after it, or 0."""
        told = made.form == "en" and self._text(i - 1) == "as" and made.head.lemma in listed("report")
        source = self._at(i + 2) if told and self._text(i + 1) == "by" else None
        if source is None or source.kind != "np":
            return 0
        if self.top.kind == "adv" and self.top.intro == "as" and self.top.pred is None:
            self.stack.pop()
        self.sources.append((i, source, self.segment, ""))
        source.used = True
        return i + 3

    def _follows_opener(self, i: int, made: Group) -> bool:
        """Is it a tag right after what opens a clause (fired because, the ministry said, the crowd …)?"""
        frame, speaker = self.top, self._at(i - 1)
        opens = frame.kind == "adv" and frame.pred is None and frame.pre == [speaker] and frame.intro != "as"
        between = self._kind(i - 2) == "comma" and self._kind(i + 1) == "comma"
        return opens and between and self._kind(i - 3) in {"sub", "prep"} and self._tells(i, made)

    def _inserted_tag(self, i: int, made: Group) -> int:
        """Read a tag with its speaker after it, before a clause's verb (On Monday, said X, …): what is next, or 0."""
        frame, speaker = self.top, self._at(i + 1)
        after = self._kind(i - 1) in {"comma", "quote"} and self._kind(i + 2) == "comma"
        if not after or speaker is None or speaker.kind != "np" or frame.kind != "main" or frame.pred is not None:
            return 0
        told = made.head.lemma != "tell" and takes_tag(made.head.lemma) and not (made.passive or made.modal)
        if not told or made.form != "finite" or i < 2:
            return 0
        self.stack.append(Frame("main", pre=[speaker]))
        self._make(i, made).link = "speaker"
        self.stack.pop()
        return i + 2

    def _holds_what_follows(self, i: int, made: Group) -> bool:
        """Is it who says so of the noun before, with what he says of it after (a man they said had attacked them)?"""
        return takes_tag(made.head.lemma) and not made.passive and self._vg_next(i)

    def _claims(self, j: int) -> bool:
        """Is a phrase a claim of which a clause tells, not the paper it stands in (said in a statement it fired)?"""
        paper = self._kind(j - 1) == "prep" and self._text(j - 1) in {"in", "on", "through", "via"}
        parent = self._last_pred()
        said = paper and parent is not None and parent.lemma in listed("report")
        return not said and governor(self.chunks[j].head.lemma, "noun", "that") is not None

    def _tells_claim(self, claim: Chunk, subject: Chunk, parent: Pred, i: int) -> bool:
        """Is it a claim that is rejected, with the clause that tells it and no ``that`` (rejects claim rebels fled)?"""
        beside = claim.kind == "np" and claim.index == subject.index - 1 and claim.head.lemma in CLAIMS
        return beside and parent.lemma in HANDLES and (self._kind(i + 1) == "np" or self.chunks[i].group.passive)

    def _comma(self, i: int) -> None:
        """Close a fronted clause with all that is said in it (Although Kabul says X left, they fired)."""
        if self._fronted_ends(i):
            self.stack = [self.stack[0]]
            return
        super()._comma(i)

    def _fronted_ends(self, i: int) -> bool:
        """Does the main clause begin after the comma, a clause with something said in it standing before it?"""
        if len(self.stack) < 3 or self.stack[0].pred is not None or self.top.pred is None:
            return False
        kinds = [f.kind for f in self.stack[1:] if f.pred is not None][:2]
        fronted = kinds in (["adv", "comp"], ["ing", "comp"], ["en", "comp"]) and not self.stack[0].pre
        if not fronted or not self._finite_after_np(i + 1):
            return False
        verb = next(j for j in range(i + 1, len(self.chunks)) if self._kind(j) == "vg")
        made = self.chunks[verb].group
        return not (takes_tag(made.head.lemma) and self._kind(verb + 1) in _ENDS)

    def _open_comp(self, i: int) -> None:
        """Open a ``that`` clause, by the verb before what stands between commas (claimed, without proof, that)."""
        if self._kind(i - 1) == "comma" and self.top.kind in {"ing", "inf"} and self.top.pred is not None:
            below = next((f for f in reversed(self.stack[:-1]) if f.pred is not None), None)
            if (
                below is not None
                and below.pred is not None
                and takes_that(below.pred)
                and self._after_comma(self.top.pred)
            ):
                self._close_to(below)
        parent = self._last_pred()
        if self._answered(i):
            noun = self._at(i - 1)
            self.stack.append(Frame("rel", "that", parent=parent, noun=noun, wh_object=True))
            return
        if parent is not None and self._news(parent, i):
            self.stack.append(Frame("comp", "that", parent=parent))
            return
        super()._open_comp(i)

    def _open_sub(self, word: str, i: int) -> None:
        """Open a circumstance, inside what is said where it stands right after ``that`` (said that after X left, …)."""
        top = self.top
        if self._says_then(i, word):
            top = Frame("comp", "", parent=top.pred)
            self.stack.append(top)
        told = self._told_until(word, i)
        if told is not None:
            self.stack.append(Frame("adv", word, parent=told))
            return
        begins = top.kind == "comp" and top.pred is None and not top.pre
        if begins and word not in {"whether", "so"}:
            self.stack.append(Frame("adv", word, parent=top.parent))
            return
        super()._open_sub(word, i)

    def _answered(self, i: int) -> bool:
        """Is it a claim that somebody answers, no clause that tells it (a charge that Kigali has dismissed)?"""
        if self._kind(i - 1) != "np" or self._kind(i + 1) != "np" or self.chunks[i - 1].head.lemma not in CLAIMS:
            return False
        verb = next((c for c in self.chunks[i + 2 : i + 5] if c.kind in {"vg", "comma", "mark"}), None)
        if verb is None or verb.kind != "vg" or verb.group.passive or verb.group.head.lemma not in _WEIGHS:
            return False
        return self._kind(verb.index + 1) not in {"np", "comp", "wh", "vg"}

    def _told_until(self, word: str, i: int) -> Pred | None:
        """Give what was said before a tag that a clause after it belongs to (No, he said, until they leave)."""
        tag = self.top.pred
        if tag is None or tag.link != "speaker" or word not in _LIMITS or self._kind(i + 1) != "np":
            return None
        before = [p for p in self.preds if p.index < tag.index and p.segment == tag.segment and p.link == "main"]
        return before[-1] if before else None

    def _says_then(self, i: int, word: str) -> bool:
        """Opens what is said with a circumstance right after the verb (said when police arrived, gunmen fired)?"""
        teller = self.top.pred
        says = teller is not None and teller.index == i - 1 and teller.lemma in listed("report")
        if not says or teller is None or teller.link == "speaker" or teller.passive or word in {"whether", "so", "as"}:
            return False
        comma = next((j for j in range(i + 1, len(self.chunks)) if self._kind(j) == "comma"), 0)
        return comma > 0 and self._finite_after_np(i + 1) and self._finite_after_np(comma + 1)

    def _news(self, parent: Pred, i: int) -> bool:
        """Is it what is told of that comes or spreads (Word came that), or what somebody has it that?"""
        if parent.lemma == "have":
            return self._text(i - 1) == "it"
        noun = parent.subject if parent.lemma in _SPREADS else None
        return noun is not None and governor(noun.head.lemma, "noun", "that") is not None

    def _after_comma(self, pred: Pred) -> bool:
        """Begins the phrase of a predicate after a comma?"""
        return "comma" in {self._kind(pred.index - 1), self._kind(pred.index - 2)}

    def _as_told(self, i: int, made: Group) -> bool:
        """Is it ``as`` and who says so, with nothing that is said (as the general put it; as officials noted,)?"""
        if self.top.kind != "adv" or self.top.intro != "as" or made.passive or made.negative:
            return False
        opened = next((j for j in range(i, -1, -1) if self._text(j) == "as"), 0)
        if self._kind(opened - 1) not in {"", "comma", "mark", "quote", "cc"}:
            return False
        lemma, j = made.head.lemma, i + 1
        tells = lemma in listed("report") or lemma in _HOLDS
        if self._kind(j) == "np":
            it = self._text(j) == "it"
            tells = (it and (tells or lemma in _PUTS)) or (tells and not it and lemma in ADDRESSES)
            j += 1
        while self._kind(j) in {"adv", "date"} or (self._kind(j) == "prep" and self._kind(j + 1) in {"np", "date"}):
            j += 2 if self._kind(j) == "prep" else 1
        return tells and self._kind(j) in _ENDS

    def _content_follows(self, i: int) -> bool:
        """Has a verb of saying its content after it (so that it is no tag on what stands before)?"""
        j = i + 1
        while self._kind(j) in {"adv", "date"} or (self._kind(j) == "prep" and self._kind(j + 1) in {"np", "date"}):
            j += 2 if self._kind(j) == "prep" else 1
        if self._kind(j) == "comp":
            return True
        if self._kind(j) == "np":
            k = j + 1
            while self._kind(k) == "adv" or (self._kind(k) == "prep" and self._kind(k + 1) == "np"):
                k += 2 if self._kind(k) == "prep" else 1
            return self._kind(k) == "comp" or (self._kind(k) == "vg" and self.chunks[k].group.form == "finite")
        return False
