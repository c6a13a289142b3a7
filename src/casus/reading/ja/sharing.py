"""Sharing: what one Japanese clause leaves out because its neighbour has said it."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import mark_of
from casus.reading.ja.phrases import Taken
from casus.reading.ja.preds import Pred, row_of
from casus.reading.ja.topics import Topics
from casus.reading.ja.words import index
from casus.records import Span

_LASTING = ("以降", "以来", "以前", "まで", "から")


class Sharing(Topics):
    """Gives relative clauses their nouns, joined clauses their common subject, and dates their reach."""

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
            if not frame.has("が") and not frame.has("を") and not self._may_act(pred, head):
                frame.taken.append(Taken(head, "を"))
                self._lend_topic(pred)
            elif not frame.has("が"):
                if not self._may_act(pred, head):
                    continue
                inherited = frame.subject()
                if inherited is not None:
                    frame.taken.remove(inherited)
                frame.taken.append(Taken(head, "が"))
            elif not frame.has("を") and not pred.form.passive:
                frame.taken.append(Taken(head, "を"))

    def _lend_topic(self, pred: Pred) -> None:
        """Give the doer of a described thing: the topic of the sentence (ロシアは[併合した]地域を…)."""
        topics = [c for c in self.chunks[: pred.chunk.index] if c.tail == "は" and c.bracket == pred.chunk.bracket]
        if topics and self._free(topics[-1]) and self.is_party(topics[-1].text) and not pred.form.passive:
            self.frames[pred.index].taken.append(Taken(topics[-1], "が", own=False))

    def _may_act(self, pred: Pred, head: Chunk) -> bool:
        """Ask: may the noun a clause describes be the one who acts in it, or does the clause say what befell it?"""
        row = row_of(pred)
        if row is None or pred.form.passive or "actor" not in row.concept.roles_of("subject"):
            return True
        named = head.last.pos in {"propn", "pron"} or all("ァ" <= c <= "ヿ" for c in head.text)
        return named or self.is_party(head.text) or not row.concept.roles_of("object")

    def _described(self, noun: Chunk) -> Chunk:
        """Give the noun a relative clause is about: the next one, or what that belongs to (脱出したミグ21の操縦士)."""
        head = noun
        while self.part[head.index] and head.tail in {"の", ""} and head.index + 1 < len(self.chunks):
            if head.tail == "の" and self.is_party(head.text) and not self.is_party(self.chunks[head.index + 1].text):
                break
            head = self.chunks[head.index + 1]
        return head

    def _share_places(self) -> None:
        """Give a place topic (首都では) holds for what follows on the same level."""
        for pred in self.preds:
            parent = self._real(pred.parent) if pred.parent else None
            if parent is None or pred.link != "cont" or self.frames[parent.index].has("で"):
                continue
            for taken in self.frames[pred.index].taken:
                if taken.chunk.tail == "では":
                    self.frames[parent.index].taken.append(Taken(taken.chunk, "で", shared=True))

    def _share_subjects(self, *, early: bool = False) -> None:
        """Let a joined clause have the subject of the one before; early, verbs of saying wait for their topics."""
        for pred in self.preds:
            if pred.absorbed is not None or self.frames[pred.index].subject() is not None:
                continue
            source = self._subject_source(pred)
            speaks = any(p.parent is pred and p.link == "quote" for p in self.preds)
            if early and speaks and (source is None or source.chunk.tail != "が" or pred.cue is None):
                continue
            if source is not None:
                self.frames[pred.index].taken.append(Taken(source.chunk, "が", own=source.own, shared=True))

    def _subject_source(self, pred: Pred) -> Taken | None:
        children = [p for p in self.preds if p.parent is pred and p.absorbed is None and p.link in {"cont", "bare"}]
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
            held = mark_of(head) in {"で", "に", "まで"} or index().nominal(head.content) is not None
            if governor is not None and held:
                self._date(self.preds[governor], chunk.date, weak=True)
            return
        if chunk.tail in {"の", "が", "を"}:
            return
        before = self.chunks[chunk.index - 1] if chunk.index else None
        if before is not None and self._tells_when(before, chunk):
            holder = self.preds[self.used[before.index]]
            holders = [p for p in self.preds if self._holds(p, before) and p.chunk.index > chunk.index] or [holder]
            for p in holders:
                self._date(p, chunk.date)
            return
        while chunk.comma and pred.link in {"rel", "noun"} and pred.parent is not None:
            pred = self._real(pred.parent)
        self._date(pred, chunk.date)
        for p in self.preds:
            if p.link == "rel" and p.noun is chunk:
                self._date(p, chunk.date)

    def _tells_when(self, topic: Chunk, day: Chunk) -> bool:
        """Ask: is a day after a topic when it acts or speaks (外相は5日、…と述べた), not how long a thing lasts?"""
        if topic.index not in self.used or topic.tail not in {"は", "も", "が"} or day.tail:
            return False
        return self._has_voice(topic) and not day.text.endswith(_LASTING)

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
            if parent is None or not dates or pred.link not in {"cont", "reason", "bare"}:
                continue
            if not self.frames[parent.index].dates and not parent.form.ongoing:
                self.frames[parent.index].dates.extend(dates)
        for pred in self.preds:
            if pred.link == "rel" and pred.noun is not None and pred.lemma in {"予定", "迫る", "開く", "控える"}:
                governor = self.used.get(self.head(pred.noun).index)
                for span, _ in self.frames[pred.index].dates:
                    if governor is not None:
                        self._date(self._real(self.preds[governor]), span, weak=True)
