"""What a Japanese date belongs to: its own clause, a verb that shares its subject, the clause a cleft points at."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import mark_of
from casus.reading.ja.preds import Pred, row_of
from casus.reading.ja.topics import Topics
from casus.reading.ja.words import index
from casus.records import Span

_SOIL = ("島", "半島", "湾", "海峡", "国境", "地域", "州", "市", "町", "村", "県", "地区", "都市", "高地")
_LASTING = ("以降", "以来", "以前", "まで", "から")
_HELD = frozenset({"行う", "行なう", "開く", "開催", "出す", "発表", "公表", "下す", "発する", "催す", "もつ", "持つ"})
"""Verbs of what is held or issued, and in which something is said or agreed (5日に開いた会合で合意した)."""
_COMES = frozenset({"なる", "入る", "明ける"})
_JOINED = frozenset({"cont", "bare", "final"})
_INSIDE = frozenset({"nom", "noun", "rel", "quote", "demand"})
_WITHIN = frozenset({"で", "では", "において", "によって", "により"})


def _says(pred: Pred) -> bool:
    """Ask: does it say something (反論している), so that it tells what has been said, not what lasts?"""
    row = row_of(pred)
    return row is not None and row.concept.content is not None


class Dating(Topics):
    """Gives the dates of a sentence to its predicates."""

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
        apart = chunk.comma or chunk.tail.endswith("は")  # 1日には米軍の置かれた島に上陸した
        while apart and pred.link in {"rel", "noun"} and pred.parent is not None:
            pred = self._real(pred.parent)
        self._date(pred, chunk.date)
        for p in self.preds:
            if p.link == "rel" and p.noun is chunk:
                self._date(p, chunk.date)

    def _tells_when(self, topic: Chunk, day: Chunk) -> bool:
        """Ask: is a day after a topic when it acts or speaks (外相は5日、…と述べた), not how long a thing lasts?"""
        if topic.index not in self.used or topic.tail not in {"は", "も", "が"} or day.tail:
            return False
        if topic.text.endswith(_SOIL) and not self.is_party(topic.text):
            return False  # 島は1974年、隣国軍が侵攻して…: the year is that of the invasion.
        return self._has_voice(topic) and not day.text.endswith(_LASTING)

    def _holds(self, pred: Pred, chunk: Chunk) -> bool:
        return any(t.chunk is chunk and t.own for t in self.frames[pred.index].taken)

    def _date(self, pred: Pred, span: Span, *, weak: bool = False) -> None:
        frame = self.frames[pred.index]
        if weak and frame.dates:
            return
        frame.dates.append((span, True))

    def _date_more(self) -> None:
        """Give dates their further reach: a cleft's to what it tells, a meeting's to what is done in it."""
        self._date_meetings()
        for pred in self.preds:
            day = self._cleft_day(pred)
            if day is not None:
                self._date_chain(pred, day)
        self._own_days_first()
        self._date_turns()
        self._run_on()

    def _date_turns(self) -> None:
        """Give what happens when a day has come (5日になると態度を一変させ) that day."""
        for pred in self.preds:
            dates = self.frames[pred.index].dates
            if dates and pred.lemma in _COMES and pred.link in {"cond", "cont"} and pred.parent is not None:
                self._date(self._real(pred.parent), dates[0][0], weak=True)

    def _run_on(self) -> None:
        """Give the day of a clause to those that go on with its subject after what somebody is said to have said."""
        day: tuple[Span, Chunk | None] | None = None
        for pred in self.preds:
            if pred.link not in _JOINED or pred.absorbed is not None:
                continue
            frame = self.frames[pred.index]
            subject = frame.subject()
            held = subject.chunk if subject is not None else None
            if frame.dates:
                day = (frame.dates[0][0], held) if pred.link in {"cont", "bare"} else None
            elif day is not None and held is day[1] and (not pred.form.ongoing or _says(pred)):
                frame.dates.append((day[0], True))
            elif held is not None:
                day = None

    def _cleft_day(self, pred: Pred) -> Span | None:
        """Give the day of …したのは3日の朝だった: it stands after the predicate, with no other clause between."""
        if not pred.chunk.tail.endswith("のは"):
            return None
        for chunk in self.chunks[pred.chunk.index + 1 :]:
            if chunk.date is not None:
                return chunk.date
            if chunk.verbal:
                return None
        return None

    def _date_chain(self, pred: Pred, day: Span) -> None:
        """Date a predicate and those that run on to it (舞い降り、奪い返して消えたのは)."""
        self._date(pred, day, weak=True)
        for p in self.preds:
            if p.parent is pred and p.link in {"cont", "bare"} and not self.frames[p.index].dates:
                self._date_chain(p, day)

    def _date_meetings(self) -> None:
        """Give what is said, agreed or ruled at a meeting or in a statement the day it was held or issued."""
        for pred in self.preds:
            if pred.link not in {"rel", "noun"} or pred.noun is None or pred.lemma not in _HELD:
                continue
            head = self.head(pred.noun)
            governor = self.used.get(head.index)
            if governor is None or mark_of(head) not in _WITHIN:
                continue
            target = self._real(self.preds[governor])
            while head.comma and target.link in _INSIDE and target.parent is not None:
                target = self._real(target.parent)
            for span, _ in self.frames[pred.index].dates[:1]:
                self._date_chain(target, span)

    def _own_days_first(self) -> None:
        """Of several days of a predicate the first is that which stands after the clause before it."""
        for pred in self.preds:
            dates = self.frames[pred.index].dates
            before = [p.chunk for p in self.preds if p.parent is pred and p.link in {"cont", "bare"}]
            if len(dates) > 1 and before:
                start = max(c.span[0] for c in before)
                dates.sort(key=lambda d: d[0][0] < start)
