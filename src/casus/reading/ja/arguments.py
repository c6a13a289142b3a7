"""Which noun phrase belongs to which Japanese predicate, and in which role mark."""

from __future__ import annotations

from casus.reading.ja.chunks import Chunk
from casus.reading.ja.particles import mark_of
from casus.reading.ja.phrases import Frame, Taken
from casus.reading.ja.preds import Pred, noun_cue, row_of
from casus.reading.ja.sharing import Sharing
from casus.reading.ja.words import content_words, cue_index, index

__all__ = ["Attachment", "Frame", "Taken"]

_SPANS = ("秒", "分", "間", "か月", "カ月", "年", "日", "週", "晩")
_TIMES = ("事前", "明け", "明け方", "夜半", "未明", "頃", "ごろ", "雨期", "乾期", "直前", "直後", "途中")
_OUT_OF_CLAUSE = {"によると", "によれば", "によりますと", "によりますれば"}


def _occasions() -> tuple[str, ...]:
    return tuple(content_words("occasion"))


class Attachment(Sharing):
    """Ties the phrases of one sentence to its predicates, right to left, topics last."""

    def run(self) -> None:
        """Tie everything."""
        plain = [c for c in self.chunks if self._free(c)]
        for pred in self.preds:
            if pred.focus is not None:
                self.frames[pred.index].taken.append(Taken(pred.focus, "が"))
        for chunk in reversed(plain):
            if chunk.date is None and not self._is_topic(chunk):
                self._attach(chunk)
        self._share_subjects(early=True)
        self._owners()
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

    def _owners(self) -> None:
        """Make X in X には…義務がある the one who has the duty."""
        for pred in self.preds:
            frame = self.frames[pred.index]
            if not any(h.lemma in {"ある", "ない", "無い"} for h in pred.holders) or frame.has("が"):
                continue
            owner = next(
                (t for t in frame.taken if t.chunk.tail in {"には", "にも"} and self.is_party(t.chunk.text)), None
            )
            if owner is not None:
                owner.mark = "が"

    def _attach(self, chunk: Chunk) -> None:
        mark = mark_of(chunk)
        if (mark in {"に", ""} and self._says_when(chunk)) or (mark == "が" and self._of_adjective(chunk)):
            return
        if chunk.tail in _OUT_OF_CLAUSE or (chunk.tail in {"では", "で"} and self._account(chunk)):
            self.speakers.append((chunk.index, chunk))
            return
        pred = self._next(chunk)
        if pred is None:
            return
        pred = self._climb(pred, chunk, mark)
        self._take(pred, Taken(chunk, mark))

    def _says_when(self, chunk: Chunk) -> bool:
        """Ask: is it a noun of time or manner, no argument (先に, 夜明けに)?"""
        when = chunk.last.tag.endswith("副詞可能") and len(chunk.content) == 1
        lasts = chunk.content[0].pos == "num" and chunk.text.endswith(_SPANS)
        return (when or lasts or chunk.text.endswith(_TIMES)) and not self.is_party(chunk.text)

    def _of_adjective(self, chunk: Chunk) -> bool:
        """Ask: is it the subject of an adjective that only describes the noun after it (情勢が厳しい中で)?"""
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if after is None or after.last.pos != "adj" or chunk.comma or self.is_party(chunk.text):
            return False
        return after.last.form.startswith("連体形") and all(p.chunk is not after for p in self.preds)

    def _account(self, chunk: Chunk) -> bool:
        """Is it somebody's account of things (タイ側の説明では)?"""
        cue = noun_cue(chunk)
        told = cue is not None and cue.effect == "claim" and chunk.tail == "では"
        return told and bool(self.modifiers(chunk) or chunk.comma)

    def _climb(self, pred: Pred, chunk: Chunk, mark: str) -> Pred:
        while pred.parent is not None and self._passes(pred, chunk, mark):
            pred = self._real(pred.parent)
        return pred

    def _passes(self, pred: Pred, chunk: Chunk, mark: str) -> bool:  # noqa: C901, PLR0911
        """Ask: does the phrase belong further up than this predicate?"""
        crossing = pred.chunk.bracket not in {0, chunk.bracket}
        if pred.link in {"rel", "noun"} and self._comma_between(chunk, pred):
            return True
        if mark == "が" and pred.link == "rel" and (self._of_light_event(pred) or self._left_for_matrix(pred, chunk)):
            return True
        if mark == "が" and pred.link == "rel" and (pred.form.passive or self._describes_somebody(pred)):
            return True
        if chunk.tail == "では" and chunk.comma:
            return pred.link in {"cont", "rel", "noun", "cond", "reason", "bare"}
        if mark in {"が", "を"} and self.frames[pred.index].has(mark) and pred.link != "final":
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

    def _of_light_event(self, pred: Pred) -> bool:
        """Ask: does a relative clause describe a deed somebody does (機が[異常に接近する]飛行を繰り返した)?"""
        if pred.noun is None or pred.parent is None or self.frames[pred.parent.index].has("が"):
            return False
        head = self._described(pred.noun)
        light = (self._real(pred.parent).lemma, head.tail) in cue_index("light")
        return light and index().nominal(head.content) is not None

    def _left_for_matrix(self, pred: Pred, chunk: Chunk) -> bool:
        """Ask: would the main verb else be without a doer (警備隊が[密入国しようとした]車を銃撃した)?"""
        if pred.parent is None or row_of(pred) is not None or pred.form.passive or not self.is_party(chunk.text):
            return False
        matrix = self._real(pred.parent)
        row = row_of(matrix)
        acts = row is not None and "actor" in row.concept.roles_of("subject") and not matrix.form.passive
        other = self.frames[matrix.index].has("が") or self._topic_before(chunk)
        return acts and not other and matrix.chunk.bracket == chunk.bracket

    def _describes_somebody(self, pred: Pred) -> bool:
        """Ask: does a relative clause already have its doer in the noun it describes (隊が[検問を破った男]を射殺)?"""
        if pred.noun is None or pred.parent is None:
            return False
        head = self._described(pred.noun)
        if (
            head.tail in {"は", "が", "も", ""}
            or not self.is_party(head.text)
            or self.frames[pred.parent.index].has("が")
        ):
            return False
        row = row_of(pred)
        acts_on = row is not None and bool(row.concept.roles_of("object"))
        return self.frames[pred.index].has("を") or not acts_on

    def _demand_above(self, pred: Pred) -> Pred | None:
        """Give the demanded clause (…よう要求) a predicate is or stands in as a modifier."""
        current: Pred | None = pred
        while current is not None and current.link in {"rel", "cont", "bare", "cond"}:
            current = current.parent
        return current if current is not None and current.link == "demand" else None

    def _is_speaker(self, pred: Pred, chunk: Chunk, mark: str) -> bool:
        """Is a phrase with が before a quoted clause its speaker (報道官が…と述べた)?"""
        if mark != "が" or pred.link != "quote" or self._topic_before(chunk, voiced=True):
            return False
        return (self.frames[pred.index].has("が") or chunk.comma or pred.copula) and self.is_party(
            self.phrase_text(chunk)
        )

    def _under_speech(self, pred: Pred) -> bool:
        seen = pred
        while seen.parent is not None:
            if seen.link in {"quote", "demand"}:
                return True
            seen = self._real(seen.parent)
        return False
