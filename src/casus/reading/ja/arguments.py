"""Which noun phrase belongs to which Japanese predicate, and in which role mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from casus.reading.clauses import Phrase
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import ADNOMINAL, mark_of
from casus.reading.ja.preds import Pred, noun_cue, takes_quote
from casus.reading.ja.words import content_words, index
from casus.records import Span

_TOPICS = {"は", "も", "こそ", "だけは", "などは", "らは", "さえ"}
_COMPLEMENTS = {"quote", "demand", "nom", "noun", "question"}
_OUT_OF_CLAUSE = {"によると", "によれば"}


def _occasions() -> tuple[str, ...]:
    return tuple(content_words("occasion"))


@dataclass(slots=True)
class Taken:
    """A phrase a predicate takes."""

    chunk: Chunk
    mark: str
    own: bool = True
    shared: bool = False


@dataclass(slots=True)
class Frame:
    """What a predicate has gathered."""

    taken: list[Taken] = field(default_factory=list)
    dates: list[tuple[Span, bool]] = field(default_factory=list)

    def has(self, mark: str) -> bool:
        """Is there a phrase of that mark in the clause itself?"""
        return any(t.mark == mark and t.own for t in self.taken)

    def subject(self) -> Taken | None:
        """The phrase with が, は or も."""
        return next((t for t in self.taken if t.mark == "が"), None)


class Attachment:
    """Ties the phrases of one sentence to its predicates, right to left, topics last."""

    def __init__(
        self,
        chunks: list[Chunk],
        preds: list[Pred],
        is_party: Callable[[str], bool],
        consumed: set[int],
        *,
        headline: bool = False,
    ) -> None:
        self.headline = headline
        self.chunks = chunks
        self.preds = preds
        self.is_party = is_party
        self.frames = {p.index: Frame() for p in preds}
        self.used: dict[int, int] = {}
        """Phrase to the predicate it was tied to."""
        self.speakers: list[tuple[int, Chunk]] = []
        """Phrases with によると and where they stand."""
        self.part = [self._is_part(i) for i in range(len(chunks))]
        self.grammar = {
            p.noun.index
            for p in preds
            if p.noun is not None and p.link in {"nom", "demand", "cont", "cond", "purpose", "reason"}
        }
        self.grammar |= consumed

    def run(self) -> None:
        plain = [c for c in self.chunks if self._free(c)]
        for pred in self.preds:
            if pred.focus is not None:
                self.frames[pred.index].taken.append(Taken(pred.focus, "が"))
        for chunk in reversed(plain):
            if chunk.date is None and not self._is_topic(chunk):
                self._attach(chunk)
        self._share_subjects()
        for chunk in plain:
            if chunk.date is None and self._is_topic(chunk):
                self._attach_topic(chunk)
        self._fill_gaps()
        self._share_subjects()
        self._share_places()
        for chunk in self.chunks:
            if chunk.date is not None and not chunk.verbal:
                self._attach_date(chunk)
        self._share_dates()

    def phrase(self, chunk: Chunk, *, until: Chunk | None = None) -> Phrase:
        """Give the whole noun phrase that ends with a chunk."""
        start = chunk.index
        while start > 0 and self.part[start - 1] and self.chunks[start - 1] is not until:
            start -= 1
        first = self.chunks[start]
        begin = first.span[0]
        if first.opens is not None and first.bracket != chunk.bracket:
            begin = first.opens
        parts = tuple(c.span for c in self.chunks[start : chunk.index])
        return Phrase((begin, chunk.span[1]), chunk.span, parts)

    def modifiers(self, chunk: Chunk) -> list[Chunk]:
        """The phrases written before a chunk as its modifiers, nearest first."""
        found = []
        i = chunk.index - 1
        while i >= 0 and self.part[i]:
            found.append(self.chunks[i])
            i -= 1
        return found

    def head(self, chunk: Chunk) -> Chunk:
        """The last noun of the phrase a chunk stands in (脱出した[ミグ21の]操縦士)."""
        i = chunk.index
        while i + 1 < len(self.chunks) and self.part[i]:
            i += 1
        return self.chunks[i]

    def _is_part(self, i: int) -> bool:
        """Does a chunk only modify or join the noun right after it?"""
        if i + 1 >= len(self.chunks):
            return False
        chunk, after = self.chunks[i], self.chunks[i + 1]
        if (after.verbal and not self._copula_noun(after)) or chunk.last.pos in {"adv", "conj"}:
            return False
        if chunk.verbal:
            return chunk.tail == "な" and not chunk.comma
        if chunk.date is not None:
            return chunk.tail == "の" and not chunk.comma and after.date is None
        if chunk.comma:
            return False
        if chunk.tail in ADNOMINAL:
            return True
        if chunk.tail == "と" and after.date is None:
            return self._coordinates(chunk, after)
        return not chunk.function and after.bracket != chunk.bracket and not after.verbal

    def _copula_noun(self, chunk: Chunk) -> bool:
        return chunk.last.pos not in {"verb", "helper", "adj"} and chunk.function[0].pos == "aux"

    def _coordinates(self, chunk: Chunk, after: Chunk) -> bool:
        """Is と "and"? Both sides are of one sort, and what follows is no other argument of a mutual act."""
        last = self.chunks[min(after.index + 1, len(self.chunks) - 1)] if after.tail in ADNOMINAL else after
        if index().nominal(chunk.content) is not None and index().nominal(last.content) is not None:
            return True
        if last.tail in {"で", "について", "に関して"}:
            return False
        return self.is_party(chunk.text) == self.is_party(last.text) or self.is_party(chunk.text) == self.is_party(
            after.text
        )

    def _free(self, chunk: Chunk) -> bool:
        if chunk.index in self.grammar or chunk.text in {"これ", "それ", "ここ", "そこ", "とも", "もと"}:
            return False
        return not chunk.verbal and not self.part[chunk.index] and chunk.last.pos not in {"adv", "conj", "adnoun"}

    def _is_topic(self, chunk: Chunk) -> bool:
        if chunk.tail in _TOPICS:
            return True
        return self.headline and not chunk.function and chunk.comma and self.is_party(chunk.text)

    def _next(self, chunk: Chunk) -> Pred | None:
        for p in self.preds:
            if p.chunk.index > chunk.index:
                return self._real(p)
        return None

    def _real(self, pred: Pred) -> Pred:
        while pred.absorbed is not None:
            pred = pred.absorbed
        return pred

    def _attach(self, chunk: Chunk) -> None:
        mark = mark_of(chunk)
        if (
            len(chunk.content) == 1
            and chunk.last.tag.endswith("副詞可能")
            and mark in {"に", ""}
            and not self.is_party(chunk.text)
        ):
            return
        if chunk.tail in _OUT_OF_CLAUSE or (chunk.tail in {"では", "で"} and self._account(chunk)):
            self.speakers.append((chunk.index, chunk))
            return
        pred = self._next(chunk)
        if pred is None:
            return
        pred = self._climb(pred, chunk, mark)
        self._take(pred, Taken(chunk, mark))

    def _account(self, chunk: Chunk) -> bool:
        """Is it somebody's account of things (タイ側の説明では)?"""
        cue = noun_cue(chunk)
        told = cue is not None and cue.effect == "claim" and chunk.tail == "では"
        return told and bool(self.modifiers(chunk) or chunk.comma)

    def _take(self, pred: Pred, taken: Taken) -> None:
        self.frames[pred.index].taken.append(taken)
        self.used.setdefault(taken.chunk.index, pred.index)

    def _climb(self, pred: Pred, chunk: Chunk, mark: str) -> Pred:
        while pred.parent is not None and self._passes(pred, chunk, mark):
            pred = self._real(pred.parent)
        return pred

    def _passes(self, pred: Pred, chunk: Chunk, mark: str) -> bool:  # noqa: PLR0911
        """Does the phrase belong further up than this predicate?"""
        parent = pred.parent
        assert parent is not None
        crossing = pred.chunk.bracket != 0 and pred.chunk.bracket != chunk.bracket
        if pred.link in {"rel", "noun"} and self._comma_between(chunk, pred):
            return True
        if mark == "が" and pred.link == "rel" and pred.form.passive:
            return True
        if chunk.tail == "では" and chunk.comma:
            return pred.link in {"cont", "rel", "noun", "cond", "reason", "bare"}
        if mark in {"が", "を"} and self.frames[pred.index].has(mark) and pred.link not in {"final"}:
            return True
        if (
            mark == "で"
            and chunk.tail == "で"
            and (chunk.comma or chunk.text.endswith(_occasions()))
            and pred.link in {"quote", "cont", "adv", "cond"}
        ):
            return self._under_speech(pred)
        if mark in {"に", "に対して"} and (demand := self._demand_above(pred)) is not None:
            asker = self._real(demand.parent) if demand.parent else demand
            return not self.frames[asker.index].has(mark) and self.is_party(self.phrase_text(chunk))
        if crossing and mark == "が":
            return not self._topic_before(chunk)
        if crossing and mark == "に":
            return not (pred.form.passive or pred.lemma in content_words("passive"))
        if crossing and mark not in {"を", "から", "まで"}:
            return True
        return self._is_speaker(pred, chunk, mark)

    def _comma_between(self, chunk: Chunk, pred: Pred) -> bool:
        return any(c.comma for c in self.chunks[chunk.index : pred.chunk.index])

    def _demand_above(self, pred: Pred) -> Pred | None:
        """The demanded clause (…よう要求) a predicate is or stands in as a modifier."""
        current: Pred | None = pred
        while current is not None and current.link == "rel":
            current = current.parent
        return current if current is not None and current.link == "demand" else None

    def _is_speaker(self, pred: Pred, chunk: Chunk, mark: str) -> bool:
        """Is a phrase with が before a quoted clause its speaker (報道官が…と述べた)?"""
        if mark != "が" or pred.link != "quote" or self._topic_before(chunk):
            return False
        return (self.frames[pred.index].has("が") or chunk.comma or pred.copula) and self.is_party(
            self.phrase_text(chunk)
        )

    def phrase_text(self, chunk: Chunk) -> str:
        """The words of a phrase without brackets and particles."""
        return "".join(c.text for c in reversed([chunk, *self.modifiers(chunk)]))

    def _topic_before(self, chunk: Chunk) -> bool:
        return any(self._is_topic(c) and self._free(c) and c.index < chunk.index for c in self.chunks)

    def _under_speech(self, pred: Pred) -> bool:
        seen = pred
        while seen.parent is not None:
            if seen.link in {"quote", "demand"}:
                return True
            seen = self._real(seen.parent)
        return False

    def _attach_topic(self, chunk: Chunk) -> None:
        pred = self._next(chunk)
        if pred is None:
            return
        path = self._topic_path(pred, chunk)
        for p, crossed in path:
            self._give_topic(p, chunk, crossed=crossed, last=p is path[-1][0])
        governor = path[-1][0]
        if chunk.index not in self.used:
            self._take(governor, Taken(chunk, "は"))
        self.used[chunk.index] = governor.index

    def _give_topic(self, pred: Pred, chunk: Chunk, *, crossed: bool, last: bool) -> None:
        """Make a topic the subject of a predicate; a nearer topic takes the place of an earlier one."""
        frame = self.frames[pred.index]
        held = frame.subject()
        if held is not None and not crossed and self._is_topic(held.chunk) and not self.is_party(chunk.text):
            if self.is_party(held.chunk.text):
                if not frame.has("を"):
                    self._take(pred, Taken(chunk, "を", shared=not last))
                return
        if held is not None:
            if crossed or not self._is_topic(held.chunk) or held.chunk.tail == "が":
                return
            frame.taken.remove(held)
        self._take(pred, Taken(chunk, "が", own=not crossed, shared=not last))

    def _topic_path(self, pred: Pred, chunk: Chunk) -> list[tuple[Pred, bool]]:
        """The predicates a topic holds for: (predicate, does a complement's edge lie between), governor last."""
        path: list[tuple[Pred, bool]] = []
        steps: list[tuple[Pred, bool]] = []
        current = pred
        while True:
            if current.link != "rel":
                steps.append((current, False))
            placed = any(not self.frames[p.index].has("が") for p, _ in steps)
            if current.parent is None or not self._topic_goes_on(current, chunk, placed=placed):
                break
            if current.link == "demand":
                steps = []
            elif current.link in _COMPLEMENTS:
                steps = [(p, True) for p, _ in steps]
            current = self._real(current.parent)
            if current.link == "rel" and current.parent is not None:
                continue
        if not steps:
            steps.append((current, False))
        path.extend(steps)
        return path

    def _topic_goes_on(self, pred: Pred, chunk: Chunk, *, placed: bool) -> bool:
        parent = self._real(pred.parent) if pred.parent else None
        if parent is None:
            return False
        if pred.link == "rel":
            return True
        if pred.link in _COMPLEMENTS:
            return self._may_speak(pred, parent, chunk)
        if pred.link in {"adv", "cont", "reason", "bare"}:
            return not placed or not self._new_topic(pred, parent)
        return True

    def _may_speak(self, pred: Pred, parent: Pred, chunk: Chunk) -> bool:
        if self.frames[parent.index].subject() is not None or parent.form.text.startswith("られ"):
            return False
        if parent.lemma == "いう" and not parent.form.ongoing and not parent.form.past:
            return False
        if parent.lemma in content_words("mental") and not parent.form.ongoing and not parent.form.past:
            return False
        if pred.link == "nom" and not takes_quote(parent):
            return not self.frames[parent.index].has("が")
        between = [c for c in self.chunks if pred.chunk.index < c.index < parent.chunk.index]
        if any(c.tail in {"は", "が"} and self._free(c) for c in between):
            return False
        return chunk.bracket == 0 or chunk.bracket == parent.chunk.bracket

    def _new_topic(self, pred: Pred, parent: Pred) -> bool:
        """Does a second topic restart the clause between two predicates?"""
        between = self.chunks[pred.chunk.index + 1 : parent.chunk.index]
        topics = [c for c in between if c.tail in {"は", "も"} and self._free(c) and c.bracket == pred.chunk.bracket]
        if pred.same_subject:
            return False
        if self._subject_between(pred, parent):
            return True
        if not topics:
            return False
        if pred.link in {"adv", "bare"}:
            return True
        follower = self._next(topics[0])
        if not self.is_party(topics[0].text):
            return False
        return follower is parent or not self._holds_below(follower, parent)

    def _subject_between(self, pred: Pred, parent: Pred) -> bool:
        """Does a clause with a subject of its own (が) run from between the two on to the second?"""
        nearer = [
            p for p in self.preds[pred.index + 1 : parent.index] if p.link in {"cont", "bare"} and p.absorbed is None
        ]
        return any(self._own_subject(p, pred) and self._runs_to(p, parent) for p in nearer)

    def _own_subject(self, pred: Pred, after: Pred) -> bool:
        taken = (t.chunk for t in self.frames[pred.index].taken if t.mark == "が")
        return any(c.tail == "が" and c.index > after.chunk.index for c in taken)

    def _runs_to(self, pred: Pred, parent: Pred) -> bool:
        """Is the one clause joined to the other by て and the like alone?"""
        current: Pred | None = pred
        while current is not None and current is not parent and current.link in {"cont", "bare"}:
            current = self._real(current.parent) if current.parent else None
        return current is parent

    def _holds_below(self, follower: Pred | None, parent: Pred) -> bool:
        """Does what follows a topic stand inside of a quotation the parent governs?"""
        current = follower
        while current is not None and current is not parent:
            if current.link in {"quote", "nom", "noun"}:
                return True
            current = self._real(current.parent) if current.parent else None
        return False

    def _fill_gaps(self) -> None:
        """Give a relative clause the noun it describes: as subject, else as object (国が占領した地域)."""
        for pred in self.preds:
            if pred.link not in {"rel", "noun"} or pred.noun is None or pred.absorbed is not None:
                continue
            if pred.cue is not None or pred.noun.date is not None or pred.apposed:
                continue
            frame = self.frames[pred.index]
            head = self._described(pred.noun)
            if head.verbal and not self._copula_noun(head):
                continue
            if not frame.has("が"):
                inherited = frame.subject()
                if inherited is not None:
                    frame.taken.remove(inherited)
                frame.taken.append(Taken(head, "が"))
            elif not frame.has("を") and not pred.form.passive:
                frame.taken.append(Taken(head, "を"))

    def _described(self, noun: Chunk) -> Chunk:
        """The noun a relative clause is about: the next one, or what that belongs to (脱出したミグ21の操縦士)."""
        head = noun
        while self.part[head.index] and head.tail in {"の", ""} and head.index + 1 < len(self.chunks):
            if head.tail == "の" and self.is_party(head.text) and not self.is_party(self.chunks[head.index + 1].text):
                break
            head = self.chunks[head.index + 1]
        return head

    def _share_places(self) -> None:
        """A place topic (首都では) holds for what follows on the same level."""
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent else None
            if parent is None or pred.link != "cont" or self.frames[parent.index].has("で"):
                continue
            for taken in self.frames[pred.index].taken:
                if taken.chunk.tail == "では":
                    self.frames[parent.index].taken.append(Taken(taken.chunk, "で", shared=True))

    def _share_subjects(self) -> None:
        for pred in self.preds:
            if pred.absorbed is not None or self.frames[pred.index].subject() is not None:
                continue
            source = self._subject_source(pred)
            if source is not None:
                self.frames[pred.index].taken.append(Taken(source.chunk, "が", own=source.own, shared=True))

    def _subject_source(self, pred: Pred) -> Taken | None:
        children = [
            p for p in self.preds if p.parent is pred and p.absorbed is None and p.link in {"cont", "reason", "bare"}
        ]
        for child in reversed(children):
            subject = self.frames[child.index].subject()
            if subject is not None and not (pred.link == "rel" and subject.shared):
                return subject
        return None

    def _attach_date(self, chunk: Chunk) -> None:
        pred = self._next(chunk)
        if pred is None or chunk.date is None:
            return
        if self.part[chunk.index]:
            head = self.head(chunk)
            governor = self.used.get(head.index)
            if governor is not None and mark_of(head) in {"で", "に"}:
                self._date(self.preds[governor], chunk.date, weak=True)
            return
        if chunk.tail in {"の", "から", "が", "を"} and not chunk.tail == "から":
            return
        before = self.chunks[chunk.index - 1] if chunk.index else None
        if before is not None and before.index in self.used and before.tail in {"は", "も", "が"} and not chunk.tail:
            governor = self.preds[self.used[before.index]]
            holders = [p for p in self.preds if self._holds(p, before) and p.chunk.index > chunk.index] or [governor]
            for p in holders:
                self._date(p, chunk.date)
            return
        while chunk.comma and pred.link in {"rel", "noun"} and pred.parent is not None:
            pred = self._real(pred.parent)
        self._date(pred, chunk.date)
        for p in self.preds:
            if p.link == "rel" and p.noun is chunk:
                self._date(p, chunk.date)

    def _holds(self, pred: Pred, chunk: Chunk) -> bool:
        return any(t.chunk is chunk and t.own for t in self.frames[pred.index].taken)

    def _date(self, pred: Pred, span: Span, *, weak: bool = False) -> None:
        frame = self.frames[pred.index]
        if weak and frame.dates:
            return
        frame.dates.append((span, True))

    def _share_dates(self) -> None:
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent else None
            dates = self.frames[pred.index].dates
            if parent is None or not dates or pred.link not in {"cont", "reason"}:
                continue
            if not self.frames[parent.index].dates and not parent.form.ongoing:
                self.frames[parent.index].dates.extend(dates)
        for pred in self.preds:
            if pred.link == "rel" and pred.noun is not None and pred.lemma in {"予定", "迫る", "開く", "控える"}:
                governor = self.used.get(self.head(pred.noun).index)
                for span, _ in self.frames[pred.index].dates:
                    if governor is not None:
                        self._date(self._real(self.preds[governor]), span, weak=True)
